/** Bundles every static/src/**\/*.test.ts(x) and runs them with Node's own test runner. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import * as esbuild from "esbuild";

const source = join(dirname(dirname(fileURLToPath(import.meta.url))), "static", "src");
const tests = readdirSync(source, { recursive: true })
  .filter((name) => /\.test\.tsx?$/.test(name))
  .map((name) => join(source, name));
const out = mkdtempSync(join(tmpdir(), "minidorp-node-tests-"));
try {
  const built = await esbuild.build({
    entryPoints: tests,
    outdir: out,
    outbase: source,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    outExtension: { ".js": ".mjs" },
    banner: { js: 'import { createRequire as _cr } from "node:module"; const require = _cr(import.meta.url);' },
    jsx: "automatic",
    jsxImportSource: "preact",
    metafile: true,
    sourcemap: "inline",
    logLevel: "warning",
  });
  const files = Object.keys(built.metafile.outputs).filter((name) => name.endsWith(".test.mjs"));
  const run = spawnSync(process.execPath, ["--enable-source-maps", "--test", ...files], { stdio: "inherit" });
  process.exitCode = run.status ?? 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}
