import { cellsAround, withHoldings, type Source, type Whereabouts } from "../../../lists";
import { WorkbookFailure, type CellValue, type Workbook } from "../../../workbook";
import { address, type Book, type Sheet } from "../../../sheets";
import type { FileTrouble } from "./bring-in-words";

/** A file that was read, or why it wasn't. */
export type Opened = { readonly sources: readonly Source[] } | { readonly file: string; readonly trouble: FileTrouble };

/** No broker's export comes near it; a page stands still over larger ones. */
const MOST_BYTES = 50_000_000;

/** Reads a file that was chosen or dropped. Text files and workbooks need code of their own, loaded when the first one comes. */
export async function openFile(file: File, today: number): Promise<Opened> {
  const { name, size } = file;
  if (size === 0) return { file: name, trouble: "empty" };
  if (size > MOST_BYTES) return { file: name, trouble: "too large" };
  if (/\.(xls|numbers|ods|pdf|docx?)$/i.test(name)) return { file: name, trouble: "another kind" };
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
    if (isZip || /\.xls[xm]$/i.test(name)) {
      const { readBook } = await import("../../../xlsx");
      return { sources: sourcesOf(name, (await readBook(bytes)).book, today) };
    }
    const { readCsv, textOf } = await import("../../../csv");
    const text = textOf(bytes);
    // A picture or a program isn't text.
    if (text.includes("\0")) return { file: name, trouble: "another kind" };
    const { rows, mark } = readCsv(text);
    return { sources: [{ key: newKey(), name, from: "file", cells: rows, ...(mark && { mark }) }] };
  } catch {
    return { file: name, trouble: "unreadable" };
  }
}

/** Cells that were pasted as text, tabs between them. */
export async function openText(text: string, name: string): Promise<Source> {
  const { readCsv } = await import("../../../csv");
  const { rows, mark } = readCsv(text);
  return { key: newKey(), name, from: "pasted", cells: rows, ...(mark && { mark }) };
}

/** A list of the workbook, with what is written above and below it. Throws if it is gone. */
export async function sourceOfList(workbook: Workbook, list: Whereabouts): Promise<Source> {
  const name = list.table ?? address(list.block);
  const cells = await cellsAround(workbook, list);
  if (!cells) throw new WorkbookFailure(`There is no list in ${name} anymore.`, "lost");
  return { key: newKey(), name, from: "workbook", cells };
}

let keys = 0;
function newKey(): string {
  keys += 1;
  return String(keys);
}

/** The sheets of a workbook that hold holdings; where none does, its first sheet with cells, to say why. */
function sourcesOf(file: string, { sheets }: Book, today: number): readonly Source[] {
  const filled = sheets.filter(({ cells, hidden }) => cells.length > 0 && hidden !== true);
  const all = filled.map((sheet): Source => ({
    key: newKey(),
    name: filled.length === 1 ? file : `${file}, ${sheet.name}`,
    from: "file",
    cells: cellsOf(sheet),
  }));
  const held = withHoldings(all, today);
  return held.length > 0 ? held : all.slice(0, 1);
}

/** A sheet's cells as a rectangle. An error shows as its text. */
function cellsOf({ cells }: Sheet): readonly (readonly CellValue[])[] {
  const height = cells.reduce((most, { row }) => Math.max(most, row + 1), 0);
  const width = cells.reduce((most, { column }) => Math.max(most, column + 1), 0);
  const rows = Array.from({ length: height }, () => new Array<CellValue>(width).fill(""));
  for (const { row, column, value } of cells) {
    const line = rows[row];
    if (line) line[column] = typeof value === "object" ? value.error : value;
  }
  return rows;
}
