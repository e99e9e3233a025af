import { parse, Parser, type ParseResult } from "papaparse";

/** What stands before the decimals of a number. */
export type DecimalMark = "." | ",";

/** A text file as cells. */
export interface CsvTable {
  /** A row a line, blank lines among them; every cell a text as the file has it, without the quotes around it. */
  readonly rows: readonly (readonly string[])[];
  /** Which character stands between the cells. */
  readonly delimiter: string;
  /** The decimal mark, where the file tells it: with semicolons between cells, commas in numbers are decimal ones. */
  readonly mark?: DecimalMark;
}

/** In this order: commas stand in numbers and names too, so a file that has tabs or semicolons throughout means those. */
const DELIMITERS = ["\t", ";", "|", ","] as const;

/** As many cells as a table may have, blank ones counted: each takes memory. */
const mostCells = 20_000_000;

/** As many rows and columns as a sheet has in Excel. */
const sheetEnd = { rows: 1_048_576, columns: 16_384 };

/** A table that has more rows or columns than a sheet: nothing that people work with comes near it. */
export class LargerThanASheet extends RangeError {
  override readonly name = "LargerThanASheet";
}

/** Reads a text as a table, as `csvInPieces` does, at one go. */
export function readCsv(text: string): CsvTable {
  const reading = csvInPieces(text);
  for (;;) {
    const step = reading.next();
    if (step.done === true) return step.value;
  }
}

/**
 * Reads a text as a table. Which character stands between cells is told by the table itself, the lines of one width that
 * hold most cells: brokers put prose above and below it, whose commas say nothing. Rows are as wide as the widest, short
 * ones filled with "". Throws `RangeError` for a table of more than twenty million cells, and `LargerThanASheet`. It comes
 * about in pieces of so many letters, so that a page can answer in between.
 */
export function* csvInPieces(text: string, piece = 2_000_000): Generator<undefined, CsvTable> {
  refuseEndless(text);
  const parsed: Parsed[] = [];
  for (const delimiter of DELIMITERS)
    if (text.includes(delimiter)) parsed.push(yield* parsedBy(delimiter, text, piece));
  const [first = yield* parsedBy(",", text, piece), ...others] = parsed;
  const { delimiter, rows } =
    parsed.find(({ isThroughout }) => isThroughout) ??
    others.reduce((most, each) => (each.cells > most.cells ? each : most), first);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  // One line of a hundred thousand cells would make as many of each other line.
  if (width > sheetEnd.columns) throw new LargerThanASheet(`A table of ${width} columns is wider than a sheet.`);
  if (width * rows.length > mostCells) throw new RangeError(`A table of ${rows.length} × ${width} cells is too large.`);
  const filled = rows.map((row) =>
    row.length < width ? [...row, ...Array<string>(width - row.length).fill("")] : row,
  );
  const mark = delimiter === ";" ? markIn(rows) : undefined;
  return { rows: filled, delimiter, ...(mark && { mark }) };
}

interface Parsed {
  readonly delimiter: string;
  readonly rows: readonly (readonly string[])[];
  /** How many cells the lines of the commonest width hold, that width being at least 2. */
  readonly cells: number;
  /** Whether those are at least half of the lines that aren't blank. */
  readonly isThroughout: boolean;
}

/** Twice as many letters as a cell can hold: what has as many marks between cells in one line is no table. */
const mostInALine = 65_536;

/** Throws for a text whose lines are too many, or hold too many cells, to be a sheet: taken apart they would fill the memory. */
function refuseEndless(text: string): void {
  for (let from = 0; from < text.length;) {
    const end = text.indexOf("\n", from);
    const to = end < 0 ? text.length : end;
    if (to - from > mostInALine) refuseEndlessLine(text.slice(from, to));
    from = to + 1;
  }
}

function refuseEndlessLine(line: string): void {
  for (const delimiter of DELIMITERS) {
    let found = 0;
    for (let at = line.indexOf(delimiter); at >= 0; at = line.indexOf(delimiter, at + 1)) {
      found += 1;
      if (found > mostInALine) throw new LargerThanASheet("A line has more cells than a sheet has columns.");
    }
  }
}

/** The lines of a text, each as its cells. A line end at the end of a file begins none. */
function* linesOf(
  text: string,
  delimiter: string,
  piece: number,
): Generator<undefined, readonly (readonly string[])[]> {
  // Told by the first megabyte.
  const newline = parse(text.slice(0, 2 ** 20), { delimiter, preview: 1 }).meta.linebreak as "\n";
  const parser = new Parser({ delimiter, newline });
  const rows: string[][] = [];
  let letters = piece;
  for (let from = 0; from < text.length;) {
    const to = Math.min(from + letters, text.length);
    const { data, meta } = parser.parse(text.slice(from, to), 0, to < text.length) as ParseResult<string[]>;
    for (const row of data) rows.push(row);
    if (rows.length > sheetEnd.rows + 1) throw new LargerThanASheet("There are more lines than a sheet has rows.");
    // What is left of a line is taken once more, with what follows.
    letters = meta.cursor === 0 ? 2 * letters : piece;
    from = to < text.length ? from + meta.cursor : to;
    yield;
  }
  return rows.at(-1)?.every((cell) => cell === "") === true ? rows.slice(0, -1) : rows;
}

function* parsedBy(delimiter: string, text: string, piece: number): Generator<undefined, Parsed> {
  const rows = yield* linesOf(withoutMark(text), delimiter, piece);
  const lines = new Map<number, number>();
  let filled = 0;
  for (const [at, row] of rows.entries()) {
    if (at % many === 0) yield;
    if (row.length > 1) lines.set(row.length, (lines.get(row.length) ?? 0) + 1);
    if (row.some((cell) => cell.trim() !== "")) filled += 1;
  }
  const [width, count] = [...lines].reduce(
    (most, line) => (line[0] * line[1] > most[0] * most[1] ? line : most),
    [0, 0],
  );
  return { delimiter, rows, cells: width * count, isThroughout: width > 1 && 2 * count >= filled };
}

/** Between so many lines a page may answer. */
const many = 50_000;

function withoutMark(text: string): string {
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}

/** A number whose comma can't part thousands: `12,5`, `1.234,56`. */
const DECIMAL_COMMA = /^[^\d]*\d+(\.\d{3})*,(\d{1,2}|\d{4,})[^\d,]*$/;
const DECIMAL_POINT = /^[^\d]*\d+(,\d{3})*\.(\d{1,2}|\d{4,})[^\d.]*$/;

function markIn(rows: CsvTable["rows"]): DecimalMark | undefined {
  const has = (pattern: RegExp): boolean => rows.some((row) => row.some((cell) => pattern.test(cell.trim())));
  const comma = has(DECIMAL_COMMA);
  const point = has(DECIMAL_POINT);
  return comma === point ? undefined : comma ? "," : ".";
}
