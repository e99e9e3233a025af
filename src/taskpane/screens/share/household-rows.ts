import type { Household, HouseholdPlan, Policy, Position } from "../../../engine";
import { planCells, type HouseholdRange } from "../../../ranges";
import type { CopyAccount, CopyHolding, CopyPlan, CopyTrade } from "../../../sheets";
import { accountKindInWords, droppedInWords, fundInAccount, fundInWords, sureInWords } from "./household-words";

/** What a household was read as, as far as a copy of it says it. */
export type CopyRange = Pick<HouseholdRange, "household" | "accountNames" | "fundNames">;

/** What the owner's list says of a row beside what a plan reads. */
export interface RowDetails {
  readonly fund: string;
  readonly ticker?: string;
  readonly shares?: number;
  readonly price?: number;
}

const CENTS_A_DOLLAR = 100;

/** Money as cells hold it: dollars, with all digits that a share of a class has. */
function dollarsOf(cents: number | { readonly toNumber: () => number }): number {
  return (typeof cents === "number" ? cents : cents.toNumber()) / CENTS_A_DOLLAR + 0;
}

/** The accounts, with what the plan leaves uninvested in each. `typeOf` says an account's type as it is typed. */
export function copyAccounts(
  { household: { accounts, positions }, accountNames }: CopyRange,
  plan: HouseholdPlan | undefined,
  typeOf: (account: number) => string | undefined,
): readonly CopyAccount[] {
  return accounts.map(({ kind, cashFlow, countsAs }, account): CopyAccount => {
    const total = positions.reduce(
      (sum, each) => (each.account === account ? each.lots.reduce((all, { value }) => all + value, sum) : sum),
      0,
    );
    const left = plan?.leftInCash.reduce((sum, each) => (each.account === account ? sum + each.amount : sum), 0);
    const type = typeOf(account);
    return {
      name: accountNames[account] ?? "",
      kind: accountKindInWords(kind),
      ...(type !== undefined && { type }),
      isTaxed: kind === "taxable",
      total: dollarsOf(total),
      cashFlow: dollarsOf(cashFlow),
      leftInCash: dollarsOf(left ?? 0),
      countsAs,
    };
  });
}

/**
 * Every row of the holdings, account by account in the order of the list. `rowOf` gives a row's number on its sheet, and
 * `detailsOf` what its list says of it; trades are of the plan, and 0 without one.
 */
export function copyHoldings(
  { household, fundNames }: CopyRange,
  plan: HouseholdPlan | undefined,
  rowOf: (row: number) => number,
  detailsOf: (row: number) => RowDetails | undefined,
): readonly CopyHolding[] {
  const { classes, accounts, positions } = household;
  const traded = new Map<number, number>();
  for (const { rows } of plan?.trades ?? []) {
    for (const { row, amount } of rows) traded.set(row, (traded.get(row) ?? 0) + amount);
  }
  const places = fundPlaces(household);
  return positions
    .flatMap((position, index) => position.lots.map((lot) => ({ position, index, lot })))
    .sort((one, other) => one.position.account - other.position.account || one.lot.row - other.lot.row)
    .map(({ position, index, lot }): CopyHolding => {
      const { account, fund, security, fundClasses, isCash, isLeftAlone, expenseRatio } = position;
      const parts = classes.map((name) => (fundClasses.parts.get(name) ?? 0) / fundClasses.whole);
      const listed = classes.reduce((sum, name) => sum + (fundClasses.parts.get(name) ?? 0), 0);
      const isTaxed = accounts[account]?.kind === "taxable";
      return {
        row: rowOf(lot.row),
        account,
        position: places[index] as number,
        security: security + 1,
        ...(detailsOf(lot.row) ?? { fund: fundNames[fund] ?? "" }),
        isCash,
        parts,
        unlisted: isLeftAlone ? 0 : (fundClasses.whole - listed) / fundClasses.whole,
        value: dollarsOf(lot.value),
        ...(isTaxed && !isCash && lot.basis !== undefined && { basis: dollarsOf(lot.basis) }),
        ...(lot.acquired !== undefined && { acquired: lot.acquired }),
        ...(expenseRatio !== undefined && { expenseRatio }),
        mayBuy: position.mayBuy,
        maySell: lot.maySell,
        isLeftAlone,
        trade: dollarsOf(traded.get(lot.row) ?? 0),
      };
    });
}

