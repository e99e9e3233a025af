import { ArrayValueObject, FORMULA_REF_TO_ARRAY_CACHE } from "@univerjs/engine-formula";

/** What is asked of the cells of a range as a whole: SUM, AVERAGE, MAX and their like are made of these. */
const totals = ["sum", "max", "min", "count", "countA", "countBlank"] as const;
/** What puts other cells into a range that was read. */
const changes = ["set", "setArrayValue", "setDefaultValue"] as const;

type Totals = Pick<ArrayValueObject, (typeof totals)[number]>;
/** Where Univer keeps the ranges that it has read during a calculation. */
export type RangeCache = Pick<typeof FORMULA_REF_TO_ARRAY_CACHE, "set">;

/** Totals that are known, of each range that several formulas share. */
const known = new WeakMap<object, Map<string, unknown>>();
/** Caches and classes that are mended already: all grids of a page share one. */
const mended = new WeakSet();

/**
 * Mends how Univer adds ranges up. It reads a range once for all formulas of a calculation, but each formula goes through
 * its cells again: with `=B2/SUM(B:B)` in 20,000 rows that is 400 million steps. Here a range that was read is added up
 * once, until the next calculation reads it anew.
 */
export function mendRangeTotals(cache: RangeCache = FORMULA_REF_TO_ARRAY_CACHE): void {
  if (!mended.has(cache)) {
    mended.add(cache);
    const set = cache.set.bind(cache);
    cache.set = (key, range) => {
      if (range instanceof ArrayValueObject) known.set(range, new Map());
      set(key, range);
    };
  }
  const prototype = ArrayValueObject.prototype;
  if (mended.has(prototype)) return;
  mended.add(prototype);
  for (const name of totals) {
    const work = method(prototype, name);
    Reflect.set(prototype, name, function (this: Totals): unknown {
      const ofThis = known.get(this);
      if (!ofThis) return work.call(this);
      if (!ofThis.has(name)) ofThis.set(name, work.call(this));
      return ofThis.get(name);
    });
  }
  for (const name of changes) {
    const change = method(prototype, name);
    Reflect.set(prototype, name, function (this: object, ...given: unknown[]): unknown {
      known.delete(this);
      return change.apply(this, given);
    });
  }
}

function method(prototype: object, name: string): (...given: unknown[]) => unknown {
  const own: unknown = Reflect.get(prototype, name);
  if (typeof own !== "function")
    throw new Error(`How Univer adds ranges up has changed (${name}): see range-totals.ts.`);
  return own as (...given: unknown[]) => unknown;
}
