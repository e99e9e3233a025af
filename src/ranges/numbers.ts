import { cardText } from "./cells";
import { errorKind } from "./error-words";
import type { Note, CellPlace, Problem, Wanted } from "./problem";

/** What one cell says where a number belongs. */
export type Reading =
  | { readonly kind: "blank" }
  | { readonly kind: "number"; readonly number: number; readonly note?: Note }
  /** Text that is no number: an error, unless the row is a header. */
  | { readonly kind: "text"; readonly problem: Problem }
  | { readonly kind: "problem"; readonly problem: Problem };

/** How the rest of a column writes its decimals, to settle a text like `1,234`. */
export type DecimalMark = "." | ",";

/** A decimal mark, or how to find it: to look through a column takes time, and few texts need it. */
export type MarkOrFinder = DecimalMark | (() => DecimalMark | undefined) | undefined;

/** Reads a cell where a number belongs: a number, a number typed as text, an entity that stands for one, blank, or none of these. */
export function readNumber(cell: unknown, at: CellPlace, wanted: Wanted, mark?: MarkOrFinder): Reading {
  if (typeof cell === "number") return finite(cell, at, wanted);
  if (cell === null || cell === undefined || cell === "") return { kind: "blank" };
  if (typeof cell === "object") return readTyped(cell, at, wanted, mark);
  if (typeof cell === "boolean") {
    return { kind: "problem", problem: { code: "not a number", at, found: cell ? "TRUE" : "FALSE", wanted } };
  }
  return typeof cell === "string" ? readText(cell, at, wanted, mark) : notANumber(typeof cell, at, wanted);
}

function finite(number: number, at: CellPlace, wanted: Wanted): Reading {
  return Number.isFinite(number) ? { kind: "number", number } : notANumber(String(number), at, wanted);
}

function notANumber(found: string, at: CellPlace, wanted: Wanted): Reading {
  return { kind: "problem", problem: { code: "not a number", at, found, wanted } };
}

/** Excel's typed values: `{type: "Error", basicValue: "#N/A"}`, numbers with a format, and cards, which are no number. */
function readTyped(cell: object, at: CellPlace, wanted: Wanted, mark?: MarkOrFinder): Reading {
  const card = cardText(cell);
  if (card !== undefined) return { kind: "problem", problem: { code: "card for a number", at, found: card, wanted } };
  const basic: unknown = "basicValue" in cell ? cell.basicValue : undefined;
  if ("type" in cell && cell.type === "Error") return errorCell(typeof basic === "string" ? basic : "#VALUE!", at);
  if (typeof basic === "object" && basic !== null) return notANumber("a value without a number", at, wanted);
  return basic === undefined ? notANumber("a value without a number", at, wanted) : readNumber(basic, at, wanted, mark);
}

function errorCell(found: string, at: CellPlace): Reading {
  const code = errorKind(found) === "under way" ? "still loading" : "error in a cell";
  return { kind: "problem", problem: { code, at, found } };
}

function readText(cell: string, at: CellPlace, wanted: Wanted, mark?: MarkOrFinder): Reading {
  const text = tidyText(cell);
  if (text === "") return { kind: "blank" };
  if (errorKind(text) !== undefined) return errorCell(text.toUpperCase(), at);
  // Accounting formats show a zero as a dash.
  if (/^[-–—]$/.test(text)) return { kind: "number", number: 0, note: { code: "dash read as zero", at } };

  const parsed = parseNumber(text, mark);
  if (parsed === "ambiguous") return { kind: "problem", problem: { code: "ambiguous number", at, found: text } };
  if (parsed === undefined) return { kind: "text", problem: { code: "not a number", at, found: text, wanted } };
  // A percent sign says all there is to say; other texts that stand for numbers are worth a note.
  if (/%$/.test(text)) return { kind: "number", number: parsed };
  return { kind: "number", number: parsed, note: { code: "read as number", at, found: text, number: parsed } };
}

/** Whether a cell holds an error of Excel's, or one that is still being worked out. */
export function isErrorCell({ code }: Problem): boolean {
  return code === "error in a cell" || code === "still loading";
}

/** A cell's words in the form in which words are compared: tidy, in lower case. "" where it holds no text. */
export function wordsIn(cell: unknown): string {
  return typeof cell === "string" ? tidyText(cell).toLowerCase() : "";
}

/** ASCII words with one space between them: nothing in them has another form. */
const TIDY = /^[!-~]+(?: [!-~]+)*$/;

