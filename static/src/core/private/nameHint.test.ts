import assert from "node:assert/strict";
import { test } from "node:test";
import { nameHint } from "./nameHint";

const PROPOSALS: [string, string][] = [
  [
    "Mijn zoon Finn van 3 is nog niet zindelijk. Ik dacht dat ik de enige was. Dat was niet zo.",
    "Mijn kind van 3 is nog niet zindelijk. Ik dacht dat ik de enige was. Dat was niet zo.",
  ],
  ["Onze dochter Sara slaapt slecht. Sara is moe.", "Ons kind slaapt slecht. Het kind is moe."],
  ["Gisteren zong Yusuf in de kring.", "Gisteren zong een kind in de kring."],
  ["My son Finn goes to school.", "My child goes to school."],
  ["We met Wietske (4) at the park and we like that.", "We met a child (4) at the park and we like that."],
  ["De moeder van Milan hielp mij.", "De moeder van een kind hielp mij."],
  ["Mijn dochter heet Aaliyah.", "Mijn dochter heet …."],
];

for (const [text, proposal] of PROPOSALS) {
  test(`proposes a text without the name: ${text}`, () => {
    assert.equal(nameHint(text)?.proposal, proposal);
  });
}

const FINE = [
  "Er is hier voor kleintjes niks te doen als het regent.",
  "Het is dinsdag en het regent. De Speelkeet zit vol en het ruikt naar soep.",
  "Wij gaan op Zaterdag naar Zwolle. In Assendorp is een fijne plek.",
  "Juf Anna zei: vertel maar bij de plaatjes.",
  "Mijn kind spreekt Nederlands en Turks.",
  "De GGD en Albert Heijn helpen mee in Maart.",
  "Op dinsdag koken wij met drie oma's. De kinderen roeren mee.",
  "Wij willen een plek. Ouders komen daar samen.",
  "In our neighbourhood parents meet on Monday in Central Park.",
];

for (const text of FINE) {
  test(`leaves alone: ${text}`, () => {
    assert.equal(nameHint(text), null);
  });
}
