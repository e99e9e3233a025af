import { adviserCopy, type AdviserFacts } from "../../../sheets";
import type { WorkbookFile } from "../../../workbook";
import { withChart } from "./chart";

/** A copy that is ready to be handed over. */
export interface Copy extends WorkbookFile {
  /** Whether the chart is missing because this page could not draw it. */
  readonly chartless: boolean;
}

/** Makes the adviser copy as a file. Rejects if the part of Keel that writes workbooks can't be loaded. */
export async function makeCopy(facts: AdviserFacts, day: Date): Promise<Copy> {
  // A copy without its picture still says everything.
  const drawn = await withChart(facts).catch(() => facts);
  const { writeBook } = await import("../../../xlsx");
  return {
    name: `Keel adviser copy ${isoDay(day)}.xlsx`,
    bytes: await writeBook(adviserCopy(drawn)),
    chartless: drawn.chart === undefined,
  };
}

/** A day on the owner's own clock: 2026-11-23. */
function isoDay(day: Date): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
