import { storedColumnPixels, storedColumnWidth } from "../sheets";

/** What Excel uses where nothing is said. */
export const usual = { columnPixels: 64, rowPoints: 15 } as const;

/** The pixels that Excel gives a column of a file, whose stored width has lost up to a 256th of a digit. */
export function columnPixels(characters: number): number {
  return Math.round(storedColumnPixels(storedColumnWidth(characters)));
}

/** The pixels of a height in points, at 96 pixels an inch. */
export function rowPixels(points: number): number {
  return Math.round((points * 96) / 72);
}
