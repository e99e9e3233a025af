import type { Value } from "../sheets";

/**
 * Gives a value the form in which Excel takes it as it is. Excel reads a text that it is given as if it were typed:
 * "=1+1" and "-x" become formulas, "0123" and "5%" numbers, "5/25" a date. An apostrophe before it keeps the text exact
 * and does not become part of it; the cell's number format stays free for the caller, and a formula can be entered
 * there later, which the other way, the format `@`, would turn into text (office-js issue 6687 shows that Excel stores
 * the apostrophe apart and reads the text back without it).
 *
 * In a cell with the format `@` (`asText`) Excel takes everything as text, so that an apostrophe isn't needed. Not
 * observed in a running Excel: whether it would be shown there.
 */
export function entry(value: Value, asText: boolean): Value {
  if (typeof value !== "string" || value === "") return value;
  if (asText) return /^[=+\-@']/.test(value) ? `'${value}` : value;
  return isPlain(value) ? value : `'${value}`;
}

/** A text that nobody could read as a formula, number, date, truth value or error: a letter first, and no digit in it. */
function isPlain(text: string): boolean {
  return /^\p{L}\P{Nd}*$/u.test(text) && !/^(true|false)$/i.test(text.trim());
}
