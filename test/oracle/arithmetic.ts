import { Decimal } from "decimal.js";

const Exact = Decimal.clone({ precision: 80 });

/**
 * Works a line of arithmetic out as a reader would with pencil and paper: `(8,000.00 − 40.00) ÷ 61,200.00 − 20%`. Knows
 * + − × ÷, brackets, |…|, √(…), ∛(…), min(a; b), max(a; b), percents, grouped thousands, and remarks such as `(3 others)`.
 */
export function workOut(line: string): Decimal {
  const tokens = line.replace(/ \([\d,]+ others?\)/g, "").match(/min|max|[\d,]+(?:\.\d+)?%?|[−+×÷()|√∛;$]/g) ?? [];
  let at = 0;
  const next = (): string => tokens[at++] ?? "";
  const isNext = (...any: readonly string[]): boolean => any.includes(tokens[at] ?? "end");
  const expect = (token: string): void => {
    if (next() !== token) throw new Error(`“${token}” is missing in ${line}`);
  };
  const bracketed = (): readonly Decimal[] => {
    expect("(");
    const parts = [sum()];
    while (isNext(";")) {
      at += 1;
      parts.push(sum());
    }
    expect(")");
    return parts;
  };
  const one = (): Decimal => {
    const token = next();
    switch (token) {
      case "$":
        return one();
      case "−":
        return one().negated();
      case "(":
        at -= 1;
        return bracketed()[0] as Decimal;
      case "|": {
        const inside = sum();
        expect("|");
        return inside.abs();
      }
      case "√":
        return (bracketed()[0] as Decimal).sqrt();
      case "∛":
        return (bracketed()[0] as Decimal).cbrt();
      case "min":
        return Exact.min(...bracketed());
      case "max":
        return Exact.max(...bracketed());
      default: {
        const number = new Exact(token.replaceAll(",", "").replace("%", ""));
        return token.endsWith("%") ? number.dividedBy(100) : number;
      }
    }
  };
  const product = (): Decimal => {
    let sofar = one();
    while (isNext("×", "÷")) sofar = next() === "×" ? sofar.times(one()) : sofar.dividedBy(one());
    return sofar;
  };
  const sum = (): Decimal => {
    let sofar = product();
    while (isNext("+", "−")) sofar = next() === "+" ? sofar.plus(product()) : sofar.minus(product());
    return sofar;
  };
  const result = sum();
  if (at < tokens.length) throw new Error(`“${tokens[at] ?? ""}” is too much in ${line}`);
  return result;
}
