import { isTotalRow } from "../ranges";
import { isKeelFormula, overlap, type Block } from "../sheets";
import type { CellValue, Contents } from "../workbook";
import { isValued, listIn, type List, type ValuedList } from "./list";
import { regionsIn } from "./regions";

/** How many blank rows may stand between two funds of one list: people part kinds of funds by them. */
const MOST_BLANK_ROWS = 2;

/** How far below a table rows of funds are looked for. */
export const ROWS_BELOW = 20;

/**
 * The filled regions of cells, as `regionsIn` splits them, but a list with headings goes on over blank rows as long as
 * rows of funds follow in its columns.
 */
export function listRegionsIn(contents: Contents): readonly Contents[] {
  const joined: Contents[] = [];
  for (const region of regionsIn(contents)) {
    // It is a part of a list that begins further up.
    if (joined.some(({ block }) => overlap(block, region.block))) continue;
    joined.push(continuedIn(contents, region));
  }
  return joined;
}

function continuedIn(contents: Contents, region: Contents): Contents {
  const list = listIn(region);
  // After a total, whatever follows is something else.
  if (!list.headed || !isValued(list) || list.total) return region;
  const { block } = region;
  const line = lineReader(contents, block);
  let end = block.row + block.height;
  for (let grown = true; grown;) {
    grown = false;
    let first = end;
    while (first - end < MOST_BLANK_ROWS && isBlank(line(first))) first += 1;
    let next = first;
    while (isFund(list, line(next))) next += 1;
    if (next === first || !hasTarget(list, first, next, line)) break;
    // Its total row ends it.
    const total = line(next);
    if (total && isTotalRow(total)) next += 1;
    // What stands right below and is no fund shows that these lines are another thing, such as a sum with its parts.
    else if (!isBlank(total)) break;
    else grown = true;
    end = next;
  }
  return end === block.row + block.height ? region : cut(contents, { ...block, height: end - block.row });
}

/** The rows right below a table that hold funds: a host may not have taken into the table what was typed there. */
export function fundsBelow(list: ValuedList, below: Contents): Block | undefined {
  if (list.total) return undefined;
  const line = lineReader(below, below.block);
  let height = 0;
  while (isFund(list, line(below.block.row + height)) && !calculated(below, height)) height += 1;
  return height === 0 ? undefined : { ...below.block, height };
}

/** A fund has a name and a number for its value, and its target, if it has one, is a number too. */
function isFund({ columns: { fund, value, target } }: ValuedList, cells: readonly CellValue[] | undefined): boolean {
  if (!cells || isTotalRow(cells)) return false;
  const name = fund === undefined ? "" : cells[fund];
  const goal = target === undefined ? "" : cells[target];
  return (
    typeof name === "string" &&
    /\p{L}/u.test(name) &&
    typeof cells[value] === "number" &&
    (goal === "" || typeof goal === "number")
  );
}

/** Of a list with targets, one of some rows at least has one: a name beside a number alone may be anything. */
function hasTarget({ columns: { target } }: List, first: number, end: number, line: Line): boolean {
  if (target === undefined) return true;
  return Array.from({ length: end - first }, (_, index) => line(first + index)?.[target]).some(
    (cell) => typeof cell === "number",
  );
}

/** Reads a row of a sheet within some columns; undefined beyond what is known. */
type Line = (row: number) => readonly CellValue[] | undefined;

function lineReader({ block, values }: Contents, { column, width }: Block): Line {
  const from = column - block.column;
  return (row) => values[row - block.row]?.slice(from, from + width);
}

function calculated({ formulas }: Contents, row: number): boolean {
  return (formulas[row] ?? []).some(isKeelFormula);
}

/** Beyond what is known nothing is. */
function isBlank(cells: readonly CellValue[] | undefined): boolean {
  return cells === undefined || cells.every((cell) => cell === "");
}

function cut(contents: Contents, block: Block): Contents {
  const { row, column } = contents.block;
  const within = <T>(rows: readonly (readonly T[])[]): readonly (readonly T[])[] =>
    rows
      .slice(block.row - row, block.row - row + block.height)
      .map((cells) => cells.slice(block.column - column, block.column - column + block.width));
  return { block, values: within(contents.values), formulas: within(contents.formulas) };
}
