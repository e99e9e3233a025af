import { afterEach, describe, expect, it } from "@jest/globals";
import { sample } from "../../src/sheets";
import { nameOf } from "../../src/lists/list";
import { survey, type Survey } from "../../src/lists/survey";
import { button, closePanes, field, fill, go, openPane, press, read, settled } from "./drive";
import { drifted } from "./drifted";
import { PaperWorkbook } from "./paper-workbook";

afterEach(closePanes);

/** What the sight shows, in short: the list and whether a plan is about it. */
function shown({ sight }: Survey): string {
  if (sight.found === "nothing") return "nothing";
  const plan = sight.found === "list" && sight.plan ? ", planned" : "";
  return `${sight.found} ${nameOf(sight.list)} on ${sight.list.block.sheet}${plan}`;
}

async function insert(): Promise<void> {
  await press("Next: your targets");
  await press("Next: your rule");
  await press("Next: preview");
  await press("Insert");
}

describe("a cell beside a table", () => {
  it("doesn't make the pane forget the plan", async () => {
    const workbook = new PaperWorkbook();
    await workbook.apply(sample);
    await openPane(workbook);
    await go("Set up");
    await insert();
    await go("Home");
    for (const cell of ["C9", "C10", "A2", "E5", "G5"]) {
      await settled(() => workbook.select(`'401(k)'!${cell}`));
      expect(read()).toContain("Read from Holdings on sheet 401(k), 6 funds.");
      expect(read()).toContain("Your rule, in ");
    }
  });
});

describe("a table that one of Keel's functions spilled", () => {
  it("is no list of the owner's, though it has accounts, funds and amounts", async () => {
    const workbook = new PaperWorkbook();
    await workbook.apply(sample);
    workbook.type("'401(k)'!A20", [
      ["Account", "Fund", "Action", "Amount"],
      ["401(k)", "Bonds", "Sell", -8000],
      ["401(k)", "Stocks", "Buy", 8000],
      ["Roth IRA", "Stocks", "Sell", -2000],
      ["Roth IRA", "Bonds", "Buy", 2000],
    ]);
    workbook.enter("'401(k)'!A20", "=KEEL.PLAN(Holdings[#All],Targets[#All])", "Account");
    await openPane(workbook);
    for (const cell of ["A20", "B21", "D22"]) {
      await settled(() => workbook.select(`'401(k)'!${cell}`));
      expect(read()).toContain("Read from Holdings on sheet 401(k), 6 funds.");
      expect(read()).not.toContain("below 0");
    }
  });
});

describe("columns under words of the owner's own", () => {
  it("stay what the wizard took them for once it has added targets", async () => {
    for (const headings of [
      ["Fund / option name", "Current bal. ($)"],
      ["Was", "Wieviel"],
    ]) {
      const workbook = new PaperWorkbook();
      workbook.type("Money!A1", [headings, ["Stocks", 7000], ["Bonds", 3000]]);
      workbook.select("Money!A2");
      await openPane(workbook);
      await go("Set up");
      await press("Next: your targets");
      await fill("Stocks", "60");
      await fill("Bonds", "40");
      await press("Next: your rule");
      await press("Next: preview");
      await press("Insert");
      await go("Home");
      for (const cell of ["A1", "B2", "C3", "C4", "D1"]) {
        await settled(() => workbook.select(`Money!${cell}`));
        expect(read()).toContain("Read from Holdings on sheet Money, 2 funds.");
        expect(read()).toContain("Your rule, in ");
      }
      await closePanes();
    }
  });

  it("stay what the owner chose them for, and what the plan's formulas say in a pane that is opened anew", async () => {
    const workbook = new PaperWorkbook();
    workbook.type("Money!A1", [
      ["Fund", "May", "June"],
      ["Stocks", 6000, 7000],
      ["Bonds", 4000, 3000],
    ]);
    workbook.select("Money!A2");
    await openPane(workbook);
    await go("Set up");
    await fill("Value in dollars", "2");
    await press("Next: your targets");
    await fill("Stocks", "60");
    await fill("Bonds", "40");
    await press("Next: your rule");
    await press("Next: preview");
    await press("Insert");
    await go("Home");
    await settled(() => workbook.select("Money!C2"));
    expect(read()).toContain("Read from Holdings on sheet Money, 2 funds.");
    await closePanes();
    for (const cell of ["B2", "C4"]) {
      workbook.select(`Money!${cell}`);
      const seen = await survey(workbook, { chosen: [] });
      expect(shown(seen)).toBe("list Holdings on Money, planned");
      expect(seen.sight.found === "list" && seen.sight.list.columns).toEqual({ fund: 0, value: 2, target: 3 });
    }
  });
});

