import type { FilingStatus } from "../../../engine";
import { yearOf } from "../../standing/day";
import type { ScreenProps } from "../screen";
import { numberOf, readAge, readMoney, readYear, type ReadEntry } from "./entries";
import type { TaxField } from "./typed-taxes";

/** The fields of the screen: what was typed, or else what is known. */
export interface Form {
  readonly text: (field: TaxField) => string;
  readonly set: (field: TaxField, text: string) => void;
  /** Whether what is known stands in a field, and nobody typed there. */
  readonly isKnown: (field: TaxField) => boolean;
  /** Undefined where a field is blank or no number. */
  readonly number: (field: TaxField, read: ReadEntry) => number | undefined;
}

/** Makes the form over what the pane keeps. `known` stands in a field until something is typed there. */
export function formOf(
  { typed, changeTyped, today }: Pick<ScreenProps, "typed" | "changeTyped" | "today">,
  known: Readonly<Partial<Record<TaxField, string>>> = {},
): Form {
  const text = (field: TaxField): string =>
    typed.taxes.fields[field] ?? known[field] ?? (field === "year" ? String(yearOf(today)) : "");
  return {
    text,
    set: (field, value) =>
      changeTyped(({ taxes }) => ({ taxes: { ...taxes, fields: { ...taxes.fields, [field]: value } } })),
    isKnown: (field) => known[field] !== undefined && typed.taxes.fields[field] === undefined,
    number: (field, read) => numberOf(read(text(field))),
  };
}

/** Who is taxed, when, and on what other income: what most questions need. */
export interface Person {
  readonly filing: FilingStatus;
  readonly year: number;
  /** Dollars. */
  readonly income: number;
  readonly age: number | undefined;
}

/** The ways to file, as functions take them. */
export const FILINGS = ["single", "joint", "separate", "head of household"] as const satisfies readonly FilingStatus[];

/** Reads who is asked about; undefined as long as something is missing. A blank age is none; one that can't be read is missing. */
export function personIn(form: Form, isAgeNeeded: boolean): Person | undefined {
  const filing = FILINGS.find((one) => one === form.text("filing"));
  const year = form.number("year", readYear);
  const income = form.number("income", readMoney);
  const age = form.number("age", readAge);
  if (filing === undefined || year === undefined || income === undefined) return undefined;
  if (age === undefined && (isAgeNeeded || form.text("age").trim() !== "")) return undefined;
  return { filing, year, income, age };
}
