import { csvInPieces, decimalMarkFor, LargerThanASheet, textOf, typedCell, type CsvTable } from "../csv";
import { blankSheet, type BookCell } from "../sheets";
import { Room, UnreadableWorkbook, usableSheetName, type ReadBook } from "../xlsx";
import { withoutEnding } from "./text-files";

/** No table that people work with comes near it; the page stands still while a text is taken apart. */
const mostBytes = 50_000_000;

const words = {
  empty: "There is nothing in it. Download it again, or choose another file.",
  tooLarge: "It is larger than 50 MB. Open it in Excel, save the rows that you need, and open those.",
  noText: "It is no text, although its name says so. Open it in the program that made it and save it as .csv or .xlsx.",
  noRoom:
    "It has more rows or columns than a sheet can hold. Open it in a program for tables, save the rows that you need, and open those.",
} as const;

/** After so many cells the making may pause. */
const piece = 2_000;

/**
 * Makes a book of one sheet of a text file: cells as a spreadsheet takes them in, columns as wide as what they show, and the
 * sheet called after the file. Throws `UnreadableWorkbook`, whose message is a sentence for the user. It comes about in
 * small pieces, so that the page can answer.
 */
export function* bookFromText(
  bytes: Uint8Array,
  fileName: string,
  progress: (cells: number) => void,
): Generator<undefined, ReadBook> {
  if (bytes.length > mostBytes) throw new UnreadableWorkbook(words.tooLarge);
  const text = textOf(bytes);
  // A picture or a program isn't text.
  if (text.includes("\0")) throw new UnreadableWorkbook(words.noText);
  const table = yield* tableIn(text);
  const mark = decimalMarkFor(table);
  const { rows } = table;
  const leftOut = new Set<string>();
  const room = new Room((sentence) => void leftOut.add(sentence), progress);
  const cells: BookCell[] = [];
  const widths = new Widths();
  let passed = 0;
  for (const [row, texts] of rows.entries()) {
    const filled: BookCell[] = [];
    for (const [column, each] of texts.entries()) {
      passed += 1;
      if (passed % piece === 0) yield;
      if (each === "") continue;
      room.cell();
      const { value, format } = typedCell(each, mark);
      filled.push({
        row,
        column,
        value: typeof value === "string" ? room.text(value) : value,
        ...(format !== undefined && { format }),
      });
    }
    widths.fit(filled, texts);
    for (const cell of filled) cells.push(cell);
  }
  if (cells.length === 0) throw new UnreadableWorkbook(words.empty);
  const name = usableSheetName(withoutEnding(fileName), 0);
  return {
    book: { sheets: [{ ...blankSheet, name, cells, widths: widths.list() }], names: [] },
    leftOut: [...leftOut],
    drawn: [],
  };
}

function* tableIn(text: string): Generator<undefined, CsvTable> {
  try {
    return yield* csvInPieces(text);
  } catch (failure) {
    throw failure instanceof LargerThanASheet ? new UnreadableWorkbook(words.noRoom) : failure;
  }
}

/** How wide columns have to be, in characters. */
class Widths {
  readonly #widest: number[] = [];

  /** Makes columns as wide as a row's cells. What stands alone in its row runs over the cells at its right, as a title does. */
  fit(filled: readonly BookCell[], texts: readonly string[]): void {
    if (filled.length < 2 && texts.length > 1) return;
    for (const { column, value, format } of filled) {
      const written = (texts[column] ?? "").trim();
      // The longest line of several decides. Figures under a format get their thousands parted, and cents.
      const shown =
        typeof value === "number" && format !== undefined
          ? written.length + 2 + Math.floor(Math.log10(Math.abs(value) + 1) / 3)
          : written.split("\n").reduce((most, line) => Math.max(most, line.length), 0);
      this.#widest[column] = Math.max(this.#widest[column] ?? 0, shown);
    }
  }

  /**
   * Columns that need no more than the usual width keep it. Letters are wider than the digits that a width is counted in,
   * and fonts differ: a tenth is added.
   */
  list(): readonly { readonly column: number; readonly characters: number }[] {
    return this.#widest.flatMap((widest, column) =>
      widest > usual ? [{ column, characters: Math.ceil(Math.min(widest, most) * 1.1) + 1 }] : [],
    );
  }
}

/** As many characters as a column shows without being made wider, and as many as it is made wide for. */
const usual = 7;
const most = 44;
