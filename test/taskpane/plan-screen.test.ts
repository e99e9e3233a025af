import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { isoDay, parseDay } from "../../src/ranges";
import { blockAt, localAddress, planPlaces } from "../../src/sheets";
import { daySerial } from "../../src/taskpane/standing/day";
import { WorkbookFailure } from "../../src/workbook/host";
import { button, closePanes, field, fill, go, openPane, pick, press, read, settled, spoken, until } from "./drive";
import { drifted, withPlanBeside, withPlanSheet } from "./drifted";
import { PaperWorkbook } from "./paper-workbook";

const TODAY = daySerial(new Date());
const ISO = isoDay(TODAY);

/** What was put on the clipboard, newest last. */
let clipboard: string[];
/** What was saved: the file's name and its text. */
let saved: { name: string; text: Promise<string> }[];

beforeEach(() => {
  clipboard = [];
  saved = [];
  Object.defineProperty(navigator, "clipboard", {
    configurable: true,
    value: { writeText: (text: string) => Promise.resolve(clipboard.push(text)) },
  });
  // jsdom has neither downloads nor addresses for blobs.
  const blobs = new Map<string, Blob>();
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => {
      blobs.set(`blob:${blobs.size}`, blob);
      return `blob:${blobs.size - 1}`;
    },
    revokeObjectURL: () => undefined,
  });
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    const blob = blobs.get(this.href);
    if (blob) saved.push({ name: this.download, text: textOf(blob) });
  };
});

afterEach(closePanes);

function textOf(blob: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === "string" ? reader.result : "");
    reader.readAsText(blob);
  });
}

async function openPlan(workbook: PaperWorkbook): Promise<void> {
  await openPane(workbook);
  await go("Plan");
}

describe("the trades", () => {
  it("are listed with the reason for each, and what they add up to", async () => {
    await openPlan(drifted());
    expect(read()).toContain("4 trades to make");
    expect(read()).toContain("US stocks and Bonds are outside the band.");
    expect(read()).toContain("US stocks Sell $3,600.00");
    expect(read()).toContain(
      "56.0% of the total now, 50.0% after.Over its band of 45% to 55%. Goes back to its target, 50%.",
    );
    expect(read()).toContain("Foreign stocks Buy $1,000.00");
    expect(read()).toContain("In its band. Goes back to its target, 15%, with the others.");
    expect(read()).toContain("Sells$5,000.00Buys$5,000.00");
    expect(read()).not.toContain("Cash left");
    expect(spoken()).toBe("4 trades to make. US stocks and Bonds are outside the band.");
  });

  it("go as far as the rule says, and say where the money comes from", async () => {
    const workbook = drifted();
    await withPlanBeside(workbook, "5/25; to edge");
    await openPlan(workbook);
    expect(read()).toContain("Goes to 54.3%, further than your rule asks, to pay for the purchases.");
    expect(read()).toContain("Goes to 20.0%, the edge of its band.");
  });

  it("name new money, and what of it is kept", async () => {
    const workbook = drifted();
    await withPlanBeside(workbook, "5/25; no sells; keep $200", 1200);
    await openPlan(workbook);
    expect(read()).toContain("1 trade to make");
    expect(read()).toContain("Your rule never sells, so only the cash is placed.");
    expect(read()).toContain("Takes new cash: it is among the lowest for its target.");
    expect(read()).toContain("Cash to invest$1,200.00Cash left$200.00");
    expect(read()).toContain("Your rule keeps $200.00 of the cash.");
    expect(read()).toContain("Net cash: $1,000.00 of new money goes in. It is the line from Cash.");
  });

  it("say which were left out for being small", async () => {
    const workbook = drifted();
    await withPlanBeside(workbook, "5/25; min $1,200");
    await openPlan(workbook);
    expect(read()).toContain("Left alone, because the trade would be too small for your rule: Foreign stocks.");
  });

  it("are none where all is in band, with the next look", async () => {
    const workbook = drifted();
    await withPlanBeside(workbook, `annual and 20pp; last ${ISO}`);
    await openPlan(workbook);
    expect(read()).toContain("No trades needed");
    expect(read()).toContain("Your rule waits for its next look");
    expect(read()).toMatch(/Next look: \w+ \d+, \d{4}\./);
    expect(read()).not.toContain("Exchanges");
    expect(read()).toContain("New contributions");
  });

  it("are none between two looks, although funds are out", async () => {
    const workbook = drifted();
    await withPlanBeside(workbook, `annual and 5/25; last ${ISO}`);
    await openPlan(workbook);
    expect(read()).toContain("US stocks and Bonds are off target, but your rule waits for its next look, on");
  });

  it("say that a rule without dates can be looked at any day", async () => {
    const workbook = drifted();
    await withPlanBeside(workbook, "20pp");
    await openPlan(workbook);
    expect(read()).toContain("All 4 funds are in band, and there is no cash to place.");
    expect(read()).toContain("Your rule has no dates: look whenever you like.");
  });

  it("of several accounts are none: no money moves between them", async () => {
    const workbook = new PaperWorkbook();
    workbook.type("All!A1", [
      ["Account", "Fund", "Value", "Target"],
      ["His 401(k)", "Stocks", 60000, 0.3],
      ["His 401(k)", "Bonds", 10000, 0.3],
      ["Her IRA", "Stocks", 20000, 0.3],
      ["Her IRA", "Bonds", 10000, 0.1],
    ]);
    workbook.select("All!A1");
    await openPlan(workbook);
    expect(read()).toContain("Targets come first");
    expect(read()).toContain("Keel plans the trades of all accounts together, towards a target for each class");
    expect(read()).toContain("Stocks, Bonds, Stocks and Bonds have no class yet.");
    expect(read()).not.toMatch(/to make|Copy the trades|Log this/);
  });
});

