import { cellError, operationByName, type Answer, type ResultPlace } from "../../../operations";
import type { Argument } from "../../../ranges";
import { isWhole, keelCalls, type Block, type KeelArgument, type KeelCall } from "../../../sheets";
import type { CellFormula, Workbook } from "../../../workbook";
import { argumentName, type Catalogue } from "../../catalogue/catalogue";
import { unknownFunction, unknownInWords } from "../../health/misspelled";
import type { ReadyList } from "../../../lists";
import type { Explained, ExplainedCall, Own, ReadArgument } from "./explained";
import { kindsShown } from "./kinds";
import { outcomeOf, placesOn } from "./outcome-words";
import { readArgument, type Reading } from "./read-argument";
import { fundAt, seenFrom } from "./seen-from";
import { errorValue, withErrors } from "./with-errors";

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
    const answer = await operation.answer(...read.map(({ reading }) => argumentOf(reading)));
    const at = isAll(about, formula)
      ? { row: selected.row - formula.cell.row, column: selected.column - formula.cell.column }
      : besideArgument(read, selected);
    const outcome = outcomeOf(answer, placesOn(read, formula.cell, list), at);
    return { calls: [{ ...about, outcome }, ...inner], answer };
  }
}

function argumentOf(reading: Reading): Argument {
  return reading.read === "cells" ? reading.cells : null;
}

/**
 * The cell of a call's result that stands for the selected cell's row, where the call is a part of a larger formula: as
 * in a table's column, where each row takes its own cell of the same result.
 */
function besideArgument(read: readonly ReadArgument[], { sheet, row }: Block): ResultPlace | undefined {
  for (const { reading } of read) {
    const origin = reading.read === "cells" ? reading.origin : undefined;
    if (origin?.sheet !== sheet || origin.height < 2) continue;
    if (row >= origin.row && row < origin.row + origin.height) return { row: row - origin.row, column: 0 };
  }
  return undefined;
}

/** What another Keel call gives to the one around it. */
function resultReading(argument: KeelArgument, answer: Answer | undefined): Reading {
  if (!answer)
    return { read: "not", remedy: `it is what ${argument.text} gives, which can’t be explained. See below.` };
  return { read: "cells", cells: answer.ok ? withErrors(answer.cells) : [[errorValue(cellError(answer.problem))]] };
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
export function isAll(call: Pick<ExplainedCall, "text">, { formula }: CellFormula): boolean {
  return isWhole(call, formula);
}

/** Where an argument stands if it is a column with a cell for each row of the result. */
export function originBeside({ reading }: ReadArgument, { height }: Own): Block | undefined {
  if (reading.read !== "cells" || reading.origin?.width !== 1) return undefined;
  return reading.origin.height === height ? reading.origin : undefined;
}
