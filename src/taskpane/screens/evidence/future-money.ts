import type { FutureMoney } from "../../../operations";
import { typedDollars } from "../../../ranges";
import type { Subject } from "./subject";
import type { TypedEvidence } from "./typed-evidence";

/** What a field means: what was typed, what stands for a blank, or undefined for what can't be read. */
export interface FutureFields {
  readonly start: number | undefined;
  readonly monthly: number | undefined;
  readonly years: number | undefined;
}

/** What blank fields mean; a list that is worth nothing starts as BACKTEST does. */
export const usualYears = 20;
export const mostYears = 100;
const USUAL_START = 10_000;

/** Dollars that a blank start means: what the list is worth. */
export function usualStart({ worth }: Pick<Subject, "worth">): number {
  return worth > 0 ? worth : USUAL_START;
}

type TypedFuture = Pick<TypedEvidence, "start" | "monthly" | "years">;

/** Reads what was typed about the future. */
export function futureFields({ start, monthly, years }: TypedFuture, usual: number): FutureFields {
  return {
    start: start.trim() === "" ? usual : positive(typedDollars(start)),
    monthly: typedDollars(monthly),
    years: years.trim() === "" ? usualYears : readYears(years),
  };
}

function positive(dollars: number | undefined): number | undefined {
  return dollars !== undefined && dollars > 0 ? dollars : undefined;
}

/** `20`, `7.5`, `20 years`. */
function readYears(text: string): number | undefined {
  const digits = /^(\d{1,3}(?:\.\d+)?)\s*(?:years?|y)?$/i.exec(text.trim())?.[1];
  const years = Number(digits);
  return years >= 1 && years <= mostYears ? years : undefined;
}

/** What is asked about; undefined as long as a field can't be read. */
export function moneyOf({ start, monthly, years }: FutureFields, seed: number): FutureMoney | undefined {
  if (start === undefined || monthly === undefined || years === undefined) return undefined;
  return { start, monthly, years, seed };
}
