import {
  dollars,
  exchanges as exchangesOf,
  fundStandings,
  type Exchange,
  type FundStanding,
  type Note,
} from "../engine";
import {
  exchangesProof,
  readDay,
  readFundTrades,
  readTradeLog,
  readTradingRule,
  standingSentence,
  tradingRuleSentence,
  type Argument,
  type ResultCell,
} from "../ranges";
import { answered, operation, type Answer, type HelpExamples } from "./operation";

/** EXCHANGES: the fewest fund-to-fund exchanges that carry out the trades. */
export const exchanges = operation((funds: Argument, values: Argument, trades: Argument, barred?: Argument): Answer => {
  const read = readFundTrades(funds, values, trades, barred);
  if (!read.ok) return read;
  const found = exchangesOf(read.value.funds, read.value.cash, read.value.barred);
  if (!found.ok) return found;
  const percent = found.value.proved
    ? "Percent of From"
    : "Percent of From (more than 16 trades: perhaps not the fewest exchanges)";
  const rows = found.value.exchanges.map(exchangeRow);
  return answered(
    [["From", "To", "Amount", percent], ...(rows.length > 0 ? rows : [["No exchanges needed", "", "", ""]])],
    {
      notes: read.value.notes,
      read: [
        { fact: "range", argument: "Funds", rows: read.value.rows, headerRows: read.value.headerRows },
        { fact: "cash", cash: found.value.netCash },
      ],
      steps: [{ fact: "proof", words: exchangesProof(found.value) }],
    },
  );
});

function exchangeRow({ from, to, amount, shareOfFrom }: Exchange): readonly ResultCell[] {
  return [from, to, dollars(amount), shareOfFrom];
}

/** ROUNDTRIPS: from when each fund may be traded the other way. */
export const roundtrips = operation((trades: Argument, asOf?: Argument, rule?: unknown): Answer => {
  const read = readTradeLog("Trades", trades);
  if (!read.ok) return read;
  const notes: Note[] = [...read.value.notes];
  const day = readDay("As of", asOf, notes);
  if (!day.ok) return day;
  const tradingRule = readTradingRule("Rule", rule);
  if (!tradingRule.ok) return tradingRule;

  const { hasAccounts } = read.value;
  const { standings, later, asOf: today } = fundStandings(read.value.trades, day.value, tradingRule.value);
  if (later > 0) notes.push({ code: "later trades left out", argument: "Trades", trades: later });
  const header = ["Fund", "Last trade", "Next allowed date", "Status"];
  const rows = standings.map((each) => [...standingRow(each), ...(hasAccounts ? [each.account] : [])]);
  const none = ["No trades", "", "", ""];
  return answered(
    [hasAccounts ? [...header, "Account"] : header, ...(rows.length > 0 ? rows : [hasAccounts ? [...none, ""] : none])],
    {
      notes,
      read: [
        { fact: "range", argument: "Trades", rows: read.value.rows, headerRows: read.value.headerRows },
        { fact: "day", day: today },
      ],
      steps: [{ fact: "formula", words: tradingRuleSentence(tradingRule.value) }],
    },
  );
});

function standingRow(standing: FundStanding): readonly ResultCell[] {
  return [standing.fund, standing.lastTrade, standing.nextAllowed, standingSentence(standing)];
}

/** The worked examples of this family's help pages. */
export const exchangesExamples: HelpExamples = {
  EXCHANGES: {
    cells: {
      "A2:A6": [["Large company"], ["Bond"], ["International"], ["Stable value"], ["Real estate"]],
      "B2:B6": [[7000], [3000], [2000], [1000], [0]],
      "C2:C6": [[-700], [-300], [600], [300], [100]],
    },
    formula: "=KEEL.EXCHANGES(A2:A6, B2:B6, C2:C6)",
    result: [
      ["From", "To", "Amount", "Percent of From"],
      ["Large company", "International", 600, 600 / 7000],
      ["Large company", "Real estate", 100, 100 / 7000],
      ["Bond", "Stable value", 300, 0.1],
    ],
    remarks: [
      "Up to 16 trades the number of exchanges is proved to be the smallest. With more, it is at most one fewer than there are trades, and the last header cell says so.",
      "Trades that don't add up to 0 put money in or take it out: that money is shown as the fund Cash, together with a fund of your own by that name.",
      "Barred exchanges are two columns, From and To, for exchanges that your plan doesn't take, such as from stable value to money market. Money never takes a way through a third fund instead. If nothing else is left, the answer is #N/A.",
    ],
  },
  ROUNDTRIPS: {
    cells: {
      "A1:C4": [
        ["Date", "Fund", "Amount"],
        ["2026-05-01", "Large company", 5000],
        ["2026-05-01", "Bond", -5000],
        ["2026-05-12", "Large company", -2500],
      ],
    },
    formula: '=KEEL.ROUNDTRIPS(A1:C4, "2026-06-15")',
    result: [
      ["Fund", "Last trade", "Next allowed date", "Status"],
      [
        "Large company",
        46154,
        46173,
        "Free to trade. One roundtrip counts, from 2026-05-12: another before 2026-08-10 blocks purchases for 85 days.",
      ],
      ["Bond", 46143, 46143, "Free to trade"],
    ],
    remarks: [
      "Amounts are + for money into the fund and − for money out. A row may also have an Account and Automatic (yes or no); with accounts the result has a last column that names them. Automatic trades, such as payroll contributions, never count.",
      "The rule \"fidelity\", which is used if you give none: a purchase and then a sale of the same fund in the same account within 30 days is a roundtrip; a second one within 90 days blocks purchases of that fund in every account for 85 days. A day's purchases or sales of a fund of $1,000 or less don't count. Source: Fidelity, Excessive Trading Policy.",
      'The rule "vanguard": no purchase of a fund within 30 days of its sale. Source: Vanguard, Frequent-Trading Limits. A number instead is so many days between a trade and one the other way, for other plans.',
      "The day itself is free: with 30 days, what is bought on May 1 may be sold on May 31. Last trade is the last one that the rule counts. The dates are Excel dates: give the cells a date format.",
      "As of is the last trade's date if you leave it out; trades after it are left out. Ask your plan for its own rule: it may differ.",
    ],
  },
};
