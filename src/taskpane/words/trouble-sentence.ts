import { inTheRange, quoted, sentence, type Places } from "../../ranges";
import { localAddress } from "../../sheets";
import { placesOfFunds } from "./fund-places";
import type { PaneProblem, Trouble } from "../standing/trouble";

const RULES = "Type 5/25, 5%, or 20% relative; the help page of KEEL.POLICY lists all words.";

/** Says a problem for the pane, where nobody has typed a function. */
export function problemSentence(problem: PaneProblem, places: Places = inTheRange): string {
  switch (problem.code) {
    case "total row differs":
      return `Row ${problem.row + 1} says it is a total, but it is not the sum of the rows above. Correct it or delete it.`;
    case "unknown clause":
      // A few examples help more here than the list of every clause.
      return `Keel doesn’t know “${quoted(problem.found)}”. ${RULES}`;
    case "band without edges":
      return `“${quoted(problem.clause)}” looks at all funds together, and this pane judges each fund by itself. Type a rule for each fund, such as 5/25.`;
    case "missing argument":
      return neededSentence(problem.argument.toLowerCase());
    case "volatility needed":
      return neededSentence("volatility");
    case "returns needed":
      return "This rule needs past returns. Put them in a table called Returns: a column for each fund in the order of your list, and a row for each period. Or choose a rule without them.";
    default:
      return sentence(problem, places);
  }
}

function neededSentence(what: string): string {
  return `This rule needs the ${what}, which the pane doesn’t have. Choose a rule without it, or type the formulas yourself.`;
}

/** Says what is wrong. */
export function troubleSentence({ problem, fund, funds }: Trouble): string {
  return problemSentence(
    problem,
    placesOfFunds(() => fund, funds),
  );
}

/** Names the cell to look at: "C5 on sheet Plan". */
export function troubleCell({ at }: Trouble): string | undefined {
  return at && `${localAddress(at)} on sheet ${at.sheet}`;
}

/** Says what is wrong, and first which cell to look at if it is one. */
export function troubleInWords(trouble: Trouble): string {
  const cell = troubleCell(trouble);
  return `${cell === undefined ? "" : `Look at cell ${cell}. `}${troubleSentence(trouble)}`;
}
