import { describe, expect, test } from "@jest/globals";
import { strFromU8, unzipSync } from "fflate";
import { blankSheet, type Book, type BookCell, type Sheet } from "../../src/sheets";
import { readBook, UnwritableWorkbook, writeBook } from "../../src/xlsx";

function bookOf(sheet: Partial<Sheet>, more: Partial<Book> = {}): Book {
  return { sheets: [{ ...blankSheet, name: "Data", ...sheet }], names: [], ...more };
}

/** A book's first sheet after it has been a file. */
async function back(sheet: Partial<Sheet>): Promise<Sheet> {
  const { book } = await readBook(await writeBook(bookOf(sheet)));
  const [first] = book.sheets;
  if (!first) throw new Error("no sheet");
  return first;
}

async function cellsBack(...cells: BookCell[]): Promise<readonly BookCell[]> {
  return (await back({ cells })).cells;
}

const at = { row: 0, column: 0 };

describe("what Excel could not take is written as what it can", () => {
  test("a formula that doesn't hang together is the text that was typed", async () => {
    expect(await cellsBack({ ...at, value: "", formula: "=SUM(A1" })).toEqual([{ ...at, value: "=SUM(A1" }]);
  });

  test("[@Value] outside a table as well", async () => {
    expect(await cellsBack({ ...at, value: 3, formula: "=[@Value]*2" })).toEqual([{ ...at, value: "=[@Value]*2" }]);
  });

  test("inside a table it is that table's row", async () => {
    const sheet = await back({
      cells: [
        { row: 0, column: 0, value: "Value" },
        { row: 0, column: 1, value: "Twice" },
        { row: 1, column: 0, value: 2 },
        { row: 1, column: 1, value: 4, formula: "=[@Value]*2" },
      ],
      tables: [{ name: "Holdings", block: { sheet: "Data", row: 0, column: 0, height: 2, width: 2 } }],
    });
    expect(sheet.cells.at(-1)?.formula).toBe("=Holdings[[#This Row],[Value]]*2");
  });

  test("errors newer than Excel 2007 are #VALUE!, as Excel itself saves them, and no number is #NUM!", async () => {
    expect(await cellsBack({ ...at, value: { error: "#SPILL!" } }, { row: 1, column: 0, value: Number.NaN })).toEqual([
      { ...at, value: { error: "#VALUE!" } },
      { row: 1, column: 0, value: { error: "#NUM!" } },
    ]);
  });

  test("text is cut where a cell is full, between characters", async () => {
    const [cell] = await cellsBack({ ...at, value: "x".repeat(32_766) + "\u{1F600}" });
    expect(cell?.value).toBe("x".repeat(32_766));
  });

  test("half a character is marked, and comes back", async () => {
    expect(await cellsBack({ ...at, value: "a\uD83Db" })).toEqual([{ ...at, value: "a\uD83Db" }]);
  });

  test("a table's headings become texts, none blank, no two alike; a header alone gets a row below", async () => {
    const sheet = await back({
      cells: [
        { row: 0, column: 0, value: "Value", style: { bold: true } },
        { row: 0, column: 1, value: "VALUE" },
        { row: 0, column: 3, value: 2026, format: "0" },
      ],
      tables: [{ name: "Holdings", block: { sheet: "Data", row: 0, column: 0, height: 1, width: 4 } }],
    });
    expect(sheet.cells).toEqual([
      { row: 0, column: 0, value: "Value", style: { bold: true } },
      { row: 0, column: 1, value: "VALUE2" },
      { row: 0, column: 2, value: "Column3" },
      { row: 0, column: 3, value: "2026", format: "0" },
    ]);
    expect(sheet.tables).toEqual([
      { name: "Holdings", block: { sheet: "Data", row: 0, column: 0, height: 2, width: 4 } },
    ]);
  });

  test("a result can't spill inside a table: its formula fills its own cell", async () => {
    const sheet = await back({
      cells: [
        { row: 0, column: 0, value: "Drift" },
        { row: 1, column: 0, value: 0.1, formula: "=KEEL.DRIFT(B1:B2,C1:C2)", spill: { height: 2, width: 1 } },
        { row: 2, column: 0, value: -0.1 },
      ],
      tables: [{ name: "Holdings", block: { sheet: "Data", row: 0, column: 0, height: 3, width: 1 } }],
    });
    expect(sheet.cells[1]).toEqual({ row: 1, column: 0, value: 0.1, formula: "=KEEL.DRIFT(B1:B2,C1:C2)" });
  });

  test("merged cells that share some with others or with a table are left apart", async () => {
    const block = { sheet: "Data", row: 0, column: 0, height: 2, width: 2 };
    const sheet = await back({
      cells: [{ row: 10, column: 0, value: "Fund" }],
      merged: [block, { ...block, row: 1 }, { ...block, row: 9 }, { ...block, row: 4, height: 1, width: 1 }],
      tables: [{ name: "Holdings", block: { ...block, row: 10 } }],
    });
    expect(sheet.merged).toEqual([block]);
  });

  test("a flag that tests a table's column or Keel's own functions is left out", async () => {
    const block = { sheet: "Data", row: 0, column: 0, height: 2, width: 1 };
    const flag = (formula: string) => ({ block, formula, fill: "#FFE8CC" });
    const sheet = await back({
      flags: [flag("=KEEL.ISDUE(A1)"), flag("=SUM(Holdings[Value])>0"), flag("=OR(A1={1,2})"), flag('=A1="sell"')],
    });
    expect(sheet.flags.map(({ formula }) => formula)).toEqual(['=A1="sell"']);
  });

  test("prompts are as long as Excel shows them", async () => {
    const { validations } = await back({
      validations: [
        {
          block: { sheet: "Data", row: 0, column: 0, height: 1, width: 1 },
          allow: { kind: "number", least: 0 },
          prompt: { title: "t".repeat(40), text: "p".repeat(300) },
          refusal: "r".repeat(300),
        },
      ],
    });
    expect(validations[0]).toMatchObject({
      prompt: { title: "t".repeat(32), text: "p".repeat(255) },
      refusal: "r".repeat(255),
    });
  });
});

