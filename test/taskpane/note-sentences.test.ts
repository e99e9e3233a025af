import { expect, it } from "@jest/globals";
import type { Note } from "../../src/ranges";
import { noteSentences } from "../../src/taskpane/words/note-sentences";

const texts = (count: number): readonly Note[] =>
  Array.from({ length: count }, (_, row) => ({
    code: "read as number",
    at: { argument: "Values", row },
    found: `$${row}`,
    number: row,
  }));
const scaled: Note = { code: "targets scaled", sum: 99, as: "percents" };

it("says up to five notes of a kind, each once", () => {
  expect(noteSentences([...texts(5), scaled, ...texts(5)])).toHaveLength(6);
});

it("counts what holds for thousands of rows, and says the rest", () => {
  expect(noteSentences([...texts(2_000), scaled, ...texts(2_000)])).toEqual([
    'Values, row 1: the text "$0" was read as 0.',
    'Values, row 2: the text "$1" was read as 1.',
    'Values, row 3: the text "$2" was read as 2.',
    "The same holds for 1,997 more cells of the list.",
    "Targets add up to 99%; they were scaled to 100%.",
  ]);
});
