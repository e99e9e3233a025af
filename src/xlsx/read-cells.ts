import { blockAt, type Block, type BookCell } from "../sheets";
import { days1904 } from "./days-1904";
import { formulaOf as formulaText, type Word } from "./formula-words";
import { refersOutside, shiftedWords, storedWords, typedWords } from "./formulas";
import type { NumberedStyle } from "./read-styles";
import type { Room } from "./room";
import { plainText } from "./stored-text";
import { attributes, walk } from "./xml";

/** What the cells of a sheet are read with. */
export interface CellContext {
  readonly sheet: string;
  readonly strings: readonly string[];
  readonly style: (number: number) => NumberedStyle;
  /** Whether the workbook counts its days from 1904. */
  readonly from1904: boolean;
  /** The name of the table that a cell is in, below its headings. */
  readonly tableAt: (row: number, column: number) => string | undefined;
  readonly room: Room;
  /** Is told once for each kind of thing that Keel doesn't keep. */
  readonly leaveOut: (sentence: string) => void;
}

export interface SheetCells {
  readonly cells: readonly BookCell[];
  readonly heights: readonly { readonly row: number; readonly points: number; readonly hidden?: boolean }[];
  /** The last row and column with something in it. */
  readonly last: { readonly row: number; readonly column: number };
}

const usualHeight = 15;
/** As many as a sheet has: an address beyond is a file's mistake. */
const rows = 1_048_576;
const columns = 16_384;

/** A result that claims more cells than this is held against the cells that the sheet has. */
const wide = 10_000;

/** The first of the formulas that a file shares, which the others are moved from. */
interface Master {
  readonly words: readonly Word[];
  readonly letters: number;
  readonly row: number;
  readonly column: number;
}

interface Formula {
  text: string;
  readonly type: string;
  readonly reference: string;
  readonly group: string;
}

/** Reads the cells of a sheet, as fast as its size asks for: without building a tree. */
export function cellsOf(xml: string, context: CellContext): SheetCells {
  const cells: BookCell[] = [];
  const heights: { row: number; points: number; hidden?: boolean }[] = [];
  const masters = new Map<string, Master>();
  const last = { row: 0, column: 0 };
  let row = -1;
  let column = -1;
  let raw = "";
  let value = "";
  let inline: string | undefined;
  const order = { kept: true };
  let formula: Formula | undefined;
  let part: "" | "v" | "f" | "t" = "";
  let inCells = false;
  let aside = 0;

  const finish = (): void => {
    if (!isPlace(row, column)) return;
    const numbered = context.style(Number(attribute(raw, "s") ?? 0));
    const type = attribute(raw, "t") ?? "n";
    const own = formula && formulaOf(formula, row, column, masters, context);
    // A text that stands in its cell counts there, whatever is written beside it.
    const isInline = inline !== undefined && (type === "inlineStr" || value === "");
    const content = isInline ? context.room.text(plainText(inline ?? "")) : valueOf(type, value, numbered, context);
    // Excel tells dynamic arrays from those entered with Ctrl+Shift+Enter. Keel keeps both as one formula with the
    // block that it fills, and can no longer tell which it was.
    const spill = own && formula?.type === "array" ? sizeOf(formula.reference, context.sheet) : undefined;
    if (content === "" && own === undefined && numbered.format === undefined && !numbered.style) return;
    context.room.cell();
    const before = cells.at(-1);
    order.kept &&= !before || row > before.row || (row === before.row && column > before.column);
    cells.push({
      row,
      column,
      value: content,
      ...(own === undefined ? {} : { formula: own }),
      ...(spill && spill.height * spill.width > 1 ? { spill } : {}),
      ...(numbered.format === undefined ? {} : { format: numbered.format }),
      ...(numbered.style ? { style: numbered.style } : {}),
    });
    last.row = Math.max(last.row, row);
    last.column = Math.max(last.column, column);
  };

  walk(xml, {
    open(name, rawAttributes) {
      if (!inCells) {
        inCells = name === "sheetData";
        return;
      }
      switch (name) {
        case "row": {
          const all = attributes(rawAttributes);
          row = all["r"] === undefined ? row + 1 : Number(all["r"]) - 1;
          column = -1;
          const hidden = all["hidden"] === "1" || all["hidden"] === "true";
          const fixed = all["customHeight"] === "1" || all["customHeight"] === "true";
          if (isPlace(row, 0) && (hidden || (fixed && all["ht"] !== undefined))) {
            heights.push({ row, points: Number(all["ht"] ?? usualHeight), ...(hidden ? { hidden } : {}) });
          }
          break;
        }
        case "c": {
          raw = rawAttributes;
          const place = attribute(raw, "r");
          const at = place === undefined ? undefined : /^([A-Z]+)(\d+)$/i.exec(place);
          column = at?.[1] === undefined ? column + 1 : lettersToNumber(at[1]);
          if (at) row = Number(at[2]) - 1;
          value = "";
          inline = undefined;
          formula = undefined;
          break;
        }
        case "f": {
          const all = attributes(rawAttributes);
          formula = { text: "", type: all["t"] ?? "", reference: all["ref"] ?? "", group: all["si"] ?? "" };
          part = "f";
          break;
        }
        case "v":
          part = name;
          break;
        case "t":
          part = name;
          inline ??= "";
          break;
        case "rPh":
          aside++;
      }
    },
    text(text) {
      if (!part || aside > 0) return;
      if (part === "f" && formula) formula.text += text;
      else if (part === "t") inline = (inline ?? "") + text;
      else value += text;
    },
    close(name) {
      if (name === "sheetData") inCells = false;
      else if (name === "c" && inCells) finish();
      else if (name === "rPh") aside--;
      else if (name === part) part = "";
    },
  });
  const each = order.kept ? cells : eachOnce(cells, context);
  return { cells: each.map((cell) => (cell.spill ? fitted(cell, cell.spill, last, context) : cell)), heights, last };
}

