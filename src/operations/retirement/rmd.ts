import {
  centsFromDollars,
  dollars,
  LAW_SOURCES,
  requiredDistribution,
  RMD_UNSETTLED_BIRTH_YEAR,
  rmdStartAge,
  succeeded,
  type Usd,
} from "../../engine";
import { readScalarRows, type Argument, type Note, type ResultCells } from "../../ranges";
import type { Work } from "../later";
import type { Decided } from "../operation";
import { ageArgument, dollarsArgument } from "./ages";

export interface DecidedDistribution extends Decided {
  readonly cells: ResultCells;
  /** By row, with the age from which on something must be taken out. */
  readonly distributions: readonly { readonly amount: Usd; readonly startAge: number }[];
  /** Where the ages and the years are published. */
  readonly sources: { readonly start: string; readonly lifetime: string };
}

const EARLIEST_BIRTH = 1890;
const LATEST_BIRTH = 2100;

/** What RMD does. */
export const rmd: Work<readonly [balance: Argument, age: Argument, birthYear?: Argument], DecidedDistribution> = {
  holds: "money",
  decide: (balance, age, birthYear) => {
    const read = readScalarRows([
      dollarsArgument("Balance", balance),
      ageArgument("Age", age, true, true),
      {
        ...{ argument: "Birth year", cells: birthYear, wanted: "number", isWhole: true },
        ...{ least: EARLIEST_BIRTH, most: LATEST_BIRTH },
      },
    ]);
    if (!read.ok) return read;
    const { rows, answer } = read.value;
    const notes: Note[] = [...read.value.notes];
    if (rows.some(({ numbers }) => numbers[2] === RMD_UNSETTLED_BIRTH_YEAR)) notes.push({ code: "born 1959" });
    const distributions = rows.map(({ numbers: [held = 0, years = 0, born = 0] }) => {
      const birth = born === 0 ? undefined : born;
      return {
        amount: requiredDistribution(centsFromDollars(held), years, birth),
        startAge: rmdStartAge(birth),
      };
    });
    return succeeded({
      cells: answer(distributions.map(({ amount }) => dollars(amount))),
      distributions,
      sources: { start: LAW_SOURCES.rmdStart, lifetime: LAW_SOURCES.lifetime },
      notes,
    });
  },
  show: ({ cells }) => cells,
  explain: () => ({
    steps: [
      { fact: "formula", formula: "required distribution" },
      { fact: "law of", sources: [LAW_SOURCES.lifetime, LAW_SOURCES.rmdStart] },
    ],
  }),
};
