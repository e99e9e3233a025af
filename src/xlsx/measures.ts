/**
 * Sizes as a file holds them, for the default font, Calibri 11, whose widest digit is 7 pixels wide.
 * Source: ECMA-376 Part 1, 18.3.1.13, column width.
 */
const digit = 7;
/** Beside the characters a column has two pixels at each side and one for the line. */
const padding = 5;

/** What Excel uses where nothing is said. */
export const usual = { columnPixels: 64, rowPoints: 15 } as const;

/** The width a file holds for a column that shows so many characters. */
export function storedWidth(characters: number): number {
  const pixels = characters < 1 ? characters * (digit + padding) : characters * digit + padding;
  return Math.floor((pixels / digit) * 256) / 256;
}

/** The characters that a column of a stored width shows, as Excel says them: two decimals. */
export function charactersOf(width: number): number {
  const pixels = width * digit;
  const characters = pixels < digit + padding ? pixels / (digit + padding) : (pixels - padding) / digit;
  return Math.round(characters * 100) / 100;
}

/** The pixels of a column that shows so many characters. */
export function columnPixels(characters: number): number {
  return Math.round(storedWidth(characters) * digit);
}

/** The pixels of a height in points, at 96 pixels an inch. */
export function rowPixels(points: number): number {
  return Math.round((points * 96) / 72);
}
