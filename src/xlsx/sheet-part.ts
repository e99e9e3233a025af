import { localAddress, storedColumnWidth, type Book, type Sheet } from "../sheets";
import { cellParts, rowsOf, type Rows, type Shared } from "./cell-parts";
import { storedCondition } from "./formulas";
import { mergesApart } from "./merges";
import { isFitted, pageParts } from "./page-parts";
import { storedText } from "./stored-text";
import type { StylesPart } from "./styles-part";
import { validationPart } from "./validation-parts";
import { declaration, escaped } from "./xml";

/** What a sheet refers to, by relationship id. */
export interface Leads {
  readonly drawing: string | undefined;
  readonly tables: readonly string[];
}

/** Excel's limit for a column, in characters. */
const widest = 254;

/**
 * Writes a sheet. Its children stand in the order that the schema asks for: Excel calls a file damaged in which they
 * don't. Source: ECMA-376 Part 1, 18.3.1.99 worksheet.
 */
export function* sheetPart(sheet: Sheet, book: Book, shown: boolean, leads: Leads, shared: Shared): Iterable<string> {
  const rows = rowsOf(sheet);
  yield (
    `${declaration}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"` +
    ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">`
  );
  if (sheet.print && isFitted(sheet.print)) yield `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`;
  yield dimensionPart(rows, sheet.name);
  yield viewPart(sheet, shown);
  yield `<sheetFormatPr defaultRowHeight="15"/>`;
  yield columnsPart(sheet);
  yield* cellParts(rows, sheet, shared);
  yield mergesPart(sheet);
  yield* flagParts(sheet, shared.styles);
  yield validationPart(sheet, book);
  yield pageParts(sheet.print);
  if (leads.drawing !== undefined) yield `<drawing r:id="${leads.drawing}"/>`;
  yield tablesPart(leads.tables);
  yield `</worksheet>`;
}

/** The block from the first to the last cell with something in it. */
function dimensionPart(rows: Rows, sheet: string): string {
  let [top, left, bottom, right] = [Infinity, Infinity, 0, 0];
  for (const [row, cells] of rows) {
    top = Math.min(top, row);
    left = Math.min(left, cells[0]?.column ?? Infinity);
    bottom = Math.max(bottom, row);
    right = Math.max(right, cells.at(-1)?.column ?? 0);
  }
  if (rows.size === 0) return `<dimension ref="A1"/>`;
  const block = { sheet, row: top, column: left, height: bottom - top + 1, width: right - left + 1 };
  return `<dimension ref="${localAddress(block)}"/>`;
}

function viewPart({ name, frozen, gridlines, zoom }: Sheet, shown: boolean): string {
  const attributes =
    (gridlines === false ? ' showGridLines="0"' : "") +
    (shown ? ' tabSelected="1"' : "") +
    (zoom === undefined ? "" : ` zoomScale="${zoom}" zoomScaleNormal="${zoom}"`);
  const { rows = 0, columns = 0 } = frozen ?? {};
  if (rows === 0 && columns === 0) {
    return `<sheetViews><sheetView${attributes} workbookViewId="0"/></sheetViews>`;
  }
  // The pane that scrolls is the active one: with both frozen the bottom right one, which the two others lie beside.
  const panes = rows === 0 ? ["topRight"] : columns === 0 ? ["bottomLeft"] : ["topRight", "bottomLeft", "bottomRight"];
  const corner = localAddress({ sheet: name, row: rows, column: columns, height: 1, width: 1 });
  const splits = `${columns > 0 ? ` xSplit="${columns}"` : ""}${rows > 0 ? ` ySplit="${rows}"` : ""}`;
  return (
    `<sheetViews><sheetView${attributes} workbookViewId="0">` +
    `<pane${splits} topLeftCell="${corner}" activePane="${panes.at(-1) ?? ""}" state="frozen"/>` +
    `${panes.map((pane) => `<selection pane="${pane}"/>`).join("")}</sheetView></sheetViews>`
  );
}

/** Columns that have a width of their own; those side by side that are alike are said together. */
function columnsPart({ widths }: Sheet): string {
  const groups: { from: number; to: number; settings: string }[] = [];
  for (const { column, characters, hidden } of [...widths].sort((one, other) => one.column - other.column)) {
    const width = storedColumnWidth(Math.min(characters, widest));
    const settings = ` width="${width}"${hidden ? ' hidden="1"' : ""} customWidth="1"`;
    const last = groups.at(-1);
    if (last?.to === column - 1 && last.settings === settings) last.to = column;
    else groups.push({ from: column, to: column, settings });
  }
  const entries = groups.map(({ from, to, settings }) => `<col min="${from + 1}" max="${to + 1}"${settings}/>`);
  return entries.length > 0 ? `<cols>${entries.join("")}</cols>` : "";
}

/** The merged cells, but for those that Excel refuses. */
function mergesPart(sheet: Sheet): string {
  const cells = mergesApart(sheet).map((block) => `<mergeCell ref="${localAddress(block)}"/>`);
  return cells.length > 0 ? `<mergeCells count="${cells.length}">${cells.join("")}</mergeCells>` : "";
}

/** The conditional formats that Excel takes, the first with the first say. */
function* flagParts({ flags }: Sheet, styles: StylesPart): Iterable<string> {
  for (const [index, { block, formula, ...look }] of flags.entries()) {
    const stored = storedCondition(formula);
    if (stored === undefined) continue;
    yield (
      `<conditionalFormatting sqref="${localAddress(block)}">` +
      `<cfRule type="expression" dxfId="${styles.flag(look)}" priority="${index + 1}">` +
      `<formula>${escaped(storedText(stored))}</formula></cfRule></conditionalFormatting>`
    );
  }
}

function tablesPart(tables: readonly string[]): string {
  if (tables.length === 0) return "";
  const entries = tables.map((id) => `<tablePart r:id="${id}"/>`);
  return `<tableParts count="${tables.length}">${entries.join("")}</tableParts>`;
}
