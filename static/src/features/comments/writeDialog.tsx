/** Writing about words of the text: a comment, or other words in their place. */
import type { Signal } from "@preact/signals";
import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { t } from "../../core/i18n/strings";
import { newId } from "../../core/live/ids";
import { useRoom } from "../../core/room/room";
import { announce } from "../../core/ui/announce";
import { Dialog } from "../../core/ui/dialog";
import { MAX_BODY_LENGTH, problem } from "../../core/ui/limit";
import { WrittenField } from "../../core/ui/written";
import type { VisionPage } from "../editor";
import type { Anchor } from "./anchor";
import { sameWords } from "./words";

const MAX_WORDS_LENGTH = 2_000;

interface Props {
  page: VisionPage;
  anchor: Anchor;
  proposes: boolean;
  close: () => void;
}

export function WriteDialog({ page, anchor, proposes, close }: Props) {
  const id = useId();
  const place = `form:comment/${proposes ? "new" : "said"}/${anchor.section}/${anchor.words.slice(0, 60)}`;
  const { drafts } = useRoom();
  const said = useSignal(drafts.get(`${place}/said`));
  const words = useSignal(drafts.get(`${place}/words`) || anchor.words);
  // What is typed is kept on the device until the group has it.
  const keep = (text: Signal<string>, name: "said" | "words", value: string) => {
    text.value = value;
    drafts.set(`${place}/${name}`, value === anchor.words ? "" : value);
  };
  const same = proposes && sameWords(words.value, anchor.words) && words.value.trim() !== "";
  const send = () => {
    const wrong = problem(said.value, MAX_BODY_LENGTH, !proposes) || (proposes && problem(words.value, MAX_WORDS_LENGTH));
    if (wrong || same) {
      if (same) announce(t("Change something first: these are the same words."));
      return;
    }
    const fields = { ...anchor, comment: newId(), text: said.value.trim(), proposal: proposes ? words.value.trim() : null };
    const typed: [Signal<string>, "said" | "words", string][] = [
      [said, "said", said.value],
      [words, "words", words.value],
    ];
    void page.live.send("comment.add", fields).then(
      () => announce(proposes ? t("Your proposal is with the writers.") : t("Your comment is with the writers.")),
      // A refusal does not throw away the only copy: it is there when this opens again.
      () => {
        for (const one of typed) keep(...one);
      },
    );
    for (const [, name] of typed) drafts.set(`${place}/${name}`, "");
    close();
  };
  const actions = (
    <>
      <button type="submit" class="button button--primary">
        {t("Send")}
      </button>
      <button type="button" class="button" onClick={close}>
        {t("Cancel")}
      </button>
    </>
  );
  return (
    <Dialog title={proposes ? t("Propose other words") : t("Comment")} onClose={close} onSubmit={send} actions={actions}>
      <blockquote class="comment__words" lang={page.boot.community.language} dir="auto">
        {anchor.words}
      </blockquote>
      {proposes && (
        <WrittenField
          id={`${id}-words`}
          label={t("Other words")}
          hint={t("Change the words here. Leave it empty to take them out.")}
          max={MAX_WORDS_LENGTH}
          rows={3}
          autofocus
          value={words.value}
          onInput={(value) => keep(words, "words", value)}
          below={
            same && words.value !== anchor.words ? <p class="hint">{t("Change something first: these are the same words.")}</p> : undefined
          }
        />
      )}
      <WrittenField
        id={`${id}-said`}
        label={proposes ? t("Why? (if you like)") : t("What do you want to say?")}
        max={MAX_BODY_LENGTH}
        needed={!proposes}
        rows={proposes ? 2 : 3}
        autofocus={!proposes}
        value={said.value}
        onInput={(value) => keep(said, "said", value)}
      />
    </Dialog>
  );
}
