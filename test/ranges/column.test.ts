import { describe, expect, it } from "@jest/globals";
import { alignColumns, MOST_ROWS, readColumn, type NumberColumn } from "../../src/ranges/column";
import type { Read } from "../../src/ranges";

const down = (...cells: readonly unknown[]): unknown[][] => cells.map((cell) => [cell]);

function read(argument: string, cells: readonly (readonly unknown[])[]): NumberColumn {
  return valueOf(readColumn(argument, cells, "money"));
}

function valueOf<T>(result: Read<T>): T {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

describe("readColumn", () => {
  it("reads a column, blanks as 0", () => {
    const { numbers, across } = read("Values", down(5, null, "", 0, undefined, "6"));
    expect([...numbers]).toEqual([5, 0, 0, 0, 0, 6]);
    expect(across).toBe(false);
  });

  it("reads a row", () => {
    const { numbers, across } = read("Values", [[5, 6, 7]]);
    expect([...numbers]).toEqual([5, 6, 7]);
    expect(across).toBe(true);
  });

  it("takes a scalar for a column of one", () => {
    const { numbers, across } = read("Values", [[5]]);
    expect([...numbers]).toEqual([5]);
    expect(across).toBe(false);
  });

  it.each([[null], [undefined]])("asks for an argument that was left out (%p)", (left) => {
    expect(readColumn("Targets", left, "weight")).toEqual({
      ok: false,
      problem: { code: "missing argument", argument: "Targets", wanted: "weight" },
    });
  });

  it("refuses a rectangle", () => {
    expect(
      readColumn(
        "Values",
        [
          [1, 2],
          [3, 4],
          [5, 6],
        ],
        "money",
      ),
    ).toEqual({ ok: false, problem: { code: "not one column", argument: "Values", height: 3, width: 2 } });
  });

  it("names the cell that holds an error, counted along the range", () => {
    expect(readColumn("Values", [[1, "#REF!"]], "money")).toEqual({
      ok: false,
      problem: { code: "error in a cell", at: { argument: "Values", row: 1, across: true }, found: "#REF!" },
    });
  });

  it("settles an ambiguous text by the rest of the column", () => {
    expect([...read("Values", down("1,234", "1,234.50")).numbers]).toEqual([1234, 1234.5]);
    expect([...read("Values", down("1.234", "2,5")).numbers]).toEqual([1234, 2.5]);
    expect(readColumn("Values", down("1,234", 5), "money")).toMatchObject({
      problem: { code: "ambiguous number", found: "1,234" },
    });
  });

  it("settles an ambiguous text in a formatted value the same way, wherever it stands", () => {
    const formatted = { type: "FormattedNumber", basicValue: "1,234", numberFormat: "@" };
    expect([...read("Values", down(formatted, "1,234.50")).numbers]).toEqual([1234, 1234.5]);
    expect([...read("Values", down("2,5", formatted)).numbers]).toEqual([2.5, 1.234]);
    expect([...read("Values", down(formatted, "2,5")).numbers]).toEqual([1.234, 2.5]);
    expect(readColumn("Values", down(formatted, 5), "money")).toMatchObject({
      problem: { code: "ambiguous number", found: "1,234" },
    });
  });

  it("keeps the height of a range of up to 10,000 rows, and trims a longer one", () => {
    const cells = (rows: number): unknown[][] =>
      Array.from({ length: rows }, (_, row) => [row < 3 ? row + 1 : row % 2 ? null : ""]);
    expect(read("Values", cells(10_000)).numbers).toHaveLength(10_000);
    expect(read("Values", cells(10_001)).numbers).toHaveLength(3);
    expect(read("Values", cells(1_048_576)).numbers).toHaveLength(3);
  });

  it("trims a whole column of zeros to one row", () => {
    expect(read("Values", down(...new Array<number>(10_001).fill(0))).numbers).toHaveLength(1);
  });

  it("takes 200,000 used rows and no more", () => {
    const cells = (rows: number): number[][] => Array.from({ length: rows }, () => [1]);
    expect(MOST_ROWS).toBe(200_000);
    expect(read("Values", cells(MOST_ROWS)).numbers).toHaveLength(MOST_ROWS);
    expect(readColumn("Values", cells(MOST_ROWS + 1), "money")).toEqual({
      ok: false,
      problem: { code: "too many rows", argument: "Values", rows: MOST_ROWS + 1, most: MOST_ROWS },
    });
  });
});

describe("alignColumns", () => {
  const align = (...columns: readonly NumberColumn[]): ReturnType<typeof alignColumns> => alignColumns(columns);

  it("takes ranges of one height as they are", () => {
    const { rows, headerRows, notes } = valueOf(align(read("Values", down(1, 2)), read("Targets", down(3, 4))));
    expect({ rows, header: [...headerRows], notes }).toEqual({ rows: 2, header: [], notes: [] });
  });

  it.each([[0], [null], [""]])("accepts a longer range whose surplus is %p", (blank) => {
    const { rows, columns } = valueOf(align(read("Values", down(1, 2, blank, blank)), read("Targets", down(3, 4))));
    expect(rows).toBe(4);
    expect(columns.map((column) => [...column.numbers])).toEqual([
      [1, 2, 0, 0],
      [3, 4, 0, 0],
    ]);
  });

  it.each([[5], ["Total"]])("refuses a longer range whose surplus is %p, with both sizes", (surplus) => {
    const unequal = {
      ok: false,
      problem: {
        code: "unequal heights",
        first: { argument: "Values", rows: 2 },
        second: { argument: "Targets", rows: 3 },
      },
    };
    expect(align(read("Values", down(1, 2)), read("Targets", down(3, 4, surplus)))).toEqual(unequal);
  });

  it("takes two whole columns for equal, however far each is filled", () => {
    const whole = (...cells: readonly unknown[]): unknown[][] =>
      Array.from({ length: 1_048_576 }, (_, row) => [cells[row] ?? ""]);
    const { rows, columns } = valueOf(align(read("Values", whole(600, 300)), read("Targets", whole(60, 30, 10))));
    expect(rows).toBe(3);
    expect(columns.map((column) => [...column.numbers])).toEqual([
      [600, 300, 0],
      [60, 30, 10],
    ]);
    expect(align(read("Values", whole(600, 300, 100)), read("Targets", down(60, 40)))).toMatchObject({
      problem: { first: { argument: "Values", rows: 3 }, second: { argument: "Targets", rows: 2 } },
    });
  });

  it("finds a header row, blank in the other column or not", () => {
    const both = valueOf(align(read("Values", down("Value", 1, 2)), read("Targets", down("Target", 3, 4))));
    expect([...both.headerRows]).toEqual([0]);
    expect(both.notes).toEqual([]);
    const one = valueOf(align(read("Values", down(null, 1, 2)), read("Targets", down("Target", 3, 4))));
    expect([...one.headerRows]).toEqual([0]);
  });

  it("skips up to five rows of header, and says how many", () => {
    const titles = down("My funds", "as of May", "in dollars", "by fund", "Value", 1, 2);
    const { headerRows, notes } = valueOf(align(read("Values", titles)));
    expect(headerRows.size).toBe(5);
    expect(notes).toEqual([{ code: "header rows skipped", argument: "Values", rows: 5 }]);
    expect(align(read("Values", down("one more", ...titles.flat())))).toMatchObject({
      problem: { code: "not a number", at: { row: 5 } },
    });
  });

  it("takes text beside or below a number for an error", () => {
    expect(align(read("Values", down("n/a", 1)), read("Targets", down(3, 4)))).toMatchObject({
      problem: { code: "not a number", at: { argument: "Values", row: 0 } },
    });
    expect(align(read("Values", down(1, "n/a")))).toMatchObject({ problem: { code: "not a number", at: { row: 1 } } });
  });

  it("takes a range of nothing but text for an error", () => {
    expect(align(read("Values", down("Value", "VTI")))).toMatchObject({ problem: { at: { row: 0 } } });
  });
});
