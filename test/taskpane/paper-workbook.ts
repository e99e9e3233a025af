import {
  blockAt,
  claims,
  overlap,
  plainSeparators,
  type Block,
  type Description,
  type Separators,
} from "../../src/sheets";
import type {
  Applied,
  CellFormula,
  CellValue,
  Contents,
  Health,
  Receipt,
  Release,
  Selection,
  Table,
  Workbook,
  WorkbookFailure,
  WorkbookFile,
} from "../../src/workbook/host";

interface Cell {
  readonly value: CellValue;
  readonly formula: string;
  /** The cell whose formula's result covers it, itself included. */
  readonly coveredBy?: Block;
}

type Sheet = Map<string, Cell>;

const empty: Cell = { value: "", formula: "" };
const key = (row: number, column: number): string => `${row},${column}`;

/**
 * A workbook in memory that carries out the port without a host: cells, tables, selection, events, apply and undo.
 * It doesn't calculate: a formula's cells count as filled and show "".
 */
export class PaperWorkbook implements Workbook {
  readonly host: Workbook["host"];
  /** What `apply` carried out, newest last. */
  readonly applied: Description[] = [];
  /** What a written formula shows; nothing, as long as nobody says otherwise. */
  answers: (formula: string) => CellValue = () => "";
  /** What `openCopy` was given, newest last. */
  readonly copies: WorkbookFile[] = [];
  /** How cells show numbers; of two that cover a cell, the later counts. */
  readonly formats: { readonly block: Block; readonly format: string }[] = [];
  /** How formulas are typed here. */
  typedWith: Separators = plainSeparators;
  /** What `show` was asked for last. */
  shown: Block | undefined;
  /** What `health` answers. */
  wellbeing: Health = {};
  /** Set to make everything that is asked fail. */
  failure: WorkbookFailure | undefined;
  private sheets = new Map<string, Sheet>();
  private tableBlocks: { readonly name: string; readonly block: Block }[] = [];
  private selected: Block = { sheet: "", row: 0, column: 0, height: 1, width: 1 };
  /** What was there before each `apply` that can be taken back, newest last. */
  private readonly former: {
    readonly receipt: Receipt;
    readonly sheets: Map<string, Sheet>;
    readonly tables: readonly { readonly name: string; readonly block: Block }[];
  }[] = [];
  private readonly changeListeners = new Set<() => void>();
  private readonly selectionListeners = new Set<() => void>();

  constructor(name: Workbook["host"]["name"] = "Excel", savesFiles = true) {
    this.host = { name, undo: "keel", savesFiles };
  }

  /** Types rows of cells with their top left corner at an address such as `Plan!B2`. */
  type(address: string, rows: readonly (readonly CellValue[])[]): void {
    const { sheet, row, column } = at(address);
    rows.forEach((cells, down) => {
      cells.forEach((value, across) => this.put(sheet, row + down, column + across, { value, formula: "" }));
    });
    for (const listener of this.changeListeners) listener();
  }

  /** Enters a formula that shows a value, or rows of values from its cell on. */
  enter(address: string, formula: string, shows: CellValue | readonly (readonly CellValue[])[] = ""): void {
    const cell = at(address);
    const rows = isRows(shows) ? shows : [[shows]];
    rows.forEach((values, down) => {
      values.forEach((value, across) => {
        const first = down === 0 && across === 0;
        this.put(cell.sheet, cell.row + down, cell.column + across, {
          value,
          formula: first ? formula : "",
          coveredBy: cell,
        });
      });
    });
    for (const listener of this.changeListeners) listener();
  }

  /** Opens another workbook in the place of this one: it has no cells yet. */
  openAnother(): void {
    this.sheets = new Map();
    this.tableBlocks = [];
    this.former.length = 0;
    for (const listener of this.changeListeners) listener();
  }

  /** Takes a sheet away, as its owner does. */
  removeSheet(name: string): void {
    this.sheets.delete(name);
    for (const listener of this.changeListeners) listener();
  }

  table(name: string, address: string): void {
    this.tableBlocks.push({ name, block: at(address) });
  }

