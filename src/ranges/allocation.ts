import {
  cents,
  centsFromDollars,
  LARGEST_TOTAL,
  mixOf,
  noMix,
  NO_MONEY,
  succeeded,
  type Allocation,
  type Lock,
  type Mix,
  type Policy,
  type RowRules,
  type Usd,
} from "../engine";
import { failed, type Note, type CellPlace, type Read } from "./problem";
import { argumentNames } from "./argument-names";
import type { Argument } from "./cells";
import { alignColumns, position, readColumn, type AlignedColumns, type NumberColumn } from "./column";
import { readRowRules } from "./row-rules";
import { addUp } from "./sum-rule";

/** An account read from cells: the engine's rows are the range's rows, header and blank rows being empty funds of target 0. */
export interface AllocationRange {
  readonly allocation: Allocation;
  /** Rows that hold money without a target, which the policy leaves out of the allocation. */
  readonly leftOut: ReadonlySet<number>;
  readonly columns: AlignedColumns;
  readonly notes: readonly Note[];
}

/** A money column in whole cents, none negative, and its total. */
export interface MoneyRange {
  readonly values: Float64Array;
  readonly total: Usd;
  readonly columns: AlignedColumns;
}

/** A column of targets as an exact mix. */
export interface MixRange {
  readonly targets: Mix;
  /** What is said of single rows; undefined where nothing. */
  readonly rules: RowRules | undefined;
  readonly columns: AlignedColumns;
  readonly notes: readonly Note[];
}

/** Reads a column of values alone. */
export function readValues(cells: Argument): Read<MoneyRange> {
  const column = readColumn(argumentNames.values, cells, "money");
  if (!column.ok) return column;
  const columns = alignColumns([column.value]);
  if (!columns.ok) return columns;
  const values = moneyOf(columns.value.columns[0] as NumberColumn);
  return values.ok ? succeeded({ ...values.value, columns: columns.value }) : values;
}

/** Reads a column of targets alone, with the rules of its rows. */
export function readTargets(cells: Argument, ruleCells?: Argument): Read<MixRange> {
  const column = readColumn(argumentNames.targets, cells, "weight");
  if (!column.ok) return column;
  const columns = alignColumns([column.value]);
  if (!columns.ok) return columns;
  const ruleNotes: Note[] = [];
  const rules = readRowRules(ruleCells, columns.value, ruleNotes);
  if (!rules.ok) return rules;
  const { rows, headerRows } = columns.value;
  const mix = mixFrom(
    columns.value.columns[0] as NumberColumn,
    areHeld(rules.value, rows, (row) => !headerRows.has(row)),
  );
  if (!mix.ok) return mix;
  return succeeded({
    targets: mix.value.mix,
    rules: rules.value,
    columns: columns.value,
    notes: [...columns.value.notes, ...mix.value.notes, ...ruleNotes],
  });
}

/** Reads a column of values for their proportions alone: none negative, as they are typed, so that weights will do. */
export function readProportions(cells: Argument): Read<Pick<MoneyRange, "values" | "columns">> {
  const column = readColumn(argumentNames.values, cells, "money");
  if (!column.ok) return column;
  const columns = alignColumns([column.value]);
  if (!columns.ok) return columns;
  const { numbers, across } = columns.value.columns[0] as NumberColumn;
  const wrong = numbers.findIndex((number) => number < 0);
  if (wrong >= 0) {
    const at = position(argumentNames.values, wrong, across);
    return failed({ code: "negative", at, found: numbers[wrong] as number, wanted: "money" });
  }
  const total = numbers.reduce((sum, number) => sum + number, 0);
  if (total * 100 > LARGEST_TOTAL) return failed({ code: "too much money", argument: argumentNames.values });
  return total > 0 ? succeeded({ values: numbers, columns: columns.value }) : failed({ code: "empty portfolio" });
}

/** Targets with a number beside each, such as a view. */
export interface TargetsBesideRange extends Omit<MixRange, "rules"> {
  readonly beside: Float64Array;
}

/** Reads targets and a column of numbers from `least` to `most` beside them. */
export function readTargetsBeside(
  targetCells: Argument,
  argument: string,
  cells: Argument,
  [least, most]: readonly [least: number, most: number],
): Read<TargetsBesideRange> {
  const targets = readColumn(argumentNames.targets, targetCells, "weight");
  if (!targets.ok) return targets;
  const beside = readColumn(argument, cells, "number");
  if (!beside.ok) return beside;
  const columns = alignColumns([targets.value, beside.value]);
  if (!columns.ok) return columns;
  const [first, second] = columns.value.columns as readonly [NumberColumn, NumberColumn];
  const wrong = second.numbers.findIndex((number) => number < least || number > most);
  if (wrong >= 0) {
    const at = position(argument, wrong, second.across);
    return failed({ code: "out of range", at, found: second.numbers[wrong] as number, least, most });
  }
  const mix = mixFrom(first, false);
  if (!mix.ok) return mix;
  return succeeded({
    targets: mix.value.mix,
    beside: second.numbers,
    columns: columns.value,
    notes: [...columns.value.notes, ...mix.value.notes],
  });
}

/**
 * Reads values and targets, row by row. Money without a target is sold (the default), held, which takes it out of the
 * account, or an error, as the policy's `unassigned` says; in a row that its own rule holds it stays.
 */
