import { expect, it } from "@jest/globals";
import { isReady, listIn, type ReadyList } from "../../src/lists";
import type { Note } from "../../src/ranges";
import { noteSentences } from "../../src/taskpane/words/note-sentences";

const texts = (count: number): readonly Note[] =>
  Array.from({ length: count }, (_, row) => ({
    code: "read as number",
    at: { argument: "Values", row },
    found: `$${row}`,
    number: row,
  }));
const list = ((): ReadyList => {
  const values = [
    ["Fund", "Value", "Target"],
    ["Bonds", "$1", 60],
    ["", "$2", 40],
  ];
  const found = listIn({ block: { sheet: "Plan", row: 0, column: 0, height: 3, width: 3 }, values, formulas: [] });
  if (!isReady(found)) throw new Error("no list");
  return found;
})();
const scaled: Note = { code: "targets scaled", sum: 99, as: "percents" };

it("says up to five notes of a kind, each once", () => {
  expect(noteSentences([...texts(5), scaled, ...texts(5)], list)).toHaveLength(6);
});

it("counts what holds for thousands of rows, and says the rest", () => {
  expect(noteSentences([...texts(2_000), scaled, ...texts(2_000)], list)).toEqual([
    'Values, row 1: the text "$0" was read as 0.',
    'The value of Bonds: the text "$1" was read as $1.00.',
    'Values, row 3: the text "$2" was read as 2.',
    "The same holds for 1,997 more cells of the list.",
    "Targets add up to 99%; they were scaled to 100%.",
  ]);
});

it("names the fund where the list does, and what to do about money without a target", () => {
  const untargeted = (row: number): Note => ({ code: "untargeted money", at: { argument: "Values", row } });
  expect(noteSentences([untargeted(1), untargeted(2)], list)).toEqual([
    "Bonds holds money but has no target, so it counts as a fund to sell. To keep it, give it a target under Set up.",
    "Values, row 3 holds money but has no target, so it counts as a fund to sell.",
  ]);
  expect(noteSentences([{ code: "dash read as zero", at: { argument: "Targets", row: 1 } }], list)).toEqual([
    "The target of Bonds: a dash was read as 0.",
  ]);
});
