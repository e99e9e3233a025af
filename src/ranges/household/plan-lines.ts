import {
  decimalOf,
  tradeShares,
  type Account,
  type Decimal,
  type ExactDecimal,
  type HouseholdPlan,
  type HouseholdTrade,
  type OffGoal,
  type Policy,
  type Position,
  type TradeShares,
  type Usd,
} from "../../engine";
import { offGoalSentence, whySentence } from "../wording/household";
import type { HouseholdRange } from "./read";

/** A trade of a plan with the names that the household's owner knows, and the reason for it in words. */
export interface PlanLine extends Pick<HouseholdTrade, "amount" | "gain" | "tax" | "isLongTerm" | "position" | "row"> {
  /** Index into the household's accounts. */
  readonly account: number;
  readonly fund: string;
  readonly isCash: boolean;
  /** What the row holds before: the lot of a taxable sale, else the fund in its account. */
  readonly value: Usd;
  /** With its sign, cut toward 0 to 4 decimals; absent where the row has no price. */
  readonly shares?: number;
  /** What part of its account's money the row is before and after. */
  readonly part: TradeShares;
  readonly why: string;
}

/** Names the trades of a plan, in its order. */
export function planLines(
  { household, fundNames }: HouseholdRange,
  { trades, classes }: HouseholdPlan,
): readonly PlanLine[] {
  const sharesOf = tradeShares(household);
  const words = { classNames: household.classes, classes };
  return trades.map((trade): PlanLine => {
    const { position, row, amount, gain, tax, isLongTerm, shares, why } = trade;
    const { account, fund, isCash, lots } = household.positions[position] as Position;
    const { cashFlow } = household.accounts[account] as Account;
    const own = isLongTerm === undefined ? lots : lots.filter((lot) => lot.row === row);
    return {
      ...{ position, row, amount, gain, tax, account, isCash },
      ...(isLongTerm !== undefined && { isLongTerm }),
      fund: fundNames[fund] ?? "",
      value: own.reduce((sum, { value }) => sum + value, 0) as Usd,
      ...(shares !== undefined && { shares: inShares(shares) }),
      part: sharesOf(trade),
      why: whySentence(why, cashFlow, words),
    };
  });
}

/** Digits after the point that shares are shown with. */
const SHARE_PLACES = 4;
const TOWARD_ZERO = 1;

function inShares(shares: ExactDecimal): number {
  const cut = decimalOf(shares).toDecimalPlaces(SHARE_PLACES, TOWARD_ZERO).toNumber();
  return cut === 0 ? 0 : cut;
}

/** A class that stays off its goal, and what keeps it there in words. */
export interface OffGoalLine {
  readonly name: string;
  /** after − goal, in cents: below 0 is short. */
  readonly gap: Decimal;
  readonly why: string;
}

/** Names the classes that stay off their goals. */
export function offGoalLines(
  { household }: HouseholdRange,
  { offGoal }: { readonly offGoal: readonly OffGoal[] },
  policy: Policy,
): readonly OffGoalLine[] {
  return offGoal.map(({ classIndex, gap, because }) => {
    const name = household.classes[classIndex] ?? "";
    return { name, gap, why: offGoalSentence(because, name, policy) };
  });
}
