import { ailment, repair } from "../../../sheets";
import type { CellFormula, Receipt, Workbook } from "../../../workbook";

/** What became of formulas that were entered again. */
export interface Rewritten {
  /** Takes it back; undefined if nothing was written. */
  readonly receipt: Receipt | undefined;
  readonly formulas: number;
  /** Those that still don't work, with what they show now. */
  readonly still: readonly CellFormula[];
}

/** How often the cells are looked at after the formulas were entered again, and the pause between, in milliseconds. */
const LOOKS = 40;
const PAUSE = 250;
/** A wrong name stays; a function that is being loaded may still take so many looks. */
const LOOKS_AT_A_NAME = 6;

/** Enters ailing formulas again, rightly spelled, as one step, and waits until their cells show what came of it. */
export async function rewrite(
  workbook: Workbook,
  ailing: readonly CellFormula[],
  namespace: string,
): Promise<Rewritten> {
  const applied = await workbook.apply(repair(ailing, namespace), { replace: true });
  let still = ailing;
  for (let look = 1; look <= LOOKS; look += 1) {
    still = (await workbook.keelFormulas()).filter(
      (one) => ailing.some((before) => sameCell(one, before)) && ailment(one) !== undefined,
    );
    const waiting = still.some((one) => ailment(one) === "stuck") || (still.length > 0 && look < LOOKS_AT_A_NAME);
    if (!waiting) break;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  const receipt = applied.outcome === "applied" ? applied.receipt : undefined;
  return { receipt, formulas: ailing.length, still };
}

function sameCell({ cell: one }: CellFormula, { cell: other }: CellFormula): boolean {
  return one.sheet === other.sheet && one.row === other.row && one.column === other.column;
}
