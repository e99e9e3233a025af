import { succeeded, type TradeUnit } from "../../../engine";
import type { Read } from "../../problem";
import { money } from "../../wording/figures";
import { amountOf, NUMBER, outOfRange } from "../amounts";
import type { PolicySetting, SettingInPlan } from "../setting";

function multiplesOf(amount: string, typed: string): Read<TradeUnit> {
  const read = amountOf(amount, typed);
  if (!read.ok) return read;
  // Trades are whole cents: what is less than half of one is read as none.
  return read.value > 0 ? succeeded({ multiplesOf: read.value }) : outOfRange(typed, "$0.01", "$1,000,000,000,000");
}

/** Says a trade unit as its clause does. */
export function sayTradeUnit(unit: TradeUnit): string {
  return typeof unit === "object" ? `multiples of ${money(unit.multiplesOf)}` : unit;
}

export const tradeUnit = {
  label: "Trade unit",
  known: "whole shares, fractional, whole percent, whole dollars, multiples of $10",
  forms: [
    { shape: /^whole shares?$/, read: () => succeeded("whole shares") },
    { shape: /^fractional(?: shares)?$/, read: () => succeeded("fractional") },
    { shape: /^whole percents?$/, read: () => succeeded("whole percent") },
    { shape: /^whole dollars?$/, read: () => succeeded("whole dollars") },
    { shape: /^(?:whole )?cents$/, read: () => succeeded("cents") },
    {
      shape: new RegExp(`^multiples? of ${NUMBER}(?: dollars?)?$`),
      read: ([, amount = ""], typed) => multiplesOf(amount, typed),
    },
  ],
  unset: { value: "cents", shown: "cents" },
  show: sayTradeUnit,
  phrase: (value) => {
    if (value === "cents") return undefined;
    if (value === "fractional") return "trade in fractions of shares";
    return `trade in ${value === "whole percent" ? "whole percents" : sayTradeUnit(value)}`;
  },
} as const satisfies PolicySetting<"tradeUnit">;

export const tradeUnitInPlan = {
  say: sayTradeUnit,
  help: "What trades are rounded to: whole dollars, or multiples of $10. Blank: cents.",
  offers: { words: ["cents", "whole dollars", "multiples of $10", "whole percent"], strict: false },
} as const satisfies SettingInPlan<"tradeUnit">;
