import { columnNumber, type BookCell, type ErrorValue, type Sheet, type Value } from "../../src/sheets";

type Single = number | string | boolean;
type Many = readonly Single[];

/**
 * Works out the formulas of sheets by itself, from their plain values only: + − × ÷, comparisons, &, cells and one-column
 * ranges of any sheet, SUM, ABS, ROUND, MAX, IF, AND, NOT, EDATE, COUNTIF, COUNTIFS, SUMIF, SUMIFS and SUMPRODUCT. Ranges
 * are worked on cell by cell, as SUMPRODUCT does.
 */
export class Calculator {
  private readonly cells = new Map<string, BookCell>();
  private readonly known = new Map<string, Single>();
  private readonly first: string;

  constructor(...sheets: readonly Sheet[]) {
    this.first = sheets[0]?.name ?? "";
    for (const { name, cells } of sheets) {
      for (const cell of cells) this.cells.set(`${name}!${cell.row},${cell.column}`, cell);
    }
  }

  /** What a formula gives that stands on a sheet, the first one if not said otherwise. */
  valueOf(formula: string, sheet = this.first): Single {
    const tokens: readonly string[] =
      formula
        .slice(1)
        .match(/(?:'[^']+'|[A-Z][a-z]+)!|\$?[A-Z]{1,3}\$?\d+|[A-Z]+|\d+(?:\.\d+)?|"[^"]*"|<>|<=|>=|[-+*/()<>=,:&]/g) ??
      [];
    const reader = { tokens, at: 0, sheet };
    const result = this.comparison(reader);
    if (reader.at !== tokens.length) throw new Error(`${formula}: can't read from ${tokens[reader.at] ?? "the end"}`);
    return single(result);
  }

  private comparison(reader: Reader): Many {
    let left = this.joined(reader);
    for (let sign = peek(reader); sign && /^(<>|<=|>=|[<>=])$/.test(sign); sign = peek(reader)) {
      reader.at += 1;
      left = pairwise(left, this.joined(reader), (one, other) => compare(sign, one, other));
    }
    return left;
  }

  private joined(reader: Reader): Many {
    let left = this.sum(reader);
    while (peek(reader) === "&") {
      reader.at += 1;
      left = pairwise(left, this.sum(reader), (one, other) => `${one}${other}`);
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
    if (token.endsWith("!")) {
      return this.range(reader.tokens[reader.at++] ?? "", reader, token.slice(0, -1).replace(/^'(.*)'$/, "$1"));
    }
    if (/\d$/.test(token)) return this.range(token, reader, reader.sheet);
    expected(reader, "(");
    const given: Many[] = [this.comparison(reader)];
    while (peek(reader) === ",") {
      reader.at += 1;
      given.push(this.comparison(reader));
    }
    expected(reader, ")");
    // Cell by cell, like the signs; the others give one value.
    if (token === "ABS") return (given[0] ?? []).map((each) => Math.abs(Number(each)));
    const conditional = sumsIf(token, given);
    return conditional ?? [call(token, given)];
  }

  private range(first: string, reader: Reader, sheet: string): Many {
    let last = first;
    if (peek(reader) === ":") {
      last = reader.tokens[reader.at + 1] ?? "";
      reader.at += 2;
    }
    const [from, to] = [place(first), place(last)];
    const values: Single[] = [];
    for (let row = from.row; row <= to.row; row += 1) {
      for (let column = from.column; column <= to.column; column += 1) values.push(this.at(sheet, row, column));
    }
    return values;
  }

  private at(sheet: string, row: number, column: number): Single {
    const place = `${sheet}!${row},${column}`;
    const cell = this.cells.get(place);
    if (!cell) return "";
    const known = this.known.get(place);
    if (known !== undefined) return known;
    const value = cell.formula === undefined ? plain(cell.value) : this.valueOf(cell.formula, sheet);
    this.known.set(place, value);
    return value;
  }
}

interface Reader {
  readonly tokens: readonly string[];
  readonly sheet: string;
  at: number;
}

function call(name: string, given: readonly Many[]): Single {
  const [first = [], second = [], third = []] = given;
  const numbers = (many: Many): number[] => many.filter((each) => each !== "").map(Number);
  switch (name) {
    case "SUM":
      return numbers(given.flat()).reduce((sum, each) => sum + each, 0);
    case "SUMPRODUCT":
      return first.reduce<number>((sum, _, row) => sum + given.reduce((all, each) => all * Number(each[row]), 1), 0);
    case "MAX":
      return Math.max(...numbers(given.flat()));
    case "AND":
      return given.flat().every((each) => each === true);
    case "NOT":
      return single(first) !== true;
    case "EDATE":
      return monthsLater(Number(single(first)), Number(single(second)));
    case "ROUND": {
      const factor = 10 ** Number(single(second));
      return Math.round(Number(single(first)) * factor) / factor;
    }
    case "IF":
      return single(first) === true ? single(second) : single(third);
    case "COUNTIF":
      return first.filter((each) => meets(each, single(second))).length;
    default:
      throw new Error(`no function ${name}`);
  }
}

/** SUMIF, SUMIFS and COUNTIFS: one answer for each of their criteria, if one of them is several. Undefined for another function. */
function sumsIf(name: string, given: readonly Many[]): Many | undefined {
  const [first = [], second = [], third = []] = given;
  const [sums, conditions]: readonly [Many | undefined, readonly Many[]] =
    name === "SUMIF"
      ? [third, [first, second]]
      : name === "SUMIFS"
        ? [first, given.slice(1)]
        : [undefined, name === "COUNTIFS" ? given : []];
  if (conditions.length === 0) return undefined;
  const pairs = Array.from({ length: conditions.length / 2 }, (_, pair) => ({
    range: conditions[2 * pair] ?? [],
    criteria: conditions[2 * pair + 1] ?? [],
  }));
  const answers = Math.max(...pairs.map(({ criteria }) => criteria.length));
  return Array.from({ length: answers }, (_, answer) => {
    const rows = pairs[0]?.range ?? [];
    return rows.reduce<number>((sum, __, row) => {
      const isMet = pairs.every(({ range, criteria }) =>
        meets(range[row] ?? "", criteria[criteria.length === 1 ? 0 : answer] ?? ""),
      );
      return isMet ? sum + (sums ? Number(sums[row]) : 1) : sum;
    }, 0);
  });
}

/** Whether a cell meets a criterion as people type it: 5, "short", ">=3". An empty cell meets none of a number. */
function meets(cell: Single, criterion: Single): boolean {
  const [, sign = "=", rest = ""] = /^(<>|<=|>=|[<>=])?(.*)$/.exec(String(criterion)) ?? [];
  const number = Number(rest);
  if (rest === "" || Number.isNaN(number)) return compare(sign, cell, rest);
  return typeof cell === "number" && compare(sign, cell, number);
}

const EPOCH = Date.UTC(1899, 11, 30);
const A_DAY = 86_400_000;

function monthsLater(serial: number, months: number): number {
  const day = new Date(EPOCH + Math.floor(serial) * A_DAY);
  const end = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months + 1, 0));
  end.setUTCDate(Math.min(day.getUTCDate(), end.getUTCDate()));
  return (end.getTime() - EPOCH) / A_DAY;
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
