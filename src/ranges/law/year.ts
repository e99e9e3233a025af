import { lawOf, succeeded, type YearLaw } from "../../engine";
import type { Argument } from "../cells";
import { failed, type CellPlace, type Read } from "../problem";
import { refusedByLaw } from "../wording/law-problems";
import { readScalar } from "../scalar";

/** The law of a year that stands in a cell. */
export function lawAt(year: number, at: CellPlace): Read<YearLaw> {
  const law = lawOf(year);
  if (law.ok) return law;
  const known = law.problem.code === "year without law" ? law.problem.known : [];
  return refusedByLaw({ code: "year without law", at, year, known });
}

/** Reads a tax year that one cell holds. */
export function readLawYear(cells: Argument): Read<YearLaw> {
  const year = readOptionalLawYear(cells);
  if (!year.ok) return year;
  if (year.value === undefined) return failed({ code: "missing argument", argument: "Year", wanted: "number" });
  return succeeded(year.value);
}

/** The same, where it may be left out. */
export function readOptionalLawYear(cells: Argument): Read<YearLaw | undefined> {
  const argument = "Year";
  const year = readScalar(argument, cells, "number");
  if (!year.ok) return year;
  return year.value === undefined ? succeeded(undefined) : lawAt(year.value, { argument });
}
