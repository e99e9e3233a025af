import { describe, expect, test } from "@jest/globals";
import type { Sheet } from "../../src/sheets";
import { readBook, UnreadableWorkbook, writeBook } from "../../src/xlsx";
import { fileOf, type Foreign } from "./foreign-file";

// Files that claim more than a page can hold, and cells that are said twice: what is read stays within limits that are said.

async function read(foreign: Foreign): Promise<{ sheet: Sheet; leftOut: readonly string[] }> {
  const { book, leftOut } = await readBook(fileOf(foreign));
  const [sheet] = book.sheets;
  if (!sheet) throw new Error("no sheet");
  return { sheet, leftOut };
}

const cellsOf = (inside: string, more: Partial<Foreign> = {}) =>
  read({ sheet: `<sheetData>${inside}</sheetData>`, ...more });

const many = (count: number, each: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => each(index)).join("");

describe("values that are said twice", () => {
  test("a text in its cell counts, whatever is written beside it", async () => {
    const { sheet } = await cellsOf(
      `<row r="1"><c r="A1" t="inlineStr"><v>old</v><is><t>new</t></is></c><c r="B1" t="inlineStr"><is><t>new</t></is><v>old</v></c>` +
        `<c r="C1" t="inlineStr"><v>only</v></c><c r="D1"><is><t>untyped</t></is></c><c r="E1" t="s"><v>0</v><is><t>x</t></is></c></row>`,
      { strings: "<si><t>shared</t></si>" },
    );
    expect(sheet.cells.map(({ value }) => value)).toEqual(["new", "new", "only", "untyped", "shared"]);
  });

  test("of several cells in one place the last is kept, and that is said", async () => {
    const { sheet, leftOut } = await cellsOf(
      `<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c></row><row r="1"><c r="A1"><v>4</v></c><c r="B1"><v>5</v></c></row>`,
    );
    expect(sheet.cells.map(({ row, column, value }) => [row, column, value])).toEqual([
      [0, 0, 4],
      [1, 0, 3],
      [0, 1, 5],
    ]);
    expect(leftOut).toEqual(["Where a cell stands in the file several times, only the last is kept."]);
  });

  test("rows out of order are no cause to say anything", async () => {
    const { leftOut } = await cellsOf(`<row r="2"><c r="A2"><v>3</v></c></row><row r="1"><c r="A1"><v>4</v></c></row>`);
    expect(leftOut).toEqual([]);
  });
});

test("in a workbook that counts from 1904, times and durations stay as they are; days and months move", async () => {
  const times = [
    "h:mm",
    "[h]:mm",
    "mm:ss",
    "[mm]:ss.0",
    "h:mm AM/PM",
    '[s]" d"',
    "[Red]hh\\d",
    "[$-409]h:mm:ss;@",
    "mm:ss.0",
  ];
  const days = ["m/d/yyyy", "mmm", "mmmm h:mm", "d", "yyyy", "m/d h:mm", "m", "[$-409]mmm-yy;@", 'd" days "hh:mm'];
  const formats = [...times, ...days];
  const attribute = (text: string): string => text.replaceAll('"', "&quot;");
  const { sheet } = await cellsOf(
    `<row r="1">${formats.map((_, index) => `<c s="${index}"><v>0.5</v></c>`).join("")}</row>`,
    {
      before: `<workbookPr date1904="1"/>`,
      styles:
        `<numFmts>${formats.map((format, index) => `<numFmt numFmtId="${200 + index}" formatCode="${attribute(format)}"/>`).join("")}</numFmts>` +
        `<cellXfs>${formats.map((_, index) => `<xf numFmtId="${200 + index}"/>`).join("")}</cellXfs>`,
    },
  );
  expect(sheet.cells.map(({ format, value }) => [format, value])).toEqual([
    ...times.map((format) => [format, 0.5]),
    ...days.map((format) => [format, 1462.5]),
  ]);
});

