import { beforeAll, describe, expect, test } from "@jest/globals";
import ExcelJS from "exceljs";
import type { Download, Page } from "playwright-core";
import {
  planSheet,
  sampleSheet,
  sampleSource,
  starterChoices,
  tableStyle,
  type Block,
  type Book,
  type Description,
  type Step,
  type Value,
} from "../../src/sheets";
import type {} from "../../src/workbench/main";
import { accessibilityFindings } from "./axe";
import { complaints, openPage, screenshot, type Look } from "./browser";
import { untilKeptWhole } from "./kept";

/** Another page of the same profile: a second tab, or a page that is reloaded. */
async function tab(page: Page): Promise<Page> {
  const other = await page.context().newPage();
  await other.goto(page.url());
  await ready(other);
  return other;
}

async function openWorkbench(style: Look = {}): Promise<Page> {
  const page = await openPage("workbench.html?sample=401k", style);
  await ready(page);
  return page;
}

async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => "keelWorkbench" in globalThis);
  await page.getByRole("region", { name: "Am I fine?" }).getByRole("heading").waitFor();
}

/** Carries a description out. What it returns takes it back, and says whether that was done. */
async function apply(page: Page, description: Description): Promise<() => Promise<boolean>> {
  const applied = await page.evaluateHandle(
    (given) => globalThis.keelWorkbench.workbook.apply(given, { replace: true }),
    description,
  );
  expect(await applied.evaluate(({ outcome }) => outcome)).toBe("applied");
  return () =>
    applied.evaluate((done) => done.outcome === "applied" && globalThis.keelWorkbench.workbook.undo(done.receipt));
}

async function write(page: Page, block: Block, values: readonly (readonly Value[])[]): Promise<() => Promise<boolean>> {
  return apply(page, { title: "Type", steps: [{ do: "write values", block, values }] });
}

function at(row: number, column: number, height = 1, width = 1, sheet = sampleSheet): Block {
  return { sheet, row, column, height, width };
}

async function values(page: Page, block: Block): Promise<Value[][]> {
  return page.evaluate(async (asked) => {
    const { values: cells } = await globalThis.keelWorkbench.workbook.read(asked);
    // A grid has no cards.
    return cells.map((row) => row.map((cell) => (typeof cell === "object" ? cell.text : cell)));
  }, block);
}

/** What a file of the workbook would hold. */
async function book(page: Page): Promise<Book> {
  return page.evaluate(() => globalThis.keelWorkbench.book());
}

/**
 * A book without the name that the file was given, and without the colours of table headings where they are those that
 * every heading has.
 */
function comparable({ sheets, names, active }: Book): unknown {
  return {
    names,
    active,
    sheets: sheets.map(({ cells, ...sheet }) => ({
      ...sheet,
      cells: cells.map(({ style, ...cell }) => {
        const isHeading = sheet.tables.some(
          ({ block }) =>
            cell.row === block.row && block.column <= cell.column && cell.column < block.column + block.width,
        );
        const usual = isHeading && style?.fill === tableStyle.header.fill && style.ink === tableStyle.header.ink;
        return usual ? { ...cell, style: { ...style, fill: undefined, ink: undefined } } : { ...cell, style };
      }),
    })),
  };
}

async function bytesOf(download: Download): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

async function save(page: Page): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const begun = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as .xlsx", exact: true }).click();
  const download = await begun;
  return { name: download.suggestedFilename(), bytes: await bytesOf(download) };
}

/** Opens a file, with an answer to the question that comes then if there are changes. */
async function choose(page: Page, name: string, bytes: Buffer, answer?: string): Promise<void> {
  const asked = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open…" }).click();
  await (await asked).setFiles({ name, mimeType: "application/octet-stream", buffer: bytes });
  if (answer !== undefined) await page.getByRole("dialog").getByRole("button", { name: answer }).click();
}

/** What the line above the grid says. */
function notice(page: Page): ReturnType<Page["locator"]> {
  return page.locator("#notice");
}

/** The plan that the wizard would write beside the sample, and a drop-down list. */
const plan = planSheet(sampleSource, starterChoices("KEEL"));

