import { centsFromDollars, Decimal, succeeded, type AmountOrShare, type Usd } from "../../engine";
import { failed, type Problem, type Read } from "../problem";
import { parseNumber } from "../numbers";
import { money, percent } from "../wording/figures";

/** A number in a clause, as part of a form's shape. */
export const NUMBER = String.raw`([$€£]? ?[\d.,]+)`;

/** A number in a clause, by its decimal digits. `$1,000` groups by comma; `0,1` has a decimal comma. */
function numberIn(text: string): Decimal | undefined {
  const compact = text.replace(/[$€£ ]/g, "");
  const grouped = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(compact);
  const number = grouped ? Number(compact.replaceAll(",", "")) : parseNumber(compact, ".");
  return typeof number === "number" ? new Decimal(number) : undefined;
}

export function unknown(found: string): Read<never> {
  return failed({ code: "unknown clause", found });
}

/** A number that the clause can't take. */
export function outOfRange(clause: string, least: string, most: string): Read<never> {
  const problem: Problem = { code: "clause out of range", clause, least, most };
  return failed(problem);
}

export function map<In, Out>(result: Read<In>, into: (value: In) => Out): Read<Out> {
  return result.ok ? succeeded(into(result.value)) : result;
}

/** A percentage or a number of points as a fraction, above 0 and up to `most`. `clause` is what a problem quotes. */
export function fractionOf(text: string, clause: string, most: number): Read<Decimal> {
  const number = numberIn(text);
  return number === undefined ? unknown(clause) : fractionWithin(number.dividedBy(100), clause, most);
}

/** The same of a fraction that is read already. */
export function fractionWithin(fraction: Decimal, clause: string, most: number): Read<Decimal> {
  return fraction.lessThanOrEqualTo(0) || fraction.greaterThan(most)
    ? outOfRange(clause, "above 0%", `${most * 100}%`)
    : succeeded(fraction);
}

/** A number in a cell where points belong: below 1 a share of the total, from 1 on points. Below 0 it says nothing. */
export function pointsInCell(number: number, found: string): Read<Decimal> {
  if (!(number > 0)) return unknown(found);
  return fractionWithin(new Decimal(number).dividedBy(number < 1 ? 1 : 100), found, 1);
}

/** A rate from 0 to 100 %, 0 allowed. */
export function rateOf(text: string, clause: string): Read<Decimal> {
  const number = numberIn(text);
  return number === undefined ? unknown(clause) : rateWithin(number.dividedBy(100), clause);
}

/** A rate that somebody typed into a field, with or without its percent sign: `22%`, `22`. Undefined for anything else. */
export function typedRate(typed: string): Decimal | undefined {
  const number = new RegExp(`^${NUMBER} ?%?$`).exec(typed.trim())?.[1];
  const rate = number === undefined ? undefined : rateOf(number, typed);
  return rate?.ok ? rate.value : undefined;
}

/** A number in a cell where a rate belongs, a fraction. */
export function rateInCell(number: number, found: string): Read<Decimal> {
  return number > 0 ? rateWithin(new Decimal(number), found) : unknown(found);
}

function rateWithin(rate: Decimal, clause: string): Read<Decimal> {
  return rate.greaterThan(1) ? outOfRange(clause, "0%", "100%") : succeeded(rate);
}

/** Dollars, up to a trillion. */
export function amountOf(text: string, clause: string): Read<Usd> {
  const number = numberIn(text);
  return number === undefined ? unknown(clause) : amountWithin(number.toNumber(), clause);
}

/** A number in a cell where dollars belong. */
export function amountInCell(number: number, found: string): Read<Usd> {
  return number > 0 ? amountWithin(number, found) : unknown(found);
}

function amountWithin(dollars: number, clause: string): Read<Usd> {
  return dollars > 1e12 ? outOfRange(clause, "$0", "$1,000,000,000,000") : succeeded(centsFromDollars(dollars));
}

/** `$100` or `0.5%`, the percent sign apart. */
export function amountOrShareOf(amount: string, sign: string | undefined, clause: string): Read<AmountOrShare> {
  return sign === undefined
    ? map(amountOf(amount, clause), (read) => ({ amount: read }))
    : map(rateOf(amount, clause), (share) => ({ share }));
}

/** A number in a cell where dollars or a share belong: below 1 a share of the total, from 1 on dollars. */
export function amountOrShareInCell(number: number, found: string): Read<AmountOrShare> {
  return number < 1
    ? map(rateInCell(number, found), (share) => ({ share }))
    : map(amountInCell(number, found), (amount) => ({ amount }));
}

/** Says dollars or a share so that they are read back the same. */
export function sayAmountOrShare(given: AmountOrShare): string {
  return "amount" in given ? money(given.amount) : sayPercent(given.share);
}

/** Says a fraction as a percent with all its digits, and never with an exponent, which no clause has. */
export function sayPercent(fraction: Decimal): string {
  return `${digits(fraction)}%`;
}

/** A fraction in percents or points, digits alone. */
export function digits(fraction: Decimal): string {
  return fraction.times(100).toFixed();
}

/** What POLICY shows of dollars or a share. */
export function showAmountOrShare(given: AmountOrShare): string {
  return "amount" in given ? money(given.amount) : `${percent(given.share)} of the total`;
}

/** What POLICY shows of a number of points. */
export function showPoints(fraction: Decimal): string {
  const number = fraction.times(100);
  return `${number.toString()} ${number.eq(1) ? "point" : "points"}`;
}
