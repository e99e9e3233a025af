import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { fourteen, FOURTEEN_TARGETS } from "../functions/household-tables";
import { complaints, openPage, screenshot, site } from "./browser";
import { officeScript } from "./excel";
import { eventually, goTo, openWorkbench } from "./grid";

const trades = [
  ["401(k)", "Target date", -18_888.89],
  ["401(k)", "Bond", 18_888.89],
  ["Roth IRA", "US", -8000],
  ["Roth IRA", "Intl", 8000],
];

type Rows = readonly (readonly unknown[])[];

declare global {
  /** What functions.js associated in a page of these tests. */
  var keelAsked: Record<string, (...args: readonly unknown[]) => unknown>;
}

/** What Excel gives to a page, before the page's own scripts. */
function excel(): void {
  globalThis.keelAsked = {};
  const associate = (id: string, run: (typeof keelAsked)[string]): void => void (globalThis.keelAsked[id] = run);
  class CellError extends Error {
    constructor(
      readonly code: string,
      message: string,
    ) {
      super(message);
    }
  }
  const ErrorCode = { invalidValue: "#VALUE!", notAvailable: "#N/A" };
  Object.assign(globalThis, { CustomFunctions: { associate, Error: CellError, ErrorCode } });
}

/** Asks a function of the page for worked number 14: account, fund and amount of its rows, or the error with its sentence. */
async function asked(page: Page): Promise<Rows | string> {
  const given = [fourteen(), FOURTEEN_TARGETS];
  return page.evaluate(async ([holdings, targets]): Promise<Rows | string> => {
    try {
      const rows = (await globalThis.keelAsked["PLAN"]?.(holdings, targets)) as Rows;
      return rows.slice(1).map(([account, fund, , amount]) => [account, fund, amount]);
    } catch (problem) {
      return `${(problem as { code: string }).code} ${(problem as Error).message}`;
    }
  }, given);
}

/** Opens a page in another folder of the site, under a content policy, with nothing in it but functions.js. */
async function foreign(policy: string): Promise<Page> {
  const page = await openPage("watchdog.js", { before: excel });
  const html = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}" /><title>Other</title><script src="../../functions.js"></script>`;
  await page.route("**/other/deep/page.html", (route) => route.fulfill({ contentType: "text/html", body: html }));
  await page.goto(`${site()}/other/deep/page.html`);
  return page;
}

