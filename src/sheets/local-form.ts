import { afterPiece } from "./formula-pieces";

/** The signs by which formulas differ from one country to another. */
export interface Separators {
  /** Between the arguments of a function. */
  readonly argument: "," | ";";
  readonly decimal: "." | ",";
}

/** The signs of formulas in en-US form, as files and hosts keep them. */
export const plainSeparators: Separators = { argument: ",", decimal: "." };

/** The elements of `{…}` stand beside each other with a sign of its own, which Excel doesn't tell: left as they are. */
const array = /^\{[^}]*\}/;
const word = /^[\p{L}\p{N}_.$\\?]+/u;
const number = /^\d*\.\d+(?:E\d+)?$/i;

/**
 * Writes a formula or a part of one, given in en-US form, with an owner's separators: `DRIFT(A1:A3;B1:B3;0,5)`. Texts,
 * names of sheets, tables and columns stay; so do the English names of functions, which Keel's have in every language.
 */
export function inLocalForm(formula: string, { argument, decimal }: Separators): string {
  if (argument === "," && decimal === ".") return formula;
  let local = "";
  for (let at = 0; at < formula.length;) {
    const rest = formula.slice(at);
    const [whole] = array.exec(rest) ?? word.exec(rest) ?? [formula.slice(at, afterPiece(formula, at))];
    local += localPiece(whole, argument, decimal);
    at += whole.length;
  }
  return local;
}

function localPiece(piece: string, argument: string, decimal: string): string {
  if (piece === ",") return argument;
  if (number.test(piece)) return piece.replace(".", decimal);
  // Between two parts of a table's reference: [[#All],[Value]].
  return piece.startsWith("[[") ? piece.replace(/\],(\s*)\[/g, `]${argument}$1[`) : piece;
}
