/**
 * Lighthouse on some pages, in a Chromium that runs already: its own phone (slow 4G and a mid-range
 * processor, simulated). Reads JSON on standard input: {port, pages: [{name, url}], folder}; prints one line of JSON per
 * page with its scores and times. The cookies are the browser's own.
 */
import { readFileSync, writeFileSync } from "node:fs";
import lighthouse from "lighthouse";

const CATEGORIES = ["performance", "accessibility", "best-practices"];
const TIMES = {
  fcp: "first-contentful-paint",
  lcp: "largest-contentful-paint",
  tbt: "total-blocking-time",
  cls: "cumulative-layout-shift",
  si: "speed-index",
};

const { port, pages, folder } = JSON.parse(readFileSync(0, "utf8"));
for (const { name, url } of pages) {
  const { lhr } = await lighthouse(url, { port, onlyCategories: CATEGORIES, logLevel: "error", output: "json" });
  if (folder) writeFileSync(`${folder}/${name}.json`, JSON.stringify(lhr));
  const scores = Object.fromEntries(CATEGORIES.map((one) => [one, Math.round((lhr.categories[one]?.score ?? 0) * 100)]));
  const times = Object.fromEntries(Object.entries(TIMES).map(([short, audit]) => [short, lhr.audits[audit]?.numericValue]));
  const lost = Object.values(lhr.audits)
    .filter((one) => one.score !== null && one.score < 1 && one.scoreDisplayMode === "binary")
    .map((one) => one.id);
  console.log(JSON.stringify({ name, error: lhr.runtimeError?.message, ...scores, ...times, lost }));
}
