/** How a return is filed. `joint` is that of a surviving spouse, too. */
export type FilingStatus = "single" | "joint" | "separate" | "head of household";

export const FILING_STATUSES = ["single", "joint", "separate", "head of household"] as const;

/** One value for each way to file. */
export type ByFiling<Value> = Readonly<Record<FilingStatus, Value>>;

/**
 * How sure a figure is: it stands in the law and doesn't move with prices; so many published sources that don't copy
 * from each other agree; or it was read nowhere but in one place of unknown origin.
 */
export type Evidence = "law" | "unverified" | { readonly sources: number };

/** A figure of the law, with where it is published. Dollars are whole, rates are fractions. */
export interface Figure<Value> {
  readonly value: Value;
  /** A citation: the section of the Code, the revenue procedure, the notice. */
  readonly source: string;
  readonly evidence: Evidence;
}

export function figure<Value>(value: Value, source: string, evidence: Evidence): Figure<Value> {
  return { value, source, evidence };
}

export const TWO_SOURCES: Evidence = { sources: 2 };
export const THREE_SOURCES: Evidence = { sources: 3 };
