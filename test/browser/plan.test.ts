import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { isoDay } from "../../src/ranges";
import { localAddress, planPlaces, planSheet, sampleSource, type Block, type PolicyRow } from "../../src/sheets";
import type {} from "../../src/workbench/main";
import type { CellValue } from "../../src/workbook";
import { accessibilityFindings } from "./axe";
import { complaints, openPage, screenshot } from "./browser";
import { openInExcel } from "./excel";
import { inEachLook, lookAt, type NamedLook, type WayToLook } from "./looks";

/** The browser's own day, as Excel counts days. */
const today = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const now = new Date();
    return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000 + 25_569;
  });

const plan = (settings: readonly PolicyRow[]): ReturnType<typeof planSheet> =>
  planSheet(sampleSource, {
    sheet: "Plan",
    policyTable: "Policy",
    settings,
    listName: "Holdings on sheet 401(k)",
    cash: 0,
    names: "all",
    namespace: "KEEL",
  });

const annual: readonly PolicyRow[] = [
  ["Look", "annual"],
  ["Band", "5/25"],
  ["Last look", "2020-01-05"],
];

async function read(page: Page, block: Block): Promise<CellValue[][]> {
  return page.evaluate(async (where) => {
    const { values } = await globalThis.keelWorkbench.workbook.read(where);
    return values.map((row) => [...row]);
  }, block);
}

/** Types the sample's values as a market has them next that moved all funds alike. */
async function typeValues(page: Page, held: readonly (readonly CellValue[])[], factor: number): Promise<void> {
  const values = held.map(([value]) => [typeof value === "number" ? Math.round(value * factor * 100) / 100 : 0]);
  await page.evaluate(
    async (step) => {
      await globalThis.keelWorkbench.workbook.apply({ title: "Type values", steps: [step] }, { replace: true });
    },
    { do: "write values", block: sampleSource.values, values } as const,
  );
}

async function go(page: Page, screen: string): Promise<void> {
  await page.getByRole("navigation", { name: "Screens" }).getByRole("button", { name: screen, exact: true }).click();
}

