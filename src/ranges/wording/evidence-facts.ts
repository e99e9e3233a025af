import type { Fact } from "../explanation";
import { count, list, plain } from "./figures";
import { quoted } from "./quote";

/** What evidence rests on, and what it doesn't say. */
export type EvidenceFact = Extract<
  Fact,
  { readonly fact: "past returns" | "drawn" | "ran out" | "no promise" | "in doubles" }
>;

/** Headings that a sentence names; a range may have thousands. */
const MOST_NAMED = 8;

/** Says one fact of an explanation of evidence in a sentence. */
export function evidenceFactSentence(fact: EvidenceFact): string {
  switch (fact.fact) {
    case "past returns": {
      const { names, periods, periodsPerYear, source } = fact;
      const named = names.slice(0, MOST_NAMED).map(quoted);
      const more = names.length > named.length ? [`${names.length - named.length} more`] : [];
      const from = source === undefined ? "" : ` ${quoted(source)}.`;
      return `Returns of ${list([...named, ...more])}: ${count(periods, "period", "periods")}, ${plain(periodsPerYear)} a year.${from}`;
    }
    case "drawn":
      return `${count(fact.paths, "path", "paths")} of ${count(fact.rows, "row", "rows")}, drawn from seed ${fact.seed}: the same seed gives the same draws.`;
    case "ran out":
      return `The money ran out in period ${fact.period}; the path ends there.`;
    case "no promise":
      return fact.drawn === true
        ? "Draws of past returns show how far results can spread; they promise nothing."
        : "This is what would have happened, without taxes; past returns promise nothing.";
    case "in doubles":
      return "Nothing is rounded on the way; trade units, the cash buffer and taxes are passed over.";
  }
}
