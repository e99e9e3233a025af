import { address } from "../sheets";
import type { GridCells } from "./cells";

/** Watches how far results spill. */
export class Spilled {
  /** How many cells each result filled at the last look, by the address of its formula. */
  #cells: ReadonlyMap<string, number> = new Map();

  #haveShrunk = false;

  /** Looks at how many cells each result fills now. */
  look(grid: GridCells): void {
    const now = new Map(
      grid.book.getSheets().flatMap((sheet) =>
        grid.spills(sheet).map(({ row, column, block }) => {
          const formula = { sheet: block.sheet, row, column, height: 1, width: 1 };
          return [address(formula), block.height * block.width] as const;
        }),
      ),
    );
    if ([...this.#cells].some(([formula, cells]) => (now.get(formula) ?? 1) < cells)) this.#haveShrunk = true;
    this.#cells = now;
  }

  /** Whether at some look since this was asked last a result filled fewer cells than at the look before. */
  haveShrunk(): boolean {
    const found = this.#haveShrunk;
    this.#haveShrunk = false;
    return found;
  }
}
