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

test.each([
  ["https://keel.example/taskpane.html?_host_Info=Excel$Win32$16.01$en-US$$$$0", "blocked"],
  ["https://keel.example/taskpane.html?et=&_host_Info=Excel%24Web%2416.01%24de-DE", "blocked"],
  ["https://keel.example/taskpane.html?_host_Info=Word$Win32$16.01$en-US", "not-excel"],
  ["https://keel.example/taskpane.html?about=Excel", "not-excel"],
])("without Office's script, at %s, Excel is %s", async (address, kind) => {
  expect(await connectExcel({ address })).toEqual({ kind });
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
    expect(connected).toHaveBeenCalledWith({ kind: "timeout", late: expect.any(Promise) });
  });

  test("hands over a late answer", async () => {
    let ready: (info: { host: string }) => void = () => undefined;
    office({ onReady: () => new Promise((resolve) => (ready = resolve)), context: {} });
    const connecting = connectExcel();
    await jest.advanceTimersByTimeAsync(5000);
    const connection = await connecting;
    if (connection.kind !== "timeout") throw new Error("It answered in time.");
    ready({ host: "Excel" });
    expect((await connection.late).kind).toBe("excel");
  });

  test("leaves no clock running once it is ready", async () => {
    office({ onReady: () => Promise.resolve({ host: "Excel" }), context: {} });
    await connectExcel();
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe("when Office is ready but doesn't say yet that it is Excel", () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  test("asks again, and takes the answer", async () => {
    const hosts = [null, null, "Excel"];
    office({ onReady: () => Promise.resolve({ host: hosts.shift() }), context: {} });
    const connecting = connectExcel();
    await jest.advanceTimersByTimeAsync(1000);
    expect((await connecting).kind).toBe("excel");
  });

  test("asks four times in all, within a second", async () => {
    const onReady = jest.fn(() => Promise.resolve({ host: null }));
    office({ onReady });
    const connecting = connectExcel();
    await jest.advanceTimersByTimeAsync(1000);
    expect(await connecting).toEqual({ kind: "not-excel" });
    expect(onReady).toHaveBeenCalledTimes(4);
    expect(jest.getTimerCount()).toBe(0);
  });

  test("asks another program of Office once", async () => {
    const onReady = jest.fn(() => Promise.resolve({ host: "Word" }));
    office({ onReady });
    expect(await connectExcel()).toEqual({ kind: "not-excel" });
    expect(onReady).toHaveBeenCalledTimes(1);
  });
});

describe("Excel's colours", () => {
  type Handler = (told?: object) => void;

  async function follow(document: object): Promise<{ heard: string[]; release: () => Promise<void> }> {
    office({
      onReady: () => Promise.resolve({ host: "Excel" }),
      context: { officeTheme: { isDarkTheme: false }, document },
      EventType: { OfficeThemeChanged: "officeThemeChanged" },
    });
    const connection = await connectExcel();
    if (connection.kind !== "excel") throw new Error("There is no Excel.");
    const heard: string[] = [];
    const release = connection.onThemeChange((theme) => heard.push(theme));
    return { heard, release };
  }

  test("are followed until the release, where Excel tells of a change", async () => {
    const handlers = new Set<Handler>();
    const { heard, release } = await follow({
      addHandlerAsync: (_: string, handler: Handler) => handlers.add(handler),
      removeHandlerAsync: (_: string, { handler }: { handler: Handler }) => handlers.delete(handler),
    });
    const [handler] = handlers;
    handler?.({ officeTheme: { isDarkTheme: true } });
    handler?.();
    expect(heard).toEqual(["dark", "light"]);
    await release();
    handler?.({ officeTheme: { isDarkTheme: true } });
    expect(heard).toHaveLength(2);
    expect(handlers.size).toBe(0);
  });

  test.each([
    ["has no such method", {}],
    [
      "refuses",
      {
        addHandlerAsync: () => {
          throw new Error("not here");
        },
      },
    ],
  ])("stay as they were where Excel %s", async (_, document) => {
    const { heard, release } = await follow(document);
    await release();
    expect(heard).toEqual([]);
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
