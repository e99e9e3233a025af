import { VERSION } from "../../../operations";
import { recogniseColumns } from "../../../ranges";
import type { AdviserFacts, AdviserHolding } from "../../../sheets";
import type { ListStanding } from "../../standing/list-standing";
import { dayInWords } from "../../standing/day";
import { nameOf, shownAs, type ReadyList } from "../../../lists";
import { noteSentences } from "../../words/note-sentences";
import { rowRulesInWords } from "../../words/row-rules-words";
import { verdictOf } from "../home/verdict";
import { tradingOf, type Trading } from "../plan/trading";
import { policyInWords, statusInWords } from "./adviser-words";

/** What the owner chose to print and to show. */
export interface Wishes {
  /** What is printed at the top; with nothing typed, a title of Keel's own. */
  readonly title: string;
  /** Printed under the title, if it is given. */
  readonly owner: string;
  readonly trades: boolean;
  readonly tickers: boolean;
}

/** What is wished before anything is typed. */
export const usualWishes: Wishes = { title: "", owner: "", trades: true, tickers: true };

export const usualTitle = "My retirement plan";

/** Gathers what an adviser copy says about a list that was assessed, on a day as Excel counts days. */
export function factsFor(list: ReadyList, standing: ListStanding, wishes: Wishes, today: number): AdviserFacts {
  const { acting, rule, nextLook } = standing;
  const trading = wishes.trades && acting.ok ? tradingOf(list, standing, acting) : undefined;
  return {
    title: wishes.title.trim() || usualTitle,
    owner: wishes.owner.trim(),
    list: nameOf(list),
    sheet: list.block.sheet,
    date: dayInWords(today),
    version: VERSION,
    verdict: verdictOf(standing),
    policy: policyInWords(rule.policy, nextLook),
    holdings: holdingsOf(list, standing, wishes, trading),
    ...(trading ? { trades: { cash: trading.cash, exchanges: exchangesOf(trading) } } : {}),
    elections: trading ? electionsOf(trading) : [],
    notes: [...rowRulesInWords(standing.funds), ...noteSentences(standing.notes, list)],
  };
}

function holdingsOf(
  list: ReadyList,
  standing: ListStanding,
  { tickers }: Wishes,
  trading: Trading | undefined,
): readonly AdviserHolding[] {
  const { account } = recogniseColumns(list.cells).columns;
  const ticker = tickers ? tickerColumn(list) : undefined;
  const textIn = (column: number, row: number): string => shownAs(list.cells[list.firstRow + row]?.[column]).trim();
  const trades = new Map(trading?.rows.map(({ fund, trade }) => [fund.row, trade]));
  return standing.funds.map(({ row, name, value, target, lowest, highest, side }) => ({
    ...(account === undefined ? {} : { account: textIn(account, row) }),
    fund: name,
    ...(ticker === undefined ? {} : { ticker: textIn(ticker, row) }),
    value: value / 100,
    target: tidy(target),
    lowest: tidy(lowest),
    highest: tidy(highest),
    status: statusInWords(side),
    trade: (trades.get(row) ?? 0) / 100,
  }));
}

/** Whether a list has tickers beside the names of its funds. */
export function hasTickers(list: ReadyList): boolean {
  return tickerColumn(list) !== undefined;
}

/** A list may name its funds by their tickers alone: then they are the names. */
function tickerColumn(list: ReadyList): number | undefined {
  const { ticker } = recogniseColumns(list.cells).columns;
  return ticker === list.columns.fund ? undefined : ticker;
}

/** A weight without the dust that computing leaves behind its tenth decimal: 0.3999999999999 is 0.4. */
function tidy(weight: number): number {
  return Math.round(weight * 1e10) / 1e10;
}

function exchangesOf({ accounts }: Trading): NonNullable<AdviserFacts["trades"]>["exchanges"] {
  return accounts.flatMap(({ account, exchanges }) =>
    exchanges.map(({ from, to, amount }) => ({ from: inAccount(accounts, account, from), to, amount })),
  );
}

/** Several accounts invest new money each by itself: then there is no one list of percents. */
function electionsOf({ accounts }: Trading): AdviserFacts["elections"] {
  return accounts.length === 1 ? (accounts[0]?.elections ?? []) : [];
}

function inAccount(accounts: Trading["accounts"], account: string, fund: string): string {
  return accounts.length > 1 && account !== "" ? `${account}: ${fund}` : fund;
}
