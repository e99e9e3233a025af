import { errorKind } from "../../ranges";
import { ailment } from "../../sheets";
import type { CellFormula, Health, Workbook } from "../../workbook";
import { unknownFunctions } from "./misspelled";

/** Whether Keel is at work in a workbook, and how its formulas are. */
export interface HealthReport extends Health {
  /** How many formulas call Keel. */
  readonly formulas: number;
  /** Those that entering them again may mend. */
  readonly ailing: readonly CellFormula[];
  /** Those that show #NAME? because they call a function that Keel doesn't have. */
  readonly misspelled: readonly CellFormula[];
  /** Those that show an error of another kind: an input is wrong, or a place is filled. */
  readonly wrong: readonly CellFormula[];
}

/** Looks over a workbook's Keel formulas. */
export async function checkUp(workbook: Workbook): Promise<HealthReport> {
  const [health, all] = await Promise.all([workbook.health(), workbook.keelFormulas()]);
  const misspelled = all.filter(isMisspelled);
  const rest = all.filter((one) => !misspelled.includes(one));
  const ailing = rest.filter((one) => ailment(one) !== undefined);
  const wrong = rest.filter((one) => !ailing.includes(one) && isError(one.shows) && !isUnderWay(one.shows));
  return { ...health, formulas: all.length, ailing, misspelled, wrong };
}

/** A newer Keel may know a function that this one doesn't: only what shows #NAME? is misspelled. */
function isMisspelled({ formula, shows }: CellFormula): boolean {
  return typeof shows === "string" && errorKind(shows) === "unknown name" && unknownFunctions(formula).length > 0;
}

/** Whether a cell shows an error of Excel's: `#N/A`, `#SPILL!`. */
export function isError(shows: unknown): shows is string {
  return typeof shows === "string" && errorKind(shows) !== undefined;
}

/** Whether a cell is still being worked out. */
export function isUnderWay(shows: unknown): boolean {
  return typeof shows === "string" && errorKind(shows) === "under way";
}
