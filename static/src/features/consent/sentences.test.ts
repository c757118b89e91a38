import assert from "node:assert/strict";
import { test } from "node:test";
import type { ReadSection } from "../versions";
import { betterIn, sentencesIn } from "./sentences";

const paragraph = (...sentences: string[]) => ({ kind: "paragraph" as const, ids: [], sentences });
const text: ReadSection[] = [
  {
    id: "one",
    heading: "Samen",
    level: 1,
    passages: [paragraph("Wij doen mee.", "Iedereen is welkom."), paragraph("Iedereen is welkom.")],
  },
  { id: "two", heading: "Eten", level: 1, passages: [paragraph("Wij koken.")] },
  { id: "three", heading: "Leeg", level: 1, passages: [] },
];
const better = (sentence: string, words: string) => ({ id: words, round: "round-001", sentence, text: words });

test("a round on the whole text is about every sentence, each once in its part", () => {
  assert.deepEqual(
    sentencesIn(text, "").map((one) => one.sentences),
    [["Wij doen mee.", "Iedereen is welkom."], ["Wij koken."]],
  );
});

test("a round on one paragraph is about the sentences of that one", () => {
  assert.deepEqual(sentencesIn(text, "Wij koken."), [{ id: "two", heading: "Eten", sentences: ["Wij koken."] }]);
});

test("a better sentence is told when it stands in the text and the other does not", () => {
  const taken = better("Wij participeren.", "Wij doen mee.");
  const two = better("Wij nodigen uit.", "Wij doen mee.  Iedereen is welkom.");
  const left = better("Wij koken.", "Wij eten samen.");
  const unchanged = better("Wij koken.", "Wij koken.");
  assert.deepEqual(betterIn([taken, two, left, unchanged], sentencesIn(text, "")), [taken, two]);
});
