import { describe, expect, it } from "@jest/globals";
import { checkup } from "../../src/operations";
import {
  blockAt,
  logEntries,
  logRebalance,
  logSheet,
  logTable,
  newLogCells,
  nextLogRow,
  overlap,
  claims,
  type Block,
  type LogEntry,
} from "../../src/sheets";
import type { Table } from "../../src/workbook";
import { PaperWorkbook } from "../taskpane/paper-workbook";

const january: LogEntry = { date: 46027, reason: "Annual look", driftBefore: 0.129, driftAfter: 0, traded: 41234.56 };
const june: LogEntry = {
  date: 46180,
  reason: "Outside the band: Bonds",
  driftBefore: 0.07,
  driftAfter: 0.02,
  traded: 900,
  done: "3 of 4",
};

/** Carries out the logging of an entry in a workbook, into its log if it has one. */
async function log(workbook: PaperWorkbook, entry: LogEntry): Promise<void> {
  const found = (await workbook.tables()).find(({ name }) => name === logTable);
  const description = logRebalance(entry, found ?? logSheet);
  if (!description) throw new Error("The table is not taken for a log.");
  expect((await workbook.apply(description)).outcome).toBe("applied");
}

async function table(workbook: PaperWorkbook): Promise<Table> {
  const found = (await workbook.tables()).find(({ name }) => name === logTable);
  if (!found) throw new Error("There is no log.");
  return found;
}

describe("the rebalance log", () => {
  it("begins as a sheet of its own, with a table of one row", async () => {
    const workbook = new PaperWorkbook();
    await log(workbook, january);
    const { block, values } = await table(workbook);
    expect(block).toEqual(blockAt("'Rebalance log'!A4:F5"));
    expect(values).toEqual([
      ["Date", "Reason", "Drift before", "Drift after", "Traded", "Trades done"],
      [46027, "Annual look", 0.129, 0, 41234.56, ""],
    ]);
    expect(workbook.valueAt("'Rebalance log'!A1")).toBe("Rebalance log");
    const steps = workbook.applied[0]?.steps ?? [];
    expect(steps[0]).toEqual({ do: "add sheet", name: "Rebalance log" });
    expect(steps).toContainEqual({
      do: "format numbers",
      block: blockAt("'Rebalance log'!A5"),
      format: "yyyy-mm-dd",
    });
  });

  it("says beforehand which cells a new log takes", () => {
    const description = logRebalance(january, logSheet);
    for (const block of description ? claims(description) : []) {
      expect(overlap(block, newLogCells(logSheet))).toBe(true);
    }
    expect(newLogCells(logSheet)).toEqual(blockAt("'Rebalance log'!A1:F5"));
  });

  it("goes on below its last row, and the table grows with it", async () => {
    const workbook = new PaperWorkbook();
    await log(workbook, january);
    await log(workbook, june);
    const { block, values } = await table(workbook);
    expect(block).toEqual(blockAt("'Rebalance log'!A4:F6"));
    expect(values[2]).toEqual([46180, "Outside the band: Bonds", 0.07, 0.02, 900, "3 of 4"]);
  });

  it("follows the headings when the owner has put the columns in another order and added one", async () => {
    const workbook = new PaperWorkbook();
    workbook.type("Diary!C3", [
      ["Traded", "Date", "My remarks", "Reason"],
      [41234.56, 46027, "a long call", "Annual look"],
    ]);
    workbook.table(logTable, "Diary!C3:F4");
    await log(workbook, june);
    expect((await table(workbook)).values[2]).toEqual([900, 46180, "", "Outside the band: Bonds; 3 of 4 trades done"]);
    expect(claims(workbook.applied[0] ?? { title: "", steps: [] })).not.toContainEqual(blockAt("Diary!E5"));
  });

  it("fills a blank last row of the table before it grows", async () => {
    const workbook = new PaperWorkbook();
    await log(workbook, january);
    await log(workbook, june);
    workbook.type("'Rebalance log'!A6", [["", "", "", "", "", ""]]);
    expect(nextLogRow(await table(workbook))).toEqual(blockAt("'Rebalance log'!A6:F6"));
    const description = logRebalance(june, await table(workbook));
    expect(description?.steps.map((step) => step.do)).not.toContain("resize table");
  });

  it("is not written where no column is called Date", () => {
    const block = blockAt("Diary!A1:B1") as Block;
    expect(logRebalance(january, { name: logTable, block, values: [["When", "Why"]] })).toBeUndefined();
  });

  it("reads back, latest first", async () => {
    const workbook = new PaperWorkbook();
    await log(workbook, january);
    await log(workbook, june);
    expect(logEntries(await table(workbook))).toEqual([june, january]);
  });

  it("reads days typed by hand, and passes rows without a day over", () => {
    const block = blockAt("Diary!A1:B4") as Block;
    const values = [
      ["Date", "Reason"],
      ["2026-01-05", "Annual look"],
      ["", "to do"],
      ["soon", ""],
    ];
    expect(logEntries({ name: logTable, block, values })).toEqual([
      { date: 46027, reason: "Annual look", driftBefore: 0, driftAfter: 0, traded: 0 },
    ]);
  });

  it("is a log that KEEL.CHECKUP reads, with its headings and without", async () => {
    const workbook = new PaperWorkbook();
    for (const date of [46000, 46050, 46100, 46130, 46190]) await log(workbook, { ...january, date });
    const { values } = await table(workbook);
    const pitfalls = (rows: Table["values"]): string => {
      const found = checkup.answer([[600], [400]], [[0.6], [0.4]], [["5/25"]], [[46200]], null, null, rows);
      return found.ok ? JSON.stringify(found.cells) : found.problem.code;
    };
    expect(pitfalls(values)).toContain("You rebalanced 5 times in the last year.");
    expect(pitfalls(values.slice(1))).toContain("You rebalanced 5 times in the last year.");
    expect(pitfalls(values.slice(0, 2))).not.toContain("You rebalanced");
  });
});