/** Numbers the funds of the accounts from 1: rows that a lock leaves alone are the same fund there as the others. */
function fundPlaces({ positions }: Household): readonly number[] {
  const places = new Map<string, number>();
  return positions.map(({ account, fund }) => {
    const key = `${account} ${fund}`;
    const place = places.get(key) ?? places.size + 1;
    places.set(key, place);
    return place;
  });
}

/** What the plan comes to, and its trades with their places among the holdings. */
export function copyPlan(
  range: HouseholdRange | CopyRange,
  plan: HouseholdPlan,
  policy: Policy,
  holdings: readonly CopyHolding[],
  rowOf: (row: number) => number,
): CopyPlan {
  const { household, accountNames } = range;
  const { accounts, positions } = household;
  const cells = planCells(range as HouseholdRange, plan, policy).slice(1);
  const placeOf = new Map(holdings.map(({ row }, index) => [row, index]));
  const indexOf = (row: number): number => placeOf.get(rowOf(row)) as number;
  const textOf = (cell: unknown): string => (typeof cell === "string" ? cell : "");
  const trades = plan.trades.map((trade, index): CopyTrade => {
    const [, , action, , shares, , , , , why] = cells[index] ?? [];
    const { account, isCash } = positions[trade.position] as Position;
    const own = trade.rows.map(({ row }) => indexOf(row));
    const isTaxed = accounts[account]?.kind === "taxable" && !isCash && trade.amount < 0;
    return {
      account,
      holdings: own,
      action: textOf(action),
      fund: fundInWords(holdings[own[0] as number] as CopyHolding),
      ...(typeof shares === "number" && { shares }),
      ...(isTaxed && { tax: dollarsOf(trade.tax) }),
      why: textOf(why),
    };
  });
  const isQuiet = plan.trades.length === 0;
  const below = cells.slice(isQuiet ? 1 : plan.trades.length);
  const { incomeRate, gainsRate, cost, fee } = policy;
  const short = incomeRate ?? gainsRate;
  const long = gainsRate ?? incomeRate;
  const named = (row: number): string => {
    const holding = holdings[indexOf(row)] as CopyHolding;
    return fundInAccount(holding.fund, accountNames[holding.account] ?? "");
  };
  return {
    trades,
    noTrades: textOf(isQuiet ? cells[0]?.[0] : ""),
    goals: plan.classes.map(({ goal }) => dollarsOf(goal)),
    after: plan.classes.map((each) => dollarsOf(each.after)),
    unlistedAfter: dollarsOf(plan.unlisted.after),
    offGoal: plan.offGoal.map(({ classIndex }, index) => ({
      classIndex,
      side: textOf(below[index]?.[2]),
      why: textOf(below[index]?.[9]),
    })),
    tradeCount: plan.tradeCount,
    gain: { short: dollarsOf(plan.gain.short), long: dollarsOf(plan.gain.long) },
    tax: dollarsOf(plan.tax),
    ...(short && long && { rates: { short: short.toNumber(), long: long.toNumber() } }),
    ...((cost !== undefined || fee !== undefined) && {
      cost: { share: cost?.toNumber() ?? 0, fee: dollarsOf(fee ?? 0) },
    }),
    ...(plan.location && {
      location: { before: plan.location.before.toNumber(), after: plan.location.after.toNumber() },
    }),
    dropped: droppedInWords(plan.dropped.map(named)),
    status: sureInWords(plan.status),
    mayTrade: {
      sells: policy.sells !== "none",
      ...boundOf(policy, plan),
      gainsSlack: slackOf(policy, trades.filter(({ tax }) => tax !== undefined).length),
    },
  };
}

/** The most net gain that the plan may take: what cash flows need may be more than the policy says. */
function boundOf({ gains = "none" }: Policy, { gainsBound }: HouseholdPlan): { readonly gainsBound?: number } {
  if (gains === "allowed") return {};
  return { gainsBound: dollarsOf(gainsBound?.used ?? (gains === "none" ? 0 : gains.upTo)) };
}

/** Cents that rounding may pass the bound by: what trades are multiples of; of trades in shares each by itself. */
function slackOf({ tradeUnit }: Policy, sales: number): number {
  const step =
    typeof tradeUnit === "object" ? tradeUnit.multiplesOf : tradeUnit === "whole dollars" ? CENTS_A_DOLLAR : 1;
  return dollarsOf(step + sales + 1);
}
