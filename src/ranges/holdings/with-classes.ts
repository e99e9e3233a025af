import { Decimal, succeeded, type AccountHolding, type FundClasses, type Policy, type Usd } from "../../engine";
import { plainValue, type Argument } from "../cells";
import type { ClassRange } from "../classes";
import { failed, type CellPlace, type Note, type Read } from "../problem";
import { rowOf } from "../table";
import type { NameReading } from "../names";
import { tidyText } from "../numbers";
import { areClassColumnsPercents, findClassColumns, headingClass, KnownClasses, readFundClasses } from "./fund-classes";
import { readHoldingsTable } from "./read";
import type { HoldingsTable, Position } from "./record";

/** A holding with its classes, and the row it stands in, for whatever has to be said about it. */
export interface PlacedHolding extends AccountHolding {
  readonly row: number;
}

/** A row whose owner leaves it alone: without a class, and locked with `hold`. */
export interface HeldRow {
  readonly row: number;
  readonly fund: string;
  readonly value: Usd;
}

/** A household's holdings as a table has them, with their classes. Rows without money aren't among them. */
export interface HoldingsRange {
  readonly holdings: readonly PlacedHolding[];
  /** Money that keeps out of all classes, also of one for what is in none. */
  readonly held: readonly HeldRow[];
  /** Where a row is. */
  readonly at: (row: number) => CellPlace;
  /** What they are worth together, owed cash taken off. */
  readonly total: Usd;
  readonly rows: number;
  readonly headerRows: number;
  readonly notes: readonly Note[];
}

const CASH = "CASH";

const REQUIRED = ["Value (or Shares and Price)", "Asset class (or one column a class)"] as const;

/** The settings of a policy that change what an account's money counts. */
export type Counting = Pick<Policy, "afterTax" | "incomeRate">;

/**
 * Reads a table of holdings with the asset class of each, or one column a class. Only cash may be below 0. Money in none
 * of the classes is a problem, unless `mayLackClass`: then it has somewhere to go, or may be left out. A row without a class
 * whose Lock says `hold` is left alone either way.
 */
export function readHoldings(
  argument: string,
  cells: Argument,
  classes: ClassRange,
  mayLackClass: boolean,
  counting: Counting = {},
): Read<HoldingsRange> {
  // What is left after tax depends on the account's type.
  const details = counting.afterTax === true;
  const read = readClassedTable(argument, cells, classes, { details, mayLackClass });
  if (!read.ok) return read;
  const { table, classify } = read.value;
  const asked = table.questions.find(({ about }) => about === "money" || (details && about === "account"));
  if (asked) return failed(asked.problem);

  const rowAt = (row: number): CellPlace => rowOf(table.at(row, "fund"));
  const notes: Note[] = [...table.leftOut, ...table.notes];
  const holdings: PlacedHolding[] = [];
  const held: HeldRow[] = [];
  for (const position of table.positions) {
    const { row, value, account } = position;
    if (value === 0) continue;
    const classed = classify(position, mayLackClass || value < 0, notes);
    if (!classed.ok) return classed;
    const { fund, fundClasses, isCash, isLeftAlone } = classed.value;
    if (isLeftAlone) {
      held.push({ row, fund, value });
      continue;
    }
    if (value < 0) notes.push({ code: "cash owed", at: rowAt(row), amount: value });
    const counts = countsOf(table, account, counting);
    if (!counts.ok) return counts;
    const holding: PlacedHolding = { fund, value, account, fundClasses, row, isCash };
    holdings.push(counts.value === undefined ? holding : { ...holding, countsAs: counts.value });
  }
  const { total, rows: height, headerRows } = table;
  return succeeded({ holdings, held, at: rowAt, total, rows: height, headerRows, notes });
}

/** A row's fund with what it is made of. */
export interface ClassedPosition {
  /** "" where the row has no name. */
  readonly fund: string;
  readonly fundClasses: FundClasses;
  /** Cash, the fund that an account keeps it in, or a money market fund that only its class tells. */
  readonly isCash: boolean;
  /** Whether its owner leaves it alone: without a class, and locked with `hold`. */
  readonly isLeftAlone: boolean;
}