describe("a workbook", () => {
  let page: Page;
  let saved: Awaited<ReturnType<typeof save>>;

  beforeAll(async () => {
    page = await openWorkbench();
    await write(page, at(3, 2), [[150_000]]);
    await apply(page, plan);
    await write(page, at(12, 0, 2, 2), [["=not a formula", "0123"], ["two\nlines", true]]); // prettier-ignore
    saved = await save(page);
  }, 60_000);

  test("is saved under its own name, as a zip", async () => {
    expect(saved.name).toBe("My 401(k).xlsx");
    expect(saved.bytes.subarray(0, 2).toString()).toBe("PK");
    await notice(page).getByText("Saved as My 401(k).xlsx.").waitFor();
    await screenshot(page, "workbench-saved");
  });

  test("comes back from its file equal, with its chart, and shows the same values", async () => {
    const before = await book(page);
    expect(before.sheets.map(({ name, charts }) => [name, charts.length])).toEqual([
      [sampleSheet, 0],
      ["Keel plan", 1],
    ]);
    const other = await openWorkbench();
    const undoEarlier = await write(other, at(20, 0), [["in the workbook before"]]);
    await choose(other, "Back again.xlsx", saved.bytes, "Go on without saving");
    await notice(other).getByText("Opened Back again.xlsx").waitFor();
    const after = await book(other);
    expect(after.title).toBe("Back again");
    expect(comparable(after)).toEqual(comparable(before));
    const [drift] = plan.steps.flatMap((step) =>
      step.do === "write formula" && step.formula.includes("KEEL.DRIFT(") ? [step.block] : [],
    ) as [Block];
    expect(await values(other, drift)).toEqual(await values(page, drift));
    expect((await values(other, drift)).every(([value]) => typeof value === "number")).toBe(true);
    // It goes on calculating, and the pane goes on reading it.
    const undo = await write(other, at(3, 2), [[1_000]]);
    expect(await values(other, drift)).not.toEqual(await values(page, drift));
    expect(await undo()).toBe(true);
    expect(await undo()).toBe(false);
    // What was written in the workbook that was open before is out of reach.
    expect(await undoEarlier()).toBe(false);
    await screenshot(other, "workbench-opened");
    expect(complaints(other)).toEqual([]);
  }, 60_000);

  test("survives a reload, with its chart", async () => {
    const before = await book(page);
    await untilKeptWhole(page, "two\nlines");
    await page.reload();
    await ready(page);
    expect(await book(page)).toEqual(before);
    await page
      .getByRole("tab", { name: "Keel plan" })
      .or(page.getByText("Keel plan", { exact: true }))
      .first()
      .click();
    await page.getByRole("img", { name: /weight/i }).waitFor();
    await screenshot(page, "workbench-restored");
  }, 60_000);

  test("changed in a second tab, does not silently overwrite it", async () => {
    const second = await tab(page);
    await write(second, at(20, 0), [["from the second tab"]]);
    await notice(page).getByText("The workbook was changed in another tab or window.").waitFor();
    await write(page, at(21, 0), [["from the first tab"]]);
    await page.waitForTimeout(1_500);
    const third = await tab(page);
    expect(await values(third, at(20, 0, 2))).toEqual([["from the second tab"], [""]]);
    await screenshot(page, "workbench-two-tabs");

    await page.getByRole("button", { name: "Keep this one" }).click();
    await notice(second).getByText("The workbook was changed in another tab or window.").waitFor();
    await second.getByRole("button", { name: "Show the other one" }).click();
    await expect(eventually(() => values(second, at(20, 0, 2)), [[""], ["from the first tab"]])).resolves.toBe(true);
    await second.close();
    await third.close();
  }, 60_000);

  test("asks before another takes the place of changes that are in no file", async () => {
    await page.getByRole("button", { name: "Start again with the sample" }).click();
    const question = page.getByRole("dialog");
    await question.getByText("which has changes that are not saved in a file yet.").waitFor();
    await screenshot(page, "workbench-question");
    expect(await accessibilityFindings(page, "#question")).toEqual([]);
    await page.keyboard.press("Escape");
    expect(await values(page, at(3, 2))).toEqual([[150_000]]);

    await page.getByRole("button", { name: "Start again with the sample" }).click();
    await question.getByRole("button", { name: "Go on without saving" }).click();
    await notice(page).getByText("This is the sample again.").waitFor();
    expect((await book(page)).sheets.map(({ name }) => name)).toEqual([sampleSheet]);
    expect(complaints(page)).toEqual([]);
  }, 60_000);
});

