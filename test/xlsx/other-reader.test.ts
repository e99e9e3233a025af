import { expect, test } from "@jest/globals";
import { Workbook } from "exceljs";
import { writeBook } from "../../src/xlsx";
import { plan } from "./sample-book";

// Another program's reader opens the file: it stops at parts it can't make sense of.

test("exceljs reads the same values, formulas and table", async () => {
  const workbook = new Workbook();
  const bytes = await writeBook(plan, { addin: { id: "eb6888a0-0c9b-4251-920f-a6af22cd0333", version: "0.1.0.0" } });
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  expect(workbook.title).toBe("Keel & a plan");
  expect(workbook.worksheets.map(({ name, state }) => [name, state])).toEqual([
    ["O'Neil's list", "hidden"],
    ["Plan", "visible"],
    ["_keel_lists", "veryHidden"],
  ]);
  const sheet = workbook.getWorksheet("Plan");
  if (!sheet) throw new Error("no sheet");
  expect(sheet.getCell("A4").value).toBe("Vanguard Total Stock Market Index");
  expect(sheet.getCell("B4").value).toBe(60200.5);
  expect(sheet.getCell("E4").formula).toBe("_xldudf_KEEL_DRIFT(Holdings[Value],Holdings[Target])");
  expect(sheet.getCell("E4").result).toBe(0.002);
  expect(sheet.getCell("E5").value).toBe(-0.019);
  expect(sheet.getCell("G10").value).toBe("=1+1");
  expect(sheet.getTable("Holdings").name).toBe("Holdings");
  expect(sheet.getCell("A1").isMerged).toBe(true);
  expect(sheet.views[0]).toMatchObject({ state: "frozen", xSplit: 1, ySplit: 3, showGridLines: false });
  expect(sheet.pageSetup).toMatchObject({ paperSize: 1, orientation: "landscape", printArea: "A1:G30" });
  expect(sheet.getImages()).toHaveLength(1);
  expect(sheet.getColumn(1).width).toBeCloseTo(34.71, 2);
});
