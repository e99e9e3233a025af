import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { regionAround, type Extent } from "../../src/workbench/region";
import { SheetReading, type SheetSource } from "../../src/workbench/sheet-reading";

type Grid = readonly (readonly boolean[])[];

/** Grows a region as its definition says, looking at every cell beside it again after each step. */
function grownNaively(grid: Grid, row: number, column: number): Extent {
  const extent = { top: row, bottom: row, left: column, right: column };
  const anyFilled = (fromRow: number, toRow: number, fromColumn: number, toColumn: number): boolean =>
    grid.some(
      (cells, at) =>
        at >= fromRow &&
        at <= toRow &&
        cells.some((filled, across) => filled && across >= fromColumn && across <= toColumn),
    );
  for (let before = ""; before !== JSON.stringify(extent);) {
    before = JSON.stringify(extent);
    const { top, bottom, left, right } = extent;
    if (anyFilled(top - 1, top - 1, left - 1, right + 1)) extent.top -= 1;
    if (anyFilled(bottom + 1, bottom + 1, left - 1, right + 1)) extent.bottom += 1;
    if (anyFilled(top - 1, bottom + 1, left - 1, left - 1)) extent.left -= 1;
    if (anyFilled(top - 1, bottom + 1, right + 1, right + 1)) extent.right += 1;
  }
  return extent;
}

const grids = fc
  .record({
    height: fc.integer({ min: 1, max: 14 }),
    width: fc.integer({ min: 1, max: 14 }),
    of: fc.integer({ min: 1, max: 6 }),
  })
  .chain(({ height, width, of }) =>
    fc.array(
      fc.array(
        fc.integer({ min: 0, max: of }).map((drawn) => drawn === 0),
        { minLength: width, maxLength: width },
      ),
      {
        minLength: height,
        maxLength: height,
      },
    ),
  );

describe("the region around a cell", () => {
  it("is what growing it step by step gives, and asks for no cell more than twice", () => {
    fc.assert(
      fc.property(grids, fc.nat(13), fc.nat(13), (grid, row, column) => {
        const asked = new Map<string, number>();
        const found = regionAround(row, column, (down, across) => {
          const place = `${down},${across}`;
          asked.set(place, (asked.get(place) ?? 0) + 1);
          return grid[down]?.[across] ?? false;
        });
        expect(found).toEqual(grownNaively(grid, row, column));
        expect(Math.max(...asked.values())).toBeLessThanOrEqual(2);
        for (const place of asked.keys()) {
          const [down = 0, across = 0] = place.split(",").map(Number);
          expect(down >= found.top - 1 && down <= found.bottom + 1).toBe(true);
          expect(across >= found.left - 1 && across <= found.right + 1).toBe(true);
        }
      }),
    );
  });
});

describe("a reading of a long sheet", () => {
  const [height, width] = [20_000, 6];
  const given = { cells: 0 };
  const source: SheetSource = {
    name: "Money",
    rows: height + 10,
    columns: 20,
    forEachCell: (give) => {
      for (let row = 0; row < height; row += 1) {
        for (let column = 0; column < width; column += 1) {
          given.cells += 1;
          give(row, column, row + column, column === 5 ? `=A${row + 1}` : "");
        }
      }
    },
  };

  it("asks the grid for each cell once, whichever cells are clicked", () => {
    const reading = new SheetReading(source);
    const cell = (
      row: number,
      column: number,
    ): { sheet: string; row: number; column: number; height: 1; width: 1 } => ({
      sheet: "Money",
      row,
      column,
      height: 1,
      width: 1,
    });
    const whole = { sheet: "Money", row: 0, column: 0, height, width };
    for (const [row, column] of [
      [0, 0],
      [height - 1, 5],
      [10_000, 3],
      [height, 6],
    ] as const) {
      const region = reading.region(cell(row, column));
      const contents = reading.contents(region);
      if (row < height) expect(region).toEqual(whole);
      if (row < height) expect(contents).toBe(reading.contents(whole));
    }
    expect(reading.region(cell(height, 6))).toEqual({ ...whole, height: height + 1, width: width + 1 });
    expect(reading.formulas()).toHaveLength(height);
    expect(given.cells).toBe(height * width);
  });

  it("knows nothing beyond the sheet", () => {
    const reading = new SheetReading({ ...source, rows: 2, columns: 2 });
    expect([reading.isFilled(1, 1), reading.isFilled(2, 1), reading.isFilled(1, 2), reading.isFilled(-1, 0)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
