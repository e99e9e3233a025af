import { cellError, operationByName, sentence, type Answer, type CellKinds } from "../../../operations";
import {
  explanationSentences,
  inTheRange,
  type Argument,
  type Cells,
  type Places,
  type ResultCells,
} from "../../../ranges";
import {
  address,
  isWhole,
  keelCalls,
  localAddress,
  type Block,
  type KeelArgument,
  type KeelCall,
} from "../../../sheets";
import type { CellFormula, Workbook } from "../../../workbook";
import { argumentName, type Catalogue } from "../../catalogue/catalogue";
import { unknownFunction, unknownInWords } from "../../health/misspelled";
import { fundName, type ReadyList } from "../../../lists";
import { kindsShown } from "./kinds";
import { readArgument, type Reading } from "./read-argument";

/** How a cell's formula came about: each call of Keel in it once, those inside another call after it. */
export interface Explained {
  readonly formula: CellFormula;
  readonly calls: readonly ExplainedCall[];
  /** Where the selected cell stands in what the first call gives, if that fills several cells. */
  readonly own?: Own;
}

/** One of the cells that a result fills: its row and column there, from 0, and the fund that the row is about. */
export interface Own {
  readonly row: number;
  readonly column: number;
  readonly height: number;
  readonly fund?: string;
}

export interface ExplainedCall {
  /** Without its namespace: `DRIFT`. */
  readonly name: string;
  readonly text: string;
  readonly arguments: readonly ReadArgument[];
  readonly outcome: CallOutcome;
}

export interface ReadArgument {
  /** As Keel's sentences call it: "Values". */
  readonly name: string;
  /** As the formula says it. */
  readonly text: string;
  readonly reading: Reading;
  readonly kinds: CellKinds;
  /** Where it stands, as the formula's sheet sees it: `C4:C9`, `'401(k)'!C4:C9`. */
  readonly address?: string;
}

export type CallOutcome =
  | {
      readonly is: "answered";
      readonly cells: Cells;
      readonly kinds: CellKinds;
      /** Sentences: what was read besides the arguments, the steps, what bound, what was rounded. */
      readonly read: readonly string[];
      readonly steps: readonly string[];
      readonly bound: readonly string[];
      readonly rounded: readonly string[];
    }
  /** Keel's answer is an error: which, and why. */
  | { readonly is: "error"; readonly error: string; readonly because: string }
  /** It can't be explained here: an argument can't be read. */
  | { readonly is: "unexplained"; readonly because: string };

/**
 * Explains the Keel calls of a formula: reads what it refers to and asks again what it asked. Undefined if it has none.
 * `selected` is the cell that it is explained for, one of those that it fills.
 */
export async function explain(
  workbook: Workbook,
  formula: CellFormula,
  catalogue: Catalogue,
  list: ReadyList | undefined,
  { namespace, selected = formula.cell }: { readonly namespace: string; readonly selected?: Block },
): Promise<Explained | undefined> {
  const calls = keelCalls(formula.formula, formula.cell.sheet);
  if (calls.length === 0) return undefined;
  const explained: ExplainedCall[] = [];
  for (const call of calls) explained.push(...(await explainCall(call)).calls);
  const own = ownIn(explained[0], formula, selected, list);
  return { formula, calls: eachOnce(explained), ...(own ? { own } : {}) };

  async function explainCall(call: KeelCall): Promise<{ calls: readonly ExplainedCall[]; answer?: Answer }> {
    const operation = operationByName(call.name);
    const inner: ExplainedCall[] = [];
    const read: ReadArgument[] = [];
    for (const [position, argument] of call.arguments.entries()) {
      const parameter = catalogue.get(call.name)?.parameters[position];
      const name = parameter ? argumentName(parameter.name) : `Argument ${position + 1}`;
      let reading: Reading;
      if (argument.is === "call") {
        const nested = await explainCall(argument.call);
        inner.push(...nested.calls);
        reading = resultReading(argument, nested.answer);
      } else {
        reading = await readArgument(workbook, argument, formula.cell);
      }
      const where = reading.read === "cells" && reading.origin ? seenFrom(reading.origin, formula.cell) : undefined;
      const cells = reading.read === "cells" ? reading.cells : [];
      const kinds = kindsShown(operation?.arguments[position]?.holds, cells);
      read.push({ name, text: argument.text, reading, kinds, ...(where === undefined ? {} : { address: where }) });
    }
    const unread = read.find(({ reading }) => reading.read === "not");
    const about = { name: call.name, text: call.text, arguments: read };
    const unexplained = (because: string): { calls: readonly ExplainedCall[] } => ({
      calls: [{ ...about, outcome: { is: "unexplained", because } }, ...inner],
    });
    if (!operation) return unexplained(unknownInWords(unknownFunction(call.name), namespace));
    if (unread?.reading.read === "not") return unexplained(`${unread.name}: ${unread.reading.remedy}`);
    const answer = operation.answer(...read.map(({ reading }) => argumentOf(reading)));
    const outcome = outcomeOf(answer, placesOn(read, formula.cell, list));
    return { calls: [{ ...about, outcome }, ...inner], answer };
  }
}

function argumentOf(reading: Reading): Argument {
  return reading.read === "cells" ? reading.cells : null;
}

/** What another Keel call gives to the one around it. */
function resultReading(argument: KeelArgument, answer: Answer | undefined): Reading {
  if (!answer)
    return { read: "not", remedy: `it is what ${argument.text} gives, which can’t be explained. See below.` };
  return { read: "cells", cells: answer.ok ? withErrors(answer.cells) : [[errorValue(cellError(answer.problem))]] };
}

