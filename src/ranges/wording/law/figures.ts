import type { Evidence, LawFigureName, LawLine, LawSubject } from "../../../engine";
import { percentOf } from "./percent";

const NAMES: Readonly<Record<LawFigureName, string>> = {
  "income bracket": "Income bracket",
  "gains bracket": "Long-term gains bracket",
  "standard deduction": "Standard deduction",
  "deduction from 65": "Standard deduction from 65, more for each",
  "senior deduction": "Senior deduction, each",
  "senior deduction start": "Senior deduction shrinks above",
  "senior deduction rate": "Senior deduction shrinks by",
  deferral: "Deferral limit",
  "catch-up": "Catch-up",
  "catch-up from 60": "Catch-up at 60 to 63, if the plan offers it",
  additions: "Annual additions limit",
  compensation: "Compensation limit",
  "roth catch-up wages": "Catch-ups are Roth with wages above",
  ira: "IRA limit",
  "ira catch-up": "IRA catch-up",
  hsa: "HSA limit",
  "hsa catch-up": "HSA catch-up",
  "investment tax": "Net investment income tax",
  "investment tax start": "Net investment income tax above",
  "loss limit": "Net loss set against other income, most a year",
  penalty: "Additional tax on early withdrawals",
  "penalty of a SIMPLE": "The same from a SIMPLE IRA in its first two years",
  "penalty age": "No additional tax from age",
  "withheld of a rollover": "Withheld of a plan's payment that could be rolled over",
  "withheld of others": "Withheld of IRA, SEPP, hardship and required payments",
  "exception cap": "Exception, most",
  exception: "Exception",
  "wash days": "Wash sale, days before and after",
  "rmd start": "Required distributions from age",
  "lifetime years": "Uniform Lifetime Table, years",
};

/** `Income bracket of 12% ends, 2026`, `Exception, most: emergency, 2026`. */
export function lawFigureWords({ figure, rate, exception, value, year }: LawLine): string {
  const name = NAMES[figure];
  const bracket = rate === undefined ? "" : ` of ${percentOf(rate)} ${value === undefined ? "has no end" : "ends"}`;
  const what = exception === undefined ? "" : `: ${exception}`;
  return `${name}${bracket}${what}${year === undefined ? "" : `, ${year}`}`;
}

const COVERAGE = { self: "self only", family: "family" } as const;

export function subjectWords(subject: LawSubject | undefined): string {
  if (subject === undefined) return "all";
  if ("filing" in subject) return subject.filing;
  if ("coverage" in subject) return COVERAGE[subject.coverage];
  if ("fromAge" in subject) return `from age ${subject.fromAge}`;
  if ("age" in subject) return `age ${subject.age}`;
  if ("plan" in subject) return subject.plan && subject.ira ? "plans and IRAs" : subject.plan ? "plans" : "IRAs";
  const { bornFrom, bornTo } = subject;
  if (bornTo === undefined) return `born ${bornFrom} or later`;
  return bornFrom === 0 ? `born ${bornTo} or earlier` : `born ${bornFrom} to ${bornTo}`;
}

/** `law`, `checked by 3 sources`, `unverified`. */
export function evidenceWords(evidence: Evidence): string {
  if (typeof evidence === "string") return evidence;
  return `checked by ${evidence.sources} ${evidence.sources === 1 ? "source" : "sources"}`;
}

export const LAW_HEADER: readonly string[] = ["Figure", "Value", "For whom", "Source", "State"];
