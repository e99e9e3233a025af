import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { connectExcel, excelWorkbook, openPane, WorkbookFailure } from "../../src/workbook";

// Office's script can't run here, so its three calls that matter are played; the rest of Excel is genuine in excel.test.ts.

function office(parts: object): void {
  Object.assign(globalThis, { Office: parts, Excel: {} });
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, "Office");
  Reflect.deleteProperty(globalThis, "Excel");
});

test("without Office's script there is no Excel", async () => {
  expect(await connectExcel()).toEqual({ kind: "not-excel" });
});

test("without Excel's library every wish is a failure in words", async () => {
  await expect(excelWorkbook().tables()).rejects.toBeInstanceOf(WorkbookFailure);
});

test.each([null, "Word"])("in the host %s there is no Excel", async (host) => {
  office({ onReady: () => Promise.resolve({ host }) });
  expect(await connectExcel()).toEqual({ kind: "not-excel" });
});

test.each([
  ["dark", { isDarkTheme: true }],
  ["light", { isDarkTheme: false }],
  ["light", undefined],
])("in Excel there is a workbook, and the theme is %s for %p", async (theme, officeTheme) => {
  office({ onReady: () => Promise.resolve({ host: "Excel" }), context: { officeTheme } });
  expect(await connectExcel()).toMatchObject({ kind: "excel", workbook: { host: { name: "Excel" } }, theme });
});

describe("when Office never says that it is ready", () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  test("gives up after five seconds", async () => {
    office({ onReady: () => new Promise(() => undefined) });
    const connected = jest.fn();
    void connectExcel().then(connected);
    await jest.advanceTimersByTimeAsync(4999);
    expect(connected).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    expect(connected).toHaveBeenCalledWith({ kind: "timeout" });
  });

  test("leaves no clock running once it is ready", async () => {
    office({ onReady: () => Promise.resolve({ host: null }) });
    await connectExcel();
    expect(jest.getTimerCount()).toBe(0);
  });
});

test("opens the pane, and says in words when it can't", async () => {
  let shown = 0;
  const showAsTaskpane = (): Promise<void> => Promise.resolve(void (shown += 1));
  office({ addin: { showAsTaskpane } });
  await openPane();
  expect(shown).toBe(1);
  office({ addin: { showAsTaskpane: () => Promise.reject(new Error("no")) } });
  await expect(openPane()).rejects.toBeInstanceOf(WorkbookFailure);
});
