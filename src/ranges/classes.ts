import { succeeded } from "../engine";
import { failed, type Note, type CellPlace, type Read } from "./problem";
import type { Argument } from "./cells";
import { MOST_ROWS, position, readLine } from "./column";
import { know } from "./holdings/headings";
import { MOST_HEADER_ROWS } from "./header";
import { isTotal, NameList, readName, type Name } from "./names";
import type { RowLayout } from "./results";

/** A column (or row) of asset classes, each under its first spelling. */
export interface ClassRange {
  readonly classes: readonly string[];
  /** The class of each row of the range, counted in `classes`; undefined for a header, a blank and a total row. */
  readonly classOfRow: readonly (number | undefined)[];
  /** The class that takes the money of no other, if the list has one. */
  readonly unclassified: string | undefined;
  /** The list's own spelling of a class; undefined if the list doesn't have it. */
  readonly find: (name: Name, at: CellPlace) => Read<string | undefined>;
  readonly layout: RowLayout;
  readonly notes: readonly Note[];
}

const UNCLASSIFIED = "UNCLASSIFIED";

/** Reads a list of asset classes, with or without a header. A class that stands twice is a problem. */
export function readClasses(argument: string, cells: Argument): Read<ClassRange> {
  if (cells === null || cells === undefined) return failed({ code: "missing argument", argument, wanted: "class" });
  const line = readLine(argument, cells);
  if (!line.ok) return line;
  const { across, cellAt, used: rows } = line.value;
  if (rows > MOST_ROWS) return failed({ code: "too many rows", argument, rows, most: MOST_ROWS });

  const headerRows = new Set<number>();
  const header = headerRow(argument, Math.min(rows, MOST_HEADER_ROWS), cellAt);
  for (let row = 0; row <= header; row++) headerRows.add(row);

  const list = new NameList();
  const rowOf = new Map<string, number>();
  const classes: string[] = [];
  const classOfRow = new Array<number | undefined>(rows).fill(undefined);
  const notes: Note[] = headerRows.size > 1 ? [{ code: "header rows skipped", argument, rows: headerRows.size }] : [];
  let unclassified: string | undefined;
  for (let row = header + 1; row < rows; row++) {
    const at = position(argument, row, across);
    const reading = readName(cellAt(row), at);
    if (reading.kind === "problem") return failed(reading.problem);
    if (reading.kind === "blank") continue;
    if (isTotal(reading.name)) {
      notes.push({ code: "total row skipped", at });
      continue;
    }
    const name = list.enter(reading.name, at);
    if (!name.ok) return name;
    const first = rowOf.get(name.value.key);
    if (first !== undefined) return failed({ code: "class twice", at, class: name.value.text, first });
    rowOf.set(name.value.key, row);
    if (name.value.key === UNCLASSIFIED) unclassified = name.value.text;
    classOfRow[row] = classes.push(name.value.text) - 1;
  }
  return succeeded({
    classes,
    classOfRow,
    unclassified,
    find: (name, at) => {
      const found = list.find(name, at);
      return found.ok ? succeeded(found.value?.text) : found;
    },
    layout: { rows, headerRows, columns: [{ across }] },
    notes,
  });
}

/** The row that says "Class" above the classes; −1 where none does. */
function headerRow(argument: string, rows: number, cellAt: (row: number) => unknown): number {
  for (let row = 0; row < rows; row++) {
    const reading = readName(cellAt(row), { argument });
    if (reading.kind === "name" && isClassHeading(reading.name)) return row;
  }
  return -1;
}

function isClassHeading({ text }: Name): boolean {
  return know(text)?.kind === "asset class";
}
