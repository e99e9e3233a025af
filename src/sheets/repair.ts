import { errorKind } from "../ranges";
import type { Description } from "./description";
import { spellings, typedName } from "./keel-spelling";
import type { Block } from "./place";

/** A formula, the cell it stands in, and what that cell shows. */
export interface FormulaStanding {
  readonly cell: Block;
  readonly formula: string;
  readonly shows: number | string | boolean;
}

/**
 * What ails a Keel formula:
 * - `stored name`: it is spelled as a file keeps it (`_xldudf_KEEL_DRIFT`), or as if Keel were in another workbook
 *   (`[1]!KEEL.DRIFT`); Excel finds no function by that name.
 * - `not found`: it shows #NAME?, because Keel was not loaded when it was entered, or was another build of Keel.
 * - `stuck`: it was asked, and no answer came: #BUSY!.
 */
export type Ailment = "stored name" | "not found" | "stuck";

/** Tells what ails a Keel formula that entering it again may mend; undefined if nothing does. */
export function ailment({ formula, shows }: FormulaStanding): Ailment | undefined {
  if (spellings(formula).some(({ asTyped }) => !asTyped)) return "stored name";
  if (typeof shows === "string" && errorKind(shows) === "unknown name") return "not found";
  return shows === "#BUSY!" ? "stuck" : undefined;
}

/** Spells every Keel function in a formula as this build of Keel is called: `KEEL.DRIFT(`. All else stays as it is, and so does the case of its letters. */
export function cleaned(formula: string, namespace: string): string {
  let clean = "";
  let from = 0;
  for (const { from: start, to, name } of spellings(formula)) {
    const written = formula.slice(start, to);
    const right = typedName(namespace, name);
    clean += formula.slice(from, start) + (written.toUpperCase() === right.toUpperCase() ? written : right);
    from = to;
  }
  return clean + formula.slice(from);
}

/** Enters ailing formulas again, rightly spelled, each in its own cell. What they spill over follows by itself. */
export function repair(ailing: readonly FormulaStanding[], namespace: string): Description {
  return {
    title: "Repair formulas",
    steps: ailing.map(({ cell, formula }) => ({
      do: "write formula",
      block: { ...cell, height: 1, width: 1 },
      formula: cleaned(formula, namespace),
    })),
  };
}
