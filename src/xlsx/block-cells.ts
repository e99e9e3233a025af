import type { Block, BookCell, Sheet } from "../sheets";

/** The cells of a block, row by row; undefined where the sheets have none. Capitals in a sheet's name don't count. */
export function cellsIn(sheets: readonly Sheet[], block: Block): readonly (BookCell | undefined)[] {
  const sheet = sheets.find(({ name }) => name.toLowerCase() === block.sheet.toLowerCase());
  const inside = new Map(
    sheet?.cells
      .filter(
        ({ row, column }) =>
          row >= block.row &&
          row < block.row + block.height &&
          column >= block.column &&
          column < block.column + block.width,
      )
      .map((cell) => [(cell.row - block.row) * block.width + cell.column - block.column, cell]),
  );
  return Array.from({ length: block.height * block.width }, (_, at) => inside.get(at));
}

/** What a cell holds, as text; "" for no cell. */
export function textOf(cell: BookCell | undefined): string {
  const value = cell?.value ?? "";
  return typeof value === "object" ? value.error : String(value);
}
