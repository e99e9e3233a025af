import { adviserCopy, householdCopy, type AdviserFacts, type Book, type HouseholdCopyFacts } from "../../../sheets";
import type { WorkbookFile } from "../../../workbook";
import { withChart } from "./chart";

/** A copy that is ready to be handed over. */
export interface Copy extends WorkbookFile {
  /** Whether the chart is missing because this page could not draw it. */
  readonly chartless: boolean;
}

/** Makes the adviser copy of one account as a file. Rejects if the part that writes workbooks can't be loaded. */
export async function makeCopy(facts: AdviserFacts, day: Date): Promise<Copy> {
  // A copy without its picture still says everything.
  const drawn = await withChart(facts).catch(() => facts);
  return fileOf(adviserCopy(drawn), day, drawn.chart === undefined);
}

/** Makes the adviser copy of a household as a file. Rejects as `makeCopy` does. */
export async function makeHouseholdCopy(facts: HouseholdCopyFacts, day: Date): Promise<Copy> {
  return fileOf(householdCopy(facts), day, false);
}

async function fileOf(book: Book, day: Date, chartless: boolean): Promise<Copy> {
  const { writeBook } = await import("../../../xlsx");
  return { name: `Keel adviser copy ${isoDay(day)}.xlsx`, bytes: await writeBook(book), chartless };
}

/** A day on the owner's own clock: 2026-11-23. */
function isoDay(day: Date): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
