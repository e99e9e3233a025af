/** A new sheet's size, with cells as large as Excel's. Univer's sheets end where they are told to. */
export const sheetSize = { rowCount: 1000, columnCount: 52, defaultColumnWidth: 64, defaultRowHeight: 20 } as const;

/** How many rows a sheet has below its last filled one at least. */
export const roomBelow = 200;

/** The height of a row in pixels, 96 to the inch; a point is a 72nd of an inch. */
export function heightInPixels(points: number): number {
  return Math.round((points * 96) / 72);
}

export function heightInPoints(pixels: number): number {
  return (pixels * 72) / 96;
}
