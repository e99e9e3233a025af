import { afterEach, describe, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import type {} from "./excel-host";
import { accessibilityFindings } from "./axe";
import { complaints, screenshot, type Look } from "./browser";
import { openInExcel } from "./excel";

/** The ways a pane is looked at. Text at 200 % is what a reader sets in the browser or in Windows. */
const looks: readonly (readonly [name: string, look: Look & { readonly textSize?: string }])[] = [
  ["light", {}],
  ["dark", { colorScheme: "dark" }],
  ["forced-colours", { forcedColors: "active" }],
  ["narrow", { width: 320 }],
  ["large-text", { width: 320, textSize: "200%" }],
];

/** Types into the sheet 401(k), whose funds stand in rows 4 to 9, values in C and targets in D. */
async function type(page: Page, address: string, entries: readonly (readonly (string | number)[])[]): Promise<void> {
  await page.evaluate(([where, rows]) => keelHost.user.type(`'401(k)'!${where}`, rows), [address, entries] as const);
}

/** Says what a formula shows, as Excel does after calculating. */
async function calculate(page: Page, address: string, shows: string | number): Promise<void> {
  await page.evaluate(([where, value]) => keelHost.calculate(`'401(k)'!${where}`, [[value]]), [
    address,
    shows,
  ] as const);
}

async function select(page: Page, address: string): Promise<void> {
  await page.evaluate((where) => keelHost.user.select(where), address);
}

async function enter(page: Page, address: string, formula: string, shows: string | number): Promise<void> {
  await type(page, address, [[formula]]);
  await calculate(page, address, shows);
}

async function go(page: Page, screen: string): Promise<void> {
  const navigation = page.getByRole("navigation", { name: "Screens" });
  if (!(await navigation.getByRole("button", { name: screen, exact: true }).isVisible())) {
    await navigation.getByRole("button", { name: /^More/ }).click();
  }
  await navigation.getByRole("button", { name: screen, exact: true }).click();
}

/** The states of each screen: how it is reached, and a heading that tells that it is there. */
const states: readonly (readonly [name: string, reach: (page: Page) => Promise<unknown>, heading: string])[] = [
  [
    "first-run",
    async (page) => {
      await page.evaluate(() => keelHost.model.removeSheet(keelHost.model.sheet("401(k)")));
      await select(page, "Sheet1!A1");
    },
    "Show Keel your funds",
  ],
  ["more-open", (page) => page.getByRole("button", { name: "More" }).click(), "Time to rebalance"],
  ["explain-none", (page) => go(page, "Explain"), "Explain a Keel cell"],
  [
    "explain-list",
    async (page) => {
      await enter(page, "F4", "=KEEL.DRIFT(Holdings[Value],Holdings[Target])", 0.1);
      await enter(page, "G4", '=KEEL.STATUS(Holdings[Value],Holdings[Target],"5/25")', "Over");
      await go(page, "Explain");
    },
    "Explain a Keel cell",
  ],
  [
    "explain",
    async (page) => {
      await enter(page, "H4", '=KEEL.REBALANCE(Holdings[Value],Holdings[Target],5000,"5/25; to edge")', -1200);
      await select(page, "'401(k)'!H4");
      await go(page, "Explain");
    },
    "H4",
  ],
  [
    "explain-error",
    async (page) => {
      await type(page, "D6", [["n/a"]]);
      await enter(page, "H4", "=ROUND(KEEL.DRIFTTOTAL(C4:C9,D4:D9),2)", "#VALUE!");
      await select(page, "'401(k)'!H4");
      await go(page, "Explain");
    },
    "H4",
  ],
  ["repair-nothing", (page) => go(page, "Repair"), "Nothing to repair"],
  [
    "repair",
    async (page) => {
      await enter(page, "F4", "=_xldudf_KEEL_DRIFT(Holdings[Value],Holdings[Target])", "#NAME?");
      await enter(page, "G4", "=KEEL.WEIGHTS(Holdings[Value])", "#BUSY!");
      await enter(page, "H4", "=KEEL.DRIFT(C4:C9,D4:D8)", "#VALUE!");
      await go(page, "Repair");
    },
    "2 formulas to repair",
  ],
  [
    "help",
    async (page) => {
      await go(page, "Help");
      await page.getByText(/^KEEL\w*\.WEIGHTS\(values\)$/).waitFor();
    },
    "Help",
  ],
  [
    "help-search",
    async (page) => {
      await go(page, "Help");
      await page.getByLabel("Search the functions").fill("date");
      await page.getByText(/functions found/).waitFor();
      for (const one of await page.locator("summary").all()) await one.click();
      await page.getByLabel("Search the functions").scrollIntoViewIfNeeded();
    },
    "Help",
  ],
];

let page: Page;
afterEach(() => page.close());

describe.each(looks)("in %s", (lookName, { textSize, ...look }) => {
  test.each(states)(
    "%s",
    async (name, reach, heading) => {
      page = await openInExcel(look);
      await page.getByRole("heading", { name: "Time to rebalance" }).waitFor();
      if (textSize) await page.evaluate((size) => (document.documentElement.style.fontSize = size), textSize);
      await reach(page);
      await page.getByRole("heading", { name: heading, exact: true }).waitFor();
      await screenshot(page, `${name}-${lookName}`);
      expect(await accessibilityFindings(page)).toEqual([]);
      // Neither the page nor the pane in it scrolls sideways, and nothing in it is cut off at the side.
      const tooWide = await page.evaluate(() =>
        [...document.querySelectorAll("#pane, #pane *")]
          .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== "visible")
          .map((one) => `${one.tagName} ${one.className}`),
      );
      expect(tooWide.filter((one) => !one.includes("INPUT"))).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      expect(complaints(page)).toEqual([]);
    },
    60_000,
  );
});

