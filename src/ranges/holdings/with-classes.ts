import { succeeded, type AccountHolding, type Usd } from "../../engine";
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
): Read<HoldingsRange> {
  const isClass = (heading: string): boolean => {
    const found = headingClass(heading, classes, { argument });
    return found.ok && found.value !== undefined;
  };
  const read = readHoldingsTable(argument, cells, { isClass });
  if (!read.ok) return read;
  const table = read.value;
  const columns = findClassColumns(table.others, classes, table.headerRows - 1);
  if (!columns.ok) return columns;
  if (!table.columns.has("asset class") && columns.value.length === 0) {
    return failed({ code: "columns missing", argument, names: ["Asset class"], required: REQUIRED });
  }
  const [money] = table.questions.filter(({ about }) => about === "money");
  if (money) return failed(money.problem);

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
  const rowAt = (row: number): CellPlace => rowOf(table.at(row, "fund"));
  const notes: Note[] = [...table.leftOut, ...table.notes];
  const holdings: PlacedHolding[] = [];
  const held: HeldRow[] = [];
  for (const position of table.positions) {
    const { row, fund, value, isCash, account } = position;
    if (value === 0) continue;
    const label = labelOf(position);
    const isHeld = label.kind === "blank" && !isCash && isLocked(row);
    const said = { row, fund: fund?.text ?? "", label, isCash, isHeld, mayLackClass: mayLackClass || value < 0 };
    const fundClasses = readFundClasses(said, made, notes);
    if (!fundClasses.ok) return fundClasses;
    if (isHeld && fundClasses.value.parts.size === 0) {
      held.push({ row, fund: said.fund, value });
      continue;
    }
    if (value < 0) notes.push({ code: "cash owed", at: rowAt(row), amount: value });
    const countsAs = table.accounts[account]?.countsAs?.share;
    const holding: PlacedHolding = {
      fund: said.fund,
      value,
      account,
      fundClasses: fundClasses.value,
      row,
      // A money market fund without a symbol is told by its class only.
      isCash: isCash || position.assetClass?.key === CASH,
    };
    holdings.push(countsAs === undefined ? holding : { ...holding, countsAs });
  }
  const { total, rows: height, headerRows } = table;
  return succeeded({ holdings, held, at: rowAt, total, rows: height, headerRows, notes });
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
