import { fromDist } from "../dist";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { helpExamples } from "../../src/operations";
import { catalogueIn } from "../../src/taskpane/catalogue/catalogue";
import type { Explained } from "../../src/taskpane/screens/explain/explained";
import { explain } from "../../src/taskpane/screens/explain/explanation";
import { WorkbookFailure, type CellValue } from "../../src/workbook/host";
import { closePanes, go, openPane, press, read, serveFunctions, settled, spoken } from "./drive";
import { PaperWorkbook } from "./paper-workbook";

beforeEach(serveFunctions);
afterEach(closePanes);

const catalogue = catalogueIn(JSON.parse(fromDist("functions.json")) as unknown);

/** A 401(k) with values, targets and a table called Holdings. */
function funds(): PaperWorkbook {
  const workbook = new PaperWorkbook();
  workbook.type("'401(k)'!A3", [
    ["Fund", "Value", "Target"],
    ["US stocks", 33600, 0.5],
    ["Foreign stocks", 8000, 0.15],
    ["Bonds", 11000, 0.25],
    ["Stable value", 7400, 0.1],
  ]);
  workbook.table("Holdings", "'401(k)'!A3:C7");
  workbook.type("'401(k)'!J1", [[1200], ["5/25; to edge"]]);
  workbook.select("'401(k)'!B4");
  return workbook;
}

/** Opens Explain on a cell of the sheet 401(k) that has this formula. */
async function explained(workbook: PaperWorkbook, formula: string, shows: CellValue = 0): Promise<string> {
  workbook.enter("'401(k)'!F4", formula, shows);
  workbook.select("'401(k)'!F4");
  await openPane(workbook);
  await go("Explain");
  return read();
}

describe("rules of rows in two columns that stand apart", () => {
  const ruled = (band: CellValue): PaperWorkbook => {
    const workbook = new PaperWorkbook();
    workbook.type("'401(k)'!A3", [
      ["Fund", "Lock", "Value", "Target", "Band"],
      ["Acme Corp. Stock", "hold", 4000, "", ""],
      ["Old fund", "", 1000, 0, ""],
      ["US stocks", "", 3000, 0.6, ""],
      ["Bonds", "", 2000, 0.4, band],
    ]);
    workbook.table("Holdings", "'401(k)'!A3:E7");
    workbook.select("'401(k)'!B4");
    return workbook;
  };
  const formula =
    '=KEEL.REBALANCE(Holdings[Value],Holdings[Target],0,"5/25",,,,IF({1,0},Holdings[Lock],Holdings[Band]))';

  it("are read from both, and what binds is said", async () => {
    const text = await explained(ruled("2pp"), formula);
    expect(text).toContain("RowsIF({1,0},Holdings[Lock],Holdings[Band])");
    expect(text).toContain("Acme Corp. Stock (row 4)");
    expect(text).not.toContain("is a calculation of its own");
  });

  it("say what can't be read by the fund and its row", async () => {
    expect(await explained(ruled("a bit"), formula)).toContain('Rows, Bonds (row 7): "a bit" is no rule of a row.');
  });
});