describe("what the plan's web page wants", () => {
  it("is exchanges, and percents for new contributions that add up to 100", async () => {
    const workbook = drifted();
    workbook.type("'401(k)'!C2", [[1 / 3], [1 / 3], [1 / 6], [1 / 6]]);
    await openPlan(workbook);
    expect(read()).toContain("US stocks33%Foreign stocks33%Bonds17%Stable value17%Total100%");
  });

  it("writes each exchange as one line to type", async () => {
    await openPlan(drifted());
    expect(read()).toContain("From US stocks → to Bonds$2,600.00 · 7.74% of US stocks");
    expect(read()).toContain("From Stable value → to Bonds$1,400.00 · 18.92% of Stable value");
  });

  it("is percents of the balance where the rule says whole percent", async () => {
    const workbook = drifted();
    workbook.type("'401(k)'!C2", [[1 / 3], [1 / 3], [1 / 6], [1 / 6]]);
    await withPlanBeside(workbook, "5/25; whole percent");
    await openPlan(workbook);
    expect(read()).toContain("Percents of your balance");
    expect(read()).toContain("Each balance after trading is a whole percent of the total.");
    expect(read()).not.toContain("Add “whole percent” to your rule");
    await press("Copy the percents of your balance");
    const percents = (clipboard[0] ?? "")
      .split("\n")
      .slice(1)
      .map((line) => Number(line.split("\t")[1]));
    expect(percents.reduce((sum, percent) => sum + percent, 0)).toBe(100);
    expect(percents.every(Number.isInteger)).toBe(true);
  });
});

