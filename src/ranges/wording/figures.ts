import { dollars, type Decimal, type Position, type Usd } from "../../engine";

/** Figures and places as sentences write them: US dollars, percents, rows counted from 1. */

export function money(amount: Usd): string {
  return moneyFromDollars(dollars(amount));
}

export function moneyFromDollars(amount: number): string {
  const [whole = "0", fraction = "00"] = Math.abs(amount).toFixed(2).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return `${amount < 0 ? "−" : ""}$${grouped}${fraction === "00" ? "" : `.${fraction}`}`;
}

/** A fraction as a percent: 0.05 is `5%`. */
export function percent(fraction: Decimal): string {
  return `${fraction.times(100).toString()}%`;
}

/** A number without the noise of its binary form. */
export function plain(number: number): string {
  return String(Number(number.toPrecision(12)));
}

/** `Targets, row 4` or, for a single cell, `Cash`. */
export function place({ argument, row, across }: Position): string {
  if (row === undefined) return argument;
  return `${argument}, ${across === true ? "column" : "row"} ${row + 1}`;
}

/** `a, b or c`. */
export function choices(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} or ${words[words.length - 1] ?? ""}`;
}

export function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString("en-US")} ${number === 1 ? one : many}`;
}
