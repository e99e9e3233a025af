import { blockAt, overlap, type Block, type Value } from "../../src/sheets";
import { HostError } from "./protocol";
import { nothing, typed, type Held } from "./typing";

/** A line at a cell's side. */
export interface Line {
  readonly style: string;
  readonly color?: string;
  readonly weight?: string;
}

/** A cell's style, as far as it is set; in the words of Excel.CellPropertiesFormat. */
export interface HostStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: string;
  readonly strikethrough?: boolean;
  readonly size?: number;
  readonly name?: string;
  readonly color?: string;
  /** Undefined for no fill. */
  readonly fill?: string | undefined;
  readonly wrapText?: boolean;
  readonly horizontalAlignment?: string;
  readonly verticalAlignment?: string;
  readonly borders?: Readonly<Partial<Record<Side, Line>>>;
}

export const sides = ["top", "bottom", "left", "right"] as const;
export type Side = (typeof sides)[number];

export interface Sheet {
  readonly id: string;
  readonly name: string;
  readonly cells: Map<string, Held>;
  readonly formats: Map<string, string>;
  /** What cells with a card show: their value is #VALUE!. */
  readonly cards: Map<string, string>;
  /** Cells that are check boxes. */
  readonly checkBoxes: Set<string>;
  readonly styles: Map<string, HostStyle>;
  /** Widths of columns in points, where they aren't the standard width. */
  readonly widths: Map<number, number>;
  /** Results of formulas that cover more than their own cell, by the formula's cell. */
  readonly results: Map<string, readonly (readonly Value[])[]>;
  /** Conditional formats, recorded only. */
  readonly flags: Flag[];
  /** What may be typed into cells, recorded only. */
  readonly validations: Map<string, CellValidation>;
  /** Charts, recorded only. */
  readonly charts: Chart[];
  /** How it is printed, recorded only. */
  readonly page: PageLayout;
  protected: boolean;
  visibility: "Visible" | "Hidden" | "VeryHidden";
}

/** What may be typed into a cell, in the words of Excel.DataValidation. */
export interface CellValidation {
  /** Undefined where everything may be typed. */
  readonly rule?: Readonly<Record<string, unknown>>;
  readonly prompt: { readonly title: string; readonly message: string; readonly showPrompt: boolean };
  readonly errorAlert: {
    readonly title: string;
    readonly message: string;
    readonly style: string;
    readonly showAlert: boolean;
  };
  readonly ignoreBlanks: boolean;
}

/** How a sheet is printed, as far as it was set; in the words of Excel.PageLayout. Rows count from 0. */
export interface PageLayout {
  orientation?: "Portrait" | "Landscape";
  zoom?: { readonly horizontalFitToPages?: number; readonly verticalFitToPages?: number; readonly scale?: number };
  /** In inches. */
  margins?: Readonly<Record<string, number>>;
  /** What is printed: whole columns, as an address says them. */
  area?: string;
  titleRows?: { readonly from: number; readonly to: number };
  readonly footer: { center?: string; right?: string };
}

export interface Chart {
  readonly id: string;
  name: string;
  readonly type: string;
  title: string;
  at: Block | undefined;
  readonly series: ChartSeries[];
  readonly categoryAxis: Record<string, unknown>;
  readonly valueAxis: Record<string, unknown>;
  readonly legend: Record<string, unknown>;
}

