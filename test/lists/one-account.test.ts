import { describe, expect, it } from "@jest/globals";
import { classTargetsIn } from "../../src/lists/class-targets";
import { listIn } from "../../src/lists/list";
import { byClassIn, type ByClass } from "../../src/lists/one-account";
import { blockAt, type Block } from "../../src/sheets";
import type { CellValue } from "../../src/workbook";

type Rows = readonly (readonly CellValue[])[];

const contents = (sheet: string, values: Rows): Parameters<typeof listIn>[0] => {
  const corner = blockAt(`${sheet}!A1`) as Block;
  return { block: { ...corner, height: values.length, width: values[0]?.length ?? 1 }, values, formulas: [] };
};

function byClass(list: Rows, targets: Rows): ByClass | undefined {
  const found = classTargetsIn(contents("Plan", [["Class", "Target"], ...targets]));
  if (!found) throw new Error("No targets by class.");
  return byClassIn(listIn(contents("Money", list)), found);
}

const HEADINGS = ["Fund", "Asset class", "Value", "Lock"];
const fundTargets = (rows: Rows, targets: Rows): readonly number[] | undefined =>
  byClass([HEADINGS, ...rows], targets)?.account.fundTargets;

const two: Rows = [
  ["US stocks", 60],
  ["Bonds", 40],
];

describe("a fund's target is its class's", () => {
  it.each<[string, Rows, Rows, readonly number[] | undefined]>([
    [
      "where each class has one",
      [
        ["A", "US stocks", 7, ""],
        ["B", "bonds ", 3, ""],
      ],
      two,
      [60, 40],
    ],
    [
      "beside funds on the menu",
      [
        ["A", "US stocks", 7, ""],
        ["M", "US stocks", 0, ""],
        ["B", "Bonds", 3, ""],
      ],
      two,
      [60, 0, 40],
    ],
    [
      "where the only fund of a class is on the menu",
      [
        ["A", "US stocks", 7, ""],
        ["B", "Bonds", 0, ""],
      ],
      two,
      [60, 40],
    ],
    [
      "beside what is held",
      [
        ["A", "US stocks", 7, ""],
        ["Acme", "", 5, "hold"],
        ["B", "Bonds", 3, ""],
      ],
      two,
      [60, 0, 40],
    ],
    [
      "beside a class to leave",
      [
        ["A", "US stocks", 7, ""],
        ["G", "Gold", 1, ""],
        ["B", "Bonds", 3, ""],
      ],
      [...two, ["Gold", 0]],
      [60, 0, 40],
    ],
    [
      "with cash, which has no class",
      [
        ["A", "US stocks", 7, ""],
        ["Cash", "", 3, ""],
      ],
      [
        ["US stocks", 0.9],
        ["Cash", 0.1],
      ],
      [90, 10],
    ],
    [
      "unless a class has several with money",
      [
        ["A", "US stocks", 7, ""],
        ["C", "US stocks", 1, ""],
        ["B", "Bonds", 3, ""],
      ],
      two,
      undefined,
    ],
    ["unless a class has none", [["A", "US stocks", 7, ""]], two, undefined],
    [
      "unless money is in none of the classes",
      [
        ["A", "US stocks", 7, ""],
        ["B", "Bonds", 3, ""],
        ["G", "Gold", 1, ""],
      ],
      two,
      undefined,
    ],
    [
      "unless the targets aren't 100%",
      [
        ["A", "US stocks", 7, ""],
        ["B", "Bonds", 3, ""],
      ],
      [
        ["US stocks", 60],
        ["Bonds", 30],
      ],
      undefined,
    ],
  ])("%s", (_case, rows, targets, percents) => expect(fundTargets(rows, targets)).toEqual(percents));

  it("never of a fund that columns take apart", () => {
    const rows: Rows = [
      ["Fund", "Value", "US stocks", "Bonds"],
      ["Balanced", 10, 0.6, 0.4],
      ["VBTLX", 5, "", 1],
    ];
    const found = byClass(rows, two);
    expect(found?.account).toEqual({ list: found?.account.list });
    expect(found?.list.household.holdings).toBe(2);
  });
});

describe("a list by class", () => {
  it("is none where it has targets, several accounts, or no money in these classes", () => {
    const rows = (...values: Rows): Rows => [["Account", "Fund", "Asset class", "Value", "Target"], ...values];
    expect(byClass(rows(["IRA", "A", "Bonds", 5, ""]), two)).toBeDefined();
    expect(byClass(rows(["IRA", "A", "Bonds", 5, 100]), two)).toBeUndefined();
    expect(byClass(rows(["IRA", "A", "Bonds", 5, ""], ["Roth", "B", "Bonds", 5, ""]), two)).toBeUndefined();
    expect(byClass(rows(["IRA", "A", "Gold", 5, ""]), two)).toBeUndefined();
  });

  it("gets the classes that Keel knows as its own column where it has none, in the targets' words", () => {
    const found = byClass(
      [
        ["Ticker", "Value"],
        ["VTSAX", 5],
        ["Mystery Trust", 1],
        ["Total", 6],
      ],
      [
        ["Domestic equity", 60],
        ["Bonds", 40],
      ],
    );
    expect(found?.list.cells.map((row) => row[2])).toEqual(["Asset class", "Domestic equity", "", ""]);
    expect(found?.account.added?.guessed).toEqual([{ fund: "VTSAX", assetClass: "Domestic equity" }]);
    expect(found?.account.added?.steps).toEqual([
      {
        do: "write values",
        block: blockAt("Money!C1:C3"),
        values: [["Asset class"], ["Domestic equity"], [""]],
      },
    ]);
  });
});
