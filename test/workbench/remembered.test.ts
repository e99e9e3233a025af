import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Block } from "../../src/sheets";
import { inserted, removed, spanAfter, type Relocation } from "../../src/workbench/relocation";
import { rememberedAfter, withSheetCalled, type Remembered } from "../../src/workbench/remembered";

const block = (row: number, column: number, height = 1, width = 1): Block => ({
  sheet: "Data",
  row,
  column,
  height,
  width,
});

const flags = (remembered: Remembered): unknown =>
  remembered.beyond?.flags.map((flag) => [flag.block.row, flag.block.column, flag.block.height, flag.formula]);

const flagged = (at: Block, formula: string): Remembered => ({
  beyond: { merged: [], flags: [{ block: at, formula, after: 0 }], validations: [] },
});

// The slow route: rows as a list of marks, into which others are put and from which they are taken.
test("rows and columns go with the cells that they mean", () => {
  const small = fc.nat(30);
  const change = fc.record({ at: small, count: fc.integer({ min: 1, max: 10 }), out: fc.boolean() });
  fc.assert(
    fc.property(
      small,
      fc.integer({ min: 1, max: 30 }),
      change,
      fc.constantFrom("rows", "columns"),
      (from, count, each, axis) => {
        const lines = Array.from({ length: 80 }, (_, index) => index);
        if (each.out) lines.splice(each.at, each.count);
        else lines.splice(each.at, 0, ...Array.from({ length: each.count }, () => -1));
        const left = lines.flatMap((line, index) => (line >= from && line < from + count ? [index] : []));
        const relocation: Relocation = each.out
          ? removed("Data", axis, { from: each.at, to: each.at + each.count - 1 })
          : inserted("Data", axis, each.at, each.count);
        const expected = left.length > 0 ? { from: Math.min(...left), to: Math.max(...left) } : undefined;
        expect(spanAfter(relocation, axis, { from, to: from + count - 1 })).toEqual(expected);
        // The other axis stays.
        const other = axis === "rows" ? "columns" : "rows";
        expect(spanAfter(relocation, other, { from, to: from })).toEqual({ from, to: from });
      },
    ),
  );
});

test("what goes on to the sheet's end still does, and nothing is pushed beyond it", () => {
  const end = 1_048_576;
  const tail = { from: 5000, to: end - 1 };
  const whole = { from: 0, to: end - 1 };
  expect(spanAfter(inserted("Data", "rows", 0, 3), "rows", tail)).toEqual({ from: 5003, to: end - 1 });
  expect(spanAfter(removed("Data", "rows", { from: 0, to: 2 }), "rows", tail)).toEqual({ from: 4997, to: end - 1 });
  expect(spanAfter(inserted("Data", "rows", 0, 3), "rows", whole)).toEqual(whole);
  expect(spanAfter(removed("Data", "rows", { from: 0, to: 2 }), "rows", whole)).toEqual(whole);
  expect(spanAfter(inserted("Data", "rows", 0, 3), "rows", { from: end - 2, to: end - 2 })).toBeUndefined();
});

describe("a condition", () => {
  const above = inserted("Data", "rows", 0, 1);

  test.each([
    // Excel, where a row was put above all: the rule and what it reads go down by one.
    ["=A5001>0", "=A5002>0"],
    ["=$A5001>$B$1", "=$A5002>$B$2"],
    ["=COUNTIF($A$5001:$A$16000,A5001)>1", "=COUNTIF($A$5002:$A$16001,A5002)>1"],
    ["=A5001>Other!$B$1", "=A5002>Other!$B$1"],
    ["=SUM($1:$2,A:A)>0", "=SUM($2:$3,A:A)>0"],
  ])("reads the same cells: %s", (before, after) => {
    const moved = rememberedAfter(flagged(block(5000, 0, 11_000), before), "Data", above);
    expect(flags(moved)).toEqual([[5001, 0, 11_000, after]]);
  });

  test("keeps on reading its own row where the first rows of its block are taken out", () => {
    const moved = rememberedAfter(
      flagged(block(5000, 0, 11_000), "=$A5001>$B$5003"),
      "Data",
      removed("Data", "rows", { from: 4990, to: 5001 }),
    );
    expect(flags(moved)).toEqual([[4990, 0, 10_998, "=$A4991>$B$4991"]]);
  });

  test("reads #REF! where the cells that it means are taken out", () => {
    const moved = rememberedAfter(
      flagged(block(5000, 0, 2), "=A5001>$B$1"),
      "Data",
      removed("Data", "rows", { from: 0, to: 0 }),
    );
    expect(flags(moved)).toEqual([[4999, 0, 2, "=A5000>#REF!"]]);
  });

  test("of another sheet stays where it is and follows the cells that it means", () => {
    const other = flagged({ ...block(5000, 0, 2), sheet: "Other" }, "=A5001>Data!$B$1");
    expect(flags(rememberedAfter(other, "Other", above))).toEqual([[5000, 0, 2, "=A5001>Data!$B$2"]]);
  });

  test("follows a sheet that gets another name, and reads #REF! where it is taken out", () => {
    const before = flagged(block(5000, 0), "=A5001>Other!$B$1");
    expect(flags(withSheetCalled(before, "other", "My plan"))).toEqual([[5000, 0, 1, "=A5001>'My plan'!$B$1"]]);
    expect(flags(withSheetCalled(before, "Other", undefined))).toEqual([[5000, 0, 1, "=A5001>#REF!"]]);
  });
});

test("merged cells, validations, and what is printed go along, or go where their cells do", () => {
  const rule = { allow: { kind: "any" }, prompt: { title: "t", text: "" } } as const;
  const before: Remembered = {
    beyond: { merged: [block(5000, 0, 2)], flags: [], validations: [{ block: block(5000, 1, 3), ...rule }] },
    print: {
      ...{ orientation: "portrait", pagesTall: 1, percent: 85 },
      areas: [block(0, 0, 10, 4), block(5000, 0, 2)],
      ...{ repeat: { from: 0, to: 1 }, repeatColumns: { from: 0, to: 0 }, breaks: [5, 5000], columnBreaks: [3] },
    },
    tableStyles: { Holdings: "TableStyleMedium9" },
  };
  const taken = rememberedAfter(before, "Data", removed("Data", "rows", { from: 5000, to: 5000 }));
  // One cell is not merged with any.
  expect(taken.beyond).toMatchObject({ merged: [], validations: [{ block: block(5000, 1, 2) }] });
  expect(taken.print).toMatchObject({ areas: [block(0, 0, 10, 4), block(5000, 0, 1)], breaks: [5] });
  const pushed = rememberedAfter(before, "Data", inserted("Data", "columns", 0, 2));
  expect(pushed.beyond).toMatchObject({ merged: [block(5000, 2, 2)], validations: [{ block: block(5000, 3, 3) }] });
  expect(pushed.print).toMatchObject({
    ...{
      areas: [block(0, 2, 10, 4), block(5000, 2, 2)],
      repeat: { from: 0, to: 1 },
      repeatColumns: { from: 2, to: 2 },
    },
    ...{ breaks: [5, 5000], columnBreaks: [5] },
  });
  expect(pushed.tableStyles).toEqual(before.tableStyles);
});
