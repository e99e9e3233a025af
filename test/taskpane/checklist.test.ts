import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { blockAt } from "../../src/sheets";
import { button, closePanes, fill, go, openPane, pick, press, read, settled, spoken } from "./drive";
import { drifted, withPlanBeside } from "./drifted";
import type { PaperWorkbook } from "./paper-workbook";

/** What was put on the clipboard, newest last. */
let clipboard: string[];

beforeEach(() => {
  clipboard = [];
  Object.defineProperty(navigator, "clipboard", {
    configurable: true,
    value: { writeText: (text: string) => Promise.resolve(clipboard.push(text)) },
  });
});
afterEach(closePanes);

async function openChecklist(workbook: PaperWorkbook): Promise<void> {
  await openPane(workbook);
  await go("Plan");
  await press("Make them one at a time");
}

const focused = (): string => document.activeElement?.textContent ?? "";

describe("the checklist of trades", () => {
  it("shows one exchange at a time, copies its parts as a page takes them, and moves the focus to each step", async () => {
    await openChecklist(drifted());
    expect(focused()).toBe("1 of 3");
    expect(read()).toContain("Exchange $1,000.00 from US stocks to Foreign stocks");
    expect(read()).not.toContain("trades to make");
    await press("Copy 1000.00");
    await press("Copy US stocks");
    expect(clipboard).toEqual(["1000.00", "US stocks"]);
    expect(spoken()).toBe("Copied US stocks.");
    await press("Done, next");
    expect(focused()).toBe("2 of 3");
    expect(spoken()).toMatch(/^2 of 3: Exchange .*\. 1 done\.$/);
    await press("Back");
    expect(focused()).toBe("1 of 3");
    expect(button("Next").textContent).toBe("Next");
  });

  it("keeps its ticks while another screen is shown, and only while the trades are the same", async () => {
    const workbook = drifted();
    await openChecklist(workbook);
    await press("Done, next");
    await go("Home");
    await go("Plan");
    expect(read()).toContain("2 of 3");
    expect(read()).toContain("1 of 3 done");
    await press("Show the whole plan");
    expect(read()).toContain("4 trades to make");
    await press("Go on with the checklist");
    expect(focused()).toBe("2 of 3");
    await settled(() => workbook.type("'401(k)'!B2", [[43600]]));
    expect(read()).not.toContain("done");
  });

  it("asks for sales before purchases where the page takes trades, and for percents where the rule makes them whole", async () => {
    await openChecklist(drifted());
    await fill("Your plan’s page takes", "trades");
    expect(read()).toContain("1 of 4");
    expect(read()).toContain("Sell $3,600.00 of US stocks");
    await press("Skip");
    expect(read()).toContain("Sell $1,400.00 of Stable value");
    await press("Skip");
    expect(read()).toMatch(/Buy \$1,000\.00 of Foreign stocks/);
    await closePanes();
    const workbook = drifted();
    await withPlanBeside(workbook, "5/25; whole percent");
    await openChecklist(workbook);
    expect(read()).toContain("Set US stocks to 50%");
    await press("Copy 50");
    expect(clipboard).toEqual(["50"]);
  });

  it("ends with the log, the values after trading, and from when each fund may be traded again", async () => {
    const workbook = drifted();
    await openChecklist(workbook);
    for (let step = 0; step < 3; step++) await press("Done, next");
    expect(focused()).toBe("All 3 done");
    await press("Log this rebalance");
    expect(focused()).toBe("When and why?");
    await press("Write it");
    expect(read()).toContain("Logged in row");
    expect(read()).not.toContain("All 3 done");
    expect(read()).toContain("When you may trade again");
    expect(read()).toMatch(/Bonds may be sold again on \w+ \d+, \d{4}\./);
    await fill("Your fund company’s rule", "vanguard");
    expect(read()).toMatch(/US stocks may be bought again on \w+ \d+, \d{4}\./);
    expect(read()).not.toContain("may be sold again");
    await fill("Your fund company’s rule", "");
    expect(read()).toContain("Every fund is free to trade under this rule.");
    await press("Put in the values after trading");
    const values = blockAt("'401(k)'!B2:B5");
    expect(values && (await workbook.read(values)).values).toEqual([[30000], [9000], [15000], [6000]]);
  });

  it("logs only the trades whose every step is ticked", async () => {
    const workbook = drifted();
    await openChecklist(workbook);
    await fill("Your plan’s page takes", "trades");
    await press("Done, next");
    for (let step = 0; step < 3; step++) await press("Skip");
    expect(focused()).toBe("1 of 4 done");
    expect(read()).toContain("Not ticked:");
    await press("Log this rebalance");
    await press("Write it");
    const log = (await workbook.tables()).find(({ name }) => name === "TradeLog");
    expect(log?.values.slice(1).map(([, fund]) => fund)).toEqual(["US stocks"]);
  });

  it("has nothing to log before anything is ticked, and can be ticked by its box", async () => {
    await openChecklist(drifted());
    for (let step = 0; step < 3; step++) await press("Skip");
    expect(focused()).toBe("0 of 3 done");
    expect(read()).toContain("No fund’s trade is ticked whole yet, so there is nothing to log.");
    await press("Go to the first that is open");
    expect(focused()).toBe("1 of 3");
    await pick("Done: typed into my plan’s page");
    expect(read()).toContain("1 of 3 done");
  });
});
