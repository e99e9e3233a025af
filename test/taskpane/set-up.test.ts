import { afterEach, describe, expect, it } from "@jest/globals";
import { button, closePanes, field, fill, go, openPane, pick, press, read, settled } from "./drive";
import { PaperWorkbook } from "./paper-workbook";

afterEach(closePanes);

function funds(
  rows: readonly (readonly [string, number, number])[],
  host: "Excel" | "workbench" = "Excel",
): PaperWorkbook {
  const workbook = new PaperWorkbook(host);
  workbook.type("'401(k)'!A1", [["Fund", "Value", "Target"], ...rows]);
  workbook.table("Holdings", `'401(k)'!A1:C${rows.length + 1}`);
  workbook.select("'401(k)'!B2");
  return workbook;
}

const two = [
  ["Stocks", 7000, 0.6],
  ["Bonds", 3000, 0.4],
] as const;

describe("Set up", () => {
  it("goes from a list to live formulas, and back", async () => {
    const workbook = funds(two);
    await openPane(workbook);
    await go("Set up");
    expect(read()).toContain("Found Holdings on sheet 401(k), 2 funds.");
    expect((field("Value in dollars") as HTMLSelectElement).selectedOptions[0]?.text).toBe("Value (column B)");
    await press("Next: your rule");
    expect(document.activeElement?.textContent).toBe("Your rule");
    await pick("5 points");
    await fill("Cash to invest", "$100");
    await press("Next: preview");
    expect(read()).toContain("Stocks Sell $940.00");
    expect(read()).toContain("Bonds Buy $1,040.00");
    expect(read()).toContain("E2:E3: how far each fund has drifted");
    await press("Insert");
    expect(read()).toContain("Your formulas are live");
    expect(workbook.formulaAt("'401(k)'!E2")).toBe("=KEEL.DRIFT(Holdings[Value],Holdings[Target])");
    expect(workbook.formulaAt("'401(k)'!F2")).toBe("=KEEL.STATUS(Holdings[Value],Holdings[Target],$J$3)");
    expect(workbook.formulaAt("'401(k)'!G2")).toBe(
      "=KEEL.REBALANCE(Holdings[Value],Holdings[Target],$J$2,$J$3,TODAY())",
    );
    expect(workbook.valueAt("'401(k)'!J2")).toBe(100);
    expect(workbook.valueAt("'401(k)'!J3")).toBe("5pp");
    await press("Undo");
    expect(read()).toContain("Your sheet is as it was before.");
    expect(workbook.formulaAt("'401(k)'!E2")).toBe("");
    await press("Back to the preview");
    expect(read()).toContain("Bonds Buy $1,040.00");
  });

  it("asks before it replaces filled cells, and writes nothing without a yes", async () => {
    const workbook = funds(two);
    workbook.type("'401(k)'!F3", [["mine"]]);
    await openPane(workbook);
    await go("Set up");
    await press("Next: your rule");
    await press("Next: preview");
    expect(read()).toContain("Filled already: F3.");
    await press("Insert");
    expect(read()).toContain("Replace what is in these cells?");
    expect(document.activeElement?.textContent).toBe("Replace what is in these cells?");
    expect(workbook.applied).toHaveLength(0);
    await press("Cancel");
    expect(workbook.valueAt("'401(k)'!F3")).toBe("mine");
    await press("Insert");
    await press("Replace");
    expect(read()).toContain("Your formulas are live");
    expect(workbook.valueAt("'401(k)'!F3")).toBe("");
  });

  it("offers free columns further right instead, and Home finds the formulas there", async () => {
    const workbook = funds(two);
    workbook.type("'401(k)'!E1", [["My notes"], ["call the plan"]]);
    await openPane(workbook);
    await go("Set up");
    await press("Next: your rule");
    await press("Next: preview");
    await press("Use free columns, from G");
    await press("Insert");
    expect(workbook.formulaAt("'401(k)'!G2")).toContain("KEEL.DRIFT");
    expect(workbook.valueAt("'401(k)'!E2")).toBe("call the plan");
    await press("See how you stand");
    expect(read()).toContain("Rule in cell L3");
  });

  it("begins with what the sheet says when Keel's columns are there, and asks before it replaces them", async () => {
    const workbook = funds(two);
    await openPane(workbook);
    await go("Set up");
    await press("Next: your rule");
    await pick("20% of the target");
    await fill("Cash to invest", "250");
    await press("Next: preview");
    await press("Insert");
    await press("Set up another list");
    await settled(() => workbook.select("'401(k)'!B2"));
    await press("Next: your rule");
    expect((field("20% of the target") as HTMLInputElement).checked).toBe(true);
    expect(field("Cash to invest").value).toBe("250");
    await press("Next: preview");
    expect(read()).toContain("Keel’s earlier columns are there.");
    await press("Insert");
    expect(read()).toContain("Replace Keel’s earlier columns?");
    await press("Replace");
    expect(workbook.applied).toHaveLength(2);
  });

  it("lets a column be chosen that has another name, and remembers it", async () => {
    const workbook = new PaperWorkbook();
    workbook.type("Plan!A1", [
      ["Fonds", "Wert", "Wunsch", "Gebühr"],
      ["A", 700, 60, 3],
      ["B", 300, 40, 5],
    ]);
    workbook.select("Plan!A2");
    await openPane(workbook);
    await go("Set up");
    await fill("Target in percent", "3");
    expect(read()).toContain("Targets add up to 8");
    expect(button("Next: your rule").getAttribute("aria-disabled")).toBe("true");
    await fill("Target in percent", "2");
    await press("Next: your rule");
    await press("Next: preview");
    await press("Insert");
    expect(workbook.formulaAt("Plan!F2")).toBe("=KEEL.DRIFT(Plan!$B$2:$B$3,Plan!$C$2:$C$3)");
    await press("See how you stand");
    expect(read()).toContain("Read from A1:D3 on sheet Plan, 2 funds.");
  });

  it("checks a rule in the owner's words while it is typed", async () => {
    await openPane(funds(two));
    await go("Set up");
    await press("Next: your rule");
    await pick("In my own words");
    expect(button("Next: preview").getAttribute("aria-disabled")).toBe("true");
    await fill("Your rule", "sometimes");
    expect(read()).toContain("Keel doesn’t know “sometimes”.");
    await fill("Your rule", "4%");
    expect(read()).toContain("4 points");
    expect(button("Next: preview").getAttribute("aria-disabled")).not.toBe("true");
  });

  it("says what is wrong with an amount", async () => {
    await openPane(funds(two));
    await go("Set up");
    await press("Next: your rule");
    await fill("Cash to invest", "12oo");
    expect(read()).toContain("Type an amount such as 1,200");
    await fill("Cash to invest", "-20,000");
    expect(read()).toContain("there is only $10,000");
    expect(button("Next: preview").getAttribute("aria-disabled")).toBe("true");
  });

  it("loses nothing that was typed when the list changes or the owner looks elsewhere", async () => {
    const workbook = funds(two);
    await openPane(workbook);
    await go("Set up");
    await press("Next: your rule");
    await pick("In my own words");
    await fill("Your rule", "7%");
    await fill("Cash to invest", "300");
    await settled(() => workbook.type("'401(k)'!B2", [[9000]]));
    await settled(() => workbook.select("'401(k)'!Z99"));
    expect(field("Your rule").value).toBe("7%");
    await go("Home");
    await go("Set up");
    expect(field("Your rule").value).toBe("7%");
    expect(field("Cash to invest").value).toBe("300");
    // A target that can't be read holds the wizard up, and gives everything back once it is put right.
    await settled(() => workbook.type("'401(k)'!C2", [["n/a"]]));
    expect(field("Your rule").value).toBe("7%");
    await settled(() => workbook.type("'401(k)'!C2", [[0.6]]));
    await press("Next: preview");
    expect(read()).toContain("Stocks Sell");
  });

  it("stays with its list, and offers another one that is selected", async () => {
    const workbook = funds(two);
    workbook.type("Other!A1", [
      ["Fund", "Value", "Target"],
      ["World", 100, 1],
    ]);
    await openPane(workbook);
    await go("Set up");
    await settled(() => workbook.select("Other!A2"));
    expect(read()).toContain("Found Holdings");
    await press("Use this list instead");
    expect(read()).toContain("Found A1:C2 on sheet Other");
  });

  it("calls columns by address where the workbench can't read their names", async () => {
    for (const [host, formula] of [
      ["Excel", "=KEEL.DRIFT(Holdings[[Value (USD)]],Holdings[Target])"],
      ["workbench", "=KEEL.DRIFT('401(k)'!$B$2:$B$3,'401(k)'!$C$2:$C$3)"],
    ] as const) {
      const workbook = funds(two, host);
      workbook.type("'401(k)'!B1", [["Value (USD)"]]);
      await openPane(workbook);
      await go("Set up");
      await press("Next: your rule");
      await press("Next: preview");
      await press("Insert");
      expect(workbook.formulaAt("'401(k)'!E2")).toBe(formula);
      await closePanes();
    }
  });
});
