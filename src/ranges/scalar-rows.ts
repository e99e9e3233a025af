import { succeeded } from "../engine";
import { onlyCell, type Argument, type ResultCell } from "./cells";
import { alignColumns, position, readColumn, type AlignedColumns, type NumberColumn } from "./column";
import { failed, type CellPlace, type Note, type Read, type Wanted } from "./problem";
import { columnOf, type ResultCells } from "./results";
import { readScalar } from "./scalar";

/** A number that a function takes as one cell, or as a column of them for a column of answers. */
export interface ScalarArgument {
  readonly argument: string;
  readonly cells: Argument;
  readonly wanted: Wanted;
  /** Both ends are allowed. A blank cell is no number, and none is below these. */
  readonly least: number;
  readonly most: number;
  readonly isWhole?: boolean;
  /** Whether a blank cell is an error. */
  readonly isRequired?: boolean;
}

/** Numbers row by row, as many as there were arguments; 0 where a cell is blank or an argument left out. */
export interface ScalarRows {
  /** One row where every argument is one cell. */
  readonly rows: readonly ScalarRow[];
  readonly notes: readonly Note[];
  /** Lays an answer a row out as the arguments lie: "" beside a header, 0 beside a row of blanks. */
  readonly answer: (cells: readonly ResultCell[]) => ResultCells;
}

export interface ScalarRow {
  readonly numbers: readonly number[];
  /** Where an argument's number is. */
  readonly at: (argument: number) => CellPlace;
}

/** Reads numbers that are one cell or a column each. Columns are aligned as those of row functions are. */
export function readScalarRows(given: readonly ScalarArgument[]): Read<ScalarRows> {
  const notes: Note[] = [];
  const columns: NumberColumn[] = [];
  const single = new Map<number, number>();
  const placeOf = new Map<number, number>();
  for (const [index, { argument, cells, wanted, isRequired }] of given.entries()) {
    if (cells && cells.length * (cells[0]?.length ?? 0) !== 1) {
      const column = readColumn(argument, cells, wanted);
      if (!column.ok) return column;
      placeOf.set(index, columns.push(column.value) - 1);
      continue;
    }
    const number = readScalar(argument, cells, wanted, notes);
    if (!number.ok) return number;
    if (number.value === undefined && isRequired === true)
      return failed({ code: "missing argument", argument, wanted });
    single.set(index, number.value ?? 0);
  }
  const aligned = columns.length === 0 ? undefined : alignColumns(columns);
  if (aligned?.ok === false) return aligned;
  const layout: Pick<AlignedColumns, "rows" | "headerRows" | "columns"> = aligned?.value ?? {
    rows: 1,
    headerRows: new Set<number>(),
    columns: [],
  };
  const filled: number[] = [];
  const rows: ScalarRow[] = [];
  for (let row = 0; row < layout.rows; row++) {
    if (layout.headerRows.has(row)) continue;
    if (columns.length > 0 && layout.columns.every(({ numbers }) => numbers[row] === 0)) continue;
    const at = (index: number): CellPlace => {
      const column = layout.columns[placeOf.get(index) ?? -1];
      const argument = (given[index] as ScalarArgument).argument;
      return column ? position(argument, row, column.across) : { argument };
    };
    const numbers = given.map(
      (_, index) => single.get(index) ?? layout.columns[placeOf.get(index) as number]?.numbers[row] ?? 0,
    );
    for (const [index, { least, most, isWhole, isRequired }] of given.entries()) {
      const found = numbers[index] as number;
      if (found === 0 && isRequired !== true) continue;
      if (found < least || found > most) return failed({ code: "out of range", at: at(index), found, least, most });
      if (isWhole === true && !Number.isInteger(found)) {
        return failed({ code: "not a whole number", at: at(index), found });
      }
    }
    filled.push(row);
    rows.push({ numbers, at });
  }
  return succeeded({
    rows,
    notes: [...notes, ...(aligned?.value.notes ?? [])],
    answer: (cells) => {
      const byRow = new Map(filled.map((row, index) => [row, cells[index] as ResultCell]));
      return columnOf(layout, (row) => byRow.get(row) ?? 0);
    },
  });
}

/** Reads numbers that are one cell each, for a function whose answer is a table. */
export function readScalars(
  given: readonly ScalarArgument[],
): Read<{ readonly numbers: readonly number[]; readonly notes: readonly Note[] }> {
  for (const { argument, cells } of given) {
    const one = cells ? onlyCell(argument, cells) : undefined;
    if (one?.ok === false) return one;
  }
  const read = readScalarRows(given);
  if (!read.ok) return read;
  const { rows, notes } = read.value;
  return succeeded({ numbers: (rows[0] as ScalarRow).numbers, notes });
}
