import { Workbook } from "exceljs";
import { blankSheet, type Book, type BookCell } from "../../src/sheets";
import { readBook, writeBook } from "../../src/xlsx";
import { report } from "./timing";

const ROWS = 5_000;
const COLUMNS = 100;
const FORMAT = "#,##0.00";

/** A large sheet: a text in each tenth column, amounts in bold in the others. */
function largeBook(): Book {
  const cells = Array.from({ length: ROWS * COLUMNS }, (_, index): BookCell => {
    const place = { row: Math.floor(index / COLUMNS), column: index % COLUMNS };
    if (index % 10 === 0) return { ...place, value: `Fund ${index % 700}` };
    return { ...place, value: index + 0.5, format: FORMAT, style: { bold: true } };
  });
  return { sheets: [{ ...blankSheet, name: "Accounts", cells }], names: [] };
}

/** Writes the same cells with exceljs. */
async function writtenByExceljs({ sheets }: Book): Promise<Uint8Array> {
  const workbook = new Workbook();
  for (const { name, cells } of sheets) {
    const sheet = workbook.addWorksheet(name);
    for (const { row, column, value, format, style } of cells) {
      const cell = sheet.getCell(row + 1, column + 1);
      cell.value = value as string | number;
      if (format !== undefined) cell.style = { numFmt: format, font: { bold: style?.bold ?? false } };
    }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function readByExceljs(bytes: Uint8Array): Promise<Workbook> {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  return workbook;
}

async function timesOf(work: () => Promise<unknown>, runs: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = process.hrtime.bigint();
    await work();
    times.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  return times.sort((one, other) => one - other);
}

/** Measures writing and reading a large workbook against exceljs. */
export async function benchWorkbook(): Promise<void> {
  const book = largeBook();
  const bytes = await writeBook(book);
  for (const [what, ours, theirs] of [
    ["Writing", () => writeBook(book), () => writtenByExceljs(book)],
    ["Reading", () => readBook(bytes), () => readByExceljs(bytes)],
  ] as const) {
    report({
      what: `${what} a workbook of ${ROWS.toLocaleString("en-US")} × ${COLUMNS} cells`,
      ours: await timesOf(ours, 3),
      peer: "exceljs",
      theirs: await timesOf(theirs, 3),
    });
  }
}
