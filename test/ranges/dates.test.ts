import { describe, expect, it } from "@jest/globals";
import { isoDay, readDay, readDayCell, type Note } from "../../src/ranges";

const AT = { argument: "As of" } as const;

describe("readDayCell", () => {
  it.each([
    [46027, "2026-01-05"],
    [45657.75, "2024-12-31"],
    [1, "1900-01-01"],
    [60, "1900-02-29"],
    [61, "1900-03-01"],
    [2958465.99, "9999-12-31"],
    [{ type: "FormattedNumber", basicValue: 46027, numberFormat: "d mmm" }, "2026-01-05"],
    ["2026-01-05", "2026-01-05"],
    [" 2026-1-5 ", "2026-01-05"],
    ["２０２６-01-05", "2026-01-05"],
    ["46027", "2026-01-05"],
  ])("reads %p without a note", (cell, iso) => {
    const reading = readDayCell(cell, AT);
    expect(reading.kind === "day" && isoDay(reading.day)).toBe(iso);
    expect(reading).not.toHaveProperty("note");
  });

  it.each([
    ["31/12/2024", "2024-12-31"],
    ["12/31/2024", "2024-12-31"],
    ["31.12.2024", "2024-12-31"],
    ["05/05/2024", "2024-05-05"],
    ["2024/12/31", "2024-12-31"],
    ["20241231", "2024-12-31"],
    [20241231, "2024-12-31"],
    ["2024-12-31T15:30:00Z", "2024-12-31"],
    ["2024-12-31 15:30", "2024-12-31"],
    ["12/31/2024 3:30 PM", "2024-12-31"],
    ["5 Jan 2026", "2026-01-05"],
    ["05-Jan-2026", "2026-01-05"],
    ["5th January 2026", "2026-01-05"],
    ["Jan 5, 2026", "2026-01-05"],
    ["JANUARY 5 2026", "2026-01-05"],
    ["Sept. 5, 2026", "2026-09-05"],
    ["Mon, Jan 5, 2026", "2026-01-05"],
    ["29 Feb 2024", "2024-02-29"],
    // Only one order is a day of the calendar.
    ["29/02/2024", "2024-02-29"],
  ])("reads %p with a note", (cell, iso) => {
    const reading = readDayCell(cell, AT);
    if (reading.kind !== "day") throw new Error(`${String(cell)} is ${reading.kind}`);
    expect(isoDay(reading.day)).toBe(iso);
    expect(reading.note).toMatchObject({ code: "read as date", day: reading.day });
  });

  it.each(["03/04/2024", "3-4-2024", "03.04.2024", "Dec-24", "Dec 2024", "5-Jan-26", "31/12/24"])(
    "asks what %p means",
    (cell) => {
      expect(readDayCell(cell, AT)).toEqual({
        kind: "problem",
        problem: { code: "ambiguous date", at: AT, found: cell },
      });
    },
  );

  it.each([
    ["soon"],
    ["-"],
    ["2026-02-30"],
    ["31/31/2024"],
    ["30 Feb 2024"],
    ["8/2024"],
    ["1899-12-31"],
    ["Jan Feb 2024"],
    [-1],
    [0.5],
    [2958466],
    [20241331],
    [NaN],
    [true],
    [{ type: "Entity" }],
  ])("does not take %p for a date", (cell) => {
    expect(readDayCell(cell, AT)).toMatchObject({ kind: "problem", problem: { code: "not a date" } });
  });

  it.each([[0], [""], [null], [undefined], [" "]])("takes %p for blank", (cell) => {
    expect(readDayCell(cell, AT)).toEqual({ kind: "blank" });
  });

  it("passes an error in the cell on", () => {
    expect(readDayCell({ type: "Error", basicValue: "#N/A" }, AT)).toMatchObject({
      problem: { code: "error in a cell", found: "#N/A" },
    });
    expect(readDayCell("#BUSY!", AT)).toMatchObject({ problem: { code: "still loading" } });
  });
});

describe("readDay", () => {
  it("reads one cell, and adds what was read from a text to the notes", () => {
    const notes: Note[] = [];
    expect(readDay("As of", [[46027]], notes)).toEqual({ ok: true, value: 46027 });
    expect(notes).toEqual([]);
    expect(readDay("As of", [["31/12/2024"]], notes)).toEqual({ ok: true, value: 45657 });
    expect(notes).toEqual([{ code: "read as date", at: AT, found: "31/12/2024", day: 45657 }]);
  });

  it.each([[null], [undefined], [[[0]]], [[[""]]]])("has no day for %p", (cells) => {
    expect(readDay("As of", cells)).toEqual({ ok: true, value: undefined });
  });

  it("takes one cell only", () => {
    expect(readDay("As of", [[46027], [46028]])).toMatchObject({ problem: { code: "not one cell" } });
  });
});
