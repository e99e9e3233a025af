import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Block } from "../../src/sheets";
import { type Cell, SheetReading, type SheetSource } from "../../src/workbench/sheet-reading";

const blank: Cell = { value: "", formula: "" };

/** A sheet whose cells can be written, and that counts how often one is asked for. */
class Paper implements SheetSource {
  readonly name = "Money";
  readonly #cells = new Map<string, Cell>();
  asked = 0;

  constructor(
    readonly rows: number,
    readonly columns: number,
  ) {}

  write(row: number, column: number, cell: Cell): void {
    this.#cells.set(`${row},${column}`, cell);
  }

  forEachCell(give: (row: number, column: number, cell: Cell) => void): void {
    for (const [place, cell] of this.#cells) {
      const [row = 0, column = 0] = place.split(",").map(Number);
      this.asked += 1;
      give(row, column, cell);
    }
  }

  cellAt(row: number, column: number): Cell {
    this.asked += 1;
    return this.#cells.get(`${row},${column}`) ?? blank;
  }
}

const [rows, columns] = [12, 7];

const cells: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(blank),
  fc.record({ value: fc.constantFrom(0, 1, "x", true, Number.NaN, ""), formula: fc.constantFrom("", "", "=A1") }),
);
const places = fc.record({ row: fc.nat(rows - 1), column: fc.nat(columns - 1) });
const writings = fc.array(fc.tuple(places, cells), { maxLength: 40 });
const blocks: fc.Arbitrary<Block> = places.chain(({ row, column }) =>
  fc.record({
    sheet: fc.constant("Money"),
    row: fc.constant(row),
    column: fc.constant(column),
    height: fc.integer({ min: 1, max: rows - row }),
    width: fc.integer({ min: 1, max: columns - column }),
  }),
);

describe("a reading of a sheet that is written on", () => {
  it("holds what a new reading would, and keeps blocks and rows without a change as they were", () => {
    fc.assert(
      fc.property(writings, writings, fc.array(blocks, { minLength: 1, maxLength: 6 }), (before, later, asked) => {
        const paper = new Paper(rows, columns);
        for (const [{ row, column }, cell] of before) paper.write(row, column, cell);
        const reading = new SheetReading(paper);
        const known = asked.map((block) => reading.contents(block));
        reading.formulas();
        for (const [{ row, column }, cell] of later) paper.write(row, column, cell);
        reading.reread(later.map(([{ row, column }]) => [row, column]));

        const anew = new SheetReading(paper);
        expect(reading.formulas()).toEqual(anew.formulas());
        for (const [index, block] of asked.entries()) {
          const now = reading.contents(block);
          expect(now).toEqual(anew.contents(block));
          expect(reading.region({ ...block, height: 1, width: 1 })).toEqual(
            anew.region({ ...block, height: 1, width: 1 }),
          );
          const old = known[index];
          const same = JSON.stringify(old?.values) === JSON.stringify(now.values);
          if (same && JSON.stringify(old?.formulas) === JSON.stringify(now.formulas)) expect(now).toBe(old);
          for (const [row, values] of now.values.entries()) {
            const changed = later.some(([place]) => place.row === block.row + row);
            if (!changed) expect(values).toBe(old?.values[row]);
          }
        }
      }),
    );
  });

  it("asks the grid only for the cells that were written", () => {
    const paper = new Paper(5010, 10);
    for (let row = 0; row < 5000; row += 1) {
      for (let column = 0; column < 6; column += 1) paper.write(row, column, { value: row, formula: "" });
    }
    const reading = new SheetReading(paper);
    const whole = { sheet: "Money", row: 0, column: 0, height: 5000, width: 6 };
    const before = reading.contents(whole);
    paper.asked = 0;
    paper.write(4000, 2, { value: 9000, formula: "" });
    reading.reread([[4000, 2]]);
    const now = reading.contents(reading.region({ ...whole, height: 1, width: 1 }));
    expect(paper.asked).toBe(1);
    expect(now.values[4000]).toEqual([4000, 4000, 9000, 4000, 4000, 4000]);
    expect(now.values.filter((row, index) => row !== before.values[index])).toHaveLength(1);
    reading.reread([[4000, 2]]);
    expect(reading.contents(whole)).toBe(now);
  });
});

describe("a reading of a long sheet", () => {
  const [height, width] = [20_000, 6];
  const given = { cells: 0 };
  const cellAt = (row: number, column: number): Cell =>
    row < height && column < width ? { value: row + column, formula: column === 5 ? `=A${row + 1}` : "" } : blank;
  const source: SheetSource = {
    name: "Money",
    rows: height + 10,
    columns: 20,
    forEachCell: (give) => {
      for (let row = 0; row < height; row += 1) {
        for (let column = 0; column < width; column += 1) {
          given.cells += 1;
          give(row, column, cellAt(row, column));
        }
      }
    },
    cellAt: (row, column) => {
      given.cells += 1;
      return cellAt(row, column);
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
