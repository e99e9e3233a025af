import { describe, expect, test } from "@jest/globals";
import { excelWorkbook } from "../../src/workbook";
import { asBook, keyOf, openHost } from "../host";
import { workbookCases, type Subject } from "./workbook-contract";

// Not observed in a running Excel: what the in-page host answers is written after Microsoft's documentation.
describe.each([
  ["with merged undo (ExcelApi 1.20)", 20],
  ["without merged undo and spill questions (ExcelApi 1.11)", 11],
])("the port to Excel %s", (_, excelApi) => {
  test.each(workbookCases.map((each) => [each.name, each] as const))("%s", async (__, { run }) => {
    const { user, model } = openHost({ excelApi });
    const subject: Subject = {
      workbook: excelWorkbook(),
      user,
      calculates: false,
      ...(excelApi < 13 ? { cannot: ["resize tables", "flag cells"] } : {}),
      see: {
        book: () => asBook(model),
        charts: (sheet) => model.sheet(sheet).charts.map(({ name }) => name),
        prompt: (address) => {
          const { sheet, row, column } = model.block(address);
          return model.sheet(sheet).validations.get(keyOf(row, column))?.prompt.title ?? "";
        },
      },
    };
    await run(subject, expect);
  });
});
