import { CELL_INVERTED_INDEX_CACHE } from "@univerjs/engine-formula";

/** Univer's index of which rows of a column hold a value: for each value the set of its rows. */
export type ValueIndex = typeof CELL_INVERTED_INDEX_CACHE;
type Column = NonNullable<ReturnType<ValueIndex["getCellValuePositions"]>>;
type Rows = Column extends Map<unknown, infer Each> ? Each : never;

/** Indices that are mended already: all grids of a page share one. */
const mended = new WeakSet<ValueIndex>();

/**
 * Mends Univer's index of values. For each cell of a result it goes through all values of the column to find the one
 * that the cell had: with 5,000 funds that is 12 million steps for each column of a plan, at each calculation. Here it is
 * told which set of rows has the cell.
 */
export function mendValueIndex(index: ValueIndex = CELL_INVERTED_INDEX_CACHE): void {
  if (mended.has(index)) return;
  mended.add(index);
  const set: unknown = Reflect.get(index, "set");
  if (typeof set !== "function") throw new Error("Univer's index of values has changed: see value-index.ts.");
  const rowsByColumn = new WeakMap<Column, Map<number, Rows>>();
  const noted = (column: Column): Map<number, Rows> => {
    const known = rowsByColumn.get(column) ?? new Map<number, Rows>();
    rowsByColumn.set(column, known);
    return known;
  };
  const setInstead: ValueIndex["set"] = (unit, sheet, at, value, row, isForceUpdate) => {
    const column = index.getCellValuePositions(unit, sheet, at);
    if (!column) {
      set.call(index, unit, sheet, at, value, row, isForceUpdate);
      const begun = index.getCellValuePositions(unit, sheet, at);
      for (const rows of begun?.values() ?? []) noted(begun as Column).set(row, rows);
      return;
    }
    const known = noted(column);
    const had = known.get(row);
    let has: Rows | undefined;
    // What the original sees of the column: the one set that has the row, and any set that it asks for by its value.
    const seen = {
      [Symbol.iterator]: () => (had ? [[undefined, had]] : [])[Symbol.iterator](),
      get: (key: Parameters<Column["get"]>[0]) => (has = column.get(key)),
      set: (key: Parameters<Column["set"]>[0], rows: Rows) => column.set(key, (has = rows)),
    };
    const only = { get: () => ({ get: () => ({ get: () => seen }) }) };
    const self = { _cache: only, shouldContinueBuildingCache: index.shouldContinueBuildingCache.bind(index) };
    set.call(self, unit, sheet, at, value, row, isForceUpdate);
    if (has) known.set(row, has);
  };
  Reflect.set(index, "set", setInstead);
}