export interface ChartSeries {
  name: string;
  values: Block | undefined;
  categories: Block | undefined;
  /** What was set of its looks, by the names of Excel's protocol. */
  readonly looks: Record<string, unknown>;
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
  selected: Block;
  /** The next change fails with this code, as when a user is editing a cell. */
  failNext: string | undefined;
  /** How many changes are still carried out before the one that fails. */
  failAfter = 0;
  /** Counts the writes into cells. */
  written = 0;
  /** New workbooks that were opened, as their files' bytes in base64. */
  readonly opened: string[] = [];
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
      cards: new Map(),
      checkBoxes: new Set(),
      styles: new Map(),
      widths: new Map(),
      results: new Map(),
      flags: [],
      validations: new Map(),
      charts: [],
      page: { footer: {} },
      protected: false,
      visibility: "Visible",
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
    this.#nameColumns(block);
    this.tables.push(table);
    return table;
  }

  resizeTable(table: Table, block: Block): void {
    this.writable(block);
    if (block.sheet !== table.block.sheet || block.row !== table.block.row || !overlap(block, table.block)) {
      throw new HostError("InvalidArgument", "A table keeps the row of its headers and overlaps what it was.");
    }
    if (this.tables.some((other) => other !== table && overlap(other.block, block))) {
      throw new HostError("InvalidArgument", "A table can't overlap another table.");
    }
    this.#nameColumns(block);
    table.block = block;
  }

  /** Makes a table plain cells again. They keep what they hold, and the colours and lines of the table's style as their own. */
  convertTable(table: Table): void {
    const { styles } = this.writable(table.block);
    for (const [row, , key] of cellsOf(table.block)) {
      const style =
        row === table.block.row
          ? { bold: true, color: "#FFFFFF", fill: "#156082" }
          : { fill: "#C0E6F5", borders: { top: { style: "Continuous", color: "#156082", weight: "Thin" } } };
      styles.set(key, { ...style, ...styles.get(key) });
    }
    this.forgetTable(table);
  }

  /** In a header row Excel makes texts of all cells, names the empty ones and tells equal ones apart. */
  #nameColumns(block: Block): void {
    const taken = new Set<string>();
    for (const [row, column] of cellsOf({ ...block, height: 1 })) {
      const value = String(this.value(block.sheet, row, column));
      const stem = value === "" ? "Column" : value;
      let name = value === "" ? `Column${column - block.column + 1}` : value;
      for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${stem}${count}`;
      taken.add(name.toLowerCase());
      if (this.held(block.sheet, row, column).value === name) continue;
      this.type({ sheet: block.sheet, row, column, height: 1, width: 1 }, [[`'${name}`]]);
    }
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
    this.#mayFail();
    return sheet;
  }

  /** Opens a new workbook beside this one. */
  open(base64: string): void {
    this.#mayFail();
    this.opened.push(base64);
  }

  #mayFail(): void {
    if (!this.failNext) return;
    if (this.failAfter > 0) {
      this.failAfter -= 1;
      return;
    }
    const code = this.failNext;
    this.failNext = undefined;
    throw new HostError(code, "As the test asked.");
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
      this.#checkTablesIn(held.formula);
      if (held.value === "" && held.formula === "") sheet.cells.delete(key);
      else sheet.cells.set(key, held);
    }
    if (entries.flat().some((entry) => entry !== "" && entry !== null)) this.#expandTables(block);
  }

  /**
   * A table takes in what is entered right beside or below it. After office-js issue 6745, by which AutoCorrect reaches
   * into what add-ins do; not observed in a running Excel.
   */
  #expandTables(block: Block): void {
    const table = this.tables.find((each) => each.block.sheet === block.sheet && isBeside(each.block, block));
    if (!table) return;
    table.block = union(table.block, block);
    this.#nameColumns(table.block);
  }

  /**
   * Excel doesn't take a formula that speaks of a column of a table that isn't there. Not observed in a running Excel: the
   * code of the error.
   */
  #checkTablesIn(formula: string): void {
    for (const [, name = ""] of formula.replaceAll(/"[^"]*"/g, "").matchAll(/([\p{L}_][\p{L}\p{N}_.]*)\[/gu)) {
      if (this.tables.some((table) => table.name.toLowerCase() === name.toLowerCase())) continue;
      throw new HostError("InvalidArgument", `There is no table ${name}.`);
    }
  }

  clear(block: Block): void {
    this.type(
      block,
      grid(block, () => ""),
    );
  }

  /** Says what a formula calculates to: this host doesn't. A result larger than one cell spills. */
  answer(address: string, result: readonly (readonly Value[])[]): void {
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

  /** Puts a card of a data type into a cell, as a click on Stocks does. */
  putCard(address: string, text: string): void {
    const block = this.block(address);
    this.type(block, [["#VALUE!"]]);
    this.sheet(block.sheet).cards.set(keyOf(block.row, block.column), text);
  }

  /** What Excel tells of how numbers are written. */
  culture = { name: "en-US", decimal: "." };
  /** How formulas are written in the owner's language; as in English unless a test says otherwise. */
  localized: (formula: string) => string = (formula) => formula;

  value(sheet: string, row: number, column: number): Value {
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

  /** The smallest block around all filled cells of a block; with `formatted`, those that only look different count too. */
  used(within: Block, formatted = false): Block | undefined {
    const { cells, results: spilling, formats, styles } = this.sheet(within.sheet);
    const keys = [...cells.keys()];
    const results = [...spilling.keys()];
    const dressed = new Set(formatted ? [...formats.keys(), ...styles.keys()] : []);
    // Only cells that hold something, and those that results cover, can be filled.
    const candidates = [...new Set([...keys, ...results, ...dressed])].flatMap(
      (key): (readonly [row: number, column: number])[] => {
        const [row = 0, column = 0] = key.split(" ").map(Number);
        const spill = this.spillOver(within.sheet, row, column);
        return spill ? cellsOf(spill.covers).map(([at, beside]) => [at, beside]) : [[row, column]];
      },
    );
    const filled = candidates.filter(
      ([row, column]) =>
        overlap(within, { ...within, row, column, height: 1, width: 1 }) &&
        (dressed.has(keyOf(row, column)) || this.isFilled(within.sheet, row, column)),
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

/** Whether a block stands right of another, within its rows, or right below it, within its columns. */
function isBeside(table: Block, block: Block): boolean {
  const right = block.column === table.column + table.width;
  const below = block.row === table.row + table.height;
  const inRows = block.row >= table.row && block.row + block.height <= table.row + table.height;
  const inColumns = block.column >= table.column && block.column + block.width <= table.column + table.width;
  return (right && inRows) || (below && inColumns);
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
