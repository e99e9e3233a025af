import type { CellKinds } from "../../../operations";
import type { Cells } from "../../../ranges";
import type { CellFormula } from "../../../workbook";
import type { Reading } from "./read-argument";

/** How a cell's formula came about: each call of Keel in it once, those inside another call after it. */
export interface Explained {
  readonly formula: CellFormula;
  readonly calls: readonly ExplainedCall[];
  /** Where the selected cell stands in what the first call gives, if that fills several cells. */
  readonly own?: Own;
}

/** One of the cells that a result fills: its row and column there, from 0, and the fund that the row is about. */
export interface Own {
  readonly row: number;
  readonly column: number;
  readonly height: number;
  readonly fund?: string;
}

export interface ExplainedCall {
  /** Without its namespace: `DRIFT`. */
  readonly name: string;
  readonly text: string;
  readonly arguments: readonly ReadArgument[];
  readonly outcome: CallOutcome;
}

export interface ReadArgument {
  /** As Keel's sentences call it: "Values". */
  readonly name: string;
  /** As the formula says it. */
  readonly text: string;
  readonly reading: Reading;
  readonly kinds: CellKinds;
  /** Where it stands, as the formula's sheet sees it: `C4:C9`, `'401(k)'!C4:C9`. */
  readonly address?: string;
}

export type CallOutcome =
  | {
      readonly is: "answered";
      readonly cells: Cells;
      readonly kinds: CellKinds;
      /** Sentences: what was read besides the arguments, the steps, what bound, what was rounded. */
      readonly read: readonly string[];
      readonly steps: readonly string[];
      readonly bound: readonly string[];
      readonly rounded: readonly string[];
    }
  /** Keel's answer is an error: which, and why. */
  | { readonly is: "error"; readonly error: string; readonly because: string }
  /** It can't be explained here: an argument can't be read. */
  | { readonly is: "unexplained"; readonly because: string };
