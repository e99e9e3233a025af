import type { Usd } from "../units/money";

/**
 * A fund company's rule against frequent trading. `fidelity` looks at purchases that are sold again, `vanguard` at sales
 * that are bought back, a number of days at both.
 */
export type FrequentTradingRule =
  { readonly kind: "fidelity" } | { readonly kind: "vanguard" } | { readonly kind: "days"; readonly days: number };

/** A trade that was made: + bought or exchanged in, − sold or exchanged out. `day` is an Excel serial. */
export interface PastTrade {
  readonly fund: string;
  /** "" where the list has no accounts. */
  readonly account: string;
  readonly day: number;
  readonly amount: Usd;
  /** Made by an automatic plan, such as payroll contributions or automatic rebalancing. No rule counts these. */
  readonly automatic: boolean;
}

/** Something that the rule advises against until a day. `since` is the day of the trade that it counts from. */
export type TradingLimit =
  | {
      readonly kind: "bought";
      readonly since: number;
      readonly before: number;
      readonly roundtrips: number | undefined;
    }
  | { readonly kind: "sold"; readonly since: number; readonly before: number }
  | { readonly kind: "blocked"; readonly since: number; readonly before: number; readonly account: string };

/** Where one fund of one account stands under the rule. */
export interface FundStanding {
  readonly fund: string;
  readonly account: string;
  /** The last trade that the rule counts; where it counts none, the last trade. */
  readonly lastTrade: number;
  /** From this day on nothing stands against trading either way. It may be past. */
  readonly nextAllowed: number;
  /** What is advised against on the day that was asked about; empty is free to trade. */
  readonly limits: readonly TradingLimit[];
  /** Under `fidelity`, the day of the latest roundtrip that still counts towards a block. */
  readonly openRoundtrip: number | undefined;
}

/** Days in which a purchase and a sale make a roundtrip, and in which Vanguard takes no purchase after a sale. */
export const ROUNDTRIP_DAYS = 30;

/** A second roundtrip in one fund and account within so many days of the first leads to a block. */
export const SECOND_ROUNDTRIP_DAYS = 90;

/** How long a block on purchases lasts, counted from the second roundtrip's sale. */
export const BLOCK_DAYS = 85;

/** In cents: Fidelity leaves out a day's purchases, or sales, of a fund that come to no more than this. */
const SMALL_TRADE = 100_000;

/** Where the funds stand on a day, and how many trades lie after it. */
export interface FundStandings {
  readonly asOf: number;
  readonly standings: readonly FundStanding[];
  readonly later: number;
}

/**
 * Returns where every fund of every account stands on day `asOf` (the last trade's, if it is not given), in the order
 * of their first trades in the list. A rule's days count from the trade: with 30 days, what is bought on May 1 is free to sell on May 31. Trades after
 * `asOf` are left out and counted. The trades may be in any order; a purchase and a sale on one day count as that order.
 *
 * Fidelity (Excessive Trading Policy): a roundtrip is a purchase and then a sale of the same fund and account within 30
 * calendar days, whichever shares were sold, so every such sale is one; a second one within 90 days of another blocks
 * purchases of the fund in all accounts for 85 days. Days on which a fund's purchases, or sales, come to $1,000 or less
 * don't count. Vanguard (Frequent-Trading Limits): no purchase of a fund within 30 calendar days of its sale.
 */
export function fundStandings(
  trades: readonly PastTrade[],
  asOf: number | undefined,
  rule: FrequentTradingRule,
): FundStandings {
  const today = asOf ?? lastDayOf(trades);
  const past = trades.filter(({ day }) => day <= today);
  const histories = historiesOf(past, rule);
  const blocks = rule.kind === "fidelity" ? latestBlocks(histories) : new Map<string, Block>();
  return {
    asOf: today,
    standings: histories.map((history) => standing(history, today, rule, blocks)),
    later: trades.length - past.length,
  };
}

/** One fund of one account: the days of its purchases and sales that count, earliest first. */
interface History {
  readonly fund: string;
  readonly account: string;
  readonly lastOfAny: number;
  readonly bought: readonly number[];
  readonly sold: readonly number[];
}

