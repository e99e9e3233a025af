import type { Chart } from "./chart";
import type { Validation, Value } from "./description";
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
  /** How large it is shown, in percent from 10 to 400; 100 without it. */
  readonly zoom?: number;
  readonly print?: PrintSetUp;
}

/** A sheet with nothing on it, but for its name. */
export const blankSheet: Omit<Sheet, "name"> = {
  cells: [],
  widths: [],
  heights: [],
  merged: [],
  tables: [],
  flags: [],
  validations: [],
  charts: [],
  pictures: [],
};

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
  /** Which of Excel's own looks it has in a file, such as TableStyleMedium9; Keel's without it. */
  readonly style?: string;
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

/** How a sheet is printed. Rows and columns `from` … `to` are both included. */
export interface PrintSetUp {
  readonly orientation: "portrait" | "landscape";
  /** What is printed, each block on pages of its own; everything on the sheet if there are none. */
  readonly areas: readonly Block[];
  /** Excel's number of the paper, such as 9 for A4; US Letter without it. */
  readonly paper?: number;
  /** How many pages it is made narrow enough for; one without it, `anyPages` for as many as it takes. */
  readonly pagesWide?: number;
  /** How many pages it is made short enough for; `anyPages` for as many as it takes. */
  readonly pagesTall: number;
  /** The size it is printed in, in percent, in the place of `pagesWide` and `pagesTall`. */
  readonly percent?: number;
  /** Rows that begin a new page. With any, `pagesTall` says how many pages come out, and nothing is fitted to it. */
  readonly breaks?: readonly number[];
  /** Columns that begin a new page. */
  readonly columnBreaks?: readonly number[];
  /** Rows repeated on each page. */
  readonly repeat?: { readonly from: number; readonly to: number };
  /** Columns repeated on each page. */
  readonly repeatColumns?: { readonly from: number; readonly to: number };
  /** In inches; Keel's own narrow ones without it. */
  readonly margins?: { readonly [side in Margin]: number };
  /** Above and below each page, in Excel's codes: `&LLeft&CMiddle&RPage &P of &N`. */
  readonly header?: string;
  readonly footer?: string;
  readonly options?: readonly PrintOption[];
}

/** From the paper's edge to the cells, and to the header and the footer. */
export type Margin = "left" | "right" | "top" | "bottom" | "header" | "footer";

/** What is centred on the page, and what is printed with the cells. */
export type PrintOption = "centered across" | "centered down" | "gridlines" | "headings";

/** As many pages as it takes. */
export const anyPages = 32767;

/** A footer with a text in the middle and the page number at the right. Excel takes 255 letters: a longer text is cut. */
export function pageFooter(text: string): string {
  const end = "&RPage &P of &N";
  let middle = text;
  // The sign & is a command in a footer, and stands for itself when doubled.
  const doubled = (): string => middle.replaceAll("&", "&&");
  while (doubled().length + end.length + 2 > mostInFooter) middle = middle.slice(0, -1).replace(/[\uD800-\uDBFF]$/, "");
  return `&C${doubled()}${end}`;
}

const mostInFooter = 255;
