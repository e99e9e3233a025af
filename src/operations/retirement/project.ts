import {
  centsFromDollars,
  Decimal,
  project as projected,
  succeeded,
  type ProjectionYear,
  type YearLaw,
} from "../../engine";
import {
  failed,
  lawFact,
  projectionCells,
  readLawYear,
  readMatchFormula,
  readScalars,
  type Argument,
} from "../../ranges";
import type { Work } from "../later";
import type { CellKind, Decided } from "../operation";
import { ageArgument, dollarsArgument } from "./ages";

export interface DecidedProjection extends Decided {
  readonly years: readonly ProjectionYear[];
  /** Of the first year. */
  readonly law: YearLaw;
}

type ProjectArguments = readonly [
  balance: Argument,
  salary: Argument,
  rate: Argument,
  match: unknown,
  years: Argument,
  growth: Argument,
  year: Argument,
  raise?: Argument,
  age?: Argument,
];

const MOST_YEARS = 100;

const KINDS: readonly CellKind[] = ["plain", "plain", "money", "money", "money", "money", "money", "plain"];

/** What PROJECT does. */
export const project: Work<ProjectArguments, DecidedProjection> = {
  holds: [KINDS],
  decide: (...[balance, salary, rate, match, years, growth, year, raise, age]) => {
    const formula = readMatchFormula(match);
    if (!formula.ok) return formula;
    const law = readLawYear(year);
    if (!law.ok) return law;
    const read = readScalars([
      dollarsArgument("Balance", balance),
      dollarsArgument("Salary", salary),
      { argument: "Rate", cells: rate, wanted: "percentage", least: 0, most: 1 },
      {
        argument: "Years",
        cells: years,
        wanted: "number",
        least: 1,
        most: MOST_YEARS,
        isWhole: true,
        isRequired: true,
      },
      { argument: "Growth", cells: growth, wanted: "percentage", least: -1, most: 1 },
      { argument: "Raise", cells: raise, wanted: "percentage", least: -1, most: 1 },
      ageArgument("Age", age, false, true),
    ]);
    if (!read.ok) return read;
    const [held, paid, share, count, rise, more, old] = read.value.numbers as readonly [
      ...(readonly [number, number, number, number, number, number, number]),
    ];
    const found = projected({
      balance: centsFromDollars(held),
      salary: centsFromDollars(paid),
      rate: new Decimal(share),
      match: formula.value,
      years: count,
      growth: new Decimal(rise),
      year: law.value.year,
      raise: new Decimal(more),
      ...(old > 0 && { age: old }),
    });
    // The first year is in the table, as it was just read from it.
    if (!found.ok || found.value === undefined) return failed({ code: "too much money", argument: "Balance" });
    return succeeded({ years: found.value, law: law.value, notes: read.value.notes });
  },
  show: ({ years }) => projectionCells(years),
  explain: ({ law }) => ({
    steps: [
      { fact: "formula", formula: "projected year" },
      lawFact(law, [law.deferral.source, law.compensation.source]),
    ],
    rounded: [{ fact: "to the cent" }],
  }),
};
