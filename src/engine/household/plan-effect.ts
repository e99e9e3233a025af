import { Decimal } from "../decimal";
import { cents, type Usd } from "../units/money";
import type { Account, Household, Position } from "./household";
import { classSharesOf, countsAs, moneyByClass, unlistedPlace, valueOf } from "./money-in-classes";
import type { HouseholdTrade } from "./plan-record";

/** What trades of a plan do to a household's classes together. */
export interface PlanEffect {
  /** Half the sum of the classes' absolute drifts, a fraction of all counted money. */
  readonly driftBefore: number;
  readonly driftAfter: number;
  /** What is bought or what is sold, whichever is more; cash apart. */
  readonly traded: Usd;
}

/**
 * Says what these trades of a plan do if the others aren't made. Money of a cash flow that they don't place lies in no
 * class, and counts as drift.
 */
export function effectOfTrades(household: Household, trades: readonly HouseholdTrade[]): PlanEffect {
  const { accounts, positions } = household;
  const shares = classSharesOf(household);
  const traded = new Map<number, number>();
  const unplaced = accounts.map(({ cashFlow }): number => cashFlow);
  const sums = { bought: 0, sold: 0 };
  for (const { position, amount } of trades) {
    const { account, isCash } = positions[position] as Position;
    traded.set(position, (traded.get(position) ?? 0) + amount);
    unplaced[account] = (unplaced[account] as number) - amount;
    if (!isCash) sums[amount > 0 ? "bought" : "sold"] += Math.abs(amount);
  }
  const before = (position: number): number => valueOf(positions[position] as Position);
  const after = moneyByClass(household, shares, (position) => before(position) + (traded.get(position) ?? 0));
  const place = unlistedPlace(household);
  for (const [account, amount] of unplaced.entries()) {
    after[place] = (after[place] as Decimal).plus(countsAs(accounts[account] as Account).times(amount));
  }
  return {
    driftBefore: driftOf(household, moneyByClass(household, shares, before)),
    driftAfter: driftOf(household, after),
    traded: cents(Math.max(sums.bought, sums.sold)),
  };
}

/** Half the sum of absolute drifts of money by class, with the money in none of them as the last. */
function driftOf({ targets: { parts, whole } }: Household, money: readonly Decimal[]): number {
  const total = money.reduce((sum, amount) => sum.plus(amount), NOTHING);
  if (!total.greaterThan(0)) return 0;
  const gaps = money.reduce(
    (sum, amount, place) =>
      sum.plus(
        amount
          .dividedBy(total)
          .minus(new Decimal(parts[place] ?? 0).dividedBy(whole))
          .abs(),
      ),
    NOTHING,
  );
  return gaps.dividedBy(2).toNumber();
}

const NOTHING = new Decimal(0);
