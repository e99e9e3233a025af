import { within, type Book } from "../../src/sheets";
import { UnreadableWorkbook, UnwritableWorkbook, readBook, writeBook } from "../../src/xlsx";
import { comparable } from "../xlsx/sample-book";

/** A sentence for a person: it begins with a capital letter or a quotation, and ends. */
const SENTENCE = /^[\p{Lu}“'0-9][\s\S]*[.?!…]$/u;
const UNSAID = /\[object|undefined|\bNaN\b|\bnull\b|TypeError|RangeError|is not a function/;

/**
 * Opens a file, saves it, and opens what was saved. Returns what is wrong, or nothing: a file opens and comes back equal
 * from being saved, or is refused in words; what is left out is said in words.
 */
export async function wrongWith(bytes: Uint8Array): Promise<string | undefined> {
  try {
    const first = await readBook(bytes);
    const unsaid = first.leftOut.find((sentence) => !isSaid(sentence));
    if (unsaid !== undefined) return `it says: ${unsaid.slice(0, 300)}`;
    const saved = await writeBook(first.book);
    const second = await readBook(saved);
    const [one, other] = [content(first.book), content(second.book)];
    if (one !== other) return `it came back otherwise: ${firstDifference(one, other)}`;
    return second.leftOut.length === 0 ? undefined : `saved, it loses: ${String(second.leftOut[0])}`;
  } catch (problem) {
    const refused = problem instanceof UnreadableWorkbook || problem instanceof UnwritableWorkbook;
    if (!refused) return `threw ${String(problem).slice(0, 300)}`;
    // A fault of the reader's own is caught and refused in words, too; here it is a finding.
    if (problem.cause !== undefined)
      return `its words hide ${problem.cause instanceof Error ? String(problem.cause).slice(0, 300) : "a fault"}`;
    return isSaid(problem.message) ? undefined : `it says: ${problem.message.slice(0, 300)}`;
  }
}

/**
 * What a person would miss: everything but looks, and but the headings of tables, which become what Excel asks for
 * (texts, none blank, no two alike, up to 255 letters).
 */
function content(book: Book): string {
  const { sheets, names } = comparable(book);
  return JSON.stringify({
    names,
    sheets: sheets.map(({ name, hidden, cells, tables, merged, flags, validations, charts }) => ({
      ...{ name, hidden, merged, flags, validations, charts },
      tables: tables.map(({ name: table, block }) => [table, block]),
      cells: cells
        .filter(
          ({ row, column }) =>
            !tables.some(({ block }) => within(block, { sheet: name, row, column }) && row === block.row),
        )
        .map(({ row, column, value, formula }) => [row, column, value, formula]),
    })),
  });
}

const isSaid = (sentence: string): boolean =>
  SENTENCE.test(sentence) && !UNSAID.test(sentence) && sentence.length < 600;

function firstDifference(one: string, other: string): string {
  let at = 0;
  while (one[at] === other[at]) at += 1;
  return `${one.slice(Math.max(0, at - 80), at + 60)} became ${other.slice(Math.max(0, at - 80), at + 60)}`;
}