/** How often the sample is started again; KEEL_RESTARTS=30 for a longer run. */
const restarts = Number(process.env["KEEL_RESTARTS"] ?? 6);

test(`the sample, started again ${restarts} times, leaves no error and nothing running behind`, async () => {
  const page = await openWorkbench({
    before: () => {
      let asked = 0;
      const ask = globalThis.requestIdleCallback.bind(globalThis);
      globalThis.requestIdleCallback = (...given) => {
        asked += 1;
        return ask(...given);
      };
      Object.defineProperty(globalThis, "idleWork", { get: () => asked });
    },
  });
  for (let time = 0; time < restarts; time++) {
    await page.getByRole("button", { name: "Start again with the sample" }).click();
    await notice(page).getByText("This is the sample again.").waitFor();
    await notice(page).getByRole("button", { name: "Dismiss" }).click();
  }
  await page.waitForTimeout(2_000);
  const before = await page.evaluate("idleWork");
  await page.waitForTimeout(1_000);
  // A dozen closed workbooks that each go on measuring their rows would ask a hundred times in a second.
  expect(await page.evaluate("idleWork")).toBeLessThan(Number(before) + 30);
  expect(await values(page, at(3, 0))).toEqual([["Vanguard 500 Index"]]);
  expect(complaints(page)).toEqual([]);
}, 180_000);

describe("opening", () => {
  let page: Page;

  beforeAll(async () => {
    page = await openWorkbench();
  }, 60_000);

  test("says in a plain sentence why a file can't be read, and changes nothing", async () => {
    const before = await book(page);
    await choose(page, "letter.xlsx", Buffer.from("Dear Sir or Madam"));
    await notice(page).getByText("letter.xlsx could not be opened.").waitFor();
    const words = await notice(page).innerText();
    expect(words).toMatch(/Nothing was changed\./);
    expect(words).not.toMatch(/Error|undefined|zip|central directory/i);
    await screenshot(page, "workbench-unreadable");
    await notice(page).getByRole("button", { name: "Dismiss" }).click();
    expect(await notice(page).innerText()).toBe("");
    expect(await book(page)).toEqual(before);
  });

  test("takes a file that another program has made, and the pane begins anew", async () => {
    await page.getByRole("navigation").getByRole("button", { name: "Share", exact: true }).click();
    await choose(page, "From elsewhere.xlsx", await fromElsewhere());
    await notice(page).getByText("Opened From elsewhere.xlsx").waitFor();
    expect(await values(page, at(0, 0, 4, 4, "Mom's plan"))).toEqual([
      ["Fund", "Value", "Target", "Weight"],
      ["Stocks", 600, 0.5, 0.6],
      ["Bonds", 400, 0.5, 0.4],
      ["Bought", 45_000, "", ""],
    ]);
    const opened = await book(page);
    expect(opened.names).toEqual([{ name: "Limit", refersTo: "'Mom''s plan'!$C$2" }]);
    const [sheet] = opened.sheets;
    expect(sheet).toMatchObject({
      frozen: { rows: 1, columns: 0 },
      // The second lies beyond the grid, which is too small for it: it is kept beside the grid.
      merged: [at(5, 0, 1, 3, "Mom's plan"), at(4999, 7, 11_000, 1, "Mom's plan")],
      tables: [{ name: "Choices", block: at(19, 0, 2, 1, "Mom's plan"), style: "TableStyleMedium9" }],
      print: { areas: [at(0, 0, 4, 4, "Mom's plan"), at(5, 0, 1, 3, "Mom's plan")], percent: 85 },
    });
    expect(sheet?.cells.find(({ row, column }) => row === 0 && column === 0)?.style).toMatchObject({
      bold: true,
      fill: "#FFD700",
    });
    const shown = page.getByRole("navigation").locator("[aria-current=page]");
    expect(await shown.textContent()).toBe("Home");
    await screenshot(page, "workbench-from-elsewhere");
  }, 60_000);

  test("counts as no change, nor does selecting a cell, also after a reload", async () => {
    const starts = async (): Promise<void> => {
      await page.getByRole("button", { name: "Open…" }).waitFor();
      await page.mouse.click(300, 300);
      await page.waitForTimeout(1_500);
      const asked = page.waitForEvent("filechooser");
      await page.getByRole("button", { name: "Open…" }).click();
      await asked;
    };
    await starts();
    await page.reload();
    await ready(page);
    await starts();
    expect(complaints(page)).toEqual([]);
  }, 60_000);

  test("is said until the next change", async () => {
    await choose(page, "Once more.xlsx", await fromElsewhere());
    await notice(page).getByText("Opened Once more.xlsx").waitFor();
    await page.mouse.move(300, 500);
    await write(page, at(20, 0, 1, 1, "Mom's plan"), [["mine"]]);
    await notice(page).getByText("Opened Once more.xlsx").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Save as .xlsx", exact: true }).click();
    await notice(page).getByText("Saved as").waitFor();
  }, 60_000);

  test("takes a file that is dropped onto the page", async () => {
    const bytes = [...(await fromElsewhere())];
    await page.evaluate((content) => {
      const dropped = new DataTransfer();
      dropped.items.add(new File([new Uint8Array(content)], "Dropped.xlsx"));
      document.getElementById("pane")?.dispatchEvent(new DragEvent("drop", { dataTransfer: dropped, bubbles: true }));
    }, bytes);
    await notice(page).getByText("Opened Dropped.xlsx").waitFor();
    expect((await book(page)).title).toBe("Dropped");
    expect(complaints(page)).toEqual([]);
  }, 60_000);
});

