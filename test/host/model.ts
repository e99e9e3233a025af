import { blockAt, overlap, type Block } from "../../src/sheets";
import type { CellValue } from "../../src/workbook";
import { HostError } from "./protocol";
import { nothing, typed, type Held } from "./typing";

/** A cell's look, as far as it is set. */
export interface Look {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  readonly color?: string;
  /** Undefined for no fill. */
  readonly fill?: string | undefined;
}

export interface Sheet {
  readonly id: string;
  readonly name: string;
  readonly cells: Map<string, Held>;
  readonly formats: Map<string, string>;
  readonly looks: Map<string, Look>;
  /** Widths of columns in points, where they aren't the standard width. */
  readonly widths: Map<number, number>;
  /** Results of formulas that cover more than their own cell, by the formula's cell. */
  readonly results: Map<string, readonly (readonly CellValue[])[]>;
  /** Conditional formats, recorded only. */
  readonly flags: Flag[];
  protected: boolean;
}

export interface Flag {
  readonly id: string;
  readonly block: Block;
  formula: string;
  fill: string;
  color: string;
}

export interface Table {
  readonly id: string;
  name: string;
  block: Block;
  showHeaders: boolean;
  showTotals: boolean;
}

/** Excel's standard column width, in points: 64 pixels. */
export const standardWidth = 48;

/** A workbook in memory: what Excel would know, without calculating. Rows and columns count from 0. */
export class WorkbookModel {
  readonly sheets: Sheet[] = [];
  readonly tables: Table[] = [];
  /** What names stand for, as formulas, by name. */
  readonly names = new Map<string, string>();
  selected: Block;
  /** The next change fails with this code, as when a user is editing a cell. */
  failNext: string | undefined;
  /** Counts the writes into cells. */
  written = 0;
  #count = 0;

  constructor() {
    this.addSheet("Sheet1");
    this.selected = this.block("Sheet1!A1");
  }

  /** A block by its address, such as `Sheet1!B2:C7`. */
  block(address: string): Block {
    const block = blockAt(address);
    if (!block) throw new Error(`${address} is not an address.`);
    return block;
  }

  sheetIfAny(nameOrId: string): Sheet | undefined {
    return this.sheets.find(({ id, name }) => id === nameOrId || name.toLowerCase() === nameOrId.toLowerCase());
  }

  sheet(nameOrId: string): Sheet {
    const sheet = this.sheetIfAny(nameOrId);
    if (!sheet) throw new HostError("ItemNotFound", `There is no sheet ${nameOrId}.`);
    return sheet;
  }

  addSheet(name: string): Sheet {
    if (this.sheetIfAny(name)) throw new HostError("ItemAlreadyExists", `There is a sheet ${name} already.`);
    const sheet: Sheet = {
      id: `{${this.nextId()}}`,
      name,
      cells: new Map(),
      formats: new Map(),
      looks: new Map(),
      widths: new Map(),
      results: new Map(),
      flags: [],
      protected: false,
    };
    this.sheets.push(sheet);
    return sheet;
  }

  removeSheet(sheet: Sheet): void {
    if (this.sheets.length === 1) throw new HostError("InvalidOperation", "A workbook needs a sheet.");
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    for (const table of this.tables.filter(({ block }) => block.sheet === sheet.name)) this.forgetTable(table);
    const [first] = this.sheets;
    if (first && this.selected.sheet === sheet.name) this.selected = this.block(`'${first.name}'!A1`);
  }

  addTable(block: Block): Table {
    if (this.tables.some((table) => overlap(table.block, block))) {
      throw new HostError("InvalidArgument", "A table can't overlap another table.");
    }
    this.writable(block);
    const name = `Table${this.nextId()}`;
    const table: Table = { id: name, name, block, showHeaders: true, showTotals: false };
    this.tables.push(table);
    return table;
  }

