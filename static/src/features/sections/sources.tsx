/** The cards behind a paragraph or a section, with the way to take them away. */
import { t } from "../../core/i18n/strings";
import { announce } from "../../core/ui/announce";
import { Dialog } from "../../core/ui/dialog";
import { Icon } from "../../core/ui/icon";
import type { Card, Source } from "../../generated/catalogue";
import type { VisionPage } from "../editor";
import { nameOf } from "../members";
import { wordsIn } from "./words";

interface Behind {
  source: Source;
  card: Card;
}

export function SourcesDialog({ page, writing }: { page: VisionPage; writing: boolean }) {
  const shown = page.shownSources.value;
  if (!shown) return null;
  const close = () => {
    page.shownSources.value = null;
  };
  const writes = writing && page.mayWrite(shown.section);
  const heading = page.section(shown.section)?.heading ?? "";
  const groups = grouped(page, shown.section, shown.paragraph);
  return (
    <Dialog title={t("Cards behind “{heading}”", { heading })} onClose={close} large>
      {groups.length === 0 && <p>{t("There are no cards behind it any more.")}</p>}
      {groups.map(({ paragraph, words, behind }) => (
        <section key={paragraph} class="stack stack--tight">
          <p class="example__from">{words ?? t("The whole part")}</p>
          <ul class="list">
            {behind.map((one) => (
              <SourceRow key={one.source.id} page={page} one={one} writing={writes} />
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  );
}

interface Group {
  paragraph: string;
  words: string | null;
  behind: Behind[];
}

/** The cards of one paragraph, or of all paragraphs in the order of the text. */
function grouped(page: VisionPage, section: string, only: string | null): Group[] {
  const { sources, cards } = page.state.collections;
  const found = new Map<string, Behind[]>();
  for (const source of Object.values(sources)) {
    const card = cards[source.card];
    if (!card || source.section !== section || (only !== null && !only.split(" ").includes(source.paragraph))) continue;
    found.set(source.paragraph, [...(found.get(source.paragraph) ?? []), { source, card }]);
  }
  const text = page.texts.get(section);
  const words = text ? wordsIn(text.fragment) : new Map<string, string>();
  const order = [...words.keys()];
  const place = (paragraph: string) => order.indexOf(paragraph) + 1 || order.length + 1;
  return [...found]
    .filter(([paragraph]) => !paragraph || !text || words.has(paragraph))
    .map(([paragraph, behind]) => ({ paragraph, words: words.get(paragraph) ?? null, behind }))
    .sort((a, b) => place(a.paragraph) - place(b.paragraph));
}

function SourceRow({ page, one, writing }: { page: VisionPage; one: Behind; writing: boolean }) {
  const author = nameOf(page.state, one.card.author);
  const remove = () => {
    const done = page.live.send("source.remove", { source: one.source.id });
    void done.then(() => announce(t("The card is no longer behind it."))).catch(() => undefined);
  };
  return (
    <li class="list__row">
      <div class="list__words">
        <p lang={one.card.lang} dir="auto">
          {one.card.text}
        </p>
        {one.card.translation && (
          <p class="soft" lang={page.boot.community.language} dir="auto">
            {one.card.translation}
          </p>
        )}
        {author && <p class="soft small">{author}</p>}
      </div>
      {writing && (
        <button type="button" class="button button--small button--quiet" onClick={remove}>
          <Icon name="close" /> {t("Take away")}
          <span class="visually-hidden">: {one.card.text}</span>
        </button>
      )}
    </li>
  );
}
