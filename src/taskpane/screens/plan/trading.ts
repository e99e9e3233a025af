import { driftTotal, rebalance, weights, type Answer } from "../../../operations";
import { readValues, recogniseColumns } from "../../../ranges";
import type { ListStanding } from "../../holdings/assess";
import { columnOf, type Decisions, type ReadyList } from "../../../lists";
import { rebalanceSummary, type RebalanceSummary } from "./rebalance-summary";
import type { FundRow } from "./fund-row";
import { whyOf } from "./reasons";
import { webPageOf, type WebPage } from "./web-page";

/** A trade with the reason for it. */
export interface TradeLine {
  readonly fund: string;
  /** Dollars: + buys, − sells. */
  readonly amount: number;
  /** Shares of the total now and after trading, fractions. */
  readonly before: number;
  readonly after: number;
  readonly why: string;
}

/** One account of the list: its trades, and what its web page is told. */
export interface AccountTrading extends WebPage {
  /** "" where the list does not name accounts. */
  readonly account: string;
  readonly trades: readonly TradeLine[];
  /** What its trades add up to, in dollars: + is paid in, − is taken out. */
  readonly net: number;
}

/** What to do now, by account, in the order of the list. Dollars unless said otherwise. */
export interface Trading {
  readonly accounts: readonly AccountTrading[];
  readonly any: boolean;
  readonly bought: number;
  readonly sold: number;
  /** + to invest, − to take out. */
  readonly cash: number;
  /** Cash that is not placed. */
  readonly left: number;
  /** Total drift before and after trading, fractions. */
  readonly driftBefore: number;
  readonly driftAfter: number;
  readonly course: RebalanceSummary;
  readonly rows: readonly FundRow[];
}

/** Works out the trades of a list that has been assessed, and how its plans' web pages want them typed. */
export function tradingOf(
  list: ReadyList,
  { cash, policy }: Decisions,
  standing: ListStanding,
  today: number,
): Trading | undefined {
  const values = columnOf(list, list.columns.value);
  const targets = columnOf(list, list.columns.target);
  const answer = rebalance(values, targets, [[cash]], policy, [[today]]);
  const money = readValues(values);
  if (!answer.ok || !money.ok) return undefined;
  const course = rebalanceSummary(answer.explanation);

  const traded = values.map((_, row) => Math.round(numberAt(answer, row) * 100));
  const valuesAfter = traded.map((trade, row) => [((money.value.values[row] ?? 0) + trade) / 100]);
  const after = weights(valuesAfter);
  const driftAfter = driftTotal(valuesAfter, targets);
  const accountAt = accountsOf(list);
  const rows = standing.funds.map((fund): FundRow => {
    const { row } = fund;
    const value = money.value.values[row] ?? 0;
    return { account: accountAt(row), fund, value, trade: traded[row] ?? 0, after: numberAt(after, row) };
  });

  const names = [...new Set(rows.map(({ account }) => account))];
  const bought = rows.reduce((sum, { trade }) => sum + Math.max(0, trade), 0);
  const sold = rows.reduce((sum, { trade }) => sum + Math.max(0, -trade), 0);
  return {
    accounts: names.map((account) => {
      const own = rows.filter((row) => row.account === account);
      return {
        account,
        trades: own.flatMap((row) => (row.trade === 0 ? [] : [lineOf(row, course)])),
        net: own.reduce((sum, { trade }) => sum + trade, 0) / 100,
        ...webPageOf(own, list, course.wholePercents && names.length === 1),
      };
    }),
    any: rows.some(({ trade }) => trade !== 0),
    bought: bought / 100,
    sold: sold / 100,
    cash: course.cash / 100,
    left: (course.cash - bought + sold) / 100,
    driftBefore: standing.totalDrift,
    driftAfter: numberAt(driftAfter, 0),
    course,
    rows,
  };
}

function lineOf(row: FundRow, course: RebalanceSummary): TradeLine {
  const { fund, trade, after } = row;
  return { fund: fund.name, amount: trade / 100, before: fund.weight, after, why: whyOf(row, course) };
}

/** Says which account a row of funds belongs to, by the list's column of accounts; "" where it has none. */
function accountsOf(list: ReadyList): (row: number) => string {
  const { account } = recogniseColumns(list.cells).columns;
  if (account === undefined) return () => "";
  return (row) => String(list.cells[list.firstRow + row]?.[account] ?? "").trim();
}

function numberAt(answer: Answer, row: number): number {
  const cell = answer.ok ? answer.cells[row]?.[0] : undefined;
  return typeof cell === "number" ? cell : 0;
}
