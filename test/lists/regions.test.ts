import { describe, expect, it } from "@jest/globals";
import { regionsIn } from "../../src/lists/regions";
import { blockAt, type Block } from "../../src/sheets";

const block = (address: string): Block => blockAt(address) as Block;

describe("regions", () => {
  it("are bounded by blank rows and columns", () => {
    const values = [
      ["", "", "", "", ""],
      ["a", "b", "", "", ""],
      ["", "c", "", "d", ""],
      ["", "", "", "", ""],
      ["", "", "", "e", "f"],
    ];
    const formulas = values.map((row) => row.map(() => ""));
    const regions = regionsIn({ block: block("Money!B2:F6"), values, formulas });
    expect(regions.map((region) => [region.block, region.values])).toEqual([
      [
        block("Money!B3:C4"),
        [
          ["a", "b"],
          ["", "c"],
        ],
      ],
      [block("Money!E4"), [["d"]]],
      [block("Money!E6:F6"), [["e", "f"]]],
    ]);
  });

  it("are found in a long column with gaps, each as long as it is", () => {
    const values = Array.from({ length: 20_000 }, (_, row) => [row % 4 === 3 ? "" : row]);
    const formulas = values.map(() => [""]);
    const regions = regionsIn({ block: block("Money!A1:A20000"), values, formulas });
    expect(regions).toHaveLength(5_000);
    expect(new Set(regions.map((region) => region.block.height))).toEqual(new Set([3]));
    expect(regions.flatMap((region) => region.values.flat())).toEqual(values.flat().filter((value) => value !== ""));
  });
});
