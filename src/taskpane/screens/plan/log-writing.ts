import {
  dayFormat,
  furtherTrades,
  isDoneHeading,
  isTicked,
  logRebalance,
  logSheet,
  logTable,
  newLogCells,
  newLogPlace,
  newTrades,
  newTradesPlace,
  nextLogRow,
  nextLogRows,
  sameName,
  tradeSheet,
  tradeTable,
  type Block,
  type Description,
  type LogEntry,
  type LoggedTrade,
  type MoneyPatterns,
  type Step,
} from "../../../sheets";
import { WorkbookFailure, type Contents, type Receipt, type Table, type Workbook } from "../../../workbook";
import { moneyLike, readInside } from "../../../lists";
import { placeInWords } from "../../components/cell-link";
import type { LookChange } from "./last-look";
import type { PartMade } from "./trading";

/** What logging a rebalance writes, checked against the workbook as it is now. */
export interface Writing {
  readonly description: Description;
  /** The log's new row; undefined if only the last look is set. */
  readonly row?: Block;
  /** The log with that row, its headings included. */
  readonly log?: Block;
  /** The sheet that is added for it, if there is no log yet. */
  readonly newSheet?: string;
  /** The cells that the single trades fill, with the headings where their table is new. */
  readonly trades?: { readonly cells: Block; readonly fate: "new table" | "new rows" };
  /** The cell of the last look, if it is changed. */
  readonly look?: LookChange;
  /** The ticked trades, which are unticked for the next time. */
  readonly done?: Done;
}

/** The trades of a plan that its owner ticked. */
export interface Done extends PartMade {
  readonly count: number;
  readonly of: number;
  /** The plan's column of ticks. */
  readonly cells: Block;
}

/** Where a plan's trades are ticked: the column, and its rows that trade, from 0, in the order of the trades. */
export interface Ticks {
  readonly cells: Block;
  readonly trading: readonly number[];
  /** What the trades of some of these rows come to alone. */
  readonly only: (rows: readonly number[]) => PartMade;
}

/** A rebalance before it is known how many of its trades were done. */
export type Rebalance = Omit<LogEntry, "done">;

/** A writing that was carried out, and what takes it back. */
export interface Logged extends Writing {
  readonly receipt: Receipt;
}

/** A writing, or why it can't be done, in a sentence. */
export type Prepared =
  { readonly ok: true; readonly writing: Writing } | { readonly ok: false; readonly trouble: string };

/** How many sheets are tried for a new log before the owner is asked to make room. */
const SHEETS_TRIED = 9;

/** Finds the log of past rebalances. */
export function findLog(workbook: Workbook): Promise<Table | undefined> {
  return tableCalled(workbook, logTable);
}

/** Finds the log of their single trades. */
export function findTrades(workbook: Workbook): Promise<Table | undefined> {
  return tableCalled(workbook, tradeTable);
}

async function tableCalled(workbook: Workbook, called: string): Promise<Table | undefined> {
  return (await workbook.tables()).find(({ name }) => sameName(name, called));
}

/**
 * Works out where a rebalance and the day of the look are to be written, without writing anything. Money is shown as in
 * the owner's column of `values`. Where some trades are ticked, the others were not made: they aren't kept as trades, and what was traded and the
 * drift after it are of those that were.
 */
