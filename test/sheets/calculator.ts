import { columnNumber, type BookCell, type ErrorValue, type Sheet, type Value } from "../../src/sheets";

type Single = number | string | boolean;
type Many = readonly Single[];

/**
 * Works out the formulas of a sheet by itself, from its plain values only: + − × ÷, comparisons, cells, one-column
 * ranges, SUM, ABS, ROUND, IF, COUNTIF and SUMPRODUCT. Ranges are worked on cell by cell, as SUMPRODUCT does.
 */
export class Calculator {
  private readonly cells = new Map<string, BookCell>();

  constructor(sheet: Sheet) {
    for (const cell of sheet.cells) this.cells.set(`${cell.row},${cell.column}`, cell);
  }

  valueOf(formula: string): Single {
    const tokens: readonly string[] =
      formula.slice(1).match(/\$?[A-Z]{1,3}\$?\d+|[A-Z]+|\d+(?:\.\d+)?|"[^"]*"|<>|<=|>=|[-+*/()<>=,:]/g) ?? [];
    const reader = { tokens, at: 0 };
    const result = this.comparison(reader);
    if (reader.at !== tokens.length) throw new Error(`${formula}: can't read from ${tokens[reader.at] ?? "the end"}`);
    return single(result);
  }

  private comparison(reader: Reader): Many {
    let left = this.sum(reader);
    for (let sign = peek(reader); sign && /^(<>|<=|>=|[<>=])$/.test(sign); sign = peek(reader)) {
      reader.at += 1;
      left = pairwise(left, this.sum(reader), (one, other) => compare(sign, one, other));
    }
    return left;
  }

  private sum(reader: Reader): Many {
    let left = this.product(reader);
    for (let sign = peek(reader); sign === "+" || sign === "-"; sign = peek(reader)) {
      reader.at += 1;
      const times = sign === "+" ? 1 : -1;
      left = pairwise(left, this.product(reader), (one, other) => Number(one) + times * Number(other));
    }
    return left;
  }

  private product(reader: Reader): Many {
    let left = this.factor(reader);
    for (let sign = peek(reader); sign === "*" || sign === "/"; sign = peek(reader)) {
      reader.at += 1;
      const divide = sign === "/";
      left = pairwise(left, this.factor(reader), (one, other) =>
        divide ? Number(one) / Number(other) : Number(one) * Number(other),
      );
    }
    return left;
  }

  private factor(reader: Reader): Many {
    const token = reader.tokens[reader.at++] ?? "";
    if (token === "-") return this.factor(reader).map((each) => -Number(each));
    if (token === "(") {
      const inside = this.comparison(reader);
      expected(reader, ")");
      return inside;
    }
    if (/^\d/.test(token)) return [Number(token)];
    if (token.startsWith('"')) return [token.slice(1, -1)];
    if (/\d$/.test(token)) return this.range(token, reader);
    expected(reader, "(");
    const given: Many[] = [this.comparison(reader)];
    while (peek(reader) === ",") {
      reader.at += 1;
      given.push(this.comparison(reader));
    }
    expected(reader, ")");
    // Cell by cell, like the signs; the others give one value.
    return token === "ABS" ? (given[0] ?? []).map((each) => Math.abs(Number(each))) : [call(token, given)];
  }

  private range(first: string, reader: Reader): Many {
    let last = first;
    if (peek(reader) === ":") {
      last = reader.tokens[reader.at + 1] ?? "";
      reader.at += 2;
    }
    const [from, to] = [place(first), place(last)];
    const values: Single[] = [];
    for (let row = from.row; row <= to.row; row += 1) {
      for (let column = from.column; column <= to.column; column += 1) values.push(this.at(row, column));
    }
    return values;
  }

  private at(row: number, column: number): Single {
    const cell = this.cells.get(`${row},${column}`);
    if (!cell) return "";
    return cell.formula === undefined ? plain(cell.value) : this.valueOf(cell.formula);
  }
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
}

function call(name: string, given: readonly Many[]): Single {
  const [first = [], second = [], third = []] = given;
  const numbers = (many: Many): number[] => many.filter((each) => each !== "").map(Number);
  switch (name) {
    case "SUM":
    case "SUMPRODUCT":
      return numbers(first).reduce((sum, each) => sum + each, 0);
    case "ROUND": {
      const factor = 10 ** Number(single(second));
      return Math.round(Number(single(first)) * factor) / factor;
    }
    case "IF":
      return single(first) === true ? single(second) : single(third);
    case "COUNTIF":
      return first.filter((each) => each === single(second)).length;
    default:
      throw new Error(`no function ${name}`);
  }
}

function pairwise(one: Many, other: Many, work: (one: Single, other: Single) => Single): Many {
  const length = Math.max(one.length, other.length);
  const at = (many: Many, index: number): Single => (many.length === 1 ? many[0] : many[index]) ?? "";
  return Array.from({ length }, (_, index) => work(at(one, index), at(other, index)));
}

function compare(sign: string, one: Single, other: Single): boolean {
  switch (sign) {
    case "=":
      return one === other;
    case "<>":
      return one !== other;
    case "<":
      return one < other;
    case ">":
      return one > other;
    case "<=":
      return one <= other;
    default:
      return one >= other;
  }
}

function single(many: Many): Single {
  const [only] = many;
  if (many.length !== 1 || only === undefined) throw new Error(`one value expected, not ${many.length}`);
  return only;
}

function place(reference: string): { readonly row: number; readonly column: number } {
  const [, letters = "", digits = ""] = /^\$?([A-Z]+)\$?(\d+)$/.exec(reference) ?? [];
  return { row: Number(digits) - 1, column: columnNumber(letters) };
}

function plain(value: Value | ErrorValue): Single {
  if (typeof value === "object") throw new Error(`the error ${value.error} is no value`);
  return value;
}

function peek({ tokens, at }: Reader): string | undefined {
  return tokens[at];
}

function expected(reader: Reader, token: string): void {
  if (reader.tokens[reader.at] !== token)
    throw new Error(`${token} expected, not ${reader.tokens[reader.at] ?? "the end"}`);
  reader.at += 1;
}
