import { cadenceOfRows, type EvidenceProblem } from "../../engine";
import { cadenceInSentence } from "../policy/settings/look";
import { failed, type Problem, type Refusal } from "../problem";
import { plain } from "./figures";

/*
 * What evidence says of its own problems. functions.js, which every workbook loads, doesn't know these sentences: they
 * stand with the part that is loaded on first use.
 */

type Told = Extract<Problem, { readonly code: "told by its part" }>;

/** A problem of the evidence with its sentence. `at` says which of several policies it is about, such as `Policies, row 3`. */
export function evidenceProblem(problem: EvidenceProblem, at = "Policy"): Problem {
  switch (problem.code) {
    case "look finer than rows": {
      const { cadence, periodsPerYear } = problem;
      const { sentence, shows } = told(
        `${at}: it looks ${cadenceInSentence(cadence)}, more often than the returns have rows, ${plain(periodsPerYear)} a year. Look less often, or give returns of shorter periods, with dates or periodsPerYear.`,
      );
      return {
        ...{ code: "told by its part", sentence, shows },
        looks: { given: cadence, rows: cadenceOfRows(periodsPerYear) },
      };
    }
    case "no band to be outside of":
      return told(`${at}: without a band there is nothing to be outside of. Add one, such as 5% or 5/25.`);
    case "no deep fall":
      return told(
        `This mix never fell by ${percentOf(problem.least)} in these returns; its deepest fall is ${percentOf(-problem.deepest)}. Give a longer history, or a mix with more stocks.`,
        "#N/A",
      );
    case "beyond counting":
      return told("Returns: the money grows beyond counting. Look for a figure typed too large.");
    default:
      return problem;
  }
}

/** A problem that evidence finds in its arguments. */
export function told(sentence: string, shows: "#VALUE!" | "#N/A" = "#VALUE!"): Told {
  return { code: "told by its part", sentence, shows };
}

export function refused(problem: EvidenceProblem, at?: string): Refusal {
  return failed(evidenceProblem(problem, at));
}

function percentOf(share: number): string {
  return `${plain(Number((share * 100).toFixed(2)))}%`;
}
