import { describe, expect, it } from "@jest/globals";
import {
  blockAt,
  layoutOf,
  localAddress,
  planSheet,
  settingLabels,
  type PlanLayout,
  type PolicyRow,
} from "../../src/sheets";
import { isReady, listIn, sourceOf } from "../../src/lists/list";
import { survey } from "../../src/lists/survey";
import { decisionsOf, findPlan, type Plan } from "../../src/lists/plan";
import { PaperWorkbook } from "../taskpane/paper-workbook";

/** A list, as a table or as plain cells, with a plan on sheet Keel plan. */
async function planned(table?: string, rows = 3, layout?: PlanLayout): Promise<PaperWorkbook> {
  const workbook = new PaperWorkbook();
  const funds = Array.from({ length: rows }, (_, row) => [`Fund ${row}`, 1000 * (row + 1), 1 / rows]);
  workbook.type("Money!B2", [["My funds", "", ""], ["Fund", "Value", "Target"], ...funds]);
  if (table !== undefined) workbook.table(table, `Money!B3:D${rows + 3}`);
  workbook.select("Money!B4");
  const { sight } = await survey(workbook, { chosen: [] });
  if (sight.found !== "list") throw new Error("no list");
  const settings: PolicyRow[] = [["Band", "5pp"]];
  await workbook.apply(
    planSheet(sourceOf(sight.list), {
      sheet: "Keel plan",
      policyTable: "Policy",
      settings,
      ...(layout === undefined ? {} : { layout }),
      cash: 250,
      names: "all",
      namespace: "KEEL",
      listName: "the list",
    }),
  );
  return workbook;
}

async function planIn(workbook: PaperWorkbook): Promise<Plan | undefined> {
  const { sight } = await survey(workbook, { chosen: [] });
  return sight.found === "list" ? sight.plan : undefined;
}

