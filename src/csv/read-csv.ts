import { parse } from "papaparse";

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

/**
 * Reads a text as a table. Which character stands between cells is told by the table itself, the lines of one width that
 * hold most cells: brokers put prose above and below it, whose commas say nothing. Rows are as wide as the widest, short
 * ones filled with "". Throws `RangeError` for a table of more than twenty million cells.
 */
export function readCsv(text: string): CsvTable {
  const parsed = DELIMITERS.flatMap((delimiter) => (text.includes(delimiter) ? [parsedBy(delimiter, text)] : []));
  const [first = parsedBy(",", text), ...others] = parsed;
  const { delimiter, rows } =
    parsed.find(({ isThroughout }) => isThroughout) ??
    others.reduce((most, each) => (each.cells > most.cells ? each : most), first);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  // One line of a hundred thousand cells would make as many of each other line.
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

function parsedBy(delimiter: string, text: string): Parsed {
  const { data } = parse<string[]>(withoutMark(text), { delimiter, skipEmptyLines: false });
  // A line end at the end of a file begins no line.
  const rows = data.at(-1)?.every((cell) => cell === "") === true ? data.slice(0, -1) : data;
  const lines = new Map<number, number>();
  for (const { length } of rows) if (length > 1) lines.set(length, (lines.get(length) ?? 0) + 1);
  const [width, count] = [...lines].reduce(
    (most, line) => (line[0] * line[1] > most[0] * most[1] ? line : most),
    [0, 0],
  );
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== "")).length;
  return { delimiter, rows, cells: width * count, isThroughout: width > 1 && 2 * count >= filled };
}

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
