import type { Problem } from "../../../engine";
import { elections, exchanges } from "../../../operations";
import { sentence } from "../../../ranges";
import { columnOf, type ReadyList } from "../../../lists";
import type { FundRow } from "./fund-row";

export interface FundPercent {
  readonly fund: string;
  /** A whole percent, 0 to 100. */
  readonly percent: number;
}

/** Money that moves from one fund to another. */
export interface Exchange {
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
  readonly exchanges: readonly Exchange[];
  /** Whether no fewer exchanges would do. */
  readonly fewest: boolean;
  /** Why there are no exchanges although there are trades. */
  readonly trouble?: string;
}

/** Says what an account's web page is told: `rows` are the account's funds. */
export function webPageOf(rows: readonly FundRow[], list: ReadyList, wholePercents: boolean): WebPage {
  const targets = columnOf(list, list.columns.target);
  // As they were typed: fractions that were worked out would settle ties by chance.
  const contributions = percentsOf(
    rows,
    rows.map(({ fund }) => targets[fund.row]?.[0] ?? ""),
  );
  const balances = wholePercents
    ? percentsOf(
        rows,
        rows.map(({ value, trade }) => (value + trade) / 100),
      )
    : undefined;
  return {
    ...(contributions ? { elections: contributions } : {}),
    ...(balances ? { balances } : {}),
    ...exchangesOf(rows, list),
  };
}

function percentsOf(rows: readonly FundRow[], amounts: readonly unknown[]): FundPercent[] | undefined {
  const answer = elections(amounts.map((amount) => [amount]));
  if (!answer.ok) return undefined;
  return rows.map(({ fund }, index) => {
    const percent = answer.cells[index]?.[0];
    return { fund: fund.name, percent: typeof percent === "number" ? percent : 0 };
  });
}

function exchangesOf(rows: readonly FundRow[], list: ReadyList): Pick<WebPage, "exchanges" | "fewest" | "trouble"> {
  if (rows.every(({ trade }) => trade === 0)) return { exchanges: [], fewest: true };
  const answer = exchanges(
    rows.map(({ fund }) => [fund.name]),
    rows.map(({ value }) => [value / 100]),
    rows.map(({ trade }) => [trade / 100]),
  );
  if (!answer.ok) {
    return { exchanges: [], fewest: false, trouble: sentence(onSheet(answer.problem, rows, list)) };
  }
  const [, ...lines] = answer.cells;
  const found = lines.flatMap(([from, to, amount, share]): Exchange[] =>
    typeof from === "string" && typeof to === "string" && typeof amount === "number" && typeof share === "number"
      ? [{ from, to, amount, percentOfFrom: Math.round(share * 10_000) / 100 }]
      : [],
  );
  return { exchanges: found, fewest: answer.cells[0]?.[3] === "Percent of From" };
}

/** The operation counts rows within what it was given; the owner sees the sheet's row numbers. */
function onSheet(problem: Problem, rows: readonly FundRow[], list: ReadyList): Problem {
  if (!("at" in problem) || problem.at.row === undefined) return problem;
  const row = list.block.row + list.firstRow + (rows[problem.at.row]?.fund.row ?? 0);
  return { ...problem, at: { ...problem.at, row } };
}
