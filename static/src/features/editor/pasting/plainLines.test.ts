import assert from "node:assert/strict";
import { test } from "node:test";
import { cleanText } from "./clean";

function becomes(text: string, html: string): void {
  assert.equal(cleanText(text), html);
}

test("each row is a paragraph, and empty rows are none", () => {
  becomes("Een.\r\n\r\nTwee.\nDrie.", "<p>Een.</p><p>Twee.</p><p>Drie.</p>");
  becomes("Dorpsstraat 1\n8011 AA Zwolle", "<p>Dorpsstraat 1</p><p>8011 AA Zwolle</p>");
});

test("signs and markup are words", () => {
  becomes("1 < 2 & <b>\n3", "<p>1 &lt; 2 &amp; &lt;b&gt;</p><p>3</p>");
});

test("rows with bullets are a list, however many there are", () => {
  becomes("Mee:\n• soep\n•\tbrood", "<p>Mee:</p><ul><li><p>soep</p></li><li><p>brood</p></li></ul>");
  becomes("Mee:\n• soep", "<p>Mee:</p><ul><li><p>soep</p></li></ul>");
});

test("two dashes are a list, one is a dash", () => {
  becomes("- soep\n- brood", "<ul><li><p>soep</p></li><li><p>brood</p></li></ul>");
  becomes("– Dat zei zij.\nEn toen.", "<p>– Dat zei zij.</p><p>En toen.</p>");
});

test("numbers that count are a list, a date is none", () => {
  becomes("3. soep\n4. brood\n5. thee", '<ol start="3"><li><p>soep</p></li><li><p>brood</p></li><li><p>thee</p></li></ol>');
  becomes("3. maart was het koud\nDaarna niet.", "<p>3. maart was het koud</p><p>Daarna niet.</p>");
  becomes("1. een\n2. twee\n1. weer een", "<ol><li><p>een</p></li><li><p>twee</p></li></ol><ol><li><p>weer een</p></li></ol>");
});

test("what stands further from the edge is deeper in the list", () => {
  becomes(
    "- soep\n  - met brood\n    1. wit\n    2. bruin\n- thee",
    "<ul><li><p>soep</p><ul><li><p>met brood</p><ol><li><p>wit</p></li><li><p>bruin</p></li></ol></li></ul></li><li><p>thee</p></li></ul>",
  );
});

test("Word writes the levels of its lists with signs of their own", () => {
  becomes("•\tsoep\no\tmet brood\n•\tthee", "<ul><li><p>soep</p><ul><li><p>met brood</p></li></ul></li><li><p>thee</p></li></ul>");
  becomes(
    "1.\tsoep\na.\tmet brood\nb.\tmet kaas\n2.\tthee",
    "<ol><li><p>soep</p><ol><li><p>met brood</p></li><li><p>met kaas</p></li></ol></li><li><p>thee</p></li></ol>",
  );
});

const CUT = `In onze wijk willen wij dat alle kinderen samen op-
groeien, dat zij buiten kunnen spelen en dat er altijd
iemand is die hen kent. Dat doen wij met voor- en
naschool, met de buren en met elkaar.
Wij beginnen morgen. Wie mee wil doen, komt naar het
plein.`;

test("rows that were cut at the edge of a page are whole again, and so are the words in them", () => {
  becomes(
    CUT,
    "<p>In onze wijk willen wij dat alle kinderen samen opgroeien, dat zij buiten kunnen spelen en dat er altijd iemand is die hen kent. " +
      "Dat doen wij met voor- en naschool, met de buren en met elkaar.</p><p>Wij beginnen morgen. Wie mee wil doen, komt naar het plein.</p>",
  );
});

test("an item that was cut at the edge is one item", () => {
  const list = `• wij spelen elke dag buiten met water en met zand en
  ook wel met elkaar als het regent en het plein nat
  is
• wij eten samen`;
  becomes(
    list,
    "<ul><li><p>wij spelen elke dag buiten met water en met zand en ook wel met elkaar als het regent en het plein nat is</p></li>" +
      "<li><p>wij eten samen</p></li></ul>",
  );
});

test("long rows are paragraphs, not a text that was cut", () => {
  const row = "Wij willen dat elk kind buiten speelt en dat iedereen meedoet. ".repeat(4).trim();
  becomes(`${row}\n${row}`, `<p>${row}</p><p>${row}</p>`);
});

test("headings of a plain text are headings, and none is skipped", () => {
  becomes("### Spelen\nBuiten.\n##### Waar\nPlein.", "<h3>Spelen</h3><p>Buiten.</p><h4>Waar</h4><p>Plein.</p>");
});
