import { succeeded, USUAL_START } from "../../engine";
import type { Argument } from "../cells";
import { failed, type Read } from "../problem";
import { readNumberBetween, readScalar } from "../scalar";

/** Dollars that a path starts with and that flow in (+) or out (−) at each row's close. */
export interface PathMoney {
  readonly start: number;
  readonly contribution: number;
}

/** The most dollars that Keel counts. */
const MOST_DOLLARS = 9e13;

/** Reads what a path starts with, 10,000 if blank, and what is paid in or out each period, 0 if blank. */
export function readPathMoney(start: Argument, contribution: Argument): Read<PathMoney> {
  const first = readNumberBetween("Start", start, "money", 0.01, MOST_DOLLARS);
  if (!first.ok) return first;
  const each = readNumberBetween("Contribution", contribution, "money", -MOST_DOLLARS, MOST_DOLLARS);
  if (!each.ok) return each;
  return succeeded({ start: first.value ?? USUAL_START, contribution: each.value ?? 0 });
}

/** Reads a whole number of one cell within a range; `usual` where it is blank. */
export function readWhole(argument: string, cells: Argument, usual: number, least: number, most: number): Read<number> {
  const read = readScalar(argument, cells, "number");
  if (!read.ok) return read;
  const found = read.value ?? usual;
  if (!Number.isInteger(found)) return failed({ code: "not a whole number", at: { argument }, found });
  return found < least || found > most
    ? failed({ code: "out of range", at: { argument }, found, least, most })
    : succeeded(found);
}

/** Draws that a seed begins are the same for seeds that differ by a multiple of this. */
const SEEDS = 2 ** 32;

/** Reads the seed of random draws, a whole number: 1 if blank, and reduced to 32 bits. */
export function readSeed(cells: Argument): Read<number> {
  const read = readWhole("Seed", cells, 1, -Infinity, Infinity);
  return read.ok ? succeeded(((read.value % SEEDS) + SEEDS) % SEEDS) : read;
}

/** Paths are drawn up to this many. */
const MOST_PATHS = 1_000_000;

export const USUAL_PATHS = 10_000;

/** Reads how many paths are drawn. */
export function readPaths(cells: Argument): Read<number> {
  return readWhole("Paths", cells, USUAL_PATHS, 1, MOST_PATHS);
}
