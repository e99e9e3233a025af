import { columnName, columnNumber, isStoredCustomFunction, storedId, typedFromStored } from "../sheets";
import { argumentsOf, closing, formulaOf, hangsTogether, isCall, wordsOf, type Word } from "./formula-words";
import { maySpill, storedName } from "./future-functions";

/** How a file holds a formula. */
export interface StoredFormula {
  /** Without `=`, with every prefix: `_xldudf_KEEL_DRIFT(Holdings[Value],B2)`. */
  readonly text: string;
  /** Whether its result may fill several cells: Excel then marks it as a dynamic array, even where it fills one. */
  readonly array: boolean;
  /** The ids of Keel's functions in it: `_xldudf_KEEL_DRIFT`. */
  readonly functions: readonly string[];
}

/** The longest formula that Excel takes. */
const mostLetters = 8192;

/**
 * Turns a formula as it is typed in en-US (`=KEEL.DRIFT([@Value],A2#)`) into what a file holds. `table` is the name of
 * the table the cell is in: `[@Value]` means that table's row. Undefined for a formula that Excel could not read, since
 * it would refuse the whole file for it.
 *
 * - Keel's functions: `_xldudf_KEEL_DRIFT`, as Excel writes the custom functions of an add-in.
 * - Functions newer than Excel 2007 have `_xlfn.` before them, and names given by LET and LAMBDA `_xlpm.`.
 * - `A2#` is `_xlfn.ANCHORARRAY(A2)`; `@A2:A9` is `_xlfn.SINGLE(A2:A9)` in an array formula, and goes without a sign elsewhere.
 * - `[@Value]` is `Holdings[[#This Row],[Value]]`.
 */
export function storedFormula(formula: string, table?: string): StoredFormula | undefined {
  const words = wordsOf(formula.trim().replace(/^=/, ""));
  if (!hangsTogether(words)) return undefined;
  const array = words.some((word, index) => isArray(words, index, word));
  const withRows = inThisRow(words, table);
  if (!withRows) return undefined;
  const functions = new Set<string>();
  const parameters = parametersOf(withRows);
  const named = withRows.map((word, index): Word => {
    if (word.kind !== "name") return word;
    if (parameters.has(index)) return { ...word, text: `_xlpm.${word.text}` };
    if (!isCall(withRows, index)) return word;
    const id = storedId(word.text);
    if (id === undefined) return { ...word, text: storedName(word.text) };
    functions.add(id);
    return { ...word, text: id };
  });
  const text = formulaOf(withSigns(named, array));
  return text.length > mostLetters ? undefined : { text, array, functions: [...functions] };
}

/**
 * Turns what a file holds into a formula as it is typed, with its `=`. Structured references stay as they are stored
 * (`Holdings[[#This Row],[Value]]`, which every reader of formulas takes). Undefined for a formula that refers to another
 * workbook: its value is all that can be kept.
 */
export function typedFormula(stored: string): string | undefined {
  let words = withoutLinks(wordsOf(stored.trim().replace(/^=/, "")));
  if (words.some((word, index) => leadsOutside(words, index, word))) return undefined;
  for (const [wrapper, before, after] of [
    ["_xlfn.ANCHORARRAY", "", "#"],
    ["_xlfn.SINGLE", "@", ""],
  ] as const) {
    words = unwrapped(words, wrapper, before, after);
  }
  const text = words.map((word, index): string => {
    if (word.kind !== "name") return word.text;
    const own = isCall(words, index) ? typedFromStored(word.text) : undefined;
    if (own !== undefined) return own;
    return word.text.replace(/^(?:_xlfn\.|_xlws\.|_xlpm\.|_xleta\.)+/i, "");
  });
  return `=${text.join("")}`;
}

/**
 * Moves a formula's relative references, as when the cell is copied: `=A1*$B$1` moved by one row is `=A2*$B$1`.
 * A reference that would leave the sheet becomes #REF!.
 */
export function shifted(formula: string, rows: number, columns: number): string {
  const words = wordsOf(formula);
  const moved = words.map((word, index): string => {
    if (word.kind !== "name" || isCall(words, index) || words[index + 1]?.text === "!") return word.text;
    const cell = /^(\$?)([A-Z]{1,3})(\$?)(\d{1,7})$/i.exec(word.text);
    if (cell) {
      const column = movedColumn(cell[1], cell[2], columns);
      const row = movedRow(cell[3], cell[4], rows);
      return column && row ? column + row : "#REF!";
    }
    if (words[index - 1]?.text !== ":" && words[index + 1]?.text !== ":") return word.text;
    const line = /^(\$?)(?:([A-Z]{1,3})|(\d{1,7}))$/i.exec(word.text);
    if (!line) return word.text;
    return (line[2] ? movedColumn(line[1], line[2], columns) : movedRow(line[1], line[3], rows)) ?? "#REF!";
  });
  return moved.join("");
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
  return storedId(word.text) !== undefined || isStoredCustomFunction(word.text) || maySpill(word.text);
}

