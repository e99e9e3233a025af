import {
  centsFromDollars,
  dollars,
  federalTax,
  succeeded,
  type FederalTax,
  type Income,
  type YearLaw,
} from "../../engine";
import {
  lawAt,
  readFiling,
  readScalarRows,
  taxFacts,
  type Argument,
  type Note,
  type ResultCells,
  type ScalarRow,
} from "../../ranges";
import type { Work } from "../later";
import type { Decided } from "../operation";
import { ageArgument, dollarsArgument, yearArgument } from "./ages";

export interface DecidedTax extends Decided {
  readonly cells: ResultCells;
  /** A row's tax with what it was asked of. */
  readonly taxes: readonly { readonly tax: FederalTax; readonly income: Income; readonly law: YearLaw }[];
}

type TaxArguments = readonly [
  income: Argument,
  filing: unknown,
  year: Argument,
  gains?: Argument,
  age?: Argument,
  spouseAge?: Argument,
];

/** What TAX does. */
export const tax: Work<TaxArguments, DecidedTax> = {
  holds: "money",
  decide: (...[income, filing, year, gains, age, spouseAge]) => {
    const status = readFiling(filing);
    if (!status.ok) return status;
    const read = readScalarRows([
      dollarsArgument("Income", income),
      yearArgument(year),
      dollarsArgument("Gains", gains),
      ageArgument("Age", age),
      ageArgument("Spouse age", spouseAge),
    ]);
    if (!read.ok) return read;
    const taxes: DecidedTax["taxes"][number][] = [];
    const notes: Note[] = [...read.value.notes];
    for (const { numbers, at } of read.value.rows) {
      const [ordinary, inYear, gained, years, spouseYears] = numbers as Numbers;
      const law = lawAt(inYear, at(1));
      if (!law.ok) return law;
      const asked = { ordinary: centsFromDollars(ordinary), gains: centsFromDollars(gained) };
      const taxpayer = { filing: status.value, age: years, spouseAge: spouseYears };
      if (spouseYears > 0 && status.value !== "joint" && notes.every(({ code }) => code !== "spouse not counted")) {
        notes.push({ code: "spouse not counted" });
      }
      taxes.push({ tax: federalTax(asked, taxpayer, law.value), income: asked, law: law.value });
    }
    const cells = read.value.answer(taxes.map(({ tax: { total } }) => dollars(total)));
    return succeeded({ cells, taxes, notes });
  },
  show: ({ cells }) => cells,
  explain: ({ taxes: [first] }) => ({
    steps: [
      { fact: "formula", formula: "federal tax" },
      ...(first ? taxFacts(first.tax, first.income, first.law) : []),
    ],
  }),
};

type Numbers = ScalarRow["numbers"] & readonly [number, number, number, number, number];
