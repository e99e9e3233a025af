import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { blankSheet, type Block, type Sheet } from "../../src/sheets";
import { beyondGrid, dividedFlags, gridSize, mostFlagged, shownOf, togetherWith } from "../../src/workbench/grid-size";

function sizeOf(cells: Sheet["cells"]) {
  return gridSize({ cells });
}

test("more cells than a call may have arguments have a grid with room below and beside them", () => {
  const cells = Array.from({ length: 150_000 }, (_, index) => ({ row: index, column: index % 60, value: index }));
  expect(sizeOf(cells)).toEqual({ height: 150_200, width: 86 });
  expect(sizeOf([])).toEqual({ height: 1000, width: 52 });
});

test("what covers a whole sheet covers the grid, and what is small and lies beyond it stays", () => {
  const whole: Block = { sheet: "Data", row: 0, column: 0, height: 1_048_576, width: 16_384 };
  const beyond: Block = { sheet: "Data", row: 5000, column: 1, height: 2, width: 2 };
  const shown = (block: Block): readonly Block[] => shownOf({ block }, sizeOf([])).map((each) => each.block);
  expect(shown(whole)).toEqual([{ ...whole, height: 1000, width: 52 }]);
  expect(shown({ ...whole, row: 10, column: 50, width: 1 })).toEqual([
    { ...whole, row: 10, column: 50, height: 990, width: 1 },
  ]);
  expect(shown(beyond)).toEqual([beyond]);
  expect(shown({ ...whole, row: 2000 })).toEqual([]);
});

test("what lies beyond the grid and is too large for it is known, each once, and nothing else", () => {
  const seen: Block = { sheet: "Data", row: 0, column: 0, height: 1_048_576, width: 2 };
  const unseen: Block = { sheet: "Data", row: 5000, column: 0, height: 11_000, width: 1 };
  const flag = (block: Block) => ({ block, formula: "=A1>0", fill: "#FFE8CC" });
  const rule = (block: Block) => ({ block, allow: { kind: "any" as const }, prompt: { title: "t", text: "" } });
  const sheet: Sheet = {
    ...{ name: "Data", cells: [], widths: [], heights: [], tables: [], charts: [], pictures: [] },
    merged: [seen, unseen],
    flags: [flag(unseen), flag(seen)],
    validations: [rule(seen), rule(unseen)],
  };
  const beyond = (of: Sheet) => beyondGrid(of, dividedFlags([of]).get(of) ?? { shown: [], beyond: [] });
  expect(beyond(sheet)).toEqual({
    merged: [unseen],
    flags: [{ ...flag(unseen), after: 0 }],
    validations: [rule(unseen)],
  });
  expect(beyond({ ...sheet, merged: [seen], flags: [], validations: [] })).toBeUndefined();
});

test("conditional formats cover no more cells than are worked out, all are kept, and they come back in their order", () => {
  const flags = fc.array(
    fc.record({
      block: fc.record({
        sheet: fc.constant("Data"),
        row: fc.nat(1100),
        column: fc.nat(60),
        height: fc.oneof(fc.integer({ min: 1, max: 1000 }), fc.constant(1_048_576)),
        width: fc.integer({ min: 1, max: 52 }),
      }),
      formula: fc.constantFrom("=A1>0", "=A1>1", "=A1>2"),
    }),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(fc.array(flags, { maxLength: 4 }), (sheetsFlags) => {
      const sheets = sheetsFlags.map((each): Sheet => ({ ...blankSheet, name: "Data", flags: each }));
      const divided = dividedFlags(sheets);
      let covered = 0;
      for (const sheet of sheets) {
        const { shown, beyond } = divided.get(sheet) ?? { shown: [], beyond: [] };
        for (const { block } of shown) covered += block.height * block.width;
        expect(shown.length + beyond.length).toBe(sheet.flags.length);
        const together = togetherWith(beyond, shown);
        // What is shown is cut; all else is as it was.
        expect(together.map(({ block, formula }) => [block.row, block.column, formula])).toEqual(
          sheet.flags.map(({ block, formula }) => [block.row, block.column, formula]),
        );
        expect(together.every((flag) => !("after" in flag))).toBe(true);
      }
      expect(covered).toBeLessThanOrEqual(mostFlagged);
    }),
  );
});

test("a conditional format that finds no room doesn't keep smaller ones behind it from theirs", () => {
  const flag = (height: number, formula: string) => ({
    block: { sheet: "Data", row: 0, column: 0, height, width: 52 },
    formula,
  });
  const flags = [
    flag(1_048_576, "=A1>1"),
    flag(1_048_576, "=A1>2"),
    flag(600, "=A1>3"),
    flag(1_048_576, "=A1>4"),
    flag(2, "=A1>5"),
  ];
  const sheet: Sheet = { ...blankSheet, name: "Data", cells: [{ row: 1_399, column: 0, value: 1 }], flags };
  const { shown, beyond } = dividedFlags([sheet]).get(sheet) ?? { shown: [], beyond: [] };
  expect(shown.map(({ formula }) => formula)).toEqual(["=A1>1", "=A1>3", "=A1>5"]);
  expect(beyond).toEqual([
    { ...flags[1], after: 1 },
    { ...flags[3], after: 2 },
  ]);
  expect(togetherWith(beyond, shown).map(({ formula }) => formula)).toEqual([
    "=A1>1",
    "=A1>2",
    "=A1>3",
    "=A1>4",
    "=A1>5",
  ]);
  // What was taken off the grid since leaves the others in their order.
  expect(togetherWith(beyond, shown.slice(0, 1)).map(({ formula }) => formula)).toEqual(["=A1>1", "=A1>2", "=A1>4"]);
});

test.each([
  ["that says the same for each cell of a row", "=$E2>900", 50_000, 6],
  ["that says something else in each cell", "=A2>900", 20_000, 6],
])("a list of tens of thousands of rows is covered by a condition %s", (_, formula, height, width) => {
  const flag = { block: { sheet: "Data", row: 1, column: 0, height, width }, formula };
  const last = { row: height, column: width - 1, value: 1 };
  const sheet: Sheet = { ...blankSheet, name: "Data", cells: [last], flags: [flag] };
  expect(dividedFlags([sheet]).get(sheet)).toEqual({ shown: [flag], beyond: [] });
});
