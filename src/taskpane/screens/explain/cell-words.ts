import { cardText, figureWords } from "../../../ranges";
import { dayInWords } from "../../standing/day";
import type { CellKind, CellKinds } from "../../../operations";
import { kindIn } from "./kinds";

/** The most cells that are shown of a range. */
const MOST = 6;

/** Cells in a few words: their number, and the first ones as they are: `6 rows: 5%, −2%, …`. One cell is just itself. */
export function cellsInWords(cells: readonly (readonly unknown[])[], kinds: CellKinds = "plain"): string {
  const height = cells.length;
  const width = cells[0]?.length ?? 0;
  const words = cells.flatMap((row, down) =>
    row.map((cell, across) => cellInWords(cell, kindIn(kinds, cells, down, across))),
  );
  if (words.length === 1) return words[0] ?? "";
  const size = width === 1 ? rows(height) : `${rows(height)} by ${width} ${width === 1 ? "column" : "columns"}`;
  // Of a table the first row is its headings, which tell more than its first cells.
  const shown = words.slice(0, Math.max(MOST, width));
  return `${size}: ${shown.join(", ")}${words.length > shown.length ? ", …" : ""}`;
}

/** One cell of many. */
export function oneInWords(
  cells: readonly (readonly unknown[])[],
  row: number,
  column: number,
  kinds: CellKinds = "plain",
): string {
  return cellInWords(cells[row]?.[column], kindIn(kinds, cells, row, column));
}

function rows(height: number): string {
  return `${height.toLocaleString("en-US")} ${height === 1 ? "row" : "rows"}`;
}

function cellInWords(cell: unknown, kind: CellKind): string {
  if (typeof cell === "number") return numberInWords(cell, kind);
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if (typeof cell === "string") return cell === "" ? "empty" : cell;
  return cardText(cell) ?? errorIn(cell) ?? "an error";
}

function numberInWords(number: number, kind: CellKind): string {
  switch (kind) {
    case "day":
      return dayInWords(number);
    default:
      return figureWords({ kind, number });
  }
}

/** The text of an error among an operation's arguments. */
function errorIn(cell: unknown): string | undefined {
  if (typeof cell !== "object" || cell === null || !("basicValue" in cell)) return undefined;
  return typeof cell.basicValue === "string" ? cell.basicValue : undefined;
}
