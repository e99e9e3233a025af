import { expect, test } from "@jest/globals";
import { blockAt, filledWith, overlap, sameBlock, topLeft, within, type Block } from "../../src/sheets";

function block(address: string): Block {
  const found = blockAt(address);
  if (!found) throw new Error(`${address} is not an address.`);
  return found;
}

test("a cell is in a block up to its last row and column, on the block's sheet in whatever case", () => {
  const place = block("Plan!B2:C4");
  const inside = (address: string): boolean => within(place, block(address));
  expect(["Plan!B2", "PLAN!C4", "Plan!A2", "Plan!B1", "Plan!D2", "Plan!B5", "Other!B2"].map(inside)).toEqual([
    ...[true, true, false, false, false, false, false],
  ]);
  expect(within(place, { row: 1, column: 1 })).toBe(true);
});

test("two blocks are one, or share cells, whatever the case of their sheet's name", () => {
  expect(sameBlock(block("Plan!B2:C4"), block("plan!B2:C4"))).toBe(true);
  expect(sameBlock(block("Plan!B2:C4"), block("Plan!B2:C5"))).toBe(false);
  expect(sameBlock(block("Plan!B2:C4"), block("Other!B2:C4"))).toBe(false);
  expect(overlap(block("Plan!B2:C4"), block("plan!C4:D5"))).toBe(true);
  expect(overlap(block("Plan!B2:C4"), block("Plan!D2:E4"))).toBe(false);
});

test("a block has a first cell, and room for one value a cell", () => {
  expect(topLeft(block("Plan!B2:C4"))).toEqual(block("Plan!B2"));
  expect(filledWith(block("Plan!B2:C4"), 7)).toEqual([
    [7, 7],
    [7, 7],
    [7, 7],
  ]);
});
