import { describe, expect, test } from "@jest/globals";
import { Workbook, type Cell, type Worksheet } from "exceljs";
import { anyPages, blankSheet, pageFooter, type BookCell, type Sheet } from "../../src/sheets";
import { readBook, writeBook } from "../../src/xlsx";

// Looks, sizes and page set-up, as another program's reader finds them in what we write.

async function written(sheet: Partial<Sheet>): Promise<{ seen: Worksheet; back: Sheet }> {
  const bytes = await writeBook({ sheets: [{ ...blankSheet, name: "Data", ...sheet }], names: [] });
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  const { book } = await readBook(bytes);
  const [seen, back] = [workbook.worksheets[0], book.sheets[0]];
  if (!seen || !back) throw new Error("no sheet");
  return { seen, back };
}

async function cell(content: Partial<BookCell>): Promise<Cell> {
  const { seen } = await written({ cells: [{ row: 0, column: 0, value: 1, ...content }] });
  return seen.getCell("A1");
}

describe("number formats", () => {
  // Numbers 0 to 49 stand for formats of Excel's own; all others are written out.
  test.each([
    ["mm:ss.0", 0.5],
    ["mmss.0", 0.5],
    ["m/d/yyyy", 46355],
    ["#,##0.00", 1],
    ["0.00%", 1],
    ['_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)', 1],
    ['[Red]"<x> & y"0.0;-0.0', 1],
    ["@", "0123"],
  ])("%s comes back as it was", async (format, value) => {
    const { back } = await written({ cells: [{ row: 0, column: 0, value, format }] });
    expect(back.cells).toEqual([{ row: 0, column: 0, value, format }]);
  });

  test("a format without a colon isn't taken for the one with it", async () => {
    expect((await cell({ format: "mmss.0" })).numFmt).toBe("mmss.0");
    expect((await cell({ format: "0.0%" })).numFmt).toBe("0.0%");
  });
});

test("fonts, fills, lines and alignment", async () => {
  const seen = await cell({
    style: {
      bold: true,
      italic: true,
      underline: true,
      strikethrough: true,
      size: 14,
      font: "Georgia",
      ink: "#0B6E85",
      fill: "#FFF9E5",
      across: "right",
      down: "middle",
      wrap: true,
      lines: { top: { ink: "#123456", weight: "thin" }, left: { ink: "#000000", weight: "medium" } },
    },
  });
  expect(seen.font).toEqual({
    bold: true,
    italic: true,
    strike: true,
    underline: true,
    size: 14,
    name: "Georgia",
    color: { argb: "FF0B6E85" },
  });
  expect(seen.fill).toMatchObject({ type: "pattern", pattern: "solid", fgColor: { argb: "FFFFF9E5" } });
  expect(seen.alignment).toEqual({ horizontal: "right", vertical: "middle", wrapText: true });
  expect(seen.border).toEqual({
    top: { style: "thin", color: { argb: "FF123456" } },
    left: { style: "medium", color: { argb: "FF000000" } },
  });
});

test("a style that says nothing of its font has the theme's", async () => {
  const seen = await cell({ style: { bold: true } });
  expect(seen.font).toEqual({ bold: true, size: 11, name: "Calibri", family: 2, scheme: "minor", color: { theme: 1 } });
});

test("cells of one look share it", async () => {
  const cells = Array.from({ length: 300 }, (_, row): BookCell => ({
    row,
    column: 0,
    value: row,
    style: { bold: row % 2 === 0, size: 12 },
  }));
  const { back } = await written({ cells });
  expect(back.cells.map(({ style }) => style)).toEqual(
    cells.map(({ row }) => (row % 2 === 0 ? { bold: true, size: 12 } : { size: 12 })),
  );
});

