import { describe, expect, test } from "@jest/globals";
import { excelWorkbook } from "../../src/workbook";
import { openHost } from "../host";
import { workbookCases } from "./workbook-contract";

// Not observed in a running Excel: what the in-page host answers is written after Microsoft's documentation.
describe.each([
  ["with merged undo (ExcelApi 1.20)", 20],
  ["without merged undo and spill questions (ExcelApi 1.11)", 11],
])("the port to Excel %s", (_, excelApi) => {
  test.each(workbookCases.map((each) => [each.name, each] as const))("%s", async (__, { run }) => {
    const { user } = openHost({ excelApi });
    await run({ workbook: excelWorkbook(), user, calculates: false }, expect);
  });
});
