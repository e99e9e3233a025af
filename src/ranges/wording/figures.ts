import { dollars, type Decimal, type Usd } from "../../engine";
import type { CellPlace } from "../problem";

/** Figures and places as sentences write them: US dollars, percents, rows counted from 1. */

export function money(amount: Usd): string {
  return moneyFromDollars(dollars(amount));
}

function moneyFromDollars(amount: number): string {
  const [whole = "0", fraction = "00"] = Math.abs(amount).toFixed(2).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return `${amount < 0 ? "−" : ""}$${grouped}${fraction === "00" ? "" : `.${fraction}`}`;
}

/** A fraction as a percent: 0.05 is `5%`. */
export function percent(fraction: Decimal): string {
  return `${fraction.times(100).toString()}%`;
}

/** A fraction as a percent to a hundredth, with its sign: -0.05 is `-5%`. */
export function percentOf(fraction: number): string {
  return `${Number((fraction * 100).toFixed(2))}%`;
}

/** A number without the noise of its binary form. */
export function plain(number: number): string {
  return String(Number(number.toPrecision(12)));
}

/** How sentences name cells and rows: as they stand in the range that was given, or as whoever shows them knows them. */
export interface Places {
  /** `Targets, row 4`. */
  readonly cell: (at: CellPlace) => string;
  /** `rows 2 and 3`, of an argument, or of the first one that is a range of rows. */
  readonly rows: (rows: readonly number[], argument?: string) => string;
}

/** `Targets, row 4`, in a table `Trades, row 4, Amount`, or, for a single cell, `Cash`. */
export function place({ argument, row, across, column }: CellPlace): string {
  if (row === undefined) return argument;
  return `${argument}, ${across === true ? "column" : "row"} ${row + 1}${column === undefined ? "" : `, ${column}`}`;
}

/** `a, b or c`. */
export function choices(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} or ${words[words.length - 1] ?? ""}`;
}

/** `a, b and c`. */
export function list(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words[words.length - 1] ?? ""}`;
}

export function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString("en-US")} ${number === 1 ? one : many}`;
}

/** `row 3`, `rows 2, 3 and 7`; long lists are cut. */
export function rowList(rows: readonly number[]): string {
  const shown = rows.slice(0, 8).map((row) => String(row + 1));
  if (rows.length > shown.length) return `rows ${shown.join(", ")} and ${rows.length - shown.length} more`;
  if (shown.length === 1) return `row ${shown[0] as string}`;
  return `rows ${shown.slice(0, -1).join(", ")} and ${shown[shown.length - 1] ?? ""}`;
}

/** A fraction in percentage points, to a hundredth: `5.25 points over`, or without its sign `5.25 points`. */
export function signedPoints(fraction: number, signed = true): string {
  const points = Number(Math.abs(fraction * 100).toFixed(2));
  const words = `${points} ${points === 1 ? "point" : "points"}`;
  if (!signed) return words;
  return `${words} ${fraction > 0 ? "over" : "under"}`;
}

/** Rows counted from 1 in the range as given, its header included. */
export const inTheRange: Places = { cell: place, rows: rowList };