export async function prepare(
  workbook: Workbook,
  values: Block,
  entry: Rebalance | undefined,
  trades: readonly LoggedTrade[],
  look: LookChange | undefined,
  ticks?: Ticks,
): Promise<Prepared> {
  const ticked = entry && ticks && (await readTicks(workbook, ticks));
  const done = ticked ? `${ticked.done.count} of ${ticked.done.of}` : "";
  const made = ticked ? trades.filter((_, index) => ticked.made[index]) : trades;
  const logged =
    entry && (await prepareLog(workbook, values, ticked ? { ...entry, ...ticked.part, done } : entry, made));
  if (logged && !logged.ok) return logged;
  if (look && (await holdsFormula(workbook, look.cell))) {
    const trouble = `${placeInWords(look.cell)} holds a formula, so Keel leaves it alone. Set your last look there yourself, and clear the check box here.`;
    return { ok: false, trouble };
  }
  const lookSteps: Step[] = look
    ? [
        // A rule in words is text before it is filled: Excel would make a date or a number of it.
        { do: "format numbers", block: look.cell, format: look.holds === "rule" ? "@" : dayFormat },
        { do: "write values", block: look.cell, values: [[look.holds === "rule" ? look.to : look.day]] },
      ]
    : [];
  const title = logged ? logged.writing.description.title : "Set the last look";
  const steps = [...(logged ? logged.writing.description.steps : []), ...lookSteps, ...(ticked ? [ticked.untick] : [])];
  return {
    ok: true,
    writing: {
      ...logged?.writing,
      description: { title, steps },
      ...(look ? { look } : {}),
      ...(ticked ? { done: ticked.done } : {}),
    },
  };
}

/** Writes what was prepared, or says in a sentence what stood in the way; nothing is written then. */
export async function carryOut(
  workbook: Workbook,
  writing: Writing,
): Promise<{ readonly logged: Logged } | { readonly trouble: string }> {
  const { description, look, done } = writing;
  // The log's own cells were found blank; only the last look and the ticks may stand where something is.
  const replace = (look !== undefined && look.from !== "") || done !== undefined;
  const applied = await workbook.apply(description, { replace });
  if (applied.outcome === "applied") return { logged: { ...writing, receipt: applied.receipt } };
  return {
    trouble: `Nothing was written: ${applied.filled.map(placeInWords).join(", ")} is filled by now. Try again.`,
  };
}

/** Finds which trades are ticked, and unticks them; undefined where none is ticked or the plan has no column for it. */
async function readTicks(
  workbook: Workbook,
  { cells, trading, only }: Ticks,
): Promise<
  { readonly done: Done; readonly part: PartMade; readonly made: readonly boolean[]; readonly untick: Step } | undefined
> {
  const found = await readInside(workbook, { ...cells, row: cells.row - 1, height: cells.height + 1 });
  const [heading, ...rows] = found?.values ?? [];
  if (!isDoneHeading(heading?.[0]) || found?.formulas.flat().some((formula) => formula !== "")) return undefined;
  const made = trading.map((row) => isTicked(rows[row]?.[0]));
  const count = made.filter(Boolean).length;
  if (count === 0) return undefined;
  const part = only(trading.filter((_, index) => made[index]));
  return {
    done: { count, of: trading.length, cells, ...part },
    part,
    made,
    // A check box that is not ticked holds FALSE.
    untick: {
      do: "write values",
      block: cells,
      values: rows.map(([cell]) => [typeof cell === "boolean" ? false : ""]),
    },
  };
}

/** Works out where a rebalance goes, and its single trades. */
async function prepareLog(
  workbook: Workbook,
  values: Block,
  entry: LogEntry,
  trades: readonly LoggedTrade[],
): Promise<Prepared> {
  const money = await moneyLike(workbook, values);
  const row = await prepareRow(workbook, entry, money);
  return row.ok ? withTrades(workbook, row.writing, trades, money) : row;
}

