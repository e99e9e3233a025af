import type { Block, Description, Separators, Value } from "../sheets";

/**
 * A cell as the port hands it over: numbers raw (never their formatted text), dates as serials, "" for empty, errors as
 * their text ("#N/A"), data types with fields as a card.
 */
export type CellValue = Value | Card;

/** A cell of Excel's Stocks, or of another data type with fields, as a function gets one: it shows its text and has no value. */
export interface Card {
  readonly type: "Entity";
  readonly basicValue: "#VALUE!";
  readonly text: string;
}

/** A rectangle with its contents: `values` and `formulas` have the block's height and width. `formulas` holds "" where a cell has none. */
export interface Contents {
  readonly block: Block;
  readonly values: readonly (readonly CellValue[])[];
  readonly formulas: readonly (readonly string[])[];
}

/** A named table. `block` includes the header row. */
export interface Table extends Contents {
  readonly name: string;
}

/** What the user has selected. A single cell inside a table or a filled region stands for the whole of it: `around` is that. */
export interface Selection {
  readonly block: Block;
  /** The table under the selection, if there is one. */
  readonly table?: Table;
  /** The filled region around the selection, bounded by blank rows and columns; the selection itself if it has more than one cell. */
  readonly around: Contents;
}

/** A formula and the cell it stands in, with what that cell shows. */
export interface CellFormula {
  readonly cell: Block;
  /** In en-US form, as the host keeps it: an add-in that is not loaded may show as `_xldudf_KEEL_DRIFT(`. */
  readonly formula: string;
  readonly shows: Value;
  /** As its owner would type it, where the host writes formulas in another language: `=SUMME(A1;A2)`. */
  readonly local?: string;
}

/** A workbook file, to be opened beside this workbook. */
export interface WorkbookFile {
  /** With its ending: `Adviser copy 2026-11-23.xlsx`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Whether Keel's functions are at work here. */
export interface Health {
  /** The version of the functions that are loaded; undefined if they are not. */
  readonly functions?: string;
  /** When this workbook last calculated while the pane was open, in milliseconds since 1970. */
  readonly lastCalculation?: number;
}

/** Names one `apply`, for `undo`. Worth nothing once another workbook is opened, or after the pane was loaded again. */
export type Receipt = symbol;

export type Applied =
  /** Done. */
  | { readonly outcome: "applied"; readonly receipt: Receipt }
  /** Nothing was written: these cells are filled, and nobody has said that they may be replaced. */
  | { readonly outcome: "blocked"; readonly filled: readonly Block[] };

/** Ends what a listener began. Calling it again does nothing. */
export type Release = () => Promise<void>;

/**
 * A workbook, as the task pane and the commands see it. Two hosts carry it out: Excel (`excel.ts`) and the workbench's
 * grid; one contract suite holds both to these words. Every method may reject with a `WorkbookFailure`.
 */
export interface Workbook {
  readonly host: {
    readonly name: "Excel" | "workbench";
    /** Whether `apply` can be taken back with `undo` here, and whether the host's own undo does it. */
    readonly undo: "host" | "keel";
    /** Whether a page can save a file here. In Excel on a Mac a download is passed over without a word (office-js issues 2700, 3385). */
    readonly savesFiles: boolean;
  };
  /** What Excel asks people who open this workbook without Keel; undefined where it asks nothing. */
  readonly trust?: TrustPrompt | undefined;
  /** All named tables, in sheet order. */
  tables(): Promise<readonly Table[]>;
  selection(): Promise<Selection>;
  /** The contents of a block, read now. */
  read(block: Block): Promise<Contents>;
  /** How each cell of a block shows numbers: Excel's number formats in their en-US form, `General` where a cell has none. */
  numberFormats(block: Block): Promise<readonly (readonly string[])[]>;
  /**
   * Carries out a description as one step. Unless `replace` is given, cells that are filled stop it before anything is
   * written. Cells that a formula's result will cover count as written.
   */
  apply(description: Description, options?: { readonly replace?: boolean }): Promise<Applied>;
  /**
   * Takes one `apply` back. False, and nothing is changed, if Keel has applied something later that was not taken back,
   * if the user has changed what it wrote, or if it was taken back already.
   */
  undo(receipt: Receipt): Promise<boolean>;
  /** Shows a block and selects it. Not a step: there is nothing to take back. */
  show(block: Block): Promise<void>;
  /** The formula that fills a cell: its own, or the one whose result spills over it. */
  formulaFor(cell: Block): Promise<CellFormula | undefined>;
  /** Every formula in the workbook that calls Keel, in whatever spelling, in sheet order. */
  keelFormulas(): Promise<readonly CellFormula[]>;
  /** How formulas are typed here. */
  separators(): Promise<Separators>;
  /** Hands over a workbook as a file: opened as a new workbook where the host can do that, else downloaded. */
  openCopy(file: WorkbookFile): Promise<"opened" | "downloaded">;
  health(): Promise<Health>;
  /** Calls back, once for a burst, after cells changed: typed, pasted, recalculated. */
  onChange(listener: () => void): Promise<Release>;
  /** Calls back after the selection moved. */
  onSelectionChange(listener: () => void): Promise<Release>;
}

/**
 * Excel on Windows and Mac asks whoever opens a workbook with an add-in's functions, and doesn't have the add-in, whether
 * to trust it. The workbook itself can say that it shall not. Source: Microsoft, "Managing trust options for Office Add-ins".
 */
export interface TrustPrompt {
  /** Whether this workbook lets Excel ask. */
  asks(): boolean;
  /** Lets it ask, or not. Kept with the workbook when that is saved; no step of any undo. Rejects with a `WorkbookFailure`. */
  letAsk(ask: boolean): Promise<void>;
}

/** Why a workbook could not do what was asked, in words for the user; `cause` is what the host said. */
export class WorkbookFailure extends Error {
  override readonly name = "WorkbookFailure";
  constructor(
    message: string,
    readonly reason: "busy" | "protected" | "lost" | "refused",
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
