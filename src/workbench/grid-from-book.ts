import {
  BooleanNumber,
  generateRandomId,
  type ICellData,
  type IRange,
  type IStyleData,
  type IWorkbookData,
  type IWorksheetData,
  LocaleType,
} from "@univerjs/core";
import {
  blockAt,
  cleaned,
  columnPixels,
  defaultChoices,
  type Block,
  type Book,
  type BookCell,
  type BookTable,
  type Sheet,
} from "../sheets";
import { univerStyleOf } from "./univer-styles";
import { cellData } from "./cells";
import { drawingOf } from "./charts";
import { heightInPixels, sheetSize } from "./dimensions";
import { ruleOf as flagRule } from "./flags";
import { beyondGrid, dividedFlags, gridSize, shownOf, type DividedFlags } from "./grid-size";
import { forUniver, withoutSpillMarks } from "./formula-spelling";
import type { Remembered } from "./remembered";
import { keelTables } from "./table-style";
import { ruleOf as validationRule } from "./validations";

/**
 * A book as Univer keeps a workbook, to be opened in the grid. Formulas come with the results that the book has, which
 * are shown until the grid has worked them out: with many formulas that takes a while. It is put together here, and not
 * carried out step by step, because then there is nothing to undo and no rule about names that Univer has and Excel hasn't.
 * It comes about in small pieces: for a million cells that takes seconds, in which the page wants to answer.
 */
export function* gridFromBook(book: Book, name: string): Generator<undefined, IWorkbookData> {
  const id = newWorkbookId();
  const styles = new Styles();
  const spilled = spillsOf(book);
  const matrices = new Map<Sheet, IWorksheetData["cellData"]>();
  for (const sheet of book.sheets) matrices.set(sheet, yield* cellMatrix(sheet, spilled, styles));
  const divided = dividedFlags(book.sheets);
  const flagsOf = (sheet: Sheet): DividedFlags => divided.get(sheet) ?? { shown: [], beyond: [] };
  const sheets = book.sheets.map((sheet) => ({ sheet, place: { unitId: id, subUnitId: generateRandomId() } }));
  const byId = <T>(of: (sheet: Sheet, place: Place) => T): Record<string, T> =>
    Object.fromEntries(sheets.map(({ sheet, place }) => [place.subUnitId, of(sheet, place)]));
  return {
    id,
    name,
    appVersion: "",
    locale: LocaleType.EN_US,
    sheetOrder: sheets.map(({ place }) => place.subUnitId),
    sheets: byId((sheet, place) => worksheetOf(sheet, place.subUnitId, matrices.get(sheet) ?? {}, flagsOf(sheet))),
    styles: styles.byId(),
    resources: Object.entries({
      SHEET_TABLE_PLUGIN: byId((sheet) => ({ tables: sheet.tables.map((table) => tableOf(table, sheet)) })),
      SHEET_RANGE_THEME_MODEL_PLUGIN: { rangeThemeStyleRuleMap: themesOf(sheets), rangeThemeStyleMapJson: {} },
      SHEET_DEFINED_NAME_PLUGIN: namesOf(book),
      SHEET_CONDITIONAL_FORMATTING_PLUGIN: byId((sheet) =>
        flagsOf(sheet).shown.map((flag) => flagRule(flag, rangeOf(flag.block), generateRandomId())),
      ),
      SHEET_DATA_VALIDATION_PLUGIN: byId((sheet) => {
        const size = gridSize(sheet);
        const validations = sheet.validations.flatMap((each) => shownOf(each, size));
        return validations.map((each) => ({
          ...validationRule(each, generateRandomId()),
          ranges: [rangeOf(each.block)],
        }));
      }),
      SHEET_DRAWING_PLUGIN: byId(drawingsOf),
    }).map(([plugin, data]) => ({ name: plugin, data: JSON.stringify(data) })),
  };
}

/** An id that no other workbook has; so long that no text in a cell is the same by chance. */
export function newWorkbookId(): string {
  return `keel-workbook-${generateRandomId(16)}`;
}