describe("in the workbench, with the sample", () => {
  let page: Page;

  beforeAll(async () => {
    page = await openPage("workbench.html?sample=401k");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("region", { name: "Am I fine?" }).getByRole("heading").waitFor();
  }, 60_000);

  test("Home leads to the trades, each with its reason", async () => {
    await page.getByRole("button", { name: "See the trades" }).click();
    await page.getByRole("heading", { name: "6 trades to make" }).waitFor();
    const trades = page.getByRole("region", { name: "Trades" });
    await trades.getByText(/Over its band of 35% to 45%\. Goes back to its target, 40%\./).waitFor();
    await trades.getByText("Sell $44,463.60", { exact: true }).waitFor();
    await screenshot(page, "plan-workbench");
  }, 60_000);

  test("copies what is typed into the web page, with plain numbers", async () => {
    await page.getByRole("button", { name: "Copy the exchanges" }).click();
    await page.getByText("Copied. Paste it where you need it.").waitFor();
    const lines = (await page.evaluate(() => navigator.clipboard.readText())).split("\n");
    expect(lines[0]?.trim()).toBe("From\tTo\tAmount\tPercent of From");
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines.slice(1)) expect(line.trim()).toMatch(/^[^\t]+\t[^\t]+\t\d+(\.\d+)?\t\d+(\.\d+)?$/);
  }, 60_000);

  test("saves CSV", async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save as CSV the trades" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`keel-trades-${isoDay(await today(page))}.csv`);
    const text = (await buffer(await download.createReadStream())).toString("utf8");
    const lines = text.split("\r\n");
    expect(lines[0]).toBe("\uFEFFFund,Action,Amount,Percent now,Percent after,Why");
    expect(lines).toHaveLength(8);
    expect(lines[1]).toMatch(/^Vanguard 500 Index,Sell,44463\.6,52\.89,40,"?Over its band/);
  }, 60_000);

  test("logs the rebalance twice, and takes the second back in one step", async () => {
    await page.evaluate(
      (description) => globalThis.keelWorkbench.workbook.apply(description),
      plan([["Band", "5/25"]]),
    );
    await page.getByText("on sheet Plan: Rebalance whenever").waitFor();
    const serial = await today(page);
    const held = await read(page, sampleSource.values);
    const log = { sheet: "Rebalance log", row: 3, column: 0, height: 4, width: 6 };

    await page.getByRole("button", { name: "Log this rebalance" }).click();
    await page.getByText("a new sheet called Rebalance log, with a table called RebalanceLog").waitFor();
    await page.getByRole("button", { name: "Write it" }).click();
    await page
      .getByRole("region", { name: "Rebalance log" })
      .getByText(/^Logged in row 5 of sheet Rebalance log\./)
      .waitFor();
    const [headings, first] = await read(page, log);
    expect(headings).toEqual(["Date", "Reason", "Drift before", "Drift after", "Traded", "Trades done"]);
    expect(first?.[0]).toBe(serial);
    expect(typeof first?.[1] === "string" ? first[1] : "").toMatch(/^Outside the band: Vanguard 500 Index/);
    expect(first?.[2]).toBeCloseTo(0.1288, 3);
    expect(first?.[3]).toBeCloseTo(0, 6);
    expect(first?.[4]).toBe(44463.6);
    await page.getByRole("heading", { name: "These values are from before your trades" }).waitFor();
    await page.getByRole("button", { name: "Go to the log" }).click();
    await screenshot(page, "plan-log-workbench");

    await typeValues(page, held, 1.01);
    await go(page, "Home");
    await go(page, "Plan");
    await page.getByRole("button", { name: "Log this rebalance" }).click();
    await page.getByLabel("Reason").fill("Once more");
    await page.getByText("a new row in your log, A6:F6 on sheet Rebalance log").waitFor();
    await page.getByRole("button", { name: "Write it" }).click();
    await page
      .getByRole("region", { name: "Rebalance log" })
      .getByText(/^Logged in row 6 of sheet Rebalance log\./)
      .waitFor();
    const tables = (): Promise<readonly string[]> =>
      page.evaluate(async () =>
        (await globalThis.keelWorkbench.workbook.tables()).map(({ name, block }) => `${name} ${block.height}`),
      );
    expect(await tables()).toContain("RebalanceLog 3");

    await page.getByRole("button", { name: "Undo", exact: true }).last().click();
    await page.getByRole("button", { name: "Log this rebalance" }).waitFor();
    expect(await tables()).toContain("RebalanceLog 2");
    expect((await read(page, log))[2]).toEqual(["", "", "", "", "", ""]);
  }, 60_000);

  test("moves the last look, and with it the verdict", async () => {
    await page.evaluate(
      (description) => globalThis.keelWorkbench.workbook.apply(description, { replace: true }),
      plan(annual),
    );
    await page.getByText("on sheet Plan: Look once a year").waitFor();
    await go(page, "Plan");
    await page.getByRole("heading", { name: "6 trades to make" }).waitFor();
    const held = await read(page, sampleSource.values);
    await page.getByRole("button", { name: "Log this rebalance" }).click();
    const { lastLook } = planPlaces("Plan", 6);
    const change = `your last look in ${localAddress(lastLook)} on sheet Plan: “${isoDay(await today(page))}”`;
    await page.getByText(`${change}, in place of “2020-01-05”`).waitFor();
    await screenshot(page, "plan-log-form-workbench");
    await page.getByRole("button", { name: "Write it" }).click();
    await page.getByRole("button", { name: "Put in the values after trading" }).click();
    await page.getByRole("heading", { name: "No trades needed" }).waitFor();
    expect(await read(page, lastLook)).toEqual([[await today(page)]]);
    await go(page, "Home");
    await page.getByRole("heading", { name: "You are fine" }).waitFor();
    await typeValues(page, held, 1.02);
    await page.getByRole("heading", { name: "Nothing to do yet" }).waitFor();
  }, 60_000);

  test("without anything going wrong on the way", () => {
    expect(complaints(page)).toEqual([]);
  });
});

test("formulas about paychecks beside the plan calculate in the workbench, and one Undo takes them back", async () => {
  const page = await openPage("workbench.html?sample=401k");
  await page.getByRole("region", { name: "Am I fine?" }).getByRole("heading").waitFor();
  await page.evaluate((description) => globalThis.keelWorkbench.workbook.apply(description), plan([["Band", "5/25"]]));
  await page.getByText("on sheet Plan: Rebalance whenever").waitFor();
  await go(page, "Plan");
  await page.getByLabel("Each paycheck puts in").fill("20000");
  await page.getByText("and you are in band, without selling").waitFor();
  await page.getByRole("button", { name: "Put the formulas beside my plan" }).click();
  await page.getByText("The formulas are in").first().waitFor();
  const { all, columns } = planPlaces("Plan", 6);
  const cells = { ...all, row: columns.fund.row - 3, column: all.column + all.width + 1, height: 9, width: 2 };
  const written = await read(page, cells);
  expect(written.slice(0, 3)).toEqual([
    ["Each paycheck", 20000],
    ["Paychecks to the band", 4],
    ["Fund", "Percent of it"],
  ]);
  expect(written.slice(3).reduce((sum, [, percent]) => sum + Number(percent), 0)).toBe(100);
  expect(written[3]).toEqual(["Vanguard 500 Index", 0]);
  await page
    .getByRole("button", { name: /^Go to .* on sheet Plan$/ })
    .first()
    .click();
  await screenshot(page, "plan-paychecks-workbench");
  await page.getByRole("region", { name: "Steer with your paychecks" }).getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Put the formulas beside my plan" }).waitFor();
  expect((await read(page, cells)).flat().every((cell) => cell === "")).toBe(true);
  expect(complaints(page)).toEqual([]);
}, 60_000);

