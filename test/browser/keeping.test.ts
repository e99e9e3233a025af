import { describe, expect, test } from "@jest/globals";
import type { BrowserContext, Page } from "playwright-core";
import { sampleSheet, type Block, type Book } from "../../src/sheets";
import type {} from "../../src/workbench/main";
import { complaints, openPage, screenshot, site, type Look } from "./browser";
import { eventually, goTo, valuesIn } from "./grid";
import { untilKeptWhole } from "./kept";

// What was typed is kept, whatever becomes of the page, and the page works where nothing can be kept.

/** How often the page is killed while somebody types; KEEL_KILLS=50 for a long run. */
const kills = Number(process.env["KEEL_KILLS"] ?? 4);

const block = (row: number, column: number, height = 1): Block => ({
  sheet: sampleSheet,
  row,
  column,
  height,
  width: 1,
});

async function open(look: Look = {}): Promise<Page> {
  const page = await openPage("workbench.html?sample=401k", { width: 1000, height: 700, ...look });
  await ready(page);
  return page;
}

/** Another page of the same profile: a second tab, or the page once more. */
async function again(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${site()}/workbench.html?sample=401k`);
  await ready(page);
  return page;
}

async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => "keelWorkbench" in globalThis, undefined, { timeout: 60_000 });
}

/** Types into the selected cell, and goes to the one below. */
async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

/** Ends the page's process, as a crash does: the page learns nothing of it. */
async function kill(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const gone = new Promise<void>((resolve) => page.on("crash", () => resolve()));
  // The dead page doesn't answer.
  session.send("Page.crash").catch(() => undefined);
  await gone;
  await page.close();
}

const book = (page: Page): Promise<Book> => page.evaluate(() => globalThis.keelWorkbench.book());
const kept = (page: Page): ReturnType<Page["locator"]> => page.locator("#kept");
const notice = (page: Page): ReturnType<Page["locator"]> => page.locator("#notice");

/** Numbers below 1 from a seed, the same each time. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

test(`the page is killed ${kills} times while somebody types, and each time at most the cell being typed is lost`, async () => {
  const random = numbersFrom(20_261_129);
  let page = await open();
  const context = page.context();
  const typed = new Map<number, number>();
  let row = 19;
  for (let round = 0; round < kills; round++) {
    await goTo(page, `H${row + 1}`);
    const before = Math.floor(random() * 4);
    for (let cell = 0; cell < before; cell++, row++) {
      await type(page, String(round * 100 + cell + 1));
      typed.set(row, round * 100 + cell + 1);
    }
    const typing = type(page, "77").catch(() => undefined);
    await page.waitForTimeout(random() * 300);
    await kill(page);
    await typing;
    row += 1;
    page = await again(context);
    const found = await valuesIn(page, block(19, 7, row - 19));
    const lost = [...typed].filter(([at, value]) => found[at - 19]?.[0] !== value);
    expect({ round, lost }).toEqual({ round, lost: [] });
  }
  expect(typed.size).toBeGreaterThan(kills / 2);
  expect(complaints(page)).toEqual([]);
}, 900_000);

test("sheets, rows, plans and undone steps come back after a kill, in their order", async () => {
  let page = await open();
  const context = page.context();
  await goTo(page, "H20");
  await type(page, "first");
  await page.evaluate(async (sheetName) => {
    const { workbook } = globalThis.keelWorkbench;
    const cells = workbook.cells;
    const sheet = cells.sheet(sheetName);
    sheet.insertRowsBefore(19, 2);
    sheet.getRange("H20").setValue("above");
    const added = cells.book.insertSheet("More");
    added.getRange("A1:B2").setValues([
      [1, 2],
      [3, "=A1+B1"],
    ]);
    sheet.getRange("H25").setValue("taken back");
    cells.book.undo();
    sheet.getRange("H26").setValue("taken back and made again");
    cells.book.undo();
    cells.book.redo();
    cells.book.setActiveSheet(sheet);
    await workbook.apply({
      title: "Flag",
      steps: [
        {
          do: "flag",
          block: { sheet: sheetName, row: 3, column: 2, height: 6, width: 1 },
          formula: "=C4>0",
          style: "act",
        },
        { do: "set width", block: { sheet: sheetName, row: 0, column: 9, height: 1, width: 1 }, characters: 30 },
      ],
    });
  }, sampleSheet);
  const before = await book(page);
  await kill(page);
  page = await again(context);
  expect(comparable(await book(page))).toEqual(comparable(before));
  expect(await valuesIn(page, block(19, 7, 8))).toEqual([["above"], [""], ["first"], [""], [""], [""], ["taken back and made again"], [""]]); // prettier-ignore
  expect(await eventually(page, () => valuesIn(page, { ...block(1, 1), sheet: "More" }), ([cells]) => cells?.[0] === 3)).toEqual([[3]]); // prettier-ignore
  // It goes on from there: another step, another kill.
  await goTo(page, "H30");
  await type(page, "next");
  await kill(page);
  page = await again(context);
  expect(await valuesIn(page, block(29, 7))).toEqual([["next"]]);
  expect(comparable(await book(page)).sheets).toHaveLength(before.sheets.length);
  expect(complaints(page)).toEqual([]);
}, 120_000);

test.each<[string, number]>([
  ["5,000 rows that are written at once", 5_000],
  ["2,000 rows that are written and taken back", -2_000],
])(
  "%s are so after a kill at once",
  async (_, count) => {
    let page = await open();
    const context = page.context();
    const said = await page.evaluate(
      async ([sheetName, count]) => {
        const { cells } = globalThis.keelWorkbench.workbook;
        const sheet = cells.sheet(sheetName);
        const height = Math.abs(count);
        const rows = Array.from({ length: height }, (_, row) => [0, 1, 2, 3, 4, 5].map((column) => row * 6 + column));
        sheet.insertRowsAfter(30, height);
        sheet.getRange(31, 0, height, 6).setValues(rows);
        if (count < 0) cells.book.undo();
        await Promise.resolve();
        return document.querySelector("#kept")?.textContent;
      },
      [sampleSheet, count] as const,
    );
    expect(said).toBe("Kept in this browser.");
    await kill(page);
    page = await again(context);
    const end = Math.abs(count) - 1;
    const last = { ...block(31 + end, 0), width: 6 };
    expect(await valuesIn(page, last)).toEqual([
      Array.from({ length: 6 }, (_, column) => (count < 0 ? "" : end * 6 + column)),
    ]);
    expect(complaints(page)).toEqual([]);
  },
  120_000,
);

test("what is too large for the journal is said to be kept only when it is", async () => {
  let page = await open();
  const context = page.context();
  const said = await page.evaluate(async (sheetName) => {
    const sheet = globalThis.keelWorkbench.workbook.cells.sheet(sheetName);
    sheet.insertRowsAfter(30, 60_000);
    sheet.getRange(31, 0, 60_000, 6).setValues(
      Array.from({ length: 60_000 }, (_, row) => Array.from({ length: 6 }, () => row)),
    ); // prettier-ignore
    await Promise.resolve();
    return document.querySelector("#kept")?.textContent;
  }, sampleSheet);
  expect(said).toBe("Being kept in this browser…");
  await kept(page).getByText("Kept in this browser.").waitFor({ timeout: 60_000 });
  await kill(page);
  page = await again(context);
  expect(await valuesIn(page, block(31 + 59_999, 0))).toEqual([[59_999]]);
}, 120_000);

/** A book without what a new start may give another order. */
function comparable(one: Book): Book {
  return { ...one, sheets: one.sheets.map((sheet) => ({ ...sheet, flags: [...sheet.flags] })) };
}

describe("without what a browser usually has", () => {
  test.each<[string, () => void]>([
    ["no IndexedDB", () => Object.defineProperty(globalThis, "indexedDB", { value: undefined })],
    [
      "an IndexedDB that throws when it is opened",
      () => {
        IDBFactory.prototype.open = () => {
          throw new DOMException("The operation is insecure.", "SecurityError");
        };
      },
    ],
    [
      "an IndexedDB that never answers",
      () => {
        IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
      },
    ],
    [
      "an IndexedDB that has no room",
      () => {
        IDBObjectStore.prototype.put = () => {
          throw new DOMException("No room.", "QuotaExceededError");
        };
      },
    ],
  ])("%s: the page starts, works, and says that nothing is kept", async (name, before) => {
    const page = await open({ before });
    await kept(page).getByText("Not kept in this browser: save a file.").waitFor();
    await goTo(page, "H20");
    await type(page, "42");
    expect(await valuesIn(page, block(19, 7))).toEqual([[42]]);
    const begun = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save as .xlsx", exact: true }).click();
    await (await begun).cancel();
    await kept(page).getByText("Not kept in this browser: save a file.").waitFor();
    await screenshot(page, `workbench-not-kept-${name.replaceAll(/\W+/g, "-")}`);
    expect(complaints(page)).toEqual([]);
  }, 120_000); // prettier-ignore

  test("what an IndexedDB says too late is offered, and not written over", async () => {
    const first = await open();
    const context = first.context();
    await goTo(first, "H20");
    await type(first, "from before");
    await untilKeptWhole(first, "from before");
    await first.close();
    await context.addInitScript(() => {
      const get = Reflect.get<IDBObjectStore, "get">(IDBObjectStore.prototype, "get");
      let slow = true;
      IDBObjectStore.prototype.get = function (...key) {
        const request = get.apply(this, key);
        if (!slow) return request;
        slow = false;
        const later = {} as { onsuccess?: () => void; readonly result: unknown };
        Object.defineProperty(later, "result", { get: () => request.result as unknown });
        request.onsuccess = () => setTimeout(() => later.onsuccess?.(), 7_000);
        return later as unknown as IDBRequest;
      };
    });
    const page = await again(context);
    expect(await valuesIn(page, block(19, 7))).toEqual([[""]]);
    await kept(page).getByText("Not kept").waitFor();
    await notice(page).getByText("took long to say what it had kept").waitFor({ timeout: 30_000 });
    await page.getByRole("button", { name: "Show the other one" }).click();
    expect(await eventually(page, () => valuesIn(page, block(19, 7)), ([cells]) => cells?.[0] !== "")).toEqual([["from before"]]); // prettier-ignore
  }, 120_000);

  test("no BroadcastChannel: a second tab is still told, and nothing is overwritten in silence", async () => {
    const page = await open({
      before: () => Object.defineProperty(globalThis, "BroadcastChannel", { value: undefined }),
    });
    await goTo(page, "H20");
    await type(page, "from the first tab");
    await untilKeptWhole(page, "from the first tab");
    const second = await again(page.context());
    await goTo(second, "H21");
    await type(second, "from the second tab");
    await notice(page).getByText("The workbook was changed in another tab or window.").waitFor();
    await kept(page).getByText("This tab is not kept.").waitFor();
    await goTo(page, "H22");
    await type(page, "not kept");
    await page.waitForTimeout(1_500);
    const third = await again(page.context());
    expect(await valuesIn(third, block(19, 7, 3))).toEqual([["from the first tab"], ["from the second tab"], [""]]);
    expect(complaints(page)).toEqual([]);
  }, 120_000);

  test.each<[string, () => void]>([
    [
      "a localStorage that throws",
      () =>
        Object.defineProperty(globalThis, "localStorage", {
          get() {
            throw new DOMException("Access is denied.", "SecurityError");
          },
        }),
    ],
    [
      "a localStorage without room",
      () => {
        Storage.prototype.setItem = () => {
          throw new DOMException("No room.", "QuotaExceededError");
        };
      },
    ],
  ])("%s: what was typed is kept whole, soon", async (_, before) => {
    const page = await open({ before });
    await goTo(page, "H20");
    await type(page, "typed");
    await kept(page).getByText("Kept in this browser.").waitFor();
    await page.waitForTimeout(500);
    await kill(page);
    const other = await again(page.context());
    expect(await valuesIn(other, block(19, 7))).toEqual([["typed"]]);
    expect(complaints(page)).toEqual([]);
  }, 120_000); // prettier-ignore

  test("a journal that can't be done again leaves the workbook as it was kept, and that is said", async () => {
    const page = await open();
    await goTo(page, "H20");
    await type(page, "kept");
    await untilKeptWhole(page, "kept");
    await goTo(page, "H21");
    await page.evaluate(() => {
      const set = Reflect.get<Storage, "setItem">(Storage.prototype, "setItem");
      Storage.prototype.setItem = function (key, value) {
        set.call(this, key, value.replaceAll("set-range-values", "set-nothing-known"));
      };
    });
    await type(page, "lost");
    await kill(page);
    const other = await again(page.context());
    await notice(other).getByText("The last changes before the page was closed could not be put back.").waitFor();
    expect(await valuesIn(other, block(19, 7, 2))).toEqual([["kept"], [""]]);
  }, 120_000);
});

describe("what is kept and is no workbook", () => {
  test.each<[string, string]>([
    ["an empty object", "{}"],
    ["a form of later", '{"form":2,"mark":"m","workbook":"{}"}'],
    ["an empty workbook", '{"form":1,"mark":"m","at":0,"unfiled":true,"shown":"","workbook":"{}"}'],
    ["a workbook whose sheet is none", '{"form":1,"mark":"m","at":0,"unfiled":true,"shown":"","workbook":"{\\"id\\":\\"abcdefgh\\",\\"sheetOrder\\":[\\"a\\"],\\"sheets\\":{\\"a\\":7}}"}'], // prettier-ignore
  ])("%s is set aside, and the sample opens and is kept", async (name, value) => {
    const first = await openPage("help/index.html");
    const context = first.context();
    await put(first, value);
    const page = await again(context);
    await notice(page).getByText("could not be read, so this is the sample").waitFor();
    if (name === "an empty object") await screenshot(page, "workbench-set-aside");
    expect((await book(page)).sheets.map((sheet) => sheet.name)).toEqual([sampleSheet]);
    const begun = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save what was kept as a file" }).click();
    await (await begun).cancel();
    await goTo(page, "H20");
    await type(page, "goes on");
    await kill(page);
    const other = await again(context);
    expect(await valuesIn(other, block(19, 7))).toEqual([["goes on"]]);
    expect(await keys(other)).toHaveLength(2);
  }, 120_000); // prettier-ignore

  /** Puts a value, given as JSON, where the workbook is kept. */
  async function put(page: Page, value: string): Promise<void> {
    await page.evaluate(
      (text) =>
        new Promise<void>((done, failed) => {
          const opening = indexedDB.open("keyval-store");
          opening.onupgradeneeded = () => opening.result.createObjectStore("keyval");
          opening.onerror = () => failed(new Error("no database"));
          opening.onsuccess = () => {
            const store = opening.result.transaction("keyval", "readwrite").objectStore("keyval");
            store.put(JSON.parse(text), "keel-workbench").onsuccess = () => {
              opening.result.close();
              done();
            };
          };
        }),
      value,
    );
  }

  function keys(page: Page): Promise<readonly string[]> {
    return page.evaluate(
      () =>
        new Promise<readonly string[]>((done) => {
          const opening = indexedDB.open("keyval-store");
          opening.onsuccess = () => {
            const asked = opening.result.transaction("keyval").objectStore("keyval").getAllKeys();
            asked.onsuccess = () => done(asked.result.map(String));
          };
        }),
    );
  }
});

test("asks the browser to keep the workbook for good, once there is something to keep", async () => {
  const page = await open({
    before: () => {
      let asked = 0;
      Object.defineProperty(globalThis, "askedToPersist", { get: () => asked });
      StorageManager.prototype.persist = () => {
        asked += 1;
        return new Promise(() => undefined);
      };
    },
  });
  const asked = (): Promise<unknown> => page.evaluate("askedToPersist");
  await page.waitForTimeout(1_500);
  expect(await asked()).toBe(0);
  await goTo(page, "H20");
  await type(page, "1");
  expect(await eventually(page, asked, (times) => times === 1)).toBe(1);
  await type(page, "once more");
  await untilKeptWhole(page, "once more");
  expect(await asked()).toBe(1);
}, 60_000);
