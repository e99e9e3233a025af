import { beforeAll, describe, expect, test } from "@jest/globals";
import ExcelJS from "exceljs";
import type { Page } from "playwright-core";
import { complaints, screenshot } from "./browser";
import { eventually, goTo, openWorkbench, valuesIn } from "./grid";

const sheet = "401(k)";

async function type(page: Page, cell: string, formula: string): Promise<void> {
  await goTo(page, cell);
  await page.keyboard.type(formula);
  await page.keyboard.press("Enter");
  // A list of names that is open takes the first Enter.
  if (await page.evaluate(() => globalThis.keelWorkbench.workbook.cells.book.isCellEditing())) {
    await page.keyboard.press("Enter");
  }
}

const shown = (page: Page, range: string): Promise<string[][]> =>
  page.evaluate(
    (each) => globalThis.keelWorkbench.workbook.cells.book.getActiveSheet().getRange(each).getDisplayValues(),
    range,
  );

describe("the result of a formula that is typed", () => {
  let page: Page;
  beforeAll(async () => {
    page = await openWorkbench();
  }, 60_000);

  test.each([
    ["G4", "=KEEL.WEIGHTS(Holdings[Value])", "G4:G9", /^\d+\.\d%$/],
    ["H4", "=KEEL.DRIFT(Holdings[Value],Holdings[Target])", "H4:H9", /^-?\d+\.\d%$/],
    ["I4", '=KEEL.DRIFT(Holdings[Value],Holdings[Target],"money")', "I4:I9", /^-?\$[\d,]+\.\d\d$/],
    ["J4", "=KEEL.REBALANCE(Holdings[Value],Holdings[Target])", "J4:J9", /^-?\$[\d,]+\.\d\d$/],
    ["K4", '=KEEL.NEXTLOOK("annual; last 2026-01-05",46000)', "K4", /^2027-01-0\d$|^2026-\d\d-\d\d$/],
    ["L4", '=KEEL.STATUS(Holdings[Value],Holdings[Target],"5/25")', "L4:L9", /^(Over|Under|In band)$/],
  ])("%s: %s has a number format that fits", async (cell, formula, range, look) => {
    await type(page, cell, formula);
    const cells = await eventually(
      page,
      () => shown(page, range),
      (read) => read.flat().every((each) => look.test(each)),
    );
    for (const each of cells.flat()) expect(each).toMatch(look);
  });

  test("looks as it did where its owner had chosen a format, and in the middle of a longer formula", async () => {
    await page.evaluate(
      () =>
        void globalThis.keelWorkbench.workbook.cells.book.getActiveSheet().getRange("G12").setNumberFormat("0.0000"),
    );
    await type(page, "G12", "=KEEL.DRIFTTOTAL(Holdings[Value],Holdings[Target])");
    await type(page, "G13", "=100*KEEL.DRIFTTOTAL(Holdings[Value],Holdings[Target])");
    const cells = await eventually(
      page,
      () => shown(page, "G12:G13"),
      (read) => read.flat().every((each) => each !== ""),
    );
    await page.waitForTimeout(1_000);
    expect(cells[0]?.[0]).toMatch(/^0\.\d{4}$/);
    expect(cells[1]?.[0]).toMatch(/^\d+\.\d+$/);
  });

  test("is not cut off in a column of the usual width", async () => {
    const widths = await page.evaluate(() => {
      const { book } = globalThis.keelWorkbench.workbook.cells;
      return [6, 9].map((column) => book.getActiveSheet().getColumnWidth(column));
    });
    expect(widths[0]).toBe(64);
    expect(widths[1]).toBeGreaterThan(80);
  });

  test("goes with its format in one Undo, and comes back with it", async () => {
    await type(page, "G15", "=KEEL.DRIFTTOTAL(Holdings[Value],Holdings[Target])");
    const at = { sheet, row: 14, column: 6, height: 1, width: 1 };
    const formatOf = async (): Promise<unknown> =>
      page.evaluate(async (block) => (await globalThis.keelWorkbench.workbook.numberFormats(block))[0]?.[0], at);
    await eventually(page, formatOf, (format) => format === "0.0%");
    await page.keyboard.press("Control+z");
    await eventually(
      page,
      () => valuesIn(page, at),
      (cells) => cells[0]?.[0] === "",
    );
    expect([await valuesIn(page, at), await formatOf()]).toEqual([[[""]], "General"]);
    await page.keyboard.press("Control+y");
    expect(await eventually(page, formatOf, (format) => format === "0.0%")).toBe("0.0%");
    await screenshot(page, "workbench-typing-formats");
    expect(complaints(page)).toEqual([]);
  });
});

test("what a function takes is shown open, with an example that can be typed as it stands and the choices", async () => {
  const page = await openWorkbench();
  await goTo(page, "H5");
  await page.keyboard.type("=KEEL.DRIFT(");
  await page.getByText('KEEL.DRIFT(Holdings[Value],Holdings[Target],"money","unassigned hold")').waitFor();
  await page.getByText("points (default), relative or money.").waitFor();
  await screenshot(page, "workbench-typing-help");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await type(page, "H5", '=KEEL.DRIFT(Holdings[Value],Holdings[Target],"money","unassigned hold")');
  const cells = await eventually(
    page,
    () => shown(page, "H5:H10"),
    (read) => read[5]?.[0] !== "",
  );
  for (const [each] of cells) expect(each).toMatch(/^-?\$[\d,]+\.\d\d$/);
  expect(complaints(page)).toEqual([]);
});

describe("a file with a picture", () => {
  const file = async (): Promise<{ name: string; mimeType: string; buffer: Buffer }> => {
    const workbook = new ExcelJS.Workbook();
    const page = workbook.addWorksheet("Pictured");
    page.addRows([
      ["Fund", "Value"],
      ["A", 1],
    ]);
    const base64 = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    page.addImage(workbook.addImage({ base64, extension: "png" }), "D2:F6");
    return {
      name: "Pictured.xlsx",
      mimeType: "application/octet-stream",
      buffer: Buffer.from(await workbook.xlsx.writeBuffer()),
    };
  };
  const title = (page: Page): Promise<string | undefined> => page.evaluate(() => globalThis.keelWorkbench.book().title);

  test("is opened without it only after its owner has agreed", async () => {
    const page = await openWorkbench();
    const before = await title(page);
    await page.setInputFiles("#file", await file());
    const question = page.getByRole("dialog");
    await question.getByText("Pictured.xlsx holds charts or pictures that are not shown here").waitFor();
    await question.getByText("Pictures and drawings are left out.").waitFor();
    await screenshot(page, "workbench-typing-pictures");
    expect(await question.getByRole("button").allInnerTexts()).toEqual(["Open it without them", "Cancel"]);
    await page.keyboard.press("Escape");
    await page.getByText("Opening Pictured.xlsx was cancelled. Nothing was changed.").waitFor();
    expect(await title(page)).toBe(before);
    await page.setInputFiles("#file", await file());
    await question.getByRole("button", { name: "Open it without them" }).click();
    await page.getByText("Opened Pictured.xlsx, except for this:").waitFor();
    expect(await title(page)).toBe("Pictured");
    expect(complaints(page)).toEqual([]);
  });
});
