import { expect, test } from "@jest/globals";
import type { Block, Sheet } from "../../src/sheets";
import { beyondGrid, gridSize, shownOf } from "../../src/workbench/grid-size";

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
  expect(beyondGrid(sheet)).toEqual({ merged: [unseen], flags: [flag(unseen)], validations: [rule(unseen)] });
  expect(beyondGrid({ ...sheet, merged: [seen], flags: [], validations: [] })).toBeUndefined();
});
