import type { Block } from "../sheets";
import type { CellFormula, CellValue, Contents } from "../workbook";
import { regionAround } from "./region";

/** The cells of a sheet, as the grid hands them out. */
export interface SheetSource {
  readonly name: string;
  /** How many rows and columns the sheet has. What is beyond them is no cell. */
  readonly rows: number;
  readonly columns: number;
  /** Hands out each cell that holds something, once, in any order: what it shows and its own formula; "" for none. */
  readonly forEachCell: (give: (row: number, column: number, value: CellValue, formula: string) => void) => void;
}

interface Cell {
  readonly value: CellValue;
  readonly formula: string;
}

const blank: Cell = { value: "", formula: "" };

/** What a sheet holds, taken from the grid in one pass: whatever is asked of it later asks the grid no more. */
export class SheetReading {
  readonly #source: Pick<SheetSource, "name" | "rows" | "columns">;
  readonly #cells: Cell[][] = [];
  /** Blocks that were read, by their place, so that what hasn't changed is the same object to whoever compares. */
  readonly #read = new Map<string, Contents>();

  constructor(source: SheetSource) {
    this.#source = source;
    source.forEachCell((row, column, value, formula) => {
      if (value === "" && formula === "") return;
      (this.#cells[row] ??= [])[column] = { value, formula };
    });
  }

  isFilled(row: number, column: number): boolean {
    const { rows, columns } = this.#source;
    return row < rows && column < columns && this.#at(row, column) !== blank;
  }

  /** The formula of a cell itself; "" for none. */
  formula(row: number, column: number): string {
    return this.#at(row, column).formula;
  }

  contents({ row, column, height, width }: Block): Contents {
    const place = `${row},${column},${height},${width}`;
    const known = this.#read.get(place);
    if (known) return known;
    const take = <T>(of: (cell: Cell) => T): readonly (readonly T[])[] =>
      Array.from({ length: height }, (_, down) =>
        Array.from({ length: width }, (__, across) => of(this.#at(row + down, column + across))),
      );
    const contents = {
      block: { sheet: this.#source.name, row, column, height, width },
      values: take(({ value }) => value),
      formulas: take(({ formula }) => formula),
    };
    this.#read.set(place, contents);
    return contents;
  }

  /** The filled region around a cell. */
  region(cell: Block): Block {
    const { top, bottom, left, right } = regionAround(cell.row, cell.column, (row, column) =>
      this.isFilled(row, column),
    );
    return { sheet: cell.sheet, row: top, column: left, height: bottom - top + 1, width: right - left + 1 };
  }

  /** Every formula, from the top and from the left. */
  formulas(): readonly CellFormula[] {
    return this.#cells.flatMap((cells, row) =>
      cells.flatMap(({ value, formula }, column) => {
        if (formula === "") return [];
        const cell = { sheet: this.#source.name, row, column, height: 1, width: 1 };
        return [{ cell, formula, shows: value }];
      }),
    );
  }

  #at(row: number, column: number): Cell {
    return this.#cells[row]?.[column] ?? blank;
  }
}
