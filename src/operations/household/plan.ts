import { loadSolver } from "../../compute";
import type { LinearSolver } from "../../engine";
import {
  checkCells,
  checkKinds,
  checkSubject,
  failed,
  planCells,
  planFacts,
  planSubject,
  tradeColumn,
  tradeSubject,
  type PlanSubject,
} from "../../ranges";
import type { Work } from "../later";
import { remembering } from "../memo";
import type { CellKind, ResultPlace } from "../operation";
import { planOf, readPlanQuestion, type DecidedPlan } from "./decide-plan";
import type { PlanArguments } from "./plan-arguments";

type PlanWork = Work<PlanArguments, DecidedPlan>;

/** PLAN, PLANCHECK and PLANTRADES of the same cells are three views of one plan. */
const decide = remembering(async (...given: PlanArguments) => {
  // What is wrong with the cells is said without a solver.
  const question = readPlanQuestion(...given);
  if (!question.ok) return question;
  let solver: LinearSolver;
  try {
    solver = await loadSolver();
  } catch {
    return failed({ code: "no solver" });
  }
  return planOf(question.value, solver);
});

/** Explains a plan, with the figures of what a row of a result is about. */
function explainWith(
  subjectOf: (decided: DecidedPlan, at: ResultPlace) => PlanSubject | undefined,
): PlanWork["explain"] {
  return (decided, at) => {
    const { range, plan: made, policy, today } = decided;
    return planFacts(range, made, policy, today, at && subjectOf(decided, at));
  };
}

/** Account, fund, action, amount, shares, from and to, gain, tax, why. */
const PLAN_KINDS: readonly CellKind[] = [
  ...(["plain", "plain", "plain", "money", "plain"] as const),
  ...(["percent", "percent", "money", "money", "plain"] as const),
];

/** What PLAN does. */
export const plan: PlanWork = {
  holds: [PLAN_KINDS],
  decide,
  show: ({ range, plan: made, policy }) => planCells(range, made, policy),
  explain: explainWith(({ plan: made }, { row }) => planSubject(made, row)),
};

/** What PLANCHECK does. */
export const planCheck: PlanWork = {
  holds: ({ range, plan: made, notes }) => checkKinds(range, made, notes),
  decide,
  show: ({ range, plan: made, notes }) => checkCells(range, made, notes),
  explain: explainWith(({ range, plan: made }, { row }) => checkSubject(range, made, row)),
};

/** What PLANTRADES does. */
export const planTrades: PlanWork = {
  holds: "money",
  decide,
  show: ({ range, plan: made }) => tradeColumn(range, made),
  // Of a table on its side the rows are columns.
  explain: explainWith(({ range, plan: made }, { row, column }) =>
    tradeSubject(made, range.rows.across ? column : row),
  ),
};
