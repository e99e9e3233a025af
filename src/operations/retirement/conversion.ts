import { centsFromDollars, conversionOf, succeeded, type Conversion, type YearLaw } from "../../engine";
import {
  bracketFacts,
  conversionCells,
  lawFact,
  readFiling,
  readLawYear,
  readScalars,
  type Argument,
} from "../../ranges";
import type { Work } from "../later";
import type { CellKind, Decided } from "../operation";
import { ageArgument, dollarsArgument } from "./ages";

export interface DecidedConversion extends Decided {
  readonly conversion: Conversion;
  readonly law: YearLaw;
}

type ConversionArguments = readonly [
  amount: Argument,
  income: Argument,
  filing: unknown,
  year: Argument,
  age?: Argument,
];

/** What ROTHCONVERSION does. */
export const rothConversion: Work<ConversionArguments, DecidedConversion> = {
  holds: ({ conversion: { brackets } }) => [
    ["plain"],
    ...[undefined, ...brackets].map((): readonly CellKind[] => ["plain", "money"]),
    ["plain", "percent"],
    ["plain", "money"],
  ],
  decide: (...[amount, income, filing, year, age]) => {
    const status = readFiling(filing);
    if (!status.ok) return status;
    const law = readLawYear(year);
    if (!law.ok) return law;
    const read = readScalars([
      dollarsArgument("Amount", amount, true),
      dollarsArgument("Income", income),
      ageArgument("Age", age),
    ]);
    if (!read.ok) return read;
    const [asked, earned, years] = read.value.numbers as readonly [number, number, number];
    const taxpayer = { filing: status.value, age: years };
    const conversion = conversionOf(centsFromDollars(asked), centsFromDollars(earned), taxpayer, law.value);
    return succeeded({ conversion, law: law.value, notes: read.value.notes });
  },
  show: ({ conversion, law }) => conversionCells(conversion, law),
  explain: ({ conversion: { brackets }, law }) => ({
    steps: [
      { fact: "formula", formula: "conversion" },
      ...bracketFacts(brackets),
      lawFact(law, [law.incomeBrackets.source, law.standardDeduction.source]),
    ],
  }),
};
