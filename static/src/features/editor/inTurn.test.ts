import assert from "node:assert/strict";
import { test } from "node:test";
import { InTurn } from "./inTurn";

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Turns that take so many milliseconds on a clock of their own. */
function turns(cost: number) {
  const seen = { n: 0, clock: 0 };
  const inTurn = new InTurn(
    () => {
      seen.n += 1;
      seen.clock += cost;
    },
    () => seen.clock,
  );
  return { seen, inTurn };
}

test("on a quick device everything is done at once", () => {
  const { seen, inTurn } = turns(1);
  for (let n = 0; n < 5; n += 1) inTurn.wanted();
  assert.equal(seen.n, 5);
});

test("on a slow one what comes in the pause goes together", async () => {
  const { seen, inTurn } = turns(10);
  for (let n = 0; n < 5; n += 1) inTurn.wanted();
  assert.equal(seen.n, 1);
  await wait(60);
  assert.equal(seen.n, 2);
});

test("nothing comes after the end", async () => {
  const { seen, inTurn } = turns(10);
  inTurn.wanted();
  inTurn.wanted();
  inTurn.stop();
  await wait(60);
  assert.equal(seen.n, 1);
});
