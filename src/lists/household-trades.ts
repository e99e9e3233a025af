import { cellReadBy, overlap, sheetEnd, tradesCallIn, tradesPlaces, tradesRow, type Block } from "../sheets";
import type { CellFormula, Contents, Workbook } from "../workbook";
import { readIfThere } from "./read-inside";

/** The trades of a household's plan: where its formulas stand now, and what they are. */
export interface HouseholdTrades {
  /** The cell that says them in one line, as long as the plan's sheet shows it. */
  readonly summary?: Block;
  readonly plan: CellFormula;
  readonly check?: CellFormula;
  readonly rows?: CellFormula;
}

/** How far to the right the trades' formulas are looked for, in columns. */
const REACH = 40;

/**
 * Finds the trades that a Policy table is read for. `shown` is the formula in the plan's cell for their one line, which
 * leads to their sheet, whatever it is called now; where it doesn't, all formulas of the workbook are looked through.
 */
export async function tradesOf(
  workbook: Workbook,
  policyTable: string,
  shown: string,
  sheet: string,
): Promise<HouseholdTrades | undefined> {
  const summary = cellReadBy(shown, sheet);
  const headings = summary && { ...summary, row: summary.row + tradesRow.headings - tradesRow.summary, width: REACH };
  const contents = headings && (await readIfThere(workbook, headings));
  const found =
    (contents && among(formulasOf(contents), policyTable)) ?? among(await workbook.keelFormulas(), policyTable);
  return found && { ...found, ...(summary && { summary }) };
}

/** The formulas in a row of cells. */
function formulasOf({ block, values, formulas }: Contents): readonly CellFormula[] {
  return (formulas[0] ?? []).map((formula, across) => {
    const value = values[0]?.[across] ?? "";
    const shows = typeof value === "object" ? value.text : value;
    return { cell: { ...block, column: block.column + across, width: 1 }, formula, shows };
  });
}

function among(formulas: readonly CellFormula[], policyTable: string): HouseholdTrades | undefined {
  const first = (name: string): CellFormula | undefined =>
    formulas.find(({ cell, formula }) => tradesCallIn(formula, cell.sheet, policyTable) === name);
  const [plan, check, rows] = [first("PLAN"), first("PLANCHECK"), first("PLANTRADES")];
  return plan && { plan, ...(check && { check }), ...(rows && { rows }) };
}

/**
 * Whether a block lies on a plan's trades: on all of their sheet's columns where they stand as Keel wrote them, else on
 * what the formulas fill. However long a result is, nothing of anybody else's stands below it.
 */
export function isOnTrades(block: Block, { summary, plan, check, rows }: HouseholdTrades): boolean {
  const down = (cell: Block, width: number): Block => ({ ...cell, height: sheetEnd.rows - cell.row, width });
  const places = tradesPlaces(plan.cell.sheet, { holdings: 1, classes: 1, beside: 0 });
  const isWritten =
    summary?.sheet === plan.cell.sheet &&
    summary.column === plan.cell.column &&
    plan.cell.row - summary.row === tradesRow.headings - tradesRow.summary;
  if (isWritten && rows?.cell.sheet === summary.sheet) {
    return overlap(block, { ...down({ ...summary, row: 0 }, rows.cell.column + 1 - summary.column) });
  }
  return [
    down(plan.cell, places.plan.width),
    ...(check ? [down(check.cell, places.check.width)] : []),
    ...(rows ? [down(rows.cell, 1)] : []),
  ].some((filled) => overlap(block, filled));
}
