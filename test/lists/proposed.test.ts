import { describe, expect, it } from "@jest/globals";
import { isValued, listIn, type ValuedList } from "../../src/lists/list";
import { canBeTable, freeTableName, propose } from "../../src/lists/proposed";
import { targetTexts } from "../../src/lists/targets";
import { blockAt } from "../../src/sheets";
import type { CellValue } from "../../src/workbook/host";

function listAt(address: string, rows: readonly (readonly CellValue[])[], table?: string): ValuedList {
  const block = blockAt(address);
  if (!block) throw new Error(address);
  const formulas = rows.map((row) => row.map(() => ""));
  const list = listIn({ block, values: rows, formulas, ...(table === undefined ? {} : { name: table }) });
  if (!isValued(list)) throw new Error("no values");
  return list;
}

describe("what is done to the list", () => {
  const rows = [
    ["Fund", "Value", "Target"],
    ["A", 700, 60],
    ["", "", ""],
    ["B", 300, 40],
    ["Total", 1000, 100],
  ];

  it("is nothing where targets stay, in whatever spelling they stand", () => {
    for (const spelling of [
      [60, 40],
      [0.6, 0.4],
      ["60%", "40%"],
    ]) {
      const [first = "", second = ""] = spelling;
      const list = listAt("Plan!A1:C3", [
        ["Fund", "Value", "Target"],
        ["A", 700, first],
        ["B", 300, second],
      ]);
      expect(targetTexts(list).map((text) => text.replace("%", ""))).toEqual(["60", "40"]);
      expect(propose(list, [60, 40])).toMatchObject({ steps: [], targets: { fate: "kept" } });
    }
  });

  it("rewrites targets the way they are written, leaving blank rows and the total row alone", () => {
    const proposal = propose(listAt("Plan!A1:C5", rows), [50, 0, 50]);
    expect(proposal?.steps).toEqual([{ do: "write values", block: blockAt("Plan!C2:C4"), values: [[50], [""], [50]] }]);
    expect(proposal?.targets).toEqual({ fate: "rewritten", cells: blockAt("Plan!C2:C4") });
  });

  it("makes a table of the headings and the funds; the total row stays outside", () => {
    const list = listAt("Plan!B3:D7", rows);
    expect(canBeTable(list)).toBe(true);
    const proposal = propose(list, [60, 0, 40], "Holdings");
    expect(proposal?.newTable).toEqual({ name: "Holdings", block: blockAt("Plan!B3:D6") });
    expect(proposal?.list.total).toBeUndefined();
    expect(proposal?.list).toMatchObject({ table: "Holdings", firstRow: 1, height: 3 });
  });

  it("adds a column of targets, and grows a table by it", () => {
    const bare = rows.map((row) => row.slice(0, 2));
    const added = propose(listAt("Plan!A1:B5", bare), [60, 0, 40]);
    expect(added?.steps[0]).toEqual({
      do: "write values",
      block: blockAt("Plan!C1:C4"),
      values: [["Target"], [0.6], [""], [0.4]],
    });
    const inTable = propose(listAt("Plan!A1:B4", bare.slice(0, 4), "Mine"), [60, 0, 40]);
    expect(inTable?.steps).toContainEqual({ do: "resize table", name: "Mine", block: blockAt("Plan!A1:C4") });
    expect(inTable?.list.columns.target).toBe(2);
  });

  it("makes no table where headings are missing or stand twice", () => {
    expect(
      canBeTable(
        listAt("Plan!A1:C2", [
          ["Fund", "Value", ""],
          ["A", 1, 2],
        ]),
      ),
    ).toBe(false);
    expect(
      canBeTable(
        listAt("Plan!A1:C2", [
          ["Fund", "Value", "value"],
          ["A", 1, 2],
        ]),
      ),
    ).toBe(false);
    expect(
      canBeTable(
        listAt("Plan!A1:B2", [
          ["A", 1],
          ["B", 2],
        ]),
      ),
    ).toBe(false);
  });

  it("finds a free name", () => {
    expect(freeTableName("Holdings", [])).toBe("Holdings");
    expect(freeTableName("Holdings", ["HOLDINGS", "Holdings2"])).toBe("Holdings3");
  });
});
