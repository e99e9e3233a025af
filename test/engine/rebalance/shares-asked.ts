import {
  exactDecimalOf,
  Decimal,
  shares as askedExactly,
  type Result,
  type ShareProblem as ExactProblem,
  type SharePlan as PlanInNumbers,
} from "../../../src/engine";

/** What `shares` is asked, with every figure a Decimal, as the tests and their oracles reckon. */
export type ShareProblem = Omit<ExactProblem, "held" | "prices" | "wanted"> &
  Readonly<Record<"held" | "prices" | "wanted", readonly Decimal[]>>;

/** What `shares` answers, with the trades as Decimals. */
export type SharePlan = Omit<PlanInNumbers, "trades"> & { readonly trades: readonly Decimal[] };

export function shares(problem: ShareProblem, mostNodes?: number): Result<SharePlan> {
  const [held, prices, wanted] = [problem.held, problem.prices, problem.wanted].map((list) => list.map(exactDecimalOf));
  const plan = askedExactly({ ...problem, held, prices, wanted } as ExactProblem, mostNodes);
  return plan.ok
    ? { ok: true, value: { ...plan.value, trades: plan.value.trades.map((trade) => new Decimal(trade)) } }
    : plan;
}
