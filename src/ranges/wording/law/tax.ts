import type { Decimal } from "../../../engine";
import { centsOf } from "../household";
import { money } from "../figures";
import { percentOf } from "./percent";

/** A line of how a tax is worked out; amounts are cents. */
export type TaxLine =
  | {
      readonly line: "gross" | "standard" | "from 65" | "senior" | "taxable" | "taxable gains";
      readonly amount: Decimal;
    }
  | {
      readonly line: "bracket" | "gains bracket";
      readonly rate: number;
      readonly amount: Decimal;
      readonly tax: Decimal;
    }
  | { readonly line: "investment tax"; readonly tax: Decimal };

const NAMES = {
  gross: "Income and gains",
  standard: "Standard deduction",
  "from 65": "More of it from 65",
  senior: "Senior deduction",
  taxable: "Taxable income",
  "taxable gains": "Taxable long-term gains",
} as const;

/** `Taxable at 12%: $33,450, tax $4,014.` */
export function taxLineWords(line: TaxLine): string {
  switch (line.line) {
    case "bracket":
    case "gains bracket": {
      const what = line.line === "bracket" ? "Income" : "Long-term gains";
      return `${what} at ${percentOf(line.rate)}: ${money(centsOf(line.amount))}, tax ${money(centsOf(line.tax))}.`;
    }
    case "investment tax":
      return `Net investment income tax: ${money(centsOf(line.tax))}.`;
    default:
      return `${NAMES[line.line]}: ${money(centsOf(line.amount))}.`;
  }
}

/** `Law of 2026: Rev. Proc. 2025-32. An estimate, not advice.` */
export function lawSourcesWords(year: number | undefined, sources: readonly string[]): string {
  return `Law${year === undefined ? "" : ` of ${year}`}: ${sources.join("; ")}. An estimate, not advice.`;
}