export function readAllocation(
  valueCells: Argument,
  targetCells: Argument,
  unassigned?: Policy["unassigned"],
  ruleCells?: Argument,
): Read<AllocationRange> {
  const valueColumn = readColumn(argumentNames.values, valueCells, "money");
  if (!valueColumn.ok) return valueColumn;
  const targetColumn = readColumn(argumentNames.targets, targetCells, "weight");
  if (!targetColumn.ok) return targetColumn;
  const columns = alignColumns([valueColumn.value, targetColumn.value]);
  if (!columns.ok) return columns;
  const [valuesRead, targetsRead] = columns.value.columns as readonly [NumberColumn, NumberColumn];
  const money = moneyOf(valuesRead);
  if (!money.ok) return money;
  return assembleAllocation(money.value, valuesRead, targetsRead, columns.value, unassigned, ruleCells);
}

/** Puts an account together from money that was read and a column of targets. `valuesRead` is the column that messages name. */
export function assembleAllocation(
  { values, total }: { values: Float64Array; total: Usd },
  valuesRead: NumberColumn,
  targetsRead: NumberColumn,
  columns: AlignedColumns,
  unassigned: Policy["unassigned"],
  ruleCells?: Argument,
): Read<AllocationRange> {
  const ruleNotes: Note[] = [];
  const rules = readRowRules(ruleCells, columns, ruleNotes);
  if (!rules.ok) return rules;
  const lockOf = (row: number): Lock | undefined => rules.value?.locks.get(row);
  const mix = mixFrom(
    targetsRead,
    areHeld(rules.value, values.length, (row) => values[row] !== 0),
  );
  if (!mix.ok) return mix;
  const { parts } = mix.value.mix;
  const placeOf = (row: number): CellPlace => position(valuesRead.argument, row, valuesRead.across);

  const totalRow = unassigned === "sell" ? undefined : totalRowOf(values, total, parts);
  if (totalRow !== undefined && lockOf(totalRow) === undefined) {
    return failed({ code: "total row included", at: placeOf(totalRow), value: cents(values[totalRow] as number) });
  }

  const notes: Note[] = [...columns.notes, ...mix.value.notes, ...ruleNotes];
  const kept = values.slice();
  const leftOut = new Set<number>();
  let keptTotal: number = total;
  for (let row = 0; row < kept.length; row++) {
    const value = kept[row] as number;
    // What a held row is to be is said: as it is.
    if (value === 0 || parts[row] !== 0 || lockOf(row) === "hold") continue;
    if (unassigned === "stop") return failed({ code: "unassigned money", at: placeOf(row) });
    if (unassigned === undefined && lockOf(row) !== "no sell")
      notes.push({ code: "untargeted money", at: placeOf(row) });
    if (unassigned === "hold") {
      notes.push({ code: "untargeted money left out", at: placeOf(row), amount: cents(value) });
      leftOut.add(row);
      kept[row] = 0;
      keptTotal -= value;
    }
  }
  return succeeded({
    allocation: {
      values: kept,
      total: keptTotal as Usd,
      targets: mix.value.mix,
      ...(rules.value && { rules: rules.value }),
    },
    leftOut,
    columns,
    notes,
  });
}

/** Converts a column of dollars to cents. */
function moneyOf({ argument, across, numbers }: NumberColumn): Read<{ values: Float64Array; total: Usd }> {
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

/** Beyond any amount that could have slipped into the column, and into sums that are no numbers. */
const LARGEST_TARGET = 1e15;

/** Whether rows are held, and all that count are. */
function areHeld(rules: RowRules | undefined, rows: number, counts: (row: number) => boolean): boolean {
  const locks = rules?.locks;
  if (![...(locks?.values() ?? [])].includes("hold")) return false;
  for (let row = 0; row < rows; row++) if (counts(row) && locks?.get(row) !== "hold") return false;
  return true;
}

/** Makes targets a mix, by the rule of their sum. Where all rows are held, whatever it is, there may be none. */
function mixFrom(
  { argument, across, numbers }: NumberColumn,
  isAllHeld: boolean,
): Read<{ mix: Mix; notes: readonly Note[] }> {
  const negative = numbers.findIndex((number) => number < 0);
  if (negative >= 0) {
    const found = numbers[negative] as number;
    return failed({ code: "negative", at: position(argument, negative, across), found, wanted: "weight" });
  }
  const beyondCounting = numbers.findIndex((number) => number > LARGEST_TARGET);
  if (beyondCounting >= 0) {
    const found = numbers[beyondCounting] as number;
    return failed({ code: "out of range", at: position(argument, beyondCounting, across), found, least: 0, most: 100 });
  }
  if (numbers.every((number) => number === 0)) {
    return isAllHeld ? succeeded({ mix: noMix(numbers.length), notes: [] }) : failed({ code: "no targets" });
  }

  const { as, sum, gap, mixed, verdict, parts } = addUp(numbers);
  if (verdict === "twice") return failed({ code: "targets add up twice", sum });
  if (verdict === "short" || verdict === "over") return failed({ code: "targets don't add up", sum, gap, as, mixed });
  const mix = mixOf(parts);
  if (mix === undefined) return failed({ code: "no targets" });
  return succeeded({ mix, notes: verdict === "whole" ? [] : [{ code: "targets scaled", sum, as }] });
}

/** Finds a last row without a target that holds just what the rows above it hold together: a total that slipped in. */
function totalRowOf(values: Float64Array, total: Usd, parts: Float64Array): number | undefined {
  let row = values.length - 1;
  while (row > 0 && values[row] === 0 && parts[row] === 0) row -= 1;
  const value = values[row] as number;
  return row > 0 && parts[row] === 0 && value > 0 && value * 2 === total ? row : undefined;
}
