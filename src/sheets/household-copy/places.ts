import { columnName } from "../place";

/** The sheets of the copy. */
export const copySheets = { first: "Adviser copy", holdings: "Holdings", certificate: "Certificate" } as const;

/** Names a cell from another sheet of the copy. Rows and columns count from 0. */
export function cellOf(sheet: keyof typeof copySheets, row: number, column: number): string {
  return `${prefix(sheet)}$${columnName(column)}$${row + 1}`;
}

/** Names the cells of a column from one row to another, both included. */
export function cellsOf(sheet: keyof typeof copySheets, column: number, first: number, last: number): string {
  const letter = columnName(column);
  return `${prefix(sheet)}$${letter}$${first + 1}:$${letter}$${last + 1}`;
}

function prefix(sheet: keyof typeof copySheets): string {
  const name = copySheets[sheet];
  return name.includes(" ") ? `'${name}'!` : `${name}!`;
}

/** What the formulas of the copy rest on, in cells of the certificate. */
export type Input = "day" | "short rate" | "long rate" | "gains bound";

const INPUTS: readonly Input[] = ["day", "short rate", "long rate", "gains bound"];
export const FIRST_INPUT = 4;
export const INPUT_COLUMN = 3;

export function inputRow(input: Input): number {
  return FIRST_INPUT + INPUTS.indexOf(input);
}

export function inputCell(input: Input): string {
  return cellOf("certificate", inputRow(input), INPUT_COLUMN);
}

/** Where all checks are said in one cell. */
export const ALL_CHECKS_ROW = FIRST_INPUT + INPUTS.length;
export const allChecksCell = cellOf("certificate", ALL_CHECKS_ROW, INPUT_COLUMN);
