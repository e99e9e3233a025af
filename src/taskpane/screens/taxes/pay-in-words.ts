import type { Usd, YearLaw } from "../../../engine";
import { dollars } from "../../components/figures";
import type { TaxFigure } from "./answer";
import { inDollars } from "./entries";

/** `In 2026 you may pay $24,500.00 into plans at work.` */
export function limitHeadline(most: Usd, { year }: YearLaw): string {
  return `In ${year} you may pay ${dollars(inDollars(most))} into plans at work, all of them together.`;
}

interface Limits {
  readonly most: Usd;
  /** Undefined as long as it isn't worked out, as is the next. */
  readonly catchUp: Usd | undefined;
  readonly iras: Usd | undefined;
}

/** The limits, each with its rule. */
export function limitFigures({ most, catchUp, iras }: Limits, law: YearLaw): readonly TaxFigure[] {
  const figure = (name: string, amount: Usd | undefined, why: string): readonly TaxFigure[] =>
    amount === undefined ? [] : [{ name, shown: dollars(inDollars(amount)), why }];
  return [
    ...figure(
      "Into plans at work",
      most,
      `What you defer from pay, pre-tax and Roth together, ${law.year}: ${law.deferral.source}.`,
    ),
    ...figure(
      "Of that, catch-up",
      catchUp,
      `From the year in which you turn 50 on, ${law.year}: ${law.catchUp.source}.`,
    ),
    ...figure("Into IRAs", iras, `Traditional and Roth together, ${law.year}: ${law.ira.source}.`),
  ];
}

export const LIMITS_LEFT_OUT =
  "No more than you earn. A plan may set lower limits, and high incomes may pay less into a Roth IRA or deduct less: that isn’t counted.";
