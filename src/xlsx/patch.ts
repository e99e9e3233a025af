import { address, localAddress, overlap, type Block, type Book, type Sheet } from "../sheets";
import { chartPart } from "./chart-parts";
import { drawingPart } from "./drawing-parts";
import { metadataPart } from "./dynamic-arrays";
import { storedFormula } from "./formulas";
import { before, OpenFile } from "./open-file";
import { storedText } from "./stored-text";
import { StylesPart } from "./styles-part";
import { headingsOf, tablePart } from "./table-parts";
import { validationPart } from "./validation-parts";
import { taskpanesPart, webExtensionPart, type AddIn } from "./web-extension";
import type { Marks } from "./write-cells";
import { declaration, escaped } from "./xml";

/** What a file can have beside its book. */
export interface WriteOptions {
  /** Lets Excel open this add-in's pane with the workbook. */
  readonly addin?: AddIn;
  /** Has Excel work every formula out when it opens the file: for a book whose formulas have no values yet. */
  readonly recalculate?: boolean;
}

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const microsoft = "http://schemas.microsoft.com/office/2011/relationships";
const openXml = "application/vnd.openxmlformats-officedocument";

/**
 * Adds to a file that exceljs wrote what exceljs can't write: dynamic arrays, text that stays text, tables in Keel's style,
 * validations, merged cells, names of any kind, charts and pictures with words for those who can't see them, the add-in,
 * and a calculation version that lets cached values stand. The same book gives the same bytes.
 */
export function patch(bytes: Uint8Array, book: Book, marks: readonly Marks[], options: WriteOptions): Uint8Array {
  const file = new OpenFile(bytes);
  file.change("xl/styles.xml", (xml) => {
    const styles = new StylesPart(xml);
    if (book.sheets.some(({ tables }) => tables.length > 0)) styles.addTableStyle();
    marks.forEach((own, index) => {
      file.change(sheetPath(index), (sheet) => marked(sheet, own, styles));
    });
    return styles.toString();
  });
  const next = { table: 1, drawing: 1, chart: 1, image: 1 };
  book.sheets.forEach((sheet, index) => {
    const path = sheetPath(index);
    const children = [
      ["mergeCells", mergesOf(sheet)],
      ["dataValidations", validationPart(sheet, book)],
      ["drawing", drawingOf(sheet, path, book, file, next)],
      ["tableParts", tablesOf(sheet, path, file, next)],
    ] as const;
    file.change(path, (xml) => children.reduce((changed, [name, child]) => placed(changed, name, child), xml));
    if (sheet.name === activeOf(book)) {
      file.change(path, (xml) => xml.replace("<sheetView ", '<sheetView tabSelected="1" '));
    }
  });
  file.change("xl/workbook.xml", (xml) => workbookOf(xml, book, options));
  file.put("docProps/core.xml", corePart(book.title));
  if (marks.some(({ arrays }) => arrays.size > 0)) {
    file.put("xl/metadata.xml", metadataPart, `${openXml}.spreadsheetml.sheetMetadata+xml`);
    file.relate("xl/workbook.xml", `${office}/sheetMetadata`, "metadata.xml");
  }
  const hasFunctions = marks.some(({ functions }) => functions.size > 0);
  if (options.addin) addIn(options.addin, hasFunctions, file);
  return file.bytes();
}

/** The numbers that the next parts of each kind get. */
type Numbers = Record<"table" | "drawing" | "chart" | "image", number>;

/** exceljs numbers its sheets from 1. */
function sheetPath(index: number): string {
  return `xl/worksheets/sheet${index + 1}.xml`;
}

/** Marks cells as dynamic arrays, and gives those whose text must stay text a style that says so. */
function marked(xml: string, { arrays, quoted }: Marks, styles: StylesPart): string {
  if (arrays.size + quoted.size === 0) return xml;
  return xml.replaceAll(/<c r="([A-Z]+\d+)"(?: s="(\d+)")?/g, (whole, place: string, style = "0") => {
    if (arrays.has(place)) return `${whole} cm="1"`;
    return quoted.has(place) ? `<c r="${place}" s="${styles.quoted(Number(style))}"` : whole;
  });
}

/** A sheet's children in the order the schema asks for (ECMA-376 Part 1, 18.3.1.99), from where `patch` adds some. */
const order = [
  "mergeCells",
  "phoneticPr",
  "conditionalFormatting",
  "dataValidations",
  "hyperlinks",
  "printOptions",
  "pageMargins",
  "pageSetup",
  "headerFooter",
  "rowBreaks",
  "colBreaks",
  "drawing",
  "legacyDrawing",
  "picture",
  "tableParts",
  "extLst",
] as const;

/** Puts a child into a sheet's XML, at its place in the order; "" is no child. */
function placed(xml: string, name: (typeof order)[number], child: string): string {
  if (!child) return xml;
  const cells = Math.max(xml.lastIndexOf("</sheetData>"), xml.lastIndexOf("<sheetData/>"));
  const later = order
    .slice(order.indexOf(name) + 1)
    .map((next) => xml.slice(cells).search(new RegExp(`<${next}[ />]`)))
    .filter((at) => at >= 0);
  const at = later.length > 0 ? cells + Math.min(...later) : xml.lastIndexOf("</worksheet>");
  return xml.slice(0, at) + child + xml.slice(at);
}

