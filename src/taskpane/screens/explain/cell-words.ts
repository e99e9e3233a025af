/** The most cells that are shown of a range. */
const MOST = 6;

const numberFormat = new Intl.NumberFormat("en-US", { maximumFractionDigits: 6 });

/** Cells in a few words: their number, and the first ones as they are: `6 rows: 0.05, −0.02, …`. One cell is just itself. */
export function cellsInWords(cells: readonly (readonly unknown[])[]): string {
  const height = cells.length;
  const width = cells[0]?.length ?? 0;
  const all = cells.flat();
  if (all.length === 1) return cellInWords(all[0]);
  const size = width === 1 ? rows(height) : `${rows(height)} by ${width} ${width === 1 ? "column" : "columns"}`;
  // Of a table the first row is its headings, which tell more than its first cells.
  const shown = all.slice(0, Math.max(MOST, width)).map(cellInWords);
  return `${size}: ${shown.join(", ")}${all.length > shown.length ? ", …" : ""}`;
}

function rows(height: number): string {
  return `${height.toLocaleString("en-US")} ${height === 1 ? "row" : "rows"}`;
}

function cellInWords(cell: unknown): string {
  if (typeof cell === "number") return numberFormat.format(cell).replace("-", "−");
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if (typeof cell === "string") return cell === "" ? "empty" : cell;
  return errorIn(cell) ?? "an error";
}

/** The text of an error among an operation's arguments. */
function errorIn(cell: unknown): string | undefined {
  if (typeof cell !== "object" || cell === null || !("basicValue" in cell)) return undefined;
  return typeof cell.basicValue === "string" ? cell.basicValue : undefined;
}
