import { describe, expect, it } from "@jest/globals";
import { CELL_INVERTED_INDEX_CACHE } from "@univerjs/engine-formula";
import fc from "fast-check";
import { mendValueIndex, type ValueIndex } from "../../src/workbench/value-index";

const Index = CELL_INVERTED_INDEX_CACHE.constructor as new () => ValueIndex;

const values = fc.constantFrom<string | number | boolean | null>(0, 1, 2.5, "", null, "Buy", "buy", "1", true, "#N/A");

describe("Univer's index of values, mended", () => {
  it("holds what the original holds, whatever is written over what", () => {
    const writings = fc.array(fc.record({ column: fc.nat(1), row: fc.nat(5), value: values, force: fc.boolean() }));
    const built = fc.array(fc.record({ column: fc.nat(1), from: fc.nat(5), rows: fc.nat(3) }), { maxLength: 2 });
    fc.assert(
      fc.property(writings, built, writings, (first, ranges, second) => {
        const [original, ours] = [new Index(), new Index()];
        mendValueIndex(ours);
        for (const index of [original, ours]) {
          // As the engine does: while it builds the index each cell comes once, afterwards only by force.
          const come = new Set<string>();
          for (const { column, row, value, force } of first) {
            const anew = !come.has(`${column},${row}`);
            come.add(`${column},${row}`);
            index.set("book", "sheet", column, value, row, force || !anew);
          }
          for (const { column, from, rows } of ranges) {
            index.setContinueBuildingCache("book", "sheet", column, from, from + rows);
          }
          for (const { column, row, value } of second) index.set("book", "sheet", column, value, row, true);
        }
        for (const column of [0, 1]) {
          const held = original.getCellValuePositions("book", "sheet", column);
          expect(ours.getCellValuePositions("book", "sheet", column)).toEqual(held);
          expect([...(ours.getCellValuePositions("book", "sheet", column) ?? [])]).toEqual([...(held ?? [])]);
        }
      }),
    );
  });

  it("takes a long column of different values in proportion to its length", () => {
    const index = new Index();
    mendValueIndex(index);
    const height = 100_000;
    for (let time = 0; time < 2; time += 1) {
      for (let row = 0; row < height; row += 1) index.set("book", "sheet", 0, row + time / 2, row, true);
    }
    const column = index.getCellValuePositions("book", "sheet", 0);
    expect(column?.get(99_999.5)).toEqual(new Set([99_999]));
    expect(column?.get(99_999)).toEqual(new Set());
  }, 20_000);
});