describe("sizes", () => {
  test("a hidden column of no width stays so, and those beside it are said once", async () => {
    const widths = [
      { column: 1, characters: 0, hidden: true },
      { column: 2, characters: 20 },
      { column: 3, characters: 20 },
      { column: 9, characters: 300 },
    ];
    const { seen, back } = await written({ widths });
    expect(back.widths).toEqual([...widths.slice(0, 3), { column: 9, characters: 254 }]);
    expect(seen.getColumn(2).hidden).toBe(true);
    expect(seen.getColumn(3).width).toBeCloseTo(20.71, 2);
    expect(seen.getColumn(4).width).toBeCloseTo(20.71, 2);
  });

  test("rows without cells, hidden ones and the highest there are", async () => {
    const heights = [
      { row: 2, points: 0, hidden: true },
      { row: 7, points: 33.75 },
      { row: 8, points: 500 },
    ];
    const { seen, back } = await written({ heights, cells: [{ row: 4, column: 0, value: 1 }] });
    expect(back.heights).toEqual([...heights.slice(0, 2), { row: 8, points: 409.5 }]);
    expect(seen.getRow(3).hidden).toBe(true);
    expect(seen.getRow(8).height).toBe(33.75);
  });
});

describe("page set-up", () => {
  test("everything that a sheet says of its printing", async () => {
    const at = (row: number, column: number) => ({ sheet: "Data", row, column, height: 3, width: 2 });
    const print: Sheet["print"] = {
      orientation: "landscape",
      areas: [at(0, 0), at(9, 5)],
      paper: 9,
      pagesWide: 2,
      pagesTall: anyPages,
      breaks: [5, 20],
      repeat: { from: 0, to: 1 },
      repeatColumns: { from: 0, to: 2 },
      margins: { left: 1, right: 1, top: 1.5, bottom: 1.25, header: 0.5, footer: 0.25 },
      header: "&LPlan &D&R&A",
      footer: pageFooter("R&D"),
      options: ["centered across", "gridlines"],
    };
    const { seen, back } = await written({ print });
    expect(back.print).toEqual(print);
    expect(seen.pageSetup).toMatchObject({
      orientation: "landscape",
      paperSize: 9,
      fitToPage: true,
      fitToWidth: 2,
      fitToHeight: 0,
      printTitlesRow: "1:2",
      printTitlesColumn: "A:C",
      horizontalCentered: true,
      showGridLines: true,
      margins: { left: 1, right: 1, top: 1.5, bottom: 1.25, header: 0.5, footer: 0.25 },
    });
    expect(seen.headerFooter).toMatchObject({ oddHeader: "&LPlan &D&R&A", oddFooter: "&CR&&D&RPage &P of &N" });
  });

  test("a size in percent is fitted to nothing", async () => {
    const print: Sheet["print"] = {
      orientation: "portrait",
      areas: [],
      pagesTall: anyPages,
      percent: 85,
      columnBreaks: [4],
    };
    const { seen, back } = await written({ print });
    expect(back.print).toEqual(print);
    expect(seen.pageSetup).toMatchObject({ scale: 85, fitToPage: false });
  });

  test("a footer is as long as Excel takes it, with its page number whole", async () => {
    const footer = pageFooter("&".repeat(400));
    expect(footer).toHaveLength(255);
    const { seen, back } = await written({ print: { orientation: "portrait", areas: [], pagesTall: 1, footer } });
    expect(back.print?.footer).toBe(footer);
    expect(seen.headerFooter.oddFooter?.endsWith("&RPage &P of &N")).toBe(true);
    expect(pageFooter(`${"x".repeat(237)}\u{1F600}`)).toBe(`&C${"x".repeat(237)}&RPage &P of &N`);
  });
});

test("rows and columns in sight: the pane that scrolls begins behind them", async () => {
  const { seen } = await written({ frozen: { rows: 2, columns: 1 } });
  expect(seen.views[0]).toMatchObject({ state: "frozen", xSplit: 1, ySplit: 2, topLeftCell: "B3" });
});
