import type { Block, Value } from "../sheets";
import type { CellFormula, Contents } from "../workbook";
import { regionAround } from "./region";

/** What a cell shows, "" for nothing, and its own formula, "" for none. */
export interface Cell {
  readonly value: Value;
  readonly formula: string;
}

/** The cells of a sheet, as the grid hands them out. */
export interface SheetSource {
  readonly name: string;
  /** How many rows and columns the sheet has. What is beyond them is no cell. */
  readonly rows: number;
  readonly columns: number;
  /** Hands out each cell that holds something, once, in any order. */
  readonly forEachCell: (give: (row: number, column: number, cell: Cell) => void) => void;
  /** What one cell holds now. */
  readonly cellAt: (row: number, column: number) => Cell;
}

const blank: Cell = { value: "", formula: "" };

/** How many blocks are remembered: the lists and tables of a workbook, and the cells that were asked for last. */
const mostBlocks = 24;

/** Rows of a sheet with those of their columns that have changed. */
type Changed = ReadonlyMap<number, readonly number[]>;

/**
 * What a sheet holds, taken from the grid in one pass: whatever is asked of it later asks the grid no more, and after a
 * change only the cells that changed are read again.
 */
export class SheetReading {
  readonly #source: SheetSource;
  readonly #cells: Cell[][] = [];
  /** Blocks that were read, by their place, so that what hasn't changed is the same object to whoever compares. */
  readonly #read = new Map<string, Contents>();
  #formulas: readonly CellFormula[] | undefined;

  constructor(source: SheetSource) {
    this.#source = source;
    source.forEachCell((row, column, cell) => {
      if (cell.value !== "" || cell.formula !== "") this.#put(row, column, cell);
    });
  }

  /**
   * Reads these cells again. Blocks in which none has changed stay the same objects, and so do the rows of a block that
   * hold none that has.
   */
  reread(cells: Iterable<readonly [row: number, column: number]>): void {
    const changed = new Map<number, number[]>();
    for (const [row, column] of cells) {
      const before = this.#at(row, column);
      const now = this.#source.cellAt(row, column);
      if (Object.is(now.value, before.value) && now.formula === before.formula) continue;
      this.#put(row, column, now);
      if (before.formula !== "" || now.formula !== "") this.#formulas = undefined;
      const columns = changed.get(row);
      if (columns) columns.push(column);
      else changed.set(row, [column]);
    }
    if (changed.size === 0) return;
    for (const [place, contents] of this.#read) this.#read.set(place, this.#renewed(contents, changed));
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
    const contents = this.#read.get(place) ?? this.#take({ sheet: this.#source.name, row, column, height, width });
    // The block that was asked for longest ago is forgotten first.
    this.#read.delete(place);
    this.#read.set(place, contents);
    const [oldest] = this.#read.keys();
    if (this.#read.size > mostBlocks && oldest !== undefined) this.#read.delete(oldest);
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
    return (this.#formulas ??= this.#cells.flatMap((cells, row) =>
      cells.flatMap(({ value, formula }, column) => {
        if (formula === "") return [];
        const cell = { sheet: this.#source.name, row, column, height: 1, width: 1 };
        return [{ cell, formula, shows: value }];
      }),
    ));
  }

  #take(block: Block): Contents {
    const values: (readonly Value[])[] = [];
    const formulas: (readonly string[])[] = [];
    // A row without formulas looks like any other, and so does a blank one.
    const nothing = Array.from({ length: block.width }, () => "");
    for (let row = block.row; row < block.row + block.height; row += 1) {
      const cells = this.#cells[row];
      values.push(cells ? this.#valuesIn(row, block) : nothing);
      formulas.push(cells?.some(({ formula }) => formula !== "") ? this.#formulasIn(row, block) : nothing);
    }
    return { block, values, formulas };
  }

  /** A block as it is now, with the rows of before where nothing in them has changed. */
  #renewed(contents: Contents, changed: Changed): Contents {
    const { block } = contents;
    const rows = rowsIn(block, changed);
    if (rows.length === 0) return contents;
    const values = [...contents.values];
    const formulas = [...contents.formulas];
    for (const row of rows) {
      values[row - block.row] = this.#valuesIn(row, block);
      formulas[row - block.row] = this.#formulasIn(row, block);
    }
    return { block, values, formulas };
  }

  #valuesIn(row: number, { column, width }: Block): readonly Value[] {
    return Array.from({ length: width }, (_, across) => this.#at(row, column + across).value);
  }

  #formulasIn(row: number, { column, width }: Block): readonly string[] {
    return Array.from({ length: width }, (_, across) => this.#at(row, column + across).formula);
  }

  #at(row: number, column: number): Cell {
    return this.#cells[row]?.[column] ?? blank;
  }

  #put(row: number, column: number, cell: Cell): void {
    const isBlank = cell.value === "" && cell.formula === "";
    (this.#cells[row] ??= [])[column] = isBlank ? blank : cell;
  }
}

/** The rows of a block in which a cell of the block has changed. */
function rowsIn({ row: top, column: left, height, width }: Block, changed: Changed): readonly number[] {
  return [...changed].flatMap(([row, columns]) => {
    const inside = row >= top && row < top + height;
    return inside && columns.some((column) => column >= left && column < left + width) ? [row] : [];
  });
}