  select(address: string): void {
    this.selected = at(address);
    for (const listener of this.selectionListeners) listener();
  }

  valueAt(address: string): CellValue {
    const { sheet, row, column } = at(address);
    return this.cell(sheet, row, column).value;
  }

  formulaAt(address: string): string {
    const { sheet, row, column } = at(address);
    return this.cell(sheet, row, column).formula;
  }

  tables(): Promise<readonly Table[]> {
    return this.answer(() => this.tablesNow());
  }

  selection(): Promise<Selection> {
    return this.answer(() => {
      const table = this.tablesNow().find(({ block }) => overlap(block, this.selected));
      return { block: this.selected, ...(table ? { table } : {}), around: this.contents(this.region()) };
    });
  }

  read(block: Block): Promise<Contents> {
    return this.answer(() => this.contents(block));
  }

  numberFormats(block: Block): Promise<readonly (readonly string[])[]> {
    return this.answer(() => {
      const formats = Array.from({ length: block.height }, () => Array.from({ length: block.width }, () => "General"));
      for (const { block: formatted, format } of this.formats) {
        for (const { row, column } of cellsOf(formatted).filter((cell) => overlap(cell, block))) {
          const cells = formats[row - block.row];
          if (cells) cells[column - block.column] = format;
        }
      }
      return formats;
    });
  }

  apply(description: Description, options: { readonly replace?: boolean } = {}): Promise<Applied> {
    return this.answer(() => this.carryOut(description, options.replace === true));
  }

  undo(receipt: Receipt): Promise<boolean> {
    return this.answer(() => {
      const last = this.former.at(-1);
      if (last?.receipt !== receipt) return false;
      this.sheets = last.sheets;
      this.tableBlocks = [...last.tables];
      this.former.pop();
      for (const listener of this.changeListeners) listener();
      return true;
    });
  }

  show(block: Block): Promise<void> {
    return this.answer(() => {
      this.shown = block;
      this.selected = block;
      for (const listener of this.selectionListeners) listener();
    });
  }

  formulaFor(cell: Block): Promise<CellFormula | undefined> {
    return this.answer(() => {
      const { coveredBy } = this.cell(cell.sheet, cell.row, cell.column);
      return coveredBy && this.formulaIn(coveredBy);
    });
  }

