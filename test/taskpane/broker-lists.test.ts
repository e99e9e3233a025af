import { afterEach, describe, expect, it } from "@jest/globals";
import { columnName } from "../../src/sheets";
import type { CellValue } from "../../src/workbook/host";
import { cellsOf, type brokerExports } from "./broker-exports";
import { button, closePanes, go, openPane, press, read } from "./drive";
import { PaperWorkbook } from "./paper-workbook";

afterEach(closePanes);

/** A broker's export on a sheet, with a column of targets beside it if given. */
function exported(
  broker: keyof typeof brokerExports,
  {
    opened = "by Excel",
    select,
    targets,
  }: { opened?: "by Excel" | "as text"; select: string; targets?: { at: string; cells: readonly CellValue[] } },
): PaperWorkbook {
  const workbook = new PaperWorkbook();
  // A cell without anything in it is none.
  cellsOf(broker, opened).forEach((row, down) => {
    row.forEach((cell, across) => {
      if (cell !== "") workbook.type(`Export!${columnName(across)}${down + 1}`, [[cell]]);
    });
  });
  if (targets) {
    workbook.type(
      `Export!${targets.at}`,
      targets.cells.map((cell) => [cell]),
    );
  }
  workbook.select(`Export!${select}`);
  return workbook;
}

describe("a broker's export, as Home and Set up find it", () => {
  it("E*TRADE: the list below the summary, though nothing is selected", async () => {
    await openPane(exported("etrade", { select: "A1" }));
    expect(read()).toContain("Add your targets");
    expect(read()).toContain("A10:J14 on sheet Export looks like a list.");
    expect(read()).toContain("It has 4 funds. Row 15 is the total of the rows above and is left out.");
    await press("Choose the columns");
    expect(read()).toMatch(/Found A10:J15 on sheet Export, 4 funds\./);
    expect(read()).toContain("Row 15 is the total of the rows above and is left out.");
  });

  it("Schwab: what each fund is of the account is no target", async () => {
    await openPane(exported("schwab", { select: "A4" }));
    expect(read()).toContain("Add your targets");
    expect(read()).toContain("It has 4 funds. Row 8 is the total of the rows above and is left out.");
  });

  it("Schwab with targets: the cash line has its name, and the verdict is on the four funds", async () => {
    const targets = { at: "Q3", cells: ["Target", 0.5, 0.2, 0.25, 0.05] };
    await openPane(exported("schwab", { select: "A4", targets }));
    expect(read()).toContain("You are fine");
    expect(read()).toContain("Row 8 is the total of the rows above and is left out.");
    for (const said of [
      "US BROAD MARKET ETFIn band +1.0 points",
      "INTL EQUITY ETFIn band 0.0 points",
      "US AGGREGATE BOND ETFIn band −0.98 points",
      "Cash & Cash InvestmentsIn band −0.02 points",
    ]) {
      expect(read()).toContain(said);
    }
    await go("Set up");
    expect(read()).toContain("4 funds. Is this right?");
  });

  it("Fidelity: several accounts, though every figure is a text", async () => {
    await openPane(exported("fidelity", { opened: "as text", select: "H3" }));
    expect(read()).toContain("Add your targets");
    expect(read()).toContain("A1:P8 on sheet Export holds 2 accounts, 7 holdings, $48,400.");
    expect(read()).toContain("ROTH IRA (4 holdings)$32,600");
    expect(read()).toContain("ROLLOVER IRA (3 holdings)$15,800");
  });

  it("Fidelity with targets by fund: pending activity counts in cash, and nothing is one pot", async () => {
    const targets = { at: "Q1", cells: ["Target", 0, 0.5, 0.1, 0, 0, 0.3, 0.1] };
    await openPane(exported("fidelity", { select: "H3", targets }));
    expect(read()).toContain("holds 2 accounts, 7 holdings, $48,400.");
    expect(read()).toContain("Pending activity, −$250.50, is counted in cash.");
    expect(read()).not.toMatch(/rebalance|See the trades|You are fine/i);
    await go("Plan");
    expect(read()).toContain("Targets come first");
    expect(read()).not.toMatch(/trades? to make|Buy|Sell/);
    await go("Share");
    expect(read()).toContain("An adviser copy says how each class stands beside its target.");
  });

  it("a sum without a label is no fund", async () => {
    const workbook = new PaperWorkbook();
    workbook.type("Money!A1", [
      ["Asset Class", "Target %", "Balance", "Actual %", "Target $", "Difference"],
      ["US stocks", 0.35, 40_250, 0.3659, 38_500, 1750],
      ["International", 0.25, 24_200, 0.22, 27_500, -3300],
      ["Real estate", 0.06, 6600, 0.06, 6600, 0],
      ["Bonds", 0.34, 38_950, 0.3541, 37_400, 1550],
      ["", 1, 110_000, 1, 110_000, 0],
    ]);
    workbook.select("Money!C3");
    await openPane(workbook);
    expect(read()).toContain("All 4 funds are inside their bands.");
    expect(read()).toContain("Row 6 is the total of the rows above and is left out.");
    for (const points of ["+1.6", "−3.0", "0.0", "+1.4"]) expect(read()).toContain(`${points} points`);
  });
});

