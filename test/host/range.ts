import { address, localAddress, overlap, type Block } from "../../src/sheets";
import { text, type Argument, type HostObject } from "./executor";
import {
  cellsOf,
  grid,
  keyOf,
  sides,
  standardWidth,
  type Line,
  type HostStyle,
  type Side,
  type WorkbookModel,
} from "./model";
import { HostError, NotImplemented } from "./protocol";
import type { Book } from "./book";
import { dataValidation } from "./validation";

/** So many cells are too much for one answer of Excel on the web, whose limit is 5 MB. */
const mostCells = 1_000_000;

/** The block that a range given as an argument stands for. */
export function blockOf(range: Argument): Block {
  if (typeof range === "object" && range && "identity" in range) {
    const block = blocks.get(range);
    if (block) return block;
  }
  throw new NotImplemented("a range that isn't a Range");
}

const blocks = new WeakMap<HostObject, Block>();

/** Excel.Range. */
export function range(book: Book, block: Block): HostObject {
  const { model } = book;
  const sheet = model.sheet(block.sheet);
  const inside = (down: number, across: number, height: number, width: number): HostObject =>
    range(book, { ...block, row: block.row + down, column: block.column + across, height, width });
  const found = (other: Block | undefined): HostObject | null => (other ? range(book, other) : null);
  const each = <T>(of: (row: number, column: number) => T): T[][] => {
    if (block.height * block.width > mostCells) {
      throw new HostError("ResponsePayloadSizeLimitExceeded", "The answer is too large.");
    }
    return grid(block, of);
  };
  const at = ({ row, column }: Block): string => keyOf(row, column);

  const object: HostObject = {
    kind: "Range",
    identity: { _ReferenceId: book.referenceTo(block) },
    reads: {
      Address: () => address(block),
      RowIndex: () => block.row,
      ColumnIndex: () => block.column,
      RowCount: () => block.height,
      ColumnCount: () => block.width,
      Values: () => each((row, column) => model.value(block.sheet, row, column)),
      // A cell without a formula shows its value here. What Excel shows in a spilled cell was not observed.
      Formulas: () =>
        each((row, column) => model.held(block.sheet, row, column).formula || model.value(block.sheet, row, column)),
      FormulasLocal: () =>
        each((row, column) => {
          const { formula } = model.held(block.sheet, row, column);
          return formula ? model.localized(formula) : model.value(block.sheet, row, column);
        }),
      // The text of numbers is not played: Keel asks for it where a cell may show a card.
      Text: () =>
        each((row, column) => sheet.cards.get(keyOf(row, column)) ?? String(model.value(block.sheet, row, column))),
      NumberFormat: () => each((row, column) => sheet.formats.get(keyOf(row, column)) ?? "General"),
      ValueTypes: () => each((row, column) => valueType(model, block.sheet, row, column)),
      // Of cells with and without, Excel tells that they are mixed.
      Control: () => {
        const boxes = new Set(cellsOf(block).map(([, , key]) => sheet.checkBoxes.has(key)));
        return { type: boxes.size > 1 ? "Mixed" : boxes.has(true) ? "Checkbox" : "Empty" };
      },
      HasSpill: () => {
        const spilled = each((row, column) => model.spillOver(block.sheet, row, column) !== undefined).flat();
        return spilled.every(Boolean) ? true : spilled.some(Boolean) ? null : false;
      },
    },
    sets: {
      Values: (entries) => model.type(block, shaped(block, entries)),
      Formulas: (entries) => model.type(block, shaped(block, entries)),
      Control: (control) => {
        model.writable(block);
        const { type } = control as { readonly type: string };
        if (type !== "Checkbox" && type !== "Empty") throw new HostError("InvalidArgument", `There is no ${type}.`);
        for (const [, , key] of cellsOf(block)) {
          if (type === "Checkbox") sheet.checkBoxes.add(key);
          else sheet.checkBoxes.delete(key);
        }
      },
      NumberFormat: (formats) => {
        model.writable(block);
        const given = shaped(block, formats);
        for (const [row, column, key] of cellsOf(block)) {
          sheet.formats.set(key, String(given[row - block.row]?.[column - block.column]));
        }
      },
    },
    opens: {
      Worksheet: () => book.worksheet(sheet),
      Format: () => format(book, block),
      ConditionalFormats: () => book.conditionalFormats(block),
      DataValidation: () => dataValidation(model, block),
      GetCell: (row, column) => inside(Number(row), Number(column), 1, 1),
      GetLastCell: () => inside(block.height - 1, block.width - 1, 1, 1),
      GetRow: (row) => inside(Number(row), 0, 1, block.width),
      GetBoundingRect: (other) => {
        const { row, column, height, width } = blockOf(other);
        const top = Math.min(block.row, row);
        const left = Math.min(block.column, column);
        return range(book, {
          sheet: block.sheet,
          row: top,
          column: left,
          height: Math.max(block.row + block.height, row + height) - top,
          width: Math.max(block.column + block.width, column + width) - left,
        });
      },
      GetResizedRange: (rows, columns) => inside(0, 0, block.height + Number(rows), block.width + Number(columns)),
      GetSurroundingRegion: () => range(book, model.region(block)),
      GetUsedRangeOrNullObject: () => found(model.used(block)),
      GetTables: () => book.tables(model.tables.filter((table) => overlap(table.block, block))),
      GetSpillParentOrNullObject: () => found(model.spillOver(block.sheet, block.row, block.column)?.parent),
      GetSpillingToRangeOrNullObject: () => {
        const spill = model.spillOver(block.sheet, block.row, block.column);
        return found(spill && at(spill.parent) === at(block) ? spill.covers : undefined);
      },
    },
    calls: {
      Clear: (what) => {
        if (what !== "Contents") throw new NotImplemented(`Range.Clear(${text(what)})`);
        model.clear(block);
      },
      Select: () => void (model.selected = block),
      GetCellProperties: () => each((row, column) => cellProperties(sheet.styles.get(keyOf(row, column)) ?? {})),
      SetCellProperties: (given) => {
        model.writable(block);
        const styles = shaped(block, given) as HostStyleProperties[][];
        for (const [row, column, key] of cellsOf(block)) {
          const { borders, ...style } = hostStyleOf(styles[row - block.row]?.[column - block.column] ?? {});
          const former = sheet.styles.get(key);
          sheet.styles.set(key, {
            ...former,
            ...style,
            ...(borders && { borders: { ...former?.borders, ...borders } }),
          });
        }
      },
      _KeepReference: () => null,
      _ValidateArraySize: (rows, columns) => {
        if (rows !== block.height || columns !== block.width) throw wrongShape(block);
      },
    },
  };
  blocks.set(object, block);
  return object;
}

