import { blockAt, type Block, type BookCell } from "../sheets";
import { shifted, typedFormula } from "./formulas";
import type { NumberedStyle } from "./read-styles";
import { plainText } from "./stored-text";
import { attributes, walk } from "./xml";

/** What the cells of a sheet are read with. */
export interface CellContext {
  readonly sheet: string;
  readonly strings: readonly string[];
  readonly style: (number: number) => NumberedStyle;
  /** Whether the workbook counts its days from 1904. */
  readonly from1904: boolean;
  /** Is told once for each kind of thing that Keel doesn't keep. */
  readonly leaveOut: (sentence: string) => void;
}

export interface SheetCells {
  readonly cells: readonly BookCell[];
  readonly heights: readonly { readonly row: number; readonly points: number; readonly hidden?: boolean }[];
  /** The last row and column with something in it. */
  readonly last: { readonly row: number; readonly column: number };
}

/** Days between the two days that workbooks count from: 1 January 1904 is day 1,462 of the usual count. */
const days1904 = 1462;
const usualHeight = 15;
/** As many as a sheet has: an address beyond is a file's mistake. */
const rows = 1_048_576;
const columns = 16_384;

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
  const masters = new Map<string, { formula: string; row: number; column: number }>();
  const last = { row: 0, column: 0 };
  let row = -1;
  let column = -1;
  let raw = "";
  let value = "";
  let formula: Formula | undefined;
  let part: "" | "v" | "f" | "t" = "";
  let inCells = false;
  let aside = 0;

  const finish = (): void => {
    if (!(row >= 0 && row < rows && column >= 0 && column < columns)) return;
    const numbered = context.style(Number(attribute(raw, "s") ?? 0));
    const type = attribute(raw, "t") ?? "n";
    const own = formula && formulaOf(formula, row, column, masters, context);
    const content = valueOf(type, value, numbered, context);
    // Excel tells dynamic arrays from those entered with Ctrl+Shift+Enter. Keel keeps both as one formula with the
    // block that it fills, and can no longer tell which it was.
    const spill = own && formula?.type === "array" ? sizeOf(formula.reference, context.sheet) : undefined;
    if (content === "" && own === undefined && numbered.format === undefined && !numbered.style) return;
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
          if (hidden || (fixed && all["ht"] !== undefined)) {
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
        case "t":
          part = name;
          break;
        case "rPh":
          aside++;
      }
    },
    text(text) {
      if (!part || aside > 0) return;
      if (part === "f" && formula) formula.text += text;
      else value += text;
    },
    close(name) {
      if (name === "sheetData") inCells = false;
      else if (name === "c" && inCells) finish();
      else if (name === "rPh") aside--;
      else if (name === part) part = "";
    },
  });
  return { cells, heights, last };
}

function valueOf(type: string, text: string, numbered: NumberedStyle, context: CellContext): BookCell["value"] {
  switch (type) {
    case "s":
      return context.strings[Number(text)] ?? "";
    case "str":
    case "inlineStr":
      return plainText(text);
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
  masters: Map<string, { formula: string; row: number; column: number }>,
  context: CellContext,
): string | undefined {
  if (type === "dataTable") {
    context.leaveOut("What-if data tables are kept as values.");
    return undefined;
  }
  let stored = plainText(text);
  if (type === "shared") {
    const master = masters.get(group);
    if (stored === "" && master) stored = shifted(master.formula, row - master.row, column - master.column);
    else if (stored !== "") masters.set(group, { formula: stored, row, column });
  }
  if (stored === "") return undefined;
  const typed = typedFormula(stored);
  if (typed === undefined) context.leaveOut("Formulas that refer to other workbooks are kept as values.");
  return typed;
}

function sizeOf(reference: string, sheet: string): { height: number; width: number } | undefined {
  const block: Block | undefined = blockAt(`'${sheet.replaceAll("'", "''")}'!${reference}`);
  return block && { height: block.height, width: block.width };
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
