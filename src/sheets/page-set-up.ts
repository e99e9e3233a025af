import { anyPages, type Margin, type PrintSetUp } from "./book";
import type { StepOf } from "./description";

/** In inches: as narrow as Excel's "Narrow" at the sides, with room for the footer below. */
export const keelMargins: Readonly<Record<Margin, number>> = {
  left: 0.5,
  right: 0.5,
  top: 0.6,
  bottom: 0.75,
  header: 0.3,
  footer: 0.4,
};

/** What stands below each page, in Excel's codes: the sheet's name, and which page it is. */
export const sheetFooter = { middle: "&A", right: "Page &P of &N" } as const;

/** How a sheet is printed that Keel adds: one page wide, and as many pages long as its list takes, now and later. */
export function printOf({ block, orientation }: StepOf<"set up page">): PrintSetUp {
  return {
    orientation,
    // All that is on the sheet: whoever adds a column sees it printed.
    areas: [],
    pagesTall: anyPages,
    repeat: { from: block.row, to: block.row + block.height - 1 },
    footer: `&C${sheetFooter.middle}&R${sheetFooter.right}`,
  };
}
