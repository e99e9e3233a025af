import { EXCEPTIONS, type ExceptionName } from "./exceptions";
import { FILING_STATUSES, type ByFiling, type Evidence, type Figure, type FilingStatus } from "./figure";
import {
  CATCH_UP_AGE,
  EARLY_WITHDRAWAL,
  GAINS_RATES,
  HSA_CATCH_UP,
  INCOME_RATES,
  INVESTMENT_TAX,
  LOSS_LIMIT,
  RMD_START,
  SENIOR_AGE,
  UNIFORM_LIFETIME,
  WASH_DAYS,
  WITHHOLDING,
} from "./lasting";
import type { YearLaw } from "./year-law";

/** Figures by what they are. */
export type LawFigureName =
  | "income bracket"
  | "gains bracket"
  | "standard deduction"
  | "deduction from 65"
  | "senior deduction"
  | "senior deduction start"
  | "senior deduction rate"
  | "deferral"
  | "catch-up"
  | "catch-up from 60"
  | "additions"
  | "compensation"
  | "roth catch-up wages"
  | "ira"
  | "ira catch-up"
  | "hsa"
  | "hsa catch-up"
  | "investment tax"
  | "investment tax start"
  | "loss limit"
  | "penalty"
  | "penalty of a SIMPLE"
  | "penalty age"
  | "withheld of a rollover"
  | "withheld of others"
  | "exception cap"
  | "exception"
  | "wash days"
  | "rmd start"
  | "lifetime years";

/** Who or what a figure is for. */
export type LawSubject =
  | { readonly filing: FilingStatus }
  | { readonly coverage: "self" | "family" }
  /** From this age, or of this age, at the year's end. */
  | { readonly fromAge: number }
  | { readonly age: number }
  | { readonly bornFrom: number; readonly bornTo?: number }
  | { readonly plan: boolean; readonly ira: boolean };

/** One figure of the law. */
export interface LawLine {
  readonly figure: LawFigureName;
  /** The tax year; absent for a figure that all years share. */
  readonly year?: number;
  /** Of a bracket its rate: a fraction. */
  readonly rate?: number;
  readonly exception?: ExceptionName;
  /** Dollars, a fraction, years or days. Undefined where there is no number: a last bracket, an exception without a cap. */
  readonly value: number | undefined;
  readonly subject?: LawSubject;
  readonly source: string;
  readonly evidence: Evidence;
}

/** Every figure that is in use for these years, those of all years after them. */
export function lawLines(laws: readonly YearLaw[]): readonly LawLine[] {
  return [...laws.flatMap(yearLines), ...lastingLines()];
}

function yearLines(law: YearLaw): readonly LawLine[] {
  const { year } = law;
  const one = (name: LawFigureName, found: Figure<number> | undefined, subject?: LawSubject): LawLine[] =>
    found === undefined ? [] : [{ figure: name, year, ...numberOf(found), ...(subject && { subject }) }];
  return [
    ...bracketLines("income bracket", law.incomeBrackets, INCOME_RATES.value, year),
    ...bracketLines("gains bracket", law.gainsBrackets, GAINS_RATES.value, year),
    ...byFiling("standard deduction", law.standardDeduction, year),
    ...byFiling("deduction from 65", law.deductionFrom65, year),
    ...seniorLines(law),
    ...one("deferral", law.deferral),
    ...one("catch-up", law.catchUp, { fromAge: CATCH_UP_AGE }),
    ...one("catch-up from 60", law.catchUpFrom60, { fromAge: 60 }),
    ...one("additions", law.additions),
    ...one("compensation", law.compensation),
    ...one("roth catch-up wages", law.rothCatchUpWages),
    ...one("ira", law.ira),
    ...one("ira catch-up", law.iraCatchUp, { fromAge: CATCH_UP_AGE }),
    ...(["self", "family"] as const).map((coverage): LawLine => ({
      figure: "hsa",
      year,
      ...numberOf({ ...law.hsa, value: law.hsa.value[coverage] }),
      subject: { coverage },
    })),
    ...EXCEPTIONS.flatMap(({ value: { name, plan, ira, capOf } }): LawLine[] => {
      const cap = capOf?.(law);
      return cap === undefined
        ? []
        : [{ figure: "exception cap", year, exception: name, ...numberOf(cap), subject: { plan, ira } }];
    }),
  ];
}

