import {
  exactly,
  lookThrough,
  NO_MONEY,
  succeeded,
  type Account,
  type FundClasses,
  type Household,
  type Lot,
  type Policy,
  type Position,
} from "../../engine";
import type { AllocationRange } from "../allocation";
import { isEmpty, type Argument } from "../cells";
import { usedRows } from "../column";
import { countsOf, readClassedTable } from "../holdings/with-classes";
import type { HoldingsTable } from "../holdings/record";
import { failed, type CellPlace, type Note, type Read } from "../problem";
import { rowOf } from "../table";
import { isIra } from "./ira";
import { lotReader, restOf, type LotRow } from "./lot-rows";
import { securitiesOf } from "./securities";
import { readClassTargets, type ClassTargets } from "./targets";

/** A household as its holdings and targets have it, with what its accounts and funds are called and where they stand. */
export interface HouseholdRange {
  readonly household: Household;
  /** By the household's accounts. */
  readonly accountNames: readonly string[];
  /** By the funds of its positions. */
  readonly fundNames: readonly string[];
  /** How the rows of the holdings lie. */
  readonly rows: HoldingRows;
  /** Where a row of the holdings is. */
  readonly at: (row: number) => CellPlace;
  readonly targets: ClassTargets;
  /** The classes as rows, for whoever reads columns that stand for them: past returns. */
  readonly classColumns: Pick<AllocationRange, "allocation" | "leftOut" | "columns">;
  /** Accounts of plans at work, as far as their types say so. */
  readonly isPlanAtWork: readonly boolean[];
  readonly notes: readonly Note[];
}

/** The rows of a range of holdings. */
export interface HoldingRows {
  /** How many there are, a whole column without its empty tail, and the row of the headings. */
  readonly count: number;
  readonly header: number;
  readonly across: boolean;
  /** Whether a row may trade: it is a holding, or blank. */
  readonly isTradable: (row: number) => boolean;
}

const HOLDINGS = "Holdings";

/**
 * Reads holdings and targets as a household. All that the one reader of holdings can't tell, and that concerns a plan,
 * is an error; cash of no listed class is to be invested; money of no listed class is an error, to be sold, or left
 * alone, as the policy says. `today` is a serial; without it no day of purchase is too late.
 */
export function readHousehold(
  holdings: Argument,
  targets: Argument,
  policy: Policy,
  today?: number,
): Read<HouseholdRange> {
  if (policy.tradeUnit === "whole percent") return failed({ code: "whole percents in a household" });
  const wanted = readClassTargets(targets);
  if (!wanted.ok) return wanted;
  const { classes } = wanted.value;
  const mayLackClass = classes.unclassified !== undefined || (policy.unassigned ?? "stop") !== "stop";
  const read = readClassedTable(HOLDINGS, holdings, classes, { details: true, mayLackClass });
  if (!read.ok) return read;
  const { table } = read.value;
  const asked = table.questions.find((question) => concernsPlan(question, table));
  if (asked) return failed(asked.problem);

  const notes: Note[] = [];
  const lotRow = lotReader({ ...read.value, classes, policy, today, notes });
  const lots: LotRow[] = [];
  for (const position of table.positions) {
    const lot = lotRow(position);
    if (!lot.ok) return lot;
    lots.push(lot.value);
  }
  const accounts: Account[] = [];
  for (const [index, { kind, cashFlow }] of table.accounts.entries()) {
    const counts = countsOf(table, index, policy);
    if (!counts.ok) return counts;
    // Every account without a kind has been asked about.
    accounts.push({ kind: kind ?? "taxable", cashFlow: cashFlow?.amount ?? NO_MONEY, countsAs: counts.value ?? 1 });
  }
  const found = positionsOf(lots, table);
  if (!found.ok) return found;
  const { positions, fundNames } = found.value;
  notes.push(...notesOn(lots, table, classes.classes));
  const { targets: mix, rules, places } = wanted.value;
  const household: Household = {
    accounts,
    positions,
    classes: classes.classes,
    targets: mix,
    ...(rules && { rules }),
    points: places.map(({ points }) => points),
  };
  return succeeded({
    household,
    accountNames: table.accounts.map(({ name }) => name),
    fundNames,
    rows: rowsOf(table, holdings),
    at: (row) => rowOf(table.at(row, "fund")),
    targets: wanted.value,
    classColumns: {
      // Every class has its column, held and wanted or not.
      allocation: { values: new Float64Array(mix.parts.length).fill(1), total: NO_MONEY, targets: mix },
      leftOut: new Set(),
      columns: { rows: mix.parts.length, headerRows: new Set(), columns: [], notes: [] },
    },
    isPlanAtWork: table.accounts.map(isPlanAtWork),
    notes: [...wanted.value.notes, ...tableNotes(table), ...notes],
  });
}

/** Whether an account is an employer's plan, as far as its type says so: pre-tax money, or the Roth money of such a plan. */
function isPlanAtWork({ kind, type = "" }: HoldingsTable["accounts"][number]): boolean {
  return kind === "deferred" ? !isIra(type) : kind === "Roth" && ROTH_PLAN.test(type);
}

const ROTH_PLAN = /\b(401|403|457)\b|\btsp\b|\bthrift savings\b/i;

/** Whether a plan needs to know what a question asks. What was paid for a fund matters only where gains are taxed. */
function concernsPlan({ about, problem }: HoldingsTable["questions"][number], table: HoldingsTable): boolean {
  if (about !== "basis") return about !== "class";
  const row = "at" in problem ? problem.at.row : undefined;
  const position = table.positions.find((each) => each.row === row);
  return position !== undefined && table.accounts[position.account]?.kind === "taxable";
}

