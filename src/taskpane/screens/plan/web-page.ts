import type { Problem } from "../../../ranges";
import { elections, exchanges } from "../../../operations";
import { columnOf, type ReadyList } from "../../../lists";
import type { FundRow } from "./fund-row";

export interface FundPercent {
  readonly fund: string;
  /** A whole percent, 0 to 100. */
  readonly percent: number;
}

/** Money that moves from one fund to another, as a web page takes it. */
export interface FundExchange {
  readonly from: string;
  readonly to: string;
  /** In dollars. */
  readonly amount: number;
  /** `amount` in percent of what the From fund holds, to a hundredth. */
  readonly percentOfFrom: number;
}

/** What a plan's web page is told, in the ways such pages ask. */
export interface WebPage {
  /** Where new money goes: whole percents that add up to 100; undefined where no fund has a target. */
  readonly elections?: readonly FundPercent[];
  /** Why no new money can be placed there, where that is so; whatever it names, it names as the owner does. */
  readonly noElections?: Problem;
  /** Each fund's share of the balance after trading in whole percents. */
  readonly balances?: readonly FundPercent[];
  /** Whether those are rounded, and not what the trades come to exactly. */
  readonly balancesRounded?: boolean;
  readonly exchanges: readonly FundExchange[];
  /** Whether no fewer exchanges would do. */
  readonly fewest: boolean;
  /** Why there are no exchanges although there are trades; rows are the sheet's. */
  readonly trouble?: Problem;
}

/** Says what an account's web page is told: `rows` are the account's funds. */
export function webPageOf(rows: readonly FundRow[], list: ReadyList, wholePercents: boolean): WebPage {
  const targets = columnOf(list, list.columns.target);
  // As they were typed: fractions that were worked out would settle ties by chance. What may not be bought gets no new money.
  const names = rows.map(({ fund }) => fund.name);
  const contributions = percentsOf(
    names,
    rows.map(({ fund }) => (fund.lock === "hold" || fund.lock === "no buy" ? "" : (targets[fund.row]?.[0] ?? ""))),
  );
  const balances = wholePercents
    ? percentsOf(
        names,
        rows.map(({ fund, trade }) => (fund.value + trade) / 100),
      )
    : undefined;
  return {
    ...(contributions ? { elections: contributions } : {}),
    ...(balances ? { balances } : {}),
    ...exchangesOf(rows, list),
  };
}

/** Amounts of funds as whole percents that add up to 100; undefined where there is nothing to share out. */
export function percentsOf(funds: readonly string[], amounts: readonly unknown[]): FundPercent[] | undefined {
  const elected = elections.decide(amounts.map((amount) => [amount]));
  if (!elected.ok) return undefined;
  return funds.map((fund, index) => ({ fund, percent: elected.value.percents[index] ?? 0 }));
}

function exchangesOf(rows: readonly FundRow[], list: ReadyList): Exchanged {
  const { trouble, ...found } = exchangesAmong(
    rows.map(({ fund, trade }) => ({ name: fund.name, value: fund.value / 100, trade: trade / 100 })),
  );
  return trouble ? { ...found, trouble: onSheet(trouble, rows, list) } : found;
}

type Exchanged = Pick<WebPage, "exchanges" | "fewest" | "trouble">;

/** A fund of an account, with what it holds and trades in dollars. */
export interface TradedFund {
  readonly name: string;
  readonly value: number;
  readonly trade: number;
}

/** The exchanges that carry an account's trades out; rows of the trouble count from 0 among the funds. */
export function exchangesAmong(funds: readonly TradedFund[]): Exchanged {
  if (funds.every(({ trade }) => trade === 0)) return { exchanges: [], fewest: true };
  const decided = exchanges.decide(
    funds.map(({ name }) => [name]),
    funds.map(({ value }) => [value]),
    funds.map(({ trade }) => [trade]),
  );
  if (!decided.ok) return { exchanges: [], fewest: false, trouble: decided.problem };
  const { found } = decided.value;
  return {
    exchanges: found.exchanges.map(({ from, to, amount, shareOfFrom }) => ({
      from,
      to,
      amount: amount / 100,
      percentOfFrom: Math.round(shareOfFrom * 10_000) / 100,
    })),
    fewest: found.proved,
  };
}

/** The operation counts rows within what it was given; the owner sees the sheet's row numbers. */
function onSheet(problem: Problem, rows: readonly FundRow[], list: ReadyList): Problem {
  if (!("at" in problem) || problem.at.row === undefined) return problem;
  const row = list.block.row + list.firstRow + (rows[problem.at.row]?.fund.row ?? 0);
  return { ...problem, at: { ...problem.at, row } };
}
