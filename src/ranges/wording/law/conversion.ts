import { percentOf } from "./percent";

export const CONVERSION_LABELS = {
  header: ["Item", "Value"],
  tax: "Federal tax",
  bracket: (rate: number): string => `Tax at ${percentOf(rate)}`,
  lastRate: "Rate on the last dollar",
  before: "Room left in the income's bracket",
  after: "Room left in the bracket it ends in",
  noEnd: "No end",
  note: "Note",
} as const;

/** What a conversion brings with it that no figure above shows. */
export function conversionNotes(year: number, source: string): readonly string[] {
  return [
    "Until 59½, money of this conversion taken out within five tax years is penalised with 10% (IRC 408A(d)(3)(F)); each conversion has five years of its own.",
    "Pay the tax from other money: what is held back from the conversion is an early withdrawal.",
    "Medicare surcharges (IRMAA, two years later), taxes on Social Security and health insurance subsidies are not counted.",
    `${year}: ${source}. An estimate, not advice.`,
  ];
}
