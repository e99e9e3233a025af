import { readFileSync } from "node:fs";
import path from "node:path";
import { whyStale } from "../src/build/built-from";

const root = path.resolve(__dirname, "..");

/** The built site, for tests that need its folder; whoever reads a file of it takes `fromDist`. */
export const dist = path.join(root, "dist");

/** Where jest's set-up leaves why dist/ is stale, or nothing if it is fresh: the sources are read once a run. */
export const staleDist = "KEEL_STALE_DIST";

/**
 * Reads a text of the built site. Throws if dist/ was built from other sources than those that are here: a test of an
 * old bundle stays green whatever is broken since.
 */
export function fromDist(name: string): string {
  const stale = process.env[staleDist] ?? whyStale(root);
  if (stale) throw new Error(stale);
  return readFileSync(path.join(dist, name), "utf8");
}
