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

/** A cell's value without Excel's wrapping of formatted numbers and entities. An error stays as it is. */
export function plainValue(cell: unknown): unknown {
  if (typeof cell !== "object" || cell === null || !("basicValue" in cell)) return cell;
  return "type" in cell && cell.type === "Error" ? cell : cell.basicValue;
}

/** Blank, as any of the hosts says it: desktop Excel hands an empty cell over as 0. */
export function isEmpty(cell: unknown): boolean {
  return cell === null || cell === undefined || cell === 0 || cell === "";
}

/** A cell of a result. A problem stands for an error in that one cell. "" shows as an empty cell. */
export type ResultCell = number | string | boolean | Problem;
