import type { Conversion, YearLaw } from "../../../engine";
import { dollars, percent } from "../../components/figures";
import type { TaxFigure } from "./answer";
import type { ConvertedBracket } from "./convert-brackets";
import { inDollars } from "./entries";
import { rateWords } from "./taxes-words";

/** What a conversion comes to: `Converting $20,000.00 adds $2,400.00 to your federal tax of 2026, 12% of it.` */
export function conversionHeadline({ tax }: Conversion, amount: number, { year }: YearLaw): string {
  return `Converting ${dollars(amount)} adds ${dollars(inDollars(tax))} to your federal tax of ${year}, ${percent(inDollars(tax) / amount)} of it.`;
}

/** When it comes out ahead: the rule, which says nothing of what the owner's rate will be. */
export function conversionRule({ tax }: Conversion, amount: number): string {
  return `It comes out ahead if this money would be taxed at more than ${percent(inDollars(tax) / amount)} when you take it out later, and behind if at less. At the same rate both come to the same, if the tax is paid from other money.`;
}

/** The figures of a conversion, each with its rule. */
export function conversionFigures(
  { tax, brackets, lastRate, before, after }: Conversion,
  law: YearLaw,
): readonly TaxFigure[] {
  const source = `Brackets of ${law.year}: ${law.incomeBrackets.source}.`;
  const room = (cents: number | undefined): string => (cents === undefined ? "No end" : dollars(inDollars(cents)));
  return [
    {
      name: "More federal tax",
      shown: dollars(inDollars(tax)),
      why: `The tax with the conversion less the tax without it, ${law.year}. Standard deduction: ${law.standardDeduction.source}.`,
    },
    ...brackets.map(({ rate, amount, tax: part }) => ({
      name: `${dollars(inDollars(amount))} taxed at ${rateWords(rate)}`,
      shown: dollars(inDollars(part)),
      why: source,
    })),
    {
      name: "Tax on its last dollar",
      shown: rateWords(lastRate.toNumber()),
      why: lastRateWhy(lastRate.toNumber(), after.rate, law),
    },
    { name: `Room in the ${rateWords(before.rate)} bracket before you convert`, shown: room(before.room), why: source },
    { name: `Room left in the ${rateWords(after.rate)} bracket after it`, shown: room(after.room), why: source },
  ];
}

function lastRateWhy(lastRate: number, bracket: number, { year, seniorDeduction, incomeBrackets }: YearLaw): string {
  return lastRate > bracket && seniorDeduction
    ? `The ${rateWords(bracket)} bracket, and the senior deduction of ${year} that shrinks with income (${seniorDeduction.source}).`
    : `The bracket it ends in, ${year}: ${incomeBrackets.source}.`;
}

/** What of a conversion isn't in any bracket, or more than all of it that is. */
export function deductionWords({ brackets }: Conversion, amount: number): string | undefined {
  const taxed = brackets.reduce((sum, part) => sum + part.amount, 0);
  const untaxed = Math.round(amount * 100) - taxed;
  if (untaxed > 0) return `${dollars(inDollars(untaxed))} of it falls under your standard deduction and isn’t taxed.`;
  if (untaxed < 0) return `Your senior deduction shrinks by ${dollars(inDollars(-untaxed))}, which is taxed, too.`;
  return undefined;
}

/** What stands beside a bracket in the picture. */
export function bracketFigure({ size, before, added }: ConvertedBracket): string {
  const filled = dollars(before + added);
  return size === undefined ? filled : `${filled} of ${dollars(size)}`;
}

/** The picture for those who can't see it. */
export function bracketsInWords(brackets: readonly ConvertedBracket[]): string {
  return `How the brackets fill. ${brackets
    .map(
      ({ rate, size, before, added }) =>
        `${rateWords(rate)}: ${dollars(before)} of your income and ${dollars(added)} of the conversion${size === undefined ? "" : `, of ${dollars(size)}`}`,
    )
    .join("; ")}.`;
}
