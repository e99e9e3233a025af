/** A rectangle of cells. Rows and columns count from 0; height and width are at least 1. */
export interface Block {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly height: number;
  readonly width: number;
}

/** Names a column the way Excel does: 0 is A, 25 is Z, 26 is AA. */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** Reads a column name back: A is 0, AA is 26. */
export function columnNumber(name: string): number {
  let number = 0;
  for (const letter of name.toUpperCase()) number = number * 26 + (letter.charCodeAt(0) - 64);
  return number - 1;
}

/** Writes a block as an address without its sheet: `B2`, `B2:C7`. With `fixed`, as `$B$2:$C$7`. */
export function localAddress(block: Block, fixed = false): string {
  const mark = fixed ? "$" : "";
  const corner = (row: number, column: number): string => `${mark}${columnName(column)}${mark}${row + 1}`;
  const first = corner(block.row, block.column);
  if (block.height === 1 && block.width === 1) return first;
  return `${first}:${corner(block.row + block.height - 1, block.column + block.width - 1)}`;
}

/** Writes a block as a formula refers to it from another sheet: `'My plan'!B2:C7`. With `fixed`, as `'My plan'!$B$2:$C$7`. */
export function address(block: Block, fixed = false): string {
  return `${sheetInFormula(block.sheet)}!${localAddress(block, fixed)}`;
}

/** A sheet's name as a formula says it before the `!`: `Plan`, `'My plan'`. */
export function sheetInFormula(name: string): string {
  // Quotes are always allowed, and needed for names with spaces, digits or signs, and for R, C and RC, which Excel reads as a row or column.
  const plain = /^[A-Za-z_][A-Za-z_.]*$/.test(name) && !/^(r|c|rc|true|false)$/i.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** Reads an address such as `'My plan'!$B$2:C7` or `Holdings!A1`. Undefined for anything that is not one rectangle on a named sheet. */
export function blockAt(text: string): Block | undefined {
  const parts = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/i.exec(
    text.trim(),
  );
  if (!parts) return undefined;
  const [, quoted, plain, fromColumn = "", fromRow = "", toColumn = fromColumn, toRow = fromRow] = parts;
  const row = Number(fromRow) - 1;
  const column = columnNumber(fromColumn);
  return {
    sheet: quoted === undefined ? (plain ?? "") : quoted.replaceAll("''", "'"),
    row,
    column,
    height: Number(toRow) - row,
    width: columnNumber(toColumn) - column + 1,
  };
}

/** Tells whether two names of sheets, tables or charts are one to Excel, which ignores case. */
export function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Tells whether two blocks share a cell. */
export function overlap(one: Block, other: Block): boolean {
  return (
    sameName(one.sheet, other.sheet) &&
    one.row < other.row + other.height &&
    other.row < one.row + one.height &&
    one.column < other.column + other.width &&
    other.column < one.column + one.width
  );
}

/** Tells whether two blocks are the same cells. */
export function sameBlock(one: Block, other: Block): boolean {
  return (
    sameName(one.sheet, other.sheet) &&
    one.row === other.row &&
    one.column === other.column &&
    one.height === other.height &&
    one.width === other.width
  );
}

/** Where one cell is; without a sheet, on the sheet that is spoken of. */
type Cell = Pick<Block, "row" | "column"> & Partial<Pick<Block, "sheet">>;

/** Tells whether a cell is in a block. */
export function within(block: Block, { sheet = block.sheet, row, column }: Cell): boolean {
  return (
    sameName(block.sheet, sheet) &&
    block.row <= row &&
    row < block.row + block.height &&
    block.column <= column &&
    column < block.column + block.width
  );
}

/** The first cell of a block, as a block. */
export function topLeft(block: Block): Block {
  return { ...block, height: 1, width: 1 };
}

/** One value for each cell of a block, row by row. */
export function filledWith<T>({ height, width }: Pick<Block, "height" | "width">, value: T): T[][] {
  return Array.from({ length: height }, () => Array.from({ length: width }, () => value));
}
