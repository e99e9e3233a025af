import { succeeded, type Lock } from "../../engine";
import { plainValue } from "../cells";
import { isErrorCell, readNumber, tidyText } from "../numbers";
import { failed, type CellPlace, type Read } from "../problem";
import { lockNamed } from "../row-rules";

/**
 * Reads the lock of a row of holdings: hold, no buy or no sell; undefined where it says none, as FALSE and an empty cell
 * do. `of` is whose row it is.
 */
export function readLock(
  cell: unknown,
  at: CellPlace,
  of: { readonly account: string; readonly fund: string },
): Read<Lock | undefined> {
  const value = plainValue(cell);
  if (value === undefined || value === null || value === false) return succeeded(undefined);
  const words = typeof value === "string" ? tidyText(value).toLowerCase() : undefined;
  if (words === "" || words === "none") return succeeded(undefined);
  const lock = words === undefined ? undefined : lockNamed(words);
  if (lock) return succeeded(lock);
  const read = readNumber(value, at, "row rule");
  if (read.kind === "problem" && isErrorCell(read.problem)) return failed(read.problem);
  const found = typeof value === "string" || typeof value === "number" ? String(value) : value === true ? "TRUE" : "";
  return failed({ code: "unknown lock", at, ...of, found });
}
