import { readAccountType } from "../account-type";
import { isEmpty, type Cells } from "../cells";
import { parseNumber, tidyText } from "../numbers";
import type { CellPlace, LeftOut } from "../problem";
import { isBlank, type Headings } from "../table";
import type { HoldingColumn } from "./headings";
import { isNoFigure, isProse, namesFund, totalLabel } from "./labels";
import type { OtherTable } from "./record";
import { isTrades, otherHeadings, repeatsHeadings } from "./vocabulary";

/** Rows of a table that stand together: no blank row, no heading and no title lies between them. */
export interface Block {
  /** A lone text above it that names its account. */
  readonly title?: Title;
  /** The row of text above it that ended the table, if it did. */
  readonly end?: number;
}

export interface Title {
  readonly text: string;
  readonly row: number;
}

/** The rows below a header, sorted into what may be holdings and what isn't. */
export interface Body {
  readonly rows: readonly number[];
  /** The block of each of these rows, in their order. */
  readonly blocks: readonly Block[];
  readonly leftOut: readonly LeftOut[];
  readonly otherTables: readonly OtherTable[];
}

/** Where a table stands and what its columns are. */
export interface Frame {
  readonly cells: Cells;
  readonly header: number;
  readonly found: Headings<HoldingColumn>;
  readonly at: (row: number) => CellPlace;
}

const NO_ACCOUNTS: ReadonlySet<string> = new Set();

/**
 * Sorts the rows below a header. Text alone in a row is prose, unless it stands where funds' names do, or names the
 * account of the rows below it. Prose with a blank row beside it ends the table. Headings that are repeated continue it;
 * other headings begin another table.
 */
export function bodyOf(frame: Frame): Body {
  const { cells, header, found, at } = frame;
  const rows: number[] = [];
  const blocks: Block[] = [];
  const leftOut: LeftOut[] = [];
  const otherTables: { row: number; rows: number; headings: string[]; isTrades: boolean }[] = [];
  const names = new Set([found.get("fund"), found.get("ticker")]);
  const accountColumns = [found.get("account"), found.get("account number")].filter((each) => each !== undefined);

  const ready = [found.get("asset class"), found.get("account type"), found.get("lock")];

  let title = titleAbove(frame);
  let block: Block = title === undefined ? {} : { title };
  let end: number | undefined;
  let isOther = false;
  let last = header;
  const begin = (): void => {
    block = { ...(title && { title }), ...(end !== undefined && { end }) };
  };
  const enter = (row: number): void => {
    rows.push(row);
    blocks.push(block);
  };
  let coming = filledRow(cells, header + 1);
  while (coming !== undefined) {
    const { row, only }: Filled = coming;
    const next = filledRow(cells, row + 1);
    coming = next;
    const afterBlank = row > last + 1;
    if (afterBlank) begin();
    last = row;
    if (only === undefined) {
      if (repeatsHeadings(cells, header, row)) {
        isOther = false;
        end = undefined;
        begin();
        continue;
      }
      const other = hasFigure(frame, row) ? undefined : otherHeadings(cells, row);
      if (other !== undefined && (afterBlank || isOther || end !== undefined || isTrades(other) || other.size > 2)) {
        const headings = (cells[row] ?? []).filter((cell) => typeof cell === "string" && cell !== "").map(String);
        otherTables.push({ row, rows: 1, headings, isTrades: isTrades(other) });
        isOther = true;
        continue;
      }
      const table = otherTables.at(-1);
      if (isOther && table) table.rows = row - table.row + 1;
      else enter(row);
      continue;
    }

    const cell = cells[row]?.[only];
    const text = typeof cell === "string" && !hasFigure(frame, row) ? tidyText(cell) : undefined;
    if (text !== undefined && next !== undefined && repeatsHeadings(cells, header, next.row)) {
      title = { text, row };
      continue;
    }
    const table = otherTables.at(-1);
    if (isOther && table) {
      table.rows = row - table.row + 1;
      continue;
    }
    const isFollowed = next?.row === row + 1 && next.only === undefined && hasFigure(frame, next.row);
    const isAccount =
      isFollowed &&
      text !== undefined &&
      totalLabel(text, NO_ACCOUNTS) !== "only" &&
      accountColumns.every((column) => isEmpty(cells[next.row]?.[column])) &&
      (accountColumns.includes(only) || (readAccountType(text) !== undefined && !namesFund(text) && !isProse(text)));
    if (isAccount) {
      title = { text, row };
      begin();
      continue;
    }
    const isName = names.has(only) && (text === undefined || !isProse(text));
    if (text === undefined || isName || totalLabel(text, NO_ACCOUNTS) === "only") {
      enter(row);
      continue;
    }
    // A class that stands ready for a fund to come is no prose.
    const isReady = !afterBlank && !isProse(text) && ready.includes(only);
    if (isReady) continue;
    leftOut.push({ code: "prose left out", at: at(row), text });
    if (afterBlank || next === undefined || next.row > row + 1 || end !== undefined) {
      end ??= row;
      title = undefined;
      begin();
    }
  }
  for (const { row, rows: height, isTrades: trades } of otherTables) {
    leftOut.push({ code: "table left out", at: at(row), rows: height, isTrades: trades });
  }
  return { rows, blocks, leftOut, otherTables };
}