/** The merged cells. Excel refuses those that share cells with others or with a table: they are left apart. */
function mergesOf({ merged, tables }: Sheet): string {
  const kept: Block[] = [];
  for (const block of merged) {
    const others = [...kept, ...tables.map((table) => table.block)];
    if (block.height * block.width > 1 && !others.some((other) => overlap(other, block))) kept.push(block);
  }
  if (kept.length === 0) return "";
  const cells = kept.map((block) => `<mergeCell ref="${localAddress(block)}"/>`);
  return `<mergeCells count="${cells.length}">${cells.join("")}</mergeCells>`;
}

/** Adds the parts of a sheet's charts and pictures, and returns what the sheet has to say of them. */
function drawingOf(sheet: Sheet, sheetPart: string, book: Book, file: OpenFile, next: Numbers): string {
  if (sheet.charts.length + sheet.pictures.length === 0) return "";
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
  return `<drawing r:id="${file.relate(sheetPart, `${office}/drawing`, `../drawings/${name}`)}"/>`;
}

/** Adds the parts of a sheet's tables, and returns what the sheet has to say of them. */
function tablesOf(sheet: Sheet, sheetPart: string, file: OpenFile, next: Numbers): string {
  if (sheet.tables.length === 0) return "";
  const parts = sheet.tables.map((table) => {
    const id = next.table++;
    const name = `table${id}.xml`;
    file.put(`xl/tables/${name}`, tablePart(table, id, headingsOf(table, sheet)), `${openXml}.spreadsheetml.table+xml`);
    return `<tablePart r:id="${file.relate(sheetPart, `${office}/table`, `../tables/${name}`)}"/>`;
  });
  return `<tableParts count="${parts.length}">${parts.join("")}</tableParts>`;
}

/** Adds the parts that let Excel open the add-in. */
function addIn(addin: AddIn, hasFunctions: boolean, file: OpenFile): void {
  const folder = "xl/webextensions";
  const type = "application/vnd.ms-office.webextension";
  file.put(`${folder}/webextension1.xml`, webExtensionPart(addin, hasFunctions), `${type}+xml`);
  file.put(`${folder}/taskpanes.xml`, taskpanesPart, `${type}taskpanes+xml`);
  file.relate(`${folder}/taskpanes.xml`, `${microsoft}/webextension`, "webextension1.xml");
  file.relate("", `${microsoft}/webextensiontaskpanes`, `${folder}/taskpanes.xml`);
}

/**
 * Excel works a whole workbook out anew when a version of its calculation older than its own saved it. This is the version
 * of Excel 2019 and later, so that a Keel formula's cached value stands where the add-in is missing.
 */
const calculation = 191029;

function workbookOf(xml: string, book: Book, { recalculate }: WriteOptions): string {
  const shown = book.sheets.findIndex((sheet) => sheet.name === activeOf(book));
  const active = book.active === undefined && shown === 0 ? "" : ` activeTab="${shown}"`;
  const views = `<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="15000"${active}/></bookViews>`;
  const end = `${namesOf(book)}<calcPr calcId="${calculation}"${recalculate ? ' fullCalcOnLoad="1"' : ""}/>`;
  const withEnd = xml
    .replace(/<bookViews>[\s\S]*?<\/bookViews>|<bookViews\/>/, "")
    .replace(/<calcPr [^>]*\/>/, () => end);
  return before(withEnd, "<sheets>", views);
}

/** The sheet that is shown first: a hidden one can't be. */
function activeOf(book: Book): string | undefined {
  const visible = book.sheets.filter((sheet) => !sheet.hidden);
  return (visible.find(({ name }) => name === book.active) ?? visible[0])?.name;
}

function namesOf(book: Book): string {
  const own = book.names.flatMap(({ name, refersTo }) => {
    const formula = storedFormula(refersTo, { ofName: true });
    return formula ? [`<definedName name="${escaped(name)}">${escaped(formula.text)}</definedName>`] : [];
  });
  const printed = book.sheets.flatMap(({ name, print }, index) => {
    if (!print) return [];
    const printName = (what: string, place: string): string =>
      `<definedName name="_xlnm.${what}" localSheetId="${index}">${escaped(place)}</definedName>`;
    const area = printName("Print_Area", address({ ...print.area, sheet: name }, true));
    if (!print.repeat) return [area];
    // Rows to repeat are written without columns, `'My plan'!$1:$3`. address() quotes the sheet's name; the cell behind
    // it is replaced.
    const { from, to } = print.repeat;
    const cell = address({ sheet: name, row: 0, column: 0, height: 1, width: 1 }, true);
    const rows = `${cell.slice(0, cell.lastIndexOf("!"))}!$${from + 1}:$${to + 1}`;
    return [area, printName("Print_Titles", rows)];
  });
  const all = [...printed, ...own];
  return all.length > 0 ? `<definedNames>${all.join("")}</definedNames>` : "";
}

/** The file's properties. No times: the same book gives the same file, whenever it is written. */
function corePart(title: string | undefined): string {
  return (
    `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
    ` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">` +
    (title === undefined ? "" : `<dc:title>${escaped(storedText(title))}</dc:title>`) +
    `<dc:creator>Keel</dc:creator></cp:coreProperties>`
  );
}
