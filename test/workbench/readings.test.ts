import { beforeAll, beforeEach, describe, expect, it, jest } from "@jest/globals";
import type { Readings } from "../../src/workbench/readings";
import { onlyNames, PaperGrid } from "./paper-grid";

// Node can't load by require what these are for drawing; here they are only asked for the names of what changes cells.
jest.mock("@univerjs/sheets", () => onlyNames);
let Readers: typeof Readings;
beforeAll(async () => {
  ({ Readings: Readers } = await import("../../src/workbench/readings"));
});

const [height, width] = [200, 4];
const block = { sheet: "Plan", row: 0, column: 3, height, width };
const results = (plus: number): number[][] =>
  Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) => row * width + column + plus),
  );

describe("results that spill over a sheet", () => {
  let grid: PaperGrid;
  const read = (): readonly (readonly unknown[])[] =>
    Readers.of(grid.injector).sheet(grid.book, grid.sheet).contents(block).values;

  beforeEach(() => {
    grid = new PaperGrid();
    grid.spill(results(0));
    read();
  });

  it("are read again once after a calculation", () => {
    grid.asked = 0;
    grid.spill(results(1000));
    expect(read()).toEqual(results(1000));
    expect(grid.asked).toBeLessThan(1.1 * height * width);
    grid.asked = 0;
    read();
    expect(grid.asked).toBeLessThan(10);
  });

  it("aren't read again where nothing was calculated, whatever Univer tells of its calculations", () => {
    const before = read();
    grid.asked = 0;
    grid.tell("formula.mutation.set-formula-calculation-start");
    grid.tell("formula.mutation.set-formula-calculation-notification");
    grid.write(500, 0, 7);
    expect(read()).toBe(before);
    expect(grid.asked).toBeLessThan(10);
  });

  it("leave the cells from which they withdraw", () => {
    grid.spill(results(5).slice(0, 3));
    const blank = Array.from({ length: width }, () => "");
    expect(read()).toEqual([...results(5).slice(0, 3), ...Array.from({ length: height - 3 }, () => blank)]);
  });
});
