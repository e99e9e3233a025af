import {
  dollars,
  exchanges as exchangesOf,
  fundStandings,
  succeeded,
  type Exchange,
  type FundStanding,
} from "../engine";
import {
  exchangesHeader,
  NO_EXCHANGES,
  NO_TRADES,
  readDay,
  readFundTrades,
  readTradeLog,
  readTradingRule,
  STANDINGS_HEADER,
  standingSentence,
  type Argument,
  type Note,
  type ResultCell,
} from "../ranges";
import { operation } from "./operation";
import { AS_OF, VALUES } from "./usual-arguments";

/** EXCHANGES: the fewest fund-to-fund exchanges that carry out the trades. */
export const exchanges = operation({
  name: "EXCHANGES",
  family: "rebalance",
  arguments: [
    { name: "funds", holds: "plain" },
    VALUES,
    { name: "trades", holds: "money" },
    { name: "barred", holds: "plain" },
  ],
  holds: "by heading",
  decide: (funds: Argument, values: Argument, trades: Argument, barred?: Argument) => {
    const read = readFundTrades(funds, values, trades, barred);
    if (!read.ok) return read;
    const { rows, headerRows, notes } = read.value;
    const found = exchangesOf(read.value.funds, read.value.cash, read.value.barred);
    return found.ok ? succeeded({ found: found.value, rows, headerRows, notes }) : found;
  },
  show: ({ found }) => {
    const rows = found.exchanges.map(exchangeRow);
    return [exchangesHeader(found.proved), ...(rows.length > 0 ? rows : [NO_EXCHANGES])];
  },
  explain: ({ found, rows, headerRows }) => ({
    read: [
      { fact: "range", argument: "Funds", rows, headerRows },
      { fact: "cash", cash: found.netCash },
    ],
    steps: [{ fact: "fewest exchanges", exchanges: found }],
  }),
});

function exchangeRow({ from, to, amount, shareOfFrom }: Exchange): readonly ResultCell[] {
  return [from, to, dollars(amount), shareOfFrom];
}

/** ROUNDTRIPS: from when each fund may be traded the other way. */
export const roundtrips = operation({
  name: "ROUNDTRIPS",
  family: "rebalance",
  arguments: [{ name: "trades", holds: "by heading" }, AS_OF, { name: "rule", holds: "plain" }],
  holds: "by heading",
  decide: (trades: Argument, asOf?: Argument, rule?: unknown) => {
    const read = readTradeLog("Trades", trades);
    if (!read.ok) return read;
    const notes: Note[] = [...read.value.notes];
    const day = readDay("As of", asOf, notes);
    if (!day.ok) return day;
    const tradingRule = readTradingRule("Rule", rule);
    if (!tradingRule.ok) return tradingRule;
    const { hasAccounts, rows, headerRows } = read.value;
    const found = fundStandings(read.value.trades, day.value, tradingRule.value);
    if (found.later > 0) notes.push({ code: "later trades left out", argument: "Trades", trades: found.later });
    return succeeded({ ...found, rule: tradingRule.value, hasAccounts, rows, headerRows, notes });
  },
  show: ({ standings, hasAccounts }) => {
    const withAccount = (row: readonly ResultCell[], account: string): readonly ResultCell[] =>
      hasAccounts ? [...row, account] : row;
    const rows = standings.map((each) => withAccount(standingRow(each), each.account));
    return [withAccount(STANDINGS_HEADER, "Account"), ...(rows.length > 0 ? rows : [withAccount(NO_TRADES, "")])];
  },
  explain: ({ rows, headerRows, asOf, rule }) => ({
    read: [
      { fact: "range", argument: "Trades", rows, headerRows },
      { fact: "day", day: asOf },
    ],
    steps: [{ fact: "trading rule", rule }],
  }),
});

function standingRow(standing: FundStanding): readonly ResultCell[] {
  return [standing.fund, standing.lastTrade, standing.nextAllowed, standingSentence(standing)];
}
