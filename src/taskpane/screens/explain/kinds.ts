import type { CellKind, CellKinds } from "../../../operations";

type Rows = readonly (readonly unknown[])[];

/** What the numbers of an argument are shown as: what the operation says, unless the cells tell otherwise. */
export function kindsShown(holds: CellKinds | undefined, cells: Rows): CellKinds {
  // Targets may be typed as 60 or as 60%: only fractions are shown as percent.
  return holds === undefined || (holds === "percent" && !areFractions(cells)) ? "plain" : holds;
}

/** What the number in one cell of a range stands for. */
export function kindIn(kinds: CellKinds, cells: Rows, row: number, column: number): CellKind {
  if (typeof kinds !== "string") return (kinds[row] ?? kinds.at(-1))?.[column] ?? "plain";
  if (kinds !== "by heading" && kinds !== "by label") return kinds;
  if (kinds === "by label" && column === 0) return "plain";
  const kind = kindNamed(kinds === "by heading" ? cells[0]?.[column] : cells[row]?.[column - 1]);
  return kind === "percent" && !areFractions([[cells[row]?.[column]]]) ? "plain" : kind;
}

function kindNamed(name: unknown): CellKind {
  const words = typeof name === "string" ? name : "";
  if (/\b(date|day|last look|last trade)\b/i.test(words)) return "day";
  if (/\b(value|amount|balance|price|fee)\b/i.test(words)) return "money";
  return /\b(percent|weight|target|cost|rate)\b/i.test(words) ? "percent" : "plain";
}

/** Whether numbers may be parts of one whole, or close to it. */
function areFractions(cells: Rows): boolean {
  return cells.flat().every((cell) => typeof cell !== "number" || Math.abs(cell) <= 1.5);
}
