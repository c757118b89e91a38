/** The vision on the screen, in large letters, page after page. */
import { useEffect, useMemo } from "preact/hooks";
import { t } from "../../core/i18n/strings";
import { Fit } from "../../core/stage/fit";
import type { Group, Thing } from "../../core/stage/pages";
import { Pages } from "../../core/stage/pages";
import { pieces, wordsIn } from "../../core/stage/plan";
import { useStage } from "../../core/stage/stage";
import { communityOf } from "../../core/store/community";
import { byRank } from "../../core/store/order";
import type { StepInfo } from "../../core/store/phases";
import type { Section } from "../../generated/catalogue";
import { Question } from "../agenda/stage";
import type { Block } from "./readText";
import { ReadText } from "./readText";

export function VisionText({ step }: { step: StepInfo }) {
  const stage = useStage();
  const sections = Object.values(stage.state.collections.sections)
    .filter((section) => !section.removed)
    .sort(byRank);
  const ids = sections.map((section) => section.id).join(" ");
  const texts = useMemo(() => new Map(sections.map((section) => [section.id, new ReadText(stage.live, section.id)])), [ids]);
  useEffect(
    () => () => {
      for (const text of texts.values()) text.close();
    },
    [texts],
  );
  const read = sections.map((section) => ({ section, blocks: texts.get(section.id)?.blocks.value ?? null }));
  const groups = read.flatMap(({ section, blocks }): Group[] => (blocks?.length ? [chapter(section, blocks)] : []));
  const title = communityOf(stage.state)?.title;
  if (read.some(({ blocks }) => blocks === null)) return <p class="stage-words">{t("One moment…")}</p>;
  if (!groups.length) {
    return (
      <>
        <Question step={step} />
        <p class="stage-words">{t("Our vision is still empty.")}</p>
      </>
    );
  }
  return (
    <>
      {title && (
        <p class="stage-vision__title" dir="auto">
          {title}
        </p>
      )}
      <Pages groups={groups} />
    </>
  );
}

/** One paragraph that the group talks about, over the whole screen, as it is now. */
export function ParagraphText({ section, paragraph }: { section: Section; paragraph: string }) {
  const stage = useStage();
  const text = useMemo(() => new ReadText(stage.live, section.id), [section.id]);
  useEffect(() => () => text.close(), [text]);
  const blocks = text.blocks.value;
  const block = blocks?.find((one) => one.id.split(" ").includes(paragraph));
  return (
    <div class="spotlight">
      <p class="stage-vision__title" dir="auto">
        {section.heading}
      </p>
      <Fit className="spotlight__place" most={7} least={1.5}>
        <p class="spotlight__text" dir="auto">
          {block?.text ?? (blocks ? t("This paragraph is not there any more.") : t("One moment…"))}
        </p>
      </Fit>
    </div>
  );
}

function chapter(section: Section, blocks: readonly Block[]): Group {
  const things = blocks.flatMap((block, n): Thing[] =>
    pieces(block.text).map((piece, part) => ({
      id: `${section.id}/${n}/${part}`,
      words: wordsIn(piece),
      view: (
        <p class={`stage-line stage-line--${block.kind}`} dir="auto">
          {piece}
        </p>
      ),
    })),
  );
  return { id: section.id, as: "lines", title: section.heading, things };
}
