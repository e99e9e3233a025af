import { sameName, within, type Block, type BookCell, type Sheet } from "../sheets";

/** The cells of a block, row by row; undefined where the sheets have none. Capitals in a sheet's name don't count. */
export function cellsIn(sheets: readonly Sheet[], block: Block): readonly (BookCell | undefined)[] {
  const sheet = sheets.find(({ name }) => sameName(name, block.sheet));
  const inside = new Map(
    sheet?.cells
      .filter((cell) => within(block, cell))
      .map((cell) => [(cell.row - block.row) * block.width + cell.column - block.column, cell]),
  );
  return Array.from({ length: block.height * block.width }, (_, at) => inside.get(at));
}

/** What a cell holds, as text; "" for no cell. */
export function textOf(cell: BookCell | undefined): string {
  const value = cell?.value ?? "";
  return typeof value === "object" ? value.error : String(value);
}
