import { failed, succeeded, type LawProblem, type Result } from "../errors";
import { LAW_2024 } from "./year-2024";
import { LAW_2025 } from "./year-2025";
import { LAW_2026 } from "./year-2026";
import type { YearLaw } from "./year-law";

/** The years whose law is known, the earliest first: a new one is a block like these and a place here. */
export const LAW_BY_YEAR: readonly YearLaw[] = [LAW_2024, LAW_2025, LAW_2026];

/** The law of a tax year. A year that isn't in the table has none: nothing is carried over from another. */
export function lawOf(year: number): Result<YearLaw, LawProblem> {
  const found = LAW_BY_YEAR.find((law) => law.year === year);
  return found === undefined
    ? failed<LawProblem>({ code: "year without law", year, known: LAW_BY_YEAR.map((law) => law.year) })
    : succeeded(found);
}

/** The law of a year, or of the last known one before it. The year is not before the table's first. */
export function lastKnownLaw(year: number): YearLaw {
  return LAW_BY_YEAR.reduce((found, law) => (law.year <= year ? law : found));
}
