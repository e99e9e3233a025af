import { columnName, columnNumber, isStoredCustomFunction, storedId, typedFromStored } from "../sheets";
import { withoutWrappers, withSigns, withTrims } from "./formula-signs";
import { argumentsOf, closing, formulaOf, hangsTogether, isCall, wordsOf, type Word } from "./formula-words";
import type { Links } from "./links";
import { maySpill, nameWithoutPrefix, storedName } from "./future-functions";

/** How a file holds a formula. */
export interface StoredFormula {
  /** Without `=`, with every prefix: `_xldudf_KEEL_DRIFT(Holdings[Value],B2)`. */
  readonly text: string;
  /** Whether its result may fill several cells: Excel then marks it as a dynamic array, even where it fills one. */
  readonly array: boolean;
  /** The ids of Keel's functions in it: `_xldudf_KEEL_DRIFT`. */
  readonly functions: readonly string[];
}

/** The longest formula that Excel takes, as it shows it. */
const mostLetters = 8192;
/** The longest one in a file: what files add to a formula makes it longer than what is shown, but not twice as long. */
const mostStored = 2 * mostLetters;

/** Where a formula stands. */
export interface FormulaPlace {
  /** The name of the table that its cell is in: `[@Value]` and `[Value]` mean that table's row and column. */
  readonly table?: string | undefined;
  /** Whether it is what a name stands for, which may be several areas: `Plan!$A$1,Plan!$C$1`. */
  readonly ofName?: boolean;
  /** The other workbooks that the file's formulas refer to; without it, a formula that refers to one can't be held. */
  readonly links?: Links;
}

/**
 * Turns a formula as it is typed in en-US (`=KEEL.DRIFT([@Value],A2#)`) into what a file holds. Undefined for a formula
 * that Excel could not read, since it would refuse the whole file for it.
 *
 * - Keel's functions: `_xldudf_KEEL_DRIFT`, as Excel writes the custom functions of an add-in.
 * - Functions newer than Excel 2007 have `_xlfn.` before them, and names given by LET and LAMBDA `_xlpm.`.
 * - `A2#` is `_xlfn.ANCHORARRAY(A2)`; `@A2:A9` is `_xlfn.SINGLE(A2:A9)` in an array formula, and goes without a sign elsewhere.
 * - `A2:.A9`, a range without its blank end, is `_xlfn._TRO_TRAILING(A2:A9)`.
 * - `[@Value]` is `Holdings[[#This Row],[Value]]`.
 * - `[Old.xlsx]Plan!A1`, a cell of another workbook, is `'[1]Plan'!A1`.
 */
export function storedFormula(
  formula: string,
  { table, ofName = false, links }: FormulaPlace = {},
): StoredFormula | undefined {
  if (formula.length > mostStored) return undefined;
  const typed = withoutLinks(wordsOf(formula.trim().replace(/^=/, "")));
  const outside = typed.some((word, index) => leadsOutside(typed, index, word));
  const words = outside ? links?.numbered(typed) : typed;
  if (!words || !hangsTogether(words, ofName)) return undefined;
  const parameters = parametersOf(words);
  const marked = words.map((word, index) => (parameters.has(index) ? withMark(word) : word));
  const withRows = inThisRow(marked, table);
  if (!withRows) return undefined;
  const trimmed = withTrims(withRows);
  const array = trimmed.some((word, index) => isArray(trimmed, index, word));
  const functions = new Set<string>();
  const named = trimmed.map((word, index): Word => {
    if (!isCall(trimmed, index)) return word;
    const id = storedId(word.text);
    if (id === undefined) return { ...word, text: storedName(word.text) };
    functions.add(id);
    return { ...word, text: id };
  });
  const text = formulaOf(withSigns(named, array));
  return shownLength(text) > mostLetters ? undefined : { text, array, functions: [...functions] };
}

/**
 * Turns what a file holds into a formula as it is typed, with its `=`. Structured references stay as they are stored
 * (`Holdings[[#This Row],[Value]]`, which every reader of formulas takes), and so does what `storedFormula` would not
 * turn back. Undefined for a formula that could not be saved again, because it refers to another workbook or because
 * Excel would not read it: its value is all that can be kept.
 */
export function typedFormula(stored: string, place: FormulaPlace = {}): string | undefined {
  const words = storedWords(stored);
  return words && typedWords(words, place);
}

/** Cuts what a file holds as a formula into words; undefined for one longer than Excel's own. */
export function storedWords(stored: string): readonly Word[] | undefined {
  return stored.length > mostStored ? undefined : wordsOf(stored.trim().replace(/^=/, ""));
}

