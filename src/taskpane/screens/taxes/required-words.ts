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
    ...(age < startAge ? [] : [deadline(age === startAge, year)]),
  ];
}

/** Until when it must be out: the first one has some months more. */
function deadline(isFirst: boolean, year: number): TaxFigure {
  return isFirst
    ? {
        ...{ name: "No later than", shown: `April 1, ${year + 1}` },
        why: `Only the first may wait so long; that of ${year + 1} must then be out by the end of ${year + 1}, both in one tax year: IRC 401(a)(9)(C).`,
      }
    : {
        name: "No later than",
        shown: `December 31, ${year}`,
        why: "By the end of each year after the first: IRC 401(a)(9)(C).",
      };
}

export const REQUIRED_LEFT_OUT =
  "For your own accounts. The plan of a job that you still have may let you wait until you retire, unless you own more than 5% of the business. An inherited one has other rules, and so has a spouse who is the only beneficiary and more than ten years younger. A Roth account asks for nothing while its owner lives.";
