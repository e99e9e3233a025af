import {
  centsFromDollars,
  Decimal,
  dollars,
  LIMIT_KINDS,
  limitOf,
  matchOf,
  succeeded,
  wholeMatchOf,
  type LimitKind,
  type Usd,
  type WholeMatch,
  type YearLaw,
} from "../../engine";
import {
  refusedByLaw,
  lawAt,
  lawFact,
  readChoice,
  readMatchFormula,
  readScalarRows,
  type Argument,
  type Fact,
  type Note,
  type Read,
  type ResultCells,
} from "../../ranges";
import type { Work } from "../later";
import type { Decided } from "../operation";
import { ageArgument, dollarsArgument, yearArgument } from "./ages";

export interface DecidedCells extends Decided {
  readonly cells: ResultCells;
  readonly laws: readonly YearLaw[];
}

/** Which of a year's figures a limit is made of, to say where they are published. */
function sourcesOf(kind: LimitKind, law: YearLaw): readonly string[] {
  if (kind.startsWith("hsa")) return [law.hsa.source];
  if (kind === "roth catch-up wages") return law.rothCatchUpWages ? [law.rothCatchUpWages.source] : [];
  return [law.deferral.source];
}

/** Limits by row. */
export interface DecidedLimit extends DecidedCells {
  readonly kind: LimitKind;
  readonly limits: readonly Usd[];
}

/** What LIMIT does. */
export const limit: Work<readonly [year: Argument, age: Argument, kind?: unknown], DecidedLimit> = {
  holds: "money",
  decide: (year, age, kind) => {
    const chosen = readChoice("Kind", kind, LIMIT_KINDS);
    if (!chosen.ok) return chosen;
    const read = readScalarRows([yearArgument(year), ageArgument("Age", age, true, true)]);
    if (!read.ok) return read;
    const notes: Note[] = [...read.value.notes];
    const laws: YearLaw[] = [];
    const limits: Usd[] = [];
    for (const { numbers, at } of read.value.rows) {
      const [inYear = 0, years = 0] = numbers;
      const law = lawAt(inYear, at(0));
      if (!law.ok) return law;
      const found = lawLimit(chosen.value, years, law.value);
      if (!found.ok) return found;
      laws.push(law.value);
      limits.push(found.value.amount);
      notes.push(...found.value.notes.filter(({ code }) => notes.every((note) => note.code !== code)));
    }
    return succeeded({ cells: read.value.answer(limits.map(dollars)), laws, kind: chosen.value, limits, notes });
  },
  show: ({ cells }) => cells,
  explain: ({ laws: [law], kind }) => ({
    steps: [{ fact: "formula", formula: "limit" }, ...(law ? [lawFact(law, sourcesOf(kind, law))] : [])],
  }),
};

function lawLimit(
  kind: LimitKind,
  age: number,
  law: YearLaw,
): Read<{ readonly amount: Usd; readonly notes: readonly Note[] }> {
  const found = limitOf(kind, age, law);
  if (!found.ok) {
    const { problem } = found;
    // The year was found in the table before.
    return refusedByLaw(problem.code === "year without law" ? { ...problem, at: { argument: "Year" } } : problem);
  }
  const { amount, isOfferedOnly, hsaCatchUp } = found.value;
  return succeeded({
    amount,
    notes: [
      ...(isOfferedOnly ? [{ code: "catch-up if offered" } as const] : []),
      ...(hsaCatchUp > 0 ? [{ code: "hsa catch-up", amount: hsaCatchUp } as const] : []),
    ],
  });
}

/** Matches by row, with what the formula gives at most. */
export interface DecidedMatch extends DecidedCells {
  readonly matches: readonly { readonly match: Usd; readonly whole: WholeMatch }[];
}

/** What EMPLOYERMATCH does. */
export const employerMatch: Work<
  readonly [salary: Argument, rate: Argument, formula: unknown, year?: Argument],
  DecidedMatch
> = {
  holds: "money",
  decide: (salary, rate, formula, year) => {
    const match = readMatchFormula(formula);
    if (!match.ok) return match;
    const read = readScalarRows([
      dollarsArgument("Salary", salary),
      { argument: "Rate", cells: rate, wanted: "percentage", least: 0, most: 1 },
      { ...yearArgument(year, false), least: 0 },
    ]);
    if (!read.ok) return read;
    const notes: Note[] = [...read.value.notes];
    const laws: YearLaw[] = [];
    const matches: DecidedMatch["matches"][number][] = [];
    for (const { numbers, at } of read.value.rows) {
      const [pay = 0, share = 0, inYear = 0] = numbers;
      const law = inYear === 0 ? succeeded(undefined) : lawAt(inYear, at(2));
      if (!law.ok) return law;
      const most = law.value?.compensation.value ?? pay;
      const counted = centsFromDollars(Math.min(pay, most));
      matches.push({
        match: matchOf(match.value, counted, new Decimal(share)),
        whole: wholeMatchOf(match.value, counted),
      });
      if (law.value === undefined) continue;
      laws.push(law.value);
      const deferral = centsFromDollars(law.value.deferral.value);
      const isEarly = new Decimal(pay).times(share).times(100).greaterThan(deferral);
      if (isEarly && notes.every(({ code }) => code !== "limit reached early")) {
        notes.push({ code: "limit reached early", limit: deferral });
      }
    }
    const cells = matches.map(({ match: found }) => dollars(found));
    return succeeded({ cells: read.value.answer(cells), laws, matches, notes });
  },
  show: ({ cells }) => cells,
  explain: ({ laws: [law] }) => ({
    steps: [
      { fact: "formula", formula: "employer match" },
      ...(law ? [lawFact(law, [law.compensation.source])] : ([] as readonly Fact[])),
    ],
  }),
};