  renameTable(table: Table, name: string): void {
    const taken = this.tables.some((other) => other !== table && other.name.toLowerCase() === name.toLowerCase());
    if (taken || !/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name))
      throw new HostError("InvalidArgument", "Not a name for a table.");
    table.name = name;
  }

  forgetTable(table: Table): void {
    this.tables.splice(this.tables.indexOf(table), 1);
  }

  /** Fails if the block's cells can't be changed. */
  writable(block: Block): Sheet {
    const sheet = this.sheet(block.sheet);
    if (sheet.protected) throw new HostError("AccessDenied", "The sheet is protected.");
    if (this.failNext) {
      const code = this.failNext;
      this.failNext = undefined;
      throw new HostError(code, "As the test asked.");
    }
    return sheet;
  }

  /** Gives cells something to hold, as typing does. `entries` has the block's height and width. */
  type(block: Block, entries: readonly (readonly unknown[])[]): void {
    const sheet = this.writable(block);
    this.written += 1;
    for (const [row, column, key] of cellsOf(block)) {
      const entry = entries[row - block.row]?.[column - block.column];
      // Null leaves a cell as it is.
      if (entry === null) continue;
      sheet.results.delete(key);
      const held = typed(entry, sheet.formats.get(key) ?? "General");
      if (held.value === "" && held.formula === "") sheet.cells.delete(key);
      else sheet.cells.set(key, held);
    }
  }

  clear(block: Block): void {
    this.type(
      block,
      grid(block, () => ""),
    );
  }

  /** Says what a formula calculates to: this host doesn't. A result larger than one cell spills. */
  answer(address: string, result: readonly (readonly CellValue[])[]): void {
    const { sheet, row, column } = this.block(address);
    if (!this.held(sheet, row, column).formula) throw new Error(`${address} has no formula.`);
    this.sheet(sheet).results.set(keyOf(row, column), result);
  }

  held(sheet: string, row: number, column: number): Held {
    return this.sheet(sheet).cells.get(keyOf(row, column)) ?? nothing;
  }

  /** The formula's cell whose result a cell shows, with the block that the result covers; undefined if there is none. */
  spillOver(
    sheet: string,
    row: number,
    column: number,
  ): { readonly parent: Block; readonly covers: Block } | undefined {
    for (const [key, result] of this.sheet(sheet).results) {
      const [top = 0, left = 0] = key.split(" ").map(Number);
      const parent = { sheet, row: top, column: left, height: 1, width: 1 };
      const covers = { ...parent, height: result.length, width: result[0]?.length ?? 1 };
      const inside = overlap(covers, { sheet, row, column, height: 1, width: 1 });
      if (inside && !this.#inTheWay(covers)) return { parent, covers };
    }
    return undefined;
  }

  value(sheet: string, row: number, column: number): CellValue {
    const { value, formula } = this.held(sheet, row, column);
    const result = this.sheet(sheet).results.get(keyOf(row, column));
    const spill = this.spillOver(sheet, row, column);
    if (formula && result && !spill) return "#SPILL!";
    if (!spill) return value;
    const shown = this.sheet(sheet).results.get(keyOf(spill.parent.row, spill.parent.column));
    return shown?.[row - spill.parent.row]?.[column - spill.parent.column] ?? "";
  }

  /** Whether something stands where a result would spill. */
  #inTheWay(covers: Block): boolean {
    const [, ...others] = cellsOf(covers);
    return others.some(([row, column]) => {
      const { value, formula } = this.held(covers.sheet, row, column);
      return value !== "" || formula !== "";
    });
  }

  isFilled(sheet: string, row: number, column: number): boolean {
    return this.value(sheet, row, column) !== "" || this.held(sheet, row, column).formula !== "";
  }

  /** The smallest block around all filled cells of a block. */
  used(within: Block): Block | undefined {
    const keys = [...this.sheet(within.sheet).cells.keys()];
    const results = [...this.sheet(within.sheet).results.keys()];
    // Only cells that hold something, and those that results cover, can be filled.
    const candidates = [...new Set([...keys, ...results])].flatMap(
      (key): (readonly [row: number, column: number])[] => {
        const [row = 0, column = 0] = key.split(" ").map(Number);
        const spill = this.spillOver(within.sheet, row, column);
        return spill ? cellsOf(spill.covers).map(([at, beside]) => [at, beside]) : [[row, column]];
      },
    );
    const filled = candidates.filter(
      ([row, column]) =>
        overlap(within, { ...within, row, column, height: 1, width: 1 }) && this.isFilled(within.sheet, row, column),
    );
    if (filled.length === 0) return undefined;
    const row = Math.min(...filled.map(([at]) => at));
    const column = Math.min(...filled.map(([, at]) => at));
    return {
      sheet: within.sheet,
      row,
      column,
      height: Math.max(...filled.map(([at]) => at)) - row + 1,
      width: Math.max(...filled.map(([, at]) => at)) - column + 1,
    };
  }

  /** The filled region around a cell: grows while a cell beside it, or at a corner, is filled. */
  region(cell: Block): Block {
    let region = cell;
    for (;;) {
      const row = Math.max(0, region.row - 1);
      const column = Math.max(0, region.column - 1);
      const edge = {
        ...region,
        row,
        column,
        height: region.row + region.height + 1 - row,
        width: region.column + region.width + 1 - column,
      };
      const used = this.used(edge);
      const grown = used ? union(region, used) : region;
      if (grown.height === region.height && grown.width === region.width) return region;
      region = grown;
    }
  }

  nextId(): number {
    this.#count += 1;
    return this.#count;
  }
}

export function keyOf(row: number, column: number): string {
  return `${row} ${column}`;
}

/** Each cell of a block: row, column and key. */
export function cellsOf(block: Block): (readonly [row: number, column: number, key: string])[] {
  return grid(block, (row, column) => [row, column, keyOf(row, column)] as const).flat();
}

/** A block's worth of something, rows first. */
export function grid<T>(block: Block, of: (row: number, column: number) => T): T[][] {
  return Array.from({ length: block.height }, (_, down) =>
    Array.from({ length: block.width }, (__, across) => of(block.row + down, block.column + across)),
  );
}

function union(one: Block, other: Block): Block {
  const row = Math.min(one.row, other.row);
  const column = Math.min(one.column, other.column);
  return {
    sheet: one.sheet,
    row,
    column,
    height: Math.max(one.row + one.height, other.row + other.height) - row,
    width: Math.max(one.column + one.width, other.column + other.width) - column,
  };
}
