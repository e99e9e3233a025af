import formulaTexts from "@univerjs/sheets-formula/locale/en-US";

/** What stands beside the bar while formulas are calculated: Univer asks for these words and ships none. */
const progress = {
  analyzing: "Looking for what to calculate…",
  calculating: "Calculating…",
  "array-analysis": "Looking at results of several cells…",
  "array-calculation": "Calculating results of several cells…",
  done: "Calculated",
} as const;

/** Univer's words for formulas, with those. */
export const formulaWords = { "sheets-formula": { ...formulaTexts["sheets-formula"], progress } } as const;