/** Does what `typedFormula` does with a formula that is in words already. */
export function typedWords(stored: readonly Word[], { table, ofName = false }: FormulaPlace = {}): string | undefined {
  const own = withoutLinks(stored);
  if (own.some((word, index) => leadsOutside(own, index, word)) || !hangsTogether(own, ofName)) return undefined;
  const withRows = inThisRow(own, table);
  if (!withRows || shownLength(formulaOf(withRows)) > mostLetters) return undefined;
  const words = withoutWrappers(withRows).map((word, index, all): Word =>
    isCall(all, index) ? { ...word, text: typedFromStored(word.text) ?? nameWithoutPrefix(word.text) } : word,
  );
  const unmarked = words.map(withoutMark);
  const parameters = parametersOf(unmarked);
  return `=${words.map((word, index) => (parameters.has(index) ? unmarked[index]?.text : word.text)).join("")}`;
}

/** Tells whether what a file holds as a formula refers to another workbook. */
export function refersOutside(stored: string): boolean {
  const words = withoutLinks(storedWords(stored) ?? []);
  return words.some((word, index) => leadsOutside(words, index, word));
}

/** How long Excel shows a formula that a file holds: without prefixes, and with `[@Value]` for a row of a table. */
function shownLength(stored: string): number {
  if (stored.length <= mostLetters) return stored.length;
  return stored.replaceAll(/_xlfn\.|_xlws\.|_xlpm\.|_xldudf_/gi, "").replaceAll("[[#This Row],", "[@").length;
}

/**
 * Moves a formula's relative references, as when the cell is copied: `=A1*$B$1` moved by one row is `=A2*$B$1`.
 * A reference that would leave the sheet becomes #REF!.
 */
export function shifted(formula: string, rows: number, columns: number): string {
  return formulaOf(shiftedWords(wordsOf(formula), rows, columns));
}