describe("Explain", () => {
  it("says what a formula read, what it did, what bound and what was rounded, with addresses and funds", async () => {
    const text = await explained(
      funds(),
      "=KEEL.REBALANCE(Holdings[Value],Holdings[Target],$J$1,$J$2)",
      [[-1], [2], [3], [4]].flat()[0],
    );
    expect(text).toContain("F4=KEEL.REBALANCE(Holdings[Value],Holdings[Target],$J$1,$J$2)");
    expect(text).toContain("What to trade in each row");
    expect(text).toContain(
      "ValuesHoldings[Value] is B4:B7B4: $33,600.004 rows: $33,600.00, $8,000.00, $11,000.00, $7,400.00",
    );
    expect(text).toContain("TargetsHoldings[Target] is C4:C7C4: 50%4 rows: 50%, 15%, 25%, 10%");
    expect(text).toContain("Cash$J$1$1,200.00");
    expect(text).toContain("Policy$J$25/25; to edge");
    expect(text).toContain("Total: $60,000.");
    expect(text).toContain("The cash goes to the rows that are emptiest for their targets.");
    expect(text).toContain("Outside the band: Bonds (row 6).");
    expect(text).toContain("Amounts are whole cents");
    expect(spoken()).toBe("Explaining F4.");
  });

  it("waits for a function that answers later, with the kinds of its cells", async () => {
    const workbook = funds();
    const holdings = '{"Account","Fund","Asset class","Value";"IRA","A","Stocks",6000;"IRA","B","Bonds",4000}';
    const formula = `=KEEL.PLAN(${holdings},{"Class","Weight";"Stocks",0.5;"Bonds",0.5})`;
    const shown = Array.from({ length: 3 }, () => Array<number>(10).fill(0));
    workbook.enter("'401(k)'!F4", formula, shown);
    workbook.select("'401(k)'!I5");
    await openPane(workbook);
    await go("Explain");
    for (let waits = 0; waits < 100 && !read().includes("What it gives"); waits++) await settled(() => undefined, 100);
    expect(read()).toContain("What it givesI5: −$1,000.00All of it: 3 rows by 10 columns");
    expect(read()).toContain("Total: $10,000.");
  });

  describe("of a household's plan", () => {
    /** A brokerage account with a lot at a gain, and a 401(k) that can't do all of it alone. */
    function accounts(): PaperWorkbook {
      const workbook = new PaperWorkbook();
      workbook.type("Accounts!A1", [
        ["Account", "Fund", "Asset class", "Value", "Cost basis", "Acquired"],
        ["401(k)", "S&P 500", "US stocks", 10_000, "", ""],
        ["401(k)", "Bond index", "Bonds", 0, "", ""],
        ["Brokerage", "VTI", "US stocks", 80_000, 50_000, 44_000],
        ["Brokerage", "BND", "Bonds", 10_000, "", ""],
      ]);
      workbook.type("Accounts!I1", [
        ["Class", "Target"],
        ["US stocks", 0.6],
        ["Bonds", 0.4],
      ]);
      return workbook;
    }
    async function told(
      name: string,
      at: string,
      rule = "5/25; gains allowed; gains rate 15%; income 24%",
    ): Promise<string> {
      const workbook = accounts();
      const formula = `=KEEL.${name}(A1:F5,I1:J3,"${rule}",46000)`;
      workbook.enter(
        "Accounts!L1",
        formula,
        Array.from({ length: 14 }, () => Array<number>(10).fill(1)),
      );
      workbook.select(`Accounts!${at}`);
      await openPane(workbook);
      await go("Explain");
      for (let waits = 0; waits < 100 && !read().includes("What it gives"); waits++)
        await settled(() => undefined, 100);
      return read();
    }

    it("says of a sale which class is over, what its account did, its gain and its tax", async () => {
      // The row of the sale in the brokerage account: headings, two trades of the 401(k), then it.
      const text = await told("PLAN", "O4");
      expect(text).toContain(
        "US stocks: $90,000 now, and $60,000 is the goal: $30,000 over. After these trades $60,000.",
      );
      expect(text).toContain("Brokerage trades its own money only: $20,000 sold and $20,000 bought.");
      expect(text).toMatch(/20,000\.00 − 50,000\.00 × 20,000\.00 ÷ 80,000\.00 = \$7,500\.00/);
      expect(text).toMatch(/15% × 7,500\.00 = \$1,125\.00/);
      expect(text).not.toContain("Bonds: $10,000 now");
    });

    it("says of a class that stays off its goal by how much and why", async () => {
      const text = await told("PLAN", "O4", "5/25");
      expect(text).toContain("US stocks stays $20,000 over its goal. The gains rule holds back the rest: gains none.");
      expect(text).toContain("The net gain may be $0 at most.");
      expect(text).not.toContain("Bonds stays");
    });

    it("says of a check's row what its class or its tax comes to", async () => {
      expect(await told("PLANCHECK", "M2")).toContain("US stocks: $90,000 now, and $60,000 is the goal");
      await closePanes();
      // Headings, two classes, then money traded, trades, gain and tax.
      expect(await told("PLANCHECK", "M7")).toMatch(/24% × 0\.00 \+ 15% × 7,500\.00 = \$1,125\.00/);
    });

    it("says of a trade beside the holdings what PLAN says of it, and nothing of a row that doesn't trade", async () => {
      expect(await told("PLANTRADES", "L4")).toMatch(/15% × 7,500\.00 = \$1,125\.00/);
      await closePanes();
      expect(await told("PLANTRADES", "L1")).not.toContain("trades its own money only");
    });

    it("speaks of gains only where an account is taxed", async () => {
      const workbook = accounts();
      workbook.type("Accounts!A4", [["Roth IRA"], ["Roth IRA"]]);
      workbook.enter("Accounts!L1", '=KEEL.PLAN(A1:D5,I1:J3,"5/25",46000)', [[1, 1]]);
      workbook.select("Accounts!L1");
      await openPane(workbook);
      await go("Explain");
      for (let waits = 0; waits < 100 && !read().includes("What it gives"); waits++)
        await settled(() => undefined, 100);
      expect(read()).toContain("Checked in exact decimals");
      expect(read()).not.toContain("net gain");
    });

    it("says what a class was read as for its place", async () => {
      const workbook = accounts();
      workbook.enter(
        "Accounts!L1",
        "=KEEL.LOCATION(I1:J3)",
        Array.from({ length: 3 }, () => Array<number>(6).fill(1)),
      );
      workbook.select("Accounts!N3");
      await openPane(workbook);
      await go("Explain");
      for (let waits = 0; waits < 100 && !read().includes("What it gives"); waits++)
        await settled(() => undefined, 100);
      expect(read()).toContain("Points are conventions (Bogleheads wiki, White Coat Investor, Oblivious Investor)");
      expect(read()).toContain(
        "Bonds is read as bonds: 3 in tax-deferred accounts, 0 in a Roth, 0 in an HSA, 0 in taxable ones.",
      );
      expect(read()).not.toContain("US stocks is read as");
    });
  });

  it("names the cell that is wrong by its address, and why", async () => {
    const workbook = funds();
    workbook.type("'401(k)'!C6", [["n/a"]]);
    const text = await explained(workbook, "=KEEL.DRIFT(B4:B7,C4:C7)", "#VALUE!");
    expect(text).toContain('Why it shows #VALUE!Targets, cell C6: "n/a" is not a number.');
  });

  it("follows the cells as they change, and the selection", async () => {
    const workbook = funds();
    await explained(workbook, "=KEEL.WEIGHTS(B4:B7)");
    expect(read()).toContain("Total: $60,000.");
    await settled(() => workbook.type("'401(k)'!B4", [[13600]]));
    expect(read()).toContain("Total: $40,000.");
    await settled(() => workbook.select("'401(k)'!A1"));
    expect(read()).toContain("Explain a Keel cell");
    expect(spoken()).toBe("A1 has no Keel formula.");
    await go("Repair");
    expect(spoken()).toBe("");
  });

  it("explains the cell that a result spills over", async () => {
    const workbook = funds();
    workbook.enter("'401(k)'!F4", "=KEEL.WEIGHTS(B4:B7)", [[0.56], [0.13], [0.18], [0.12]]);
    workbook.select("'401(k)'!F6");
    await openPane(workbook);
    await go("Explain");
    expect(read()).toContain("F6, filled from F4");
    expect(read()).toContain("What it givesF6, Bonds: 18.33%All of it: 4 rows: 56%");
    expect(read()).toContain("B6: $11,000.004 rows");
  });

  it("explains Keel's part of a larger formula, and one call inside another", async () => {
    const text = await explained(
      funds(),
      '=ROUND(INDEX(KEEL.DRIFT(KEEL.BYCLASS({"Fund","Asset class","Value";"A","US",600;"B","Bond",400},{"US";"Bond"}),{0.5;0.5}),2),2)',
    );
    expect(text).toContain("Keel explains its own part of this formula; the spreadsheet works out the rest.");
    expect(text).toContain("What it gives2 rows: 10%, −10%");
    expect(text).toContain("KEEL.BYCLASS");
    expect(text).toContain("What it gives2 rows: $600.00, $400.00");
  });

  it("shows dates as dates, and drift and money as what they are", async () => {
    const workbook = funds();
    workbook.type("'401(k)'!J3", [[46349]]);
    const text = await explained(workbook, '=KEEL.NEXTLOOK("annual; last 2026-01-05",J3)');
    expect(text).toContain("What it givesJanuary 5, 2027");
    expect(text).toContain("As ofJ3November 23, 2026");
    workbook.enter("'401(k)'!F4", '=KEEL.DRIFT(B4:B7,C4:C7,"money")');
    await settled(() => workbook.select("'401(k)'!F4"));
    expect(read()).toContain("F4, US stocks: $3,600.00");
  });

  it("explains a call that stands twice in a formula once", async () => {
    const next = 'KEEL.NEXTLOOK("annual; last 2026-01-05",TODAY())';
    const text = await explained(funds(), `=IFERROR(IF(${next}>TODAY(),${next},"Today"),"Any day")`);
    expect(text.split("What it gives")).toHaveLength(2);
  });

  it("says which argument it can't read, and what to do", async () => {
    const text = await explained(funds(), "=KEEL.REBALANCE(B4:B7,C4:C7,J1*2)");
    expect(text).toContain("This can’t be explained here");
    expect(text).toContain("Cash: J1*2 is a calculation of its own. Put it into a cell");
  });

  it.each([
    ["=KEEL.DRIFT(Nest[Value],C4:C7)", "Values: The table Nest is not there anymore."],
    ["=KEEL.DRIFT(Holdings[Worth],C4:C7)", "Values: The table Holdings has no column called Worth."],
    ["=KEEL.DRIFT(Holdings[[#Totals],[Value]],C4:C7)", "Values: This part of the table can’t be read here."],
    ["=KEEL.DRIFT([Value],C4:C7)", "Values: A table around the formula is not there anymore."],
    ["=KEEL.DRIFT(Savings,C4:C7)", "Values: Savings is a name for cells"],
    ["=KEEL.DRFIT(B4:B7,C4:C7)", "There is no function KEEL.DRFIT. Did you mean DRIFT?"],
    ["=KEEL.DRIFT(B4:B7,KEEL.DRIFT(B4:B7,A1+1))", "Targets: it is what KEEL.DRIFT(B4:B7,A1+1) gives"],
  ])("%s: %s", async (formula, sentence) => {
    expect(await explained(funds(), formula, "#NAME?")).toContain(sentence);
  });

  it("offers the workbook's formulas where none is selected, and goes to the chosen one", async () => {
    const workbook = funds();
    workbook.enter("'401(k)'!F4", "=KEEL.WEIGHTS(B4:B7)", 0.56);
    await openPane(workbook);
    await go("Explain");
    const choice = [...document.querySelectorAll("button")].find((one) => one.textContent.startsWith("F4 on 401(k)"));
    await settled(() => choice?.click());
    expect(workbook.shown).toMatchObject({ sheet: "401(k)", row: 3, column: 5 });
    expect(read()).toContain("What it givesF4, US stocks: 56%All of it: 4 rows: 56%");
  });

  it("leads to Set up where there is no formula yet", async () => {
    await openPane(funds());
    await go("Explain");
    expect(read()).toContain("This workbook has no Keel formula yet.");
    await press("Set up a plan");
    expect(document.querySelector("nav [aria-current]")?.textContent).toBe("Set up");
  });

  it("says why the workbook could not be read, and tries again", async () => {
    const workbook = funds();
    await explained(workbook, "=KEEL.WEIGHTS(B4:B7)");
    workbook.failure = new WorkbookFailure("Excel is busy. Press Enter in the cell you are typing in.", "busy");
    await settled(() => workbook.select("'401(k)'!F4"));
    expect(read()).toContain("Excel is busy.");
    workbook.failure = undefined;
    await press("Try again");
    expect(read()).toContain("What it gives");
  });
});

