import { dayIn } from "./days";
import type { CsvTable, DecimalMark } from "./read-csv";

/** What a cell of a text file holds, as a spreadsheet takes it in. */
export interface TypedCell {
  readonly value: string | number | boolean;
  /** The Excel number format, in en-US form, under which the value looks as it did in the file; absent for "General". */
  readonly format?: string;
}

/** The number format of text: Excel leaves a cell that has it as it is, also when its owner goes through it. */
const TEXT = "@";

/**
 * Tells which decimal mark a table's numbers have, for `typedCell`: undefined where semicolons stand between its cells,
 * as in countries with decimal commas, and no number of it tells.
 */
export function decimalMarkFor({ delimiter, mark }: CsvTable): DecimalMark | undefined {
  return mark ?? (delimiter === ";" ? undefined : ".");
}

/**
 * Takes a cell in as Excel does that opens the file: numbers (`1200`, `1,200.5`, `(12.50)`), money with its sign
 * (`$1,234.50`, `-$0.10`), percents as fractions, days as Excel's serials, TRUE and FALSE; all else is text. Unlike Excel it
 * loses nothing: digits with a zero before them or more than 15 of them stay text, as account numbers are written, and so
 * does what begins with `=`, `12E5`, and `1/2`. With no decimal mark, what could mean two numbers or two days is text.
 */
export function typedCell(text: string, mark: DecimalMark | undefined): TypedCell {
  const bare = text.trim();
  if (bare === "") return { value: text };
  // Most cells of words begin with a letter, and only days and two words of theirs are more than that.
  if (/^[-+−($\p{Sc}.\d]/u.test(bare)) {
    const number = agreed(mark, (each) => numberIn(bare, each));
    if (number) return number;
  } else if (/^(true|false)$/i.test(bare)) return { value: bare.length === 4 };
  const day = /\d/.test(bare) ? dayIn(bare, mark) : undefined;
  if (day) return { value: day.serial, format: day.format };
  return /^=|^\d+$/.test(bare) ? { value: text, format: TEXT } : { value: text };
}

/** What a text means under a decimal mark; without one, what it means under both, or under the only one that it can have. */
function agreed(
  mark: DecimalMark | undefined,
  read: (mark: DecimalMark) => TypedCell | undefined,
): TypedCell | undefined {
  if (mark !== undefined) return read(mark);
  const [point, comma] = [read("."), read(",")];
  return point && comma && point.value !== comma.value ? undefined : (point ?? comma);
}

/** A sign, a currency before or behind, a percent sign or brackets around the digits. */
const AMOUNT =
  /^(?<open>\()? ?(?<sign>[-+−])? ?(?<before>\p{Sc})? ?(?<inner>[-−])?(?<digits>[\d.,' \u00a0\u202f’]*\d[.,]?(?:e[-+]?\d+)?) ?(?<behind>[%\p{Sc}])?(?<close>\))?$/iu;

function numberIn(text: string, mark: DecimalMark): TypedCell | undefined {
  const groups = AMOUNT.exec(text)?.groups;
  if (!groups) return undefined;
  const { open, sign, before, inner, digits = "", behind, close } = groups;
  const brackets = open !== undefined;
  if (brackets !== (close !== undefined) || [brackets, sign, inner].filter(Boolean).length > 1) return undefined;
  if (before !== undefined && behind !== undefined) return undefined;
  const read = digitsIn(digits, mark);
  if (!read) return undefined;
  const { plain, decimals, isGrouped } = read;
  const size = Number(behind === "%" ? `${plain}e-2` : plain);
  if (!Number.isFinite(size)) return undefined;
  const isNegative = brackets || inner !== undefined || (sign !== undefined && sign !== "+");
  const value = isNegative && size !== 0 ? -size : size;
  const format = formatOf({ before, behind, decimals, isGrouped, brackets });
  return format === undefined ? { value } : { value, format };
}

interface Digits {
  /** With a point before the decimals and nothing between thousands. */
  readonly plain: string;
  readonly decimals: number;
  readonly isGrouped: boolean;
}

/** As many digits as Excel keeps of a number. */
const mostDigits = 15;

const GROUPS: Readonly<Record<DecimalMark, RegExp>> = {
  ".": /^\d{1,3}(?:,\d{3})+$/,
  ",": /^\d{1,3}(?:([. '\u00a0\u202f’])\d{3})(?:\1\d{3})*$/,
};

function digitsIn(text: string, mark: DecimalMark): Digits | undefined {
  // With its sign or its point an exponent is one; without both, `12E5` is a name like others.
  if (/^(?:\d\.\d*e[-+]?\d+|\de[-+]\d+)$/i.test(text)) {
    return mark === "." ? { plain: text, decimals: 0, isGrouped: false } : undefined;
  }
  const [whole = "", decimals = "", ...more] = text.split(mark);
  const isGrouped = GROUPS[mark].test(whole);
  if (more.length > 0 || !/^\d*$/.test(decimals) || !(isGrouped || /^\d*$/.test(whole))) return undefined;
  const digits = whole.replaceAll(/\D/g, "");
  if (/^0\d/.test(digits) || digits.length > mostDigits) return undefined;
  return { plain: `${digits || "0"}.${decimals || "0"}`, decimals: decimals.length, isGrouped };
}

/** As many decimals as are shown: more are there, and show when the column's owner asks for them. */
const mostDecimals = 6;

function formatOf({
  before,
  behind,
  decimals,
  isGrouped,
  brackets,
}: Pick<Digits, "decimals" | "isGrouped"> & {
  readonly before: string | undefined;
  readonly behind: string | undefined;
  readonly brackets: boolean;
}): string | undefined {
  const isPlain = before === undefined && behind === undefined;
  if (isPlain && !isGrouped && !brackets) return undefined;
  // Cents, and percents with decimals, are shown with two at least.
  const shown = decimals === 0 ? 0 : Math.min(Math.max(decimals, isPlain ? 0 : 2), mostDecimals);
  const fraction = shown === 0 ? "" : `.${"0".repeat(shown)}`;
  const one =
    behind === "%"
      ? `${isGrouped ? "#,##0" : "0"}${fraction}%`
      : `${signed(before)}#,##0${fraction}${behind === undefined ? "" : ` ${signed(behind)}`}`;
  return brackets ? `${one}_);(${one})` : one;
}

function signed(currency: string | undefined): string {
  return currency === undefined ? "" : currency === "$" ? "$" : `[$${currency}]`;
}
