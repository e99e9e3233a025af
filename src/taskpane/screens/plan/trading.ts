import type { Acting } from "../../../operations";
import type { ListStanding } from "../../standing/list-standing";
import { accountsIn, type ReadyList } from "../../../lists";
import { rebalanceSummary, type RebalanceSummary } from "./rebalance-summary";
import type { FundRow } from "./fund-row";
import { whyOf } from "./reason-words";
import { webPageOf, type WebPage } from "./web-page";

/** A trade with the reason for it. */
export interface TradeLine {
  readonly fund: string;
  /** Dollars: + buys, − sells. */
  readonly amount: number;
  /** What share the fund has now and after trading, fractions: of a single list's total, of a household's account. */
  readonly before: number;
  readonly after: number;
  readonly why: string;
  /** With the sign of the amount; absent where no price is known. */
  readonly shares?: number;
}

/** One account of the list: its trades, and what its web page is told. */
export interface AccountTrading extends WebPage {
  /** "" where the list does not name accounts. */
  readonly account: string;
  /** Whether a plan's web page takes its trades, which has exchanges and percents. */
  readonly isPlan: boolean;
  readonly trades: readonly TradeLine[];
  /** What its trades add up to, in dollars: + is paid in, − is taken out. */
  readonly net: number;
  /** What of that comes from the account's own cash, in dollars, or goes there: below 0. */
  readonly ownCash: number;
}

/** What to do now, by account, in the order of the list. Dollars unless said otherwise. */
export interface TradesByAccount {
  readonly accounts: readonly AccountTrading[];
  readonly any: boolean;
  readonly bought: number;
  readonly sold: number;
}

/** The same for one list whose funds have targets each, with what is measured of it. */
export interface Trading extends TradesByAccount {
  /** + to invest, − to take out. */
  readonly cash: number;
  /** Cash that is not placed. */
  readonly left: number;
  /** Total drift before and after trading, fractions. */
  readonly driftBefore: number;
  readonly driftAfter: number;
  readonly course: RebalanceSummary;
  readonly rows: readonly FundRow[];
  /** What is measured of the trades of some rows alone, where the others aren't made. */
  readonly only: (rows: readonly number[]) => PartMade;
}

/** What trades come to: the drift that they leave, a fraction, and the dollars that change place. */
export interface PartMade {
  readonly driftAfter: number;
  readonly traded: number;
}

/** Lays out the trades of a list that was assessed, by account, and how its plans' web pages want them typed. */
export function tradingOf(list: ReadyList, standing: ListStanding, acting: Acting): Trading {
  const course = rebalanceSummary(acting, standing);
  const { effect } = acting;
  const accountAt = accountsIn(list);
  const rows = standing.funds.map((fund): FundRow => {
    const { row } = fund;
    return { account: accountAt(row), fund, trade: effect.trades[row] ?? 0, after: effect.weights[row] ?? 0 };
  });

  const names = [...new Set(rows.map(({ account }) => account))];
  return {
    accounts: names.map((account) => {
      const own = rows.filter((row) => row.account === account);
      return {
        account,
        isPlan: true,
        ownCash: 0,
        trades: own.flatMap((row) => (row.trade === 0 ? [] : [lineOf(row, course)])),
        net: own.reduce((sum, { trade }) => sum + trade, 0) / 100,
        ...webPageOf(own, list, course.wholePercents && names.length === 1),
      };
    }),
    any: effect.made > 0,
    bought: effect.bought / 100,
    sold: effect.sold / 100,
    cash: acting.cash / 100,
    left: effect.left / 100,
    driftBefore: standing.totalDrift,
    driftAfter: effect.totalDrift,
    course,
    rows,
    only: (some) => {
      const { totalDrift, bought, sold } = acting.effectOfOnly(new Set(some));
      return { driftAfter: totalDrift, traded: Math.max(bought, sold) / 100 };
    },
  };
}

function lineOf(row: FundRow, course: RebalanceSummary): TradeLine {
  const { fund, trade, after } = row;
  return { fund: fund.name, amount: trade / 100, before: fund.weight, after, why: whyOf(row, course) };
}