test("a formula that refers to another workbook stays a formula, with where that workbook is", async () => {
  const cells = [{ ...at, value: 7, formula: "=[Old plan.xlsx]Plan!A1*2" }];
  const parts = unzipSync(await writeBook(bookOf({ cells })));
  const text = (path: string): string => strFromU8(parts[path] ?? new Uint8Array());
  expect(text("xl/worksheets/sheet1.xml")).toContain("<f>'[1]Plan'!A1*2</f><v>7</v>");
  expect(text("xl/workbook.xml")).toMatch(/<\/sheets><externalReferences><externalReference r:id="rId\d+"\/>/);
  expect(text("xl/externalLinks/_rels/externalLink1.xml.rels")).toContain(
    'Target="Old%20plan.xlsx" TargetMode="External"',
  );
  // Opened again, its value is kept, and that is said.
  const { book, leftOut } = await readBook(await writeBook(bookOf({ cells })));
  expect(book.sheets[0]?.cells).toEqual([{ ...at, value: 7 }]);
  expect(leftOut).toEqual([
    "Formulas that refer to other workbooks are kept as values.",
    "Links to other workbooks are left out.",
  ]);
});

test("the sheet that is shown first is one that can be seen", async () => {
  const sheets = ["One", "Two", "Three"].map((name, index) => ({
    ...blankSheet,
    name,
    ...(index === 0 ? { hidden: true } : {}),
  }));
  const shown = async (active?: string): Promise<string | undefined> =>
    (await readBook(await writeBook({ sheets, names: [], ...(active === undefined ? {} : { active }) }))).book.active;
  expect(await shown("Three")).toBe("Three");
  expect(await shown("One")).toBe("Two");
  expect(await shown()).toBe("Two");
});

test("only rows or only columns can be frozen", async () => {
  expect((await back({ frozen: { rows: 2, columns: 0 } })).frozen).toEqual({ rows: 2, columns: 0 });
  expect((await back({ frozen: { rows: 0, columns: 3 } })).frozen).toEqual({ rows: 0, columns: 3 });
  expect((await back({ frozen: { rows: 0, columns: 0 } })).frozen).toBeUndefined();
});

test("a large sheet is written and read in reasonable time", async () => {
  const cells = Array.from({ length: 100_000 }, (_, index): BookCell => {
    const place = { row: Math.floor(index / 100), column: index % 100 };
    return index % 10 === 0
      ? { ...place, value: `Fund ${index % 700}` }
      : { ...place, value: index + 0.5, format: "#,##0.00", style: { bold: true } };
  });
  const sheet = await back({ cells });
  expect(sheet.cells).toHaveLength(100_000);
  expect(sheet.cells.at(-1)).toEqual(cells.at(-1));
}, 20_000);

describe("what Excel would refuse altogether is refused with a sentence", () => {
  const block = { sheet: "Data", row: 0, column: 0, height: 2, width: 2 };
  test.each<[string, Book, RegExp]>([
    ["no sheet in sight", bookOf({ hidden: true }), /at least one sheet/],
    ["a sheet's name with a sign", bookOf({ name: "Plan: 2026" }), /"Plan: 2026" as the name of a sheet/],
    ["a sheet's name that is too long", bookOf({ name: "x".repeat(32) }), /at most 31 characters/],
    ["a sheet's name in quotes", bookOf({ name: "'Plan'" }), /as the name of a sheet/],
    ["a sheet called History", bookOf({ name: "History" }), /not History/],
    [
      "two sheets of one name",
      {
        sheets: [
          { ...blankSheet, name: "Plan" },
          { ...blankSheet, name: "PLAN" },
        ],
        names: [],
      },
      /Two sheets are called "PLAN"/,
    ],
    ["a name that is a cell", bookOf({}, { names: [{ name: "TAX2026", refersTo: "1" }] }), /"TAX2026" as a name/],
    ["a name with a blank", bookOf({}, { names: [{ name: "My cash", refersTo: "1" }] }), /"My cash" as a name/],
    [
      "a table and a name alike",
      bookOf({ tables: [{ name: "Plan", block }] }, { names: [{ name: "plan", refersTo: "1" }] }),
      /Two things are called "Plan"/,
    ],
    [
      "tables that share cells",
      bookOf({
        tables: [
          { name: "One_", block },
          { name: "Two_", block: { ...block, row: 1 } },
        ],
      }),
      /"One_" and "Two_" share cells/,
    ],
    [
      "a cell beyond the sheet",
      bookOf({ cells: [{ row: 1_048_576, column: 0, value: 1 }] }),
      /larger than Excel allows/,
    ],
  ])("%s", async (_, book, sentence) => {
    const refusal: unknown = await writeBook(book).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UnwritableWorkbook);
    expect((refusal as Error).message).toMatch(sentence);
  });

  test("names that only look like cells are fine", async () => {
    const names = ["XFE1", "ABCD1", "Größe_1", "_x", "Q4.2026"].map((name) => ({ name, refersTo: "1" }));
    expect((await readBook(await writeBook(bookOf({}, { names })))).book.names).toEqual(names);
  });
});
