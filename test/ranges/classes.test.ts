import { describe, expect, it } from "@jest/globals";
import { nameOf, readClasses, type ClassRange } from "../../src/ranges";

const down = (...cells: readonly unknown[]): unknown[][] => cells.map((cell) => [cell]);

function classes(cells: unknown[][]): ClassRange {
  const read = readClasses("Classes", cells);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value;
}

function refused(cells: unknown[][] | null): unknown {
  const read = readClasses("Classes", cells);
  return read.ok ? undefined : read.problem;
}

describe("readClasses", () => {
  it("keeps the rows: blanks in between have no class", () => {
    const { classes: names, classOfRow, layout } = classes(down("US", null, "Bond", 0, ""));
    expect(names).toEqual(["US", "Bond"]);
    expect(classOfRow).toEqual([0, undefined, 1, undefined, undefined]);
    expect([...layout.headerRows]).toEqual([]);
  });

  it.each([["Class"], ["Asset class"], [" asset\u00A0CLASSES"], ["Category"]])("knows the header %p", (header) => {
    const { classes: names, layout } = classes(down(header, "US"));
    expect(names).toEqual(["US"]);
    expect([...layout.headerRows]).toEqual([0]);
  });

  it("takes titles above the header for header", () => {
    const { classes: names, layout, notes } = classes(down("My targets", "Class", "US"));
    expect(names).toEqual(["US"]);
    expect(layout.headerRows.size).toBe(2);
    expect(notes).toEqual([{ code: "header rows skipped", argument: "Classes", rows: 2 }]);
  });

  it("reads a row as well as a column", () => {
    const { classes: names, layout } = classes([["Class", "US", "Bond"]]);
    expect(names).toEqual(["US", "Bond"]);
    expect(layout).toMatchObject({ rows: 3, columns: [{ across: true }] });
  });

  it("leaves out a total row, and says so", () => {
    const { classes: names, notes } = classes(down("US", "Bond", "Total"));
    expect(names).toEqual(["US", "Bond"]);
    expect(notes).toEqual([{ code: "total row skipped", at: { argument: "Classes", row: 2 } }]);
  });

  it("finds a class however it is spelled, and knows Unclassified", () => {
    const { find, unclassified } = classes(down("US stocks", "unclassified"));
    const at = { argument: "Holdings" };
    expect(find(nameOf("us STOCKS"), at)).toEqual({ ok: true, value: "US stocks" });
    expect(find(nameOf("Bond"), at)).toEqual({ ok: true, value: undefined });
    expect(unclassified).toBe("unclassified");
    expect(classes(down("US")).unclassified).toBeUndefined();
  });

  it("refuses a class that stands twice, or in letters that only look the same", () => {
    expect(refused(down("US", "Bond", "us "))).toEqual({
      code: "class twice",
      at: { argument: "Classes", row: 2 },
      class: "US",
      first: 0,
    });
    expect(refused(down("Bond", "Вond"))).toMatchObject({ code: "look-alike names", letter: "В" });
  });

  it("refuses what is no list of names", () => {
    expect(refused(null)).toMatchObject({ code: "missing argument", wanted: "class" });
    expect(
      refused([
        ["US", 1],
        ["Bond", 2],
      ]),
    ).toMatchObject({ code: "not one column", height: 2, width: 2 });
    expect(refused(down("US", 45352))).toMatchObject({ code: "number for a name" });
    expect(refused(down("US", "#N/A"))).toMatchObject({ code: "error in a cell" });
  });

  it("trims a whole column", () => {
    const column = Array.from({ length: 20_000 }, (_, row) => [row < 2 ? ["US", "Bond"][row] : null]);
    expect(classes(column).layout.rows).toBe(2);
  });
});
