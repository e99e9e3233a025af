import {
  Workbook,
  type Fill,
  type Font,
  type Formula,
  type Result,
  type Style,
  type Worksheet,
} from "exceljs/dist/exceljs.bare.min.js";
import {
  localAddress,
  overlap,
  storedColumnWidth,
  topLeft,
  within,
  type Block,
  type Book,
  type BookCell,
  type CellStyle,
  type PrintSetUp,
  type Sheet,
} from "../sheets";
import { storedCondition, storedFormula } from "./formulas";
import { cut, storedText } from "./stored-text";
import { listsSheet } from "./validation-parts";

/** What `patch` still has to do to a sheet's cells, by address. */
export interface Marks {
  /** Dynamic arrays. */
  readonly arrays: Set<string>;
  /** Text that must stay text when it is edited: it begins with = + - or @. */
  readonly quoted: Set<string>;
  /** The ids of Keel's functions in the sheet's formulas. */
  readonly functions: Set<string>;
}

/** As many characters as a cell can hold in Excel. */
const mostCharacters = 32767;
/** Errors that a file can hold in a cell. Newer ones (#SPILL!, #CALC!, …) Excel itself saves as #VALUE!. */
const errors = new Set(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA"]);
/** The Normal font, which every style starts from. */
const normal = { name: "Calibri", size: 11, family: 2, scheme: "minor", color: { theme: 1 } } as const;
/** Excel's limits: characters of a column, points of a row. */
const widest = 254;
const highest = 409.5;
/** From this many pages on, a page is as tall as needed. */
const anyPages = 32767;

/** Writes a book's cells, styles, sizes, flags and print set-up; everything else is added by `patch`. */
export async function writeCells(book: Book): Promise<{ bytes: Uint8Array; marks: readonly Marks[] }> {
  const workbook = new Workbook();
  const styles = new Map<string, Style>();
  const marks = book.sheets.map((sheet) => {
    const worksheet = workbook.addWorksheet(sheet.name, {
      state: sheet.name === listsSheet ? "veryHidden" : sheet.hidden ? "hidden" : "visible",
      properties: { dyDescent: 0.25 },
      views: [viewOf(sheet)],
      ...(sheet.print ? pageOf(sheet.print) : {}),
    });
    for (const { column, characters, hidden } of sheet.widths) {
      const target = worksheet.getColumn(column + 1);
      target.width = storedColumnWidth(Math.min(characters, widest));
      if (hidden) target.hidden = true;
    }
    for (const { row, points, hidden } of sheet.heights) {
      const target = worksheet.getRow(row + 1);
      target.height = Math.min(points, highest);
      if (hidden) target.hidden = true;
    }
    for (const row of sheet.print?.breaks ?? []) worksheet.rowBreaks.push({ id: row, max: 16_383, man: 1 });
    flag(worksheet, sheet);
    return fill(worksheet, sheet, styles);
  });
  // The parts are packed again after the patch: packing them here would be for nothing.
  const bytes = await workbook.xlsx.writeBuffer({ zip: { compression: "STORE" } });
  return { bytes: new Uint8Array(bytes), marks };
}

function fill(worksheet: Worksheet, sheet: Sheet, styles: Map<string, Style>): Marks {
  const marks: Marks = { arrays: new Set(), quoted: new Set(), functions: new Set() };
  for (const cell of sheet.cells) {
    const target = worksheet.getRow(cell.row + 1).getCell(cell.column + 1);
    target.value = contentOf(cell, sheet, marks);
    if (cell.format !== undefined || cell.style) target.style = styleOf(cell, styles);
  }
  return marks;
}

function contentOf(cell: BookCell, sheet: Sheet, marks: Marks): Result | Formula | null {
  const address = localAddress({ sheet: sheet.name, row: cell.row, column: cell.column, height: 1, width: 1 });
  const result = resultOf(cell.value);
  if (cell.formula === undefined) {
    if (result === "") return null;
    if (typeof cell.value === "string" && /^[=+\-@]/.test(cell.value)) marks.quoted.add(address);
    return result;
  }
  const formula = storedFormula(cell.formula, { table: tableAt(sheet, cell) });
  if (!formula) {
    // Excel refuses a file with a formula it can't read, so it is kept as the text that was typed.
    marks.quoted.add(address);
    return storedText(cell.formula);
  }
  for (const id of formula.functions) marks.functions.add(id);
  if (!formula.array && !cell.spill) return { formula: storedText(formula.text), result };
  marks.arrays.add(address);
  return {
    formula: formula.text,
    result,
    shareType: "array",
    ref: localAddress(filled(cell, sheet)),
  };
}

/** The cells that a formula's result fills. In a table only its own, since a result can't spill there. */
function filled({ row, column, spill = { height: 1, width: 1 } }: BookCell, sheet: Sheet): Block {
  const block: Block = { sheet: sheet.name, row, column, ...spill };
  return sheet.tables.some((table) => overlap(table.block, block)) ? topLeft(block) : block;
}

function resultOf(value: BookCell["value"]): Result {
  if (typeof value === "string") return storedText(cut(value, mostCharacters));
  if (typeof value === "number") return Number.isFinite(value) ? value : { error: "#NUM!" };
  if (typeof value === "boolean") return value;
  return { error: errors.has(value.error) ? value.error : "#VALUE!" };
}

/** The name of the table whose body a cell is in. */
function tableAt(sheet: Sheet, cell: BookCell): string | undefined {
  return sheet.tables.find(({ block }) => cell.row > block.row && within(block, cell))?.name;
}

function styleOf({ format, style = {} }: BookCell, styles: Map<string, Style>): Style {
  const key = JSON.stringify([format, style]);
  const known = styles.get(key);
  if (known) return known;
  const font = fontOf(style);
  const written: Style = {
    ...(format === undefined ? {} : { numFmt: format }),
    ...(font ? { font } : {}),
    ...(style.fill ? { fill: { type: "pattern", pattern: "solid", fgColor: colour(style.fill) } satisfies Fill } : {}),
    ...(style.across || style.down || style.wrap ? { alignment: alignmentOf(style) } : {}),
    ...(style.lines ? { border: bordersOf(style.lines) } : {}),
  };
  styles.set(key, written);
  return written;
}

function fontOf({ bold, italic, underline, strikethrough, size, font, ink }: CellStyle): Font | undefined {
  if (!(bold || italic || underline || strikethrough || size || font || ink)) return undefined;
  const { scheme, family, ...rest } = normal;
  return {
    ...rest,
    // A font of one's own is not the theme's font.
    ...(font ? { name: font } : { scheme, family }),
    ...(size ? { size } : {}),
    ...(bold ? { bold } : {}),
    ...(italic ? { italic } : {}),
    ...(underline ? { underline } : {}),
    ...(strikethrough ? { strike: true } : {}),
    ...(ink ? { color: colour(ink) } : {}),
  };
}

function alignmentOf({ across, down, wrap }: CellStyle): NonNullable<Style["alignment"]> {
  return {
    ...(across ? { horizontal: across } : {}),
    ...(down ? { vertical: down } : {}),
    ...(wrap ? { wrapText: true } : {}),
  };
}

function bordersOf(lines: NonNullable<CellStyle["lines"]>): NonNullable<Style["border"]> {
  return Object.fromEntries(
    Object.entries(lines).map(([side, { ink, weight }]) => [side, { style: weight, color: colour(ink) }]),
  );
}

/** `#0B6E85` as a file holds it: opaque. */
function colour(hex: string): { argb: string } {
  return { argb: `FF${hex.slice(1).toUpperCase()}` };
}

function flag(worksheet: Worksheet, sheet: Sheet): void {
  sheet.flags.forEach(({ block, formula, fill: paper, ink }, index) => {
    const stored = storedCondition(formula);
    if (stored === undefined) return;
    worksheet.addConditionalFormatting({
      ref: localAddress(block),
      rules: [
        {
          type: "expression",
          priority: index + 1,
          formulae: [storedText(stored)],
          style: {
            // In a conditional format a solid fill's colour is called its background.
            ...(paper ? { fill: { type: "pattern", pattern: "solid", bgColor: colour(paper) } } : {}),
            ...(ink ? { font: { color: colour(ink) } } : {}),
          },
        },
      ],
    });
  });
}

function viewOf({ frozen, gridlines }: Sheet) {
  const showGridLines = gridlines !== false;
  return frozen && (frozen.rows > 0 || frozen.columns > 0)
    ? ({ state: "frozen", xSplit: frozen.columns, ySplit: frozen.rows, showGridLines } as const)
    : ({ state: "normal", showGridLines } as const);
}

/** US Letter, fitted to the page's width. The area and the repeated rows are names, and added by `patch`. */
function pageOf({ orientation, pagesTall, breaks, footer }: PrintSetUp) {
  return {
    pageSetup: {
      paperSize: 1,
      orientation,
      fitToPage: true,
      fitToWidth: 1,
      // Pages that are fitted in height as well would pass over the breaks.
      fitToHeight: breaks || pagesTall >= anyPages ? 0 : pagesTall,
      horizontalCentered: false,
      // In inches: as narrow as Excel's "Narrow" at the sides, with room for the footer below.
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.75, header: 0.3, footer: 0.4 },
    },
    headerFooter: { oddFooter: footerOf(footer) },
  };
}

/** A footer as a file holds it: the text in the middle, the page number at the right. At most 255 characters. */
function footerOf(text: string): string {
  const end = "&RPage &P of &N";
  let middle = text;
  // The sign & is a command in a footer, and stands for itself when doubled.
  while (middle.replaceAll("&", "&&").length + end.length + 2 > 255) middle = cut(middle, middle.length - 1);
  return `&C${middle.replaceAll("&", "&&")}${end}`;
}