test("a save that can't be read is set aside, and the sample is shown", async () => {
  const page = await openWorkbench();
  await write(page, at(12, 0), [["mine"]]);
  await untilKeptWhole(page, "mine");
  await page.evaluate(
    () =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open("keyval-store");
        opening.onerror = () => failed(new Error("no database"));
        opening.onsuccess = () => {
          const store = opening.result.transaction("keyval", "readwrite").objectStore("keyval");
          const reading = store.get("keel-workbench");
          reading.onsuccess = () => {
            store.put({ ...(reading.result as object), workbook: "{ half of it" }, "keel-workbench").onsuccess = () =>
              done();
          };
        };
      }),
  );
  await page.reload();
  await ready(page);
  await notice(page).getByText("could not be read, so this is the sample").waitFor();
  expect(await values(page, at(12, 0))).toEqual([[""]]);
  const begun = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save what was kept as a file" }).click();
  expect((await bytesOf(await begun)).toString()).toContain("half of it");
  expect(complaints(page)).toEqual([]);
}, 60_000);

describe("the sample", () => {
  let page: Page;

  beforeAll(async () => {
    page = await openWorkbench();
  }, 60_000);

  test("says below the grid what the selected cell is for", async () => {
    const prompt = { title: "Cash", text: "Dollars to invest now." };
    await apply(page, {
      title: "Ask for cash",
      steps: [{ do: "validate", block: at(12, 1), allow: { kind: "number", least: 0 }, prompt }],
    });
    await page.evaluate((block) => globalThis.keelWorkbench.workbook.show(block), at(12, 1));
    await page.locator("#reason").getByText("Cash: Dollars to invest now.").waitFor();
  }, 60_000);

  test("formulas follow a result that withdraws from a cell that they read", async () => {
    await write(page, at(19, 0), [[3]]);
    await apply(page, {
      title: "Count",
      steps: [
        { do: "write formula", block: at(19, 2, 3), formula: "=SEQUENCE(A20)" },
        { do: "write formula", block: at(19, 4), formula: '=IF(C22="","gone","there")' },
      ],
    });
    expect(await values(page, at(19, 4))).toEqual([["there"]]);
    await write(page, at(19, 0), [["no number"]]);
    await expect(eventually(() => values(page, at(19, 4)), [["gone"]])).resolves.toBe(true);
    expect(complaints(page)).toEqual([]);
  }, 60_000);

  test("a chart follows its cells, is replaced by its name, and is taken back", async () => {
    const chart: Step = {
      do: "chart",
      name: "Targets",
      at: at(11, 0, 16, 4),
      title: "Targets",
      words: "A bar for each fund's target.",
      categories: at(3, 0, 6),
      series: [{ name: "Target", values: at(3, 3, 6) }],
      format: "0%",
    };
    const drawn = page.getByRole("img", { name: chart.words });
    await apply(page, { title: "Draw", steps: [chart] });
    await drawn.getByText("40%").first().waitFor();
    await write(page, at(3, 3), [[0.45]]);
    await drawn.getByText("45%").first().waitFor();
    await screenshot(page, "workbench-chart");
    const before = await drawn.boundingBox();
    await page.mouse.move(300, 500);
    await page.mouse.wheel(0, 100);
    await expect(
      eventually(async () => ((await drawn.boundingBox())?.y ?? 0) < (before?.y ?? 0) - 50, true),
    ).resolves.toBe(true);
    const undo = await apply(page, { title: "Draw again", steps: [{ ...chart, words: "Drawn again." }] });
    await page.getByRole("img", { name: "Drawn again." }).waitFor();
    expect(await drawn.count()).toBe(0);
    expect(await undo()).toBe(true);
    await drawn.waitFor();
    expect(await page.getByRole("img", { name: "Drawn again." }).count()).toBe(0);
    expect(complaints(page)).toEqual([]);
  }, 60_000);
});