function valueType(model: WorkbookModel, sheet: string, row: number, column: number): string {
  const value = model.value(sheet, row, column);
  if (value === "") return "Empty";
  if (typeof value === "number") return "Double";
  if (typeof value === "boolean") return "Boolean";
  // A text such as #N/A that was typed as text counts as an error here; Excel keeps the two apart.
  return value.startsWith("#") ? "Error" : "String";
}

/** The rows that were given, if they have the block's height and width. */
function shaped(block: Block, given: unknown): readonly (readonly unknown[])[] {
  const rows = given as readonly (readonly unknown[])[];
  const fits = Array.isArray(given) && rows.length === block.height && rows.every((row) => row.length === block.width);
  if (!fits) throw wrongShape(block);
  return rows;
}

function wrongShape(block: Block): HostError {
  return new HostError("InvalidArgument", `The values don't have the height and width of ${localAddress(block)}.`);
}

/** Excel.CellProperties, as far as it is looked at here. */
interface HostStyleProperties {
  readonly format?: Pick<HostStyle, "wrapText" | "horizontalAlignment" | "verticalAlignment" | "borders"> & {
    readonly fill?: { readonly color?: string; readonly pattern?: string };
    readonly font?: Pick<HostStyle, "bold" | "italic" | "underline" | "strikethrough" | "size" | "name" | "color">;
  };
}

const noLine: Line = { style: "None", color: "#000000", weight: "Thin" };