/** Writes `[@Value]` out; undefined if it stands outside a table. */
function inThisRow(words: readonly Word[], table: string | undefined): Word[] | undefined {
  const result: Word[] = [];
  for (const word of words) {
    const row = word.kind === "bracket" ? /^\[\s*@\s*([\s\S]*)\]$/.exec(word.text) : null;
    if (!row) {
      const bare = word.kind === "bracket" && result.at(-1)?.kind !== "name" && !/^\[\d+\]$/.test(word.text);
      if (bare && !table) return undefined;
      result.push(...(bare ? [{ kind: "name", text: table ?? "" } as const, word] : [word]));
      continue;
    }
    const column = (row[1] ?? "").trim();
    const columns = column === "" || column.startsWith("[") ? column : `[${column}]`;
    if (result.at(-1)?.kind !== "name") {
      if (!table) return undefined;
      result.push({ kind: "name", text: table });
    }
    result.push({ kind: "bracket", text: columns ? `[[#This Row],${columns}]` : "[#This Row]" });
  }
  return result;
}

/** The places of the names that LET and LAMBDA give, and of every mention of them inside. */
function parametersOf(words: readonly Word[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [index, word] of words.entries()) {
    if (!isCall(words, index) || !/^(?:LET|LAMBDA)$/i.test(word.text)) continue;
    const parts = argumentsOf(words, index + 1);
    const end = closing(words, index + 1);
    const step = /^LET$/i.test(word.text) ? 2 : 1;
    for (let part = 0; part < parts.length - 1; part += step) {
      const { from, to } = parts[part] ?? { from: 0, to: 0 };
      const name = words
        .slice(from, to)
        .find((each) => each.kind === "name")
        ?.text.toLowerCase();
      if (name === undefined) continue;
      for (let at = index + 2; at < end; at++) {
        const each = words[at];
        const elsewhere = words[at - 1]?.text === "!" || words[at + 1]?.text === "!";
        if (each?.kind === "name" && each.text.toLowerCase() === name && !elsewhere) found.add(at);
      }
    }
  }
  return found;
}

/** Writes `A2#` and `@A2:A9` as functions. */
function withSigns(words: readonly Word[], array: boolean): Word[] {
  const result: Word[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (!word) break;
    if (word.kind === "sign" && word.text === "#") {
      const start = operandStart(result);
      result.splice(start, 0, { kind: "name", text: "_xlfn.ANCHORARRAY" }, { kind: "sign", text: "(" });
      result.push({ kind: "sign", text: ")" });
    } else if (word.kind === "sign" && word.text === "@") {
      const end = operandEnd(words, index + 1);
      const operand = withSigns(words.slice(index + 1, end), array);
      const wrapped = array
        ? [
            { kind: "name", text: "_xlfn.SINGLE" } as const,
            { kind: "sign", text: "(" } as const,
            ...operand,
            { kind: "sign", text: ")" } as const,
          ]
        : operand;
      result.push(...wrapped);
      index = end - 1;
    } else {
      result.push(word);
    }
  }
  return result;
}

/** Where the reference or call that ends a list of words begins. */
function operandStart(words: readonly Word[]): number {
  let start = words.length - 1;
  if (words[start]?.text === ")") {
    let depth = 0;
    for (; start > 0; start--) {
      if (words[start]?.text === ")") depth++;
      else if (words[start]?.text === "(" && --depth === 0) break;
    }
    if (words[start - 1]?.kind === "name") start--;
  }
  while (words[start]?.kind === "bracket") start--;
  if (words[start - 1]?.text === "!") start -= 2;
  return Math.max(0, start);
}

/** The index after the reference, call or group that begins at `from`. */
function operandEnd(words: readonly Word[], from: number): number {
  let end = from;
  if (words[end + 1]?.text === "!") end += 2;
  if (words[end]?.text === "(") end = closing(words, end);
  else if (isCall(words, end)) end = closing(words, end + 1);
  end++;
  while (words[end]?.kind === "bracket" || words[end]?.text === "#") end++;
  return words[end]?.text === ":" ? operandEnd(words, end + 1) : end;
}

/** Takes a function away and puts signs around its argument instead: `_xlfn.ANCHORARRAY(A2)` becomes `A2#`. */
function unwrapped(words: readonly Word[], wrapper: string, before: string, after: string): Word[] {
  const index = words.findIndex((word, at) => isCall(words, at) && word.text.toUpperCase() === wrapper.toUpperCase());
  if (index < 0) return [...words];
  const end = closing(words, index + 1);
  if (end < 0) return [...words];
  const inner = words.slice(index + 2, end);
  const simple = inner.length > 0 && (after ? operandStart(inner) === 0 : operandEnd(inner, 0) === inner.length);
  const kept = simple ? inner : words.slice(index + 1, end + 1);
  const sign = (text: string): Word[] => (text ? [{ kind: "sign", text }] : []);
  const rest = words.slice(end + 1);
  return unwrapped(
    [...words.slice(0, index), ...sign(before), ...kept, ...sign(after), ...rest],
    wrapper,
    before,
    after,
  );
}

/** Takes `[1]!` away before one of Keel's functions: Excel writes it when a workbook was saved without the add-in. */
function withoutLinks(words: readonly Word[]): Word[] {
  return words.filter((_, index) => {
    const link = /^\[\d+\]$/.test(words[index]?.text ?? "") ? index : index - 1;
    const name = words[link + 2]?.text ?? "";
    return !(
      /^\[\d+\]$/.test(words[link]?.text ?? "") &&
      words[link + 1]?.text === "!" &&
      (storedId(name) !== undefined || typedFromStored(name) !== undefined)
    );
  });
}

function leadsOutside(words: readonly Word[], index: number, { kind, text }: Word): boolean {
  if (words[index + 1]?.text !== "!" && kind === "sheet") return false;
  if (kind === "sheet") return text.includes("[");
  return kind === "bracket" && /^\[\d+\]$/.test(text) && words[index - 1]?.kind !== "name";
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
