import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { foundIn, noChoices, type Source } from "../../src/lists";
import type { BookCell, Sheet } from "../../src/sheets";
import { bookFromText } from "../../src/workbench/book-from-text";
import { isTextFile } from "../../src/workbench/text-files";
import { writeBook, type ReadBook } from "../../src/xlsx";
import { brokerFile, brokerFiles, brokerSource } from "../lists/broker-files";

function opened(text: string | Uint8Array, name = "positions.csv"): ReadBook {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const work = bookFromText(bytes, name, () => undefined);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

function only({ book }: ReadBook): Sheet {
  const [sheet, ...more] = book.sheets;
  if (!sheet || more.length > 0) throw new Error("A text file is one sheet.");
  return sheet;
}

/** The whole sheet as the pane would read it from the grid. */
function cellsOf({ cells }: Sheet): Source["cells"] {
  const height = Math.max(...cells.map(({ row }) => row + 1));
  const width = Math.max(...cells.map(({ column }) => column + 1));
  const rows = Array.from({ length: height }, () => Array<BookCell["value"]>(width).fill(""));
  for (const { row, column, value } of cells) (rows[row] ?? [])[column] = value;
  return rows as Source["cells"];
}

describe("a broker's file, opened as a workbook", () => {
  test.each([
    ["fidelity-positions", 48_400],
    ["schwab-positions", 60_000],
    ["vanguard-ofxdownload", 74_000],
    ["etrade-portfolio", 50_000],
  ] as const)("%s is read by the pane to the same accounts and totals as the file itself", (name, total) => {
    const sheet = only(opened(new Uint8Array(readFileSync(brokerFile(name))), `${name}.csv`));
    expect(sheet.name).toBe(name);
    const source: Source = { key: "1", name, from: "workbook", cells: cellsOf(sheet) };
    const today = 46_356;
    const found = foundIn([source], noChoices, today);
    const direct = foundIn([brokerSource(name)], noChoices, today);
    expect(found.total).toBe(total * 100);
    expect(found.accounts.map(({ name: account, type }) => [account, type])).toEqual(
      direct.accounts.map(({ name: account, type }) => [account, type]),
    );
    const positions = ({ holdings }: typeof found): unknown =>
      holdings.map(({ value, shares, price }) => [value, shares, price]);
    expect(positions(found)).toEqual(positions(direct));
  });

  test("has money, percents and days with formats that say so", () => {
    const sheet = only(opened('Fund,Value,Weight,As of\nA,"$1,234.50",12.5%,2026-11-27\n'));
    expect(sheet.cells.slice(4)).toEqual([
      { row: 1, column: 0, value: "A" },
      { row: 1, column: 1, value: 1234.5, format: "$#,##0.00" },
      { row: 1, column: 2, value: 0.125, format: "0.00%" },
      { row: 1, column: 3, value: 46_353, format: "yyyy-mm-dd" },
    ]);
  });

  test("can be saved as a workbook, all four of them", async () => {
    for (const name of brokerFiles) {
      const { book } = opened(new Uint8Array(readFileSync(brokerFile(name))), `${name}.csv`);
      expect((await writeBook(book)).length).toBeGreaterThan(1000);
    }
  });
});

describe("the sheet", () => {
  test.each([
    ["My 401(k).csv", "My 401(k)"],
    ["a/b [c].TSV", "a b  c"],
    [`${"long ".repeat(12)}.txt`, "long long long long long long l"],
    ["history.csv", "Sheet1"],
    [".csv", "Sheet1"],
  ])("of %j is called %j", (file, name) => {
    expect(only(opened("a,b\n", file)).name).toBe(name);
  });

  test("has columns as wide as what they show; prose alone in its row makes none wider", () => {
    const long = "A fund whose name is long";
    const prose = "Small print that goes on and on and on, far beyond any column. ".repeat(9);
    const { widths } = only(opened(`"${prose}"\nFund,Units,Value\n${long},1,$1234567.00\n"${prose}"\n`));
    const of = (column: number): number => widths.find((each) => each.column === column)?.characters ?? 8.43;
    expect(of(0)).toBeGreaterThanOrEqual(long.length);
    expect(of(0)).toBeLessThan(long.length + 8);
    expect(of(1)).toBe(8.43);
    expect(of(2)).toBeGreaterThanOrEqual("$1,234,567.00".length);
    expect(of(2)).toBeLessThan(20);
  });

  test("in a file of one column is as wide as its words, within reason", () => {
    const [width] = only(opened(`${"x".repeat(30)}\n${"y".repeat(500)}\n`)).widths;
    expect(width?.characters).toBe(50);
  });
});

describe("what can't be opened is refused in a sentence", () => {
  test.each([
    ["an empty file", "", /nothing in it/],
    ["blank lines", "\r\n\r\n,,\r\n", /nothing in it/],
    ["a picture", "PNG\0\0\0", /no text/],
    ["too many columns", "x,".repeat(16_385), /more rows or columns/],
    ["too many rows", `a,b\n${"\n".repeat(1_048_576)}c,d`, /more rows or columns/],
    ["more than a million cells", "1,2,3,4,5,6,7,8,9,0\n".repeat(100_001), /more than a million/],
  ])("%s", (_, text, words) => {
    expect(() => opened(text)).toThrow(
      expect.objectContaining({ name: "UnreadableWorkbook", message: expect.stringMatching(words) }),
    );
  });

  test("a text beyond what a cell holds is cut, and that is said", () => {
    const { book, leftOut } = opened(`${"x".repeat(40_000)},b\n`);
    expect(book.sheets[0]?.cells[0]?.value).toHaveLength(32_767);
    expect(leftOut).toEqual(["Text beyond 32,767 letters in a cell is left out."]);
  });
});

test("the file's ending decides, but for a workbook that has a text file's name", () => {
  const text = new TextEncoder().encode("a,b");
  const zip = new TextEncoder().encode("PK\u0003\u0004");
  expect([isTextFile("a.csv", text), isTextFile("A.TXT", text), isTextFile("a.xlsx", text)]).toEqual([
    true,
    true,
    false,
  ]);
  expect(isTextFile("a.csv", zip)).toBe(false);
});
