import { expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import type {} from "./excel-host";
import { accessibilityFindings } from "./axe";
import { complaints, screenshot, type Look } from "./browser";
import { openInExcel } from "./excel";

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

/** States that the screens come to only with certain cells: how each is reached, and its heading. */
const states: readonly (readonly [name: string, reach: (page: Page) => Promise<unknown>, heading: string])[] = [
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
      await go(page, "Explain");
    },
    "H4",
  ],
  [
    "repair",
    async (page) => {
      await enter(page, "F4", "=_xldudf_KEEL_DRIFT(Holdings[Value],Holdings[Target])", "#NAME?");
      await enter(page, "G4", "=KEEL.WEIGHTS(Holdings[Value])", "#BUSY!");
      await enter(page, "H4", "=KEEL.DRIFT(C4:C9,D4:D8)", "#VALUE!");
      await enter(page, "I4", "=KEEL.DRFT(C4:C9,D4:D9)", "#NAME?");
      await go(page, "Repair");
    },
    "2 formulas to repair",
  ],
  [
    "help-search",
    async (page) => {
      await go(page, "Help");
      await page.getByLabel("Search the functions").fill("date");
      await page.getByText(/functions found/).waitFor();
      for (const one of await page.locator("summary").all()) await one.click();
    },
    "What Keel does",
  ],
];

// Colours and contrast are looked at on every screen elsewhere; here it is the room that long formulas and lists take.
test.each([
  ["light", { width: 340 }, "100%"],
  ["large text", { width: 320, height: 1200 }, "200%"],
] satisfies readonly (readonly [string, Look, string])[])(
  "formulas and errors fit the pane and can be read by everyone, in %s",
  async (lookName, look, textSize) => {
    const page = await openInExcel(look);
    await page.getByRole("heading", { name: "Time to rebalance" }).waitFor();
    await page.evaluate((size) => (document.documentElement.style.fontSize = size), textSize);
    const findings: string[] = [];
    for (const [name, reach, heading] of states) {
      await reach(page);
      await page.getByRole("heading", { name: heading, exact: true }).waitFor();
      await screenshot(page, `${name} ${lookName}`.replace(/\W+/g, "-"));
      const wrong = [...(await accessibilityFindings(page)), ...(await cutOff(page))];
      findings.push(...wrong.map((finding) => `${name}: ${finding}`));
    }
    expect(findings).toEqual([]);
    expect(complaints(page)).toEqual([]);
  },
  60_000,
);

/** What reaches beyond the pane's side; what only screen readers are told has no size. */
async function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const pane = document.getElementById("pane");
    const edge = (pane?.getBoundingClientRect().right ?? 0) + 1;
    return [...(pane?.querySelectorAll("*") ?? [])]
      .filter((one) => one.getBoundingClientRect().width > 1 && one.getBoundingClientRect().right > edge)
      .map((one) => `${one.tagName} ${one.textContent.slice(0, 40)}`);
  });
}

test("all of it by keyboard alone", async () => {
  const page = await openInExcel();
  await page.getByRole("heading", { name: "Time to rebalance" }).waitFor();
  await enter(page, "F4", "=_xldudf_KEEL_DRIFT(Holdings[Value],Holdings[Target])", "#NAME?");
  const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? "");
  const tabTo = async (name: string | RegExp): Promise<void> => {
    for (let step = 0; step < 200; step += 1) {
      await page.keyboard.press("Tab");
      const text = await focused();
      if (typeof name === "string" ? text === name : name.test(text)) return;
    }
    throw new Error(`No way to ${String(name)} by Tab; the focus is on "${await focused()}".`);
  };

  await tabTo("More");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  expect(await focused()).toBe("Taxes");
  await page.keyboard.press("Escape");
  expect(await focused()).toBe("More");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "What Keel does" }).waitFor();
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
  const page = await openInExcel();
  await page.getByRole("heading", { name: "Time to rebalance" }).waitFor();
  await page.evaluate(() => keelHost.model.removeSheet(keelHost.model.sheet("401(k)")));
  await select(page, "Sheet1!A1");
  await page.getByRole("button", { name: "Look at the sample" }).press("Enter");
  await page.getByRole("heading", { name: "Time to rebalance" }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Time to rebalance");
}, 60_000);
