import { describe, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { address, type Block, type Book } from "../../src/sheets";
import type {} from "../../src/workbench/main";
import { readBook, writeBook } from "../../src/xlsx";
import { fileOf, type Foreign } from "../xlsx/foreign-file";
import { complaints, openPage, type Look } from "./browser";
import { eventually, goTo, valuesIn } from "./grid";
import { openFile } from "./open-file";

// What files of other programs hold works in the grid, and is saved again.

async function openForeign(foreign: Foreign, look: Look = {}): Promise<Page> {
  const page = await openPage("workbench.html?sample=401k", { width: 1000, height: 700, ...look });
  await page.waitForFunction(() => "keelWorkbench" in globalThis);
  const buffer = Buffer.from(fileOf(foreign));
  await openFile(page, { name: "foreign.xlsx", mimeType: "application/octet-stream", buffer });
  await page.locator("#notice").getByText("Opened foreign.xlsx.").waitFor();
  return page;
}

const book = (page: Page): Promise<Book> => page.evaluate(() => globalThis.keelWorkbench.book());

const cell = (row: number, column: number): Block => ({ sheet: "Data", row, column, height: 1, width: 1 });

test("a conditional format over a list of 20,000 rows and six columns is shown, also where an edit makes it true", async () => {
  const rows = Array.from({ length: 20_000 }, (_, row) => {
    const cells = [0, 1, 2, 3, 4, 5].map((column) => `<c><v>${column === 4 ? row : column}</v></c>`).join("");
    return `<row r="${row + 1}">${cells}</row>`;
  });
  const page = await openForeign({
    styles: `<dxfs><dxf><fill><patternFill><bgColor rgb="FFFFE8CC"/></patternFill></fill></dxf></dxfs>`,
    sheet:
      `<sheetData>${rows.join("")}</sheetData><conditionalFormatting sqref="A1:F20000">` +
      `<cfRule type="expression" dxfId="0" priority="1"><formula>$E1&gt;19000</formula></cfRule></conditionalFormatting>`,
  });
  const filled = (row: number): Promise<readonly boolean[]> =>
    page.evaluate((at) => {
      const sheet = globalThis.keelWorkbench.workbook.cells.book.getActiveSheet().getSheet();
      return [0, 1, 2, 3, 4, 5].map((column) => /FFE8CC/i.test(JSON.stringify(sheet.getCell(at, column))));
    }, row);
  const shown = async (row: number, is: boolean): Promise<void> => {
    const now = await eventually(page, () => filled(row), (all) => all.every((each) => each === is)); // prettier-ignore
    expect(now).toEqual(Array<boolean>(6).fill(is));
  };
  await shown(19_500, true);
  await shown(19_000, false);
  await goTo(page, "E5");
  await page.keyboard.type("20000");
  await page.keyboard.press("Enter");
  await shown(4, true);
  await shown(5, false);
  expect(complaints(page)).toEqual([]);
}, 60_000);

test.each([
  ["a list of choices that stands in cells", "list", "Lists of choices that stand in cells, such as in Data!C1:C2."],
  [
    "a rule by a formula",
    "formula",
    "Rules for what may be typed other than numbers and lists, such as in Data!C1:C2.",
  ],
] as const)(
  "%s, made in the grid, is said before a file is saved without it",
  async (_, kind, words) => {
    const page = await openForeign({
      sheet:
        `<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><dataValidations>` +
        `<dataValidation type="list" sqref="C1:C2"><formula1>"one,two"</formula1></dataValidation></dataValidations>`,
    });
    await page.evaluate((one) => {
      const sheet = globalThis.keelWorkbench.workbook.cells.book.getActiveSheet();
      const [rule] = sheet.getDataValidations();
      // A copy of a copy is a rule of its own.
      const other = rule?.copy().copy();
      if (one === "list") other?.requireValueInRange(sheet.getRange("A1:A2"));
      else other?.requireFormulaSatisfied("=LEN(C1)=3");
      if (other) rule?.getRanges()[0]?.setDataValidation(other.build());
    }, kind);
    let downloads = 0;
    page.on("download", () => (downloads += 1));
    await page.locator("#save").click();
    const notice = page.locator("#notice");
    await notice.getByText(words).waitFor();
    expect(downloads).toBe(0);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      notice.getByRole("button", { name: "Save without them" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("foreign.xlsx");
    expect(complaints(page)).toEqual([]);
  },
  60_000,
);

test("a sheet is shown as large as in its file, and is saved so", async () => {
  const page = await openForeign({
    sheet: `<sheetViews><sheetView zoomScale="85" workbookViewId="0"/></sheetViews><sheetData><row><c><v>1</v></c></row></sheetData>`,
  });
  await page.locator("#grid").getByText("85%").first().waitFor();
  expect((await book(page)).sheets.map(({ zoom }) => zoom)).toEqual([85]);
  expect(complaints(page)).toEqual([]);
}, 60_000);

describe("what is kept beside the grid", () => {
  const rule = (formula: string): string =>
    `<conditionalFormatting sqref="A5001:A16000"><cfRule type="expression" dxfId="0" priority="1"><formula>${formula}</formula></cfRule></conditionalFormatting>`;
  const foreign: Foreign = {
    styles: `<dxfs><dxf><fill><patternFill><bgColor rgb="FFFFE8CC"/></patternFill></fill></dxf></dxfs>`,
    sheet:
      `<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row></sheetData>` +
      `<mergeCells><mergeCell ref="C5001:C16000"/></mergeCells>${rule("A5001&gt;$A$2")}` +
      `<dataValidations><dataValidation type="decimal" operator="greaterThanOrEqual" showErrorMessage="1" sqref="B5001:B16000"><formula1>0</formula1></dataValidation></dataValidations>` +
      `<pageSetup orientation="portrait"/>`,
    after: `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">Data!$A$1:$C$20</definedName></definedNames>`,
  };

  /** Where what is beside the grid is, and what it says. */
  async function beside(page: Page): Promise<unknown> {
    const [sheet] = (await book(page)).sheets;
    return {
      flags: sheet?.flags.map(({ block, formula }) => [address(block), formula]),
      merged: sheet?.merged.map((each) => address(each)),
      validations: sheet?.validations.map(({ block }) => address(block)),
      printed: sheet?.print?.areas.map((each) => address(each)),
    };
  }

  const asOpened = {
    flags: [["Data!A5001:A16000", "=A5001>$A$2"]],
    merged: ["Data!C5001:C16000"],
    validations: ["Data!B5001:B16000"],
    printed: ["Data!A1:C20"],
  };

  test("goes along with the rows and columns of its sheet, also when that is undone and done again", async () => {
    const page = await openForeign(foreign);
    expect(await beside(page)).toEqual(asOpened);
    const step = (work: string): Promise<void> =>
      page.evaluate(async (name) => {
        const { book: shown } = globalThis.keelWorkbench.workbook.cells;
        const sheet = shown.getActiveSheet();
        const steps: Record<string, () => unknown> = {
          above: () => sheet.insertRowsBefore(0, 1),
          left: () => sheet.insertColumnsBefore(0, 2),
          out: () => sheet.deleteRows(1, 1),
          called: () => sheet.setName("New name"),
          undo: () => shown.undo(),
          redo: () => shown.redo(),
        };
        // What a step returns is the sheet itself: to bring that out of the page takes seconds.
        await steps[name]?.();
      }, work);
    const below = {
      flags: [["Data!A5002:A16001", "=A5002>$A$3"]],
      merged: ["Data!C5002:C16001"],
      validations: ["Data!B5002:B16001"],
      printed: ["Data!A2:C21"],
    };
    await step("above");
    expect(await beside(page)).toEqual(below);
    // It is saved so, as Excel would have it.
    const saved = await readBook(await writeBook(await book(page)));
    expect(saved.book.sheets[0]?.flags).toMatchObject([
      { block: { row: 5001, height: 11_000 }, formula: "=A5002>$A$3" },
    ]);
    await step("undo");
    expect(await beside(page)).toEqual(asOpened);
    await step("redo");
    expect(await beside(page)).toEqual(below);
    await step("left");
    await step("called");
    expect(await beside(page)).toEqual({
      flags: [["'New name'!C5002:C16001", "=C5002>$C$3"]],
      merged: ["'New name'!E5002:E16001"],
      validations: ["'New name'!D5002:D16001"],
      printed: ["'New name'!C2:E21"],
    });
    for (let times = 0; times < 3; times++) await step("undo");
    await step("out");
    expect(await beside(page)).toMatchObject({
      flags: [["Data!A5000:A15999", "=A5000>#REF!"]],
      printed: ["Data!A1:C19"],
    });
    await step("undo");
    expect(await beside(page)).toEqual(asOpened);
    expect(complaints(page)).toEqual([]);
  }, 60_000);

  test("is kept so if the page goes away at once", async () => {
    const page = await openForeign(foreign);
    await page.waitForTimeout(1_000);
    await page.evaluate(
      () => void globalThis.keelWorkbench.workbook.cells.book.getActiveSheet().insertRowsBefore(0, 1),
    );
    await page.reload();
    await page.waitForFunction(() => "keelWorkbench" in globalThis);
    expect(await beside(page)).toMatchObject({
      flags: [["Data!A5002:A16001", "=A5002>$A$3"]],
      printed: ["Data!A2:C21"],
    });
    expect(complaints(page)).toEqual([]);
  }, 60_000);
});

test("a word of tens of thousands of letters is shown and selected on a narrow page and in a narrow column", async () => {
  const long = `<c r="A1" t="inlineStr" s="1"><is><t>${"x".repeat(32_767)}</t></is></c>`;
  const page = await openForeign(
    {
      styles: `<cellXfs><xf/><xf applyAlignment="1"><alignment wrapText="1"/></xf></cellXfs>`,
      sheet: `<cols><col min="1" max="1" width="2" customWidth="1"/></cols><sheetData><row r="1">${long}<c r="B1"><v>1</v></c></row></sheetData>`,
    },
    { width: 340, height: 700 },
  );
  await goTo(page, "B1");
  await goTo(page, "A1");
  await page.waitForTimeout(500);
  const [[text = ""] = []] = await valuesIn(page, cell(0, 0));
  expect(text).toHaveLength(32_767);
  expect(complaints(page)).toEqual([]);
}, 60_000);
