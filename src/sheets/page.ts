import type { BookCell, CellStyle } from "./book";
import { columnPixels } from "./column-width";
import { linesOf } from "./lettering";
import type { Block } from "./place";

/** What stands in a cell of a page. */
export type Content = Pick<BookCell, "value"> & Partial<Pick<BookCell, "formula" | "format">>;

/** Excel's own font size, in points. */
const USUAL_SIZE = 11;
/** The height of a line of text, in its font size. */
const LINE = 1.37;
const PIXELS_A_POINT = 4 / 3;
/** How wide Excel's own font, Calibri, runs beside the fonts that `textWidth` has in mind; measured 0.80, bold 0.82. */
const NARROW = 0.84;

/**
 * A sheet that is made to be read and printed, while it is being filled: its columns have their widths from the start,
 * and rows take the height that the texts put into them need.
 */
export class Page {
  readonly cells: BookCell[] = [];
  readonly merged: Block[] = [];
  private readonly points = new Map<number, number>();

  /** `widths` in characters, column by column. */
  constructor(
    readonly sheet: string,
    readonly widths: readonly number[],
  ) {}

  /** Puts something into one cell. */
  put(row: number, column: number, content: Content, style: CellStyle = {}): void {
    this.cells.push({ row, column, ...content, style });
  }

  /** Puts something into the first of several cells that are made one. The style is given to all, for their lines. */
  spread(block: Omit<Block, "sheet">, content: Content, style: CellStyle = {}): void {
    for (let row = block.row; row < block.row + block.height; row += 1) {
      for (let column = block.column; column < block.column + block.width; column += 1) {
        const first = row === block.row && column === block.column;
        this.cells.push({ row, column, ...(first ? content : { value: "" }), style });
      }
    }
    if (block.height > 1 || block.width > 1) this.merged.push({ sheet: this.sheet, ...block });
  }

  /** Puts a text across columns of one row, wrapped, and makes the row high enough for it. */
  paragraph(row: number, from: number, to: number, text: string, style: CellStyle = {}): void {
    this.spread(
      { row, column: from, height: 1, width: to - from + 1 },
      { value: text },
      { wrap: true, down: "top", ...style },
    );
    this.raise(row, this.linesIn(text, from, to, style) * lineHeight(style));
  }

  /** How many lines a text takes across columns. */
  linesIn(text: string, from: number, to: number, { size = USUAL_SIZE, bold = false }: CellStyle = {}): number {
    const pixels = this.pixels(from, to) - 10;
    const em = size * PIXELS_A_POINT * NARROW * (bold ? 1.03 : 1);
    return text
      .split("\n")
      .reduce((sum, paragraph) => sum + Math.max(1, linesOf(paragraph, pixels / em, 999).length), 0);
  }

  /** Makes a row at least so high, in points. */
  raise(row: number, points: number): void {
    this.points.set(row, Math.max(this.points.get(row) ?? 0, Math.round(points * 4) / 4));
  }

  /** The height of rows, in points, `to` left out. */
  heightOf(from: number, to: number): number {
    let sum = 0;
    for (let row = from; row < to; row += 1) sum += this.points.get(row) ?? lineHeight({});
    return sum;
  }

  get heights(): readonly { readonly row: number; readonly points: number }[] {
    return [...this.points].sort(([one], [other]) => one - other).map(([row, points]) => ({ row, points }));
  }

  /** The width of columns in pixels of a screen, `to` included. */
  pixels(from: number, to: number): number {
    return this.widths.slice(from, to + 1).reduce((sum, characters) => sum + columnPixels(characters), 0);
  }
}

/** The height that one line of text needs, in points. */
export function lineHeight({ size = USUAL_SIZE }: CellStyle): number {
  return size * LINE;
}
