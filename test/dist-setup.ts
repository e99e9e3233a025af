import path from "node:path";
import { whyStale } from "../src/build/built-from";
import { staleDist } from "./dist";

/** What jest says of a run: the patterns of paths that were asked for, none for a run of everything. */
interface Run {
  readonly testPathPatterns: { readonly patterns: readonly string[] };
}

/**
 * Compares dist/ with the sources before jest runs the first test. A run of everything is refused if dist/ is stale. A
 * run of chosen files goes on, so that a unit test of the engine needs no build; those among them that read dist/ fail
 * with the same sentence.
 */
export default function setUp({ testPathPatterns }: Run): void {
  const stale = whyStale(path.resolve(__dirname, ".."));
  if (stale !== undefined && testPathPatterns.patterns.length === 0) throw new Error(stale);
  process.env[staleDist] = stale ?? "";
}
