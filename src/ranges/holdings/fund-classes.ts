import { PARTS_OF_ONE, succeeded, type FundClasses } from "../../engine";
import { failed, type Refusal, type Note, type CellPlace, type Read } from "../problem";
import type { ClassRange } from "../classes";
import { nameOf, type Name, type NameReading } from "../names";
import { readNumber } from "../numbers";
import { addUp, type TypedShares } from "../sum-rule";
import { rowOf, type OtherColumn } from "../table";

/** A column of a holdings table that holds what share of each fund is in one class. */
export interface ClassColumn extends OtherColumn {
  readonly class: string;
}

/** One row whose money is to be put into classes. */
export interface FundClassesRow {
  readonly row: number;
  /** "" where the row has no name. */
  readonly fund: string;
  /** The asset class as typed. */
  readonly label: NameReading;
  readonly isCash: boolean;
  /** Whether it is left alone where nothing says its class. */
  readonly isHeld: boolean;
  /** Whether money in no listed class has somewhere to go, or may be left out. */
  readonly mayLackClass: boolean;
}

/** Where a table says what its funds are made of. */
export interface FundClassColumns {
  readonly others: readonly OtherColumn[];
  /** The cell of a row's asset class. */
  readonly at: (row: number) => CellPlace;
  readonly columns: readonly ClassColumn[];
  readonly classes: ClassRange;
  /** Whether the class columns are percents, if one row alone can't tell. */
  readonly percents: boolean;
  /** What the rows before were made of. */
  readonly known: KnownClasses;
  /** Where a row's shares in the class columns are put while it is read: one a column. */
  readonly shares: Float64Array;
}

/** Mixes that are remembered: more than two classes in whole percents make, and than any household has funds. */
const MOST_MIXES = 10_000;

/** A share of the class columns before, and what may follow it. */
interface Branch {
  readonly next: Map<number, Branch>;
  classes?: FundClasses;
}

/** The classes that funds were found to be made of, so that rows that are made alike, as most of many are, share a record. */
export class KnownClasses {
  private readonly whole = new Map<string | undefined, FundClasses>();
  private readonly mixed = { mayLackClass: branch(), inClasses: branch() };
  private mixes = 0;

  /** Of a fund that is wholly in one class, or in none. */
  of(only: string | undefined): FundClasses {
    let classes = this.whole.get(only);
    if (classes === undefined) {
      classes = { parts: new Map(only === undefined ? [] : [[only, 1]]), whole: 1 };
      this.whole.set(only, classes);
    }
    return classes;
  }

  /** Of a fund with these shares in the class columns, if they are known. */
  ofShares(shares: Float64Array, mayLackClass: boolean): FundClasses | undefined {
    let at: Branch | undefined = this.mixed[mayLackClass ? "mayLackClass" : "inClasses"];
    for (let index = 0; at !== undefined && index < shares.length; index++) at = at.next.get(shares[index] as number);
    return at?.classes;
  }

  remember(shares: Float64Array, mayLackClass: boolean, classes: FundClasses): void {
    if (this.mixes === MOST_MIXES) return;
    this.mixes += 1;
    let at = this.mixed[mayLackClass ? "mayLackClass" : "inClasses"];
    for (const share of shares) {
      const next = at.next.get(share) ?? branch();
      at.next.set(share, next);
      at = next;
    }
    at.classes = classes;
  }
}

function branch(): Branch {
  return { next: new Map() };
}

/** The columns among the others that are headed by a class; a heading that only looks like one is a problem. */
export function findClassColumns(
  others: readonly OtherColumn[],
  classes: ClassRange,
  headerRow: number,
): Read<readonly ClassColumn[]> {
  const columns = new Map<string, ClassColumn>();
  for (const column of others) {
    if (column.heading === "") continue;
    const found = headingClass(column.heading, classes, column.at(headerRow));
    if (!found.ok) return found;
    if (found.value !== undefined && !columns.has(found.value)) {
      columns.set(found.value, { ...column, class: found.value });
    }
  }
  return succeeded([...columns.values()]);
}

