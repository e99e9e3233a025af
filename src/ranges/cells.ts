import { failed, type Problem, type Read } from "./problem";
import { succeeded } from "../engine";

/** A rectangle of cells as Excel hands it to a custom function: rows first, anything in a cell. */
export type Cells = readonly (readonly unknown[])[];

/** An argument of a custom function: one that was left out arrives as null. */
export type Argument = Cells | null | undefined;

/** The cell of an argument that is one cell; fails for a larger range. */
export function onlyCell(argument: string, cells: Cells): Read<unknown> {
  const height = cells.length;
  const width = cells[0]?.length ?? 0;
  return height === 1 && width === 1
    ? succeeded(cells[0]?.[0])
    : failed({ code: "not one cell", argument, height, width });
}

/**
 * What a card shows in its cell: `Vanguard Total Stock Market ETF (ARCX:VTI)` for one of Excel's Stocks. A card is a data
 * type with fields, and has no value of its own: Excel gives `#VALUE!` for it. Undefined for a cell that is no card.
 * Source: Microsoft, "Excel data types core concepts", entity values.
 */
export function cardText(cell: unknown): string | undefined {
  if (typeof cell !== "object" || cell === null || !("type" in cell) || !("text" in cell)) return undefined;
  const isCard = cell.type === "Entity" || cell.type === "LinkedEntity";
  return isCard && typeof cell.text === "string" ? cell.text : undefined;
}

/** A cell's value without Excel's wrapping: a formatted number is its number, a card its text. An error stays as it is. */
export function plainValue(cell: unknown): unknown {
  if (typeof cell !== "object" || cell === null) return cell;
  const card = cardText(cell);
  if (card !== undefined) return card;
  if (!("basicValue" in cell)) return cell;
  return "type" in cell && cell.type === "Error" ? cell : cell.basicValue;
}

/** Blank, as any of the hosts says it: desktop Excel hands an empty cell over as 0. */
export function isEmpty(cell: unknown): boolean {
  return cell === null || cell === undefined || cell === 0 || cell === "";
}

/** A cell of a result. A problem stands for an error in that one cell. "" shows as an empty cell. */
export type ResultCell = number | string | boolean | Problem;
