import type { DecidedPlan } from "../../../operations";
import type { PlanLine } from "../../../ranges";
import { sameName, type LoggedTrade } from "../../../sheets";
import type { FundStanding } from "../../../engine";

/** What to mind at a trade. Days are as Excel counts them. */
export type Caution =
  /** The fund company's rule on frequent trading speaks against it before this day. */
  | { readonly code: "purchase too early" | "sale too early"; readonly before: number }
  /** A sale at a loss of what was bought less than 31 days ago: the loss doesn't count. */
  | { readonly code: "washed"; readonly fund: string; readonly account: string; readonly day: number }
  /** After a sale at a loss, these funds may not be bought in any account before this day. */
  | { readonly code: "keep out"; readonly funds: readonly string[]; readonly before: number };

/** What was traded before a plan, and what the fund company's rule makes of it. */
export interface TradedBefore {
  readonly today: number;
  readonly trades: readonly LoggedTrade[];
  readonly clocks: readonly FundStanding[];
}

/** A purchase so many days before a sale at a loss washes it, and so many days after it. */
const WASH_DAYS = 30;

/** What to mind at a trade of a plan: the record-keeper's rule, and the wash-sale rule. */
export function cautionsOf(
  range: DecidedPlan["range"],
  { amount, gain, isLongTerm, isCash, fund, position }: PlanLine,
  account: string,
  { today, trades, clocks }: TradedBefore,
): readonly Caution[] {
  if (isCash) return [];
  const found: Caution[] = [];
  const isBuy = amount > 0;
  const before = waitFor(clocks, { fund, account, isBuy });
  if (before !== undefined) found.push({ code: isBuy ? "purchase too early" : "sale too early", before });
  if (isLongTerm === undefined || gain >= 0) return found;
  const { positions } = range.household;
  const security = positions[position]?.security;
  const alike = [
    ...new Set(positions.filter((each) => each.security === security).map((each) => range.fundNames[each.fund] ?? "")),
  ];
  const bought = trades
    .filter((trade) => trade.amount > 0 && trade.date <= today && today - trade.date <= WASH_DAYS)
    .filter((trade) => alike.some((name) => sameName(name, trade.fund)));
  const last = bought.reduce<LoggedTrade | undefined>(
    (latest, trade) => (latest === undefined || trade.date >= latest.date ? trade : latest),
    undefined,
  );
  if (last) found.push({ code: "washed", fund: last.fund, account: last.account, day: last.date });
  found.push({ code: "keep out", funds: alike, before: today + WASH_DAYS + 1 });
  return found;
}

/** The day before which the rule speaks against a trade; undefined where it doesn't. */
function waitFor(
  clocks: readonly FundStanding[],
  { fund, account, isBuy }: { readonly fund: string; readonly account: string; readonly isBuy: boolean },
): number | undefined {
  const days = clocks
    .filter((clock) => sameName(clock.fund, fund))
    .flatMap((clock) => {
      const isHere = sameName(clock.account, account);
      return clock.limits
        .filter(({ kind }) => {
          if (kind === "bought") return isHere && !isBuy;
          // A block counts in all accounts.
          return isBuy && (isHere || kind === "blocked");
        })
        .map(({ before }) => before);
    });
  return days.length === 0 ? undefined : Math.max(...days);
}