/**
 * Brings text into one form: full-width and other compatibility letters made plain (NFKC), digits of other scripts
 * mapped by value, zero-width characters dropped, every run of spaces one space, trimmed.
 */
export function tidyText(text: string): string {
  // Nearly every text in a long column is tidy as it is.
  if (TIDY.test(text)) return text;
  return text
    .normalize("NFKC")
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, "")
    .replace(/(?![0-9])\p{Nd}/gu, (digit) => String(decimalDigit(digit)))
    .replace(/\s+/gu, " ")
    .trim();
}

/** A decimal digit's value. Unicode keeps the ten digits of a script side by side; NFKC has made the mathematical ones plain. */
function decimalDigit(digit: string): number {
  const point = digit.codePointAt(0) as number;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(point - value - 1))) value += 1;
  return value;
}

/** The longest run of letters in a number is a currency's three: what has more is words, as most texts of a list are. */
const WORD = /[A-Za-z]{4}/;

/**
 * Parses a number as people type it: `$1,234.50`, `€ 1.234,50`, `1 234,50 kr`, `(1,234.00)`, `1,234-`, `60 %`, `1.5e3`.
 * A lone separator before exactly three digits is ambiguous unless `mark` tells the decimal mark, or the notation does:
 * `$1,234`, `(1,234)` and `1,234-` group by comma, `33.333%` has a decimal point. Undefined if it is no number.
 */
export function parseNumber(text: string, mark?: MarkOrFinder): number | "ambiguous" | undefined {
  if (WORD.test(text)) return undefined;
  if (PLAIN.test(text) || (POINTED.test(text) && settled(mark) === ".")) return plainNumber(text);
  const inParentheses = /^\((.*)\)$/.exec(text);
  const percent = /^(.*?) ?%$/.exec(inParentheses?.[1] ?? text);
  const outer = takeSign((percent?.[1] ?? inParentheses?.[1] ?? text).trim());
  const amount = takeCurrency(outer.rest);
  // The sign may also stand between the currency and the digits: $-5.
  const inner = outer.signed ? { rest: amount, signed: false, negative: false } : takeSign(amount);
  if (inParentheses && (outer.signed || inner.signed)) return undefined;

  const american = inParentheses !== null || /[-−]$/.test(text) || /^(?:US)?\$/.test(outer.rest);
  const implied = percent ? loneSeparator(inner.rest) : american && inner.rest.includes(",") ? "." : undefined;
  const digits = plainDigits(inner.rest, () => settled(mark) ?? implied);
  if (digits === undefined) return undefined;
  if (digits === AMBIGUOUS) return "ambiguous";
  const number = Number(percent ? shiftTwoPlaces(digits) : digits);
  if (!Number.isFinite(number)) return undefined;
  const negative = inParentheses !== null || outer.negative || inner.negative;
  return negative && number !== 0 ? -number : number;
}

function settled(mark: MarkOrFinder): DecimalMark | undefined {
  return typeof mark === "function" ? mark() : mark;
}

/**
 * What nearly all texts of a long column are, read without taking them apart: `1234`, `$1,234.50`, `-12.5%`. They mean one
 * number whatever the decimal mark, as no lone separator of theirs is followed by three digits.
 */
const PLAIN = /^-?\$?(?:\d+(?:\.(?:\d{1,2}|\d{4,}))?|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,})%?$/;

/** `12.345`, `$1,234`: so do these where the decimal mark is a point. */
const POINTED = /^-?\$?(?:\d{1,3}\.\d{3}|[1-9]\d{0,2},\d{3})%?$/;

function plainNumber(text: string): number | undefined {
  const isNegative = text.startsWith("-");
  const isPercent = text.endsWith("%");
  const start = (isNegative ? 1 : 0) + (text.startsWith("$", isNegative ? 1 : 0) ? 1 : 0);
  const bare = text.slice(start, isPercent ? -1 : undefined);
  const digits = bare.includes(",") ? bare.replaceAll(",", "") : bare;
  const size = Number(isPercent ? shiftTwoPlaces(digits) : digits);
  if (!Number.isFinite(size)) return undefined;
  return isNegative && size !== 0 ? -size : size;
}

/** Takes a plus or minus off either end. */
function takeSign(text: string): { rest: string; signed: boolean; negative: boolean } {
  const leading = /^([-+−]) ?(.*)$/.exec(text);
  if (leading) return { rest: leading[2] as string, signed: true, negative: leading[1] !== "+" };
  const trailing = /^(.*?) ?[-−]$/.exec(text);
  if (trailing) return { rest: trailing[1] as string, signed: true, negative: true };
  return { rest: text, signed: false, negative: false };
}