describe("an explanation", () => {
  const of = async (workbook: PaperWorkbook, formula: string): Promise<Explained> => {
    workbook.enter("Sheet1!Z1", formula);
    const found = await workbook.formulaFor({ sheet: "Sheet1", row: 0, column: 25, height: 1, width: 1 });
    const answer = found && (await explain(workbook, found, catalogue, undefined, { namespace: "KEEL" }));
    if (!answer) throw new Error(`${formula} is not explained`);
    return answer;
  };

  it.each(Object.entries(helpExamples).filter(([, { formula }]) => /^=KEEL\.\w+\([^(]*\)$/.test(formula)))(
    "of the help example of %s comes to the same result",
    async (_, { cells, formula, result }) => {
      const workbook = new PaperWorkbook();
      for (const [address, rows] of Object.entries(cells)) workbook.type(`Sheet1!${address}`, rows);
      const { calls } = await of(workbook, formula);
      const outcome = calls[0]?.outcome;
      expect(outcome?.is).toBe("answered");
      const given = outcome?.is === "answered" ? outcome.cells : [];
      const rounded = given.map((row) =>
        row.map((cell) => (typeof cell === "number" ? Number(cell.toFixed(3)) : cell)),
      );
      expect(rounded).toEqual(
        result.map((row) => row.map((cell) => (typeof cell === "number" ? Number(cell.toFixed(3)) : cell))),
      );
      expect(calls[0]?.arguments.map(({ name }) => name).filter((name) => name.startsWith("Argument"))).toEqual([]);
    },
  );

  it("reads whole columns, spills, table parts, LET's names and today", async () => {
    const workbook = new PaperWorkbook();
    workbook.type("Sheet1!A1", [["Value"], [600], [400]]);
    workbook.type("Sheet1!B1", [["Target"], [0.5], [0.5]]);
    workbook.table("T", "Sheet1!A1:B3");
    workbook.enter("Sheet1!D2", "=SEQUENCE(3,2)", [
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    const addresses = async (text: string): Promise<unknown[]> =>
      (await of(workbook, `=KEEL.DRIFT(${text})`)).calls[0]?.arguments.map(({ address }) => address) ?? [];
    expect(await addresses("A:A,B:B")).toEqual(["A1:A3", "B1:B3"]);
    expect(await addresses("D2#,T")).toEqual(["D2:E4", "A2:B3"]);
    expect(await addresses("T[#All],T[[#Headers],[#Data],[target]]")).toEqual(["A1:B3", "B1:B3"]);
    const { calls } = await of(workbook, '=LET(v,A2:A3,KEEL.ISDUE(v,B2:B3,"annual",TODAY()))');
    expect(calls[0]?.outcome).toMatchObject({ is: "answered", cells: [[true]] });
  });

  it("hands errors in cells over as errors", async () => {
    const workbook = new PaperWorkbook();
    workbook.type("Sheet1!A1", [["#REF!"], [400]]);
    const { calls } = await of(workbook, "=KEEL.WEIGHTS(A1:A2)");
    expect(calls[0]?.outcome).toMatchObject({
      is: "error",
      because: expect.stringContaining("Values, cell A1 holds the error #REF!"),
    });
  });
});
