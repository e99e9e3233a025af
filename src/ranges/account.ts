import {
  centsFromDollars,
  failed,
  LARGEST_TOTAL,
  mixOf,
  NO_MONEY,
  PARTS_OF_ONE,
  succeeded,
  type Account,
  type Mix,
  type Note,
  type Policy,
  type Result,
  type Usd,
} from "../engine";
import type { Argument } from "./cells";
import { alignColumns, position, readColumn, type Columns, type NumberColumn } from "./column";

/** An account read from cells: the engine's rows are the range's rows, header and blank rows being empty funds of target 0. */
export interface AccountRange {
  readonly account: Account;
  readonly columns: Columns;
  readonly notes: readonly Note[];
}

/** A money column in whole cents, none negative, and its total. */
export interface MoneyRange {
  readonly values: Float64Array;
  readonly total: Usd;
  readonly columns: Columns;
}

/** A column of targets as an exact mix. */
export interface MixRange {
  readonly targets: Mix;
  readonly columns: Columns;
  readonly notes: readonly Note[];
}

/** Reads a column of values alone. */
export function readValues(cells: Argument): Result<MoneyRange> {
  const column = readColumn("Values", cells, "money");
  if (!column.ok) return column;
  const columns = alignColumns([column.value]);
  if (!columns.ok) return columns;
  const values = moneyOf(columns.value.columns[0] as NumberColumn);
  return values.ok ? succeeded({ ...values.value, columns: columns.value }) : values;
}

/** Reads a column of targets alone. */
export function readTargets(cells: Argument): Result<MixRange> {
  const column = readColumn("Targets", cells, "weight");
  if (!column.ok) return column;
  const columns = alignColumns([column.value]);
  if (!columns.ok) return columns;
  const mix = mixFrom(columns.value.columns[0] as NumberColumn);
  if (!mix.ok) return mix;
  return succeeded({
    targets: mix.value.mix,
    columns: columns.value,
    notes: [...columns.value.notes, ...mix.value.notes],
  });
}

/**
 * Reads values and targets, row by row. Money without a target is sold (the default), held, which takes it out of the
 * account, or an error, as the policy's `unassigned` says.
 */
export function readAccount(
  valueCells: Argument,
  targetCells: Argument,
  unassigned?: Policy["unassigned"],
): Result<AccountRange> {
  const valueColumn = readColumn("Values", valueCells, "money");
  if (!valueColumn.ok) return valueColumn;
  const targetColumn = readColumn("Targets", targetCells, "weight");
  if (!targetColumn.ok) return targetColumn;
  const columns = alignColumns([valueColumn.value, targetColumn.value]);
  if (!columns.ok) return columns;
  const [valuesRead, targetsRead] = columns.value.columns as readonly [NumberColumn, NumberColumn];

  const money = moneyOf(valuesRead);
  if (!money.ok) return money;
  const mix = mixFrom(targetsRead);
  if (!mix.ok) return mix;
  const { values, total } = money.value;
  const { parts } = mix.value.mix;

  const totalRow = unassigned === "sell" ? undefined : totalRowOf(values, total, parts);
  if (totalRow !== undefined) {
    const at = position("Values", totalRow, valuesRead.across);
    return failed({ code: "total row included", at, value: valuesRead.numbers[totalRow] as number });
  }

  const notes: Note[] = [...columns.value.notes, ...mix.value.notes];
  const kept = values.slice();
  let keptTotal: number = total;
  for (let row = 0; row < kept.length; row++) {
    const value = kept[row] as number;
    if (value === 0 || parts[row] !== 0) continue;
    if (unassigned === "stop")
      return failed({ code: "unassigned money", at: position("Values", row, valuesRead.across) });
    if (unassigned === undefined)
      notes.push({ code: "untargeted money", at: position("Values", row, valuesRead.across) });
    if (unassigned === "hold") {
      kept[row] = 0;
      keptTotal -= value;
    }
  }
  const account: Account = { values: kept, total: keptTotal as Usd, targets: mix.value.mix };
  return succeeded({ account, columns: columns.value, notes });
}

