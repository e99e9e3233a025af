import { expect, test } from "@jest/globals";
import { bookOf, starter, type Book, type Sheet } from "../../src/sheets";
import { comparable } from "./same-book";

const description = starter("KEEL");
const book = bookOf(description, () => undefined);

/** The book with one of its sheets, the plan's, changed. */
function changed(change: (sheet: Sheet) => Partial<Sheet>): Book {
  const sheets = book.sheets.map((sheet) => (sheet.charts.length > 0 ? { ...sheet, ...change(sheet) } : sheet));
  return { ...book, sheets };
}

test("the same book compares as the same", () => {
  expect(
    comparable(
      changed(({ cells }) => ({ cells: [...cells].reverse() })),
      description,
    ),
  ).toEqual(comparable(book, description));
});

test.each<[string, Book]>([
  ["a missing sheet", { ...book, sheets: book.sheets.slice(1) }],
  ["another sheet in front", { ...book, active: "Keel plan" }],
  ["a name", { ...book, names: [{ name: "Mine", refersTo: "A!$A$1" }] }],
  ["a missing cell", changed(({ cells }) => ({ cells: cells.slice(1) }))],
  [
    "a text",
    changed(({ cells }) => ({
      cells: cells.map((cell) => (cell.value === "Band" ? { ...cell, value: "band" } : cell)),
    })),
  ],
  [
    "a formula",
    changed(({ cells }) => ({
      cells: cells.map((cell) => (cell.formula ? { ...cell, formula: `${cell.formula}+0` } : cell)),
    })),
  ],
  [
    "a number format",
    changed(({ cells }) => ({
      cells: cells.map((cell) => (cell.format === "0.0%" ? { ...cell, format: "0%" } : cell)),
    })),
  ],
  [
    "a look",
    changed(({ cells }) => ({
      cells: cells.map((cell) => (cell.style?.bold ? { ...cell, style: { ...cell.style, bold: false } } : cell)),
    })),
  ],
  ["a width", changed(({ widths }) => ({ widths: widths.slice(1) }))],
  [
    "a table's place",
    changed(({ tables }) => ({ tables: tables.map((table) => ({ ...table, block: { ...table.block, height: 2 } })) })),
  ],
  ["a flag's colour", changed(({ flags }) => ({ flags: flags.map((flag) => ({ ...flag, fill: "#FFFFFF" })) }))],
  [
    "a prompt",
    changed(({ validations }) => ({
      validations: validations.map((rule) => ({ ...rule, prompt: { ...rule.prompt, text: "" } })),
    })),
  ],
  ["how it is printed", changed(({ print }) => (print ? { print: { ...print, orientation: "portrait" } } : {}))],
  [
    "a chart's series",
    changed(({ charts }) => ({
      charts: charts.map((chart) =>
        chart.kind === "points"
          ? { ...chart, series: chart.series.slice(1) }
          : { ...chart, series: chart.series.slice(1) },
      ),
    })),
  ],
])("%s is seen", (_, other) => {
  expect(comparable(other, description)).not.toEqual(comparable(book, description));
});