function historiesOf(trades: readonly PastTrade[], rule: FrequentTradingRule): History[] {
  const byFund = new Map<string, PastTrade[]>();
  for (const trade of trades) {
    const key = JSON.stringify([trade.account, trade.fund]);
    const list = byFund.get(key);
    if (list) list.push(trade);
    else byFund.set(key, [trade]);
  }
  return [...byFund.values()].map((list): History => {
    const { fund, account } = list[0] as PastTrade;
    const least = rule.kind === "fidelity" ? SMALL_TRADE : 0;
    return {
      fund,
      account,
      lastOfAny: lastDayOf(list),
      bought: countingDays(list, 1, least),
      sold: countingDays(list, -1, least),
    };
  });
}

function lastDayOf(trades: readonly PastTrade[]): number {
  return trades.reduce((last, { day }) => Math.max(last, day), 0);
}

/** The days on which a fund's trades of one sign, automatic ones aside, come to more than `least` cents, in order. */
function countingDays(trades: readonly PastTrade[], sign: 1 | -1, least: number): number[] {
  const amounts = new Map<number, number>();
  for (const { day, amount, automatic } of trades) {
    if (automatic || Math.sign(amount) !== sign) continue;
    amounts.set(day, (amounts.get(day) ?? 0) + sign * amount);
  }
  return [...amounts]
    .filter(([, amount]) => amount > least)
    .map(([day]) => day)
    .sort((one, other) => one - other);
}

/** The days of the sales that follow a purchase within 30 days. */
function roundtripsOf({ bought, sold }: History): number[] {
  // Both lists are in order, so the last purchase up to each sale is found in one pass over them.
  let purchases = 0;
  return sold.filter((sale) => {
    while (purchases < bought.length && (bought[purchases] as number) <= sale) purchases++;
    return purchases > 0 && sale < (bought[purchases - 1] as number) + ROUNDTRIP_DAYS;
  });
}

type Block = Extract<TradingLimit, { kind: "blocked" }> & { readonly fund: string };

function blocksOf(history: History): Block[] {
  const roundtrips = roundtripsOf(history);
  return roundtrips
    .filter((sale, index) => index > 0 && sale < (roundtrips[index - 1] as number) + SECOND_ROUNDTRIP_DAYS)
    .map((since) => ({
      kind: "blocked",
      since,
      before: since + BLOCK_DAYS,
      fund: history.fund,
      account: history.account,
    }));
}

/** The block of each fund that lasts longest, of equal ones the first. */
function latestBlocks(histories: readonly History[]): ReadonlyMap<string, Block> {
  const latest = new Map<string, Block>();
  for (const block of histories.flatMap(blocksOf)) {
    const known = latest.get(block.fund);
    if (known === undefined || known.before < block.before) latest.set(block.fund, block);
  }
  return latest;
}

function standing(
  history: History,
  asOf: number,
  rule: FrequentTradingRule,
  blocks: ReadonlyMap<string, Block>,
): FundStanding {
  const { fund, account, lastOfAny } = history;
  const bought = history.bought.at(-1);
  const sold = history.sold.at(-1);
  const days = rule.kind === "days" ? rule.days : ROUNDTRIP_DAYS;
  const counting = roundtripsOf(history).filter((sale) => asOf < sale + SECOND_ROUNDTRIP_DAYS);
  const roundtrips = rule.kind === "fidelity" ? counting : [];

  const limits: TradingLimit[] = [];
  if (rule.kind !== "vanguard" && bought !== undefined) {
    const before = bought + days;
    limits.push({
      kind: "bought",
      since: bought,
      before,
      roundtrips: rule.kind === "fidelity" ? roundtrips.length : undefined,
    });
  }
  if (rule.kind !== "fidelity" && sold !== undefined) limits.push({ kind: "sold", since: sold, before: sold + days });
  const block = blocks.get(fund);
  if (block) limits.push(block);

  const lastCounted = Math.max(bought ?? -Infinity, sold ?? -Infinity);
  const lastTrade = Number.isFinite(lastCounted) ? lastCounted : lastOfAny;
  return {
    fund,
    account,
    lastTrade,
    nextAllowed: Math.max(lastTrade, ...limits.map(({ before }) => before)),
    limits: limits.filter(({ before }) => asOf < before),
    openRoundtrip: roundtrips.at(-1),
  };
}