/** Converts a column of dollars to cents. */
function moneyOf({ argument, across, numbers }: NumberColumn): Result<{ values: Float64Array; total: Usd }> {
  const values = new Float64Array(numbers.length);
  let total = 0;
  for (let row = 0; row < numbers.length; row++) {
    const number = numbers[row] as number;
    if (number === 0) continue;
    if (number < 0) {
      return failed({ code: "negative", at: position(argument, row, across), found: number, wanted: "money" });
    }
    if (number * 100 > LARGEST_TOTAL) return failed({ code: "too much money", argument });
    values[row] = centsFromDollars(number);
    total += values[row] as number;
    if (total > LARGEST_TOTAL) return failed({ code: "too much money", argument });
  }
  return succeeded({ values, total: total === 0 ? NO_MONEY : (total as Usd) });
}

/** 0.05 points a row, and at most half a point, may be missing or too much: that is rounding, and is scaled away. */
const GAP_A_ROW = 0.0005;
const LARGEST_GAP = 0.005;

/**
 * Makes targets a mix. The sum decides for the whole column whether it was typed as fractions or percents: 1 alone is
 * 100 %, and 99 beside it makes it a percent.
 */
function mixFrom({ argument, across, numbers }: NumberColumn): Result<{ mix: Mix; notes: readonly Note[] }> {
  let sum = 0;
  let rows = 0;
  let largest = 0;
  let smallest = Number.POSITIVE_INFINITY;
  for (let row = 0; row < numbers.length; row++) {
    const number = numbers[row] as number;
    if (number === 0) continue;
    if (number < 0) {
      return failed({ code: "negative", at: position(argument, row, across), found: number, wanted: "weight" });
    }
    sum += number;
    rows += 1;
    largest = Math.max(largest, number);
    smallest = Math.min(smallest, number);
  }
  if (rows === 0) return failed({ code: "no targets" });

  const as = sum < FRACTIONS_BELOW ? "fractions" : "percents";
  const one = as === "fractions" ? 1 : 100;
  const wrongSum = (): Result<never> =>
    failed({
      code: "targets don't add up",
      sum: tidy(sum),
      gap: tidy(sum - one),
      as,
      mixed: as === "percents" && smallest <= 1 && largest > 1,
    });
  if (sum > 3 * one) return wrongSum();

  // From here on in whole parts, so that a gap of exactly the allowed size is allowed.
  const parts = numbers.map((number) => Math.round(number * (PARTS_OF_ONE / one)));
  const gap = parts.reduce((total, part) => total + part, 0) - PARTS_OF_ONE;
  const allowed = Math.min(LARGEST_GAP, GAP_A_ROW * rows) * PARTS_OF_ONE;
  if (Math.abs(gap - PARTS_OF_ONE) <= allowed) return failed({ code: "targets add up twice", sum: tidy(sum) });
  if (Math.abs(gap) > Math.round(allowed)) return wrongSum();

  const mix = mixOf(parts);
  if (mix === undefined) return failed({ code: "no targets" });
  return succeeded({ mix, notes: gap === 0 ? [] : [{ code: "targets scaled", sum: tidy(sum), as }] });
}

/** Sums below this are fractions that miss 1 (or say it twice); percents that miss 100 by so much would be no mix at all. */
const FRACTIONS_BELOW = 3;

/** Takes the noise of adding in binary off a figure that is shown to a person. */
function tidy(number: number): number {
  return Number(number.toPrecision(12));
}

/** Finds a last row without a target that holds just what the rows above it hold together: a total that slipped in. */
function totalRowOf(values: Float64Array, total: Usd, parts: Float64Array): number | undefined {
  let row = values.length - 1;
  while (row > 0 && values[row] === 0 && parts[row] === 0) row -= 1;
  const value = values[row] as number;
  return row > 0 && parts[row] === 0 && value > 0 && value * 2 === total ? row : undefined;
}