describe("formulas", () => {
  test("a table's columns without its name, in its total row too, are saved as a formula", async () => {
    const { sheet } = await read(
      tableOn("A1:A3", `totalsRowCount="1"`, [
        `<row r="1"><c r="A1" t="inlineStr"><is><t>Numbers</t></is></c></row><row r="2"><c r="A2"><v>2</v></c></row>`,
        `<row r="3"><c r="A3"><f>SUBTOTAL(109,[Numbers])</f><v>2</v></c></row>`,
      ]),
    );
    expect(sheet.cells.at(-1)?.formula).toBe("=SUBTOTAL(109,Holdings[Numbers])");
    const again = await readBook(await writeBook({ sheets: [sheet], names: [] }));
    expect(again.book.sheets[0]?.cells.at(-1)?.formula).toBe("=SUBTOTAL(109,Holdings[Numbers])");
  });

  test("one that is thousands of parentheses deep or longer than Excel's is kept as its value, and that is said", async () => {
    const deep = `${"(".repeat(4000)}1${")".repeat(4000)}`;
    const { sheet, leftOut } = await cellsOf(
      `<row r="1"><c r="A1"><f>${deep}</f><v>1</v></c><c r="B1"><f>1${"+1".repeat(50_000)}</f><v>2</v></c><c r="C1"><f>1+</f><v>3</v></c></row>`,
    );
    expect(sheet.cells).toEqual([1, 2, 3].map((value, column) => ({ row: 0, column, value })));
    expect(leftOut).toEqual(["Formulas that Excel could not read again, such as very long ones, are kept as values."]);
  });

  test("a long one that is shared over very many cells stays a formula while there is room", async () => {
    const long = `A1${"+1000000".repeat(1000)}`;
    const { sheet, leftOut } = await cellsOf(
      `<row r="1"><c r="B1"><f t="shared" ref="B1:B5000" si="0">${long}</f><v>1</v></c></row>` +
        many(4999, (index) => `<row r="${index + 2}"><c r="B${index + 2}"><f t="shared" si="0"/><v>1</v></c></row>`),
    );
    const letters = sheet.cells.reduce((sum, { formula = "" }) => sum + formula.length, 0);
    expect(letters).toBeLessThan(17_000_000);
    expect(sheet.cells[1]?.formula?.startsWith("=A2+1000000+")).toBe(true);
    expect(sheet.cells).toHaveLength(5000);
    expect(sheet.cells.at(-1)).toEqual({ row: 4999, column: 1, value: 1 });
    expect(leftOut).toEqual(["There are more formulas than can be worked out here: some are kept as values."]);
  });

  test("results that claim a whole sheet fill what the sheet has", async () => {
    const { sheet, leftOut } = await cellsOf(
      `<row r="1"><c r="A1"><f t="array" ref="A1:XFD1048576">B1:C2</f><v>1</v></c><c r="B1"><v>2</v></c></row><row r="9"><c r="D9"><v>2</v></c></row>`,
    );
    expect(sheet.cells[0]?.spill).toEqual({ height: 9, width: 4 });
    expect(leftOut).toEqual([]);
  });

  test("thousands of results over one another are kept as values when there are too many", async () => {
    const { sheet, leftOut } = await cellsOf(
      many(1000, (index) => `<row><c><f t="array" ref="A${index + 1}:B${index + 3001}">C1:D9</f><v>1</v></c></row>`),
    );
    const filled = sheet.cells.reduce((sum, { spill }) => sum + (spill ? spill.height * spill.width : 0), 0);
    expect(filled).toBeLessThanOrEqual(1_000_000);
    expect(sheet.cells).toHaveLength(1000);
    expect(leftOut).toEqual(["Formulas that fill very many cells are kept as values."]);
  });
});

test("one long text in thousands of cells is cut where there is no more room, and longer than a cell's always", async () => {
  const { sheet, leftOut } = await cellsOf(
    `<row r="1">${many(3000, () => `<c t="s"><v>0</v></c>`)}<c t="s"><v>1</v></c></row>`,
    { strings: `<si><t>${"x".repeat(40_000)}</t></si><si><t>short</t></si>` },
  );
  const texts = sheet.cells.map(({ value }) => (typeof value === "string" ? value : ""));
  expect(texts[0]).toHaveLength(32_767);
  expect(texts.reduce((sum, text) => sum + text.length, 0)).toBeLessThan(33_000_000);
  expect(texts[2999]).toBe("x".repeat(255));
  expect(texts[3000]).toBe("short");
  expect(leftOut).toEqual([
    "Text beyond 32,767 letters in a cell is left out.",
    "There is more text than can be shown here: long texts are cut to 255 letters.",
  ]);
});

test("columns' widths with absurd ranges, or thousands over one another, come once for each column", async () => {
  const columns =
    `<col min="3" max="2" width="5" customWidth="1"/><col min="-9" max="1" width="8" customWidth="1"/><col min="x" max="9" width="5" customWidth="1"/>` +
    `<col min="20000" max="30000" width="5" customWidth="1"/>` +
    many(5000, () => `<col min="2" max="16383" width="9" customWidth="1"/>`) +
    `<col min="1" max="99999999999" width="7" customWidth="1"/>`;
  const { sheet, leftOut } = await read({ sheet: `<cols>${columns}</cols><sheetData/>` });
  expect(sheet.widths.map(({ column }) => column)).toEqual(Array.from({ length: 16_383 }, (_, column) => column));
  expect(leftOut).toEqual(["Where settings of a column’s width contradict each other, only the first is kept."]);
});

