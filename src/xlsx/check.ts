import { overlap, type Book } from "../sheets";
import { UnwritableWorkbook } from "./errors";
import { isName, isSheetName } from "./names";

const rows = 1_048_576;
const columns = 16_384;

/** Refuses what makes Excel call a file damaged. */
export function check(book: Book): void {
  if (!book.sheets.some((sheet) => !sheet.hidden)) {
    throw new UnwritableWorkbook("A workbook needs at least one sheet that isn’t hidden.");
  }
  const sheets = new Set<string>();
  for (const { name, cells, tables } of book.sheets) {
    if (!isSheetName(name)) {
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
