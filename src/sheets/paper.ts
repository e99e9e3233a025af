import type { Page } from "./page";

/** US Letter within the margins that files are written with, in points. */
const PAPER = {
  landscape: { width: 10 * 72, height: 7.15 * 72 },
  portrait: { width: 7.5 * 72, height: 9.65 * 72 },
};
export type Orientation = keyof typeof PAPER;

/** The width of a page on its side, in points. */
export const PAPER_WIDTH = PAPER.landscape.width;

/** Content that is this much too high for its pages is made smaller rather than given another page. */
export const TOLERANCE = 1.12;
/** Printers differ in what they get onto a page; so much of it is counted on. */
export const SURE = 0.94;

/** The height of a page in the sheet's own points: what is fitted to its width is made smaller, by whole percents. */
export function paperHeight(page: Page, orientation: Orientation): number {
  const paper = PAPER[orientation];
  const width = page.pixels(0, page.widths.length - 1) * 0.75;
  return paper.height / Math.min(1, Math.floor((paper.width / width) * 100) / 100);
}
