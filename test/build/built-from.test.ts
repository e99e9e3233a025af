import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { builtFromFile, sourcesFingerprint, whyStale } from "../../src/build/built-from";

const otherSources = "dist/ was built from other sources. Run npm run build.";
let root = "";

function write(path: string, content: string): void {
  writeFileSync(join(root, path), content);
}

/** What a build leaves, as far as the check reads it. */
function build(): void {
  const fingerprint = sourcesFingerprint(root);
  mkdirSync(join(root, "dist"), { recursive: true });
  write("dist/functions.js", "");
  write(`dist/${builtFromFile}`, `${fingerprint}\n`);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "keel-built-from-"));
  for (const folder of ["src/engine", "src/ranges", "assets"]) mkdirSync(join(root, folder), { recursive: true });
  write("src/engine/drift.ts", "value / total - target");
  write("src/ranges/column.ts", "cells");
  write("src/README.md", "The map");
  write("assets/icon.svg", "<svg/>");
  for (const file of ["package.json", "webpack.config.js", "manifest.xml"]) write(file, file);
  build();
});
afterEach(() => rmSync(root, { recursive: true }));

test("a build of these very sources is fresh", () => {
  expect(whyStale(root)).toBeUndefined();
});

describe("a build is stale", () => {
  const changes: Readonly<Record<string, () => void>> = {
    "after a change of a source": () => write("src/engine/drift.ts", "value / total + target"),
    "after a change that keeps a file's length and time": () => {
      const noon = new Date(2026, 0, 1, 12);
      utimesSync(join(root, "src/ranges/column.ts"), noon, noon);
      build();
      write("src/ranges/column.ts", "sells");
      utimesSync(join(root, "src/ranges/column.ts"), noon, noon);
    },
    "after a new source": () => write("src/engine/band.ts", ""),
    "without one of its sources": () => rmSync(join(root, "src/ranges/column.ts")),
    "after a file moved into another room": () =>
      renameSync(join(root, "src/ranges/column.ts"), join(root, "src/engine/column.ts")),
    "after a change of a picture": () => write("assets/icon.svg", "<svg></svg>"),
    "after other packages": () => write("package.json", "other versions"),
    "after a change of how it is built": () => write("webpack.config.js", "another way"),
    "after a change of the manifest": () => write("manifest.xml", "<other/>"),
    "if nothing tells what it was made from": () => rmSync(join(root, "dist", builtFromFile)),
  };

  test.each(Object.keys(changes))("%s", (name) => {
    changes[name]?.();
    expect(whyStale(root)).toBe(otherSources);
  });
});

test("a build stays fresh when a file has only a new time, or a page for people changes", () => {
  const later = new Date(2099, 0, 1);
  utimesSync(join(root, "src/engine/drift.ts"), later, later);
  write("src/README.md", "Another map");
  expect(whyStale(root)).toBeUndefined();
});

test("where nothing was built, the sentence says so", () => {
  rmSync(join(root, "dist"), { recursive: true });
  expect(whyStale(root)).toBe("dist/ is not there. Run npm run build.");
});
