import { expect, it } from "@jest/globals";
import { fourteen, FOURTEEN_TARGETS } from "./household-tables";
import { callLater } from "./shipped";

it("has a number for each row of the holdings, below a heading beside theirs", async () => {
  expect(await callLater("PLANTRADES", fourteen(), FOURTEEN_TARGETS)).toEqual([
    ["Trade"],
    [-18_888.89],
    [18_888.89],
    [0],
    [-8000],
    [8000],
    [0],
  ]);
});

it("stays blank beside what stands above the headings, and beside totals", async () => {
  const [header = [], ...rows] = fourteen();
  const wide = (first: string, value: unknown = ""): unknown[] =>
    header.map((heading, place) => (place === 0 ? first : heading === "Value" ? value : ""));
  const table = [wide("My accounts"), header, ...rows, wide("Total", 150_000)];
  expect((await callLater("PLANTRADES", table, FOURTEEN_TARGETS)).map(([cell]) => cell)).toEqual([
    "",
    "Trade",
    -18_888.89,
    18_888.89,
    0,
    -8000,
    8000,
    0,
    "",
  ]);
});
