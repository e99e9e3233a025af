import type { FundStanding } from "../../../engine";
import { roundtrips } from "../../../operations";
import { tradesLogged } from "../../../sheets";
import type { Table } from "../../../workbook";

/** The frequent-trading rules that are offered; "" is none. */
export const tradingRules = ["fidelity", "vanguard", "30", "60", "90", ""] as const;

/** The funds in which the logged trades leave something to wait for on a day, under a rule; none where nothing is logged. */
export function clocksOf(trades: Table, today: number, rule: string): readonly FundStanding[] {
  const rows = tradesLogged(trades).map(({ date, fund, amount, account }) => [date, fund, amount, account]);
  if (rows.length === 0 || rule === "") return [];
  const decided = roundtrips.decide([["Date", "Fund", "Amount", "Account"], ...rows], [[today]], rule);
  // A log that was edited into something else is for ROUNDTRIPS in the sheet to complain of.
  if (!decided.ok) return [];
  return decided.value.standings.filter(({ limits }) => limits.length > 0);
}
