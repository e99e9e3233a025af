import { describe, expect, it } from "@jest/globals";
import {
  ArrayValueObject,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  FORMULA_REF_TO_ARRAY_CACHE,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
  type BaseValueObject,
} from "@univerjs/engine-formula";
import fc from "fast-check";
import { mendRangeTotals } from "../../src/workbench/range-totals";

const totals = ["sum", "max", "min", "count", "countA", "countBlank"] as const;

function rangeOf(cells: readonly (readonly (number | string | boolean | null)[])[]): ArrayValueObject {
  return ArrayValueObject.create({
    calculateValueList: cells.map((row) => row.map(valueOf)),
    rowCount: cells.length,
    columnCount: cells[0]?.length ?? 0,
    unitId: "book",
    sheetId: "sheet",
    row: 0,
    column: 0,
  });
}

function valueOf(value: number | string | boolean | null): BaseValueObject {
  if (value === null) return NullValueObject.create();
  if (value === "#N/A") return ErrorValueObject.create(ErrorType.NA);
  if (typeof value === "number") return NumberValueObject.create(value);
  return typeof value === "boolean" ? BooleanValueObject.create(value) : StringValueObject.create(value);
}

const value = fc.constantFrom<number | string | boolean | null>(0, 1, -2.5, 0.1, 0.2, "", "Buy", true, null, "#N/A");
const cells = fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 6 });

describe("ranges that are added up once for all formulas", () => {
  it("have the totals that a range read by one formula has, asked in any order and again", () => {
    mendRangeTotals();
    fc.assert(
      fc.property(cells, fc.array(fc.constantFrom(...totals), { maxLength: 12 }), (held, asked) => {
        const shared = rangeOf(held);
        FORMULA_REF_TO_ARRAY_CACHE.set("range", shared);
        for (const name of asked) {
          expect([name, shared[name]().getValue()]).toEqual([name, rangeOf(held)[name]().getValue()]);
        }
      }),
    );
    FORMULA_REF_TO_ARRAY_CACHE.clear();
  });

  it("are added up anew when a cell of them is another", () => {
    mendRangeTotals();
    const shared = rangeOf([[1], [2]]);
    FORMULA_REF_TO_ARRAY_CACHE.set("range", shared);
    expect(shared.sum().getValue()).toBe(3);
    shared.set(0, 0, NumberValueObject.create(10));
    expect(shared.sum().getValue()).toBe(12);
    FORMULA_REF_TO_ARRAY_CACHE.clear();
  });

  it("go through their cells once, however many formulas ask", () => {
    mendRangeTotals();
    const shared = rangeOf([[1], [2], [3]]);
    FORMULA_REF_TO_ARRAY_CACHE.set("range", shared);
    let visits = 0;
    const iterator = shared.iterator.bind(shared);
    shared.iterator = (callback) => {
      visits += 1;
      iterator(callback);
    };
    for (let formula = 0; formula < 1_000; formula++) shared.sum();
    expect(visits).toBe(1);
    FORMULA_REF_TO_ARRAY_CACHE.clear();
  });
});
