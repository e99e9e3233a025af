import type { CellKind, CellKinds } from "../../../operations";
import type { TaxEstimate } from "../../../sheets";

/** How the cells of an answer are shown: runs of one kind down each column. */
export function formatsOf(holds: CellKinds, height: number, width: number): TaxEstimate["formats"] {
  const kindAt = (row: number, column: number): CellKind => {
    if (typeof holds === "string") return holds === "by heading" || holds === "by label" ? "plain" : holds;
    const kinds = holds[Math.min(row, holds.length - 1)] ?? [];
    return kinds[Math.min(column, kinds.length - 1)] ?? "plain";
  };
  const runs: { row: number; column: number; height: number; width: 1; kind: CellKind }[] = [];
  for (let column = 0; column < width; column++) {
    for (let row = 0; row < height; row++) {
      const kind = kindAt(row, column);
      const last = runs.at(-1);
      if (last?.column === column && last.kind === kind) last.height += 1;
      else runs.push({ row, column, height: 1, width: 1, kind });
    }
  }
  return runs.filter(({ kind }) => kind !== "plain");
}
