import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { brokerFile } from "../lists/broker-files";
import { accessibilityFindings } from "./axe";
import { complaints, screenshot, type Look } from "./browser";
import { openInExcel } from "./excel";
import type {} from "./excel-host";
import { eventually, goTo, openWorkbench, valuesIn } from "./grid";

const fidelity = brokerFile("fidelity-positions");
const schwab = brokerFile("schwab-positions");
const vanguard = brokerFile("vanguard-ofxdownload");

/** A file made of another's text, as when it is downloaded again a month later. */
function changed(path: string, change: (text: string) => string): { name: string; mimeType: string; buffer: Buffer } {
  const name = /[^/\\]+$/.exec(path)?.[0] ?? path;
  return { name, mimeType: "text/csv", buffer: Buffer.from(change(readFileSync(path, "utf8"))) };
}

/** A plan's own page: a target-date fund, stable value, company stock, and a fund that nobody knows. */
const plan = {
  name: "plan.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(
    [
      "Plan: Acme 401(k) Plan",
      "",
      "Fund,Shares,Price,Balance",
      'Vanguard Target Retirement 2045 Trust,100,150.00,"$15,000.00"',
      'Stable Value Fund,,,"$5,000.00"',
      "Acme Company Stock,10,50,$500.00",
      "Quux Opportunities,1,100,$100.00",
      'Total,,,"$20,600.00"',
      "",
    ].join("\r\n"),
  ),
};

async function goToScreen(page: Page): Promise<void> {
  await page.getByRole("navigation", { name: "Screens" }).getByRole("button", { name: "Bring in" }).click();
}

/** Waits for words on the page: a screen reader is told some of them too. */
const says = (page: Page, words: string): Promise<void> => page.getByText(words).first().waitFor();

type Files = Parameters<Page["setInputFiles"]>[1];
async function bring(page: Page, files: Files): Promise<void> {
  await page.getByLabel("Files with holdings").setInputFiles(files);
}

const found = (page: Page): Promise<void> =>
  page.getByRole("region", { name: "What was found" }).getByRole("heading").first().waitFor();
const button = (page: Page, name: string | RegExp): ReturnType<Page["getByRole"]> => page.getByRole("button", { name });

/** Tells whether anything in the pane is cut off at its right. */
async function overflows(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const pane = document.querySelector("#pane") ?? document.body;
    const right = pane.getBoundingClientRect().right;
    return [...pane.querySelectorAll("p, button, select, input, h3, summary, li")]
      .filter((one) => one.getBoundingClientRect().width > 1 && one.getBoundingClientRect().right > right + 1)
      .map((one) => one.textContent.slice(0, 60));
  });
}

