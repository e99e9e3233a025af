import type { Book, BookCell, BookTable, ErrorValue, Flag, Sheet } from "./book";
import type { Chart, Description, Step, Validation, Value } from "./description";
import { flagStyles, cellStyles } from "./cell-styles";
import { address, type Block } from "./place";

/** What a formula gives, a row of values a row; its block says how far that reaches. Undefined where nobody knows. */
export type Shown = (block: Block, formula: string) => readonly (readonly (Value | ErrorValue)[])[] | undefined;

/**
 * Carries a description out on an empty workbook, for a file that no host has opened yet: `shown` stands in for the
 * calculation, so that a reader without Keel sees figures. Throws if a step works on a sheet that none added.
 */
export function bookOf(description: Description, shown: Shown): Book {
  const sheets = new Map<string, Draft>();
  const names: { name: string; refersTo: string }[] = [];
  let active: string | undefined;
  const draft = (name: string): Draft => {
    const found = sheets.get(name);
    if (!found) throw new Error(`The description works on a sheet ${name} that it does not add.`);
    return found;
  };
  for (const step of description.steps) {
    if (step.do === "add sheet") sheets.set(step.name, sheets.get(step.name) ?? new Draft(step.name));
    else if (step.do === "chart") draft(step.at.sheet).charts.push(chartOf(step));
    else if (step.do === "name block") names.push({ name: step.name, refersTo: address(step.block, true) });
    else if (step.do === "select") active = step.block.sheet;
    else carryOut(draft(step.block.sheet), step, shown);
  }
  return {
    sheets: [...sheets.values()].map((sheet) => sheet.finished()),
    names,
    title: description.title,
    ...(active === undefined ? {} : { active }),
  };
}

/** A sheet while its steps are carried out. */
class Draft {
  readonly cells = new Map<string, BookCell>();
  readonly widths = new Map<number, number>();
  readonly tables: BookTable[] = [];
  readonly flags: Flag[] = [];
  readonly validations: (Validation & { readonly block: Block })[] = [];
  readonly charts: Chart[] = [];

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
    };
  }
}

type CellStep = Exclude<Step, { do: "add sheet" | "chart" | "name block" | "select" }>;

function carryOut(sheet: Draft, step: CellStep, shown: Shown): void {
  const { block } = step;
  switch (step.do) {
    case "write values":
      sheet.changeAll(block, (down, across) => ({ value: step.values[down]?.[across] ?? "" }));
      return;
    case "write formula": {
      const values = shown(block, step.formula);
      sheet.changeAll(block, (down, across) => ({ value: values?.[down]?.[across] ?? "" }));
      const { height, width } = block;
      const spill = height > 1 || width > 1 ? { spill: { height, width } } : {};
      sheet.change(block.row, block.column, { formula: step.formula, ...spill });
      return;
    }
    case "add table":
      sheet.tables.push({ name: step.name, block });
      return;
    case "resize table":
      sheet.tables.splice(
        0,
        sheet.tables.length,
        ...sheet.tables.map((table) => (table.name === step.name ? { ...table, block } : table)),
      );
      return;
    case "format numbers":
      sheet.changeAll(block, () => ({ format: step.format }));
      return;
    case "style":
      sheet.changeAll(block, () => ({ style: cellStyles[step.style] }));
      return;
    case "flag":
      sheet.flags.push({ block, formula: step.formula, ...flagStyles[step.style] });
      return;
    case "validate": {
      const { allow, prompt, refusal } = step;
      sheet.validations.push({ block, allow, prompt, ...(refusal === undefined ? {} : { refusal }) });
      return;
    }
    case "set width":
      for (let across = 0; across < block.width; across += 1) sheet.widths.set(block.column + across, step.characters);
      return;
  }
}

function chartOf({ name, at, title, words, categories, series, format }: Chart): Chart {
  return { name, at, title, words, categories, series, format };
}
