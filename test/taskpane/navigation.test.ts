import { afterEach, describe, expect, it } from "@jest/globals";
import { VERSION } from "../../src/operations";
import { button, closePanes, foot, go, key, openPane, press, read, settled, spoken } from "./drive";
import { PaperWorkbook } from "./paper-workbook";

afterEach(closePanes);

function withFunds(): PaperWorkbook {
  const workbook = new PaperWorkbook();
  workbook.type("Plan!A1", [
    ["Fund", "Value", "Target"],
    ["Stocks", 5900, 60],
    ["Bonds", 4100, 40],
  ]);
  workbook.select("Plan!A1");
  return workbook;
}

const tabs = (): string[] => [...document.querySelectorAll("nav button")].map((one) => one.textContent);
const current = (): string[] => [...document.querySelectorAll("nav [aria-current]")].map((one) => one.textContent);

describe("the way between screens", () => {
  it("has a tab for each main screen, and the others behind More", async () => {
    await openPane(withFunds());
    expect(tabs()).toEqual(["Home", "Bring in", "Plan", "Set up", "Share", "More"]);
    expect(current()).toEqual(["Home"]);
    expect(button("More").getAttribute("aria-expanded")).toBe("false");
    await press("More");
    expect(tabs()).toEqual([
      "Home",
      "Bring in",
      "Plan",
      "Set up",
      "Share",
      "More",
      "Evidence",
      "Taxes",
      "Explain",
      "Repair",
      "Help",
    ]);
    expect(button("More").getAttribute("aria-expanded")).toBe("true");
  });

  it("shows under More where one is, and leaves the focus in the navigation", async () => {
    await openPane(withFunds());
    await go("Help");
    expect(current()).toEqual(["More: Help"]);
    expect(read()).toContain("There are three ways to use it");
    expect(document.activeElement).toBe(button("More: Help"));
    await press("More: Help");
    expect(current()).toEqual(["More: Help", "Help"]);
  });

  it("goes through the list with the arrow keys, and Escape gives the focus back", async () => {
    await openPane(withFunds());
    button("More").focus();
    await key("ArrowDown");
    expect(document.activeElement).toBe(button("Evidence"));
    await key("ArrowDown");
    await key("ArrowDown");
    await key("ArrowDown");
    await key("ArrowDown");
    expect(document.activeElement).toBe(button("Help"));
    await key("ArrowDown");
    expect(document.activeElement).toBe(button("Evidence"));
    await key("End");
    expect(document.activeElement).toBe(button("Help"));
    await key("Escape");
    expect(tabs()).not.toContain("Help");
    expect(document.activeElement).toBe(button("More"));
    await key("ArrowUp");
    expect(document.activeElement).toBe(button("Help"));
  });

  it("closes the list when the focus or a press goes elsewhere", async () => {
    await openPane(withFunds());
    await press("More");
    button("Help").focus();
    await settled(() => button("Home").focus());
    expect(tabs()).not.toContain("Help");
    await press("More");
    await settled(() => {
      document.body.dispatchEvent(new Event("pointerdown", { bubbles: true }));
    });
    expect(tabs()).not.toContain("Help");
  });

  it("leaves the focus on a tab, and moves it to the heading after a button inside a screen", async () => {
    await openPane(withFunds());
    await go("Share");
    expect(document.activeElement).toBe(button("Share"));
    await go("Help");
    await press("Open Repair");
    expect(document.activeElement?.textContent).toBe("Nothing to repair");
  });
});

describe("the first run", () => {
  it("says what Keel does, and starts with sample data on a sheet of its own", async () => {
    const workbook = new PaperWorkbook();
    workbook.select("Plan!A1");
    await openPane(workbook);
    expect(read()).toContain("Keel tells you how far your funds have drifted from your targets");
    await press("Look at the sample");
    expect(workbook.applied.map(({ title }) => title)).toEqual(["Start with a sample 401(k)"]);
    expect(read()).toContain("Time to rebalance");
  });

  it("overwrites nothing: it says which cells of which sheet are filled", async () => {
    const workbook = new PaperWorkbook();
    workbook.type("'401(k)'!A1", [["Mine"]]);
    workbook.select("Plan!A1");
    await openPane(workbook);
    await press("Look at the sample");
    expect(workbook.applied).toEqual([]);
    expect(workbook.valueAt("'401(k)'!A1")).toBe("Mine");
    expect(read()).toContain("has a sheet called 401(k) already, and some of its cells are filled (A1, for one)");
    expect(spoken()).toContain("Nothing was changed.");
  });

  it("leaves a table that has the sample's name alone", async () => {
    const workbook = new PaperWorkbook();
    workbook.type("Mine!A1", [
      ["Thing", "Colour"],
      ["Door", "red"],
    ]);
    workbook.table("Holdings", "Mine!A1:B2");
    workbook.select("Plan!A1");
    await openPane(workbook);
    await press("Look at the sample");
    expect(workbook.applied).toEqual([]);
    expect(read()).toContain("a table called Holdings already, on sheet Mine");
  });
});

describe("the footer", () => {
  it("tells the version, that this is not advice, and how the formulas are", async () => {
    const workbook = withFunds();
    await openPane(workbook);
    expect(foot()).toContain(`Keel ${VERSION} · no formulas yet`);
    expect(foot()).toContain("Not advice. Nothing leaves this workbook.");
    await closePanes();
    workbook.enter("Plan!E2", "=KEEL.DRIFT(B2:B3,C2:C3)", [[-0.01], [0.01]]);
    workbook.wellbeing = { functions: VERSION, lastCalculation: new Date(2026, 10, 23, 14, 32).getTime() };
    await openPane(workbook);
    expect(foot()).toContain(`Keel ${VERSION} · 1 formula, well · calculated 2:32`);
  });

  it("leads to Repair where a formula needs a look", async () => {
    const workbook = withFunds();
    workbook.enter("Plan!E2", "=KEEL.DRIFT(B2:B3,C2:C3)", "#NAME?");
    workbook.enter("Plan!F2", "=KEEL.WEIGHTS(B2:B3)", [[0.59], [0.41]]);
    await openPane(workbook);
    await press("2 formulas, 1 needs a look");
    expect(read()).toContain("1 formula to repair");
    expect(document.activeElement?.textContent).toBe("1 formula to repair");
  });
});
