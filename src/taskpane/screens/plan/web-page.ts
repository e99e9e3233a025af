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
  /** Each fund's share of the balance after trading, where the policy makes them whole percents. */
  readonly balances?: readonly FundPercent[];
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
  const contributions = percentsOf(
    rows,
    rows.map(({ fund }) => (fund.lock === "hold" || fund.lock === "no buy" ? "" : (targets[fund.row]?.[0] ?? ""))),
  );
  const balances = wholePercents
    ? percentsOf(
        rows,
        rows.map(({ fund, trade }) => (fund.value + trade) / 100),
      )
    : undefined;
  return {
    ...(contributions ? { elections: contributions } : {}),
    ...(balances ? { balances } : {}),
    ...exchangesOf(rows, list),
  };
}

function percentsOf(rows: readonly FundRow[], amounts: readonly unknown[]): FundPercent[] | undefined {
  const elected = elections.decide(amounts.map((amount) => [amount]));
  if (!elected.ok) return undefined;
  return rows.map(({ fund }, index) => ({ fund: fund.name, percent: elected.value.percents[index] ?? 0 }));
}

function exchangesOf(rows: readonly FundRow[], list: ReadyList): Pick<WebPage, "exchanges" | "fewest" | "trouble"> {
  if (rows.every(({ trade }) => trade === 0)) return { exchanges: [], fewest: true };
  const decided = exchanges.decide(
    rows.map(({ fund }) => [fund.name]),
    rows.map(({ fund }) => [fund.value / 100]),
    rows.map(({ trade }) => [trade / 100]),
  );
  if (!decided.ok) return { exchanges: [], fewest: false, trouble: onSheet(decided.problem, rows, list) };
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
