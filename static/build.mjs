/**
 * Builds the front end into static/build/: bundled scripts and style sheets, the strings of every
 * language, and manifest.json, which tells the server the hashed name of each ("room.js" ->
 * "room-1A2B3C4D.js").
 *
 * Two things come from Python, so that they exist once: the types of commands and facts
 * (workshop.catalogue) and the translated strings (workshop.i18n).
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import * as esbuild from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const out = join(here, "build");

/** Runs a Python module of the project and gives what it prints. */
function python(...args) {
  const own = join(root, ".venv", "bin", "python");
  const program = process.env.PYTHON ? resolve(root, process.env.PYTHON) : existsSync(own) ? own : "python3";
  return execFileSync(program, ["-m", ...args], { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 });
}

/** Writes a file only when its content differs, so that watchers stay quiet. */
function write(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  if (!existsSync(path) || readFileSync(path, "utf8") !== content) writeFileSync(path, content);
}

/** The entry points there are, of those named. */
function existing(folder, names, endings) {
  return names.flatMap((name) =>
    endings.map((ending) => join(here, folder, name + ending)).filter((path) => existsSync(path)).slice(0, 1),
  );
}

function generateCatalogue() {
  write(join(here, "src", "generated", "catalogue.ts"), python("workshop.catalogue", "ts"));
}

/** One classic script per language, so that the strings are there before any module runs. */
function buildStrings(manifest) {
  const languages = JSON.parse(python("workshop.i18n", "strings"));
  for (const [language, strings] of Object.entries(languages)) {
    const content = `globalThis.MINIDORP_STRINGS=${JSON.stringify(strings)};\n`;
    const hash = createHash("sha256").update(content).digest("hex").slice(0, 8).toUpperCase();
    const name = `strings.${language}-${hash}.js`;
    write(join(out, name), content);
    manifest[`strings.${language}.js`] = name;
  }
}

/** Bundles entry points; fills the manifest and returns the names that were written. */
async function bundle(entryPoints, manifest, options) {
  if (!entryPoints.length) return [];
  const result = await esbuild.build({
    entryPoints,
    outdir: out,
    bundle: true,
    minify: true,
    metafile: true,
    entryNames: "[name]-[hash]",
    chunkNames: "chunk-[hash]",
    assetNames: "[name]-[hash]",
    sourcemap: "linked",
    target: ["es2022", "chrome109", "firefox115", "safari16.4"],
    logLevel: "warning",
    ...options,
  });
  const outputs = Object.entries(result.metafile.outputs);
  for (const [path, output] of outputs) {
    if (!output.entryPoint || path.endsWith(".map")) continue;
    const source = output.entryPoint.split("/").pop();
    manifest[source.replace(/\.tsx?$/, ".js")] = relative(out, resolve(path));
  }
  return outputs.map(([path]) => relative(out, resolve(path)));
}

/** Takes away what an earlier build left and this one did not write. */
function sweep(keep) {
  for (const name of readdirSync(out)) {
    if (!keep.has(name)) rmSync(join(out, name));
  }
}

async function build() {
  const manifest = {};
  mkdirSync(out, { recursive: true });
  generateCatalogue();
  const scripts = await bundle(existing("src", ["page", "room", "vision"], [".ts", ".tsx"]), manifest, {
    format: "esm",
    splitting: true,
    jsx: "automatic",
    jsxImportSource: "preact",
    define: { "process.env.NODE_ENV": '"production"' },
  });
  // Pictures are served as they are; "../pictures/" means the same from styles/ as from build/.
  const styles = await bundle(existing("styles", ["base", "room", "vision"], [".css"]), manifest, {
    external: ["../pictures/*"],
  });
  buildStrings(manifest);
  sweep(new Set([...scripts, ...styles, ...Object.values(manifest), "manifest.json"]));
  write(join(out, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}

await build();