/** A style with all that isn't set as Excel has it: Aptos Narrow 11 in black, on nothing. */
export function cellProperties({ fill, borders = {}, ...style }: HostStyle): Required<HostStyleProperties> {
  // Without a fill, Excel tells the colour as white.
  const paint = fill === undefined ? { color: "#FFFFFF", pattern: "None" } : { color: fill, pattern: "Solid" };
  const { bold = false, italic = false, underline = "None", strikethrough = false } = style;
  const { size = 11, name = "Aptos Narrow", color = "#000000" } = style;
  const { wrapText = false, horizontalAlignment = "General", verticalAlignment = "Bottom" } = style;
  return {
    format: {
      fill: paint,
      font: { bold, italic, underline, strikethrough, size, name, color },
      borders: Object.fromEntries(sides.map((side) => [side, lineOf(borders[side])])),
      wrapText,
      horizontalAlignment,
      verticalAlignment,
    },
  };
}

function lineOf(line: Line | undefined): Line {
  return line && line.style !== "None" ? { ...noLine, ...line } : noLine;
}

function hostStyleOf({ format: { fill, font, ...others } = {} }: HostStyleProperties): HostStyle {
  const paint = fill && (fill.pattern === "None" ? { fill: undefined } : { fill: fill.color });
  return { ...font, ...others, ...paint };
}

/** Excel.RangeFormat with its font and fill. */
function format(book: Book, block: Block): HostObject {
  const sheet = book.model.sheet(block.sheet);
  const set = (style: (value: unknown) => HostStyle) => (value: unknown) => {
    book.model.writable(block);
    for (const [, , key] of cellsOf(block)) sheet.styles.set(key, { ...sheet.styles.get(key), ...style(value) });
  };
  const columns = Array.from({ length: block.width }, (_, across) => block.column + across);
  return {
    kind: "RangeFormat",
    reads: {
      ColumnWidth: () => {
        const [first, ...others] = columns.map((column) => sheet.widths.get(column) ?? standardWidth);
        return others.every((width) => width === first) ? first : null;
      },
    },
    sets: {
      ColumnWidth: (width) => {
        book.model.writable(block);
        for (const column of columns) sheet.widths.set(column, Number(width));
      },
      WrapText: set((value) => ({ wrapText: Boolean(value) })),
      HorizontalAlignment: set((value) => ({ horizontalAlignment: String(value) })),
      VerticalAlignment: set((value) => ({ verticalAlignment: String(value) })),
    },
    opens: {
      Font: () => ({
        kind: "RangeFont",
        sets: {
          Bold: set((value) => ({ bold: Boolean(value) })),
          Italic: set((value) => ({ italic: Boolean(value) })),
          Underline: set((value) => ({ underline: String(value) })),
          Strikethrough: set((value) => ({ strikethrough: Boolean(value) })),
          Name: set((value) => ({ name: String(value) })),
          Size: set((value) => ({ size: Number(value) })),
          Color: set((value) => ({ color: String(value) })),
        },
      }),
      Fill: () => ({ kind: "RangeFill", sets: { Color: set((value) => ({ fill: String(value) })) } }),
      Borders: () => ({
        kind: "RangeBorderCollection",
        item: (edge) => border(book.model, block, edge),
      }),
    },
  };
}

/** One edge of a block, as lines of the cells along it. */
function border(model: WorkbookModel, block: Block, edge: string): HostObject {
  const last = { row: block.row + block.height - 1, column: block.column + block.width - 1 };
  const edges: Readonly<Record<string, readonly [Side, Block]>> = {
    EdgeTop: ["top", { ...block, height: 1 }],
    EdgeBottom: ["bottom", { ...block, row: last.row, height: 1 }],
    EdgeLeft: ["left", { ...block, width: 1 }],
    EdgeRight: ["right", { ...block, column: last.column, width: 1 }],
  };
  const found = edges[edge];
  if (!found) throw new NotImplemented(`the border ${edge}`);
  const [side, along] = found;
  const set = (part: (value: unknown) => Partial<Line>) => (value: unknown) => {
    const { styles } = model.writable(along);
    for (const [, , key] of cellsOf(along)) {
      const style = styles.get(key);
      const line = { ...noLine, ...style?.borders?.[side], ...part(value) };
      styles.set(key, { ...style, borders: { ...style?.borders, [side]: line } });
    }
  };
  return {
    kind: "RangeBorder",
    sets: {
      Style: set((value) => ({ style: String(value) })),
      Color: set((value) => ({ color: String(value) })),
      Weight: set((value) => ({ weight: String(value) })),
    },
  };
}
