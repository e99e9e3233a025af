import { overlap, type Book, type BookCell, type Sheet } from "../sheets";
import { UnwritableWorkbook } from "./errors";
import { isName } from "./names";
import { patch, type WriteOptions } from "./patch";
import { headingStyle, headingsOf } from "./table-parts";
import { listsOf } from "./validation-parts";
import { writeCells } from "./write-cells";

/**
 * Writes a book as an .xlsx file. The same book gives the same bytes.
 * Rejects with `UnwritableWorkbook`, whose message is a sentence for the user, if Excel would refuse the file.
 *
 * A formula that Excel can't read is written as the text that was typed. A table's header is made what Excel asks for:
 * texts, none blank, no two alike. Text is cut at 32,767 letters, all that a cell holds.
 */
export async function writeBook(book: Book, options: WriteOptions = {}): Promise<Uint8Array> {
  check(book);
  const lists = listsOf(book);
  const ready: Book = { ...book, sheets: [...book.sheets.map(withHeadings), ...(lists ? [lists] : [])] };
  const { bytes, marks } = await writeCells(ready);
  return patch(bytes, ready, marks, options);
}

/** The sheet with headings that Excel takes over its tables' columns. */
function withHeadings(sheet: Sheet): Sheet {
  const headings = new Map(
    sheet.tables
      .flatMap((table) => headingsOf(table, sheet))
      .map((heading) => [`${heading.row} ${heading.column}`, heading]),
  );
  if (headings.size === 0) return sheet;
  const cells = sheet.cells.map((cell): BookCell => {
    const heading = headings.get(`${cell.row} ${cell.column}`);
    headings.delete(`${cell.row} ${cell.column}`);
    if (!heading) return cell;
    const { row, column, format, style } = cell;
    return {
      row,
      column,
      value: heading.text,
      ...(format === undefined ? {} : { format }),
      style: headingStyle(style),
    };
  });
  const missing = [...headings.values()].map(({ row, column, text }) => ({
    row,
    column,
    value: text,
    style: headingStyle(),
  }));
  return { ...sheet, cells: [...cells, ...missing] };
}

const rows = 1_048_576;
const columns = 16_384;

/** Refuses what makes Excel call a file damaged. */
function check(book: Book): void {
  if (!book.sheets.some((sheet) => !sheet.hidden)) {
    throw new UnwritableWorkbook("A workbook needs at least one sheet that isn’t hidden.");
  }
  const sheets = new Set<string>();
  for (const { name, cells, tables } of book.sheets) {
    if (name.length > 31 || !/^(?!')[^:\\/?*[\]\p{Cc}]+(?<!')$/u.test(name) || /^history$/i.test(name)) {
      throw new UnwritableWorkbook(
        `Excel doesn’t take "${name}" as the name of a sheet. Use at most 31 characters, without : \\ / ? * [ or ], and not History.`,
      );
    }
    if (sheets.has(name.toLowerCase())) {
      throw new UnwritableWorkbook(`Two sheets are called "${name}". Give one of them another name.`);
    }
    sheets.add(name.toLowerCase());
    if (cells.some(({ row, column }) => row >= rows || column >= columns)) {
      throw new UnwritableWorkbook(`The sheet "${name}" is larger than Excel allows.`);
    }
    tables.forEach((table, index) => {
      const other = tables.slice(index + 1).find(({ block }) => overlap(block, table.block));
      if (other)
        throw new UnwritableWorkbook(`The tables "${table.name}" and "${other.name}" share cells. Move one of them.`);
    });
  }
  const names = new Set<string>();
  for (const { name } of [...book.names, ...book.sheets.flatMap((sheet) => sheet.tables)]) {
    if (!isName(name)) {
      throw new UnwritableWorkbook(
        `Excel doesn’t take "${name}" as a name. Begin with a letter, use letters, digits and _ only, and nothing that looks like a cell.`,
      );
    }
    if (names.has(name.toLowerCase())) {
      throw new UnwritableWorkbook(`Two things are called "${name}". Give one of them another name.`);
    }
    names.add(name.toLowerCase());
  }
}
