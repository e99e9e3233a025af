import { bands } from "../operations";
import { readColumn } from "../ranges";
import type { CellValue } from "../workbook";
import { columnOf, type List, shownAs } from "./list";

/** Why a field of targets can't be read. */
export type TargetProblem =
  | { readonly code: "not a percent"; readonly found: string }
  | { readonly code: "target below 0" }
  | { readonly code: "target above 100" };

/** What one field of targets says: a number as typed, or what is wrong with it. Blank is 0. */
type Typed = { readonly number: number; readonly signed: boolean } | { readonly problem: TargetProblem };

/** How typed targets add up. */
export interface TypedTargets {
  /** A percent for each field, 40 for 40 %; undefined where it can't be read. */
  readonly percents: readonly (number | undefined)[];
  readonly problems: readonly (TargetProblem | undefined)[];
  /** The sum of those that can be read, in percent. */
  readonly sum: number;
  /** Whether the sum is 100 as the functions count: a gap that is mere rounding is scaled away. */
  readonly complete: boolean;
  /** Whether fractions such as 0.4 were typed, and taken for percents. */
  readonly fractions: boolean;
}

/**
 * Reads what was typed into fields that ask for percents: `40`, `40%`, `12,5`. Fractions are taken for what they are if
 * all of them are below 1 and they add up to 1, as in a column of cells.
 */
export function readTyped(texts: readonly string[]): TypedTargets {
  const typed = texts.map(read);
  const numbers = typed.map((one) => ("number" in one ? one.number : undefined));
  const bare = typed.flatMap((one) => ("number" in one && !one.signed && one.number !== 0 ? [one.number] : []));
  const someSigned = typed.some((one) => "number" in one && one.signed && one.number !== 0);
  const fractions =
    !someSigned &&
    bare.length > 0 &&
    (bare.length < 2 ? texts.length === 1 : bare.every((one) => one < 1)) &&
    // Of hundreds of funds each may have less than 1 %, and all together 100.
    !areInPercents(bare) &&
    addUpToOne(bare);
  const percents = typed.map((one, row) => {
    const number = numbers[row];
    if (number === undefined || !("signed" in one)) return undefined;
    return one.signed || fractions ? tidy(number * 100) : number;
  });
  const sum = tidy(percents.reduce<number>((total, percent) => total + (percent ?? 0), 0));
  const problems = typed.map((one) => ("problem" in one ? one.problem : undefined));
  return {
    percents,
    problems,
    sum,
    complete: problems.every((one) => one === undefined) && isWhole(percents, sum),
    fractions,
  };
}

function read(text: string): Typed {
  const column = readColumn("Target", [[text]], "percentage");
  if (!column.ok || column.value.textRows.size > 0) {
    return { problem: { code: "not a percent", found: text.trim() } };
  }
  const number = column.value.numbers[0] ?? 0;
  const signed = /%\s*$/.test(text.normalize("NFKC"));
  if (number < 0) return { problem: { code: "target below 0" } };
  if (number > (signed ? 1 : 100)) return { problem: { code: "target above 100" } };
  return { number, signed };
}

/** Percents as the functions read them: fractions whose sum tells. A sum far from 100 may look like another whole. */
function isWhole(percents: readonly (number | undefined)[], sum: number): boolean {
  return Math.abs(sum - 100) < 1 && bands.answer(cellsOf(percents), null).ok;
}

function addUpToOne(numbers: readonly number[]): boolean {
  return bands.answer(
    numbers.map((number) => [number]),
    null,
  ).ok;
}

/** Percents as cells hold them: fractions, 0 as 0. */
export function cellsOf(percents: readonly (number | undefined)[]): readonly (readonly [number])[] {
  return percents.map((percent) => [fractionOf(percent ?? 0)]);
}

/** 40 → 0.4, by its decimal digits. */
export function fractionOf(percent: number): number {
  return Number(`${percent}e-2`);
}

/** What a list's column of targets says, as it would be typed in percents: "40", "12.5"; "" for a blank cell, and what can't be read as it stands. */
export function targetTexts(list: List): readonly string[] {
  const { target } = list.columns;
  if (target === undefined) return Array.from({ length: list.height }, () => "");
  return targetTextsOf(columnOf(list, target).map(([cell]) => cell ?? ""));
}

/** What the cells of a column of targets say, as it would be typed in percents. */
export function targetTextsOf(cells: readonly CellValue[]): readonly string[] {
  const inPercents = areInPercents(cells);
  return cells.map((cell) => {
    if (typeof cell !== "number") return shownAs(cell).trim();
    return cell === 0 ? "0" : String(inPercents ? cell : tidy(cell * 100));
  });
}

/** Whether the numbers of a column of targets are percents such as 60, and not fractions such as 0.6. */
export function areInPercents(cells: readonly CellValue[]): boolean {
  const sum = cells.reduce<number>((total, cell) => total + (typeof cell === "number" ? cell : 0), 0);
  return sum >= FRACTIONS_BELOW;
}

/** As the functions decide: numbers that add up to less than this are fractions that miss 1. */
const FRACTIONS_BELOW = 3;

/** Takes the noise of binary arithmetic off: 0.07 is 7 %, not 7.000000000000001. */
function tidy(number: number): number {
  return Number(number.toPrecision(12));
}
