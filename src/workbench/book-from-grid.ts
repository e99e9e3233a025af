import { BooleanNumber, type ICellData } from "@univerjs/core";
import type { FWorksheet } from "@univerjs/sheets/facade";
import { columnCharacters, sheetEnd, type Block, type Book, type BookCell, type Sheet, type Value } from "../sheets";
import { formatOf, cellStyleOf } from "./univer-styles";
import { blockOf, errors, type GridCells } from "./cells";
import { chartsOn } from "./charts";
import { heightInPoints, sheetSize } from "./dimensions";
import { togetherWith } from "./grid-size";
import { flagsOf } from "./flags";
import { rememberedOn } from "./remembered";
import { validationsOf } from "./validations";

/** Reads the workbook that the grid shows, as far as Keel keeps it in a file. */
export function bookFromGrid(cells: GridCells): Book {
  const { book } = cells;
  return {
    title: book.getName(),
    active: book.getActiveSheet().getSheetName(),
    sheets: book.getSheets().map((sheet) => sheetFromGrid(cells, sheet)),
    names: book.getDefinedNames().flatMap((name) => {
      const refersTo = name.getFormulaOrRefString().replace(/^=/, "");
      return name.isWorkbookScope() ? [{ name: name.getName(), refersTo }] : [];
    }),
  };
}

function sheetFromGrid(cells: GridCells, sheet: FWorksheet): Sheet {
  const read = cellsFromGrid(cells, sheet);
  const { print, beyond, tableStyles = {} } = rememberedOn(sheet.getSheet());
  const frozen = frozenIn(sheet);
  const zoom = Math.round(sheet.getSheet().getZoomRatio() * 100);
  return {
    name: sheet.getSheetName(),
    cells: read,
    widths: widthsOf(
      sheet,
      read.reduce((used, { column }) => Math.max(used, column + 1), 0),
    ),
    heights: heightsOf(sheet),
    merged: [
      ...sheet
        .getSheet()
        .getMergeData()
        .map((range) => toSheetEnd({ block: blockOf(sheet, range) }, sheet).block),
      ...(beyond?.merged ?? []),
    ],
    tables: cells.tablesOf(sheet).map(({ name, block }) => {
      const style = tableStyles[name];
      return { name, block, ...(style !== undefined && { style }) };
    }),
    flags: togetherWith(
      beyond?.flags ?? [],
      flagsOf(sheet).map((flag) => toSheetEnd(flag, sheet)),
    ),
    validations: [...validationsOf(sheet).map((rule) => toSheetEnd(rule, sheet)), ...(beyond?.validations ?? [])],
    charts: chartsOn(cells, sheet),
    pictures: [],
    ...(frozen && { frozen }),
    ...(sheet.isSheetHidden() && { hidden: true }),
    ...(sheet.hasHiddenGridLines() && { gridlines: false }),
    ...(zoom !== 100 && { zoom }),
    ...(print && { print }),
  };
}

/** A rule that reaches the grid's last row or column is meant for all that follow: a file's sheet has more of them. */
function toSheetEnd<T extends { readonly block: Block }>(rule: T, sheet: FWorksheet): T {
  const { block } = rule;
  const down = block.row + block.height === sheet.getMaxRows();
  const across = block.column + block.width === sheet.getMaxColumns();
  const height = down ? sheetEnd.rows - block.row : block.height;
  const width = across ? sheetEnd.columns - block.column : block.width;
  return down || across ? { ...rule, block: { ...block, height, width } } : rule;
}

function cellsFromGrid(cells: GridCells, sheet: FWorksheet): readonly BookCell[] {
  const found = new Map<string, BookCell>();
  const worksheet = sheet.getSheet();
  const spills = cells.spills(sheet);
  const spillAt = new Map(spills.map(({ row, column, block }) => [`${row},${column}`, block]));
  const filled = new Set<string>();
  for (const { block } of spills) {
    for (let row = block.row; row < block.row + block.height; row++) {
      for (let column = block.column; column < block.column + block.width; column++) filled.add(`${row},${column}`);
    }
  }
  const read = (row: number, column: number, raw: ICellData | undefined): void => {
    const place = `${row},${column}`;
    const formula = raw?.f != null || raw?.si != null ? cells.formulaIn(sheet, row, column) : "";
    const shown = cells.value(sheet, row, column);
    const univerStyle = worksheet.getComposedCellStyleByCellData(row, column, raw);
    const style = cellStyleOf(univerStyle);
    const format = formatOf(univerStyle);
    if (formula === "" && shown === "" && !filled.has(place) && !raw?.s) return;
    if (formula === "" && shown === "" && !style && format === undefined) return;
    const spill = spillAt.get(place);
    found.set(place, {
      row,
      column,
      value: valueOf(shown, formula !== "" || filled.has(place)),
      ...(formula !== "" && { formula }),
      ...(spill && spill.height * spill.width > 1 && { spill: { height: spill.height, width: spill.width } }),
      ...(format !== undefined && { format }),
      ...(style && { style }),
    });
  };
  worksheet.getCellMatrix().forValue((row, column, raw) => read(row, column, raw ?? undefined));
  // What a result covers has no cell of its own, unless it has a style.
  for (const place of filled) {
    const [row = 0, column = 0] = place.split(",").map(Number);
    if (!found.has(place)) read(row, column, worksheet.getCellRaw(row, column) ?? undefined);
  }
  return [...found.values()].sort((one, other) => one.row - other.row || one.column - other.column);
}

function valueOf(shown: Value, worked: boolean): BookCell["value"] {
  return worked && typeof shown === "string" && errors.has(shown) ? { error: shown } : shown;
}

/** Columns that have a width of their own, or that hold something and are not as wide as Excel's. */
function widthsOf(sheet: FWorksheet, used: number): Sheet["widths"] {
  const { columnData, defaultColumnWidth } = sheet.getSheet().getConfig();
  const columns = new Set(indices(columnData));
  for (let column = 0; column < used; column++) columns.add(column);
  return [...columns]
    .sort((one, other) => one - other)
    .flatMap((column) => {
      const hidden = columnData[column]?.hd === BooleanNumber.TRUE;
      const pixels = columnData[column]?.w ?? defaultColumnWidth;
      if (pixels === sheetSize.defaultColumnWidth && !hidden) return [];
      return [{ column, characters: columnCharacters(pixels), ...(hidden && { hidden }) }];
    });
}

/** Rows whose height somebody set. Those that fit their text by themselves do so in Excel, too. */
function heightsOf(sheet: FWorksheet): Sheet["heights"] {
  const { rowData, defaultRowHeight } = sheet.getSheet().getConfig();
  return indices(rowData).flatMap((row) => {
    const { hd, ia, h } = rowData[row] ?? {};
    const hidden = hd === BooleanNumber.TRUE;
    const own = ia === BooleanNumber.FALSE && h !== undefined;
    if (!own && !hidden) return [];
    return [{ row, points: heightInPoints(h ?? defaultRowHeight), ...(hidden && { hidden }) }];
  });
}

/** The rows or columns that Univer has something to say about, in order; it may keep their count among them. */
function indices(data: object): readonly number[] {
  return Object.keys(data)
    .map(Number)
    .filter(Number.isInteger)
    .sort((one, other) => one - other);
}

function frozenIn(sheet: FWorksheet): Sheet["frozen"] {
  const { xSplit, ySplit, startRow, startColumn } = sheet.getSheet().getFreeze();
  const rows = ySplit > 0 ? startRow : 0;
  const columns = xSplit > 0 ? startColumn : 0;
  return rows > 0 || columns > 0 ? { rows, columns } : undefined;
}