test("all of it by keyboard alone", async () => {
  page = await openInExcel();
  await page.getByRole("heading", { name: "Time to rebalance" }).waitFor();
  await enter(page, "F4", "=_xldudf_KEEL_DRIFT(Holdings[Value],Holdings[Target])", "#NAME?");
  const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? "");
  const tabTo = async (name: string | RegExp): Promise<void> => {
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press("Tab");
      const text = await focused();
      if (typeof name === "string" ? text === name : name.test(text)) return;
    }
    throw new Error(`No way to ${String(name)} by Tab; the focus is on "${await focused()}".`);
  };

  await tabTo("More");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  expect(await focused()).toBe("Repair");
  await page.keyboard.press("Escape");
  expect(await focused()).toBe("More");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Help", exact: true }).waitFor();
  expect(await focused()).toBe("More: Help");

  await tabTo(/^A cell shows #NAME/);
  await page.keyboard.press("Enter");
  await tabTo("Open Repair");
  await page.keyboard.press("Enter");
  expect(await focused()).toBe("1 formula to repair");
  await tabTo("Rewrite it");
  await page.keyboard.press("Space");
  await calculate(page, "F4", 0.1);
  await page.getByText("The formula works again.").first().waitFor();
  // The button is gone; whoever pressed it is not left at the start of the page.
  expect(await focused()).toBe("No formula needs repair");

  await tabTo("Check again");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await tabTo("Undo");
  await page.keyboard.press("Enter");
  await page.getByText("Taken back.").first().waitFor();
  expect(complaints(page)).toEqual([]);
}, 60_000);

test("the first run can be skipped by a press, and leads to the sample's verdict", async () => {
  page = await openInExcel();
  await page.getByRole("heading", { name: "Time to rebalance" }).waitFor();
  await page.evaluate(() => keelHost.model.removeSheet(keelHost.model.sheet("401(k)")));
  await select(page, "Sheet1!A1");
  await page.getByRole("button", { name: "Start with sample data" }).press("Enter");
  await page.getByRole("heading", { name: "Time to rebalance" }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Time to rebalance");
}, 60_000);
