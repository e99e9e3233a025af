import type { Exchanges } from "../../engine";
import { count } from "./figures";

/** Says why there are as many exchanges as there are. */
export function exchangesProof({ exchanges, trades, groups, proved }: Exchanges): string {
  const split = `${count(trades, "trade falls", "trades fall")} into ${count(groups, "group that adds", "groups that each add")} up to 0`;
  const fewest = count(exchanges.length, "exchange", "exchanges");
  return proved
    ? `The ${split}, and no allowed split has more groups: ${fewest} is the fewest possible.`
    : `The ${split}: ${fewest}. With more than 16 trades it is not proved that there is no way with fewer.`;
}

/** The header row of a table of exchanges; its last cell says where the fewest are not proved. */
export function exchangesHeader(proved: boolean): readonly string[] {
  const percent = proved
    ? "Percent of From"
    : "Percent of From (more than 16 trades: perhaps not the fewest exchanges)";
  return ["From", "To", "Amount", percent];
}

/** The row of a table of exchanges that has none. */
export const NO_EXCHANGES: readonly string[] = ["No exchanges needed", "", "", ""];