test("the top bar is in order at each width", async () => {
  const page = await openWorkbench({ width: 320, height: 900 });
  for (const width of [320, 400, 700, 1400]) {
    await page.setViewportSize({ width, height: 900 });
    await screenshot(page, `workbench-top-${width}`);
    await page.getByRole("button", { name: "What is different" }).click();
    await page.getByText("Your workbook is kept in this browser only").waitFor();
    await screenshot(page, `workbench-differences-${width}`);
    expect([width, await accessibilityFindings(page, ".head")]).toEqual([width, []]);
    expect([width, await page.evaluate("document.documentElement.scrollWidth <= innerWidth")]).toEqual([width, true]);
    await page.keyboard.press("Escape");
    await page.getByText("Your workbook is kept in this browser only").waitFor({ state: "hidden" });
  }
  expect(complaints(page)).toEqual([]);
}, 60_000);

/** Reads until what is read is as expected, or ten seconds are over. */
async function eventually<Read>(read: () => Promise<Read>, expected: Read): Promise<boolean> {
  const wanted = JSON.stringify(expected);
  for (let attempt = 0; attempt < 100; attempt++) {
    if (JSON.stringify(await read()) === wanted) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

/** A list of funds as somebody else's program writes it. */
async function fromElsewhere(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("Mom's plan", { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.addRows([
    ["Fund", "Value", "Target", "Weight"],
    ["Stocks", 600, 0.5, { formula: "B2/SUM(B$2:B$3)", result: 0.6 }],
    ["Bonds", 400, 0.5, { formula: "B3/SUM(B$2:B$3)", result: 0.4 }],
    ["Bought", new Date(Date.UTC(2023, 2, 15))],
  ]);
  sheet.getCell("A1").font = { bold: true };
  sheet.getCell("A1").fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFD700" } };
  sheet.getCell("B2").numFmt = "$#,##0";
  sheet.mergeCells("A6:C6");
  sheet.getCell("A6").value = "Read from the plan's web page";
  sheet.mergeCells("H5000:H15999");
  sheet.addTable({
    name: "Choices",
    ref: "A20",
    columns: [{ name: "Choice" }],
    rows: [["Stocks"]],
    style: { theme: "TableStyleMedium9" },
  });
  sheet.pageSetup.scale = 85;
  sheet.pageSetup.printArea = "A1:D4&&A6:C6";
  workbook.definedNames.add("'Mom''s plan'!$C$2", "Limit");
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
