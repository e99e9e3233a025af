import { sum } from "../adviser-table";
import { exactGain, gainOf, isTaxedLot, toCents } from "./arithmetic";
import { NO_MONEY, type Check } from "./check";
import type { CopyPlan, HouseholdCopyFacts } from "./facts";
import type { HoldingsPlaces } from "./holdings-sheet";
import { inputCell } from "./places";
import type { TradePlaces } from "./trades-table";

/** The gains that the plan takes, their bound, and their tax; none where nothing is taxed. */
export function taxChecks(
  facts: HouseholdCopyFacts,
  plan: CopyPlan,
  { range, has }: HoldingsPlaces,
  trades: TradePlaces | undefined,
): readonly Check[] {
  if (!has("gain")) return [];
  const { holdings } = facts;
  const { gain, tax, rates, mayTrade } = plan;
  const sales = holdings.filter((each) => isTaxedLot(facts, each) && each.trade < 0).length;
  // Each sale's gain is rounded by itself; a half cent may fall to either side.
  const slack = NO_MONEY + sales / 100;
  const byTerm = (term: string): string => `SUMIF(${range("term")},"${term}",${range("gain")})`;
  const bases = has("basis") ? `(${range("value")}-${range("basis")})` : range("value");
  const taxByGains = toCents(
    Math.max(0, gainOf(facts, "short")) * (rates?.short ?? 0) + Math.max(0, gainOf(facts, "long")) * (rates?.long ?? 0),
  );
  const taxFormula = `ROUND(MAX(0,${byTerm("short")})*${inputCell("short rate")}+MAX(0,${byTerm("long")})*${inputCell("long rate")},2)`;
  const taxes = trades?.range("tax");
  return [
    ...(["short", "long"] as const).map((term): Check => ({
      rule: `The ${term}-term gains are what they are said to be`,
      how: "Sold × (value − basis) ÷ value of each taxable row, beside what Keel worked out.",
      kind: "near",
      slack,
      left: { value: gainOf(facts, term), formula: byTerm(term) },
      right: { value: gain[term] },
    })),
    ...(mayTrade.gainsBound === undefined
      ? []
      : [
          {
            rule: "The net gain stays within the policy’s bound",
            how: "The gains of all taxable sales, not rounded, beside the bound; what cash flows need may be more than the policy says.", // prettier-ignore
            kind: "at most",
            slack: mayTrade.gainsSlack,
            left: {
              value: sum(holdings.map((each) => exactGain(facts, each))),
              formula: `SUMPRODUCT(--(${range("taxed")}=1),--(${range("cash")}=0),--(${range("trade")}<0),-${range("trade")}*${bases}/(${range("value")}+(${range("value")}=0)))`, // prettier-ignore
            },
            right: { value: mayTrade.gainsBound, formula: inputCell("gains bound") },
          } as const,
        ]),
    ...(rates
      ? ([
          {
            rule: "The tax is rate × gain",
            how: "Each kind’s net gain, not below zero, × its rate, beside what Keel worked out.",
            kind: "near",
            slack,
            left: { value: taxByGains, formula: taxFormula },
            right: { value: tax },
          },
          ...(taxes === undefined
            ? []
            : [
                {
                  rule: "The taxes of the trades add up to it",
                  how: "The taxes beside the trades on the first sheet, and the tax of the plan.",
                  kind: "money" as const,
                  left: { value: sum(plan.trades.map((trade) => trade.tax ?? 0)), formula: `SUM(${taxes})` },
                  right: { value: tax },
                },
              ]),
        ] satisfies Check[])
      : []),
  ];
}
