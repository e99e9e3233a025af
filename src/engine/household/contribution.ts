import { failed, succeeded, type HouseholdProblem, type Result } from "../errors";
import { cents, NO_MONEY, type Usd } from "../units/money";
import type { Household, Lot } from "./household";
import { planHousehold } from "./plan";
import type { HouseholdPlan, HouseholdTrade } from "./plan-record";
import type { LinearSolver } from "./solver";

/** New money that goes into one account once a plan is carried out. */
export interface Contribution {
  /** Index into the household's accounts. */
  readonly account: number;
  readonly amount: Usd;
}

/**
 * Says which positions of an account new money buys, so that the household's classes come nearest to their targets without a sale:
 * the plan of the household as a plan leaves it, with this cash flow alone.
 */
export function placeContribution(
  household: Household,
  plan: HouseholdPlan,
  { account, amount }: Contribution,
  solver: LinearSolver,
): Result<readonly Pick<HouseholdTrade, "position" | "amount">[], HouseholdProblem> {
  const afterwards: Household = {
    ...household,
    accounts: household.accounts.map((each, index) => ({ ...each, cashFlow: index === account ? amount : NO_MONEY })),
    positions: positionsAfter(household, plan),
  };
  const placed = planHousehold(afterwards, { sells: "none" }, {}, solver);
  if (!placed.ok) return failed(placed.problem);
  // Cash that other accounts still hold is placed too, and is theirs.
  return succeeded(placed.value.trades.filter(({ position }) => household.positions[position]?.account === account));
}

function positionsAfter({ positions }: Household, { trades }: HouseholdPlan): Household["positions"] {
  const traded = new Map<number, number>();
  for (const { rows } of trades) {
    for (const { row, amount } of rows) traded.set(row, (traded.get(row) ?? 0) + amount);
  }
  // Without shares: what is bought and sold since isn't counted in them.
  const after = ({ row, value, maySell }: Lot): Lot => ({ row, value: cents(value + (traded.get(row) ?? 0)), maySell });
  return positions.map((position) => ({ ...position, lots: position.lots.map(after) }));
}
