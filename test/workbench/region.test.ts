import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { regionAround, type Extent } from "../../src/workbench/region";

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