/** Takes a currency off either end: a sign, three letters, or a Scandinavian or Swiss mark. */
function takeCurrency(text: string): string {
  return text
    .replace(/^(?:US\$|\p{Sc}|[A-Z]{3}|kr\.?|Fr\.?) ?/u, "")
    .replace(/ ?(?:\p{Sc}|[A-Z]{3}|kr\.?|Fr\.?)$/u, "");
}

/** Divides by 100 on the decimal digits, so that 60.1% is the number nearest to 0.601. */
function shiftTwoPlaces(digits: string): string {
  return /e/i.test(digits)
    ? digits.replace(/e([-+]?\d+)$/i, (_, power: string) => `e${Number(power) - 2}`)
    : `${digits}e-2`;
}

const AMBIGUOUS = Symbol("can mean two numbers");

/** The one separator of a percentage is its decimal mark: `33.333%` is a third, and nobody means 33,333%. */
function loneSeparator(body: string): DecimalMark | undefined {
  const [separator, ...more] = body.match(/[.,]/g) ?? [];
  return more.length === 0 ? (separator as DecimalMark | undefined) : undefined;
}

/** Takes group separators out and makes the decimal mark a point. */
function plainDigits(body: string, mark: () => DecimalMark | undefined): string | typeof AMBIGUOUS | undefined {
  if (/^\d+(?:\.\d+)?e[-+]?\d+$/i.test(body)) return body;
  if (!/^(?=.*\d)[\d.,' ’]+$/.test(body)) return undefined;
  const text = body.replace(/(\d)[ '’](?=\d{3}(?!\d))/g, "$1");
  if (/[ '’]/.test(text)) return undefined;

  const points = text.split(".").length - 1;
  const commas = text.split(",").length - 1;
  if (points === 0 && commas === 0) return text;
  if (points > 0 && commas > 0) {
    const decimal = text.lastIndexOf(".") > text.lastIndexOf(",") ? "." : ",";
    return withDecimalMark(text, decimal);
  }
  const separator = points > 0 ? "." : ",";
  if (points + commas > 1) return grouped(text, separator) ? text.replaceAll(separator, "") : undefined;
  if (!/^\d{1,3}[.,]\d{3}$/.test(text) || text.startsWith("0")) return withDecimalMark(text, separator);
  const decimal = mark();
  return decimal === undefined ? AMBIGUOUS : withDecimalMark(text, decimal);
}

function withDecimalMark(text: string, decimal: DecimalMark): string | undefined {
  const group = decimal === "." ? "," : ".";
  const [whole = "", fraction, ...more] = text.split(decimal);
  if (more.length > 0 || (fraction ?? "").includes(group)) return undefined;
  if (whole.includes(group) && !grouped(whole, group)) return undefined;
  return `${whole.replaceAll(group, "") || "0"}${fraction === undefined ? "" : `.${fraction || "0"}`}`;
}

const GROUPED: Readonly<Record<DecimalMark, RegExp>> = { ".": /^\d{1,3}(?:\.\d{3})+$/, ",": /^\d{1,3}(?:,\d{3})+$/ };

/** Whether separators stand at thousands: `1,234,567`. */
function grouped(text: string, separator: DecimalMark): boolean {
  return GROUPED[separator].test(text);
}

/** The decimal mark that a column's unambiguous texts use, if they use one. */
export function decimalMarkOf(cells: Iterable<unknown>): DecimalMark | undefined {
  let found: DecimalMark | undefined;
  for (const cell of cells) {
    const mark = typeof cell === "string" ? shownMark(tidyText(cell)) : undefined;
    if (mark === undefined) continue;
    if (found !== undefined && found !== mark) return undefined;
    found = mark;
  }
  return found;
}

/** The decimal mark that one text shows: the last of two kinds of separator, or what a lone or repeated one must be. */
function shownMark(text: string): DecimalMark | undefined {
  const separators = text.match(/[.,]/g) ?? [];
  const last = separators[separators.length - 1] as DecimalMark | undefined;
  if (last === undefined || new Set(separators).size > 1) return last;
  // A separator that stands twice groups thousands.
  if (separators.length > 1) return last === "." ? "," : ".";
  return /(?:^|\D)[1-9]\d{0,2}[.,]\d{3}(?!\d)/.test(text) ? undefined : last;
}
