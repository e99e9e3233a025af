import type { FundStanding } from "../../../engine";
import { dayInWords } from "../../standing/day";

/** A frequent-trading rule, for the field that chooses. */
export function tradingRuleWords(rule: string): string {
  switch (rule) {
    case "fidelity":
      return "Fidelity: 30 days from purchase to sale";
    case "vanguard":
      return "Vanguard: 30 days from sale to purchase";
    case "":
      return "None";
    default:
      return `${rule} days between a trade and one the other way`;
  }
}

/** Says from when a fund may be traded the other way: `US stocks may be bought again on June 3, 2026.` */
export function clockWords({ fund, account, limits }: FundStanding): string {
  const name = account === "" ? fund : `${fund} (${account})`;
  return limits
    .map((limit) =>
      limit.kind === "bought"
        ? `${name} may be sold again on ${dayInWords(limit.before)}.`
        : `${name} may be bought again on ${dayInWords(limit.before)}.`,
    )
    .join(" ");
}
