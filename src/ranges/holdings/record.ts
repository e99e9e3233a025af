import type { AccountKind, Usd } from "../../engine";
import type { Name } from "../names";
import type { CellPlace, LeftOut, Note, Problem } from "../problem";
import type { OtherColumn } from "../table";
import type { HoldingColumn } from "./headings";

/**
 * A table of holdings as it was read: what every reader of such tables builds on (BYCLASS, the pane's bring-in, PLAN).
 * Rows count from 0 in the range as given, its header included. Nothing in it is a sentence: what was left out, assumed
 * or can't be told is a fact with a code, worded by `wording/`.
 */
export interface HoldingsTable {
  readonly argument: string;
  /** How many rows the range has, and how many of them are the header and what stands above it. */
  readonly rows: number;
  readonly headerRows: number;
  /** Whether the table lies on its side, so that its rows are the sheet's columns. */
  readonly across: boolean;
  /** Which column holds what: its place in the range and its heading as typed. */
  readonly columns: ReadonlyMap<HoldingColumn, FoundColumn>;
  /** The columns that are none of these: the owner's extra ones, and one column a class. */
  readonly others: readonly OtherColumn[];
  /** How sentences name a cell of a column, be it in the table or not. */
  readonly at: (row: number, kind: HoldingColumn) => CellPlace;
  /** In the order in which the table first names them. A table that names none has one. */
  readonly accounts: readonly HoldingsAccount[];
  /** In the order of their rows. */
  readonly positions: readonly Position[];
  /** What they are worth together, owed cash taken off. */
  readonly total: Usd;
  /** Rows that aren't counted, in the order of their rows. */
  readonly leftOut: readonly LeftOut[];
  /** What was assumed or accepted. */
  readonly notes: readonly Note[];
  /** What can't be told without asking. A function refuses the first that concerns it, the pane asks. */
  readonly questions: readonly HoldingsQuestion[];
  /** Tables with other headings in the same range, which can be read by giving their header's row. */
  readonly otherTables: readonly OtherTable[];
  /** Columns that split the value by where the money came from, in a 401(k) or 403(b). */
  readonly sources: readonly MoneySource[];
}

export interface FoundColumn {
  readonly column: number;
  readonly heading: string;
}

/** One row of money, or a fund on an account's menu. What the table lacks, or has blank, is undefined. */
export interface Position {
  readonly row: number;
  /** Index into the table's accounts. */
  readonly account: number;
  /** What the fund is known by: its symbol, else its description. Undefined in a row without a name. */
  readonly fund: Name | undefined;
  readonly ticker: string | undefined;
  /** The fund's name in words, where the table has one. */
  readonly description: string | undefined;
  /** The asset class as typed. */
  readonly assetClass: Name | undefined;
  /** Whole cents; below 0 only for cash. 0 for a fund that is on the menu and not held. */
  readonly value: Usd;
  /** Cash, or the core fund that an account keeps it in. */
  readonly isCash: boolean;
  readonly shares: number | undefined;
  /** Dollars a share; where a value is given, value ÷ shares, since bonds are quoted per 100. */
  readonly price: number | undefined;
  /** What was paid for the whole row. Read only with `details`, and absent without, as is all below. */
  readonly costBasis?: Usd | undefined;
  /** A day as Excel's serial. */
  readonly acquired?: number | undefined;
  /** As typed: only its order matters. */
  readonly expenseRatio?: number | undefined;
  /** As typed: `no buy`, `hold`; `5/25`, a number, a date that Excel made of it. */
  readonly lock?: unknown;
  readonly band?: unknown;
  /** Funds that share a text here are substantially identical. */
  readonly sameAs?: Name | undefined;
}

/** Whose money it is. */
export interface HoldingsAccount {
  /** What to show: the account's name, else its number masked to the last four. */
  readonly name: string;
  /** Only to tell accounts apart and to match next month's file: never shown or written as it is. */
  readonly number?: string;
  /** The first row that names it; absent where a title does, or nothing. */
  readonly row?: number;
  /** Where the name was taken from. `assumed`: nothing in the table names an account. */
  readonly from: "column" | "block" | "title" | "assumed";
  /** Read only with `details`, as is all below. Absent where the type is asked. */
  readonly kind?: AccountKind;
  /** The type as typed: a cell, or the name that says it. */
  readonly type?: string;
  /** + to invest, − to take out. */
  readonly cashFlow?: { readonly amount: Usd; readonly row: number };
  /** The share of its money that is the owner's after tax. Read without `details` too, as it changes what money counts. */
  readonly countsAs?: { readonly share: number; readonly row: number };
}

/** Something that can't be told without asking, and whom it concerns. */
export interface HoldingsQuestion {
  /**
   * `money`: what is held, and how much. `class`: its asset class. `account`: whose it is, and of which type. `detail`:
   * the columns only a plan reads, `basis` among them what matters in taxable accounts only.
   */
  readonly about: "money" | "class" | "account" | "detail" | "basis";
  readonly problem: Problem;
}

/** A table with headings of its own in the same range. */
export interface OtherTable {
  /** The row of its headings, and how many rows it has with it. */
  readonly row: number;
  readonly rows: number;
  readonly headings: readonly string[];
  /** Trades have a date and a type or an action: they are never holdings. */
  readonly isTrades: boolean;
}

/** A column that says how much of each row's value came from one source. */
export interface MoneySource extends FoundColumn {
  readonly source: "pre-tax" | "Roth" | "other";
}

/** What comes up while a table is read. */
export interface Added {
  readonly notes: Note[];
  readonly questions: HoldingsQuestion[];
}

/** How a table is to be read, where its cells don't decide. */
export interface HoldingsOptions {
  /** Reads account types, lots and what else only a plan or the pane needs; without it such cells aren't looked at. */
  readonly details?: boolean;
  /** The row of the headings, if the owner chose another table than the first. */
  readonly headerRow?: number;
  /** Columns that the owner chose; undefined takes a column's meaning away. */
  readonly columns?: ReadonlyMap<HoldingColumn, number | undefined>;
  /** Rows that the owner wants counted, and left out, whatever they look like. */
  readonly counted?: ReadonlySet<number>;
  readonly leftOut?: ReadonlySet<number>;
  /** Tells the headings that name a class, of whose columns each holds what part of a fund is in it. */
  readonly isClass?: (heading: string) => boolean;
  /** The decimal mark of the file that the cells come from, if it tells. */
  readonly mark?: "." | ",";
}
