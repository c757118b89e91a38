/**
 * Everybody comes at once: connects and enters within a moment, on a board with cards.
 *
 * Plan: {url, auth: [one per client], within, cards}. The first card's text holds `~0~`, the last one's the number
 * of the last; whoever has both has everything, since a snapshot is one message.
 * Answer: {all, median}: ms from the first knock to the last one who has everything; of one person.
 */
import { Client, Reel, now, quantile, readPlan, report, sleep } from './lib.mjs';

const plan = await readPlan();
const last = `~${plan.cards - 1}~`;
const reel = new Reel(plan.auth.length, { onLast() {} });
const started = now();
const times = await Promise.all(plan.auth.map(async (auth, n) => {
  await sleep((n / plan.auth.length) * plan.within * 1000);
  const knocked = now();
  const client = new Client({ url: plan.url, auth, reel, onAck() {} });
  const state = await client.entered;
  const at = now();
  if (!state.includes('~0~') || !state.includes(last)) throw new Error('somebody did not get everything');
  return { at, took: at - knocked };
}));
report({
  all: Math.max(...times.map(({ at }) => at)) - started, median: quantile(times.map(({ took }) => took), 0.5),
});
