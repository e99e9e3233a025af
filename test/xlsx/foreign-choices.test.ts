import { describe, expect, test } from "@jest/globals";
import type { Book, Sheet } from "../../src/sheets";
import { readBook, writeBook } from "../../src/xlsx";
import { fileOf, type Foreign } from "./foreign-file";

// What files of other programs say of choices and of how a sheet is looked at comes back from a saved file, or is said.

async function read(foreign: Foreign): Promise<{ book: Book; sheet: Sheet; leftOut: readonly string[] }> {
  const { book, leftOut } = await readBook(fileOf(foreign));
  const again = await readBook(await writeBook(book));
  expect(again.book).toEqual(book);
  const [sheet] = book.sheets;
  if (!sheet) throw new Error("no sheet");
  return { book, sheet, leftOut };
}

const data = (row: number, column: number) => ({ sheet: "Data", row, column, height: 1, width: 1 });

describe("lists of choices", () => {
  const rule = (at: string, formula: string): string =>
    `<dataValidation type="list" sqref="${at}" promptTitle="Fund"><formula1>${formula}</formula1></dataValidation>`;
  const cells =
    `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Fund</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>VTI</t></is></c></row>` +
    `<row r="3"><c r="A3" t="inlineStr"><is><t>BND</t></is></c></row></sheetData>`;

  test("by a name, by a table's column behind a name, and by a whole column of another sheet's", async () => {
    const { sheet, leftOut } = await read({
      sheet: `${cells}<dataValidations>${rule("C1", "Funds")}${rule("C2", "InTable")}${rule("C3", "'Data'!$A:$A")}</dataValidations><tableParts><tablePart r:id="rId1"/></tableParts>`,
      sheetLeads: [["table", "../tables/table1.xml"]],
      parts: { "xl/tables/table1.xml": `<table displayName="Holdings" ref="A1:A3"/>` },
      after: `<definedNames><definedName name="Funds">Data!$A$2:$A$3</definedName><definedName name="InTable">Holdings[Fund]</definedName></definedNames>`,
    });
    expect(sheet.validations.map(({ allow }) => allow.kind === "list" && allow.words)).toEqual([
      ["VTI", "BND"],
      ["VTI", "BND"],
      ["Fund", "VTI", "BND"],
    ]);
    expect(leftOut).toEqual([]);
  });

  test("follow their cells: where they stand is kept, by a name or an address, and saved again", async () => {
    const { book, sheet, leftOut } = await read({
      sheet: `${cells}<dataValidations>${rule("C1", "Funds")}${rule("C3", "'Data'!$A:$A")}</dataValidations>`,
      after: `<definedNames><definedName name="Funds">Data!$A$2:$A$3</definedName></definedNames>`,
    });
    expect(sheet.validations.map(({ allow }) => allow.kind === "list" && allow.from)).toEqual([
      "Funds",
      "'Data'!$A:$A",
    ]);
    expect(leftOut).toEqual([]);
    const again = await readBook(await writeBook(book));
    expect(again.book.sheets).toHaveLength(1);
    expect(again.book.sheets[0]?.validations).toEqual(sheet.validations);
    // What is saved without the words, as the grid has it, still says where they stand.
    const wordless = {
      ...sheet,
      validations: sheet.validations.map(({ allow, ...rest }) => ({ ...rest, allow: { ...allow, words: [] } })),
    };
    const saved = await readBook(await writeBook({ ...book, sheets: [wordless] }));
    expect(saved.book.sheets[0]?.validations).toEqual(sheet.validations);
  });

  test("follow a sheet that gets another name", async () => {
    const { sheet } = await read({
      sheet: `${cells}<dataValidations>${rule("C3", "'A:B'!$A$2:$A$3")}</dataValidations>`,
      parts: {
        "xl/workbook.xml": `<workbook xmlns:r="r"><sheets><sheet name="A:B" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      },
    });
    expect(sheet.validations.map(({ allow }) => allow.kind === "list" && allow.from)).toEqual(["'A B'!$A$2:$A$3"]);
  });

  test("whose cells differ from cell to cell keep the words of the first, and that is said", async () => {
    const { sheet, leftOut } = await read({
      sheet: `${cells}<dataValidations>${rule("C1:C2", "A2:A3")}</dataValidations>`,
    });
    expect(sheet.validations.map(({ allow }) => allow)).toEqual([
      { kind: "list", words: ["VTI", "BND"], strict: true },
    ]);
    expect(leftOut).toEqual(["Lists of choices whose cells differ from cell to cell keep the words of the first."]);
  });

  test("one that a formula works out keeps its message, and that is said", async () => {
    const { sheet, leftOut } = await read({
      sheet: `${cells}<dataValidations>${rule("C1", "OFFSET($A$2,0,0,2,1)")}</dataValidations>`,
    });
    expect(sheet.validations).toEqual([
      { block: data(0, 2), allow: { kind: "any" }, prompt: { title: "Fund", text: "" } },
    ]);
    expect(leftOut).toEqual([
      "Lists of choices that a formula works out, or that stand in no cells, keep only their messages.",
    ]);
  });
});
