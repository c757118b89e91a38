/**
 * Builds the front end into static/build/: bundled scripts and style sheets, the strings of every
 * language, and two lists for the server: manifest.json with the hashed name of each ("room.js" ->
 * "room-1A2B3C4D.js"), and imports.json with the files that a script, or a part that comes later, cannot
 * begin without, itself included. Scripts and style sheets are there in gzip and brotli as well. The licences of bundled
 * packages are in licences-….txt.
 *
 * What exists once comes from Python: the types of commands, facts and phases (workshop.catalogue), and
 * the translated strings with each language's plural rule (workshop.messages).
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

import * as esbuild from "esbuild";

import { noticesText } from "./notices.mjs";

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

const SCRIPTS = ["site/page.ts", "room/room.tsx", "screen/screen.tsx"].map((path) => join(here, "src", "pages", path));
const STYLES = ["base", "room", "screen"].map((name) => join(here, "styles", `${name}.css`));

function generateTypes() {
  write(join(here, "src", "generated", "catalogue.ts"), python("workshop.catalogue", "ts"));
  write(join(here, "src", "generated", "phases.ts"), python("workshop.catalogue", "phases"));
}

/** Writes a text under a name that holds its hash, so that browsers may keep it for ever. */
function writeHashed(manifest, stem, ending, content) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 8).toUpperCase();
  manifest[`${stem}.${ending}`] = `${stem}-${hash}.${ending}`;
  write(join(out, manifest[`${stem}.${ending}`]), content);
}

/** One classic script per language, so that the strings are there before any module runs. */
function buildStrings(manifest) {
  const languages = JSON.parse(python("workshop.messages", "strings"));
  for (const [language, { plural, texts }] of Object.entries(languages)) {
    // The rule was checked token by token (workshop.plurals): it holds numbers, n and operators only.
    const content = `globalThis.MINIDORP_STRINGS=${JSON.stringify(texts)};\nglobalThis.MINIDORP_PLURAL=(n)=>Number(${plural});\n`;
    writeHashed(manifest, `strings.${language}`, "js", content);
  }
}

/** A built script and all that it imports at once, so not what it fetches later. */
function needed(outputs, path, found = new Set()) {
  if (found.has(path)) return found;
  found.add(path);
  for (const one of outputs[path]?.imports ?? []) {
    if (one.kind === "import-statement") needed(outputs, one.path, found);
  }
  return found;
}

/** Bundles entry points; fills the manifest and the imports, and returns what was written and from what. */
async function bundle(entryPoints, manifest, imports, options) {
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
    const files = [...needed(result.metafile.outputs, path)].map((one) => relative(out, resolve(one)));
    if (!entryPoints.includes(resolve(output.entryPoint))) {
      const part = relative(join(here, "src"), resolve(output.entryPoint));
      if (!part.startsWith("..")) imports[part] = files; // it comes later
      continue;
    }
    const name = output.entryPoint
      .split("/")
      .pop()
      .replace(/\.tsx?$/, ".js");
    manifest[name] = relative(out, resolve(path));
    if (name.endsWith(".js")) imports[name] = files;
  }
  return { written: outputs.map(([path]) => relative(out, resolve(path))), inputs: Object.keys(result.metafile.inputs) };
}

/** Puts a smaller copy beside each script and style sheet, for browsers that take it. */
function compress(names) {
  const most = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  return names
    .filter((name) => /\.(js|css)$/.test(name))
    .flatMap((name) => {
      const content = readFileSync(join(out, name));
      const smaller = { [`${name}.gz`]: () => gzipSync(content, { level: 9 }), [`${name}.br`]: () => brotliCompressSync(content, most) };
      for (const [copy, make] of Object.entries(smaller)) {
        // The name holds the content's hash: what is there is right.
        if (!existsSync(join(out, copy))) writeFileSync(join(out, copy), make());
      }
      return Object.keys(smaller);
    });
}

/** Takes away what an earlier build left and this one did not write. */
function sweep(keep) {
  for (const name of readdirSync(out)) {
    if (!keep.has(name)) rmSync(join(out, name));
  }
}

async function build() {
  const manifest = {};
  const imports = {};
  mkdirSync(out, { recursive: true });
  generateTypes();
  const scripts = await bundle(SCRIPTS, manifest, imports, {
    format: "esm",
    splitting: true,
    jsx: "automatic",
    jsxImportSource: "preact",
    define: { "process.env.NODE_ENV": '"production"' },
  });
  // Pictures are served as they are; "../pictures/" means the same from styles/ as from build/.
  const styles = await bundle(STYLES, manifest, imports, {
    external: ["../pictures/*"],
  });
  buildStrings(manifest);
  writeHashed(manifest, "licences", "txt", noticesText(root, [...scripts.inputs, ...styles.inputs]));
  const written = [...new Set([...scripts.written, ...styles.written, ...Object.values(manifest)])];
  sweep(new Set([...written, ...compress(written), "imports.json", "manifest.json"]));
  write(join(out, "imports.json"), `${JSON.stringify(imports, null, 2)}\n`);
  write(join(out, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}

await build();
