import { anyPages, type Margin, type PrintSetUp } from "./book";
import type { StepOf } from "./description";
import { sheetEnd } from "./references";

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
export function printOf({ block, orientation, columns = [] }: StepOf<"set up page">): PrintSetUp {
  return {
    orientation,
    // Without columns all that is on the sheet: whoever adds a column sees it printed. Whole ones grow with what they hold.
    areas: columns.map((one) => ({ ...one, sheet: block.sheet, row: 0, height: sheetEnd.rows })),
    pagesTall: anyPages,
    repeat: { from: block.row, to: block.row + block.height - 1 },
    footer: `&C${sheetFooter.middle}&R${sheetFooter.right}`,
  };
}