/** A sheet's place among Univer's units. */
interface Place {
  readonly unitId: string;
  readonly subUnitId: string;
}

function worksheetOf(
  sheet: Sheet,
  id: string,
  cellData: IWorksheetData["cellData"],
  flags: DividedFlags,
): Partial<IWorksheetData> {
  const { widths, heights, merged, frozen, print } = sheet;
  const size = gridSize(sheet);
  const beyond = beyondGrid(sheet, flags);
  const zoomed = sheet.zoom === undefined ? {} : { zoomRatio: sheet.zoom / 100 };
  const styled = sheet.tables.flatMap(({ name, style }) => (style === undefined ? [] : [[name, style] as const]));
  const remembered: Remembered = {
    ...(print && { print }),
    ...(beyond && { beyond }),
    ...(styled.length > 0 && { tableStyles: Object.fromEntries(styled) }),
  };
  return {
    id,
    name: sheet.name,
    ...sheetSize,
    rowCount: size.height,
    columnCount: size.width,
    hidden: sheet.hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    showGridlines: sheet.gridlines === false ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    ...zoomed,
    cellData,
    columnData: Object.fromEntries(
      widths.map(({ column, characters, hidden }) => [
        column,
        { w: columnPixels(characters), ...(hidden && { hd: BooleanNumber.TRUE }) },
      ]),
    ),
    rowData: Object.fromEntries(
      heights.map(({ row, points, hidden }) => [
        row,
        { h: heightInPixels(points), ia: BooleanNumber.FALSE, ...(hidden && { hd: BooleanNumber.TRUE }) },
      ]),
    ),
    mergeData: merged.flatMap((block) => shownOf({ block }, size)).map(({ block }) => rangeOf(block)),
    ...(frozen && {
      freeze: { startRow: frozen.rows, ySplit: frozen.rows, startColumn: frozen.columns, xSplit: frozen.columns },
    }),
    ...(Object.keys(remembered).length > 0 && { custom: remembered }),
  };
}

/** After so many cells a sheet's cells may pause. */
const piece = 500;

function* cellMatrix(sheet: Sheet, spilled: Spilled, styles: Styles): Generator<undefined, IWorksheetData["cellData"]> {
  const rows: Record<number, Record<number, ICellData>> = {};
  const covered = coveredBySpills(sheet);
  for (const [index, cell] of sheet.cells.entries()) {
    if (index % piece === 0) yield;
    const isCovered = covered.size > 0 && covered.has(`${cell.row},${cell.column}`);
    const content = isCovered ? {} : contentOf(cell, sheet, spilled);
    const s = styles.idOf(cell);
    if (s !== undefined) content.s = s;
    (rows[cell.row] ??= {})[cell.column] = content;
  }
  return rows;
}

function contentOf({ value, formula }: BookCell, sheet: Sheet, spilled: Spilled): ICellData {
  if (formula !== undefined) {
    // A file may come from another build of Keel, whose functions have another name before the dot.
    const known = cleaned(formula, defaultChoices.namespace);
    return { ...held(value), f: forUniver(withoutSpillMarks(known, sheet.name, spilled)) };
  }
  return held(value);
}

function held(value: BookCell["value"]): ICellData {
  if (typeof value === "object") return cellData(value.error);
  return value === "" ? {} : cellData(value);
}

/** The places that results cover, but for those where the formulas stand. Their values come back when the grid has calculated. */
function coveredBySpills({ cells }: Sheet): ReadonlySet<string> {
  const covered = new Set<string>();
  for (const { row, column, spill } of cells) {
    for (let down = 0; spill && down < spill.height; down++) {
      for (let right = 0; right < spill.width; right++) {
        if (down > 0 || right > 0) covered.add(`${row + down},${column + right}`);
      }
    }
  }
  return covered;
}

/** What the formula in a cell fills; undefined where it fills no more than that cell. */
type Spilled = (cell: Block) => Block | undefined;

