import type { Setting } from "./policy/policy";
import type { Usd } from "./units/money";

/**
 * Everything that can be wrong, as data: a code and what a person needs to put it right. The sentence is made in one
 * place (`ranges/wording`), and the compiler asks for one for each code. `argument` is an argument's name as the user
 * sees it ("Targets"); `row` counts from 0 in the range as it was given, header included.
 */
export type Problem =
  // Cells that can't be read
  | { readonly code: "not a number"; readonly at: Position; readonly found: string; readonly wanted: Wanted }
  | { readonly code: "ambiguous number"; readonly at: Position; readonly found: string }
  | { readonly code: "error in a cell"; readonly at: Position; readonly found: string }
  | { readonly code: "still loading"; readonly at: Position; readonly found: string }
  | { readonly code: "negative"; readonly at: Position; readonly found: number; readonly wanted: Wanted }
  | {
      readonly code: "out of range";
      readonly at: Position;
      readonly found: number;
      readonly least: number;
      readonly most: number;
    }
  | { readonly code: "not a whole number"; readonly at: Position; readonly found: number }
  | { readonly code: "missing argument"; readonly argument: string; readonly wanted: Wanted }
  | { readonly code: "not one cell"; readonly argument: string; readonly height: number; readonly width: number }
  | { readonly code: "not one column"; readonly argument: string; readonly height: number; readonly width: number }
  | { readonly code: "unequal heights"; readonly first: Height; readonly second: Height }
  | { readonly code: "too many rows"; readonly argument: string; readonly rows: number; readonly most: number }
  | { readonly code: "too much money"; readonly argument: string }
  | {
      readonly code: "unknown choice";
      readonly argument: string;
      readonly found: string;
      readonly known: readonly string[];
    }
  // Targets and totals
  | { readonly code: "no targets" }
  | {
      readonly code: "targets don't add up";
      readonly sum: number;
      readonly gap: number;
      readonly as: "fractions" | "percents";
      readonly mixed: boolean;
    }
  | { readonly code: "targets add up twice"; readonly sum: number }
  | { readonly code: "total row included"; readonly at: Position; readonly value: number }
  | { readonly code: "empty portfolio" }
  // Amounts that can't be had
  | { readonly code: "more than there is"; readonly asked: Usd; readonly held: Usd }
  | { readonly code: "unassigned money"; readonly at: Position }
  | { readonly code: "held without a target"; readonly row: number }
  | { readonly code: "no relative drift"; readonly row: number }
  // Elections
  | { readonly code: "nothing to elect" }
  | { readonly code: "step doesn't divide 100"; readonly found: number }
  | { readonly code: "bounds cross"; readonly row: number; readonly least: number; readonly most: number }
  | { readonly code: "bounds conflict"; readonly least: number; readonly most: number }
  // The policy
  | { readonly code: "unknown clause"; readonly found: string; readonly at?: Position }
  | {
      readonly code: "unknown setting";
      readonly found: string;
      readonly at: Position;
      readonly known: readonly string[];
    }
  | { readonly code: "setting twice"; readonly setting: Setting; readonly first: string; readonly second: string }
  | { readonly code: "band of one"; readonly at: Position }
  | { readonly code: "clause out of range"; readonly clause: string; readonly least: string; readonly most: string }
  | { readonly code: "bad date"; readonly found: string }
  | { readonly code: "not a policy range"; readonly height: number; readonly width: number }
  | { readonly code: "not carried out"; readonly clause: string; readonly operation: string }
  | { readonly code: "band without edges"; readonly clause: string; readonly operation: string };

/** A cell of an argument: `row` counts from 0 along the range; without it the argument is a single cell. `across` marks a range that lies in a row. */
export interface Position {
  readonly argument: string;
  readonly row?: number;
  readonly across?: boolean;
}

export interface Height {
  readonly argument: string;
  readonly rows: number;
}

/** What a number stands for, so that the sentence can show an example of it. */
export type Wanted = "money" | "weight" | "percent" | "policy" | "choice";

/** A value, or why there is none. Failures travel as values inside Keel and are thrown only at a custom function's door. */
export type Result<T> = { readonly ok: true; readonly value: T } | Failure;

export interface Failure {
  readonly ok: false;
  readonly problem: Problem;
}

export function succeeded<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function failed(problem: Problem): Failure {
  return { ok: false, problem };
}

/** What was accepted but is worth saying: shown in the pane and in CHECKUP. */
export type Note =
  | { readonly code: "targets scaled"; readonly sum: number; readonly as: "fractions" | "percents" }
  | { readonly code: "read as number"; readonly at: Position; readonly found: string; readonly number: number }
  | { readonly code: "dash read as zero"; readonly at: Position }
  | { readonly code: "header rows skipped"; readonly argument: string; readonly rows: number }
  | { readonly code: "untargeted money"; readonly at: Position }
  | { readonly code: "date read as band"; readonly found: number };
