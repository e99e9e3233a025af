import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { openHost } from ".";
import { libraryVersion } from "./protocol";

// The library's messages to its host are its own affair. If one of these fails after an update of @microsoft/office-js,
// read the messages anew, mend this folder, and only then raise `libraryVersion`.

test("the library is the version whose messages this host was written for", () => {
  const { version } = JSON.parse(readFileSync(require.resolve("@microsoft/office-js/package.json"), "utf8")) as {
    version: string;
  };
  expect(version).toBe(libraryVersion);
});

test("a batch reaches the host in the words that protocol.ts describes", async () => {
  const { requests, model } = openHost();
  const values = await Excel.run({ delayForCellEdit: true }, async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRangeByIndexes(0, 0, 1, 2);
    range.values = [[1, "two"]];
    range.load("values,worksheet/name");
    await context.sync();
    return [range.values, range.worksheet.name];
  });
  expect(values).toEqual([[[1, "two"]], "Sheet1"]);
  const [batch, cleanUp] = requests;
  expect(batch?.flags).toBe(65); // 1: it writes; 64: it waits for the end of a cell's edit
  expect(Object.values(batch?.ObjectPaths ?? {}).map((path) => [path.ObjectPathType, path.Name])).toEqual([
    [1, ""],
    [4, "Worksheets"],
    [5, ""],
    [3, "GetRangeByIndexes"],
  ]);
  expect(batch?.Actions.map(({ ActionType, Name }) => [ActionType, Name])).toEqual([
    [1, ""],
    [1, ""],
    [1, ""],
    [1, ""],
    [3, "_KeepReference"],
    [1, ""],
    [4, "Values"],
    [2, ""],
  ]);
  expect(batch?.Actions.at(-1)?.QueryInfo).toEqual({ Select: ["values", "worksheet/name"] });
  expect(cleanUp?.Actions.at(-1)).toMatchObject({ ActionType: 3, Name: "_RemoveReference" });
  expect(model.value("Sheet1", 0, 1)).toBe("two");
});

test("a property that was not loaded is the library's own error", async () => {
  openHost();
  const reading = Excel.run(async (context) => {
    const range = context.workbook.getSelectedRange().load("rowIndex");
    await context.sync();
    return range.values;
  });
  await expect(reading).rejects.toMatchObject({ code: "PropertyNotLoaded" });
});

test("a missing object is a null object, and so is what belongs to it", async () => {
  openHost();
  const missing = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject("Gone");
    const range = sheet.getRangeByIndexes(0, 0, 1, 1).load("values");
    await context.sync();
    return [sheet.isNullObject, range.isNullObject];
  });
  expect(missing).toEqual([true, true]);
});

test("an error of the host is a genuine error of the library, with the statement that failed", async () => {
  openHost();
  const getting = Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Gone").load("name");
    await context.sync();
  });
  await expect(getting).rejects.toBeInstanceOf(OfficeExtension.Error);
  await expect(getting).rejects.toMatchObject({
    code: "ItemNotFound",
    debugInfo: { statement: "var worksheet = worksheets.getItem(...);" },
  });
});

test("what the host has not been taught fails by name", async () => {
  openHost();
  const asking = Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").pivotTables.load("items/name");
    await context.sync();
  });
  await expect(asking).rejects.toMatchObject({
    code: "NotImplemented",
    message: "The in-page host does not know Worksheet.PivotTables.",
  });
});

test("a large block is written in slices", async () => {
  const { requests, model } = openHost();
  const rows = Array.from({ length: 400 }, (_, row) => Array.from({ length: 20 }, (__, column) => row * 20 + column));
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRangeByIndexes(0, 0, 400, 20).values = rows;
    await context.sync();
  });
  const names = requests.flatMap(({ Actions }) => Actions.map(({ Name }) => Name));
  expect(names).toContain("_ValidateArraySize");
  expect(names.filter((name) => name === "Values").length).toBeGreaterThan(1);
  expect(model.value("Sheet1", 399, 19)).toBe(7999);
});

test("an event reaches its handler", async () => {
  const { user } = openHost();
  let heard = 0;
  await Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(() => {
      heard += 1;
      return Promise.resolve();
    });
    await context.sync();
  });
  user.type("Sheet1!A1", [[1]]);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(heard).toBe(1);
});
