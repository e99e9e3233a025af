import type { Decimal } from "../../engine";
import { valueOf, type ComparedEdges, type Figure, type Term, type Worked } from "../worked";
import { count, type Places } from "./figures";
import { sideWord } from "./status";

const dollarsFormat = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" });
const percentFormat = new Intl.NumberFormat("en-US", { style: "percent", maximumFractionDigits: 2 });
/** Of a smaller share two decimals would show nothing. */
const SMALLEST = 0.0001;
const tinyFormat = new Intl.NumberFormat("en-US", { style: "percent", maximumSignificantDigits: 2 });
const plainFormat = new Intl.NumberFormat("en-US", { maximumFractionDigits: 6 });

/** How a cell of the result is shown: `$1,200.00`, `−2.92%`, `0.025853`. */
export function figureWords({ kind, number }: Figure): string {
  return withMinus(formatFor(kind, number).format(number));
}

function formatFor(kind: Figure["kind"], number: number): Intl.NumberFormat {
  if (kind === "money") return dollarsFormat;
  if (kind === "plain") return plainFormat;
  return number !== 0 && Math.abs(number) < SMALLEST ? tinyFormat : percentFormat;
}

/** A formula with figures in it and what they come to: `58,916.40 ÷ 344,966.88 − 20% = −2.92%`. */
export function workedWords(worked: Worked, places: Places): string {
  const { row, term } = worked;
  const whose = row === undefined ? "" : `${places.rows([row])}: `;
  const outcome = "edges" in worked ? comparedWords(valueOf(term), worked.edges) : outcomeWords(term, worked.gives);
  return `${whose}${termWords(term)} = ${outcome}`;
}

/** What a term comes to; where a cell holds something else, such as whole shares, that too. */
function outcomeWords(term: Term, gives: Figure): string {
  const value = valueOf(term);
  const [exact, shown] = [figureWords({ ...gives, number: value.toNumber() }), figureWords(gives)];
  if (exact === shown) return shown;
  return `${decimalWords(value.toDecimalPlaces(6))}, which becomes ${shown}`;
}

/** The fewest decimals of a percent that are tried, and the most. */
const [FEWEST, MOST] = [2, 30];

/** A weight and its edges, with as many decimals as it takes to tell them apart. */
function comparedWords(weight: Decimal, { lowest, highest, side }: ComparedEdges): string {
  const edge = side < 0 ? lowest : highest;
  const told = side === 0 ? "In band" : sideWord(side);
  let decimals = FEWEST;
  const shown = (fraction: Decimal): string => percentWords(fraction, decimals);
  if (side === 0) return `${shown(weight)}, and ${shown(lowest)} ≤ ${shown(weight)} ≤ ${shown(highest)}: ${told}`;
  while (decimals < MOST && shown(weight) === shown(edge)) decimals += 1;
  return `${shown(weight)} ${side < 0 ? "<" : ">"} ${shown(edge)}: ${told}`;
}

function percentWords(fraction: Decimal, decimals: number): string {
  return `${decimalWords(fraction.times(100).toDecimalPlaces(decimals))}%`;
}

/** Dollars and cents, and parts of a cent where there are any, without the sign of dollars. */
function moneyWords(amount: Decimal): string {
  const parts = amount.toDecimalPlaces(6);
  return decimalWords(parts, Math.max(2, parts.decimalPlaces()));
}

/** A number with as many decimals as it has, or as many as are asked for, its thousands grouped. */
function decimalWords(number: Decimal, decimals?: number): string {
  const [whole = "0", fraction] = number.abs().toFixed(decimals).split(".");
  const digits = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return `${number.isNegative() && !number.isZero() ? "−" : ""}${digits}${fraction === undefined ? "" : `.${fraction}`}`;
}

function withMinus(text: string): string {
  return text.replace("-", "−");
}

/** Of a longer sum only the first terms are said, and what the others come to. */
const MOST_TERMS = 6;

/** How tightly a term holds together: what binds less needs brackets inside it. */
const STRENGTH: Readonly<Record<Term["is"], number>> = {
  "+": 1,
  "−": 1,
  "×": 2,
  "÷": 2,
  min: 3,
  max: 3,
  size: 3,
  "√": 3,
  "∛": 3,
  money: 3,
  share: 3,
  number: 3,
};

function termWords(term: Term): string {
  switch (term.is) {
    case "money":
      return moneyWords(term.amount);
    case "share":
      return percentWords(term.fraction, MOST);
    case "number":
      return decimalWords(term.number.toSignificantDigits(17));
    case "min":
    case "max":
      return `${term.is}(${term.of.map(termWords).join("; ")})`;
    case "size":
      return `|${term.of.map(termWords).join("")}|`;
    case "√":
    case "∛":
      return `${term.is}(${term.of.map(termWords).join("")})`;
    case "+":
      return sumWords(term.of);
    default:
      return term.of.map((part, index) => within(term.is, part, index > 0)).join(` ${term.is} `);
  }
}

function sumWords(of: readonly Term[]): string {
  if (of.length <= MOST_TERMS) return of.map((part, index) => within("+", part, index > 0)).join(" + ");
  const said = of.slice(0, MOST_TERMS - 1);
  const rest: Term = { is: "+", of: of.slice(MOST_TERMS - 1) };
  const [kind] = said.map(kindOf);
  const sum = valueOf(rest);
  const words =
    kind === "share"
      ? percentWords(sum, MOST)
      : kind === "money"
        ? moneyWords(sum)
        : decimalWords(sum.toSignificantDigits(20));
  return `${said.map((part, index) => within("+", part, index > 0)).join(" + ")} + ${words} (${count(rest.of.length, "other", "others")})`;
}

/** What a term is an amount of. */
function kindOf(term: Term): "money" | "share" | "number" {
  if (term.is === "money" || term.is === "share" || term.is === "number") return term.is;
  const kinds = term.of.map(kindOf);
  return kinds.find((kind) => kind === "money") ?? kinds.find((kind) => kind === "share") ?? "number";
}

/** A part of a larger term, in brackets where it would be read otherwise. */
function within(around: Term["is"], part: Term, isLater: boolean): string {
  const words = termWords(part);
  const [outer, inner] = [STRENGTH[around], STRENGTH[part.is]];
  const loose = inner < outer || (isLater && inner === outer && around !== "+" && !(around === "×" && part.is === "×"));
  return loose || (isLater && words.startsWith("−")) ? `(${words})` : words;
}
