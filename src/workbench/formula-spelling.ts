import { blockAt, localAddress, type Block } from "../sheets";

/** Univer doesn't know Excel's short form for the same row of a table, `Holdings[@Value]`. */
export function forUniver(formula: string): string {
  return formula.replace(
    /(\w)\[@(?:\[([^\]]+)\]|([^\]]+))\]/g,
    (_, table: string, bracketed: string | undefined, bare: string) => `${table}[[#This Row],[${bracketed ?? bare}]]`,
  );
}

/** `G4`, `$G$4`, `'My plan'!G4` with Excel's mark for all that a formula fills behind it. */
const filledFrom = /((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?\$?([A-Z]{1,3})\$?(\d{1,7})#/giu;

/**
 * Spells out Excel's `G4#`, which Univer doesn't know, as all the cells that the formula in G4 fills, `$G$4:$G$9`.
 * `filled` says which these are; what it doesn't know stays as it is.
 */
export function withoutSpillMarks(formula: string, sheet: string, filled: (cell: Block) => Block | undefined): string {
  // Splitting at a group keeps what the group matched: the pieces at odd places are texts in quotes. In them `G4#` is
  // only a word, and stays.
  return formula
    .split(/("(?:[^"]|"")*")/)
    .map((piece, index) =>
      index % 2 === 1
        ? piece
        : piece.replace(filledFrom, (whole, prefix: string | undefined, column: string, row: string) => {
            const cell = blockAt(`${prefix ?? `'${sheet.replaceAll("'", "''")}'!`}${column}${row}`);
            const block = cell && filled(cell);
            return block ? `${prefix ?? ""}${localAddress(block, true)}` : whole;
          }),
    )
    .join("");
}
