import type { Applied, Receipt, Workbook } from "../../src/workbook";

const receipts = new WeakMap<Workbook, Receipt[]>();

/** Keeps the receipt of what a test has applied, so that `undoLatest` finds it, and hands the answer on. */
export function kept(workbook: Workbook, applied: Applied): Applied {
  if (applied.outcome === "applied") receipts.set(workbook, [...(receipts.get(workbook) ?? []), applied.receipt]);
  return applied;
}

/** Takes back the latest of what was kept and not taken back. */
export async function undoLatest(workbook: Workbook): Promise<boolean> {
  const there = receipts.get(workbook) ?? [];
  const latest = there.at(-1);
  if (latest === undefined) return false;
  const undone = await workbook.undo(latest);
  if (undone) receipts.set(workbook, there.slice(0, -1));
  return undone;
}
