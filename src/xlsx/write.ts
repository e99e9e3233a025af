import type { Book, BookCell, CellStyle, Sheet } from "../sheets";
import type { Shared } from "./cell-parts";
import { chartPart } from "./chart-parts";
import { check } from "./check";
import { drawingPart } from "./drawing-parts";
import { metadataPart } from "./dynamic-arrays";
import { Links } from "./links";
import { NewFile } from "./new-file";
import { applicationPart, corePart } from "./property-parts";
import { SharedStrings } from "./shared-strings";
import { sheetPart, type Leads } from "./sheet-part";
import { StylesPart } from "./styles-part";
import { headingsOf, headingStyle, tablePart } from "./table-parts";
import { themePart } from "./theme-part";
import { listsOf } from "./validation-parts";
import { taskpanesPart, webExtensionPart, type AddIn } from "./web-extension";
import { namesPart, shownSheet, workbookPart } from "./workbook-part";

/** What a file can have beside its book. */
export interface WriteOptions {
  /** Lets Excel open this add-in's pane with the workbook. */
  readonly addin?: AddIn;
  /** Has Excel work every formula out when it opens the file: for a book whose formulas have no values yet. */
  readonly recalculate?: boolean;
}

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const microsoft = "http://schemas.microsoft.com/office/2011/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006/relationships";
const openXml = "application/vnd.openxmlformats-officedocument";

/**
 * Writes a book as an .xlsx file. The same book gives the same bytes.
 * Rejects with `UnwritableWorkbook`, whose message is a sentence for the user, if Excel would refuse the file.
 *
 * A formula that Excel can't read is written as the text that was typed. A table's header is made what Excel asks for:
 * texts, none blank, no two alike. Text is cut at 32,767 letters, all that a cell holds.
 */
export function writeBook(book: Book, options: WriteOptions = {}): Promise<Uint8Array> {
  return new Promise((resolve) => {
    resolve(written(book, options));
  });
}

function written(given: Book, { addin, recalculate = false }: WriteOptions): Uint8Array {
  check(given);
  const lists = listsOf(given);
  const book: Book = { ...given, sheets: [...given.sheets.map(withHeadings), ...(lists ? [lists] : [])] };
  const file = new NewFile();
  const shared: Shared = {
    styles: new StylesPart(),
    strings: new SharedStrings(),
    links: new Links(),
    functions: new Set(),
    arrays: false,
  };
  const next: Numbers = { table: 1, drawing: 1, chart: 1, image: 1 };
  const shown = shownSheet(book);

  const main = "xl/workbook.xml";
  const part = (path: string, content: string | Iterable<string>, type: string, relationship: string): string => {
    file.put(`xl/${path}`, content, `${openXml}.${type}+xml`);
    return file.relate(main, `${office}/${relationship}`, path);
  };
  file.relate("", `${office}/officeDocument`, main);
  const sheets = book.sheets.map((sheet, index) => {
    const path = `worksheets/sheet${index + 1}.xml`;
    const own = addParts(sheet, `xl/${path}`, book, file, next);
    const content = sheetPart(sheet, book, sheet.name === shown, own, shared);
    return part(path, content, "spreadsheetml.worksheet", "worksheet");
  });
  const names = namesPart(book, shared.links);
  const links = shared.links.parts.map(({ part: content, target }, index) => {
    const path = `externalLinks/externalLink${index + 1}.xml`;
    file.relate(`xl/${path}`, `${office}/externalLinkPath`, target, true);
    return part(path, content, "spreadsheetml.externalLink", "externalLink");
  });
  file.put(main, workbookPart(book, { sheets, links }, names, recalculate), `${openXml}.spreadsheetml.sheet.main+xml`);
  part("theme/theme1.xml", themePart, "theme", "theme");
  const tables = book.sheets.some((sheet) => sheet.tables.length > 0);
  part("styles.xml", shared.styles.part(tables), "spreadsheetml.styles", "styles");
  part("sharedStrings.xml", shared.strings.part(), "spreadsheetml.sharedStrings", "sharedStrings");
  if (shared.arrays) part("metadata.xml", metadataPart, "spreadsheetml.sheetMetadata", "sheetMetadata");

  file.put("docProps/core.xml", corePart(book.title), "application/vnd.openxmlformats-package.core-properties+xml");
  file.relate("", `${packages}/metadata/core-properties`, "docProps/core.xml");
  file.put("docProps/app.xml", applicationPart, `${openXml}.extended-properties+xml`);
  file.relate("", `${office}/extended-properties`, "docProps/app.xml");
  if (addin) addAddIn(addin, shared.functions.size > 0, file);
  return file.bytes();
}

