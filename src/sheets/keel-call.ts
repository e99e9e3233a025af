import { afterPiece } from "./formula-pieces";
import { spellings } from "./keel-spelling";
import { columnNumber, type Block } from "./place";

/** One argument of a Keel call: what it is, and its text as it stands in the formula. */
export type KeelArgument = { readonly text: string } & Reference;

/** What an argument refers to. */
export type Reference =
  | { readonly is: "omitted" }
  | { readonly is: "block"; readonly block: Block }
  /** Whole columns, `B:C`, from 0. */
  | { readonly is: "columns"; readonly sheet: string; readonly column: number; readonly width: number }
  /** What the formula in a cell spills over, `D4#`. */
  | { readonly is: "spill"; readonly cell: Block }
  | ({ readonly is: "table" } & TableReference)
  /** A defined name, or a table's name for all its rows. */
  | { readonly is: "name"; readonly name: string }
  | { readonly is: "constant"; readonly value: Constant }
  | { readonly is: "array"; readonly rows: readonly (readonly Constant[])[] }
  | { readonly is: "today" }
  /** Two columns side by side, wherever each of them stands: `IF({1,0},E2:E7,H2:H7)`. */
  | { readonly is: "side by side"; readonly columns: readonly [KeelArgument, KeelArgument] }
  | { readonly is: "call"; readonly call: KeelCall }
  /** A calculation, or something else that is not read here. */
  | { readonly is: "other" };

/** `Holdings[Value]`, `Holdings[[#All],[Value]:[Target]]`, `[@Value]`. */
export interface TableReference {
  /** Left out, it is the table that the formula stands in. */
  readonly table?: string;
  /** First and last; all columns without it. */
  readonly columns?: readonly [string, string];
  readonly part: "body" | "headers" | "totals" | "all" | "headers and body" | "body and totals" | "this row";
}

export type Constant = number | string | boolean;

/** A call of a Keel function in a formula. */
export interface KeelCall {
  /** Without its namespace, in capitals: `DRIFT`. */
  readonly name: string;
  readonly arguments: readonly KeelArgument[];
  /** As it stands in the formula. */
  readonly text: string;
}

/**
 * The Keel calls of a formula in its order, those inside another one's arguments left out: they are among its arguments.
 * `sheet` is the formula's own, for addresses that name none.
 */
export function keelCalls(formula: string, sheet: string): readonly KeelCall[] {
  return callsIn(formula, sheet, new Map());
}

/** Whether a formula is this call and nothing around it. */
export function isWhole(call: Pick<KeelCall, "text">, formula: string): boolean {
  return formula.replace(/^=\s*@?/, "").trim() === call.text;
}

/** Whether an argument is all rows of a table: `Policy`, `Policy[]`. */
export function isWholeTable(argument: Reference, table: string): boolean {
  const isNamed = (name: string | undefined): boolean => name?.toLowerCase() === table.toLowerCase();
  if (argument.is === "name") return isNamed(argument.name);
  return argument.is === "table" && argument.part === "body" && !argument.columns && isNamed(argument.table);
}

/** The texts that LET's names stand for, by name in capitals. */
type Names = ReadonlyMap<string, string>;

function callsIn(formula: string, sheet: string, around: Names): readonly KeelCall[] {
  const calls: KeelCall[] = [];
  let end = 0;
  for (const { from, to, name } of spellings(formula)) {
    if (from < end) continue;
    const read = argumentsFrom(formula, to + 1);
    if (!read) continue;
    end = read.end;
    const names: Names = new Map([...around, ...letNames(formula, from)]);
    calls.push({
      name,
      text: formula.slice(from, end),
      arguments: read.texts.map((text) => ({ text, ...referenceIn(text, sheet, names) })),
    });
  }
  return calls;
}

/** The texts of a call's arguments, from just behind its parenthesis; `end` is just behind the closing one. Undefined if it never closes. */
function argumentsFrom(formula: string, start: number): { texts: readonly string[]; end: number } | undefined {
  const texts: string[] = [];
  let from = start;
  let depth = 0;
  for (let at = start; at < formula.length;) {
    const sign = formula[at] as string;
    if (depth === 0 && (sign === "," || sign === ")")) {
      texts.push(formula.slice(from, at).trim());
      from = at + 1;
      // `KEEL.VERSION()` has no argument, `KEEL.F(,)` two that are left out.
      if (sign === ")") return { texts: texts.length === 1 && texts[0] === "" ? [] : texts, end: from };
    }
    if (sign === "(" || sign === "{") depth += 1;
    if (sign === ")" || sign === "}") depth -= 1;
    at = afterPiece(formula, at);
  }
  return undefined;
}