test("conditional formats without a formula, or with one that could not be saved, are left out, and that is said", async () => {
  const rule = (type: string, inside: string): string =>
    `<cfRule type="${type}" dxfId="0" operator="between">${inside}</cfRule>`;
  const { sheet, leftOut } = await read({
    styles: `<dxfs><dxf><fill><patternFill><bgColor rgb="FFFFE8CC"/></patternFill></fill></dxf></dxfs>`,
    sheet:
      `<sheetData/><conditionalFormatting sqref="A1:XFD1048576">${rule("expression", "<formula/>")}${rule("expression", "<formula> </formula>")}` +
      `${rule("cellIs", "<formula>1</formula>")}${rule("cellIs", "<formula>1</formula><formula/>")}${rule("expression", "<formula>A1+</formula>")}` +
      `${rule("expression", "<formula>Holdings[Value]</formula>")}</conditionalFormatting>`,
  });
  expect(sheet.flags).toEqual([]);
  expect(leftOut).toEqual([
    "Conditional formats other than colors by a formula (data bars, color scales, icons) are left out.",
  ]);
});

test("tens of thousands of blocks are kept up to a number that is said", async () => {
  const { sheet, leftOut } = await read({
    sheet: `<sheetData/><mergeCells>${many(25_000, (index) => `<mergeCell ref="A${index + 1}:B${index + 1}"/>`)}</mergeCells>`,
  });
  expect(sheet.merged).toHaveLength(20_000);
  expect(leftOut).toHaveLength(1);
});

test("a workbook with more cells than a page can hold is refused, because half of it would be worse than none", async () => {
  const row = `<row>${"<c><v>1</v></c>".repeat(16_000)}</row>`;
  const refusal: unknown = await cellsOf(row.repeat(63)).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(UnreadableWorkbook);
  expect((refusal as Error).message).toBe(
    "This workbook is too large to open here: more than a million of its cells are filled. In Excel, delete the sheets or rows that you don’t need here, save it under another name, and open that.",
  );
}, 60_000);

test("messages of a rule are cut to what Excel takes, said, and come back as they are", async () => {
  const rule = (letters: number): string =>
    `<sheetData/><dataValidations><dataValidation type="whole" sqref="A1" promptTitle="${"t".repeat(letters)}" prompt="${"p".repeat(letters)}" error="${"e".repeat(letters)}"><formula1>1</formula1><formula2>2</formula2></dataValidation></dataValidations>`;
  const { sheet, leftOut } = await read({ sheet: rule(100_000) });
  expect(leftOut).toEqual(["Messages of validation rules are cut to the letters that Excel shows."]);
  expect(sheet.validations[0]).toMatchObject({
    prompt: { title: "t".repeat(32), text: "p".repeat(255) },
    refusal: "e".repeat(255),
  });
  const again = await readBook(await writeBook({ sheets: [sheet], names: [] }));
  expect(again.leftOut).toEqual([]);
  expect(again.book.sheets[0]?.validations).toEqual(sheet.validations);
  expect((await read({ sheet: rule(32) })).leftOut).toEqual([]);
});

test("a table whose name Excel doesn't take becomes plain cells, said, and doesn't block saving", async () => {
  const made = tableOn("A1:A2", "", [`<row r="1"><c r="A1"><v>1</v></c></row>`]);
  const parts = { "xl/tables/table1.xml": `<table displayName="My table" ref="A1:A2"/>` };
  const { sheet, leftOut } = await read({ ...made, parts });
  expect(sheet.tables).toEqual([]);
  expect(leftOut).toEqual(["Tables whose name Excel does not take are kept as plain cells."]);
  await expect(writeBook({ sheets: [sheet], names: [] })).resolves.toBeInstanceOf(Uint8Array);
});

/** A sheet with a table called Holdings over some cells. */
function tableOn(reference: string, more: string, rows: readonly string[]): Foreign {
  return {
    sheet: `<sheetData>${rows.join("")}</sheetData><tableParts><tablePart r:id="rId1"/></tableParts>`,
    sheetLeads: [["table", "../tables/table1.xml"]],
    parts: { "xl/tables/table1.xml": `<table displayName="Holdings" ref="${reference}" ${more}/>` },
  };
}