describe("a plan on a sheet of its own", () => {
  it.each([["Holdings"], [undefined]])("is found again for its list (table %s)", async (table) => {
    const workbook = await planned(table);
    workbook.select("Money!B4");
    const plan = await planIn(workbook);
    expect(plan?.cash).toBe(250);
    expect(plan?.policy).toEqual(settingLabels.map((label) => [label, label === "Band" ? "5pp" : ""]));
    expect(plan?.sheet?.policyTable).toBe("Policy");
    expect(plan?.sheet && localAddress(plan.sheet.places.lastLook)).toBe("C17");
    expect(decisionsOf(plan).blocks).toEqual({
      cash: blockAt("'Keel plan'!C7"),
      policy: blockAt("'Keel plan'!B10:C17"),
    });
  });

  it("shows the list that it is about when it is selected, and not its own rows", async () => {
    for (const table of ["Holdings", undefined]) {
      const workbook = await planned(table);
      for (const cell of ["A22", "B22", "G23", "C4", "B11", "C16", "A24", "E5"]) {
        workbook.select(`'Keel plan'!${cell}`);
        const { sight, selected, unfinished } = await survey(workbook, { chosen: [] });
        expect([cell, sight.found === "list" && sight.list.block.sheet]).toEqual([cell, "Money"]);
        expect(sight.found === "list" && sight.plan?.cash).toBe(250);
        expect(selected ?? unfinished).toBeUndefined();
      }
      // In a workbook that is opened anew the plan tells of its list from anywhere.
      workbook.select("Elsewhere!A1");
      const { sight } = await survey(workbook, { chosen: [] });
      expect(sight.found === "list" && sight.list.block.sheet).toBe("Money");
    }
  });

  it("is found again when its list has grown by a row", async () => {
    const workbook = await planned("Holdings");
    workbook.type("Money!B7", [["New fund", 500, 0]]);
    await workbook.apply({
      title: "",
      steps: [
        { do: "resize table", name: "Holdings", block: { sheet: "Money", row: 2, column: 1, height: 5, width: 3 } },
      ],
    });
    workbook.select("Money!B4");
    const plan = await planIn(workbook);
    expect(plan?.sheet?.places.columns.drift.height).toBe(4);
    const cells = await planned();
    cells.type("Money!B7", [["New fund", 500, 0]]);
    cells.select("Money!B4");
    expect((await planIn(cells))?.cash).toBe(250);
  });

  it("is found again when the settings stand in another order, with more rows", async () => {
    const workbook = await planned("Holdings");
    workbook.type("'Keel plan'!B11", [
      ["Last look", "2026-01-05"],
      ["Look", "annual"],
      ["Band", "5/25"],
      ["Trigger", "and"],
      ["Destination", ""],
      ["Sells", ""],
      ["Minimum trade", ""],
      ["Cost", "0.1%"],
    ]);
    await workbook.apply({
      title: "",
      steps: [
        { do: "resize table", name: "Policy", block: { sheet: "Keel plan", row: 9, column: 1, height: 9, width: 2 } },
      ],
    });
    workbook.select("Money!B4");
    const plan = await planIn(workbook);
    expect(plan?.policy).toHaveLength(8);
    expect(plan?.sheet && localAddress(plan.sheet.places.lastLook)).toBe("C11");
  });

  it("is found again when the Policy table was moved away from the rest", async () => {
    const workbook = await planned("Holdings");
    workbook.type("'Keel plan'!P20", [
      ["Setting", "Value"],
      ["Band", "4pp"],
    ]);
    await workbook.apply({
      title: "",
      steps: [
        { do: "resize table", name: "Policy", block: { sheet: "Keel plan", row: 19, column: 15, height: 2, width: 2 } },
      ],
    });
    workbook.select("Money!B4");
    const plan = await planIn(workbook);
    expect(plan?.policy).toEqual([["Band", "4pp"]]);
    expect(plan?.cash).toBe(250);
    expect(plan?.sheet && localAddress(plan.sheet.places.act)).toBe("C4");
  });

  const earlier: readonly (readonly [PlanLayout, string, string])[] = [
    [{ policy: "beside", gap: 1 }, "L4:M11", "J11:J13"],
    [{ policy: "beside", gap: 0 }, "K4:L11", "J11:J13"],
    [{ policy: "above", headings: 20 }, "B10:C17", "L22:L24"],
  ];
  describe.each(earlier)("laid out as %j", (layout, policy, done) => {
    it.each(["Holdings", undefined])("is found where an earlier Keel wrote it (table %s)", async (table) => {
      const workbook = await planned(table, 3, layout);
      // Nothing else has to be read for it.
      workbook.keelFormulas = () => Promise.reject(new Error("asked for all formulas"));
      workbook.select("Money!B4");
      const plan = await planIn(workbook);
      expect(plan?.cash).toBe(250);
      expect(plan?.sheet && localAddress(plan.sheet.places.policy)).toBe(policy);
      expect(plan?.sheet && localAddress(plan.sheet.places.columns.done)).toBe(done);
      expect(plan?.sheet && layoutOf(plan.sheet.places)).toEqual(layout);
    });

    it("is found by its formulas where its Policy table was moved away", async () => {
      const workbook = await planned("Holdings", 3, layout);
      workbook.type("'Keel plan'!R30", [
        ["Setting", "Value"],
        ["Band", "4pp"],
      ]);
      const moved = { sheet: "Keel plan", row: 29, column: 17, height: 2, width: 2 };
      await workbook.apply({ title: "", steps: [{ do: "resize table", name: "Policy", block: moved }] });
      workbook.select("Money!B4");
      const plan = await planIn(workbook);
      expect(plan?.policy).toEqual([["Band", "4pp"]]);
      expect(plan?.sheet && localAddress(plan.sheet.places.columns.done)).toBe(done);
      expect(plan?.sheet && layoutOf(plan.sheet.places)).toBeUndefined();
    });
  });

  it("is found by its formulas, as it stands, where its funds begin further down than its settings ask for", async () => {
    const layout: PlanLayout = { policy: "above", headings: 31 };
    const workbook = await planned("Holdings", 3, layout);
    workbook.select("Money!B4");
    const plan = await planIn(workbook);
    expect(plan?.sheet && localAddress(plan.sheet.places.columns.fund)).toBe("A33:A35");
    expect(plan?.sheet && layoutOf(plan.sheet.places)).toEqual(layout);
  });

  it("is not taken for another list's", async () => {
    const workbook = await planned("Holdings");
    workbook.type("Other!A1", [
      ["Fund", "Value", "Target"],
      ["World", 100, 1],
    ]);
    workbook.select("Other!A2");
    const { sight } = await survey(workbook, { chosen: [] });
    expect(sight.found === "list" && sight.list.block.sheet).toBe("Other");
    expect(sight.found === "list" && sight.plan).toBe(undefined);
    const contents = await workbook.read({ sheet: "Other", row: 0, column: 0, height: 2, width: 3 });
    const list = listIn(contents);
    expect(isReady(list) && (await findPlan(workbook, sourceOf(list)))).toBeUndefined();
  });
});
