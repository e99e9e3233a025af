import {
  BLOCK_DAYS,
  ROUNDTRIP_DAYS,
  SECOND_ROUNDTRIP_DAYS,
  type FrequentTradingRule,
  type FundStanding,
  type TradingLimit,
} from "../../engine";
import { isoDay } from "../dates";
import { count } from "./figures";
import { quoted } from "./quote";

/** Says where a fund stands under a frequent-trading rule: `Free to trade`, or what to leave until when, and why. */
export function standingSentence({ limits, openRoundtrip, account }: FundStanding): string {
  if (limits.length > 0) return limits.map((limit) => limitSentence(limit, account)).join(" ");
  if (openRoundtrip === undefined) return "Free to trade";
  return `Free to trade. One roundtrip counts, from ${isoDay(openRoundtrip)}: another before ${isoDay(openRoundtrip + SECOND_ROUNDTRIP_DAYS)} blocks purchases for ${BLOCK_DAYS} days.`;
}

function limitSentence(limit: TradingLimit, account: string): string {
  const before = isoDay(limit.before);
  const since = isoDay(limit.since);
  switch (limit.kind) {
    case "bought":
      if (limit.roundtrips === undefined) return `Don't sell before ${before}: bought on ${since}.`;
      return limit.roundtrips === 0
        ? `Don't sell before ${before}: bought on ${since}, and a sale within ${ROUNDTRIP_DAYS} days makes a roundtrip.`
        : `Don't sell before ${before}: bought on ${since}, and a second roundtrip blocks purchases for ${BLOCK_DAYS} days.`;
    case "sold":
      return `Don't buy before ${before}: sold on ${since}.`;
    case "blocked": {
      const where = limit.account === account || limit.account === "" ? "" : ` in ${quoted(limit.account)}`;
      return `Don't buy before ${before}: a second roundtrip${where} on ${since} blocks purchases for ${BLOCK_DAYS} days.`;
    }
  }
}

/** Says a frequent-trading rule. */
export function tradingRuleSentence(rule: FrequentTradingRule): string {
  switch (rule.kind) {
    case "fidelity":
      return `Fidelity's rule: a purchase and a sale of a fund within ${ROUNDTRIP_DAYS} days is a roundtrip; a second one within ${SECOND_ROUNDTRIP_DAYS} days blocks purchases for ${BLOCK_DAYS} days. Automatic trades, and days with no more than $1,000, don't count.`;
    case "vanguard":
      return `Vanguard's rule: no purchase of a fund within ${ROUNDTRIP_DAYS} days of its sale. Automatic trades don't count.`;
    case "days":
      return `Your plan's rule: ${count(rule.days, "day", "days")} between a trade and one the other way in the same fund and account. Automatic trades don't count.`;
  }
}

/** The header row of a table of standings under a frequent-trading rule. */
export const STANDINGS_HEADER: readonly string[] = ["Fund", "Last trade", "Next allowed date", "Status"];

/** The row of such a table that has no trades. */
export const NO_TRADES: readonly string[] = ["No trades", "", "", ""];
