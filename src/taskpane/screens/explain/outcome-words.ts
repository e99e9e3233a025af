import type { ReadyList } from "../../../lists";
import { cellError, sentence, type Answer, type ResultPlace } from "../../../operations";
import { argumentNames, explanationSentences, inTheRange, quoted, type Cells, type Places } from "../../../ranges";
import { localAddress, type Block } from "../../../sheets";
import { inWords } from "../../components/figures";
import type { CallOutcome, ReadArgument } from "./explained";
import { fundAt, seenFrom } from "./seen-from";
import { withErrors } from "./with-errors";

/** How many funds or cells are named before the rest is only counted. */
const NAMED = 8;

/** Says what an answer is and how it came about, with the figures of the cell `at` of it. */
export function outcomeOf(answer: Answer, places: Places, at?: ResultPlace): CallOutcome {
  if (!answer.ok) {
    return { is: "error", error: cellError(answer.problem), because: sentence(answer.problem, places) };
  }
  const explanation = answer.explain(at);
  // The ranges are listed with the arguments.
  const read = explanation.read.filter(({ fact }) => fact !== "range");
  return {
    is: "answered",
    cells: withErrors(answer.cells),
    kinds: answer.holds,
    ...explanationSentences({ ...explanation, read }, places),
  };
}

/** Names cells by their addresses, and rows by the fund's name if they are rows of the list in sight. */
export function placesOn(read: readonly ReadArgument[], cell: Block, list: ReadyList | undefined): Places {
  const originOf = (argument: string): { origin: Block; cells: Cells } | undefined => {
    const reading = read.find(({ name }) => name === argument)?.reading;
    return reading?.read === "cells" && reading.origin ? { origin: reading.origin, cells: reading.cells } : undefined;
  };
  const firstRows = read
    .map(({ name }) => originOf(name))
    .find((one) => one && one.origin.height + one.origin.width > 2);
  const rowNames = (rows: readonly number[], origin: Block): string => {
    const across = origin.height === 1;
    const names = rows.map((row) => {
      if (across) return `cell ${localAddress({ ...origin, column: origin.column + row, height: 1, width: 1 })}`;
      const onSheet = origin.row + row;
      const fund = fundAt(list, origin.sheet, onSheet);
      return fund === undefined ? `row ${onSheet + 1}` : `${quoted(fund)} (row ${onSheet + 1})`;
    });
    return inWords(names, NAMED);
  };
  return {
    cell: (at) => {
      const found = originOf(at.argument);
      // Rules of rows may come from two columns that stand apart: the row says which cell is meant.
      if (!found && firstRows && at.argument === argumentNames.rows && at.row !== undefined) {
        return `${at.argument}, ${rowNames([at.row], firstRows.origin)}`;
      }
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
      return rowNames(rows, found.origin);
    },
  };
}
