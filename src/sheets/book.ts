import type { Chart, Validation, Value } from "./description";
import type { Block } from "./place";

/**
 * A whole workbook as data, as far as Keel keeps it in a file: what the workbench saves and opens, and what an adviser
 * copy and the starter workbook are made of. Rows and columns count from 0.
 */
export interface Book {
  readonly sheets: readonly Sheet[];
  /** Names for the whole workbook. `refersTo` is a formula without its `=`: `Plan!$B$7`, `Holdings[Value]`. */
  readonly names: readonly { readonly name: string; readonly refersTo: string }[];
  /** The sheet that is shown first; the first one without it. */
  readonly active?: string;
  /** File properties: what it is called and who wrote it. */
  readonly title?: string;
}

export interface Sheet {
  readonly name: string;
  /** Cells with something in them or a style of their own, in any order, each place once. */
  readonly cells: readonly BookCell[];
  /** In characters of the default font, as Excel counts. Columns that are not listed have the usual width. */
  readonly widths: readonly { readonly column: number; readonly characters: number; readonly hidden?: boolean }[];
  /** In points. Rows that are not listed have the usual height. */
  readonly heights: readonly { readonly row: number; readonly points: number; readonly hidden?: boolean }[];
  readonly merged: readonly Block[];
  readonly tables: readonly BookTable[];
  readonly flags: readonly Flag[];
  readonly validations: readonly ({ readonly block: Block } & Validation)[];
  /** Native charts in a file. Charts of another kind than these are not read from one. */
  readonly charts: readonly Chart[];
  /** Written to a file; not read back from one. */
  readonly pictures: readonly Picture[];
  /** Rows above and columns left of these stay in sight. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly hidden?: boolean;
  /** Whether the lines between cells are drawn; they are unless this is false. */
  readonly gridlines?: boolean;
  readonly print?: PrintSetUp;
}

export interface BookCell {
  readonly row: number;
  readonly column: number;
  /** What it holds or, with a formula, what that gave when it was last worked out; "" for empty. */
  readonly value: Value | ErrorValue;
  /** In en-US form with its `=`: `=KEEL.DRIFT(Holdings[Value],Holdings[Target])`. */
  readonly formula?: string;
  /** The size of a result that fills more cells than its own; the cells it covers hold its values, without a formula. */
  readonly spill?: { readonly height: number; readonly width: number };
  /** An Excel number format; "General" without it. */
  readonly format?: string;
  readonly style?: CellStyle;
}

/** An error as a cell's value: `#N/A`, `#VALUE!`. */
export interface ErrorValue {
  readonly error: string;
}

/** Colours are six hexadecimal digits after a #. What is not given is Excel's default. */
export interface CellStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strikethrough?: boolean;
  /** In points. */
  readonly size?: number;
  readonly font?: string;
  readonly ink?: string;
  readonly fill?: string;
  readonly across?: "left" | "center" | "right";
  readonly down?: "top" | "middle" | "bottom";
  readonly wrap?: boolean;
  /** Lines at the cell's sides. */
  readonly lines?: {
    readonly [side in "top" | "bottom" | "left" | "right"]?: {
      readonly ink: string;
      readonly weight: "thin" | "medium";
    };
  };
}

/** A named table. `block` includes the header row; a total row, if it has one, is left out. */
export interface BookTable {
  readonly name: string;
  readonly block: Block;
}

/** A conditional format: where `formula` (en-US with its `=`, relative to the block's top left cell) is true, cells take the style. */
export interface Flag {
  readonly block: Block;
  readonly formula: string;
  readonly fill?: string;
  readonly ink?: string;
}

export interface Picture {
  readonly at: Block;
  readonly png: Uint8Array;
  /** What it shows, for those who can't see it. */
  readonly words: string;
}

/** How a sheet is printed, on US Letter: fitted to one page's width and at most so many pages' height. */
export interface PrintSetUp {
  readonly orientation: "portrait" | "landscape";
  readonly area: Block;
  readonly pagesTall: number;
  /** Rows that begin a new page. With any, `pagesTall` says how many pages come out, and nothing is fitted to it. */
  readonly breaks?: readonly number[];
  /** Rows repeated on each page. */
  readonly repeat?: { readonly from: number; readonly to: number };
  /** At the foot of each page, in the middle; the page number stands at the right by itself. */
  readonly footer: string;
}