function isPlace(row: number, column: number): boolean {
  return Number.isInteger(row) && row >= 0 && row < rows && column >= 0 && column < columns;
}

/** The cells with each place once. Of several the last one counts, as in most programs that read such a file at all. */
function eachOnce(cells: readonly BookCell[], context: CellContext): readonly BookCell[] {
  const places = new Map(cells.map((cell) => [cell.row * columns + cell.column, cell]));
  if (places.size < cells.length)
    context.leaveOut("Where a cell stands in the file several times, only the last is kept.");
  return [...places.values()];
}

/** A cell whose result fills no more than the cells that the sheet has; a formula with room for none is kept as its value. */
function fitted(
  cell: BookCell,
  { height, width }: NonNullable<BookCell["spill"]>,
  last: SheetCells["last"],
  { room }: CellContext,
): BookCell {
  const spill =
    height * width > wide
      ? { height: Math.min(height, last.row - cell.row + 1), width: Math.min(width, last.column - cell.column + 1) }
      : { height, width };
  if (room.filled(spill.height * spill.width)) return { ...cell, spill };
  const { row, column, value, format, style } = cell;
  return { row, column, value, ...(format === undefined ? {} : { format }), ...(style ? { style } : {}) };
}

function valueOf(type: string, text: string, numbered: NumberedStyle, context: CellContext): BookCell["value"] {
  switch (type) {
    case "s":
      return context.room.text(context.strings[Number(text)] ?? "");
    case "str":
    case "inlineStr":
      return context.room.text(plainText(text));
    case "b":
      return text === "" ? "" : text === "1" || text === "true";
    case "e":
      return text === "" ? "" : { error: text };
    case "d":
      return dayNumber(text);
    default: {
      if (text.trim() === "") return "";
      const number = Number(text);
      if (!Number.isFinite(number)) return { error: "#NUM!" };
      return context.from1904 && numbered.isDate ? number + days1904 : number;
    }
  }
}

/** The number of a day written as 2026-11-23 or 2026-11-23T10:30:00, which strict files do. */
function dayNumber(text: string): number | string {
  const parts = /^(?:(\d{4})-(\d\d)-(\d\d))?T?(?:(\d\d):(\d\d):(\d\d(?:\.\d+)?))?Z?$/.exec(text);
  if (!parts) return text;
  const [, year, month, day, hours = 0, minutes = 0, seconds = 0] = parts;
  const time = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86400;
  if (year === undefined) return time;
  const number = Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86400000 + 25569;
  // Excel counts a 29 February 1900 that never was: day 60.
  return (number < 61 ? number - 1 : number) + time;
}

function formulaOf(
  { text, type, group }: Formula,
  row: number,
  column: number,
  masters: Map<string, Master>,
  context: CellContext,
): string | undefined {
  if (type === "dataTable") {
    context.leaveOut("What-if data tables are kept as values.");
    return undefined;
  }
  const stored = plainText(text).trim();
  const master = type === "shared" && stored === "" ? masters.get(group) : undefined;
  if (stored === "" && !master) return undefined;
  const own = { words: storedWords(stored) ?? [], letters: stored.length, row, column };
  if (type === "shared" && !master) masters.set(group, own);
  const { words, letters, ...from } = master ?? own;
  if (!context.room.formula(letters)) return undefined;
  const moved = master ? shiftedWords(words, row - from.row, column - from.column) : words;
  const typed = typedWords(moved, { table: context.tableAt(row, column) });
  if (typed === undefined) context.leaveOut(notKept(master ? formulaText(moved) : stored));
  return typed;
}

function notKept(stored: string): string {
  return refersOutside(stored)
    ? "Formulas that refer to other workbooks are kept as values."
    : "Formulas that Excel could not read again, such as very long ones, are kept as values.";
}

function sizeOf(reference: string, sheet: string): { height: number; width: number } | undefined {
  const block: Block | undefined = blockAt(`'${sheet.replaceAll("'", "''")}'!${reference}`);
  return block && block.height > 0 && block.width > 0 ? { height: block.height, width: block.width } : undefined;
}

/** One attribute of a tag, faster than all of them. Only for those without a prefix that never hold signs to be decoded. */
function attribute(raw: string, name: "r" | "s" | "t"): string | undefined {
  return patterns[name].exec(raw)?.[1];
}

const patterns = {
  r: /(?:^|\s)r\s*=\s*["']([^"']*)/,
  s: /(?:^|\s)s\s*=\s*["']([^"']*)/,
  t: /(?:^|\s)t\s*=\s*["']([^"']*)/,
} as const;

function lettersToNumber(letters: string): number {
  let number = 0;
  for (let at = 0; at < letters.length; at++) number = number * 26 + (letters.charCodeAt(at) & 31);
  return number - 1;
}