describe("a list of one account that formulas over its own cells would misjudge", () => {
  const list = (...rows: readonly CellValue[][]): PaperWorkbook => {
    const workbook = new PaperWorkbook();
    workbook.type("Plan!A1", [["Fund", "Value", "Target"], ...rows]);
    workbook.select("Plan!B2");
    return workbook;
  };

  it.each([
    [
      "owed cash",
      [
        ["Stocks", 600, 0.6],
        ["Cash", 450, 0.4],
        ["Pending activity", -50, ""],
      ],
      "Row 4, Pending activity, is below 0 (−$50): money that is owed",
    ],
    [
      "a total among the funds",
      [
        ["Stocks", 600, 0.4],
        ["REITs", 100, 0.2],
        ["Subtotal", 700, ""],
        ["Bonds", 300, 0.4],
      ],
      "Row 4 is a total among the funds, which would count their money twice.",
    ],
    [
      "a loan",
      [
        ["Stocks", 600, 0.6],
        ["401(k) loan", 900, ""],
        ["Bonds", 400, 0.4],
      ],
      "Row 3 is a loan, and no holding.",
    ],
  ])("%s is said, and the list is to be brought in", async (_, rows, said) => {
    await openPane(list(...rows));
    expect(read()).toContain("Bring this list in first");
    expect(read()).toContain(said);
    expect(button("Bring it in")).toBeDefined();
    await go("Plan");
    expect(read()).not.toMatch(/trades? to make/);
    await go("Set up");
    expect(read()).toContain("Correct that, or bring the list in.");
    expect(button("Next: your targets").getAttribute("aria-disabled")).toBe("true");
  });

  it("a text for an amount is named, and bringing in is offered", async () => {
    await openPane(list(["Stocks", 600, 0.6], ["Bonds", "n/a", 0.4]));
    expect(read()).toContain('The value of Bonds: "n/a" is not a number.');
    expect(button("Bring it in")).toBeDefined();
  });

  it("is found at once by the screen that it is brought in with, with what is written around it", async () => {
    const workbook = new PaperWorkbook();
    workbook.type("Plan!A1", [["My plan as of Nov 27 2026"]]);
    workbook.type("Plan!A3", [
      ["Fund", "Value", "Target"],
      ["VTI", 600, 0.6],
      ["Cash", 450, 0.4],
      ["Pending activity", -50, ""],
    ]);
    workbook.select("Plan!B5");
    await openPane(workbook);
    await press("Bring it in");
    expect(read()).toContain("Plan!A3:C6 of November 27, 2026: 1 account, 2 holdings, $1,000.00.");
    expect(read()).toContain("Pending activity was counted in cash: −$50.00");
    await press("Remove");
    expect(read()).toContain("Bring in your holdings");
  });

  it("a line of text, and a total at the end, do no harm", async () => {
    await openPane(list(["Stocks", 600, 0.6], ["Bonds", 400, 0.4], ["Total", 1000, 1]));
    expect(read()).toContain("You are fine");
  });
});
