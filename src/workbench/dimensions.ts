/** A new sheet's size, with cells as large as Excel's. Univer's sheets end where they are told to. */
export const sheetSize = { rowCount: 1000, columnCount: 52, defaultColumnWidth: 64, defaultRowHeight: 20 } as const;

/** The width of a column in pixels. Excel's rule for its default font: 7 pixels a digit, and 5 for the cell's edges. */
export function widthInPixels(characters: number): number {
  return Math.round(characters * 7 + 5);
}

/** The width of a column in characters, to the hundredth, as Excel shows it. */
export function widthInCharacters(pixels: number): number {
  return Math.max(0, Math.round(((pixels - 5) / 7) * 100) / 100);
}

/** The height of a row in pixels, 96 to the inch; a point is a 72nd of an inch. */
export function heightInPixels(points: number): number {
  return Math.round((points * 96) / 72);
}

export function heightInPoints(pixels: number): number {
  return (pixels * 72) / 96;
}
