import type { DecidedDistribution } from "../../../operations";
import { dollars } from "../../components/figures";
import type { TaxFigure } from "./answer";
import { inDollars } from "./entries";

type Distribution = DecidedDistribution["distributions"][number];

/** `In 2026 you must take out $3,018.87.` */
export function requiredHeadline({ amount, startAge }: Distribution, age: number, year: number): string {
  return age < startAge
    ? `In ${year} you must take out nothing: it begins in the year in which you turn ${startAge}, ${year + startAge - age}.`
    : `In ${year} you must take out ${dollars(inDollars(amount))}.`;
}

/** The figures, each with its rule. */
export function requiredFigures(
  { amount, startAge }: Distribution,
  sources: DecidedDistribution["sources"],
  age: number,
  year: number,
): readonly TaxFigure[] {
  return [
    { name: "Your age", shown: String(age), why: `At the end of ${year}.` },
    { name: "It begins at", shown: String(startAge), why: `By the year of birth: ${sources.start}.` },
    {
      name: `At least, in ${year}`,
      shown: dollars(inDollars(amount)),
      why: `The balance of December 31, ${year - 1}, over the years of the Uniform Lifetime Table: ${sources.lifetime}.`,
    },
  ];
}

export const REQUIRED_LEFT_OUT =
  "For your own accounts. An inherited one has other rules, and so has a spouse who is the only beneficiary and more than ten years younger. A Roth account asks for nothing while its owner lives.";