/** A table of holdings, and a reader of what its rows are made of. */
export interface ClassedTable {
  readonly table: HoldingsTable;
  readonly classify: (position: Position, mayLackClass: boolean, notes: Note[]) => Read<ClassedPosition>;
}

/** Reads a table of holdings, and finds where it says what its funds are made of; fails where nothing does. */
export function readClassedTable(
  argument: string,
  cells: Argument,
  classes: ClassRange,
  { details, mayLackClass }: { readonly details: boolean; readonly mayLackClass: boolean },
): Read<ClassedTable> {
  const isClass = (heading: string): boolean => {
    const found = headingClass(heading, classes, { argument });
    return found.ok && found.value !== undefined;
  };
  const read = readHoldingsTable(argument, cells, { isClass, details });
  if (!read.ok) return read;
  const table = read.value;
  const columns = findClassColumns(table.others, classes, table.headerRows - 1);
  if (!columns.ok) return columns;
  if (!table.columns.has("asset class") && columns.value.length === 0) {
    return failed({ code: "columns missing", argument, names: ["Asset class"], required: REQUIRED });
  }
  const made = {
    others: table.others,
    at: (row: number): CellPlace => table.at(row, "asset class"),
    columns: columns.value,
    classes,
    percents: mayLackClass && areClassColumnsPercents(table.positions, columns.value),
    known: new KnownClasses(),
    shares: new Float64Array(columns.value.length),
  };
  const labelOf = labelReader(table);
  const isLocked = lockReader(table, cells);
  return succeeded({
    table,
    classify: (position, mayLack, notes) => {
      const { row, assetClass } = position;
      const label = labelOf(position);
      const isHeld = label.kind === "blank" && !position.isCash && isLocked(row);
      const fund = position.fund?.text ?? "";
      const said = { row, fund, label, isCash: position.isCash, isHeld, mayLackClass: mayLack };
      const fundClasses = readFundClasses(said, made, notes);
      if (!fundClasses.ok) return fundClasses;
      return succeeded({
        fund,
        fundClasses: fundClasses.value,
        // A money market fund without a symbol is told by its class only.
        isCash: position.isCash || assetClass?.key === CASH,
        isLeftAlone: isHeld && fundClasses.value.parts.size === 0,
      });
    },
  });
}

/**
 * The share of an account's money that is the owner's after tax: as typed, else, where the policy weighs money after tax,
 * what the income rate leaves of a deferred account. Undefined where all of it is.
 */
export function countsOf(
  { argument, accounts }: HoldingsTable,
  index: number,
  { afterTax, incomeRate }: Counting,
): Read<number | undefined> {
  const account = accounts[index];
  if (account?.countsAs !== undefined) return succeeded(account.countsAs.share);
  if (afterTax !== true || account?.kind !== "deferred") return succeeded(undefined);
  if (incomeRate === undefined || incomeRate.greaterThanOrEqualTo(1)) {
    return failed({ code: "income rate needed", argument, account: account.name });
  }
  return succeeded(new Decimal(1).minus(incomeRate).toDecimalPlaces(15).toNumber());
}

/** Makes a reader of whether a row's Lock says that its money stays where it is. */
function lockReader({ columns, across }: HoldingsTable, cells: Argument): (row: number) => boolean {
  const column = columns.get("lock")?.column;
  if (column === undefined) return () => false;
  return (row) => {
    const cell = plainValue(across ? cells?.[column]?.[row] : cells?.[row]?.[column]);
    return typeof cell === "string" && tidyText(cell).toLowerCase() === "hold";
  };
}

/** Makes a reader of what stands where a row's class belongs. */
function labelReader({ questions }: HoldingsTable): (position: Position) => NameReading {
  const problems = new Map(
    questions.flatMap(({ about, problem }) =>
      about === "class" && "at" in problem && problem.at.row !== undefined ? [[problem.at.row, problem]] : [],
    ),
  );
  return ({ row, assetClass }) => {
    if (assetClass) return { kind: "name", name: assetClass };
    const problem = problems.get(row);
    return problem ? { kind: "problem", problem } : { kind: "blank" };
  };
}