describe("functions.js in somebody else's page", () => {
  test("loads what it needs from where it came from itself", async () => {
    const page = await foreign("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'");
    const loaded: string[] = [];
    page.on("request", (request) => loaded.push(request.url().slice(site().length)));
    expect(await asked(page)).toEqual(trades);
    expect(loaded).toEqual([expect.stringMatching(/^\/chunks\/household\.\w+\.js$/), "/assets/highs.wasm"]);
    expect(complaints(page)).toEqual([]);
  });

  test("says that it may not run the solver where WebAssembly is not allowed, and answers all else", async () => {
    const page = await foreign("default-src 'none'; script-src 'self'; connect-src 'self'");
    expect(await asked(page)).toMatch(/^#N\/A The solver that plans a household could not be started: /);
    expect(await page.evaluate(() => globalThis.keelAsked["WEIGHTS"]?.([[1], [3]]))).toEqual([[0.25], [0.75]]);
    expect(await page.evaluate(() => globalThis.keelAsked["LOCATION"]?.([["Class"], ["Bonds"]]))).toHaveLength(2);
  });
});

test("functions.js and the pane's own script stand side by side in Excel's page", async () => {
  const page = await openPage("watchdog.js", { before: excel });
  await page.route(officeScript, (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
  await page.goto(`${site()}/taskpane.html`);
  expect(await asked(page)).toEqual(trades);
});

/** A workbench with worked number 14 below its sample, where the solver comes, or doesn't, when it is released. */
async function waiting(then: "continue" | "abort"): Promise<{ readonly page: Page; readonly release: () => void }> {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const page = await openWorkbench();
  await page.route("**/assets/highs.wasm", async (route) => {
    await held;
    await route[then]();
  });
  await page.evaluate(
    async ([holdings, targets]) => {
      const at = { sheet: "401(k)", row: 30 };
      await globalThis.keelWorkbench.workbook.apply({
        title: "Paste",
        steps: [
          { do: "write values", block: { ...at, column: 0, height: 7, width: 7 }, values: holdings as string[][] },
          { do: "write values", block: { ...at, column: 8, height: 4, width: 2 }, values: targets as string[][] },
        ],
      });
    },
    [fourteen(), FOURTEEN_TARGETS],
  );
  return { page, release };
}

describe("a plan in the workbench", () => {
  let page: Page;
  beforeAll(async () => {
    page = await openWorkbench();
  }, 60_000);

  const shown = (range: string): Promise<string[][]> =>
    page.evaluate(
      (each) => globalThis.keelWorkbench.workbook.cells.book.getActiveSheet().getRange(each).getDisplayValues(),
      range,
    );

  async function type(cell: string, formula: string, into = page): Promise<void> {
    await goTo(into, cell);
    await into.keyboard.type(formula);
    await into.keyboard.press("Enter");
    // A list of names that is open takes the first Enter.
    if (await into.evaluate(() => globalThis.keelWorkbench.workbook.cells.book.isCellEditing())) {
      await into.keyboard.press("Enter");
    }
  }

  test("spills when it is there, as money and percents, and follows its cells", async () => {
    await page.evaluate(
      async ([holdings, targets]) => {
        const block = (row: number, column: number, rows: readonly unknown[][]) => ({
          ...{ sheet: "Accounts", row, column, height: rows.length, width: rows[0]?.length ?? 0 },
        });
        await globalThis.keelWorkbench.workbook.apply({
          title: "Paste",
          steps: [
            { do: "add sheet", name: "Accounts" },
            { do: "write values", block: block(0, 0, holdings as unknown[][]), values: holdings as string[][] },
            { do: "write values", block: block(0, 8, targets as unknown[][]), values: targets as string[][] },
            { do: "select", block: { sheet: "Accounts", row: 9, column: 0, height: 1, width: 1 } },
          ],
        });
      },
      [fourteen(), FOURTEEN_TARGETS],
    );
    await type("A11", "=KEEL.PLAN(A1:G7,I1:J4)");
    const plan = await eventually(
      page,
      () => shown("A11:J15"),
      (rows) => rows[4]?.[3] === "$8,000.00",
    );
    expect(plan.map((row) => [row[0], row[1], row[3], row[6]])).toEqual([
      ["Account", "Fund", "Amount", "To %"],
      ["401(k)", "Target date", "-$18,888.89", "61.1%"],
      ["401(k)", "Bond", "$18,888.89", "38.9%"],
      ["Roth IRA", "US", "-$8,000.00", "73.3%"],
      ["Roth IRA", "Intl", "$8,000.00", "26.7%"],
    ]);
    await type("H1", "=KEEL.PLANTRADES(A1:G7,I1:J4)");
    await type("A20", "=KEEL.PLANCHECK(A1:G7,I1:J4)");
    await eventually(
      page,
      () => shown("A20:E27"),
      (rows) => rows[0]?.[0] === "Class",
    );
    await screenshot(page, "household-plan-spilled");
    expect((await shown("H1:H7")).map(([cell]) => cell)).toEqual([
      "Trade",
      "-$18,888.89",
      "$18,888.89",
      "$0.00",
      "-$8,000.00",
      "$8,000.00",
      "$0.00",
    ]);
    // The plan follows its cells, and shortens with them.
    await type("F2", "74,666.67");
    await eventually(
      page,
      () => shown("A12:D12"),
      ([row]) => row?.[3] !== "-$18,888.89" && row?.[0] !== "" && !row?.[0]?.startsWith("#"),
    );
    expect(complaints(page)).toEqual([]);
  });

  test("gets its format also if other formulas are typed before it is there, and loses it with its own step", async () => {
    const { page: slow, release } = await waiting("continue");
    const look = (range: string): Promise<string[][]> =>
      slow.evaluate(
        (each) => globalThis.keelWorkbench.workbook.cells.book.getActiveSheet().getRange(each).getDisplayValues(),
        range,
      );
    const formats = (): Promise<string[]> =>
      slow.evaluate(async () => {
        const { workbook } = globalThis.keelWorkbench;
        const cells = await Promise.all(
          [
            { row: 41, column: 3 },
            { row: 41, column: 6 },
            { row: 41, column: 11 },
          ].map((cell) => workbook.numberFormats({ sheet: "401(k)", height: 1, width: 1, ...cell })),
        );
        return cells.map((rows) => rows[0]?.[0] ?? "");
      });
    await type("A41", "=KEEL.PLAN(A31:G37,I31:J34)", slow);
    await type("L42", "=KEEL.DRIFTTOTAL(Holdings[Value],Holdings[Target])", slow);
    await type("L50", "=1+1", slow);
    // A cell whose formula is typed anew while it waits shows the second one's.
    await type("N41", "=KEEL.PLAN(A31:G37,I31:J34)", slow);
    await type("N41", "=KEEL.WEIGHTS(Holdings[Value])", slow);
    expect(await look("A41")).toEqual([["#GETTING_DATA"]]);
    release();
    const rows = await eventually(
      slow,
      () => look("A41:L42"),
      ([, row]) => row?.[3] === "-$18,888.89" && row[11]?.endsWith("%") === true,
    );
    expect([rows[1]?.[3], rows[1]?.[6]]).toEqual(["-$18,888.89", "61.1%"]);
    expect(rows[1]?.[11]).toMatch(/^\d+\.\d%$/);
    expect((await look("N41:N46")).flat()).toEqual(
      Array.from({ length: 6 }, () => expect.stringMatching(/^\d+\.\d%$/)),
    );
    for (let undone = 0; undone < 3; undone++) await slow.keyboard.press("Control+z");
    expect(await formats()).toEqual([expect.stringContaining("$"), "0.0%", "0.0%"]);
    for (let undone = 0; undone < 2; undone++) await slow.keyboard.press("Control+z");
    await eventually(slow, formats, ([money]) => money === "General");
    expect(await formats()).toEqual(["General", "General", "General"]);
    expect(complaints(slow)).toEqual([]);
  }, 60_000);

  test("shows that it waits, and then why it has no answer", async () => {
    const { page: offline, release } = await waiting("abort");
    const cell = (): Promise<string[][]> =>
      offline.evaluate(() =>
        globalThis.keelWorkbench.workbook.cells.book.getActiveSheet().getRange("A40").getDisplayValues(),
      );
    await type("A40", "=KEEL.PLAN(A31:G37,I31:J34)", offline);
    expect(await eventually(offline, cell, ([row]) => row?.[0] === "#GETTING_DATA")).toEqual([["#GETTING_DATA"]]);
    release();
    expect(await eventually(offline, cell, ([row]) => row?.[0] === "#N/A")).toEqual([["#N/A"]]);
    await goTo(offline, "A40");
    await offline.locator("#reason").getByText("The solver that plans a household could not be started").waitFor();
  });
});
