import { localAddress, tableStyle, type BookCell, type BookTable, type CellStyle, type Sheet } from "../sheets";
import { cut, storedText } from "./stored-text";
import { declaration, escaped } from "./xml";

/** The name of the table style that `tableStyle` describes. */
export const styleName = "Keel";

/** The longest name of a table's column. */
const mostLetters = 255;

/** The cells of a table's header row as Excel demands them: texts, none blank, no two alike. */
export interface Heading {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** The headings a table must have. Blank ones become "Column1", and a second "Value" becomes "Value2", as in Excel. */
export function headingsOf({ block }: BookTable, sheet: Sheet): readonly Heading[] {
  const taken = new Set<string>();
  const row = new Map(
    sheet.cells.filter((cell) => cell.row === block.row).map((cell) => [cell.column, cell.value] as const),
  );
  return Array.from({ length: block.width }, (_, offset) => {
    const column = block.column + offset;
    const value = row.get(column) ?? "";
    const written = cut(typeof value === "object" ? value.error : String(value), mostLetters);
    const wanted = written || `Column${offset + 1}`;
    let text = wanted;
    for (let count = 2; taken.has(text.toLowerCase()); count++) text = `${cut(wanted, mostLetters - 4)}${count}`;
    taken.add(text.toLowerCase());
    return { row: block.row, column, text };
  });
}

/**
 * A heading's style with Keel's colours of its own. The table's style gives them in Excel; programs that know no table
 * styles (LibreOffice, Numbers, Google Sheets) show these. A heading that has colours already keeps them.
 */
export function headingStyle(style: CellStyle = {}): CellStyle {
  return (style.fill ?? style.ink) ? style : { ...style, ...tableStyle.header };
}

/** The style of a heading as it was before `headingStyle`. */
export function withoutHeadingStyle(cell: BookCell): BookCell {
  const { style, ...rest } = cell;
  if (style?.fill !== tableStyle.header.fill || style.ink !== tableStyle.header.ink) return cell;
  const kept = Object.entries(style).filter(([name]) => name !== "fill" && name !== "ink");
  return kept.length > 0 ? { ...rest, style: Object.fromEntries(kept) } : rest;
}

/** Writes a table (`xl/tables/table1.xml`) with filter buttons, as Excel's own are. */
export function tablePart(table: BookTable, id: number, headings: readonly Heading[]): string {
  // In Excel a table has at least one row below its header: a table of a header alone gets an empty one.
  const reference = localAddress({ ...table.block, height: Math.max(2, table.block.height) });
  const columns = headings.map(
    ({ text }, index) =>
      `<tableColumn id="${index + 1}" name="${escaped(storedText(text).replaceAll("\n", "_x000a_"))}"/>`,
  );
  return (
    `${declaration}<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="${id}"` +
    ` name="${escaped(table.name)}" displayName="${escaped(table.name)}" ref="${reference}" totalsRowShown="0">` +
    `<autoFilter ref="${reference}"/><tableColumns count="${columns.length}">${columns.join("")}</tableColumns>` +
    `<tableStyleInfo name="${escaped(table.style ?? styleName)}" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`
  );
}

/** Keel's style for tables: the differential formats, to stand after `before` others, and the style that names them. */
export function tableStyleParts(before: number): { readonly formats: readonly string[]; readonly style: string } {
  const { header, tint, line } = tableStyle;
  const edge = (side: string): string => `<${side} style="thin"><color rgb="${opaque(line)}"/></${side}>`;
  const formats = [
    `<dxf><border>${["left", "right", "top", "bottom"].map(edge).join("")}</border></dxf>`,
    `<dxf><font><b/><color rgb="${opaque(header.ink)}"/></font>${solid(header.fill)}</dxf>`,
    `<dxf>${solid(tint)}</dxf>`,
  ];
  const elements = ["wholeTable", "headerRow", "secondRowStripe"].map(
    (type, index) => `<tableStyleElement type="${type}" dxfId="${before + index}"/>`,
  );
  return {
    formats,
    style: `<tableStyle name="${styleName}" pivot="0" count="${elements.length}">${elements.join("")}</tableStyle>`,
  };
}

function solid(colour: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${opaque(colour)}"/><bgColor rgb="${opaque(colour)}"/></patternFill></fill>`;
}

function opaque(colour: string): string {
  return `FF${colour.slice(1).toUpperCase()}`;
}
