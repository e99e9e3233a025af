import type { Page } from "../page";
import { PAPER_WIDTH, paperHeight, SURE, TOLERANCE } from "../paper";

/** How a sheet comes out on paper. */
export interface Pages {
  readonly count: number;
  /** Rows that begin a new page. */
  readonly breaks: readonly number[];
  /** The size that it is printed in; absent where its width alone decides that. */
  readonly percent?: number;
}

/**
 * Says on how many landscape pages rows come out, `end` left out: a page begins where a part does, so that none is cut
 * that has room on a page of its own. Where a little smaller print saves a page, it is printed so.
 */
export function pagesFor(page: Page, parts: readonly number[], end: number): Pages {
  const paper = paperHeight(page, "landscape") * SURE;
  const usual = laidOut(page, parts, end, paper);
  const smaller = laidOut(page, parts, end, paper * TOLERANCE);
  if (smaller.count === usual.count || smaller.count > FEW_PAGES) return usual;
  const width = page.pixels(0, page.widths.length - 1) * POINTS_A_PIXEL;
  return { ...smaller, percent: Math.floor((PAPER_WIDTH / width / TOLERANCE) * 100) };
}

/** A list that takes more pages is printed in its usual size. */
const FEW_PAGES = 2;
const POINTS_A_PIXEL = 0.75;

function laidOut(page: Page, parts: readonly number[], end: number, paper: number): Pages {
  const breaks: number[] = [];
  let from = 0;
  let count = 1;
  for (const [index, start] of parts.entries()) {
    const stop = parts[index + 1] ?? end;
    if (start > from && page.heightOf(from, stop) > paper) {
      breaks.push(start);
      from = start;
      count += 1;
    }
    // A part that is higher than a page goes on, on the next.
    const over = Math.ceil(page.heightOf(from, stop) / paper) - 1;
    if (over <= 0) continue;
    count += over;
    from = stop;
  }
  return { count, breaks };
}
