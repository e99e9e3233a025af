import type { Conversion, FederalTax, FilingStatus, YearLaw } from "../../../engine";
import { inDollars } from "./entries";

/** A bracket as a conversion fills it. Dollars; `size` is undefined for the last, which has no end. */
export interface ConvertedBracket {
  readonly rate: number;
  readonly size: number | undefined;
  readonly before: number;
  readonly added: number;
}

/** The brackets up to the one that income and conversion end in, lowest first. */
export function convertedBrackets(
  { brackets }: Conversion,
  income: FederalTax,
  { incomeBrackets }: YearLaw,
  filing: FilingStatus,
): readonly ConvertedBracket[] {
  const ends = incomeBrackets.value[filing];
  // Whoever reaches a bracket has filled those below it: between them, both have every rate from the lowest on.
  const rates = [...new Set([...income.ordinary, ...brackets].map(({ rate }) => rate))].sort(
    (one, other) => one - other,
  );
  return rates.map((rate, place): ConvertedBracket => {
    const end = ends[place];
    const before = income.ordinary.find((part) => part.rate === rate)?.amount.toNumber() ?? 0;
    const added = brackets.find((part) => part.rate === rate)?.amount ?? 0;
    return {
      rate,
      size: end === undefined ? undefined : end - (ends[place - 1] ?? 0),
      before: inDollars(before),
      added: inDollars(added),
    };
  });
}
