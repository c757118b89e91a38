/** Replacing a settled word everywhere: each sentence as it is and as it becomes; what is chosen goes in as one act. */
import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { t, tn } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import { offerUndo } from "../../core/room/undo";
import { Dialog } from "../../core/ui/dialog";
import { toast } from "../../core/ui/toasts";
import type { Term } from "../../generated/catalogue";
import type { Insertion } from "../wordings";
import { Checker } from "../wordings";
import { replaceAll } from "./replaced";
import { Still, TermWords } from "./termPopover";
import type { TermPlace, TextTerms } from "./textTerms";
import type { VisionPage } from "./visionPage";

interface Props {
  page: VisionPage;
  terms: TextTerms;
  term: string;
  close: () => void;
}

/** A place of the word; without a change it is for people to write. */
interface Proposal {
  key: string;
  place: TermPlace;
  /** null: not known yet. */
  change: Insertion | null | undefined;
}

export function ReplaceDialog({ page, terms, term: id, close }: Props) {
  const room = useRoom();
  const term = page.state.collections.terms[id];
  const left = useSignal<ReadonlySet<string>>(new Set());
  const proposals = useProposals(page, terms, id);
  const ready = proposals.filter((one) => one.change);
  const hand = proposals.filter((one) => one.change === undefined);
  const chosen = ready.filter((one) => !left.value.has(one.key));
  if (!term) return null;
  const put = () => {
    const wanted = chosen.flatMap(({ place, change }) => (change ? [{ ...place, change }] : []));
    const { made, undo } = replaceAll(page.texts.all.peek(), wanted);
    close();
    if (made < wanted.length) toast(t("Some words changed meanwhile. Look once more."));
    if (!made) return;
    const back = () => Promise.resolve(page.replaced.undo());
    offerUndo(room, t("Replace a word"), tn("One sentence changed.", "{n} sentences changed.", made), back);
    const step = room.undo.steps.peek().at(-1);
    page.replaced.did(() => {
      undo();
      if (step) room.undo.drop(step); // the keyboard may have taken it back in the text
    });
  };
  const set = (key: string, on: boolean) => {
    const rest = new Set(left.value);
    if (on) rest.delete(key);
    else rest.add(key);
    left.value = rest;
  };
  return (
    <Dialog
      title={t("Replace “{word}” everywhere", { word: term.word })}
      onClose={close}
      onSubmit={() => chosen.length > 0 && put()}
      large
      actions={
        <>
          <button type="submit" class="button button--primary" disabled={chosen.length === 0}>
            {tn("Change one sentence", "Change {n} sentences", chosen.length)}
          </button>
          <button type="button" class="button" onClick={close}>
            {t("Leave it")}
          </button>
        </>
      }
    >
      <TermWords page={page} term={term} />
      <Still page={page} terms={terms} term={term} />
      {proposals.some((one) => one.change === null) && <p class="soft">{t("One moment…")}</p>}
      {ready.length > 0 && (
        <fieldset class="stack stack--tight">
          <legend class="label">{t("Read each sentence. Which ones do we change?")}</legend>
          {ready.map(({ key, place, change }) => (
            <label class="check replace" key={key}>
              <input type="checkbox" checked={!left.value.has(key)} onChange={(event) => set(key, event.currentTarget.checked)} />
              {change && <Sentences page={page} place={place} change={change} />}
            </label>
          ))}
        </fieldset>
      )}
      {hand.length > 0 && <ByHand page={page} term={term} places={hand.map((one) => one.place)} />}
    </Dialog>
  );
}

/** The old sentence and the new one. */
function Sentences({ page, place, change }: { page: VisionPage; place: TermPlace; change: Insertion }) {
  const lang = page.boot.community.language;
  return (
    <span class="replace__sentences">
      <span class="small soft" dir="auto" lang={lang}>
        {page.section(place.section)?.heading}
      </span>
      <span lang={lang} dir="auto">
        <span class="visually-hidden">{t("Now:")} </span>
        {change.before}
        <del>{change.old}</del>
        {change.after}
      </span>
      <span lang={lang} dir="auto">
        <span class="visually-hidden">{t("Then:")} </span>
        {change.before}
        <ins>{change.text}</ins>
        {change.after}
      </span>
    </span>
  );
}

/** Places where the sentence would not survive: somebody writes it anew. */
function ByHand({ page, term, places }: { page: VisionPage; term: Term; places: readonly TermPlace[] }) {
  const lang = page.boot.community.language;
  return (
    <section class="stack stack--tight" aria-labelledby="by-hand">
      <h3 class="label" id="by-hand">
        {tn("Write this sentence again yourselves", "Write these {n} sentences again yourselves", places.length)}
      </h3>
      <p class="hint">{t("“{plain}” does not fit in as it is.", { plain: term.plain })}</p>
      <ul class="list">
        {places.map((place) => (
          <li key={`${place.section}/${place.text}/${place.start}`} class="list__row">
            <span class="replace__sentences">
              <span class="small soft" dir="auto" lang={lang}>
                {page.section(place.section)?.heading}
              </span>
              <span lang={lang} dir="auto">
                {place.text.slice(0, place.start)}
                <mark>{place.text.slice(place.start, place.end)}</mark>
                {place.text.slice(place.end)}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the language helper proposes for each place of a word, now. */
function useProposals(page: VisionPage, terms: TextTerms, term: string): Proposal[] {
  const checker = useMemo(() => new Checker(page.live, page.boot.community.language), []);
  useEffect(() => () => checker.close(), []);
  const sections = page.sections.value.map((section) => section.id);
  const places = terms.placesOf(term, sections);
  const texts = [...new Set(places.map((place) => place.text))];
  useEffect(() => checker.put("replace", texts), [texts.join("\n\n")]);
  void checker.revision.value;
  return places.map((place, n): Proposal => {
    const check = checker.look(place.text);
    const mark = check?.marks.find((one) => one.kind === "agreed" && one.start === place.start);
    const key = `${place.section}/${n}/${place.text}`;
    return { key, place, change: check ? mark?.insertions[0] : null };
  });
}
