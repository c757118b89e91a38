import assert from "node:assert/strict";
import { test } from "node:test";
import { AdaptiveThrottle } from "./adaptiveThrottle";

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Turns that take so many milliseconds on a clock of their own. */
function turns(cost: number) {
  const seen = { n: 0, clock: 0 };
  const throttle = new AdaptiveThrottle(
    () => {
      seen.n += 1;
      seen.clock += cost;
    },
    () => seen.clock,
  );
  return { seen, throttle };
}

test("on a quick device everything is done at once", () => {
  const { seen, throttle } = turns(1);
  for (let n = 0; n < 5; n += 1) throttle.request();
  assert.equal(seen.n, 5);
});

test("on a slow one what comes in the pause goes together", async () => {
  const { seen, throttle } = turns(10);
  for (let n = 0; n < 5; n += 1) throttle.request();
  assert.equal(seen.n, 1);
  await wait(60);
  assert.equal(seen.n, 2);
});

test("nothing comes after the end", async () => {
  const { seen, throttle } = turns(10);
  throttle.request();
  throttle.request();
  throttle.stop();
  await wait(60);
  assert.equal(seen.n, 1);
});
