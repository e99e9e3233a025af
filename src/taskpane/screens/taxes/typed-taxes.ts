import type { Block } from "../../../sheets";
import type { Receipt } from "../../../workbook";

/** The questions that the screen starts from, in the order in which they are offered. */
export const TAX_QUESTIONS = ["convert", "withdraw", "leave", "match", "losses", "calendar"] as const;

export type TaxQuestion = (typeof TAX_QUESTIONS)[number];

/** What the owner is asked. What several questions need is typed once. */
export type TaxField =
  | ("filing" | "income" | "year" | "age")
  | ("conversion" | "withdrawal" | "account" | "reason" | "basis" | "separationAge" | "balance")
  | ("salary" | "rate" | "match" | "growth" | "years" | "raise")
  | ("birthYear" | "yearEnd" | "trades" | "fund" | "price" | "method");

/** An answer in the workbook: where it is, what it can be taken back with, and what it was asked. */
export interface PutEstimate {
  readonly receipt: Receipt;
  readonly cells: Block;
  readonly asked: string;
}

/** An answer that can be put into the workbook: one a question, and those that stand below it. */
export type KeptAnswer =
  TaxQuestion | "losses taken" | "limit" | "projection" | "required distribution" | "lots to sell" | "followed";

export interface TypedTaxes {
  /** The question that is open; undefined while all are offered. */
  readonly question: TaxQuestion | undefined;
  /** As typed; absent where nothing was, so that what the workbook knows stands there. */
  readonly fields: Readonly<Partial<Record<TaxField, string>>>;
  readonly put: Readonly<Partial<Record<KeptAnswer, PutEstimate | undefined>>>;
}

export const noTaxQuestion: TypedTaxes = { question: undefined, fields: {}, put: {} };
