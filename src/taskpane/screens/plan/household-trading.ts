import type { DecidedPlan } from "../../../operations";
import type { AccountTrading, PartMade, TradeLine, TradesByAccount } from "./trading";
import { cautionsOf, type Caution, type TradedBefore } from "./cautions";
import { exchangesAmong, percentsOf, type TradedFund, type WebPage } from "./web-page";

/** A row of a household's plan. Money in dollars. */
export interface HouseholdLine extends TradeLine {
  /** Where it is in the plan's own trades. */
  readonly index: number;
  /** Cash that becomes money for funds, or the other way: no trade. */
  readonly isCash: boolean;
  /** What the row was worth before. */
  readonly value: number;
  /** Given of a taxable sale; a loss is below 0. */
  readonly taxed?: { readonly gain: number; readonly tax: number; readonly isLongTerm: boolean };
  /** Which of several lots is sold: the day of its purchase, as Excel counts days; undefined where nobody said. */
  readonly lot?: { readonly acquired: number | undefined };
  readonly cautions: readonly Caution[];
}

/** One account of a household: all its rows, of which `trades` are those that somebody has to order. */
export interface HouseholdAccount extends AccountTrading {
  readonly lines: readonly HouseholdLine[];
  readonly trades: readonly HouseholdLine[];
}

/** What a household trades now, by account, in the order of its list. */
export interface HouseholdTrading extends TradesByAccount {
  readonly accounts: readonly HouseholdAccount[];
  readonly driftBefore: number;
  /** What is measured of some trades alone, by their places in the plan. */
  readonly only: (trades: ReadonlySet<number>) => PartMade;
}

/** Lays out a household's plan by account. `paycheck` is what new money each plan at work gets, in dollars. */
export function householdTrading(decided: DecidedPlan, before: TradedBefore, paycheck: number): HouseholdTrading {
  const { range, plan } = decided;
  const names = distinct(range.accountNames);
  const lines = decided.lines().map((line, index) => {
    const { position, row, account, fund, amount, value, gain, tax, isLongTerm, part, shares, why, isCash } = line;
    const lots = range.household.positions[position]?.lots ?? [];
    const taxed = isLongTerm === undefined ? undefined : { gain: gain / 100, tax: tax / 100, isLongTerm };
    return {
      account,
      line: {
        ...{ index, fund, isCash, why, amount: amount / 100, value: value / 100, before: part.from, after: part.to },
        ...(shares !== undefined && { shares }),
        ...(taxed && { taxed }),
        ...(taxed && lots.length > 1 && { lot: { acquired: lots.find((lot) => lot.row === row)?.acquired } }),
        cautions: cautionsOf(range, line, names[account] ?? "", before),
      } satisfies HouseholdLine,
    };
  });
  const outcomes = decided.accounts();
  const accounts = names.flatMap((name, account): HouseholdAccount[] => {
    const own = lines.flatMap((each) => (each.account === account ? [each.line] : []));
    const { before: had, after: has } = outcomes[account] ?? { before: 0, after: 0 };
    // A menu alone: nothing is there, and nothing comes.
    if (had === 0 && has === 0 && own.length === 0) return [];
    const trades = own.filter(({ isCash }) => !isCash);
    const sum = (some: readonly HouseholdLine[]): number => inDollars(some.map(({ amount }) => amount));
    const isPlan = range.isPlanAtWork[account] === true;
    return [
      {
        ...{ account: name, isPlan, lines: own, trades, net: sum(trades) },
        ownCash: -sum(own.filter(({ isCash }) => isCash)),
        ...(isPlan ? webPageOf(decided, account, paycheck) : NO_PAGE),
      },
    ];
  });
  const all = accounts.flatMap(({ trades }) => trades);
  const only: HouseholdTrading["only"] = (trades) => {
    const { driftAfter, traded } = decided.effectOfOnly(trades);
    return { driftAfter, traded: traded / 100 };
  };
  return {
    accounts,
    any: all.length > 0,
    bought: inDollars(all.filter(({ amount }) => amount > 0).map(({ amount }) => amount)),
    sold: -inDollars(all.filter(({ amount }) => amount < 0).map(({ amount }) => amount)),
    driftBefore: decided.effectOfOnly(new Set(plan.trades.keys())).driftBefore,
    only,
  };
}

/** Accounts may share a name: each is told from those before it by its number. */
function distinct(names: readonly string[]): readonly string[] {
  return names.map((name, index) => {
    const earlier = names.slice(0, index).filter((other) => other === name).length;
    return earlier === 0 ? name : `${name} (${earlier + 1})`;
  });
}

/** Sums dollars in whole cents, so that no cent is lost in between. */
function inDollars(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + Math.round(amount * 100), 0) / 100;
}

const NO_PAGE: WebPage = { exchanges: [], fewest: true };

/** What the web page of a plan at work is told: exchanges, percents of the balance, and where new money goes. */
function webPageOf(decided: DecidedPlan, account: number, paycheck: number): WebPage {
  const { positions } = decided.range.household;
  const traded = new Map<number, number>();
  for (const { position, amount } of decided.plan.trades) {
    traded.set(position, (traded.get(position) ?? 0) + amount);
  }
  const funds = positions.flatMap((position, index) => {
    if (position.account !== account) return [];
    const value = position.lots.reduce((sum, lot) => sum + lot.value, 0);
    const { fund, isCash } = position;
    return [{ index, isCash, name: decided.range.fundNames[fund] ?? "", value, trade: traded.get(index) ?? 0 }];
  });
  const kept = funds.filter(({ value, trade }) => value !== 0 || value + trade !== 0);
  const balances = percentsOf(
    kept.map(({ name }) => name),
    kept.map(({ value, trade }) => Math.max(0, value + trade) / 100),
  );
  const trading = funds.filter(({ isCash }) => !isCash);
  return {
    ...exchangesAmong(
      trading.map(({ name, value, trade }): TradedFund => ({ name, value: value / 100, trade: trade / 100 })),
    ),
    ...(balances && { balances, balancesRounded: true }),
    ...electionsOf(decided, account, paycheck),
  };
}

/** Where new money goes, so that the classes of the whole household come nearest to their targets without a sale. */
function electionsOf(
  { range, contributing }: DecidedPlan,
  account: number,
  paycheck: number,
): Pick<WebPage, "elections" | "noElections"> {
  const placed = contributing(account, [[paycheck]]);
  if (!placed.ok) return { noElections: placed.problem };
  const bought = new Map(placed.value.map(({ position, amount }) => [position, amount]));
  const own = range.household.positions.flatMap(({ account: of, fund, isCash, mayBuy }, position) =>
    of === account && (bought.has(position) || (mayBuy && !isCash))
      ? [{ name: range.fundNames[fund] ?? "", amount: bought.get(position) ?? 0 }]
      : [],
  );
  const elections = percentsOf(
    own.map(({ name }) => name),
    own.map(({ amount }) => amount / 100),
  );
  return elections ? { elections } : {};
}
