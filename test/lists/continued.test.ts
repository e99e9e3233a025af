import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { listRegionsIn } from "../../src/lists/continued";
import { localAddress } from "../../src/sheets";
import type { CellValue } from "../../src/workbook";

function addresses(rows: readonly (readonly CellValue[])[]): readonly string[] {
  const width = Math.max(...rows.map((row) => row.length));
  const values = rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ""));
  const block = { sheet: "Plan", row: 0, column: 0, height: rows.length, width };
  const formulas = values.map((row) => row.map(() => ""));
  return listRegionsIn({ block, values, formulas }).map((region) => localAddress(region.block));
}

const headings = ["Fund", "Value", "Target"];

describe("a list in cells", () => {
  it("goes on over blank rows where funds with targets follow", () => {
    expect(addresses([headings, ["A", 1, 0.5], [], ["B", 1, 0.25], [], [], ["C", 1, 0.25]])).toEqual(["A1:C7"]);
  });

  it("ends before another list, other figures, far cells, and after its total", () => {
    const list = [headings, ["A", 1, 0.5], ["B", 1, 0.5]];
    expect(addresses([...list, [], headings, ["C", 1, 1]])).toEqual(["A1:C3", "A5:C6"]);
    expect(addresses([...list, [], ["Monthly", 500]])).toEqual(["A1:C3", "A5:B5"]);
    expect(addresses([...list, [], [], [], ["C", 1, 0.1]])).toEqual(["A1:C3", "A7:C7"]);
    expect(addresses([...list, ["Total", 2, 1], [], ["C", 1, 0.1]])).toEqual(["A1:C4", "A6:C6"]);
    expect(addresses([...list, [], ["C", 1, 0.1], ["and a note"]])).toEqual(["A1:C3", "A5:C6"]);
  });

  it("is whole however its funds are parted by one or two blank rows", () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(gaps, (blank) => {
        const rows: CellValue[][] = [[...headings], ["First", 1, 1]];
        for (const [index, count] of blank.entries()) {
          for (let row = 0; row < count; row += 1) rows.push([]);
          rows.push([`Fund ${index}`, 10 + index, 1]);
        }
        expect(addresses(rows)).toEqual([`A1:C${rows.length}`]);
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});