/** The ways the pane is looked at. */
const looks: readonly NamedLook[] = [
  ["light", { width: 340, height: 2500 }],
  ["dark", { width: 340, height: 2500, colorScheme: "dark" }],
  ["forced-colours", { width: 340, height: 2500, forcedColors: "active" }],
  ["wide", { width: 700, height: 2500 }],
  ["narrow", { width: 320, height: 2500 }],
  ["large-text", { width: 320, height: 3600, textSize: "200%" }],
];

const rule = "annual and 5/25; last 2020-01-05";

/** Has the wizard write a plan, whose column Done has check boxes here, ticks three of them and goes to Plan. */
async function tickThreeTrades(page: Page): Promise<void> {
  await go(page, "Set up");
  for (const button of ["Next: your targets", "Next: your rule", "Next: preview", "Insert"]) {
    await page.getByRole("button", { name: button, exact: true }).click();
  }
  await page.getByRole("heading", { name: "Your plan is live" }).waitFor();
  const boxes = await page.evaluate(() => [...keelHost.model.sheet("Keel plan").checkBoxes]);
  expect(boxes).toEqual([21, 22, 23, 24, 25, 26].map((row) => `${row} 11`));
  await page.evaluate(() => keelHost.user.type("'Keel plan'!L22:L24", [[true], [true], [true]]));
  await go(page, "Plan");
}

interface Journey {
  /** How the page is looked at while it is opened and the states are reached. */
  readonly goneIn: WayToLook;
  /** The rule beside the list, if there is one. */
  readonly policy?: string;
  /** The states that the pane comes to in one page, one after another, and how each is reached. */
  readonly states: readonly (readonly [name: string, reach: (page: Page) => Promise<unknown>])[];
}

/** The states of Home, Plan and Explain. Each journey is gone in another look, which its page is opened in. */
const journeys: readonly Journey[] = [
  {
    goneIn: { width: 320, height: 3600, textSize: "200%" },
    states: [
      ["home", (page) => page.getByText("Your funds").waitFor()],
      [
        "plan-by-hand",
        async (page) => {
          await go(page, "Plan");
          await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
          await page.getByRole("button", { name: "Copy the trades" }).click();
          await page.getByText("Press Ctrl+C to copy the trades").waitFor();
          await page.getByRole("button", { name: "Save as CSV the exchanges" }).click();
        },
      ],
      [
        "plan-trouble",
        async (page) => {
          await page.evaluate(() => keelHost.user.type("'401(k)'!C6", [["n/a"]]));
          await go(page, "Plan");
          await page.getByRole("heading", { name: "No answer yet" }).waitFor();
        },
      ],
    ],
  },
  {
    goneIn: { width: 700, height: 2500 },
    policy: rule,
    states: [
      ["home-plan", (page) => page.getByText("Cash to invest in").waitFor()],
      ["plan", (page) => go(page, "Plan")],
      [
        "plan-paychecks",
        async (page) => {
          await page.getByLabel("Each paycheck puts in").fill("20000");
          await page.locator("figure").waitFor();
          await page.getByRole("region", { name: "Steer with your paychecks" }).scrollIntoViewIfNeeded();
        },
      ],
      [
        "plan-log-form",
        async (page) => {
          await page.getByRole("button", { name: "Log this rebalance" }).click();
          await page.getByText("This writes:").waitFor();
        },
      ],
      [
        "plan-logged",
        async (page) => {
          await page.getByRole("button", { name: "Write it" }).click();
          await page.getByRole("region", { name: "Rebalance log" }).getByText("Logged in row 5").waitFor();
          await page.getByRole("button", { name: "Put in the values after trading" }).waitFor();
        },
      ],
    ],
  },
  {
    goneIn: { width: 320, height: 2500 },
    states: [
      [
        "plan-ticked",
        async (page) => {
          await tickThreeTrades(page);
          await page.getByRole("button", { name: "Log this rebalance" }).click();
          await page.getByText("3 of 6 trades are ticked as done.").waitFor();
        },
      ],
      [
        "plan-ticked-logged",
        async (page) => {
          await page.getByRole("button", { name: "Write it" }).click();
          await page.getByText("traded, 3 of 6 trades done").waitFor();
          const ticks = await page.evaluate(() =>
            [21, 22, 23, 24, 25, 26].map((row) => keelHost.model.value("Keel plan", row, 11)),
          );
          expect(ticks).toEqual([false, false, false, "", "", ""]);
        },
      ],
    ],
  },
  {
    goneIn: { width: 340, height: 2500, forcedColors: "active" },
    policy: rule,
    states: [
      [
        "explain-figures",
        async (page) => {
          await page.evaluate(() => keelHost.user.select("'401(k)'!F4"));
          await page.getByRole("button", { name: "More", exact: true }).click();
          await go(page, "Explain");
          await page.getByText(/Drift = weight − target/).waitFor();
        },
      ],
      [
        "plan-checklist",
        async (page) => {
          await go(page, "Plan");
          await page.getByRole("button", { name: "Make them one at a time" }).click();
          await page.getByRole("button", { name: "Done, next" }).click();
          await page.getByRole("heading", { name: /^2 of \d+$/ }).waitFor();
        },
      ],
      [
        "plan-checklist-end",
        async (page) => {
          const skip = page.getByRole("button", { name: "Skip" });
          while (await skip.isVisible()) await skip.click();
          await page.getByText("Not ticked:").waitFor();
        },
      ],
    ],
  },
];

