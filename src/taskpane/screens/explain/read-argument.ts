import type { Cells } from "../../../ranges";
import type { Block, KeelArgument, TableReference } from "../../../sheets";
import type { CellValue, Table, Workbook } from "../../../workbook";
import { isError } from "../../health/health";
import { daySerial } from "../../standing/day";
import { readInside } from "../../../lists";

/** What an argument holds now. */
export type Reading =
  | { readonly read: "nothing" }
  /** Cells as an operation takes them; `origin` is where they stand, if they stand on a sheet. */
  | { readonly read: "cells"; readonly cells: Cells; readonly origin?: Block }
  /** It can't be read here; `remedy` says what to do about it. */
  | { readonly read: "not"; readonly remedy: string };

/** Arguments that refer to something in the workbook, or stand for themselves; a call is answered elsewhere. */
export type ReadableArgument = Exclude<KeelArgument, { readonly is: "call" }>;

/** Reads what an argument of a formula in `cell` refers to. */
export async function readArgument(workbook: Workbook, argument: ReadableArgument, cell: Block): Promise<Reading> {
  switch (argument.is) {
    case "omitted":
      return { read: "nothing" };
    case "constant":
      return { read: "cells", cells: [[argument.value]] };
    case "array":
      return { read: "cells", cells: argument.rows };
    case "today":
      return { read: "cells", cells: [[daySerial(new Date())]] };
    case "block":
      return blockReading(workbook, argument.block);
    case "columns":
      return columnsReading(workbook, argument);
    case "spill":
      return blockReading(workbook, await spilledFrom(workbook, argument.cell));
    case "table":
      return tableReading(await workbook.tables(), argument, cell);
    case "side by side": {
      const columns: Cells[] = [];
      for (const column of argument.columns) {
        const reading = column.is === "call" ? calculation(column) : await readArgument(workbook, column, cell);
        if (reading.read === "not") return reading;
        if (reading.read === "cells") columns.push(reading.cells);
      }
      const height = Math.max(...columns.map(({ length }) => length));
      const rows = Array.from({ length: height }, (_, row) => columns.map((cells) => cells[row]?.[0] ?? ""));
      return { read: "cells", cells: rows };
    }
    case "name": {
      // A table's own name stands for all its rows.
      const tables = await workbook.tables();
      if (tables.some(({ name }) => sameName(name, argument.name))) {
        return tableReading(tables, { table: argument.name, part: "body" }, cell);
      }
      return {
        read: "not",
        remedy: `${argument.text} is a name for cells, and this pane can’t look names up. Type the cells themselves, such as B2:B7, to have it explained.`,
      };
    }
    case "other":
      return calculation(argument);
  }
}

function calculation({ text }: Pick<KeelArgument, "text">): Reading {
  return {
    read: "not",
    remedy: `${text} is a calculation of its own. Put it into a cell of its own and use that cell in the formula: then it can be explained.`,
  };
}

async function blockReading(workbook: Workbook, block: Block): Promise<Reading> {
  const contents = await readInside(workbook, block);
  if (contents) return { read: "cells", cells: contents.values.map((row) => row.map(asArgument)), origin: block };
  return { read: "not", remedy: "These cells could not be read. Check that the sheet is still there." };
}

/** A cell as Excel hands it to a function: an error is a value of its own, not its text. */
function asArgument(value: CellValue): unknown {
  return isError(value) ? { type: "Error", basicValue: value } : value;
}

/** How many rows of a whole column are read at once. */
const PIECE = 1000;

/** Whole columns are read down to the first long stretch without anything in it. */
async function columnsReading(
  workbook: Workbook,
  { sheet, column, width }: { readonly sheet: string; readonly column: number; readonly width: number },
): Promise<Reading> {
  const rows: unknown[][] = [];
  let size = PIECE;
  while (size >= 1) {
    const contents = await readInside(workbook, { sheet, row: rows.length, column, height: size, width });
    if (contents) {
      rows.push(...contents.values.map((row) => row.map(asArgument)));
      if (contents.values.every((row) => row.every((value) => value === ""))) break;
    } else {
      // The sheet ends within this piece.
      size = Math.floor(size / 2);
    }
  }
  const filled = rows.map((row) => row.some((value) => value !== ""));
  const height = filled.lastIndexOf(true) + 1;
  if (height === 0) return { read: "cells", cells: [new Array<unknown>(width).fill("")] };
  return { read: "cells", cells: rows.slice(0, height), origin: { sheet, row: 0, column, height, width } };
}

