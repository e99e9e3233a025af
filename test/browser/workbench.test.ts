import { beforeAll, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import type { CellValue } from "../../src/workbook";
import { complaints, screenshot } from "./browser";
import { eventually, goTo, openWorkbench, valuesIn } from "./grid";

async function type(page: Page, address: string, text: string): Promise<void> {
  await goTo(page, address);
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
  // A list of names that is open takes the first Enter.
  if (await page.evaluate(() => globalThis.keelWorkbench.workbook.cells.book.isCellEditing())) {
    await page.keyboard.press("Enter");
  }
}

/** The values of a block of a sheet, the sample's unless said otherwise, rows and columns counted from 0. */
async function values(
  page: Page,
  row: number,
  column: number,
  height: number,
  width = 1,
  sheet = "401(k)",
): Promise<CellValue[][]> {
  return valuesIn(page, { sheet, row, column, height, width });
}

/** Waits until a block shows what is expected. */
async function shows(page: Page, expected: CellValue[][], row: number, column: number): Promise<void> {
  const read = (): Promise<CellValue[][]> => values(page, row, column, expected.length, expected[0]?.length ?? 1);
  expect(await eventually(page, read, (cells) => JSON.stringify(cells) === JSON.stringify(expected))).toEqual(expected);
}

let page: Page;

beforeAll(async () => {
  page = await openWorkbench();
}, 60_000);

test("opens on a sample plan with real funds, and says whether its owner is fine", async () => {
  expect((await values(page, 2, 0, 1, 4))[0]).toEqual(["Fund", "Ticker", "Value", "Target"]);
  await page.getByRole("heading", { name: "Time to rebalance" }).waitFor();
  await page.getByText("This is the Keel workbench, not Excel.").waitFor();
  await screenshot(page, "workbench");
}, 60_000);

test("a typed formula spills, and follows the cells it reads", async () => {
  await type(page, "G13", "500");
  await type(page, "G14", "300");
  await type(page, "G15", "200");
  await type(page, "H13", "50%");
  await type(page, "H14", "25%");
  await type(page, "H15", "25%");
  await type(page, "J13", "=KEEL.DRIFT(G13:G15,H13:H15)");
  await shows(page, [[0], [0.05], [-0.05]], 12, 9);
  await type(page, "L13", "=KEEL.REBALANCE(G13:G15,H13:H15,100)");
  await shows(page, [[50], [-25], [75]], 12, 11);
  await type(page, "G13", "700");
  await shows(page, [[1 / 12], [0], [-1 / 12]], 12, 9);
}, 60_000);

test("an error says what to do, and the grid goes on calculating", async () => {
  await type(page, "G14", "n/a");
  await shows(page, [["#VALUE!"]], 12, 9);
  await goTo(page, "J13");
  await page.getByText('Values, row 2: "n/a" is not a number.').waitFor();
  await screenshot(page, "workbench-error");
  await type(page, "G14", "300");
  await shows(page, [[1 / 12], [0], [-1 / 12]], 12, 9);
}, 60_000);

test("the wizard inserts a plan on a sheet of its own, which follows the list", async () => {
  await goTo(page, "A5");
  await page.getByText("Read from Holdings on sheet 401(k), 6 funds.").waitFor();
  await page.getByRole("navigation").getByRole("button", { name: "Set up" }).click();
  await page.getByRole("button", { name: "Next: your targets" }).click();
  await page.getByRole("button", { name: "Next: your rule" }).click();
  await screenshot(page, "workbench-rule");
  await page.getByRole("button", { name: "Next: preview" }).click();
  await screenshot(page, "workbench-preview");
  await page.getByRole("button", { name: "Insert", exact: true }).click();
  await page.getByRole("heading", { name: "Your plan is live" }).waitFor();
  const [heading] = await values(page, 20, 0, 1, 11, "Keel plan");
  expect(heading).toEqual([
    "Fund",
    "",
    "",
    "Value",
    "Target",
    "Weight",
    "Drift",
    "Lowest",
    "Highest",
    "Status",
    "Trade",
  ]);
  const results = (): Promise<CellValue[][]> => values(page, 21, 6, 6, 5, "Keel plan");
  const before = await eventually(page, results, ([first]) => typeof first?.[0] === "number");
  await screenshot(page, "workbench-inserted");

  await page.evaluate(() =>
    globalThis.keelWorkbench.workbook.show({ sheet: "401(k)", row: 3, column: 2, height: 1, width: 1 }),
  );
  await type(page, "C4", "100000");
  const after = await eventually(page, results, (rows) => {
    const sum = rows.reduce((total, row) => total + Math.round(Number(row[4]) * 100), 0);
    return rows[0]?.[0] !== before[0]?.[0] && sum === 0;
  });
  expect(after.map((row) => typeof row[4])).toEqual(new Array(6).fill("number"));
}, 60_000);

test("nothing went wrong on the way, and nothing left this machine", () => {
  expect(complaints(page)).toEqual([]);
});

test.each([
  ["dark", { colorScheme: "dark" }],
  ["forced colours", { forcedColors: "active" }],
  ["narrow", { width: 700, height: 900 }],
] as const)(
  "opens in %s",
  async (name, look) => {
    const other = await openWorkbench(look);
    await screenshot(other, `workbench-${name.replace(" ", "-")}`);
    expect(complaints(other)).toEqual([]);
    expect(await other.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
  },
  60_000,
);