/** A result as cells hold it, with errors as values. */
function withErrors(cells: ResultCells): Cells {
  return cells.map((row) => row.map((cell) => (typeof cell === "object" ? errorValue(cellError(cell)) : cell)));
}

function errorValue(error: string): unknown {
  return { type: "Error", basicValue: error };
}

function outcomeOf(answer: Answer, places: Places): CallOutcome {
  if (!answer.ok) {
    return { is: "error", error: cellError(answer.problem), because: sentence(answer.problem, places) };
  }
  const explanation = answer.explain();
  // The ranges are listed with the arguments.
  const read = explanation.read.filter(({ fact }) => fact !== "range");
  return {
    is: "answered",
    cells: withErrors(answer.cells),
    kinds: answer.holds,
    ...explanationSentences({ ...explanation, read }, places),
  };
}

/** Leaves out the calls that ask the same as one before. */
function eachOnce(calls: readonly ExplainedCall[]): readonly ExplainedCall[] {
  const asked = new Set<string>();
  return calls.filter((call) => {
    const question = JSON.stringify([call.name, ...call.arguments.map(({ text }) => text)]);
    const isNew = !asked.has(question);
    asked.add(question);
    return isNew;
  });
}

/** Finds the selected cell in what a formula fills, if the formula is that one call and nothing around it. */
function ownIn(
  call: ExplainedCall | undefined,
  formula: CellFormula,
  selected: Block,
  list: ReadyList | undefined,
): Own | undefined {
  if (call?.outcome.is !== "answered" || !isAll(call, formula)) return undefined;
  const { cells } = call.outcome;
  const [row, column] = [selected.row - formula.cell.row, selected.column - formula.cell.column];
  if (cells.flat().length < 2 || cells[row]?.[column] === undefined) return undefined;
  const own = { row, column, height: cells.length };
  const origins = call.arguments.flatMap((argument) => originBeside(argument, own) ?? []);
  const fund = origins.map((origin) => fundAt(list, origin.sheet, origin.row + row)).find((name) => name !== undefined);
  return fund === undefined ? own : { ...own, fund };
}

/** Whether a formula is one call of Keel and nothing around it. */
export function isAll(call: ExplainedCall, { formula }: CellFormula): boolean {
  return isWhole(call, formula);
}

/** Where an argument stands if it is a column with a cell for each row of the result. */
export function originBeside({ reading }: ReadArgument, { height }: Own): Block | undefined {
  if (reading.read !== "cells" || reading.origin?.width !== 1) return undefined;
  return reading.origin.height === height ? reading.origin : undefined;
}

/** Names cells by their addresses, and rows by the fund's name if they are rows of the list in sight. */
function placesOn(read: readonly ReadArgument[], cell: Block, list: ReadyList | undefined): Places {
  const originOf = (argument: string): { origin: Block; cells: Cells } | undefined => {
    const reading = read.find(({ name }) => name === argument)?.reading;
    return reading?.read === "cells" && reading.origin ? { origin: reading.origin, cells: reading.cells } : undefined;
  };
  const firstRows = read
    .map(({ name }) => originOf(name))
    .find((one) => one && one.origin.height + one.origin.width > 2);
  return {
    cell: (at) => {
      const found = originOf(at.argument);
      if (!found) return inTheRange.cell(at);
      const { origin, cells } = found;
      const row = at.row ?? 0;
      const heading = cells[0]?.findIndex((one) => typeof one === "string" && one.trim() === at.column) ?? -1;
      // In a table a column is told by its name; two columns without one are a label and what it says.
      const column = at.column !== undefined && heading >= 0 ? heading : at.across === true ? 0 : origin.width - 1;
      const place: Block =
        at.across === true
          ? { ...origin, column: origin.column + row, height: 1, width: 1 }
          : { ...origin, row: origin.row + row, column: origin.column + column, height: 1, width: 1 };
      const named = at.column !== undefined && heading < 0 ? `, ${at.column}` : "";
      return `${at.argument}, cell ${seenFrom(place, cell)}${named}`;
    },
    rows: (rows, argument) => {
      const found = argument === undefined ? firstRows : originOf(argument);
      if (!found) return inTheRange.rows(rows);
      const { origin } = found;
      const across = origin.height === 1;
      const names = rows.map((row) => {
        if (across) return `cell ${localAddress({ ...origin, column: origin.column + row, height: 1, width: 1 })}`;
        const onSheet = origin.row + row;
        const fund = fundAt(list, origin.sheet, onSheet);
        return fund === undefined ? `row ${onSheet + 1}` : `${fund} (row ${onSheet + 1})`;
      });
      return inWords(names);
    },
  };
}

function fundAt(list: ReadyList | undefined, sheet: string, row: number): string | undefined {
  if (list?.columns.fund === undefined || list.block.sheet !== sheet) return undefined;
  const index = row - list.block.row - list.firstRow;
  return index >= 0 && index < list.height ? fundName(list, index) : undefined;
}

/** `a, b and c`; of a long list the first eight. */
function inWords(names: readonly string[]): string {
  const rest = names.length - 8;
  const shown = rest > 0 ? [...names.slice(0, 8), `${rest} more`] : names;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1) ?? ""}`;
}

/** An address as a formula in a cell says it: with the sheet only where it is another one. */
export function seenFrom(block: Block, cell: Block): string {
  return block.sheet === cell.sheet ? localAddress(block) : address(block);
}
