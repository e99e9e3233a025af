import { columnNumber } from "../sheets";

const rows = 1_048_576;
const columns = 16_384;

/** Tells whether Excel takes a text as the name of a table, of cells or of a formula. */
export function isName(name: string): boolean {
  return /^[\p{L}_\\][\p{L}\p{N}\p{M}_.\\?]{0,254}$/u.test(name) && !looksLikeCell(name);
}

/** Names such as TAX2026, which is a cell, R1C1 and plain R. */
function looksLikeCell(name: string): boolean {
  const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/i.exec(name) ?? [];
  if (letters && digits) return columnNumber(letters) < columns && Number(digits) >= 1 && Number(digits) <= rows;
  return /^(?:R\d*C\d*|R\d*|C\d*)$/i.test(name);
}

/** Excel's limit for the name of a sheet, in letters. */
export const mostInSheetName = 31;

/** Tells whether Excel takes a text as the name of a sheet. */
export function isSheetName(name: string): boolean {
  if (name.length > mostInSheetName || name.startsWith("'") || name.endsWith("'")) return false;
  return /^[^:\\/?*[\]\p{Cc}]+$/u.test(name) && !/^history$/i.test(name);
}
