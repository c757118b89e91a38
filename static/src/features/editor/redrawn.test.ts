import assert from "node:assert/strict";
import { test } from "node:test";
import type { Node } from "prosemirror-model";
import { Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { chanceOf } from "./chance.test.helper";
import { redrawn } from "./redrawn";
import type { Writer } from "./writers.test.helper";
import { act, begun, settle } from "./writers.test.helper";

const key = new PluginKey<DecorationSet>("every-block");
let drawn = 0;

/** Around every block, at its end, and under its first sign. */
function draw(doc: Node, from: number, to: number): Decoration[] {
  const found: Decoration[] = [];
  doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isTextblock) return true;
    drawn += 1;
    const end = pos + node.nodeSize;
    found.push(Decoration.node(pos, end, { class: "block" }));
    found.push(Decoration.widget(end - 1, () => globalThis.document.createElement("i"), { key: `${node.textContent}` }));
    if (node.content.size) found.push(Decoration.inline(pos + 1, pos + 2, { class: "first" }));
    return false;
  });
  return found;
}

const all = (doc: Node) => DecorationSet.create(doc, draw(doc, 0, doc.content.size));

const EVERY_BLOCK = new Plugin<DecorationSet>({
  key,
  state: {
    init: (_config, state) => all(state.doc),
    apply: (tr, old) => (tr.docChanged ? redrawn(old, tr, (from, to) => draw(tr.doc, from, to)) : old),
  },
});

const places = (shown: DecorationSet | undefined) =>
  (shown?.find() ?? []).map(({ from, to, spec }) => `${from}-${to} ${(spec as { key?: string }).key ?? ""}`).sort();

test("what is drawn where something changed is what would be drawn anew", () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const chance = chanceOf(seed);
    const writers = begun(2 + chance(3), "Wij ", seed, [EVERY_BLOCK]);
    for (let step = 0; step < 30; step += 1) {
      act(writers[chance(writers.length)] as Writer, chance, step);
      if (chance(2)) settle(writers);
      for (const { state } of writers) assert.deepEqual(places(key.getState(state)), places(all(state.doc)), `seed ${seed}, step ${step}`);
    }
  }
});

test("a letter, of one's own or of somebody else, has one block drawn anew", () => {
  const writers = begun(2, "Een", 0, [EVERY_BLOCK]);
  const [one, two] = writers as [Writer, Writer];
  for (let n = 0; n < 20; n += 1) {
    one.enter();
    one.type("regel");
  }
  settle(writers);
  drawn = 0;
  one.type("x");
  assert.equal(drawn, 1);
  settle([two]);
  assert.equal(drawn, 2);
});
