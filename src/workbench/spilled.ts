import { address } from "../sheets";
import type { GridCells } from "./cells";

/** Watches how far results spill. */
export class Spilled {
  /** How many cells each result filled at the last look, by the address of its formula. */
  #cells: ReadonlyMap<string, number> = new Map();

  /** Whether some result fills fewer cells than at the last look. */
  shrank(grid: GridCells): boolean {
    const now = new Map(
      grid.book.getSheets().flatMap((sheet) =>
        grid.spills(sheet).map(({ row, column, block }) => {
          const formula = { sheet: block.sheet, row, column, height: 1, width: 1 };
          return [address(formula), block.height * block.width] as const;
        }),
      ),
    );
    const shrank = [...this.#cells].some(([formula, cells]) => (now.get(formula) ?? 1) < cells);
    this.#cells = now;
    return shrank;
  }
}
