import assert from "node:assert/strict";
import { test } from "node:test";
import { fill, pieces, SIZES, turnAfter, wordsIn } from "./plan";

test("things go into the shortest column, and the next page begins when none has room", () => {
  assert.deepEqual(fill([10, 30, 10, 10], 2, 30, 0), [[[0, 2, 3], [1]]]);
  assert.deepEqual(fill([20, 20, 20], 2, 30, 2), [
    [[0], [1]],
    [[2], []],
  ]);
  assert.deepEqual(fill([], 3, 30, 0), []);
});

test("nothing is lost and no page is higher than the screen, whatever comes", () => {
  let seed = 7;
  const chance = (most: number) => {
    seed = (seed * 16807) % 2147483647;
    return seed % most;
  };
  for (let round = 0; round < 200; round += 1) {
    const heights = Array.from({ length: chance(40) }, () => 1 + chance(50));
    const pages = fill(heights, 1 + chance(3), 50, 3);
    assert.deepEqual(
      pages.flat(2).sort((a, b) => a - b),
      heights.map((_, n) => n),
    );
    for (const column of pages.flat()) {
      const high = column.reduce((sum, n) => sum + (heights[n] ?? 0), 0) + 3 * Math.max(0, column.length - 1);
      assert.ok(high <= 50, `${high}`);
    }
  }
});

test("sizes go from large to small and are never under 28 pixels on a screen of 1920", () => {
  const texts = SIZES.map((size) => size.text);
  assert.deepEqual(
    texts,
    [...texts].sort((a, b) => b - a),
  );
  assert.ok((texts.at(-1) ?? 0) * 19.2 >= 28);
});

test("a page stays twelve seconds, and longer when there is more to read", () => {
  assert.equal(turnAfter(0), 12_000);
  assert.equal(turnAfter(100), 44_000);
  assert.equal(wordsIn(" two  words\n"), 2);
});

test("a long text is cut between sentences, and only a very long sentence within", () => {
  assert.deepEqual(pieces("One. Two?"), ["One. Two?"]);
  const long = "A sentence of some length stands here. ".repeat(20).trim();
  assert.ok(pieces(long).every((one) => one.length <= 320 && one.endsWith("here.")));
  assert.equal(pieces(long).join(" "), long);
  const endless = "word ".repeat(200).trim();
  assert.equal(pieces(endless).join(" "), endless);
  assert.ok(pieces("x".repeat(900)).every((one) => one.length <= 321));
});
