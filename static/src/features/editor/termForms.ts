/** In which forms the words of the word exchange stand in a text: the server knows, and is asked when they change. */
import type { ReadonlySignal } from "@preact/signals";
import { computed, effect, signal } from "@preact/signals";
import type { Live } from "../../core/live/contract";
import type { Searched } from "./termFinder";
import { TermFinder } from "./termFinder";

type Asking = Pick<Live, "send" | "state" | "onOnline">;

/** A finder of the settled words, which changes when they do. Until the server answers a word has one form. */
export function termForms(live: Asking): ReadonlySignal<TermFinder> {
  const forms = signal<Readonly<Record<string, readonly string[]>>>({});
  const settled = computed(() =>
    JSON.stringify(
      Object.values(live.state.value.collections.terms)
        .filter((term) => term.state === "settled" && term.word.trim())
        .map((term) => [term.id, term.word.toLowerCase()])
        .sort(),
    ),
  );
  let asked = "[]";
  const ask = () => {
    const wanted = settled.peek();
    if (wanted === asked) return;
    asked = wanted;
    live.send("term.forms", {}, { quiet: true }).then(
      (ack) => {
        forms.value = ack["forms"] as Record<string, readonly string[]>;
      },
      () => {
        asked = "[]"; // asked again when there is a connection
      },
    );
  };
  live.onOnline(ask);
  effect(() => {
    if (settled.value !== "[]") ask();
  });
  return computed(() => {
    const words = JSON.parse(settled.value) as [string, string][];
    return new TermFinder(words.map(([id, word]): Searched => ({ id, forms: forms.value[id] ?? [word] })));
  });
}
