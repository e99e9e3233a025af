import type { ProjectionYear, YearLaw } from "../../../engine";
import { remarkWords } from "../../../ranges";
import { dollars } from "../../components/figures";
import type { TaxFigure } from "./answer";
import { inDollars } from "./entries";
import { projectionSum, type Projected } from "./projection-lines";
import { rateWords } from "./taxes-words";

export const GROWTH_IS_A_GUESS = "Your own guess, such as 5. Evidence shows what mixes have returned since 1926.";

export const PROJECTION_LINES = ["Balance", "Without growth", "Without growth and match"] as const;

/** `By the end of 2045 it comes to $1,234,000.00, if it grows 5% each year.` */
export function projectionHeadline({ years, growth }: Projected): string {
  const last = years.at(-1);
  return last === undefined
    ? ""
    : `By the end of ${last.year} it comes to ${dollars(inDollars(last.end))}, if it grows ${rateWords(growth)} each year. No year is like that, and nobody promises it.`;
}

/** What the end is made of, with the rule of each part. */
export function projectionFigures({ balance, years }: Projected, law: YearLaw): readonly TaxFigure[] {
  const all = (of: (year: ProjectionYear) => number): string => dollars(inDollars(projectionSum(years, of)));
  const [first] = years;
  return [
    { name: "In the plan now", shown: dollars(balance), why: `At the beginning of ${law.year}.` },
    {
      name: "You pay in",
      shown: all(({ contribution }) => contribution),
      why: `${dollars(inDollars(first?.contribution ?? 0))} in ${law.year}, each year up to its limit: ${law.deferral.source}. Later years have the last known limits.`,
    },
    {
      name: "Your employer adds",
      shown: all(({ match }) => match),
      why: `By your plan’s formula, of pay up to ${dollars(law.compensation.value)} in ${law.year}: ${law.compensation.source}.`,
    },
    {
      name: "Growth",
      shown: all(({ growth }) => growth),
      why: "A whole year’s of what is there at its beginning, and half a year’s of what comes in during it.",
    },
  ];
}

/** What limits did, each said once, with the first year in which it did. */
export function remarksInWords(years: readonly ProjectionYear[]): readonly string[] {
  const first = new Map<string, { readonly words: string; readonly year: number }>();
  for (const { year, remarks } of years) {
    for (const remark of remarks) {
      if (!first.has(remark.remark)) first.set(remark.remark, { words: remarkWords(remark), year });
    }
  }
  return [...first.values()].map(({ words, year }) => `From ${year} on: ${words}`);
}

/** The picture for those who can't see it. */
export function projectionInWords({ balance, years }: Projected): string {
  const last = years.at(-1);
  if (last === undefined) return "";
  const paid = projectionSum(years, ({ contribution, match }) => contribution + match);
  return `The balance goes from ${dollars(balance)} to ${dollars(inDollars(last.end))} at the end of ${last.year}, of which ${dollars(inDollars(paid))} is paid in and matched.`;
}
