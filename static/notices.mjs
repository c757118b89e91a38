/**
 * The licences of the packages whose code is in the bundles. Each asks that its notice goes with every
 * copy, and a browser that loads the pages gets a copy.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const INSIDE = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//;
const NOTICE = /^(licen[cs]e|notice|copying)/i;

/** The packages that these bundled files come from, in alphabetical order. */
export function packagesOf(inputs) {
  const found = inputs.map((path) => INSIDE.exec(path)?.[1]).filter(Boolean);
  return [...new Set(found)].sort();
}

/** One package: its name, its licence, who made it and the text that it carries. */
function notice(root, name) {
  const folder = join(root, "node_modules", name);
  const facts = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const licence = facts.license ?? facts.licenses?.map((one) => one.type).join(", ");
  if (!licence) throw new Error(`${name} does not say its licence: see docs/dependencies.md`);
  const author = typeof facts.author === "object" ? facts.author.name : facts.author;
  const texts = readdirSync(folder)
    .filter((file) => NOTICE.test(file) && existsSync(join(folder, file)))
    .sort();
  const heading = `${name} ${facts.version}: ${licence}${author ? `, by ${author}` : ""}`;
  return [heading, ...texts.map((file) => readFileSync(join(folder, file), "utf8").trim())].join("\n\n");
}

/**
 * The notices of all packages in the bundles, as one text.
 *
 * @param root the project's folder, with node_modules in it
 * @param inputs paths of the files that were bundled
 */
export function noticesText(root, inputs) {
  const line = `\n\n${"-".repeat(72)}\n\n`;
  const first = "Minidorp's scripts contain code of the packages below, under their own licences.";
  return `${[first, ...packagesOf(inputs).map((name) => notice(root, name))].join(line)}\n`;
}
