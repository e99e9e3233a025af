import { small } from "../adviser-parts";
import { bodyLine, headingStyle, totalLines } from "../adviser-table";
import type { CellStyle } from "../book";
import { tableStyle } from "../cell-styles";
import { lineHeight, type Content, type Page } from "../page";

/** The first sheet has this many narrow columns: its tables take several for each of their own. */
export const GRID = 30;
/** 40 pixels: so the sheet is printed at 80 % of its size. */
export const GRID_CHARACTERS = 5;

/** A column of a table on the grid. */
export interface GridColumn<Row> {
  readonly heading: string;
  /** How many of the grid's columns it takes. */
  readonly span: number;
  readonly content: (row: Row, index: number) => Content;
  /** Figures stand at the right if not said otherwise. */
  readonly across?: "left" | "center" | "right";
  readonly bold?: true;
  /** What stands in the row of totals. */
  readonly total?: Content;
}

/** Where a table of the grid stands. Rows count from 0. */
export interface GridTable {
  readonly header: number;
  readonly first: number;
  /** The first row below it, totals included. */
  readonly end: number;
}

/** The column of the grid in which each column of a table begins. */
export function startsOf(columns: readonly { readonly span: number }[], from = 0): readonly number[] {
  let start = from;
  return columns.map(({ span }) => {
    start += span;
    return start - span;
  });
}

/** Writes a table: headings, rows and, where columns say so, a row of totals. */
export function writeGridTable<Row>(
  page: Page,
  at: number,
  from: number,
  columns: readonly GridColumn<Row>[],
  rows: readonly Row[],
): GridTable {
  const starts = startsOf(columns, from);
  const acrossOf = ({ across }: GridColumn<Row>, { value }: Content): "left" | "center" | "right" =>
    across ?? (typeof value === "number" ? "right" : "left");
  const put = (row: number, column: number, content: Content, style: CellStyle): void => {
    const { span } = columns[column] as GridColumn<Row>;
    const start = starts[column] as number;
    page.spread({ row, column: start, height: 1, width: span }, content, { wrap: true, down: "middle", ...style });
    const text = typeof content.value === "string" ? content.value : "";
    page.raise(row, page.linesIn(text, start, start + span - 1, style) * lineHeight(style) + 2);
  };
  for (const [index, column] of columns.entries()) {
    const sample = rows[0] === undefined ? { value: "" } : column.content(rows[0], 0);
    put(at, index, { value: column.heading }, { ...headingStyle, size: 10, across: acrossOf(column, sample) });
  }
  const first = at + 1;
  for (const [index, each] of rows.entries()) {
    for (const [place, column] of columns.entries()) {
      const content = column.content(each, index);
      const style = {
        ...small,
        lines: bodyLine,
        across: acrossOf(column, content),
        ...(column.bold && { bold: true }),
      };
      put(first + index, place, content, style);
    }
  }
  let end = first + rows.length;
  if (columns.some(({ total }) => total !== undefined)) {
    for (const [place, column] of columns.entries()) {
      const content = column.total ?? { value: "" };
      const across = acrossOf(column, content);
      put(end, place, content, { ...small, bold: true, fill: tableStyle.tint, lines: totalLines, across });
    }
    end += 1;
  }
  return { header: at, first, end };
}