/** Does what `shifted` does with a formula that is in words already. */
export function shiftedWords(words: readonly Word[], rows: number, columns: number): Word[] {
  return words.map((word, index): Word => {
    if (word.kind !== "name" || isCall(words, index) || isSheetName(words, index)) return word;
    // A dot at an end of a range trims the range's blank cells: A1:.A9.
    const cell = /^(\.?)(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(\.?)$/i.exec(word.text);
    if (cell) {
      const [, before = "", fixedColumn = "", letters = "", fixedRow = "", digits = "", after = ""] = cell;
      // What lies beyond a sheet's cells, as XYZ2026, is a name.
      if (movedColumn("", letters, 0) === undefined || movedRow("", digits, 0) === undefined) return word;
      const column = movedColumn(fixedColumn, letters, columns);
      const row = movedRow(fixedRow, digits, rows);
      return { ...word, text: column && row ? before + column + row + after : "#REF!" };
    }
    if (words[index - 1]?.text !== ":" && words[index + 1]?.text !== ":") return word;
    const line = /^(\.?)(\$?)(?:([A-Z]{1,3})|(\d{1,7}))(\.?)$/i.exec(word.text);
    if (!line) return word;
    const [, before = "", fixed, letters, digits, after = ""] = line;
    const moved = letters ? movedColumn(fixed, letters, columns) : movedRow(fixed, digits, rows);
    return { ...word, text: moved === undefined ? "#REF!" : before + moved + after };
  });
}

/** Tells whether a word is a sheet's name, be it the first of two: `Jan!A1`, `Jan:Dec!A1`, and not the cell in `Plan!A1:Plan!B2`. */
function isSheetName(words: readonly Word[], index: number): boolean {
  if (words[index + 1]?.text === "!") return true;
  return words[index + 1]?.text === ":" && words[index + 3]?.text === "!" && words[index - 1]?.text !== "!";
}

/**
 * How a conditional format holds its formula. Undefined where Excel would refuse it: Keel's functions, structured
 * references and lists in braces are for cells only ([MS-XLSX] 2.2.2, conditional formatting formulas).
 */
export function storedCondition(formula: string): string | undefined {
  const stored = storedFormula(formula);
  if (!stored || stored.functions.length > 0) return undefined;
  const forbidden = wordsOf(stored.text).some(({ kind, text }) => kind === "bracket" || text === "{");
  return forbidden ? undefined : stored.text;
}

function isArray(words: readonly Word[], index: number, word: Word): boolean {
  if (word.kind === "sign") return word.text === "#";
  if (!isCall(words, index)) return false;
  if (isStoredCustomFunction(word.text) || word.text.startsWith("_xlfn._TRO_")) return true;
  return storedId(word.text) !== undefined || maySpill(word.text);
}

/** Writes `[@Value]` and `[Value]` out; undefined if one stands outside a table. */
function inThisRow(words: readonly Word[], table: string | undefined): Word[] | undefined {
  const result: Word[] = [];
  for (const [index, word] of words.entries()) {
    // A LAMBDA's argument that may be left out stands in brackets as well.
    if (word.kind !== "bracket" || mark.test(word.text) || words[index + 1]?.text === "!") {
      result.push(word);
      continue;
    }
    if (result.at(-1)?.kind !== "name") {
      if (!table) return undefined;
      result.push({ kind: "name", text: table });
    }
    const row = /^\[\s*@\s*([\s\S]*)\]$/.exec(word.text);
    const column = (row?.[1] ?? "").trim();
    const columns = column === "" || column.startsWith("[") ? column : `[${column}]`;
    result.push(row ? { kind: "bracket", text: columns ? `[[#This Row],${columns}]` : "[#This Row]" } : word);
  }
  return result;
}

/** What a file has before the names that LET and LAMBDA give, and where in `x` or `[x]` it stands. */
const mark = /^(\[\s*)?_xlpm\./i;

function withMark(word: Word): Word {
  return { ...word, text: word.text.replace(/^(?:\[\s*)?/, (start) => `${start}_xlpm.`) };
}

function withoutMark(word: Word): Word {
  return mark.test(word.text) ? { ...word, text: word.text.replace(mark, "$1") } : word;
}

/** The places of the names that LET and LAMBDA give, and of every mention of them inside. */
function parametersOf(words: readonly Word[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [index, word] of words.entries()) {
    if (!isCall(words, index) || !/^(?:LET|LAMBDA)$/i.test(word.text)) continue;
    const parts = argumentsOf(words, index + 1);
    const end = closing(words, index + 1);
    const isLet = /^LET$/i.test(word.text);
    const names = new Set<string>();
    for (let part = 0; part < parts.length - 1; part += isLet ? 2 : 1) {
      const { from, to } = parts[part] ?? { from: 0, to: 0 };
      const given = words.slice(from, to).findIndex(({ kind }) => kind === "name" || (kind === "bracket" && !isLet));
      const { kind, text } = words[from + given] ?? {};
      if (given < 0 || text === undefined) continue;
      if (kind === "bracket") found.add(from + given);
      names.add((kind === "bracket" ? text.slice(1, -1).trim() : text).toLowerCase());
    }
    for (let at = index + 2; at < end; at++) {
      const each = words[at];
      const elsewhere = words[at - 1]?.text === "!" || words[at + 1]?.text === "!";
      if (each?.kind === "name" && names.has(each.text.toLowerCase()) && !elsewhere) found.add(at);
    }
  }
  return found;
}

/**
 * Takes `[1]!` away before one of Keel's functions: Excel writes it when a workbook was saved without the add-in. `[0]` is
 * the workbook itself.
 */
function withoutLinks(words: readonly Word[]): readonly Word[] {
  if (!words.some(({ kind, text }) => kind === "bracket" && link.test(text))) return words;
  return words.filter(({ text }, index) => {
    const at = text === "!" ? index - 1 : index;
    const { text: number = "" } = words[at] ?? {};
    if (!link.test(number) || words[at - 1]?.kind === "name") return true;
    const next = words[at + 1];
    const name = words[at + 2]?.text ?? "";
    if (next?.text !== "!") return number !== "[0]" || next?.kind !== "name";
    return number !== "[0]" && storedId(name) === undefined && typedFromStored(name) === undefined;
  });
}

const link = /^\[\d+\]$/;

/** Tells whether a word leads to another workbook: `[1]Plan!A1`, `[Old.xlsx]Plan!A1`, `'C:\\[Old.xlsx]Plan'!A1`. */
function leadsOutside(words: readonly Word[], index: number, { kind, text }: Word): boolean {
  const next = words[index + 1];
  // A sheet's own name has none of these signs.
  if (kind === "sheet") return next?.text === "!" && /[[\]\\/?*]/.test(text);
  if (kind !== "bracket" || words[index - 1]?.kind === "name") return false;
  return next?.text === "!" || next?.kind === "name" || next?.kind === "sheet";
}

function movedColumn(fixed = "", letters = "", by: number): string | undefined {
  if (fixed) return fixed + letters;
  const column = columnNumber(letters) + by;
  return column >= 0 && column < 16384 ? columnName(column) : undefined;
}

function movedRow(fixed = "", digits = "", by: number): string | undefined {
  if (fixed) return fixed + digits;
  const row = Number(digits) + by;
  return row >= 1 && row <= 1048576 ? String(row) : undefined;
}
