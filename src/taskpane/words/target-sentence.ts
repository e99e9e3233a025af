import type { TargetProblem } from "../../lists";
import { quoted } from "../../ranges";

/** Why a percent of a mix can't be read. */
export interface MixProblem {
  readonly code: "not a whole percent";
}

/** Says what is wrong with what stands in a field for a percent. */
export function targetSentence(problem: TargetProblem | MixProblem): string {
  switch (problem.code) {
    case "not a percent":
      return `“${quoted(problem.found)}” is not a percent. Type a number such as 40.`;
    case "target below 0":
      return "A target can’t be below 0%.";
    case "target above 100":
      return "A target can’t be above 100%.";
    case "not a whole percent":
      return "Type a whole percent from 0 to 100.";
  }
}
