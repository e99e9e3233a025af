import { Decimal, PARTS_OF_ONE, type Mix, type Usd } from "../engine";

/** What stands in a formula in the place of a word: a figure, or figures put together. */
export type Term =
  /** Dollars. */
  | { readonly is: "money"; readonly amount: Decimal }
  /** A fraction of a whole, said in percent. */
  | { readonly is: "share"; readonly fraction: Decimal }
  | { readonly is: "number"; readonly number: Decimal }
  | { readonly is: "+" | "−" | "×" | "÷" | "min" | "max" | "size" | "√" | "∛"; readonly of: readonly Term[] };

type Operator = Exclude<Term["is"], "money" | "share" | "number">;

/** A figure as a cell of the result holds it: dollars, a fraction, a plain number. */
export interface Figure {
  readonly kind: "money" | "percent" | "plain";
  readonly number: number;
}

/** A formula with the figures of one cell put in, and what the cell makes of them. */
export type Worked = {
  /** Whose figures they are, counted from 0 in the range as given; absent where they are those of all rows. */
  readonly row?: number;
  readonly term: Term;
} & (
  | { readonly gives: Figure }
  /** For a weight that is compared: the lowest and the highest allowed, fractions, and the side of them that it is on. */
  | { readonly edges: ComparedEdges }
);

export interface ComparedEdges {
  readonly lowest: Decimal;
  readonly highest: Decimal;
  readonly side: -1 | 0 | 1;
}

export const moneyTerm = (amount: Usd): Term => ({ is: "money", amount: new Decimal(amount).dividedBy(100) });

export const shareTerm = (fraction: Decimal | number): Term => ({ is: "share", fraction: new Decimal(fraction) });

/** A share that has no end in percent, to four decimals of one: more than is ever shown of what it adds up to. */
export const roundedShare = (fraction: number): Term => shareTerm(new Decimal(fraction).toDecimalPlaces(6));

export const numberTerm = (number: Decimal | number): Term => ({ is: "number", number: new Decimal(number) });

/** Puts terms together. */
export function terms(is: Operator, ...of: readonly Term[]): Term {
  return { is, of };
}

/** A part of a whole: in percent where that has an end, else as the fraction that it is. */
export function partTerm(part: number | Decimal, whole: number): Term {
  const fraction = new Decimal(part).dividedBy(whole);
  return fraction.times(PARTS_OF_ONE).isInteger()
    ? shareTerm(fraction)
    : terms("÷", numberTerm(part), numberTerm(whole));
}

export const targetTerm = ({ parts, whole }: Mix, row: number): Term => partTerm(parts[row] as number, whole);

/** What a term comes to. */
export function valueOf(term: Term): Decimal {
  switch (term.is) {
    case "money":
      return term.amount;
    case "share":
      return term.fraction;
    case "number":
      return term.number;
    default: {
      const [first = new Decimal(0), ...rest] = term.of.map(valueOf);
      return reduced(term.is, first, rest);
    }
  }
}

function reduced(is: Operator, first: Decimal, rest: readonly Decimal[]): Decimal {
  switch (is) {
    case "+":
      return rest.reduce((sum, each) => sum.plus(each), first);
    case "−":
      return rest.reduce((left, each) => left.minus(each), first);
    case "×":
      return rest.reduce((product, each) => product.times(each), first);
    case "÷":
      return rest.reduce((quotient, each) => quotient.dividedBy(each), first);
    case "min":
      return Decimal.min(first, ...rest);
    case "max":
      return Decimal.max(first, ...rest);
    case "size":
      return first.abs();
    case "√":
      return first.sqrt();
    case "∛":
      return first.cbrt();
  }
}