describe("two brokers' files and a plan's, in the workbench", () => {
  let page: Page;
  beforeAll(async () => {
    page = await openWorkbench();
    await goToScreen(page);
  }, 60_000);

  test("are found, with what is left out and what has to be asked", async () => {
    await says(page, "Bring in your holdings");
    await screenshot(page, "bring-in-1-files");
    await bring(page, [fidelity, schwab]);
    await found(page);
    await bring(page, plan);
    await says(page, "4 accounts, 14 holdings, $129,000.00 together.");
    await says(page, "Fidelity positions of November 28, 2026: 2 accounts, 6 holdings, $48,400.00.");
    await says(page, "Pending activity was counted in cash: −$250.50 in ROTH IRA …0001.");
    await says(page, "Left out: 3 lines of small print.");
    await says(page, "Still to answer: what 2 funds are made of.");
    expect(await button(page, "Write the table Holdings").getAttribute("aria-disabled")).toBe("true");
    await screenshot(page, "bring-in-2-found");
    expect(await accessibilityFindings(page, "#pane")).toEqual([]);
    expect(await overflows(page)).toEqual([]);
  });

  test("become one table, target-date fund and all, once the questions are answered", async () => {
    await page.getByLabel(/^Stable Value Fund/).selectOption("Bonds");
    await button(page, "Leave all 1 that Keel doesn’t know alone").waitFor({ state: "detached" });
    await page.getByLabel(/^Quux Opportunities/).selectOption("Leave it alone");
    await button(page, "Write the table Holdings").click();
    await page.getByRole("heading", { name: "Your holdings are in" }).waitFor();
    const all = { sheet: "My accounts", row: 0, column: 0, height: 15, width: 14 };
    const cells = await eventually(
      page,
      () => valuesIn(page, all),
      (read) => typeof read[11]?.[11] === "number",
    );
    expect(cells[0]).toEqual(
      [
        "Account",
        "Account type",
        "Fund",
        "Ticker",
        "Asset class",
        "Shares",
        "Price",
        "Value",
        "Cost basis",
        "As of",
      ].concat(["Lock", "US stocks", "International stocks", "Bonds"]),
    );
    expect(cells[2]).toEqual([
      "ROTH IRA …0001",
      "Roth IRA",
      "BIG 500 INDEX FUND",
      "FXAIX",
      "US stocks",
      120.5,
      200,
      24_100,
      20_000,
      46_354,
      "",
      "",
      "",
      "",
    ]);
    // A target-date fund is taken apart by formulas that read the table of mixes.
    expect(cells[11]?.slice(2, 5)).toEqual(["Vanguard Target Retirement 2045 Trust", "", ""]);
    const weights = (cells[11]?.slice(11) ?? []).map(Number);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(cells.slice(13).map((row) => [row[2], row[4], row[10]])).toEqual([
      ["Acme Company Stock", "", "hold"],
      ["Quux Opportunities", "", "hold"],
    ]);
    await screenshot(page, "bring-in-3-written");
    expect(await accessibilityFindings(page, "#pane")).toEqual([]);
  });

  test("no number of an account but its last four is anywhere in the workbook", async () => {
    const cells = await valuesIn(page, { sheet: "My accounts", row: 0, column: 0, height: 20, width: 16 });
    expect(JSON.stringify(cells)).not.toMatch(/X?1000000|2000000/);
  });

  test("the next month's file updates the figures; all of it is shown before, and one Undo takes it back", async () => {
    // The owner has gone on with the table: a class of their own, a column of their own.
    await goTo(page, "E3");
    await page.keyboard.type("Large caps");
    await page.keyboard.press("Enter");
    await button(page, "Bring in more").click();
    await bring(
      page,
      changed(fidelity, (text) =>
        text
          .replace("$24100.00", "$25100.00")
          .replace(
            /20000002,ROLLOVER IRA,FTIHX[^\n]*/,
            "20000002,ROLLOVER IRA,VNQ,REAL ESTATE ETF,10,$90.00,,$900.00,,,,,5%,,,Cash,",
          )
          .replace("Nov-28", "Nov-29"),
      ),
    );
    await found(page);
    await button(page, "See what changes in Holdings2").click();
    await says(page, "1 holding changes, 4 stay as they are, 1 is new and 1 is gone.");
    await screenshot(page, "bring-in-4-changes");
    expect(await accessibilityFindings(page, "#pane")).toEqual([]);
    await button(page, "Update Holdings2").click();
    await page.getByRole("heading", { name: "Your holdings are up to date" }).waitFor();
    const after = await valuesIn(page, { sheet: "My accounts", row: 0, column: 0, height: 17, width: 11 });
    expect(after[2]?.slice(2, 10)).toEqual([
      "BIG 500 INDEX FUND",
      "FXAIX",
      "Large caps",
      120.5,
      208.298755,
      25_100,
      20_000,
      46_355,
    ]);
    expect(after[6]?.slice(2, 8)).toEqual(["TOTAL INTL INDEX FUND", "FTIHX", "International stocks", 0, 15, 0]);
    expect(after[15]?.slice(0, 8)).toEqual([
      "ROLLOVER IRA …0002",
      "Rollover IRA",
      "REAL ESTATE ETF",
      "VNQ",
      "Real estate and other",
      10,
      90,
      900,
    ]);
    await button(page, "Undo").click();
    await page.getByRole("heading", { name: "Taken back" }).waitFor();
    const before = await valuesIn(page, { sheet: "My accounts", row: 0, column: 0, height: 17, width: 8 });
    expect(before[2]?.slice(4)).toEqual(["Large caps", 120.5, 200, 24_100]);
    expect(before[15]?.every((cell) => cell === "")).toBe(true);
    expect(complaints(page)).toEqual([]);
  });
});

