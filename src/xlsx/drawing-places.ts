import type { Block, Sheet } from "../sheets";
import { columnPixels, rowPixels, usual } from "./measures";
import { childrenOf, type Element } from "./xml";

/** English Metric Units, in which drawings are measured, for a pixel at 96 an inch. */
export const unitsPerPixel = 9525;

/** A sheet's columns from left to right, or its rows from the top: how many it can have, and the pixels of each. */
interface Line {
  readonly count: number;
  readonly pixels: (index: number) => number;
}

/** The pixels of a sheet's columns, 0 for a hidden one. */
export function columnsOf({ widths }: Sheet): Line {
  const set = new Map(widths.map((each) => [each.column, each.hidden ? 0 : columnPixels(each.characters)]));
  return { count: 16_384, pixels: (column) => set.get(column) ?? usual.columnPixels };
}

/** The pixels of a sheet's rows, 0 for a hidden one. */
export function rowsOf({ heights }: Sheet): Line {
  const set = new Map(heights.map((each) => [each.row, each.hidden ? 0 : rowPixels(each.points)]));
  return { count: 1_048_576, pixels: (row) => set.get(row) ?? rowPixels(usual.rowPoints) };
}

/**
 * The cells that a drawing covers, by its anchor: from a cell to a cell, from a cell with a size, or at a distance from
 * the sheet's corner. A cell of which it covers no more than a pixel doesn't count. Undefined if the anchor says nothing
 * that makes sense.
 */
export function placeOf(anchor: Element, sheet: Sheet): Block | undefined {
  const across = spanOf(anchor, columnsOf(sheet), { index: "col", offset: "colOff", corner: "x", size: "cx" });
  const down = spanOf(anchor, rowsOf(sheet), { index: "row", offset: "rowOff", corner: "y", size: "cy" });
  if (!across || !down) return undefined;
  return { sheet: sheet.name, row: down.start, column: across.start, height: down.length, width: across.length };
}

/** A point between columns or rows: so many pixels into one of them. */
interface Point {
  readonly index: number;
  readonly into: number;
}

function spanOf(
  anchor: Element,
  line: Line,
  names: { readonly index: string; readonly offset: string; readonly corner: string; readonly size: string },
): { readonly start: number; readonly length: number } | undefined {
  const point = (corner: Element): Point => {
    const text = (name: string): string => childrenOf(corner, name)[0]?.text ?? "";
    const index = Number.parseInt(text(names.index), 10);
    const into = (Number.parseInt(text(names.offset), 10) || 0) / unitsPerPixel;
    // Some corners lie further into a cell than the cell is wide. Excel puts them at that cell's end, and so do we.
    return { index, into: Math.min(into, line.pixels(index)) };
  };
  const moved = ({ index, into }: Point, name: string, from: string): Point => {
    const distance = Number.parseInt(childrenOf(anchor, from)[0]?.attributes[name] ?? "", 10) / unitsPerPixel;
    return { index, into: into + distance };
  };
  const [from] = childrenOf(anchor, "from");
  const [to] = childrenOf(anchor, "to");
  const start = from ? point(from) : moved({ index: 0, into: 0 }, names.corner, "pos");
  const end = to ? point(to) : moved(start, names.size, "ext");
  if (![start, end].every(({ index, into }) => index >= 0 && index <= line.count && Number.isFinite(into))) {
    return undefined;
  }
  const first = settled(start, line);
  const last = settled(end, line);
  return { start: first.index, length: Math.max(1, last.index - first.index + (last.into > 1 ? 1 : 0)) };
}

/** The same point, counted from the column or row that it is in: the end of one is the beginning of the next. */
function settled({ index, into }: Point, line: Line): Point {
  let [at, rest] = [index, into];
  while (rest > 1 && rest >= line.pixels(at) - 1 && at < line.count - 1) {
    rest -= line.pixels(at);
    at++;
  }
  return { index: at, into: rest };
}