describe("cells whose headings say little", () => {
  const besides = (rows: Parameters<PaperWorkbook["type"]>[1]): PaperWorkbook => {
    const workbook = drifted();
    workbook.type("Mine!A1", rows);
    workbook.select("Mine!B3");
    return workbook;
  };

  it("are a list while another one is in the workbook", async () => {
    const workbook = besides([
      ["Name", "Amt", "Pct"],
      ["Stocks", 7000, 60],
      ["Bonds", 3000, 40],
    ]);
    await openPane(workbook);
    expect(read()).toContain("Read from A1:C3 on sheet Mine, 2 funds.");
    await go("Set up");
    expect(read()).toContain("Found A1:C3 on sheet Mine, 2 funds.");
  });

  const unclear = [
    ["Name", "Mai", "Juni"],
    ["Stocks", 7000, 7100],
    ["Bonds", 3000, 3100],
  ];

  it("are what the wizard begins with when they are selected", async () => {
    const workbook = besides(unclear);
    await openPane(workbook);
    expect(read()).toContain("Read from Holdings");
    await go("Set up");
    expect(read()).toContain("Found A1:C3 on sheet Mine, 2 funds.");
    expect(read()).toContain("Choose the column with the values.");
    await fill("Value in dollars", "2");
    await press("Next: your targets");
    expect(field("Stocks").value).toBe("");
  });

  it("can be taken in the wizard instead of the list that it is at", async () => {
    const workbook = besides(unclear);
    workbook.select("'401(k)'!A1");
    await openPane(workbook);
    await go("Set up");
    expect(read()).toContain("Found Holdings");
    await settled(() => workbook.select("Mine!A2"));
    expect(read()).toContain("You have now selected A1:C3 on sheet Mine.");
    await press("Use the cells I selected");
    expect(read()).toContain("Found A1:C3 on sheet Mine, 2 funds.");
    expect(() => button("Use the cells I selected")).toThrow();
  });
});

describe("a pane over another workbook", () => {
  it("sets up anew, without the plan and the columns of the one before", async () => {
    const workbook = drifted();
    await openPane(workbook);
    await go("Set up");
    await insert();
    expect(read()).toContain("Your plan is live");
    await settled(() => workbook.openAnother());
    expect(read()).not.toContain("Your plan is live");
    expect(read()).toContain("Show Keel your funds");
    await settled(() => {
      workbook.type("Sheet1!A1", [
        ["Fund", "Value", "Target"],
        ["World", 100, 1],
      ]);
      workbook.select("Sheet1!A1");
    });
    expect(read()).toContain("Found A1:C2 on sheet Sheet1, 1 fund.");
  });

  it("forgets what was typed for a list that is gone, and keeps it while the list is there", async () => {
    const workbook = drifted();
    await openPane(workbook);
    await go("Set up");
    await press("Next: your targets");
    await fill("Bonds", "24");
    await settled(() => workbook.select("Elsewhere!B2"));
    expect(field("Bonds").value).toBe("24");
    await settled(() => {
      workbook.openAnother();
      workbook.type("'401(k)'!A1", [
        ["Fund", "Value", "Target"],
        ["Bonds", 100, 1],
      ]);
      workbook.select("'401(k)'!A1");
    });
    expect(read()).toContain("Found A1:C2 on sheet 401(k), 1 fund.");
    await press("Next: your targets");
    expect(field("Bonds").value).toBe("100");
  });

  it("begins again when a plan went away by other hands, and keeps it when it only moved", async () => {
    const workbook = drifted();
    await openPane(workbook);
    await go("Set up");
    await insert();
    const formulas = await workbook.keelFormulas();
    await settled(() => workbook.type("'Keel plan'!B4", [[""]]));
    expect(read()).toContain("Your plan is live");
    await settled(() => {
      for (const { cell } of formulas) {
        workbook.type(`'Keel plan'!${String.fromCharCode(65 + cell.column)}${cell.row + 1}`, [[""]]);
      }
    });
    expect(read()).toContain("Step 1 of 5");
    expect(read()).toContain("Found Holdings");
  });
});

describe("a fund's name that is an error", () => {
  it("is said in the first step, with its cell", async () => {
    const workbook = drifted();
    workbook.type("'401(k)'!A3", [["#NAME?"]]);
    await openPane(workbook);
    await go("Set up");
    expect(read()).toContain("Look at cell A3 on sheet 401(k). It shows #NAME? where the name of a fund belongs.");
    expect(button("Next: your targets").getAttribute("aria-disabled")).toBe("true");
    await settled(() => workbook.type("'401(k)'!A3", [["Foreign stocks"]]));
    expect(read()).not.toContain("#NAME?");
  });
});
