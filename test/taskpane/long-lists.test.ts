import { afterEach, describe, expect, it } from "@jest/globals";
import { alike } from "../../src/taskpane/standing/alike";
import { closePanes, fill, go, openPane, press, read, settled } from "./drive";
import { PaperWorkbook } from "./paper-workbook";

afterEach(closePanes);

/** A list of funds with equal targets: the first half is above them, the more the further down, the other half below. */
function long(height: number): PaperWorkbook {
  const workbook = new PaperWorkbook();
  const drift = (index: number): number => (index < height / 2 ? index : height / 2 - index);
  workbook.type("Money!A1", [
    ["Fund", "Value", "Target"],
    ...Array.from({ length: height }, (_, index) => [
      `Fund ${index}`,
      1000 + (1800 * drift(index)) / height,
      1 / height,
    ]),
  ]);
  workbook.select("Money!B3");
  return workbook;
}

function lines(list: string): Element[] {
  return [...document.querySelectorAll(`${list} > li`)];
}

const bars = "section[aria-label='Drift of each fund'] ul";

it("funds of the same name are told apart in Set up by their rows", async () => {
  const workbook = new PaperWorkbook();
  workbook.type("Money!A1", [
    ["Fund", "Source", "Value", "Target"],
    ["Total Bond", "mine", 100, 0.5],
    ["Total Stock", "mine", 100, 0.2],
    ["Total Bond", "employer", 100, 0.3],
  ]);
  workbook.select("Money!B3");
  await openPane(workbook);
  await go("Set up");
  await press("Next: your targets");
  expect(lines("fieldset ul").map((line) => line.querySelector("label")?.textContent)).toEqual([
    "Total Bond (row 2)",
    "Total Stock",
    "Total Bond (row 4)",
  ]);
});

describe("a long list of funds", () => {
  it("is drawn furthest first, with the number of those that are not shown, and more on request", async () => {
    await openPane(long(200));
    expect(lines(bars)).toHaveLength(25);
    expect(lines(bars)[0]?.textContent).toMatch(/^Fund 99\D/);
    expect(lines(bars).every((line) => line.getAttribute("aria-setsize") === "200")).toBe(true);
    expect(read()).toContain("These are the 25 furthest from target of 200 funds; 175 more are not shown.");
    await press("Show 100 more");
    expect(lines(bars)).toHaveLength(125);
    expect(document.activeElement).toBe(lines(bars)[25]);
    expect(read()).toContain("These are the 125 furthest from target of 200 funds; 75 more are not shown.");
  });

  it("shows the largest trades first, and says how many are not shown", async () => {
    await openPane(long(200));
    await go("Plan");
    const trades = "ul[aria-label='Trades']";
    expect(lines(trades)).toHaveLength(25);
    expect(read()).toMatch(/These are the 25 largest of \d+ trades; \d+ more are not shown\./);
  });

  it("gets its targets in Set up by fields for the first funds, for more on request, and for any fund by its name", async () => {
    await openPane(long(200));
    await go("Set up");
    await press("Next: your targets");
    const fields = "fieldset ul";
    expect(lines(fields)).toHaveLength(25);
    expect(read()).toContain("These are the first 25 of 200 funds; 175 more are not shown.");
    await fill("Find a fund", "fund 17");
    expect(lines(fields).map((line) => line.textContent.replace("%", ""))).toEqual([
      "Fund 17",
      ...Array.from({ length: 10 }, (_, digit) => `Fund 17${digit}`),
    ]);
    await fill("Fund 172", "much");
    await fill("Find a fund", "fund 18");
    expect(read()).toContain("Fund 172, which isn’t among the funds above: “much” is not a percent.");
    await fill("Find a fund", "Bonds");
    expect(read()).toContain("No fund is called so.");
    await fill("Find a fund", "");
    expect(lines(fields)).toHaveLength(25);
  });

  it("is shown whole and in its own order up to 50, and to the last line on request", async () => {
    await openPane(long(50));
    expect(lines(bars)).toHaveLength(50);
    expect(lines(bars)[0]?.textContent).toMatch(/^Fund 0\D/);
    expect(read()).not.toContain("not shown");
    await closePanes();
    await openPane(long(51));
    expect(lines(bars)).toHaveLength(25);
    await press("Show 26 more");
    expect(lines(bars)).toHaveLength(51);
    expect(document.activeElement).toBe(lines(bars)[25]);
    expect(read()).not.toContain("not shown");
  });
});

describe("a look at the workbook that takes long", () => {
  /** A workbook that answers where its selection is only when it is let to. */
  function slow(): { readonly workbook: PaperWorkbook; readonly hold: () => void; readonly release: () => void } {
    const workbook = long(60);
    const selection = workbook.selection.bind(workbook);
    let answered = Promise.resolve();
    let release = (): void => undefined;
    workbook.selection = async () => {
      await answered;
      return selection();
    };
    return {
      workbook,
      hold: () => {
        answered = new Promise((resolve) => (release = resolve));
      },
      release: () => release(),
    };
  }
  /** Longer than a look may take before it is under way for the pane, and than that may last before it is said. */
  const patience = 700;

  it("is said to be under way, beside what was seen before, until it is over", async () => {
    const { workbook, hold, release } = slow();
    await openPane(workbook);
    expect(read()).toContain("Time to rebalance");
    hold();
    await settled(() => workbook.type("Money!B2", [[9_000]]), patience);
    await settled(() => undefined, patience);
    expect(read()).toContain("Working it out…");
    expect(read()).toContain("Time to rebalance");
    expect(read()).not.toMatch(/Fund 0.{0,60}Over/);
    await settled(release);
    expect(read()).not.toContain("Working it out…");
    expect(read()).toMatch(/Fund 0.{0,60}Over/);
  });

  it("is not mentioned where it is short", async () => {
    const { workbook } = slow();
    await openPane(workbook);
    await settled(() => workbook.type("Money!B2", [[9_000]]), patience);
    await settled(() => undefined, patience);
    expect(read()).not.toContain("Working it out…");
  });
});

describe("what is the same as before", () => {
  it.each([
    [{ a: [1, "x", { b: undefined }] }, { a: [1, "x", {}] }, true],
    [NaN, NaN, true],
    [[1, 2], [1, 2, 3], false],
    [{ a: 1 }, { a: 1, b: 2 }, false],
    [["1"], [1], false],
    [[], {}, false],
    [null, {}, false],
  ] as const)("%j and %j: %j", (one, other, same) => {
    expect(alike(one, other)).toBe(same);
    expect(alike(other, one)).toBe(same);
  });
});