/** Tells what the formula in any cell fills; looked up once for the whole book, since thousands of formulas may ask. */
function spillsOf({ sheets }: Book): Spilled {
  const place = ({ sheet, row, column }: Pick<Block, "sheet" | "row" | "column">): string =>
    `${row},${column},${sheet.toLowerCase()}`;
  const sizes = new Map(
    sheets.flatMap(({ name, cells }) =>
      cells.flatMap(({ row, column, spill }) => (spill ? [[place({ sheet: name, row, column }), spill] as const] : [])),
    ),
  );
  return (cell) => {
    const size = sizes.get(place(cell));
    return size && { ...cell, ...size };
  };
}

/** The looks of a book's cells, each once, by the ids under which cells name them. */
class Styles {
  readonly #ids = new Map<string, string>();

  /** The id of how a cell looks; undefined for one that looks like any new one. */
  idOf({ style, format }: BookCell): string | undefined {
    if (style === undefined && format === undefined) return undefined;
    const look = JSON.stringify(univerStyleOf(style ?? {}, format));
    if (look === "{}") return undefined;
    const known = this.#ids.get(look);
    if (known !== undefined) return known;
    const id = `style${this.#ids.size}`;
    this.#ids.set(look, id);
    return id;
  }

  byId(): Record<string, IStyleData> {
    return Object.fromEntries([...this.#ids].map(([look, id]) => [id, JSON.parse(look) as IStyleData]));
  }
}

function tableOf({ name, block }: BookTable, { cells }: Sheet): object {
  const headings = new Map(
    cells
      .filter(({ row }) => row === block.row)
      .map(({ column, value }) => [column, typeof value === "object" ? value.error : String(value)]),
  );
  return {
    id: generateRandomId(),
    name,
    range: rangeOf(block),
    options: { showHeader: true, showFooter: false, tableStyleId: keelTables.name },
    filters: { tableColumnFilterList: [], tableFilteredOutRows: [] },
    columns: Array.from({ length: block.width }, (_, index) => ({
      id: generateRandomId(),
      displayName: headings.get(block.column + index) ?? `Column ${index + 1}`,
      dataType: "string",
      formula: "",
      meta: {},
      style: {},
    })),
  };
}

function themesOf(sheets: readonly { readonly sheet: Sheet; readonly place: Place }[]): object {
  return Object.fromEntries(
    sheets.flatMap(({ sheet, place }) =>
      sheet.tables.map(({ block }) => [
        generateRandomId(),
        { rangeInfo: { ...place, range: rangeOf(block) }, themeName: keelTables.name },
      ]),
    ),
  );
}

/** Univer's word for a name that is known on all sheets. */
const everywhere = "AllDefaultWorkbook";

function namesOf({ names }: Book): object {
  return Object.fromEntries(
    names.map(({ name, refersTo }) => {
      const id = generateRandomId();
      const formulaOrRefString = blockAt(refersTo) ? refersTo : `=${refersTo}`;
      return [id, { id, name, formulaOrRefString, localSheetId: everywhere }];
    }),
  );
}

function drawingsOf({ charts, widths, heights }: Sheet, place: Place): object {
  const sizes = {
    width: (column: number): number => {
      const own = widths.find((each) => each.column === column);
      return own ? (own.hidden ? 0 : columnPixels(own.characters)) : sheetSize.defaultColumnWidth;
    },
    height: (row: number): number => {
      const own = heights.find((each) => each.row === row);
      return own ? (own.hidden ? 0 : heightInPixels(own.points)) : sheetSize.defaultRowHeight;
    },
  };
  const drawings = charts.map((chart) => drawingOf(chart, place, sizes));
  return {
    data: Object.fromEntries(drawings.map((drawing) => [drawing.drawingId, drawing])),
    order: drawings.map(({ drawingId }) => drawingId),
  };
}

function rangeOf({ row, column, height, width }: Block): IRange {
  return { startRow: row, endRow: row + height - 1, startColumn: column, endColumn: column + width - 1 };
}
