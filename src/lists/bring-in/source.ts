import type { HoldingColumn } from "../../ranges";
import type { CellValue } from "../../workbook";

/** Cells that may hold holdings: a file, or a sheet of one, what was pasted, or a list in the workbook. */
export interface Source {
  /** Tells it from the other sources for as long as the pane is open. */
  readonly key: string;
  /** What its owner calls it: a file's name, a list's. */
  readonly name: string;
  readonly from: "file" | "pasted" | "workbook";
  readonly cells: readonly (readonly CellValue[])[];
  /** The decimal mark of a text file, where the file tells it. */
  readonly mark?: "." | ",";
}

/** How the owner wants a source to be read, where its cells don't decide. Rows and columns count from 0. */
export interface SourceChoices {
  /** The row of the headings of the table to read, where there are several. */
  readonly headerRow?: number;
  /** Which column holds what; undefined takes a meaning away. */
  readonly columns?: ReadonlyMap<HoldingColumn, number | undefined>;
  readonly counted?: ReadonlySet<number>;
  readonly leftOut?: ReadonlySet<number>;
}

/** What the owner decides about an account: by its key. */
export interface AccountChoice {
  readonly name?: string;
  readonly type?: string;
  /** Whether money by source, pre-tax and Roth, becomes two accounts. Undefined until it is decided. */
  readonly split?: boolean;
  /** Which account of the table it is, by that account's name; "" for one that the table doesn't have yet. */
  readonly into?: string;
}

/** What the owner decides about a fund, wherever it is held: by its key. */
export type FundChoice =
  | { readonly kind: "class"; readonly class: string }
  /** Fractions that add up to 1. */
  | { readonly kind: "mix"; readonly weights: Readonly<Record<string, number>> }
  | { readonly kind: "leave alone" };

/** All that the owner has changed or answered. */
export interface Choices {
  readonly sources: ReadonlyMap<string, SourceChoices>;
  readonly accounts: ReadonlyMap<string, AccountChoice>;
  readonly funds: ReadonlyMap<string, FundChoice>;
  /** The day of the holdings, as a serial, in the place of what the sources say. */
  readonly asOf?: number | undefined;
}

export const noChoices: Choices = { sources: new Map(), accounts: new Map(), funds: new Map() };