async function setOut(page: Page, policy: string | undefined): Promise<void> {
  await page.getByRole("heading", { name: "Time to rebalance" }).waitFor();
  if (policy === undefined) return;
  await page.evaluate((text) => {
    keelHost.user.type("'401(k)'!F4", [["=KEEL.DRIFT(Holdings[Value],Holdings[Target])"]]);
    keelHost.user.type("'401(k)'!J4:K5", [
      ["Cash to invest", 2500],
      ["Policy", text],
    ]);
  }, policy);
  await page.getByText("on sheet 401(k): Look once a year").waitFor();
}

describe.each(journeys)("page $#", ({ goneIn, policy, states }) => {
  let page: Page;
  beforeAll(async () => {
    page = await openInExcel(goneIn);
    await setOut(page, policy);
  }, 60_000);
  afterAll(() => page.close());

  test.each(states)(
    "%s",
    async (name, reach) => {
      await lookAt(page, goneIn);
      await reach(page);
      const findings = await inEachLook(page, looks, async (look) => {
        await screenshot(page, `${name}-${look}`);
        return [...(await accessibilityFindings(page)), ...(await tooWide(page))];
      });
      expect(findings).toEqual([]);
      expect(complaints(page)).toEqual([]);
    },
    60_000,
  );
});

/** What is cut off at the side, or scrolls sideways; the text that is copied by hand may. */
async function tooWide(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => [
    ...[...document.querySelectorAll("#pane, #pane *")]
      .filter(
        (one) =>
          one.clientWidth > 1 &&
          one.scrollWidth > one.clientWidth + 1 &&
          getComputedStyle(one).overflowX !== "visible" &&
          !["INPUT", "TEXTAREA"].includes(one.tagName),
      )
      .map((one) => `too wide: ${one.tagName} ${one.className}`),
    ...(document.documentElement.scrollWidth <= innerWidth ? [] : ["the page scrolls sideways"]),
  ]);
}

test("the log by keyboard alone, and the focus is never lost", async () => {
  const page = await openInExcel();
  await page.getByRole("heading", { name: "Time to rebalance" }).waitFor();
  const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? "");
  const tabTo = async (name: string): Promise<void> => {
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press("Tab");
      if ((await focused()) === name) return;
    }
    throw new Error(`No way to ${name} by Tab; the focus is on "${await focused()}".`);
  };
  await tabTo("See the trades");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "6 trades to make" }).waitFor();
  expect(await focused()).toBe("6 trades to make");
  await tabTo("Log this rebalance");
  await page.keyboard.press("Enter");
  await page.getByText("This writes:").waitFor();
  expect(await focused()).toBe("When and why?");
  await tabTo("Write it");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Undo" }).waitFor();
  expect(await focused()).toMatch(/^Logged in row 5 of sheet Rebalance log\./);
  await tabTo("Undo");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Log this rebalance" }).waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === "H2");
  expect(complaints(page)).toEqual([]);
  await page.close();
}, 60_000);
