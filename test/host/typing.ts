import type { Value } from "../../src/sheets";

/** What a cell holds by itself. Either `formula` or `value` is "". */
export interface Held {
  readonly value: Value;
  readonly formula: string;
}

export const nothing: Held = { value: "", formula: "" };

/**
 * What Excel makes of something that it is given for a cell: it reads texts as if they were typed. Not observed in a
 * running Excel; after Microsoft's documentation of Range.values and of typing in cells. Where Excel's reading depends
 * on the language of the machine (dates, separators) this is a US English one, and narrower.
 */
export function typed(entry: unknown, format: string): Held {
  if (typeof entry === "number" || typeof entry === "boolean") return { value: entry, formula: "" };
  if (typeof entry !== "string") throw new TypeError(`A cell can't be given ${typeof entry}.`);
  // In a text cell an apostrophe is kept: the stricter of the two readings that Excel could have.
  if (format === "@") return { value: entry, formula: "" };
  if (entry.startsWith("'")) return { value: entry.slice(1), formula: "" };
  if (entry.startsWith("=")) return { value: "", formula: entry };
  const number = /^([+-]?)\$?(\d[\d,]*\.?\d*|\.\d+)(%?)$/.exec(entry.trim());
  if (number) {
    const [, sign, digits = "", percent] = number;
    return { value: (Number(digits.replaceAll(",", "")) / (percent ? 100 : 1)) * (sign === "-" ? -1 : 1), formula: "" };
  }
  if (/^[+\-@]/.test(entry)) return { value: "", formula: `=${entry}` };
  if (/^(true|false)$/i.test(entry)) return { value: entry.toLowerCase() === "true", formula: "" };
  const serial = date(entry.trim());
  return { value: serial ?? entry, formula: "" };
}

/** Days since 30 December 1899, for what Excel takes for a date: 5/25, 1/2/2026, 2026-01-05, May 25. */
function date(text: string): number | undefined {
  const isDate = /^\d{1,2}[/-]\d{1,2}([/-]\d{2,4})?$|^\d{4}-\d{2}-\d{2}$|^[A-Z][a-z]{2,8} \d{1,4}$/.test(text);
  // A day without a year is one of this year in Excel; here of a fixed one.
  const time = isDate ? Date.parse(/\d{4}/.test(text) ? `${text} UTC` : `${text} 2026 UTC`) : Number.NaN;
  return Number.isNaN(time) ? undefined : time / 86_400_000 + 25_569;
}