/** Adds the single trades to the writing of a rebalance: below those logged before, else as a table beside the log. */
async function withTrades(
  workbook: Workbook,
  writing: Writing,
  trades: readonly LoggedTrade[],
  money: MoneyPatterns,
): Promise<{ readonly ok: true; readonly writing: Writing } | { readonly ok: false; readonly trouble: string }> {
  const { description, log } = writing;
  if (trades.length === 0 || !log) return { ok: true, writing };
  const more = (steps: readonly Step[], cells: Block, fate: "new table" | "new rows"): Prepared => ({
    ok: true,
    writing: {
      ...writing,
      description: { ...description, steps: [...description.steps, ...steps] },
      trades: { cells, fate },
    },
  });
  const found = await findTrades(workbook);
  if (found) {
    const steps = furtherTrades(trades, found, money);
    if (!steps) return { ok: false, trouble: noDateColumn(found) };
    const cells = nextLogRows(found, trades.length);
    const contents = await readInside(workbook, cells);
    if (!contents) return { ok: false, trouble: `Sheet ${cells.sheet} has no rows left for your trades.` };
    if (isFilled(contents)) {
      return {
        ok: false,
        trouble: `${placeInWords(cells)}, below your log of trades, is filled. Move that away, then try again.`,
      };
    }
    return more(steps, cells, "new rows");
  }
  const beside = newTradesPlace({ ...log, column: log.column + log.width + 1 }, trades.length);
  if (await isFree(workbook, beside)) return more(newTrades(trades, beside, money), beside, "new table");
  for (const sheet of numbered(tradeSheet)) {
    const place = newTradesPlace({ sheet, row: 0, column: 0 }, trades.length);
    if (await isFree(workbook, place)) {
      return more([{ do: "add sheet", name: sheet }, ...newTrades(trades, place, money)], place, "new table");
    }
  }
  return { ok: false, trouble: `Your workbook has a sheet called ${tradeSheet} already. Rename it, then try again.` };
}

function noDateColumn({ name, block }: Table): string {
  return `The table ${name} on sheet ${block.sheet} has no column called Date. Give its column of dates that heading, then try again.`;
}

/** Names for a new sheet: Rebalance log, Rebalance log 2 … */
function numbered(sheet: string): readonly string[] {
  return Array.from({ length: SHEETS_TRIED }, (_, index) => (index === 0 ? sheet : `${sheet} ${index + 1}`));
}

async function prepareRow(workbook: Workbook, entry: LogEntry, money: MoneyPatterns): Promise<Prepared> {
  const log = await findLog(workbook);
  if (!log) return prepareNewLog(workbook, entry, money);
  const description = logRebalance(entry, log, money);
  if (!description) return { ok: false, trouble: noDateColumn(log) };
  const row = nextLogRow(log);
  const contents = await readInside(workbook, row);
  if (!contents) return { ok: false, trouble: `Sheet ${row.sheet} has no row left for the log.` };
  if (isFilled(contents)) {
    return { ok: false, trouble: `${placeInWords(row)}, below your log, is filled. Move that away, then try again.` };
  }
  const through = { ...log.block, height: row.row + 1 - log.block.row };
  return { ok: true, writing: { description, row, log: through } };
}

async function prepareNewLog(workbook: Workbook, entry: LogEntry, money: MoneyPatterns): Promise<Prepared> {
  for (const sheet of numbered(logSheet)) {
    const description = logRebalance(entry, sheet, money);
    if (description && (await isFree(workbook, newLogCells(sheet)))) {
      const place = newLogPlace(sheet);
      const row = { ...place, row: place.row + 1, height: 1 };
      return { ok: true, writing: { description, row, log: place, newSheet: sheet } };
    }
  }
  return { ok: false, trouble: `Your workbook has a sheet called ${logSheet} already. Rename it, then try again.` };
}

async function isFree(workbook: Workbook, block: Block): Promise<boolean> {
  try {
    const contents = await readInside(workbook, block);
    return contents !== undefined && !isFilled(contents);
  } catch (failure) {
    // A sheet that isn't there yet is free.
    if (failure instanceof WorkbookFailure && failure.reason === "lost") return true;
    throw failure;
  }
}

async function holdsFormula(workbook: Workbook, cell: Block): Promise<boolean> {
  const contents = await readInside(workbook, cell);
  return (contents?.formulas[0]?.[0] ?? "") !== "";
}

function isFilled({ values, formulas }: Contents): boolean {
  return [...values.flat(), ...formulas.flat()].some((cell) => cell !== "");
}
