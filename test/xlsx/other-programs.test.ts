import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { strFromU8, unzipSync } from "fflate";
import { Workbook, type Cell, type Worksheet } from "exceljs";
import { readBook, writeBook } from "../../src/xlsx";
import { exceljsBook } from "./exceljs-books";

// Workbooks of other programs are opened, saved and opened again: the book is the same, and so is what a second reader
// finds in the file that the program wrote and in ours.

const folder = join(__dirname, "fixtures");
/** Files with tables and charts whose addresses begin with /, which exceljs can't follow: it takes them once we wrote them. */
const refused = ["openpyxl-1.xlsx", "openpyxl-8.xlsx", "openpyxl-52.xlsx"];

async function bothWays(bytes: Uint8Array, byExceljs: "taken" | "refused" = "taken"): Promise<void> {
  const { book } = await readBook(bytes);
  const saved = await writeBook(book);
  const again = await readBook(saved);
  expect(again.book).toEqual(book);
  // What is left out was said when the file was opened: nothing more is lost by saving.
  expect(again.leftOut).toEqual([]);
  const after = await opened(saved);
  if (byExceljs === "refused") {
    // One that exceljs takes one day belongs among the others.
    await expect(opened(bytes)).rejects.toThrow();
    return;
  }
  const before = await opened(bytes);
  const kept = before.worksheets.filter(({ name }) => book.sheets.some((sheet) => sheet.name === name));
  const from1904 = /date1904="(?:1|true)"/.test(strFromU8(unzipSync(bytes)["xl/workbook.xml"] ?? new Uint8Array()));
  expect(kept.map((sheet) => seenIn(after.getWorksheet(sheet.name), from1904))).toEqual(
    kept.map((sheet) => seenIn(sheet, from1904)),
  );
}

async function opened(bytes: Uint8Array): Promise<Workbook> {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  return workbook;
}

/** What exceljs finds in a sheet: contents, formats, fonts, fills, alignment, merged cells, sizes, rows in sight. */
function seenIn(sheet: Worksheet | undefined, from1904: boolean): unknown {
  if (!sheet) return undefined;
  const cells: Record<string, unknown> = {};
  const headings = tableHeadings(sheet);
  sheet.eachRow((row) =>
    row.eachCell((cell) => {
      if (cell.isMerged && cell.master !== cell) return;
      const content = contentOf(cell, from1904);
      if (content === "" && !cell.formula) return;
      cells[cell.address] = {
        content,
        ...(cell.formula ? { formula: cell.formula } : {}),
        format: formatOf(cell),
        // Headings of tables in Keel's look have its colours.
        ...(headings.has(cell.address) ? {} : { font: fontOf(cell), fill: fillOf(cell) }),
        across: acrossOf(cell),
        wrap: wrapsIn(cell),
      };
    }),
  );
  const [view] = (sheet.views as Worksheet["views"] | null) ?? [];
  return {
    cells,
    merged: [...sheet.model.merges].sort(),
    hidden: Array.from({ length: 12 }, (_, index) => sheet.getColumn(index + 1).hidden),
    state: sheet.state === "visible",
    frozen: view?.state === "frozen" ? [view.xSplit ?? 0, view.ySplit ?? 0] : [],
  };
}

function tableHeadings(sheet: Worksheet): ReadonlySet<string> {
  const tables = Object.values((sheet as unknown as { tables: object }).tables) as { table: { tableRef: string } }[];
  return new Set(
    tables.flatMap(({ table: { tableRef } }) => {
      const [, from = "A", row = "1", to = from] = /^([A-Z]+)(\d+):([A-Z]+)/.exec(tableRef) ?? [];
      const [first, last] = [sheet.getColumn(from).number, sheet.getColumn(to).number];
      return Array.from({ length: last - first + 1 }, (_, index) => sheet.getCell(Number(row), first + index).address);
    }),
  );
}

function contentOf(cell: Cell, from1904: boolean): unknown {
  const { value } = cell;
  const shown = value !== null && typeof value === "object" && "result" in value ? (value.result ?? "") : value;
  if (shown instanceof Date) {
    // exceljs takes times and durations for days, which those of such a workbook don't move with.
    return from1904 ? "a day or a time" : shown.toISOString();
  }
  if (shown === null || shown === undefined) return "";
  if (typeof shown !== "object") return shown;
  if ("error" in shown) return shown;
  return cell.text;
}

function formatOf({ numFmt = "" }: Partial<Pick<Cell, "numFmt">>): string {
  // What exceljs calls formats that files name by number, and what Excel shows for them.
  return ({ "mm-dd-yy": "m/d/yyyy", "mmss.0": "mm:ss.0", General: "" } as Record<string, string>)[numFmt] ?? numFmt;
}

function fontOf({ font }: Partial<Pick<Cell, "font">>): unknown {
  // Not whether it is struck through: exceljs takes `<strike val="0"/>` for yes.
  const { bold, italic, underline, size, name } = font ?? {};
  return [
    bold === true,
    italic === true,
    underline !== undefined && underline !== "none",
    size ?? 11,
    name ?? "Calibri",
  ];
}

function acrossOf({ alignment }: Partial<Pick<Cell, "alignment">>): string | undefined {
  const across: string | undefined = alignment?.horizontal;
  return across === "general" ? undefined : across;
}

function wrapsIn({ alignment }: Partial<Pick<Cell, "alignment">>): boolean {
  return alignment?.wrapText === true;
}

function fillOf({ fill }: Partial<Pick<Cell, "fill">>): string | undefined {
  return fill?.type === "pattern" && fill.pattern === "solid" ? fill.fgColor?.argb?.slice(-6) : undefined;
}

describe("written by exceljs", () => {
  test.each(Array.from({ length: 12 }, (_, index) => index + 1))(
    "workbook %i",
    async (seed) => {
      await bothWays(await exceljsBook(seed));
    },
    30_000,
  );
});

describe("written by LibreOffice and openpyxl", () => {
  test.each(readdirSync(folder).filter((name) => name.endsWith(".xlsx")))(
    "%s",
    async (name) => {
      await bothWays(new Uint8Array(readFileSync(join(folder, name))), refused.includes(name) ? "refused" : "taken");
    },
    30_000,
  );
});