/** The cells that a formula's result fills, found by asking whose formula fills which cell. */
async function spilledFrom(workbook: Workbook, cell: Block): Promise<Block> {
  const covered = async (down: number, across: number): Promise<boolean> => {
    const one = { ...cell, row: cell.row + down, column: cell.column + across };
    const formula = (await readInside(workbook, one)) && (await workbook.formulaFor(one));
    return formula?.cell.row === cell.row && formula.cell.column === cell.column;
  };
  const height = await extent((size) => covered(size - 1, 0));
  const width = await extent((size) => covered(0, size - 1));
  return { ...cell, height, width };
}

/** The largest size from 1 on that fits, where each smaller one fits as well. */
async function extent(fits: (size: number) => Promise<boolean>): Promise<number> {
  let fitting = 1;
  let beyond = 2;
  while (await fits(beyond)) [fitting, beyond] = [beyond, beyond * 2];
  while (beyond - fitting > 1) {
    const middle = Math.floor((fitting + beyond) / 2);
    if (await fits(middle)) fitting = middle;
    else beyond = middle;
  }
  return fitting;
}

function tableReading(tables: readonly Table[], reference: TableReference, cell: Block): Reading {
  const table = tables.find((one) =>
    reference.table === undefined ? isInside(cell, one.block) : sameName(one.name, reference.table),
  );
  if (!table) {
    const which = reference.table === undefined ? "A table around the formula" : `The table ${reference.table}`;
    return { read: "not", remedy: `${which} is not there anymore. Check the name in the formula.` };
  }
  const headings = (table.values[0] ?? []).map(String);
  const [first, last] = (reference.columns ?? [headings[0] ?? "", headings.at(-1) ?? ""]).map((column) =>
    headings.findIndex((heading) => sameName(heading.trim(), column)),
  );
  if (first === undefined || last === undefined || first < 0 || last < 0) {
    const column = reference.columns?.find((one) => !headings.some((heading) => sameName(heading.trim(), one)));
    return {
      read: "not",
      remedy: `The table ${table.name} has no column called ${column ?? ""}. Check the name in the formula.`,
    };
  }
  const rows = rowsOf(reference.part, table, cell);
  if (!rows) {
    return { read: "not", remedy: "This part of the table can’t be read here. Give a column of the table instead." };
  }
  const [left, right] = [Math.min(first, last), Math.max(first, last)];
  return {
    read: "cells",
    cells: table.values.slice(rows.from, rows.to).map((row) => row.slice(left, right + 1).map(asArgument)),
    origin: {
      sheet: table.block.sheet,
      row: table.block.row + rows.from,
      column: table.block.column + left,
      height: rows.to - rows.from,
      width: right - left + 1,
    },
  };
}

/** Rows of a table, its header being row 0; undefined for a part with none. */
function rowsOf(part: TableReference["part"], { block }: Table, cell: Block): { from: number; to: number } | undefined {
  switch (part) {
    case "body":
      return { from: 1, to: block.height };
    case "headers":
      return { from: 0, to: 1 };
    case "all":
    case "headers and body":
      return { from: 0, to: block.height };
    case "this row": {
      const row = cell.row - block.row;
      return row > 0 && row < block.height ? { from: row, to: row + 1 } : undefined;
    }
    case "totals":
    case "body and totals":
      return undefined;
  }
}

function isInside(cell: Block, block: Block): boolean {
  const [down, across] = [cell.row - block.row, cell.column - block.column];
  return cell.sheet === block.sheet && down >= 0 && down < block.height && across >= 0 && across < block.width;
}

/** Excel's names and headings don't tell capitals from small letters. */
function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