  keelFormulas(): Promise<readonly CellFormula[]> {
    return this.answer(() =>
      [...this.sheets].flatMap(([sheet, cells]) =>
        [...cells].flatMap(([place, { formula }]) => {
          if (!/KEEL\w*[._]\w+\(/i.test(formula)) return [];
          const [row = 0, column = 0] = place.split(",").map(Number);
          return [this.formulaIn({ sheet, row, column, height: 1, width: 1 })];
        }),
      ),
    );
  }

  separators(): Promise<Separators> {
    return this.answer(() => this.typedWith);
  }

  openCopy(file: WorkbookFile): Promise<"opened" | "downloaded"> {
    return this.answer(() => {
      this.copies.push(file);
      return this.host.name === "Excel" ? "opened" : "downloaded";
    });
  }

  health(): Promise<Health> {
    return this.answer(() => this.wellbeing);
  }

  onChange(listener: () => void): Promise<Release> {
    return this.answer(() => listen(this.changeListeners, listener));
  }

  onSelectionChange(listener: () => void): Promise<Release> {
    return this.answer(() => listen(this.selectionListeners, listener));
  }

  /** How many listeners are waiting: 0 after a pane was taken away. */
  get listeners(): number {
    return this.changeListeners.size + this.selectionListeners.size;
  }

  private carryOut(description: Description, replace: boolean): Applied {
    const filled = claims(description).flatMap((block) =>
      cellsOf(block).filter(({ sheet, row, column }) => {
        const { value, formula, coveredBy } = this.cell(sheet, row, column);
        return value !== "" || formula !== "" || coveredBy !== undefined;
      }),
    );
    if (filled.length > 0 && !replace) return { outcome: "blocked", filled };

    const receipt = Symbol(description.title);
    const sheets = new Map([...this.sheets].map(([name, sheet]) => [name, new Map(sheet)]));
    this.former.push({ receipt, sheets, tables: [...this.tableBlocks] });
    for (const step of description.steps) {
      if (step.do === "write values") {
        step.values.forEach((cells, down) => {
          cells.forEach((value, across) => {
            this.put(step.block.sheet, step.block.row + down, step.block.column + across, { value, formula: "" });
          });
        });
      } else if (step.do === "write formula") {
        const cells = cellsOf(step.block);
        cells.forEach(({ sheet, row, column }, index) => {
          const [coveredBy] = cells;
          const formula = index === 0 ? step.formula : "";
          const value = formula === "" ? "" : this.answers(formula);
          this.put(sheet, row, column, { value, formula, ...(coveredBy ? { coveredBy } : {}) });
        });
      } else if (step.do === "add table") {
        this.tableBlocks.push({ name: step.name, block: step.block });
      } else if (step.do === "resize table") {
        this.tableBlocks = this.tableBlocks.map((table) =>
          table.name === step.name ? { name: table.name, block: step.block } : table,
        );
      } else if (step.do === "select") {
        this.selected = step.block;
      }
    }
    this.applied.push(description);
    for (const listener of [...this.changeListeners, ...this.selectionListeners]) listener();
    return { outcome: "applied", receipt };
  }

  private answer<T>(work: () => T): Promise<T> {
    return this.failure ? Promise.reject(this.failure) : Promise.resolve(work());
  }

  private tablesNow(): readonly Table[] {
    return this.tableBlocks.map(({ name, block }) => ({ name, ...this.contents(block) }));
  }

  private formulaIn(cell: Block): CellFormula {
    const { formula, value } = this.cell(cell.sheet, cell.row, cell.column);
    return { cell, formula, shows: typeof value === "object" ? value.text : value };
  }

  private cell(sheet: string, row: number, column: number): Cell {
    return this.sheets.get(sheet)?.get(key(row, column)) ?? empty;
  }

  private put(sheet: string, row: number, column: number, cell: Cell): void {
    const cells = this.sheets.get(sheet) ?? new Map<string, Cell>();
    this.sheets.set(sheet, cells.set(key(row, column), cell));
  }

  private contents(block: Block): Contents {
    const rows = Array.from({ length: block.height }, (_, down) =>
      Array.from({ length: block.width }, (_, across) =>
        this.cell(block.sheet, block.row + down, block.column + across),
      ),
    );
    return {
      block,
      values: rows.map((cells) => cells.map(({ value }) => value)),
      formulas: rows.map((cells) => cells.map(({ formula }) => formula)),
    };
  }

  /** The filled region around a single selected cell, grown until blank rows and columns bound it. */
  private region(): Block {
    let region = this.selected;
    if (region.height > 1 || region.width > 1) return region;
    for (;;) {
      const wider: Block = {
        sheet: region.sheet,
        row: Math.max(0, region.row - 1),
        column: Math.max(0, region.column - 1),
        height: region.height + (region.row > 0 ? 2 : 1),
        width: region.width + (region.column > 0 ? 2 : 1),
      };
      const filled = cellsOf(wider).filter(({ sheet, row, column }) => this.cell(sheet, row, column) !== empty);
      const grown = filled.reduce(cover, region);
      if (grown.height === region.height && grown.width === region.width) return region;
      region = grown;
    }
  }
}

function at(address: string): Block {
  const block = blockAt(address);
  if (!block) throw new Error(`${address} is no address`);
  return block;
}

function cellsOf(block: Block): Block[] {
  return Array.from({ length: block.height * block.width }, (_, index) => ({
    sheet: block.sheet,
    row: block.row + Math.floor(index / block.width),
    column: block.column + (index % block.width),
    height: 1,
    width: 1,
  }));
}

function cover(one: Block, other: Block): Block {
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

function listen(listeners: Set<() => void>, listener: () => void): Release {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    return Promise.resolve();
  };
}

function isRows(shows: CellValue | readonly (readonly CellValue[])[]): shows is readonly (readonly CellValue[])[] {
  return Array.isArray(shows);
}
