import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { families, helpExamples } from "../../src/operations";
import { catalogueIn, namesOnly, signature } from "../../src/taskpane/catalogue/catalogue";
import { found } from "../../src/taskpane/screens/help/search";
import { closePanes, fill, go, openPane, press, read, serveFunctions } from "./drive";
import { PaperWorkbook } from "./paper-workbook";

beforeEach(serveFunctions);
afterEach(closePanes);

const links = (): string[] => [...document.querySelectorAll("li > a")].map((one) => one.textContent);

describe("Help", () => {
  it("lists every function with its line and its help page, by the question it answers", async () => {
    await openPane(new PaperWorkbook());
    await go("Help");
    expect(links().sort()).toEqual(Object.keys(helpExamples).sort());
    expect(read()).toContain("Where am I?WEIGHTSEach row's share of the total");
    expect(read()).toContain("KEEL.DRIFT(values, targets, [measure], [policy])");
    const page = [...document.querySelectorAll("a")].find((one) => one.textContent === "DRIFT");
    expect(page?.getAttribute("href")).toBe("help/drift.html");
    expect(page?.target).toBe("_blank");
  });

  it("finds functions by words of what they do", async () => {
    await openPane(new PaperWorkbook());
    await go("Help");
    await fill("Search the functions", "contribution selling");
    expect(links()).toEqual(["CONTRIBUTE", "CASHNEEDED"]);
    await fill("Search the functions", "=KEEL.dri");
    expect(links()).toEqual(["DRIFT", "DRIFTTOTAL"]);
    await fill("Search the functions", "zebra");
    expect(read()).toContain("No function has “zebra” in it.");
    expect(links()).toEqual([]);
  });

  it("leads to the screens that help", async () => {
    await openPane(new PaperWorkbook());
    await go("Help");
    await press("Open Explain");
    expect(read()).toContain("Explain a Keel cell");
  });

  it("leads to the pages about privacy and support, in a window of their own", async () => {
    await openPane(new PaperWorkbook());
    await go("Help");
    const pages = ["Privacy", "Support"].map((name) =>
      [...document.querySelectorAll("a")].find((one) => one.textContent === name),
    );
    expect(pages.map((page) => page?.getAttribute("href"))).toEqual(["privacy.html", "support.html"]);
    expect(pages.map((page) => page?.target)).toEqual(["_blank", "_blank"]);
  });

  it("speaks of Excel in Excel, and of the workbench there", async () => {
    await openPane(new PaperWorkbook("Excel"));
    await go("Help");
    expect(read()).toContain("F6 goes from the sheet to this pane");
    await closePanes();
    await openPane(new PaperWorkbook("workbench"));
    await go("Help");
    expect(read()).toContain("This is the workbench");
    expect(read()).not.toContain("F9");
  });
});

describe("the catalogue of functions", () => {
  it("has the names and help pages without functions.json", () => {
    expect([...namesOnly.keys()].sort()).toEqual(Object.keys(helpExamples).sort());
    expect(found(families, namesOnly, "drift").flatMap(({ functions }) => functions.map(({ name }) => name))).toEqual([
      "DRIFT",
      "DRIFTTOTAL",
    ]);
  });

  it("takes nothing on trust", () => {
    for (const odd of [null, 1, [], { functions: 2 }, { functions: [null, { name: "NOSUCH" }, {}] }]) {
      expect(catalogueIn(odd)).toEqual(namesOnly);
    }
    const drift = catalogueIn({ functions: [{ name: "DRIFT", parameters: [{ name: "values" }, null] }] }).get("DRIFT");
    expect(drift && signature(drift, "KEEL")).toBe("KEEL.DRIFT(values, )");
  });
});