function seniorLines({ year, seniorDeduction }: YearLaw): readonly LawLine[] {
  if (seniorDeduction === undefined) return [];
  const { value, source, evidence } = seniorDeduction;
  const said = { year, source, evidence };
  return [
    { figure: "senior deduction", ...said, value: value.each, subject: { fromAge: SENIOR_AGE } },
    { figure: "senior deduction rate", ...said, value: value.phaseOutRate },
    ...FILING_STATUSES.flatMap((filing): LawLine[] => {
      const start = value.phaseOutStarts[filing];
      return start === undefined
        ? []
        : [{ figure: "senior deduction start", ...said, value: start, subject: { filing } }];
    }),
  ];
}

function lastingLines(): readonly LawLine[] {
  const { rate, above } = INVESTMENT_TAX.value;
  const early = EARLY_WITHDRAWAL.value;
  const of = (found: Figure<unknown>, value: number): Figure<number> => ({ ...found, value });
  const line = (name: LawFigureName, found: Figure<number>, subject?: LawSubject): LawLine => ({
    figure: name,
    ...numberOf(found),
    ...(subject && { subject }),
  });
  return [
    line("investment tax", of(INVESTMENT_TAX, rate)),
    ...byFiling("investment tax start", { ...INVESTMENT_TAX, value: above }),
    ...byFiling("loss limit", LOSS_LIMIT),
    line("penalty", of(EARLY_WITHDRAWAL, early.rate)),
    line("penalty of a SIMPLE", of(EARLY_WITHDRAWAL, early.simpleRate)),
    line("penalty age", of(EARLY_WITHDRAWAL, early.age)),
    ...EXCEPTIONS.flatMap(({ value: { name, plan, ira, capOf }, source, evidence }): LawLine[] =>
      capOf === undefined
        ? [{ figure: "exception", exception: name, value: undefined, subject: { plan, ira }, source, evidence }]
        : [],
    ),
    line("withheld of a rollover", of(WITHHOLDING, WITHHOLDING.value.rollover)),
    line("withheld of others", of(WITHHOLDING, WITHHOLDING.value.other)),
    line("hsa catch-up", of(HSA_CATCH_UP, HSA_CATCH_UP.value.amount), { fromAge: HSA_CATCH_UP.value.age }),
    line("wash days", WASH_DAYS),
    ...RMD_START.value.map(({ bornFrom, age }, place) => {
      const later = RMD_START.value[place - 1];
      return line("rmd start", of(RMD_START, age), { bornFrom, ...(later && { bornTo: later.bornFrom - 1 }) });
    }),
    ...UNIFORM_LIFETIME.value.years.map((years, place) =>
      line("lifetime years", of(UNIFORM_LIFETIME, years), { age: UNIFORM_LIFETIME.value.from + place }),
    ),
  ];
}

function numberOf({ value, source, evidence }: Figure<number>): Pick<LawLine, "value" | "source" | "evidence"> {
  return { value, source, evidence };
}

function byFiling(name: LawFigureName, found: Figure<ByFiling<number>>, year?: number): readonly LawLine[] {
  const { value, source, evidence } = found;
  return FILING_STATUSES.map((filing) => ({
    figure: name,
    ...(year !== undefined && { year }),
    value: value[filing],
    subject: { filing },
    source,
    evidence,
  }));
}

/** A line a bracket: its upper end, and none for the last. */
function bracketLines(
  name: LawFigureName,
  { value, source, evidence }: Figure<ByFiling<readonly number[]>>,
  rates: readonly number[],
  year: number,
): readonly LawLine[] {
  return FILING_STATUSES.flatMap((filing) =>
    rates.map((rate, place) => ({
      figure: name,
      year,
      rate,
      value: value[filing][place],
      subject: { filing },
      source,
      evidence,
    })),
  );
}