describe("other ways in", () => {
  test("pasted cells, and cells of the workbook", async () => {
    const page = await openWorkbench();
    await goToScreen(page);
    const text = readFileSync(schwab, "utf8");
    await page.getByLabel("Or paste cells here").evaluate((area, pasted) => {
      const data = new DataTransfer();
      data.setData("text/plain", pasted);
      area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }, text);
    await says(page, "1 account, 4 holdings, $60,000.00 together.");
    await button(page, "Remove Pasted cells").click();
    await goTo(page, "A5");
    await button(page, "Use the cells I selected").click();
    await says(page, "1 account, 6 holdings, $344,966.88 together.");
  });

  test("a file that is dropped on the pane", async () => {
    const page = await openWorkbench();
    await goToScreen(page);
    const text = readFileSync(vanguard, "utf8");
    await page.getByText("or drop them here").evaluate((place, dropped) => {
      const data = new DataTransfer();
      data.items.add(new File([dropped], "ofxdownload.csv", { type: "text/csv" }));
      place.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    }, text);
    await says(page, "Vanguard positions: 2 accounts, 7 holdings, $74,000.00.");
    await says(page, "Still to answer: the kind of 2 accounts.");
  });

  test("what is no list of holdings is refused in words, and hides nothing", async () => {
    const page = await openWorkbench();
    await goToScreen(page);
    await bring(page, [
      { name: "empty.csv", mimeType: "text/csv", buffer: Buffer.from("") },
      { name: "letter.txt", mimeType: "text/plain", buffer: Buffer.from("Dear all,\nnothing to see.\n") },
      { name: "old.xls", mimeType: "application/vnd.ms-excel", buffer: Buffer.from("x") },
      { name: "broken.xlsx", mimeType: "", buffer: Buffer.from("PK\u0003\u0004 no zip") },
      changed(schwab, (text) => text),
    ]);
    await says(page, "empty.csv is empty. Download it again.");
    await says(page, "old.xls is no .csv, .txt or .xlsx file.");
    await says(page, "broken.xlsx can’t be read");
    await says(page, "no table of holdings was found in it");
    await says(page, "1 account, 4 holdings, $60,000.00 together.");
    expect(await button(page, "Write the table Holdings").getAttribute("aria-disabled")).toBe("true");
    await button(page, "Remove letter.txt").click();
    await page.getByText("Still to answer").waitFor({ state: "detached" });
  });
});

const looks: readonly (readonly [name: string, look: Look])[] = [
  ["320-dark", { width: 320, height: 900, colorScheme: "dark" }],
  ["340-light", { width: 340, height: 900 }],
  ["700-dark", { width: 700, height: 900, colorScheme: "dark" }],
];

describe("over Excel's own client library", () => {
  test.each(looks)("the same story at %s", async (name, look) => {
    const page = await openInExcel(look);
    await goToScreen(page);
    await bring(page, [fidelity, schwab]);
    await bring(page, plan);
    await says(page, "4 accounts, 14 holdings, $129,000.00 together.");
    await screenshot(page, `bring-in-excel-${name}-found`);
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await overflows(page)).toEqual([]);
    await page.getByLabel(/^Stable Value Fund/).selectOption("Cash");
    await page.getByLabel(/^Quux Opportunities/).selectOption("Several classes");
    await page.getByRole("group", { name: "Mix of Quux Opportunities" }).getByLabel("Bonds").fill("40");
    await says(page, "40% of 100%.");
    await page.getByRole("group", { name: "Mix of Quux Opportunities" }).getByLabel("US stocks").fill("60");
    await page.getByRole("group", { name: "Mix of Quux Opportunities" }).scrollIntoViewIfNeeded();
    await screenshot(page, `bring-in-excel-${name}-mix`);
    await button(page, "Write the table Holdings").click();
    await page.getByRole("heading", { name: "Your holdings are in" }).waitFor();
    await screenshot(page, `bring-in-excel-${name}-written`);
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(complaints(page)).toEqual([]);
  });
});
