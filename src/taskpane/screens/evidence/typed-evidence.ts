import type { SeriesName } from "../../../operations";
import type { Block } from "../../../sheets";
import type { Receipt } from "../../../workbook";
import { noMovingTyped, type TypedMoving } from "./typed-moving";

/** The questions that the screen answers. */
export type EvidenceTopic = "past" | "rules" | "future" | "crashes" | "moving" | "frontier";

/** What was typed and chosen on the Evidence screen. */
export interface TypedEvidence {
  readonly topic: EvidenceTopic;
  /** Which series each fund or class was said to stand for, by list and by its name; what isn't here is guessed. */
  readonly series: Readonly<Record<string, Readonly<Record<string, SeriesName>>>>;
  /** Whether the workbook's own table of returns is asked, where it has one. */
  readonly own: boolean;
  /** Dollars at the start, dollars each month, and years, as they were typed. */
  readonly start: string;
  readonly monthly: string;
  readonly years: string;
  /** Which futures are drawn, from 1. */
  readonly seed: number;
  readonly moving: TypedMoving;
  /** What the sheet of each picture can be taken back with, and the list's name. */
  readonly put: Readonly<
    Partial<Record<EvidenceTopic, { readonly list: string; readonly receipt: Receipt; readonly cells: Block }>>
  >;
}

export const noEvidenceTyped: TypedEvidence = {
  topic: "past",
  series: {},
  own: true,
  start: "",
  monthly: "",
  years: "",
  seed: 1,
  moving: noMovingTyped,
  put: {},
};
