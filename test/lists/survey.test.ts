import { describe, expect, it } from "@jest/globals";
import { nameOf } from "../../src/lists/list";
import { survey, type Survey } from "../../src/lists/survey";
import { blockAt, logRebalance, logSheet, planSheet, type Block } from "../../src/sheets";
import { drifted, withPlanSheet } from "../taskpane/drifted";
import { PaperWorkbook } from "../taskpane/paper-workbook";

const block = (address: string): Block => blockAt(address) as Block;

/** What the sight shows, in short: the list and whether a plan is about it. */
function shown({ sight }: Survey): string {
  if (sight.found === "nothing") return "nothing";
  const plan = sight.found === "list" && sight.plan ? ", planned" : "";
  return `${sight.found} ${nameOf(sight.list)} on ${sight.list.block.sheet}${plan}`;
}

describe("a cell beside a table", () => {
  it("stands for the table, and its plan is told", async () => {
    const workbook = drifted();
    await withPlanSheet(workbook, [["Band", "20pp"]]);
    for (const cell of ["C6", "D3", "D6", "B6"]) {
      workbook.select(`'401(k)'!${cell}`);
      expect([cell, shown(await survey(workbook, { chosen: [] }))]).toEqual([cell, "list Holdings on 401(k), planned"]);
    }
  });

  it("stands for the nearest table that is a list of funds", async () => {
    const workbook = drifted();
    workbook.type("'401(k)'!E1", [
      ["Fund", "Value", "Target"],
      ["World", 100, 1],
    ]);
    workbook.table("Other", "'401(k)'!E1:G2");
    workbook.select("'401(k)'!G3");
    expect(shown(await survey(workbook, { chosen: [] }))).toBe("list Other on 401(k)");
    workbook.select("'401(k)'!B6");
    expect(shown(await survey(workbook, { chosen: [] }))).toBe("list Holdings on 401(k)");
  });
});

describe("columns under words of the owner's own", () => {
  it("are taken from a plan about plain cells, titles above them or not", async () => {
    const workbook = new PaperWorkbook();
    workbook.type("Money!A1", [
      ["Mine", "", "", ""],
      ["Fund", "May", "June", "Wish"],
      ["Stocks", 6000, 7000, 55],
      ["Bonds", 4000, 3000, 44],
    ]);
    const source = {
      list: block("Money!A2:D4"),
      values: block("Money!C3:C4"),
      targets: block("Money!D3:D4"),
      funds: block("Money!A3:A4"),
    };
    const choices = { cash: 0, names: "all", namespace: "KEEL" } as const;
    await workbook.apply(
      planSheet(source, { ...choices, sheet: "Plan", policyTable: "Policy", settings: [], listName: "A2:D4" }),
    );
    workbook.select("Money!B3");
    const { sight } = await survey(workbook, { chosen: [] });
    expect(sight.found === "list" && sight.list.columns).toEqual({ fund: 0, value: 2, target: 3 });
    expect(sight.found === "list" && sight.plan).toBeDefined();
  });

  it.each([
    ["Lock", { lock: 3 }],
    ["Frozen?", { lock: 3 }],
    ["Band", { band: 3 }],
  ])("with the rules of rows that the plan reads, from its sheet too: %s", async (heading, rules) => {
    const workbook = new PaperWorkbook();
    workbook.type("Money!A1", [
      ["Fund", "Value", "Target", heading],
      ["Stocks", 7000, 55, heading === "Band" ? "3pp" : "hold"],
      ["Bonds", 3000, 45, ""],
    ]);
    const source = {
      list: block("Money!A1:D3"),
      values: block("Money!B2:B3"),
      targets: block("Money!C2:C3"),
      funds: block("Money!A2:A3"),
    };
    const choices = { cash: 0, names: "all", namespace: "KEEL", policyTable: "Policy", settings: [] } as const;
    const rulesOf = (column: Block): Parameters<typeof planSheet>[0] => ({ ...source, rules: [column] });
    const written = planSheet(rulesOf(block("Money!D2:D3")), { ...choices, sheet: "Plan", listName: "A1:D3" });
    await workbook.apply(written);
    for (const cell of ["Plan!B4", "Money!B2"]) {
      workbook.select(cell);
      const { sight } = await survey(workbook, { chosen: [] });
      expect(sight.found === "list" && sight.list.columns).toEqual({ fund: 0, value: 1, target: 2, ...rules });
      expect(sight.found === "list" && sight.plan?.rulesUnread).toBeUndefined();
    }
    workbook.type("Money!E1", [["Band"], ["5%"], [""]]);
    const { sight } = await survey(workbook, { chosen: [] });
    expect(sight.found === "list" && sight.plan?.rulesUnread).toBe(heading === "Band" ? undefined : true);
  });
});

describe("tables of Keel's own", () => {
  it("are no lists of funds: the log of past rebalances", async () => {
    const workbook = new PaperWorkbook();
    const entry = { date: 46000, reason: "Out of band", driftBefore: 0.08, driftAfter: 0, traded: 100 };
    const log = logRebalance(entry, logSheet);
    if (!log) throw new Error("A new log can always be described.");
    await workbook.apply(log);
    for (const cell of ["A4", "C5", "C6", "F5"]) {
      workbook.select(`'${logSheet}'!${cell}`);
      expect([cell, shown(await survey(workbook, { chosen: [] }))]).toEqual([cell, "nothing"]);
    }
  });
});

describe("a sheet that is opened with its first cell selected", () => {
  it("shows its only list", async () => {
    const workbook = new PaperWorkbook();
    workbook.type("Money!C5", [
      ["Fund", "Value", "Target"],
      ["Stocks", 7000, 60],
      ["Bonds", 3000, 40],
    ]);
    workbook.type("Money!C10", [["Checked in May", 5]]);
    workbook.select("Money!A1");
    expect(shown(await survey(workbook, { chosen: [] }))).toBe("list C5:E7 on Money");
  });

  it("shows its only begun list, and none of several", async () => {
    const workbook = new PaperWorkbook();
    const rows = [
      ["Fund", "Value"],
      ["Stocks", 7000],
      ["Bonds", 3000],
    ];
    workbook.type("Money!C5", rows);
    workbook.select("Money!A1");
    expect(shown(await survey(workbook, { chosen: [] }))).toBe("cells C5:D7 on Money");
    workbook.type("Money!C12", rows);
    expect(shown(await survey(workbook, { chosen: [] }))).toBe("nothing");
  });
});
