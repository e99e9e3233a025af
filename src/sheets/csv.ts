/** A cell of rows that leave the workbook as text: a number or a text, "" for empty. */
export type TextCell = number | string;

/**
 * Text that a spreadsheet would take for a formula, or that hides one: it begins with = + - or @ (their full-width
 * forms too), after white space or not, or with a tab or a line break. Apostrophes before it are those that
 * `withoutFormula` puts there.
 * Source: OWASP, "CSV Injection".
 */
const formulaLike = /^'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u;

/**
 * Makes a text harmless in a spreadsheet: what looks like a formula gets an apostrophe before it, which spreadsheets
 * read as "this is text". Taking one apostrophe away from such a text gives it back.
 */
function withoutFormula(text: string): string {
  return formulaLike.test(text) ? `'${text}` : text;
}

/**
 * Writes rows as CSV after RFC 4180: commas, line ends of carriage return and line feed, quotes around what needs them.
 * Rows that are shorter than the longest are filled up, because every record has the same number of fields. Numbers
 * stay numbers, with a point; texts that look like a formula are made harmless.
 */
export function commaSeparated(rows: readonly (readonly TextCell[])[]): string {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return rows
    .map((row) => `${Array.from({ length: width }, (_, column) => field(row[column] ?? "")).join(",")}\r\n`)
    .join("");
}

/**
 * Writes rows with tabs between cells, as a spreadsheet or a table takes them from the clipboard. A tab or a line break
 * within a text becomes a space. Numbers stay numbers; texts that look like a formula are made harmless.
 */
export function tabSeparated(rows: readonly (readonly TextCell[])[]): string {
  return rows.map((row) => row.map((cell) => plain(cell).replace(/[\t\r\n]+/g, " ")).join("\t")).join("\n");
}

function field(cell: TextCell): string {
  const text = plain(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function plain(cell: TextCell): string {
  return typeof cell === "number" ? String(cell) : withoutFormula(cell);
}
