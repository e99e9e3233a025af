import { textWidth } from "./lettering";

/**
 * How wide a column is that shows so many characters. Source: ECMA-376 Part 1, 18.3.1.13, column width: a digit of
 * Excel's default font, Calibri 11, is 7 pixels wide at 96 pixels an inch, and beside its characters a column has two
 * pixels at each side and one for the line. In other fonts a column comes out a little wider or narrower.
 */
const DIGIT = 7;
const PADDING = 5;
const ONE_CHARACTER = DIGIT + PADDING;

/** In pixels with their fractions: of the first character a part takes the same part of its width and of the padding. */
function exactPixels(characters: number): number {
  return characters < 1 ? characters * ONE_CHARACTER : characters * DIGIT + PADDING;
}

/** The width of a column in whole pixels, 96 an inch. Excel's standard of 8.43 characters is 64. */
export function columnPixels(characters: number): number {
  return Math.round(exactPixels(characters));
}

/** The width of a column in points, as Excel's interface takes it: 0.75 a pixel. Excel's standard of 8.43 characters is 48. */
export function columnPoints(characters: number): number {
  return columnPixels(characters) * 0.75;
}

/** The characters that a column of so many pixels shows, to the hundredth, as Excel says them. */
export function columnCharacters(pixels: number): number {
  const characters = pixels < ONE_CHARACTER ? pixels / ONE_CHARACTER : (pixels - PADDING) / DIGIT;
  return Math.round(characters * 100) / 100;
}

/** The width that a file holds for a column: in digits, padding included, rounded down to a 256th. */
export function storedColumnWidth(characters: number): number {
  return Math.floor((exactPixels(characters) / DIGIT) * 256) / 256;
}

/** The pixels that a width in a file stands for, not rounded. */
export function storedColumnPixels(width: number): number {
  return width * DIGIT;
}

/** The size of cells' letters, in pixels: 11 points. */
const LETTERS = 11 / 0.75;
/** How much wider bold letters are. */
const BOLD = 1.12;
/** The button in a table's header row by which it is filtered, with the room around it, in pixels. */
const FILTER_BUTTON = 22;

/** The characters that a column of a named table needs for its heading, which is bold and has a button beside it. */
export function headingCharacters(heading: string): number {
  return Math.ceil((textWidth(heading) * LETTERS * BOLD + FILTER_BUTTON) / DIGIT);
}
