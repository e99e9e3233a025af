import { describe, expect, it, test } from "@jest/globals";
import { classTargetsIn } from "../../src/lists/class-targets";
import { heldClasses, mixClassOf } from "../../src/lists/household-classes";
import { isHousehold, listIn, type HouseholdList } from "../../src/lists/list";
import { blockAt, type Block } from "../../src/sheets";
import type { CellValue, Contents } from "../../src/workbook";
import { brokerTable, CLASSES } from "../ranges/broker-tables";

function contentsOf(values: readonly (readonly CellValue[])[]): Contents {
  const block = { ...(blockAt("Money!A1") as Block), height: values.length, width: values[0]?.length ?? 0 };
  return { block, values, formulas: values.map((row) => row.map(() => "")) };
}

function householdOf(values: readonly (readonly CellValue[])[]): HouseholdList {
  const list = listIn(contentsOf(values));
  if (!isHousehold(list)) throw new Error("no household");
  return list;
}

describe("the classes of a household", () => {
  it("are the owner's, those of the columns of mixes, and Cash where it is held, in the order of the ready-made mixes", () => {
    const { classes, unclassed } = heldClasses(
      householdOf([
        ["Account", "Fund", "Asset class", "Value", "Large", "Bonds", "Risk", "Lock"],
        ["401(k)", "Balanced", "", 1000, 0.6, 0.4, 3, ""],
        ["401(k)", "Gold", "Commodities", 50, "", "", 5, ""],
        ["401(k)", "Acme", "", 70, "", "", 9, "hold"],
        ["IRA", "Old fund", "Emerging markets", 0, "", "", "", ""],
        ["IRA", "SPAXX", "", 200, "", "", 1, ""],
        ["IRA", "World", "International stocks", 300, "", "", 2, ""],
        ["IRA", "Riddle", "", 5, "", "", "", ""],
      ]),
    );
    expect(unclassed).toEqual([{ row: 7, fund: "Riddle", value: 500 }]);
    expect(classes.map(({ name, value }) => [name, value])).toEqual([
      ["International stocks", 300],
      ["Bonds", 400],
      ["Cash", 200],
      ["Large", 600],
      ["Commodities", 50],
    ]);
  });

  it("are told by their words where a mix is laid over them", () => {
    expect(["large cap", "Intl", "TIPS", "cash", "Company"].map(mixClassOf)).toEqual([
      ...["US stocks", "International stocks", "Bonds", "Cash", undefined],
    ]);
  });
});

test("of drawn tables of several accounts, each class's money is what is held in it, and nothing is without one", () => {
  let households = 0;
  for (let seed = 1; seed <= 300; seed++) {
    const { cells, truth } = brokerTable(seed);
    const list = listIn(contentsOf(cells.map((row) => row.map((cell) => (cell ?? "") as CellValue))));
    if (!isHousehold(list)) continue;
    households += 1;
    const { classes, unclassed } = heldClasses(list);
    expect({ seed, unclassed }).toEqual({ seed, unclassed: [] });
    const money = new Map(classes.map(({ name, value }) => [name, Math.round(value * 100)]));
    for (const name of CLASSES) {
      expect({ seed, name, money: money.get(name) ?? 0 }).toEqual({ seed, name, money: truth.byClass.get(name) ?? 0 });
    }
  }
  expect(households).toBeGreaterThan(80);
});

describe("targets by class", () => {
  it("are a column of classes and one of targets, with a title above and a total below", () => {
    const found = classTargetsIn(
      contentsOf([
        ["Our goals", ""],
        ["Asset class", "Goal"],
        ["Stocks", "60%"],
        ["Bonds", "40%"],
        ["Total", "100%"],
      ]),
    );
    expect(found).toMatchObject({ classes: blockAt("Money!A3:A4"), weights: blockAt("Money!B3:B4") });
  });

  it("may be called weights if they add up to 100 %", () => {
    const rows = [["Class", "Years", "Weight"], ["Stocks", 20, 0.6], ["Bonds", 5, 0.4]]; // prettier-ignore
    expect(classTargetsIn(contentsOf(rows))?.weights).toEqual(blockAt("Money!C2:C3"));
    const half = [["Class", "Years", "Weight"], ["Stocks", 20, 0.3], ["Bonds", 5, 0.2]]; // prettier-ignore
    expect(classTargetsIn(contentsOf(half))).toBeUndefined();
  });

  it.each([
    [
      [
        ["Fund", "Class", "Target"],
        ["VTI", "Stocks", 1],
      ],
    ],
    [
      [
        ["Class", "Target", "Value"],
        ["Stocks", 1, 500],
      ],
    ],
    [
      [
        ["Account", "Class", "Target"],
        ["IRA", "Stocks", 1],
      ],
    ],
    [[["Class", "Target"]]],
  ])("are no list of funds or accounts: %j", (rows) => {
    expect(classTargetsIn(contentsOf(rows))).toBeUndefined();
  });
});