const sheetPrefix = /^(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!/u;

/** What an argument's text refers to. `sheet` is the formula's own; `names` are those that LET gives around it. */
export function referenceIn(text: string, sheet: string, names: Names = new Map()): Reference {
  const bare = withoutParentheses(text.trim());
  if (bare === "") return { is: "omitted" };
  if (/^TODAY\(\s*\)$/i.test(bare)) return { is: "today" };
  const value = constantIn(bare);
  if (value !== undefined) return { is: "constant", value };
  if (bare.startsWith("{")) {
    const rows = arrayIn(bare);
    return rows ? { is: "array", rows } : { is: "other" };
  }
  const [call] = callsIn(bare, sheet, names);
  if (call?.text === bare) return { is: "call", call };
  const pair = pairIn(bare);
  if (pair) {
    const [left, right] = pair.map((one): KeelArgument => ({ text: one, ...referenceIn(one, sheet, names) }));
    if (left && right) return { is: "side by side", columns: [left, right] };
  }

  const named = sheetPrefix.exec(bare);
  const onSheet = named ? (named[1]?.replaceAll("''", "'") ?? named[2] ?? sheet) : sheet;
  const cells = cellsIn(named ? bare.slice(named[0].length) : bare, onSheet);
  if (cells) return cells;
  const table = tableIn(bare);
  if (table) return { is: "table", ...table };
  const name = /^(?:[\p{L}_\\][\p{L}\p{N}_.\\?]*)$/u.exec(named ? bare.slice(named[0].length) : bare)?.[0];
  if (name === undefined) return { is: "other" };
  const meant = named ? undefined : names.get(name.toUpperCase());
  if (meant === undefined) return { is: "name", name };
  // A name may stand for an earlier one, not for itself.
  const others = new Map([...names].filter(([one]) => one !== name.toUpperCase()));
  return referenceIn(meant, sheet, others);
}

const pairing = /^IF\(\s*\{\s*1\s*,\s*0\s*\}\s*,/i;

/** The texts of the two columns that `IF({1,0},…,…)` puts side by side. */
function pairIn(text: string): readonly string[] | undefined {
  const opening = pairing.exec(text);
  const read = opening && argumentsFrom(text, opening[0].length);
  return read?.end === text.length && read.texts.length === 2 ? read.texts : undefined;
}

/** `B2`, `$B$2:C7`, `B:B`, `D4#` on a sheet. */
function cellsIn(text: string, sheet: string): Reference | undefined {
  const corner = String.raw`\$?([A-Z]{1,3})\$?([1-9]\d{0,6})`;
  const area = new RegExp(`^${corner}(?:\\s*:\\s*${corner})?(#)?$`, "i").exec(text);
  if (area) {
    const [, firstColumn = "", firstRow = "", lastColumn = firstColumn, lastRow = firstRow, spilled] = area;
    const rows = [Number(firstRow) - 1, Number(lastRow) - 1];
    const columns = [columnNumber(firstColumn), columnNumber(lastColumn)];
    if (Math.max(...rows) >= MOST_ROWS || Math.max(...columns) >= MOST_COLUMNS) return undefined;
    const [row, column] = [Math.min(...rows), Math.min(...columns)];
    const block = { sheet, row, column, height: Math.max(...rows) - row + 1, width: Math.max(...columns) - column + 1 };
    if (spilled === undefined) return { is: "block", block };
    return block.height === 1 && block.width === 1 ? { is: "spill", cell: block } : { is: "other" };
  }
  const whole = /^\$?([A-Z]{1,3})\s*:\s*\$?([A-Z]{1,3})$/i.exec(text);
  if (!whole) return undefined;
  const columns = [columnNumber(whole[1] ?? ""), columnNumber(whole[2] ?? "")];
  if (Math.max(...columns) >= MOST_COLUMNS) return undefined;
  const column = Math.min(...columns);
  return { is: "columns", sheet, column, width: Math.max(...columns) - column + 1 };
}

/** Excel's own limits: what goes beyond them is a name, as in `XYZ2026`. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

const PARTS: Readonly<Record<string, TableReference["part"]>> = {
  "#all": "all",
  "#data": "body",
  "#headers": "headers",
  "#totals": "totals",
  "#this row": "this row",
  "#headers,#data": "headers and body",
  "#data,#headers": "headers and body",
  "#data,#totals": "body and totals",
  "#totals,#data": "body and totals",
};

/** `Table[Col]`, `Table[[#All],[A]:[B]]`, `[@Col]`. */
function tableIn(text: string): TableReference | undefined {
  const [, table, brackets = ""] = /^([\p{L}_\\][\p{L}\p{N}_.\\]*)?(\[[^]*\])$/u.exec(text) ?? [];
  if (brackets === "" || afterPiece(brackets, 0) !== brackets.length) return undefined;
  const of = table === undefined ? {} : { table };
  const inside = brackets.slice(1, -1).trim();
  if (inside === "") return { ...of, part: "body" };
  const here = inside.startsWith("@");
  const rest = here ? inside.slice(1) : inside;
  if (rest === "") return { ...of, part: "this row" };
  if (!rest.startsWith("[")) {
    const part = here ? undefined : PARTS[rest.toLowerCase()];
    if (part) return { ...of, part };
    if (rest.startsWith("#")) return undefined;
    const column = unescaped(rest);
    return { ...of, columns: [column, column], part: here ? "this row" : "body" };
  }
  const pieces = bracketed(rest);
  if (!pieces) return undefined;
  const items = pieces.filter(({ item }) => item.startsWith("#"));
  const columns = pieces.filter(({ item }) => !item.startsWith("#"));
  const said = items.map(({ item }) => item.toLowerCase()).join(",");
  const part = here ? "this row" : said === "" ? "body" : PARTS[said];
  const [first, second] = columns;
  const joined = second?.before === ":";
  if (part === undefined || columns.length > 2 || (columns.length === 2 && !joined)) return undefined;
  return {
    ...of,
    ...(first ? { columns: [unescaped(first.item), unescaped((second ?? first).item)] as const } : {}),
    part,
  };
}

/** The items of `[#All],[A]:[B]`, each with the sign before it. Undefined for anything else. */
function bracketed(text: string): readonly { readonly before: string; readonly item: string }[] | undefined {
  const items: { before: string; item: string }[] = [];
  let at = 0;
  while (at < text.length) {
    const before = /^\s*([,:]?)\s*/.exec(text.slice(at));
    at += before?.[0].length ?? 0;
    if (text[at] !== "[") return undefined;
    const end = afterPiece(text, at);
    items.push({ before: before?.[1] ?? "", item: text.slice(at + 1, end - 1) });
    at = end;
  }
  return items;
}

/** A column's name without the apostrophes that Excel puts before signs such as # and [. */
function unescaped(column: string): string {
  return column.replace(/'(.)/g, "$1").trim();
}

function constantIn(text: string): Constant | undefined {
  if (/^TRUE$/i.test(text)) return true;
  if (/^FALSE$/i.test(text)) return false;
  if (text.startsWith('"') && afterPiece(text, 0) === text.length && text.length > 1) {
    return text.slice(1, -1).replaceAll('""', '"');
  }
  const number = /^([+-]*)\s*(\d+\.?\d*(?:E[+-]?\d+)?|\.\d+(?:E[+-]?\d+)?)\s*(%*)$/i.exec(text);
  if (!number) return undefined;
  const [, signs = "", digits = "", percents = ""] = number;
  // Divided, as Excel does it: 5% is 5/100.
  const size = Number(digits) / 100 ** percents.length;
  return signs.replaceAll("+", "").length % 2 === 1 && size !== 0 ? -size : size;
}

/** `{1,2;3,4}`: commas between columns, semicolons between rows. */
function arrayIn(text: string): readonly (readonly Constant[])[] | undefined {
  if (!text.endsWith("}")) return undefined;
  const rows: Constant[][] = [[]];
  let from = 1;
  for (let at = 1; at < text.length;) {
    const sign = text[at] as string;
    if (sign === "," || sign === ";" || (sign === "}" && at === text.length - 1)) {
      const value = constantIn(text.slice(from, at).trim());
      if (value === undefined) return undefined;
      rows.at(-1)?.push(value);
      if (sign === ";") rows.push([]);
      from = at + 1;
    } else if (sign === "{" || sign === "}") return undefined;
    at = afterPiece(text, at);
  }
  return rows.every((row) => row.length === rows[0]?.length) ? rows : undefined;
}

/** `(B2:B7)` is `B2:B7`. */
function withoutParentheses(text: string): string {
  let bare = text;
  while (bare.startsWith("(")) {
    const inside = argumentsFrom(bare, 1);
    if (!inside || inside.end !== bare.length || inside.texts.length !== 1) return bare;
    bare = inside.texts[0] ?? "";
  }
  return bare;
}

/** The names that LET gives around a place of a formula. */
function letNames(formula: string, place: number): Names {
  const names = new Map<string, string>();
  for (let at = 0; at < place;) {
    const opening = /^(?:_xlfn\.)?LET\(/i.exec(formula.slice(at, at + 12));
    if (opening && !/[\w.]/.test(formula[at - 1] ?? "")) {
      const read = argumentsFrom(formula, at + opening[0].length);
      if (read && read.end > place) {
        for (let name = 0; name + 1 < read.texts.length; name += 2) {
          names.set((read.texts[name] ?? "").toUpperCase(), read.texts[name + 1] ?? "");
        }
      }
    }
    at = afterPiece(formula, at);
  }
  return names;
}
