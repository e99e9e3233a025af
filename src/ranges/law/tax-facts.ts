import { Decimal, LAW_SOURCES, type Conversion, type FederalTax, type Income, type YearLaw } from "../../engine";
import type { Fact } from "../explanation";

/** How a tax came about, line by line, and by which law. */
export function taxFacts(tax: FederalTax, income: Income, law: YearLaw): readonly Fact[] {
  const { deduction, taxableOrdinary, taxableGains, ordinary, gains, investment } = tax;
  const amount = (
    line: "gross" | "standard" | "from 65" | "senior" | "taxable" | "taxable gains",
    found: Decimal,
  ): Fact[] => (found.isZero() ? [] : [{ fact: "tax line", line: { line, amount: found } }]);
  return [
    ...amount("gross", new Decimal(income.ordinary).plus(income.gains)),
    ...amount("standard", deduction.standard),
    ...amount("from 65", deduction.from65),
    ...amount("senior", deduction.senior),
    ...amount("taxable", taxableOrdinary),
    ...ordinary.map((part): Fact => ({ fact: "tax line", line: { line: "bracket", ...part } })),
    ...amount("taxable gains", taxableGains),
    ...gains.map((part): Fact => ({ fact: "tax line", line: { line: "gains bracket", ...part } })),
    ...(investment.isZero() ? [] : [{ fact: "tax line", line: { line: "investment tax", tax: investment } } as const]),
    lawFact(law, [
      law.incomeBrackets.source,
      law.standardDeduction.source,
      ...(deduction.senior.isZero() ? [] : [law.seniorDeduction?.source ?? ""]),
      ...(investment.isZero() ? [] : [LAW_SOURCES.investmentTax]),
    ]),
  ];
}

/** By which year's law, and where it is published. */
export function lawFact({ year }: Pick<YearLaw, "year">, sources: readonly string[]): Fact {
  return { fact: "law of", year, sources: [...new Set(sources)] };
}

/** What a conversion adds to each bracket. */
export function bracketFacts(brackets: Conversion["brackets"]): readonly Fact[] {
  return brackets.map(({ rate, amount, tax }) => ({
    fact: "tax line",
    line: { line: "bracket", rate, amount: new Decimal(amount), tax: new Decimal(tax) },
  }));
}