/** The class that a heading names, by itself or with a unit or remark behind it: `Stocks (%)`. */
export function headingClass(heading: string, classes: ClassRange, at: CellPlace): Read<string | undefined> {
  const found = classes.find(nameOf(heading), at);
  if (!found.ok || found.value !== undefined) return found;
  const bare = heading.replace(/[([].*$|%|\bpercent\b/gi, "").trim();
  return bare === heading || bare === "" ? found : classes.find(nameOf(bare), at);
}

/**
 * Whether the class columns are percents, as far as one row alone can't tell: any row that adds up to more than a
 * fraction could.
 */
export function areClassColumnsPercents(
  positions: readonly Pick<FundClassesRow, "row">[],
  columns: readonly ClassColumn[],
): boolean {
  return positions.some(({ row }) => {
    const numbers = columns.map((column) => {
      const reading = readNumber(column.cell(row), column.at(row), "weight");
      return reading.kind === "number" && reading.number > 0 ? reading.number : 0;
    });
    return addUp(Float64Array.from(numbers)).as === "percents";
  });
}

/** Reads what classes a row's fund is made of, from the class columns if they say anything, else from its asset class. */
export function readFundClasses(
  { row, fund, label, isCash, isHeld, mayLackClass }: FundClassesRow,
  { others, at: placeOf, columns, classes, percents, known, shares: place }: FundClassColumns,
  notes: Note[],
): Read<FundClasses> {
  const shares = readShares(row, columns, place, notes);
  if (!shares.ok) return shares;
  const isMixed = columns.length > 0 && shares.value.some((share) => share !== 0);

  const at = placeOf(row);
  if (label.kind === "problem" && !isMixed) return failed(label.problem);
  const name = label.kind === "name" ? label.name : !isMixed && isCash ? nameOf("Cash") : undefined;
  const listed = name === undefined ? succeeded(undefined) : listedClass(name, classes, at, fund);
  if (!listed.ok) return listed;

  if (isMixed) {
    const alike = known.ofShares(shares.value, mayLackClass);
    const fundClasses = alike
      ? succeeded(alike)
      : mixedFundClasses(shares.value, columns, mayLackClass, percents, { at: rowOf(at), fund }, notes, known);
    if (!fundClasses.ok) return withUnlisted(fundClasses, shares.value, unlistedShares(row, others, columns));
    if (listed.value === undefined) return fundClasses;
    const agrees = fundClasses.value.parts.get(listed.value) === fundClasses.value.whole;
    return agrees ? fundClasses : failed({ code: "classes disagree", at, fund, class: listed.value });
  }
  if (listed.value !== undefined || mayLackClass || isHeld) return succeeded(known.of(listed.value));
  return failed(
    name === undefined ? { code: "class missing", at, fund } : { code: "class not listed", at, fund, class: name.text },
  );
}

/** The list's spelling of a class. A class that only looks like a listed one is a problem that names the fund. */
function listedClass(name: Name, classes: ClassRange, at: CellPlace, fund: string): Read<string | undefined> {
  const found = classes.find(name, at);
  if (found.ok || found.problem.code !== "look-alike names") return found;
  const { other, letter } = found.problem;
  return failed({ code: "class not listed", at, fund, class: name.text, alike: { class: other, letter } });
}

const NO_SHARES = succeeded(new Float64Array());

/** Reads what a row has in the class columns into `shares`, which serves row after row. */
function readShares(
  row: number,
  columns: readonly ClassColumn[],
  shares: Float64Array,
  notes: Note[],
): Read<Float64Array> {
  if (columns.length === 0) return NO_SHARES;
  for (let index = 0; index < columns.length; index++) {
    const column = columns[index] as ClassColumn;
    shares[index] = 0;
    const cell = column.cell(row);
    // As nearly all are.
    if (typeof cell === "number" && cell >= 0 && cell < Number.POSITIVE_INFINITY) {
      shares[index] = cell;
      continue;
    }
    const at = column.at(row);
    const reading = readNumber(cell, at, "weight");
    if (reading.kind === "problem" || reading.kind === "text") return failed(reading.problem);
    if (reading.kind === "blank") continue;
    if (reading.note) notes.push(reading.note);
    if (reading.number < 0) return failed({ code: "negative", at, found: reading.number, wanted: "weight" });
    shares[index] = reading.number;
  }
  return succeeded(shares);
}

/** A fraction this large is the whole, give or take its rounding. */
const WHOLE_FRACTION = 1.005;

/** Reads the shares of a mixed fund: they add up to the whole, or, if money may lack a class, to less. */
function mixedFundClasses(
  shares: Float64Array,
  columns: readonly ClassColumn[],
  mayLackClass: boolean,
  percents: boolean,
  { at, fund }: { at: CellPlace; fund: string },
  notes: Note[],
  known: KnownClasses,
): Read<FundClasses> {
  // Where part of the money may be missing, one row alone can't tell 1% of a fund from all of it.
  const typed = addUp(shares, mayLackClass && percents ? "percents" : undefined);
  const { as, sum, gap, parts } = typed;
  const isUnclear = mayLackClass && percents && sum <= WHOLE_FRACTION;
  if (isUnclear || !(isWhole(typed) || (typed.verdict === "short" && mayLackClass))) {
    return failed({
      code: "classes don't add up",
      at,
      fund,
      unlisted: [],
      sum,
      gap,
      as,
      mixed: isUnclear || typed.mixed,
    });
  }
  const named = new Map<string, number>();
  let total = 0;
  for (const [index, column] of columns.entries()) {
    const part = parts[index] as number;
    if (part > 0) named.set(column.class, part);
    total += part;
  }
  const fundClasses = { parts: named, whole: isWhole(typed) ? total : PARTS_OF_ONE };
  // What is scaled is said of each row.
  if (typed.verdict === "scaled") notes.push({ code: "classes scaled", at, fund, sum, as });
  else known.remember(shares, mayLackClass, fundClasses);
  return succeeded(fundClasses);
}

/** The numbers of a row that stand under headings of no listed class. */
function unlistedShares(
  row: number,
  others: readonly OtherColumn[],
  columns: readonly ClassColumn[],
): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  for (const { heading, cell, at } of others) {
    if (heading === "" || columns.some((column) => column.heading === heading)) continue;
    const reading = readNumber(cell(row), at(row), "weight");
    if (reading.kind === "number" && reading.number > 0) shares.set(heading, reading.number);
  }
  return shares;
}

/** Names the columns that hold just what a mixed fund's listed classes lack: one of them, or all that could. */
function withUnlisted(failure: Refusal, listed: Float64Array, unlisted: ReadonlyMap<string, number>): Refusal {
  const { problem } = failure;
  if (problem.code !== "classes don't add up" || problem.gap >= 0) return failure;
  const small = [...unlisted].filter(([, share]) => share <= -problem.gap * WHOLE_FRACTION);
  const filling = [...small.map((each) => [each]), small].find((some) =>
    isWhole(addUp(Float64Array.from([...listed, ...some.map(([, share]) => share)]), problem.as)),
  );
  return filling ? failed({ ...problem, unlisted: filling.map(([heading]) => heading) }) : failure;
}

function isWhole({ verdict }: TypedShares): boolean {
  return verdict === "whole" || verdict === "scaled";
}
