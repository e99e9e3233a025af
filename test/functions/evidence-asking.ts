import type { Cell } from "./shipped";
import { callLater } from "./shipped";

/** Three years of two assets, the contract's number 22. */
export const THREE_YEARS = [
  [0.2, 0.02],
  [-0.3, 0.05],
  [0.25, 0.01],
];

export const SIXTY_FORTY = [[60], [40]];

/** One cell. */
export const one = (cell: unknown): unknown[][] => [[cell]];

/** A table of labels and values by its labels. */
export function byLabel(table: readonly (readonly Cell[])[]): Readonly<Record<string, Cell>> {
  return Object.fromEntries(table.map(([label, value]) => [String(label), value as Cell]));
}

/** BACKTEST's statistics by their labels. */
export async function backtest(...given: readonly unknown[]): Promise<Readonly<Record<string, Cell>>> {
  return byLabel(await callLater("BACKTEST", ...given));
}

/** The built-in months of some series. */
export function months(series: string, from?: number, to?: number): Promise<Cell[][]> {
  const year = (given: number | undefined): unknown[][] | null => (given === undefined ? null : one(given));
  return callLater("HISTORY", one(`monthly ${series}`), year(from), year(to));
}

/** A column of a table below its heading. */
export function below(table: readonly (readonly Cell[])[], heading: string): Cell[] {
  const at = table[0]?.indexOf(heading) ?? -1;
  if (at < 0) throw new Error(`There is no column ${heading}.`);
  return table.slice(1).map((row) => row[at] as Cell);
}
