import type { Cadence } from "../../../engine";
import type { Problem } from "../../../ranges";
import { count } from "../../components/figures";

const LOOKS: Readonly<Record<number, string>> = { 1: "month", 3: "quarter", 12: "year" };

/** How often a rule looks, as a sentence goes on with it: `every quarter`, `every week`, `every 10 days`. */
export function everyInWords({ every, unit }: Cadence): string {
  if (unit === "months") return `every ${LOOKS[every] ?? count(every, "month")}`;
  return every === 7 ? "every week" : every === 1 ? "every day" : `every ${count(every, "day")}`;
}

/** How often there is a return, where a rule looks more often than that. */
export function rowsTooFew(problem: Problem): { readonly given: Cadence; readonly rows: Cadence } | undefined {
  return problem.code === "told by its part" ? problem.looks : undefined;
}

/** Why such a rule has no answer, and what the button does; undefined for another problem. */
export function looksTooOften(problem: Problem): string | undefined {
  const looks = rowsTooFew(problem);
  if (!looks) return undefined;
  const rows = everyInWords(looks.rows);
  return `Your rule looks ${everyInWords(looks.given)}, and these returns have one figure ${rows}: what happened in between is not known. Looking ${rows} instead opens Set up with such a rule; nothing is written before you have seen it.`;
}

/** What the button says. */
export function lookInstead(rows: Cadence): string {
  return `Look ${everyInWords(rows)} instead`;
}
