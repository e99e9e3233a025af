import type { Book, BookCell, BookTable, ErrorValue, Flag, PrintSetUp, Sheet } from "./book";
import { chartAlone, type Chart } from "./chart";
import { tickInWords, type Description, type Step, type StepOf, type Validation, type Value } from "./description";
import { flagStyles, cellStyles } from "./cell-styles";
import { printOf } from "./page-set-up";
import { sameName, type Block } from "./place";

/** What a formula gives, a row of values a row; its block says how far that reaches. Undefined where nobody knows. */
export type Shown = (block: Block, formula: string) => readonly (readonly (Value | ErrorValue)[])[] | undefined;

/**
 * Carries a description out on an empty workbook, for a file that no host has opened yet: `shown` stands in for the
 * calculation, so that a reader without Keel sees figures. Throws if a step works on a sheet that none added.
 */
export function bookOf(description: Description, shown: Shown): Book {
  const book = new DraftBook(shown);
  for (const step of description.steps) carryOut(book, step.do, step);
  return {
    sheets: [...book.sheets.values()].map((sheet) => sheet.finished()),
    names: [],
    title: description.title,
    ...(book.active === undefined ? {} : { active: book.active }),
  };
}

/** A workbook while its steps are carried out. */
class DraftBook {
  readonly sheets = new Map<string, Draft>();
  active: string | undefined;

  constructor(readonly shown: Shown) {}

  sheet(name: string): Draft {
    const found = this.sheets.get(name);
    if (!found) throw new Error(`The description works on a sheet ${name} that it does not add.`);
    return found;
  }
}

/** A sheet while its steps are carried out. */
class Draft {
  readonly cells = new Map<string, BookCell>();
  readonly widths = new Map<number, number>();
  readonly tables: BookTable[] = [];
  readonly flags: Flag[] = [];
  readonly validations: (Validation & { readonly block: Block })[] = [];
  readonly charts: Chart[] = [];
  print: PrintSetUp | undefined;

  constructor(readonly name: string) {}

  change(row: number, column: number, change: Partial<BookCell>): void {
    const key = `${row},${column}`;
    const old = this.cells.get(key) ?? { row, column, value: "" };
    const style = change.style && { style: { ...old.style, ...change.style } };
    this.cells.set(key, { ...old, ...change, ...style });
  }

  /** Changes each cell of a block; rows and columns of what it is given count from 0 within the block. */
  changeAll(block: Block, change: (down: number, across: number) => Partial<BookCell>): void {
    for (let down = 0; down < block.height; down += 1) {
      for (let across = 0; across < block.width; across += 1) {
        this.change(block.row + down, block.column + across, change(down, across));
      }
    }
  }

  finished(): Sheet {
    return {
      name: this.name,
      cells: [...this.cells.values()],
      widths: [...this.widths].map(([column, characters]) => ({ column, characters })),
      heights: [],
      merged: [],
      tables: this.tables,
      flags: this.flags,
      validations: this.validations,
      charts: this.charts,
      pictures: [],
      ...(this.print && { print: this.print }),
    };
  }
}

/** What each kind of step puts into a file: a new kind is one entry here. */
const kinds: { readonly [Kind in Step["do"]]: (book: DraftBook, step: StepOf<Kind>) => void } = {
  "add sheet": ({ sheets }, { name }) => {
    if (!sheets.has(name)) sheets.set(name, new Draft(name));
  },
  "write values": (book, { block, values }) => {
    book.sheet(block.sheet).changeAll(block, (down, across) => ({ value: values[down]?.[across] ?? "" }));
  },
  "write formula": (book, { block, formula }) => {
    const sheet = book.sheet(block.sheet);
    const values = book.shown(block, formula);
    sheet.changeAll(block, (down, across) => ({ value: values?.[down]?.[across] ?? "" }));
    const { height, width } = block;
    const spill = height > 1 || width > 1 ? { spill: { height, width } } : {};
    sheet.change(block.row, block.column, { formula, ...spill });
  },
  "add table": (book, { name, block }) => {
    book.sheet(block.sheet).tables.push({ name, block });
  },
  "resize table": (book, { name, block }) => {
    const { tables } = book.sheet(block.sheet);
    const at = tables.findIndex((table) => sameName(table.name, name));
    if (at >= 0) tables[at] = { name, block };
  },
  "format numbers": (book, { block, format }) => {
    book.sheet(block.sheet).changeAll(block, () => ({ format }));
  },
  style: (book, { block, style }) => {
    book.sheet(block.sheet).changeAll(block, () => ({ style: cellStyles[style] }));
  },
  flag: (book, { block, formula, style }) => {
    book.sheet(block.sheet).flags.push({ block, formula, ...flagStyles[style] });
  },
  validate: (book, { block, allow, prompt, refusal }) => {
    // A file has no check boxes: those are kept in a part of it that only the newest Excel reads.
    const validation = {
      block,
      allow: allow.kind === "tick" ? tickInWords : allow,
      prompt,
      ...(refusal === undefined ? {} : { refusal }),
    };
    book.sheet(block.sheet).validations.push(validation);
  },
  chart: (book, step) => {
    book.sheet(step.at.sheet).charts.push(chartAlone(step));
  },
  "set width": (book, { block, characters }) => {
    const { widths } = book.sheet(block.sheet);
    for (let across = 0; across < block.width; across += 1) widths.set(block.column + across, characters);
  },
  "set up page": (book, step) => {
    book.sheet(step.block.sheet).print = printOf(step);
  },
  select: (book, { block }) => {
    book.active = block.sheet;
  },
};

function carryOut<Kind extends Step["do"]>(book: DraftBook, kind: Kind, step: StepOf<Kind>): void {
  kinds[kind](book, step);
}