/** What was said of the table, but that lots of a taxable account were added up. */
function tableNotes({ leftOut, notes, positions, accounts }: HoldingsTable): readonly Note[] {
  const taxable = new Set(
    positions.filter(({ account }) => accounts[account]?.kind === "taxable").map(({ row }) => row),
  );
  return [...leftOut, ...notes].filter(
    (note) => !(note.code === "rows of one fund added" && taxable.has(note.at.row ?? -1)),
  );
}

/** Puts the rows of a fund in an account together. A fund that is in other classes in one row than in another is no guess. */
function positionsOf(
  rows: readonly LotRow[],
  table: HoldingsTable,
): Read<{ positions: readonly Position[]; fundNames: readonly string[] }> {
  const securities = securitiesOf(rows.map(({ key, holding }) => ({ fund: key, sameAs: holding.sameAs })));
  const unbought = new Set(rows.filter(({ mayBuy }) => !mayBuy).map(inAccount));
  const funds = new Map<string, number>();
  const fundNames: string[] = [];
  const groups = new Map<string, LotRow[]>();
  for (const each of rows) {
    if (!funds.has(each.key)) funds.set(each.key, fundNames.push(each.name) - 1);
    const key = `${inAccount(each)}${each.isLeftAlone ? " left alone" : ""}`;
    const group = groups.get(key);
    const [first] = group ?? [];
    if (group === undefined || first === undefined) groups.set(key, [each]);
    else if (first.isCash !== each.isCash || !isMadeAlike(first.fundClasses, each.fundClasses)) {
      const names = { account: table.accounts[each.account]?.name ?? "", fund: each.name };
      return failed({ code: "fund classes differ", at: table.at(each.row, "asset class"), ...names, first: first.row });
    } else group.push(each);
  }
  const positions = [...groups.values()].map((group): Position => {
    const [{ account, key, fundClasses, isCash, isLeftAlone }] = group as [LotRow];
    const ratio = group.find(({ holding }) => holding.expenseRatio !== undefined)?.holding.expenseRatio;
    const price = priceOf(group);
    return {
      account,
      fund: funds.get(key) as number,
      security: securities.get(key) as number,
      fundClasses,
      isCash,
      isLeftAlone,
      mayBuy: !group.some((each) => unbought.has(inAccount(each))),
      ...(ratio !== undefined && { expenseRatio: ratio }),
      ...(price !== undefined && { price: exactly(price) }),
      lots: group.map(({ lot }): Lot => lot),
    };
  });
  return succeeded({ positions, fundNames });
}

function inAccount({ account, key }: LotRow): string {
  return `${account} ${key}`;
}

/** A fund's price: that of the row with the most money, since value ÷ shares has the least rounding in it there. */
function priceOf(group: readonly LotRow[]): number | undefined {
  let most: LotRow | undefined;
  for (const each of group) {
    const { price } = each.holding;
    if (price !== undefined && price > 0 && (most === undefined || each.lot.value > most.lot.value)) most = each;
  }
  return most?.holding.price;
}

/** Whether two funds hold the same classes in the same parts. */
function isMadeAlike(one: FundClasses, other: FundClasses): boolean {
  if (one === other) return true;
  if (one.parts.size !== other.parts.size) return false;
  // Crosswise, as parts may be counted in wholes of their own.
  return [...one.parts].every(
    ([name, part]) => BigInt(part) * BigInt(other.whole) === BigInt(other.parts.get(name) ?? 0) * BigInt(one.whole),
  );
}

/** What a plan assumes of single rows. */
function notesOn(
  rows: readonly LotRow[],
  { accounts, at }: HoldingsTable,
  classes: readonly string[],
): readonly Note[] {
  const notes: Note[] = [];
  const unknownBasis = new Map<number, number[]>();
  for (const { row, account, name, fundClasses, isCash, isLeftAlone, isHeld, lot } of rows) {
    const { value } = lot;
    const place = rowOf(at(row, "fund"));
    const isTaxable = accounts[account]?.kind === "taxable";
    if (isTaxable && !isCash && value > 0 && lot.basis === undefined && !isLeftAlone) {
      const known = unknownBasis.get(account);
      if (known) known.push(row);
      else unknownBasis.set(account, [row]);
    }
    if (value === 0 || restOf(fundClasses) === 0) continue;
    const { leftOut } = lookThrough([{ fund: name, value, fundClasses }], classes);
    const amount = leftOut[0]?.amount ?? value;
    if (isCash) notes.push({ code: value < 0 ? "owed cash to pay" : "cash to invest", at: place, amount: value });
    else if (isLeftAlone) {
      notes.push({ code: isHeld ? "held money left out" : "unlisted money left out", at: place, fund: name, amount });
    } else notes.push({ code: "unlisted money to sell", at: place, fund: name, amount });
  }
  for (const [account, of] of unknownBasis) {
    notes.push({ code: "basis missing", argument: HOLDINGS, account: accounts[account]?.name ?? "", rows: of });
  }
  return notes;
}

/** How the rows of the range lie, and which of them may trade. */
function rowsOf({ rows, headerRows, across, positions }: HoldingsTable, cells: Argument): HoldingRows {
  const rowAt = (row: number): readonly unknown[] => (across ? cells?.map((each) => each[row]) : cells?.[row]) ?? [];
  const isBlank = (row: number): boolean => rowAt(row).every(isEmpty);
  const held = new Set(positions.map(({ row }) => row));
  return {
    count: usedRows(rows, (row) => (isBlank(row) ? "" : row + 1)),
    header: headerRows - 1,
    across,
    isTradable: (row) => row >= headerRows && (held.has(row) || isBlank(row)),
  };
}
