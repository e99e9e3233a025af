import { type Decimal } from "../decimal";
import { cents, type Usd } from "../units/money";
import type { Household, Position } from "./household";
import { classSharesOf, countsAs, moneyByClass, unlistedPlace, valueOf } from "./money-in-classes";
import type { HouseholdPlan } from "./plan-record";

/** What one account holds before a plan and after it. */
export interface AccountOutcome {
  /** Whole cents as they stand on its statement, what is owed taken off. */
  readonly before: Usd;
  /** With its cash flow, all of it: what stays uninvested is there too. */
  readonly after: Usd;
  /** Its counted money in each class, in cents, in the order of the household's classes. */
  readonly classes: readonly Change[];
  /** Its counted money in none of them that is to be invested or sold, and what it leaves in cash. */
  readonly unlisted: Change;
}

/** An amount before a plan and after it, in cents. */
export interface Change {
  readonly before: Decimal;
  readonly after: Decimal;
}

/**
 * Says account by account how much of each class is in it, before a plan and after it (an outcome an account, in their
 * order). Class by class they add up to the plan's own `classes`, and `unlisted` to its `unlisted`.
 */
export function accountOutcomes(household: Household, plan: HouseholdPlan): readonly AccountOutcome[] {
  const { accounts, positions } = household;
  const shares = classSharesOf(household);
  const traded = new Map<number, number>();
  for (const { position, amount } of plan.trades) traded.set(position, (traded.get(position) ?? 0) + amount);
  const valueBefore = (position: number): number => valueOf(positions[position] as Position);
  const valueAfter = (position: number): number => valueBefore(position) + (traded.get(position) ?? 0);
  const ownOf = accounts.map((): number[] => []);
  for (const [position, { account }] of positions.entries()) ownOf[account]?.push(position);
  return accounts.map((account, index): AccountOutcome => {
    const own = new Set(ownOf[index]);
    const of = (value: (position: number) => number): Decimal[] =>
      moneyByClass(household, shares, (position) => (own.has(position) ? value(position) : 0));
    const [before, after] = [of(valueBefore), of(valueAfter)];
    const left = plan.leftInCash.reduce((sum, each) => (each.account === index ? sum + each.amount : sum), 0);
    const total = [...own].reduce((sum, position) => sum + valueBefore(position), 0);
    const changeAt = (place: number): Change => ({ before: before[place] as Decimal, after: after[place] as Decimal });
    const unlisted = changeAt(unlistedPlace(household));
    return {
      before: cents(total),
      after: cents(total + account.cashFlow),
      classes: household.classes.map((_, place) => changeAt(place)),
      unlisted: { ...unlisted, after: unlisted.after.plus(countsAs(account).times(left)) },
    };
  });
}