/** A row that holds anything, and its only cell if it has just one. */
interface Filled {
  readonly row: number;
  readonly only: number | undefined;
}

/** The first row from one on that holds anything. */
function filledRow(cells: Cells, from: number): Filled | undefined {
  for (let row = from; row < cells.length; row++) {
    const own = cells[row] ?? [];
    let only = -1;
    let count = 0;
    for (let column = 0; column < own.length && count < 2; column++) {
      if (isBlank(own[column])) continue;
      if (count === 0) only = column;
      count += 1;
    }
    if (count > 0) return { row, only: count === 1 ? only : undefined };
  }
  return undefined;
}

const FIGURES: readonly HoldingColumn[] = ["value", "shares", "price"];

/** Whether a row has a figure in one of the columns that say what it is worth. */
export function hasFigure({ cells, found }: Pick<Frame, "cells" | "found">, row: number): boolean {
  for (const kind of FIGURES) {
    const column = found.get(kind);
    if (column !== undefined && isFigure(cells[row]?.[column])) return true;
  }
  return false;
}

function isFigure(cell: unknown): boolean {
  if (typeof cell === "number") return cell !== 0;
  if (typeof cell === "object") return cell !== null;
  return typeof cell === "string" && /\d/.test(cell) && parseNumber(tidyText(cell), ".") !== undefined;
}

/** The lone text right above a header, blank rows aside, if headings are repeated below it or it says a type of account. */
function titleAbove({ cells, header }: Frame): Title | undefined {
  for (let row = header - 1; row >= 0; row--) {
    const own = (cells[row] ?? []).filter((cell) => !isBlank(cell));
    const [cell, ...more] = own;
    if (cell === undefined) continue;
    if (typeof cell !== "string" || more.length > 0) return undefined;
    const text = tidyText(cell);
    const isRepeated = cells.some((_, below) => below > header && repeatsHeadings(cells, header, below));
    return isRepeated && !isProse(text) ? { text, row } : undefined;
  }
  return undefined;
}

/**
 * The account that a table without a column of accounts belongs to: the first text above its header that says a type of
 * account, `Positions for account Rollover IRA ...006 as of …`.
 */
export function accountAbove({ cells, header }: Pick<Frame, "cells" | "header">): Title | undefined {
  for (let row = header - 1; row >= 0; row--) {
    for (const cell of cells[row] ?? []) {
      if (typeof cell !== "string" || cell === "") continue;
      const text = accountIn(tidyText(cell));
      if (readAccountType(text) !== undefined && !/^(account|tax) (type|status)$/i.test(text)) return { text, row };
    }
  }
  return undefined;
}

/** What a title says of an account, without the words around it. */
export function accountIn(title: string): string {
  const bare = title
    .replace(/^.*?\b(positions|holdings|balances|details?|summary|statement|portfolio|overview) (for|of|in)\b:? ?/i, "")
    .replace(/^(your |my |the )?accounts?( name)?(:| [-–—])? /i, "")
    .replace(/[,;]? *(as of|on|at) .*$/i, "")
    .trim();
  return bare === "" ? title : bare;
}

/** Whether a cell has nothing to say: blank, or one of the texts that mean so. */
export function saysNothing(cell: unknown): boolean {
  return isBlank(cell) || isNoFigure(cell);
}