describe("taking it away", () => {
  it("copies one part with plain numbers, and says so", async () => {
    await openPlan(drifted());
    await press("Copy the exchanges");
    expect(clipboard).toEqual([
      "From\tTo\tAmount\tPercent of From\nUS stocks\tForeign stocks\t1000\t2.98\nUS stocks\tBonds\t2600\t7.74\nStable value\tBonds\t1400\t18.92",
    ]);
    expect(spoken()).toBe("Copied the exchanges.");
    expect(read()).toContain("Copied. Paste it where you need it.");
  });

  it("copies everything, each part under its name", async () => {
    await openPlan(drifted());
    await press("Copy everything");
    expect(clipboard[0]).toMatch(/^Trades\nFund\tAction.*\n\nExchanges\n.*\n\nNew contributions\nFund\tPercent\n/s);
  });

  it("saves CSV, with texts that look like formulas made harmless", async () => {
    const workbook = drifted();
    workbook.type("'401(k)'!A2", [["=US stocks"]]);
    await openPlan(workbook);
    await press("Save as CSV the trades");
    expect(saved[0]?.name).toBe(`keel-trades-${ISO}.csv`);
    const lines = (await saved[0]?.text)?.split("\r\n") ?? [];
    expect(lines[0]?.replace("\uFEFF", "")).toBe("Fund,Action,Amount,Percent now,Percent after,Why");
    expect(lines[1]).toMatch(/^'=US stocks,Sell,3600,56,50,"/);
    expect(read()).toContain(`Saved as keel-trades-${ISO}.csv`);
    await press("No file there? Show the text");
    expect(document.querySelector("textarea")?.value).toContain("'=US stocks,Sell,3600");
  });

  it("shows the text, selected, where the window forbids the clipboard", async () => {
    Object.defineProperty(navigator, "clipboard", {
      configurable: true,
      value: { writeText: () => Promise.reject(new Error("denied")) },
    });
    await openPlan(drifted());
    await press("Copy the contribution percents");
    const area = document.querySelector("textarea");
    expect(area?.value).toBe("Fund\tPercent\nUS stocks\t50\nForeign stocks\t15\nBonds\t25\nStable value\t10");
    expect(document.activeElement).toBe(area);
    expect(area && area.selectionEnd - area.selectionStart).toBe(area?.value.length);
    expect(read()).toContain("Press Ctrl+C to copy the contribution percents");
  });
});

describe("where the window saves no files, as in Excel on a Mac", () => {
  it("copies first, and shows the text of a file in place of saving one", async () => {
    const workbook = drifted(false);
    await openPlan(workbook);
    expect(read()).not.toContain("Save");
    await press("Copy the trades");
    expect(clipboard).toHaveLength(1);
    await press("Show as CSV the trades");
    const area = document.querySelector("textarea");
    expect(document.activeElement).toBe(area);
    expect(area?.value).toContain("Fund,");
    expect(saved).toEqual([]);
  });
});

describe("logging a rebalance", () => {
  it("says what is written where, writes it once the owner says so, and takes it back", async () => {
    const workbook = drifted();
    await openPlan(workbook);
    expect(read()).toContain("No rebalance is in your log yet.");
    await press("Log this rebalance");
    expect(document.activeElement?.textContent).toBe("When and why?");
    expect(field("Date").value).toBe(ISO);
    expect(field("Reason").value).toBe("Outside the band: US stocks and Bonds");
    expect(read()).toContain("Drift 8.3% before, 0.0% after. $5,000.00 traded.");
    expect(read()).toContain("a new sheet called Rebalance log, with a table called RebalanceLog");
    expect(read()).not.toContain("last look");
    expect(workbook.applied).toHaveLength(0);

    await fill("Reason", "My birthday");
    await press("Write it");
    expect(spoken()).toBe("Logged in row 5 of sheet Rebalance log.");
    expect(workbook.valueAt("'Rebalance log'!A5")).toBe(TODAY);
    expect(workbook.valueAt("'Rebalance log'!B5")).toBe("My birthday");
    expect(workbook.valueAt("'Rebalance log'!C5")).toBeCloseTo(0.0833, 4);
    expect(workbook.valueAt("'Rebalance log'!D5")).toBe(0);
    expect(workbook.valueAt("'Rebalance log'!E5")).toBe(5000);
    expect(workbook.valueAt("'Rebalance log'!H4")).toBe("Date");
    expect(["H", "I", "J", "K", "L"].map((column) => workbook.valueAt(`'Rebalance log'!${column}5`))).toEqual([
      TODAY,
      "US stocks",
      -3600,
      "",
      33600,
    ]);
    expect(read()).toContain("Once the trades have gone through, put these values in");
    expect(read()).toContain("My birthday");
    expect(read()).toContain("Drift 8.3% → 0.0%, $5,000.00 traded");

    await press("Undo");
    expect(spoken()).toBe("Taken back.");
    expect(workbook.valueAt("'Rebalance log'!A5")).toBe("");
    expect(button("Log this rebalance")).toBeDefined();
  });

  it("sets the last look of a plan on a sheet of its own, from which the calendar then counts", async () => {
    const workbook = drifted();
    await withPlanSheet(workbook, [
      ["Look", "annual"],
      ["Band", "5/25"],
      ["Last look", "2020-01-05"],
    ]);
    await openPlan(workbook);
    await press("Log this rebalance");
    const { lastLook } = planPlaces("Plan", 4);
    const cell = localAddress(lastLook);
    expect(read()).toContain(`your last look in ${cell} on sheet Plan: “${ISO}”, in place of “2020-01-05”`);
    await press("Write it");
    expect(workbook.valueAt(`Plan!${cell}`)).toBe(parseDay(ISO));
    expect(document.activeElement?.textContent).toContain(`Your last look is set in ${cell} on sheet Plan.`);
    expect(read()).toContain("These values are from before your trades");
    expect(read()).not.toContain("trades to make");
    await press("Undo");
    expect(workbook.valueAt(`Plan!${cell}`)).toBe(parseDay("2020-01-05"));
    expect(read()).toContain("4 trades to make");
  });

  it("counts the trades that were ticked as done, unticks them, and one Undo gives all back", async () => {
    const workbook = drifted();
    await withPlanSheet(workbook, [["Band", "5/25"]]);
    const { done } = planPlaces("Plan", 4).columns;
    const column = localAddress(done);
    workbook.type(`Plan!${localAddress({ ...done, height: 1 })}`, [[true], [false], ["Yes"], [""]]);
    await openPlan(workbook);
    await press("Log this rebalance");
    expect(read()).toContain("2 of 4 trades are ticked as done.");
    expect(read()).toContain(`no ticks in ${column} on sheet Plan, ready for the next trades`);
    expect(read()).toContain("each ticked trade with its amount and the fund’s value before it, in H4:L6");
    await press("Write it");
    expect(workbook.valueAt("'Rebalance log'!F5")).toBe("2 of 4");
    expect(read()).toContain("Drift 8.3% → 2.3%, $4,000.00 traded, 2 of 4 trades done");
    const ticks = async (): Promise<unknown> => (await workbook.read(done)).values.flat();
    expect(await ticks()).toEqual([false, false, "", ""]);
    expect([5, 6, 7].map((row) => workbook.valueAt(`'Rebalance log'!I${row}`))).toEqual(["US stocks", "Bonds", ""]);
    // What was not done still has its value, and that isn't old.
    expect(read()).toContain("You logged 2 trades");
    expect(read()).toContain("Keel writes to 2 cells of B2:B5 on sheet 401(k)");
    await press("Undo");
    expect(await ticks()).toEqual([true, false, "Yes", ""]);
    expect(workbook.valueAt("'Rebalance log'!F5")).toBe("");
  });

  it("says nothing of ticks where none is ticked, or where a plan of an earlier Keel has no column for them", async () => {
    const workbook = drifted();
    await withPlanSheet(workbook, [["Band", "5/25"]]);
    const { done } = planPlaces("Plan", 4).columns;
    const log = async (): Promise<void> => {
      await press("Log this rebalance");
      expect(read()).not.toContain("ticked");
      await press("Write it");
    };
    await openPlan(workbook);
    await log();
    expect(workbook.valueAt("'Rebalance log'!F5")).toBe("");
    workbook.type(`Plan!${localAddress({ ...done, row: done.row - 1, height: 1 })}`, [["My notes"], ["Yes"]]);
    await settled(() => workbook.type("'401(k)'!B2", [[40000], [1000], [12000], [9000]]));
    await go("Home");
    await go("Plan");
    await log();
    expect(workbook.valueAt("'Rebalance log'!F6")).toBe("");
    expect((await workbook.read(done)).values[0]).toEqual(["Yes"]);
  });

  it("offers the changed rule where it is a text with a calendar, and leaves it alone unless ticked", async () => {
    const workbook = drifted();
    await withPlanBeside(workbook, "annual and 5/25, last 2020-01-05");
    await openPlan(workbook);
    await press("Log this rebalance");
    expect(read()).toContain(
      `your rule in J3 on sheet 401(k): “annual and 5/25, last ${ISO}”, in place of “annual and 5/25, last 2020-01-05”`,
    );
    await pick("Also set my last look");
    expect(read()).not.toContain("your rule in J3");
    await press("Write it");
    expect(workbook.valueAt("'401(k)'!J3")).toBe("annual and 5/25, last 2020-01-05");
    expect(workbook.valueAt("'Rebalance log'!B5")).toBe("Outside the band: US stocks and Bonds");
  });

  it("leaves a last look that is a formula alone", async () => {
    const workbook = drifted();
    await withPlanSheet(workbook, [
      ["Look", "annual"],
      ["Band", "5/25"],
    ]);
    const { lastLook } = planPlaces("Plan", 4);
    workbook.enter(`Plan!${localAddress(lastLook)}`, '="2020-01-05"', "2020-01-05");
    await openPlan(workbook);
    await press("Log this rebalance");
    expect(read()).toContain("holds a formula, so Keel leaves it alone.");
    expect(button("Write it").getAttribute("aria-disabled")).toBe("true");
    await pick("Also set my last look");
    expect(button("Write it").getAttribute("aria-disabled")).not.toBe("true");
  });

  it("goes below the last row, shows the latest first, and asks for room where cells are filled", async () => {
    const workbook = drifted();
    workbook.type("Diary!B2", [
      ["Date", "Reason", "Drift before", "Drift after", "Traded"],
      [46027, "Annual look", 0.1, 0, 1000],
    ]);
    workbook.table("RebalanceLog", "Diary!B2:F3");
    await openPlan(workbook);
    expect(read()).toContain("January 5, 2026: Annual look");
    await press("Log this rebalance");
    expect(read()).toContain("a new row in your log, B4:F4 on sheet Diary");
    await settled(() => workbook.type("Diary!C4", [["my notes"]]));
    await press("Write it");
    expect(read()).toContain("B4:F4 on sheet Diary, below your log, is filled.");
    expect(workbook.valueAt("Diary!C4")).toBe("my notes");
    await settled(() => workbook.type("Diary!C4", [[""]]));
    await press("Write it");
    expect(workbook.valueAt("Diary!B4")).toBe(TODAY);
    expect(read()).toMatch(/Outside the band: US stocks and Bonds.*January 5, 2026: Annual look/);
  });

  it("asks whether it is another rebalance when the log has one of that day", async () => {
    const workbook = drifted();
    await openPlan(workbook);
    await press("Log this rebalance");
    expect(read()).not.toContain("Your log has a row for that day already.");
    await press("Write it");
    expect(() => button("Log this rebalance")).toThrow();
    await settled(() => workbook.type("'401(k)'!B2", [[40000], [1000], [12000], [9000]]));
    await go("Home");
    await go("Plan");
    await press("Log this rebalance");
    expect(read()).toContain(
      "each trade with its amount and the fund’s value before it, in H9:L12 on sheet Rebalance log",
    );
    expect(read()).toContain("Your log has a row for that day already. Is this another rebalance?");
  });

  it("takes another sheet where that name is taken by something else", async () => {
    const workbook = drifted();
    workbook.type("'Rebalance log'!A1", [["My own log"]]);
    await openPlan(workbook);
    await press("Log this rebalance");
    expect(read()).toContain("a new sheet called Rebalance log 2");
  });

  it("wants a day that has been", async () => {
    await openPlan(drifted());
    await press("Log this rebalance");
    await fill("Date", "2999-01-01");
    expect(read()).toContain("That day is still to come.");
    expect(button("Write it").getAttribute("aria-disabled")).toBe("true");
    await fill("Date", "");
    expect(read()).toContain("Type a date.");
  });

  it("keeps what was typed while another screen is shown", async () => {
    await openPlan(drifted());
    await press("Log this rebalance");
    await fill("Reason", "My birthday");
    await go("Home");
    await go("Plan");
    expect(field("Reason").value).toBe("My birthday");
  });

  it("sets the last look alone when there is nothing to trade", async () => {
    const workbook = drifted();
    await withPlanSheet(workbook, [
      ["Look", "annual"],
      ["Band", "20pp"],
      ["Last look", "2020-01-05"],
    ]);
    await openPlan(workbook);
    expect(read()).toContain("No trades needed");
    await press("Set my last look");
    await press("Write it");
    const { lastLook } = planPlaces("Plan", 4);
    expect(workbook.valueAt(`Plan!${localAddress(lastLook)}`)).toBe(parseDay(ISO));
    expect(workbook.valueAt("'Rebalance log'!A5")).toBe("");
  });

  it("writes a look without trades into a log that is kept, once a day", async () => {
    const workbook = drifted();
    await withPlanSheet(workbook, [
      ["Look", "annual"],
      ["Band", "20pp"],
      ["Last look", "2020-01-05"],
    ]);
    workbook.type("'Rebalance log'!A4", [
      ["Date", "Reason", "Drift before", "Drift after", "Traded", "Trades done"],
      [45_000, "Once a year", 0.1, 0, 1200, ""],
    ]);
    workbook.table("RebalanceLog", "'Rebalance log'!A4:F5");
    await openPlan(workbook);
    await press("Set my last look");
    await until(/a new row in your log/);
    await press("Write it");
    expect(read()).toContain("Logged in row 6 of sheet Rebalance log. Your last look is set");
    expect(["A6", "B6", "E6"].map((cell) => workbook.valueAt(`'Rebalance log'!${cell}`))).toEqual([
      parseDay(ISO),
      "Looked, nothing to trade",
      0,
    ]);
    expect(workbook.valueAt("'Rebalance log'!C6")).toBe(workbook.valueAt("'Rebalance log'!D6"));
    await until(/nothing traded/);
    await press("Undo");
    expect(workbook.valueAt("'Rebalance log'!A6")).toBe("");
  });

  it("says why nothing was written when the workbook refuses", async () => {
    const workbook = drifted();
    await openPlan(workbook);
    await press("Log this rebalance");
    workbook.failure = new WorkbookFailure("Excel is busy. Press Enter in the cell you are typing in.", "busy");
    await press("Write it");
    expect(read()).toContain("Excel is busy.");
    workbook.failure = undefined;
    await press("Write it");
    expect(read()).toContain("Logged in row 5 of sheet Rebalance log.");
  });
});

describe("the Plan screen without an answer", () => {
  it("says what to select when there is nothing", async () => {
    const workbook = new PaperWorkbook();
    workbook.select("Plan!A1");
    await openPlan(workbook);
    expect(read()).toContain("Show Keel your funds");
  });

  it("says which column is missing", async () => {
    const workbook = new PaperWorkbook();
    workbook.type("Plan!A1", [
      ["Fund", "Value"],
      ["A", 100],
      ["B", 50],
    ]);
    workbook.select("Plan!A1");
    await openPlan(workbook);
    expect(read()).toContain("Add your targets");
  });

  it("names the cell that can't be read, and goes there", async () => {
    const workbook = drifted();
    workbook.type("'401(k)'!B4", [["n/a"]]);
    await openPlan(workbook);
    expect(read()).toContain("Look at cell B4 on sheet 401(k).");
    await press("Go to cell");
    expect(workbook.shown).toEqual(blockAt("'401(k)'!B4"));
  });

  it("says why the trades can't be worked out, and where", async () => {
    const workbook = drifted();
    await withPlanBeside(workbook, "5/25", -1e6);
    await openPlan(workbook);
    expect(read()).toContain("No answer yet");
  });

  it("names the row of the Policy table that can't be read", async () => {
    const workbook = drifted();
    await withPlanSheet(workbook, [["Band", "often"]]);
    await openPlan(workbook);
    const { policy } = planPlaces("Plan", 4);
    const cell = localAddress({ ...policy, row: policy.row + 2, column: policy.column + 1, height: 1, width: 1 });
    expect(read()).toContain(`Look at cell ${cell} on sheet Plan.`);
  });
});