/** The numbers that the next parts of each kind get. */
type Numbers = Record<"table" | "drawing" | "chart" | "image", number>;

/** Adds the parts of a sheet's tables, charts and pictures. */
function addParts(sheet: Sheet, sheetPath: string, book: Book, file: NewFile, next: Numbers): Leads {
  const drawing = addDrawing(sheet, sheetPath, book, file, next);
  const tables = sheet.tables.map((table) => {
    const id = next.table++;
    file.put(
      `xl/tables/table${id}.xml`,
      tablePart(table, id, headingsOf(table, sheet)),
      `${openXml}.spreadsheetml.table+xml`,
    );
    return file.relate(sheetPath, `${office}/table`, `../tables/table${id}.xml`);
  });
  return { drawing, tables };
}

function addDrawing(sheet: Sheet, sheetPath: string, book: Book, file: NewFile, next: Numbers): string | undefined {
  if (sheet.charts.length + sheet.pictures.length === 0) return undefined;
  const name = `drawing${next.drawing++}.xml`;
  const path = `xl/drawings/${name}`;
  file.put(path, drawingPart(sheet), `${openXml}.drawing+xml`);
  for (const chart of sheet.charts) {
    const chartName = `chart${next.chart++}.xml`;
    file.put(`xl/charts/${chartName}`, chartPart(chart, book), `${openXml}.drawingml.chart+xml`);
    file.relate(path, `${office}/chart`, `../charts/${chartName}`);
  }
  for (const { png } of sheet.pictures) {
    const image = `image${next.image++}.png`;
    file.put(`xl/media/${image}`, png);
    file.relate(path, `${office}/image`, `../media/${image}`);
  }
  return file.relate(sheetPath, `${office}/drawing`, `../drawings/${name}`);
}

/** Adds the parts that let Excel open the add-in. */
function addAddIn(addin: AddIn, hasFunctions: boolean, file: NewFile): void {
  const folder = "xl/webextensions";
  const type = "application/vnd.ms-office.webextension";
  file.put(`${folder}/webextension1.xml`, webExtensionPart(addin, hasFunctions), `${type}+xml`);
  file.put(`${folder}/taskpanes.xml`, taskpanesPart, `${type}taskpanes+xml`);
  file.relate(`${folder}/taskpanes.xml`, `${microsoft}/webextension`, "webextension1.xml");
  file.relate("", `${microsoft}/webextensiontaskpanes`, `${folder}/taskpanes.xml`);
}

/** The sheet with headings that Excel takes over its tables' columns. */
function withHeadings(sheet: Sheet): Sheet {
  const headings = new Map(
    sheet.tables.flatMap((table) =>
      headingsOf(table, sheet).map(({ row, column, text }) => {
        const look = (style?: CellStyle): CellStyle | undefined =>
          table.style === undefined ? headingStyle(style) : style;
        return [`${row} ${column}`, { row, column, text, look }] as const;
      }),
    ),
  );
  if (headings.size === 0) return sheet;
  const headed = (
    { row, column, text, look }: NonNullable<ReturnType<(typeof headings)["get"]>>,
    { format, style }: Partial<BookCell> = {},
  ): BookCell => {
    const own = look(style);
    return { row, column, value: text, ...(format === undefined ? {} : { format }), ...(own ? { style: own } : {}) };
  };
  const cells = sheet.cells.map((cell): BookCell => {
    const heading = headings.get(`${cell.row} ${cell.column}`);
    headings.delete(`${cell.row} ${cell.column}`);
    return heading ? headed(heading, cell) : cell;
  });
  return { ...sheet, cells: [...cells, ...[...headings.values()].map((heading) => headed(heading))] };
}
