import { describe, expect, test } from "@jest/globals";
import { strFromU8, unzipSync } from "fflate";
import { anyPages, type Book, type Sheet } from "../../src/sheets";
import { readBook, writeBook } from "../../src/xlsx";
import { fileOf, type Foreign } from "./foreign-file";

// What files of other programs hold comes back from a saved file, or is said when the file is opened.

async function read(foreign: Foreign): Promise<{ book: Book; sheet: Sheet; leftOut: readonly string[] }> {
  const { book, leftOut } = await readBook(fileOf(foreign));
  const again = await readBook(await writeBook(book));
  expect(again.book).toEqual(book);
  const [sheet] = book.sheets;
  if (!sheet) throw new Error("no sheet");
  return { book, sheet, leftOut };
}

const data = (row: number, column: number, height = 1, width = 1) => ({ sheet: "Data", row, column, height, width });

describe("how a sheet is printed", () => {
  test("several areas, rows and columns on each page, and what the page itself says", async () => {
    const { sheet, leftOut } = await read({
      sheet:
        `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetData/><printOptions gridLines="1" verticalCentered="true"/>` +
        `<pageMargins left="1" right="1" top="1" bottom="1" header="0.5" footer="0.5"/>` +
        `<pageSetup paperSize="9" fitToWidth="2" fitToHeight="0" orientation="landscape"/>` +
        `<headerFooter><oddHeader>&amp;L&amp;"Arial,Bold"Plan &amp;amp; co&amp;R&amp;D</oddHeader><oddFooter>&amp;CPage &amp;P</oddFooter></headerFooter>` +
        `<rowBreaks><brk id="7" man="1"/><brk id="3" man="1"/><brk id="5"/></rowBreaks>`,
      after:
        `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">Data!$A$1:$C$9,'Data'!$E:$F</definedName>` +
        `<definedName name="_xlnm.Print_Titles" localSheetId="0">Data!$A:$B,Data!$1:$2</definedName></definedNames>`,
    });
    expect(sheet.print).toEqual({
      orientation: "landscape",
      areas: [data(0, 0, 9, 3), data(0, 4, 1_048_576, 2)],
      paper: 9,
      pagesWide: 2,
      pagesTall: anyPages,
      breaks: [3, 7],
      repeat: { from: 0, to: 1 },
      repeatColumns: { from: 0, to: 1 },
      margins: { left: 1, right: 1, top: 1, bottom: 1, header: 0.5, footer: 0.5 },
      header: `&L&"Arial,Bold"Plan &amp; co&R&D`,
      footer: "&CPage &P",
      options: ["centered down", "gridlines"],
    });
    expect(leftOut).toEqual([]);
  });

  test("a sheet that is not fitted keeps its size, and a new sheet's margins say nothing", async () => {
    const excel = `<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>`;
    expect((await read({ sheet: `<sheetData/>${excel}` })).sheet.print).toBeUndefined();
    const { sheet } = await read({ sheet: `<sheetData/>${excel}<pageSetup scale="85"/>` });
    expect(sheet.print).toMatchObject({ percent: 85, areas: [], orientation: "portrait" });
  });

  test("what is not kept of it is said", async () => {
    const { leftOut } = await read({
      sheet:
        `<sheetData/><headerFooter differentFirst="1"><oddFooter>&amp;L&amp;G</oddFooter><firstFooter>x</firstFooter></headerFooter>` +
        `<legacyDrawingHF r:id="rId9"/><picture r:id="rId8"/>`,
      after: `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">OFFSET(Data!$A$1,0,0,9,9)</definedName></definedNames>`,
    });
    expect(leftOut).toEqual([
      "Pictures behind the cells are left out.",
      "Pictures in headers and footers are left out.",
      "Headers and footers of their own for the first page or for even pages are left out.",
      "Print areas that a formula works out are left out.",
    ]);
  });
});

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
    expect(leftOut).toEqual(["Lists of choices that stand in cells keep the words that are there now."]);
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

test("in a workbook that counts from 1904, days in rules move with the days they are compared with", async () => {
  const condition = (type: string, formula: string): string =>
    `<conditionalFormatting sqref="A1:A9"><cfRule type="${type}" dxfId="0" priority="1"><formula>${formula}</formula></cfRule></conditionalFormatting>`;
  const { sheet } = await read({
    before: `<workbookPr date1904="1"/>`,
    styles: `<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs><dxfs><dxf><fill><patternFill><bgColor rgb="FFFFE8CC"/></patternFill></fill></dxf></dxfs>`,
    sheet:
      `<sheetData><row r="1"><c r="A1" s="1"><v>44887</v></c><c r="B1"><v>44887</v></c></row></sheetData>` +
      condition(`cellIs" operator="greaterThan`, "44000") +
      condition("expression", "AND($A1&gt;=44000,44887 &gt; A1,B1&gt;5,A1+B1&gt;9)") +
      `<dataValidations><dataValidation type="decimal" operator="between" sqref="A1:A9"><formula1>44000</formula1><formula2>45000</formula2></dataValidation>` +
      `<dataValidation type="decimal" operator="greaterThanOrEqual" sqref="B1"><formula1>44000</formula1></dataValidation></dataValidations>`,
  });
  expect(sheet.flags.map(({ formula }) => formula)).toEqual(["=A1>45462", "=AND($A1>=45462,46349 > A1,B1>5,A1+B1>9)"]);
  expect(sheet.validations.map(({ allow }) => allow)).toEqual([
    { kind: "number", least: 45462, most: 46462 },
    { kind: "number", least: 44000 },
  ]);
});

describe("what Excel would refuse in a file that is opened doesn't keep it from being saved", () => {
  const sheets = (...names: string[]): string =>
    `<workbook><sheets>${names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join("")}</sheets>` +
    `<definedNames><definedName name="Cash">'A name that is much longer than Excel takes'!$A$1</definedName></definedNames></workbook>`;
  const formulas = (...each: string[]): string =>
    `<worksheet><sheetData><row r="1">${each.map((formula) => `<c><f>${formula}</f><v>1</v></c>`).join("")}</row></sheetData></worksheet>`;
  const several = (names: readonly string[], ...parts: string[]): Foreign => ({
    sheet: "",
    workbookLeads: [],
    parts: {
      "xl/workbook.xml": sheets(...names),
      "xl/_rels/workbook.xml.rels": `<Relationships>${names.map((_, index) => `<Relationship Id="rId${index + 1}" Type="x/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join("")}</Relationships>`,
      ...Object.fromEntries(parts.map((part, index) => [`xl/worksheets/sheet${index + 1}.xml`, part])),
    },
  });

  test("sheets' names: what refers to a sheet follows it", async () => {
    const { book, leftOut } = await read(
      several(
        ["A name that is much longer than Excel takes", "Plan", "PLAN", "History", "a:b", "Plan (2)"],
        formulas("Plan!A1", "SUM(Plan:History!A1)", "History!B2+'a:b'!C3"),
        formulas("'A name that is much longer than Excel takes'!A1*2"),
        ...[1, 2, 3, 4].map(() => formulas("A1")),
      ),
    );
    const names = book.sheets.map(({ name }) => name);
    expect(names).toEqual(["A name that is much longer than", "Plan", "PLAN (2)", "Sheet4", "a b", "Plan (2) (2)"]);
    expect(book.sheets[0]?.cells.map(({ formula }) => formula)).toEqual([
      "=Plan!A1",
      "=SUM(Plan:'Sheet4'!A1)",
      "='Sheet4'!B2+'a b'!C3",
    ]);
    expect(book.sheets[1]?.cells[0]?.formula).toBe("='A name that is much longer than'!A1*2");
    expect(book.names).toEqual([{ name: "Cash", refersTo: "'A name that is much longer than'!$A$1" }]);
    expect(leftOut).toEqual(["Sheets whose name Excel does not take, or that another sheet has, got another name."]);
  });

  test("tables of one name, tables over one another, a name that is a table's", async () => {
    const table = (name: string, ref: string): string => `<table displayName="${name}" ref="${ref}"/>`;
    const { book, sheet, leftOut } = await read({
      sheet:
        `<sheetData><row r="1">${["A", "B", "D", "E"].map((column) => `<c r="${column}1" t="str"><v>${"AD".includes(column) ? "Value" : "Note"}</v></c>`).join("")}</row>` +
        `<row r="2"><c r="A2"><f>[@Value]</f><v>1</v></c><c r="D2"><f>[@Value]+Holdings[[#This Row],[Value]]</f><v>1</v></c><c r="J2"><f>SUM(Holdings[Value])</f><v>1</v></c></row></sheetData>` +
        `<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="J5:K6"/><mergeCell ref="K6:L7"/></mergeCells>` +
        `<tableParts>${[1, 2, 3].map((id) => `<tablePart r:id="rId${id}"/>`).join("")}</tableParts>`,
      sheetLeads: [1, 2, 3].map((id) => ["table", `../tables/table${id}.xml`] as const),
      parts: {
        "xl/tables/table1.xml": table("Holdings", "A1:B3"),
        "xl/tables/table2.xml": table("HOLDINGS", "D1:E3"),
        "xl/tables/table3.xml": table("Other", "E2:F3"),
      },
      after: `<definedNames><definedName name="holdings">Data!$J$1</definedName></definedNames>`,
    });
    expect(sheet.tables).toEqual([
      { name: "Holdings", block: data(0, 0, 3, 2) },
      { name: "HOLDINGS_2", block: data(0, 3, 3, 2) },
    ]);
    expect(sheet.cells.flatMap(({ formula }) => formula ?? [])).toEqual([
      "=Holdings[[#This Row],[Value]]",
      "=HOLDINGS_2[[#This Row],[Value]]+HOLDINGS_2[[#This Row],[Value]]",
      "=SUM(Holdings[Value])",
    ]);
    expect(sheet.merged).toEqual([data(4, 9, 2, 2)]);
    expect(book.names).toEqual([]);
    expect(leftOut).toEqual([
      "Tables that share cells with another are kept as plain cells.",
      "Tables that have the name of another table got another name.",
      "Merged cells that share cells with others or with a table are left apart.",
      "Names that Excel does not take are left out.",
    ]);
  });

  test("only hidden sheets: the first is shown", async () => {
    const { book, leftOut } = await read({
      sheet: "",
      parts: {
        "xl/workbook.xml": `<workbook><sheets><sheet name="Data" sheetId="1" state="hidden" r:id="rId1"/></sheets></workbook>`,
        "xl/worksheets/sheet1.xml": formulas("1+1"),
      },
    });
    expect(book.sheets.map(({ hidden }) => hidden)).toEqual([undefined]);
    expect(leftOut).toEqual(["All sheets were hidden: the first is shown."]);
  });
});

test("ten thousand merged cells are written in reasonable time", async () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => `<mergeCell ref="A${index * 2 + 1}:B${index * 2 + 2}"/>`);
  const { sheet } = await read({ sheet: `<sheetData/><mergeCells>${rows.join("")}</mergeCells>` });
  expect(sheet.merged).toHaveLength(10_000);
}, 20_000);

test("areas as exceljs writes them: a name for each, and apostrophes that aren't doubled", async () => {
  const { sheet, leftOut } = await read({
    sheet: `<sheetData/>`,
    after:
      `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">'O'Neil, her list'!$A1:$D9</definedName>` +
      `<definedName name="_xlnm.Print_Area" localSheetId="0">'O'Neil, her list'!$F1:$G9</definedName></definedNames>`,
  });
  expect(sheet.print?.areas).toEqual([data(0, 0, 9, 4), data(0, 5, 9, 2)]);
  expect(leftOut).toEqual([]);
});

test("a table keeps the look of Excel's own that it has, and its headings get no colours of Keel's", async () => {
  const { sheet } = await read({
    sheet: `<sheetData><row r="1"><c r="A1" t="str"><v>Fund</v></c></row></sheetData><tableParts><tablePart r:id="rId1"/></tableParts>`,
    sheetLeads: [["table", "../tables/table1.xml"]],
    parts: {
      "xl/tables/table1.xml": `<table displayName="Holdings" ref="A1:A3"><tableStyleInfo name="TableStyleMedium9"/></table>`,
    },
  });
  expect(sheet.tables).toEqual([{ name: "Holdings", block: data(0, 0, 3), style: "TableStyleMedium9" }]);
  const bytes = await writeBook({ sheets: [sheet], names: [] });
  const parts = unzipSync(bytes);
  expect(strFromU8(parts["xl/tables/table1.xml"] ?? new Uint8Array())).toContain(
    '<tableStyleInfo name="TableStyleMedium9"',
  );
  expect(strFromU8(parts["xl/styles.xml"] ?? new Uint8Array())).toContain('<fills count="2">');
});

test("looks within a text and what a table filters by are said to be left out", async () => {
  const { sheet, leftOut } = await read({
    sheet: `<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData><tableParts><tablePart r:id="rId1"/></tableParts>`,
    strings: `<si><r><t>Fund </t></r><r><rPr><b/></rPr><t>name</t></r></si>`,
    sheetLeads: [["table", "../tables/table1.xml"]],
    parts: {
      "xl/tables/table1.xml": `<table displayName="Holdings" ref="A1:A3"><autoFilter ref="A1:A3"><filterColumn colId="0"><filters><filter val="A"/></filters></filterColumn></autoFilter></table>`,
    },
  });
  expect(sheet.cells[0]?.value).toBe("Fund name");
  expect(leftOut).toEqual([
    "Text of several looks in one cell takes the cell’s.",
    "Filters of tables are taken off; the rows that they hid stay hidden.",
  ]);
});

test("a table whose filter buttons are hidden filters by nothing", async () => {
  const { leftOut } = await read({
    sheet: `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Fund</t></is></c></row></sheetData><tableParts><tablePart r:id="rId1"/></tableParts>`,
    sheetLeads: [["table", "../tables/table1.xml"]],
    parts: {
      "xl/tables/table1.xml": `<table displayName="Holdings" ref="A1:A3"><autoFilter ref="A1:A3"><filterColumn colId="0" hiddenButton="1"/></autoFilter></table>`,
    },
  });
  expect(leftOut).toEqual([]);
});

describe("looks that aren't kept are said", () => {
  const cell = `<sheetData><row r="1"><c r="A1" s="1"><v>1</v></c></row></sheetData>`;
  const styled = (fills: string, borders: string, xf: string): Foreign => ({
    sheet: cell,
    styles: `<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fills}</fills><borders><border/>${borders}</borders><cellXfs><xf/>${xf}</cellXfs>`,
  });
  const turned = "Indents, turned text, and text justified or shrunk to fit are left out.";
  const patterned = "Gradients and patterns behind cells are left out.";
  const lined = "Double, broken and slanting lines at cells become plain ones or are left out.";
  const coloured = "Of conditional formats only the colors are kept.";
  const rule = `${cell}<conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="0" priority="1"><formula>A1&gt;0</formula></cfRule></conditionalFormatting>`;

  test.each<[string, Foreign, readonly string[]]>([
    ["a gradient", styled(`<fill><gradientFill degree="90"/></fill>`, "", `<xf fillId="2"/>`), [patterned]],
    ["stripes", styled(`<fill><patternFill patternType="lightUp"/></fill>`, "", `<xf fillId="2"/>`), [patterned]],
    [
      "a plain fill",
      styled(
        `<fill><patternFill patternType="solid"><fgColor rgb="FF00FF00"/></patternFill></fill>`,
        "",
        `<xf fillId="2"/>`,
      ),
      [],
    ],
    ["a gradient that no cell has", styled(`<fill><gradientFill degree="90"/></fill>`, "", "<xf/>"), []],
    ["an indent", styled("", "", `<xf><alignment horizontal="left" indent="1"/></xf>`), [turned]],
    ["turned text", styled("", "", `<xf><alignment textRotation="90"/></xf>`), [turned]],
    ["justified text", styled("", "", `<xf><alignment horizontal="justify"/></xf>`), [turned]],
    ["centred text", styled("", "", `<xf><alignment horizontal="center" vertical="top" wrapText="1"/></xf>`), []],
    ["a double line", styled("", `<border><top style="double"/></border>`, `<xf borderId="1"/>`), [lined]],
    ["a slanting line", styled("", `<border><diagonal style="thin"/></border>`, `<xf borderId="1"/>`), [lined]],
    ["a thick line", styled("", `<border><top style="thick"/></border>`, `<xf borderId="1"/>`), []],
    [
      "bold by a condition",
      {
        sheet: rule,
        styles: `<dxfs><dxf><font><b/></font><fill><patternFill><bgColor rgb="FF00FF00"/></patternFill></fill></dxf></dxfs>`,
      },
      [coloured],
    ],
    [
      "colours by a condition",
      { sheet: rule, styles: `<dxfs><dxf><font><b val="0"/><color rgb="FFFF0000"/></font></dxf></dxfs>` },
      [],
    ],
    [
      "a tab's colour",
      { sheet: `<sheetPr><tabColor rgb="FFFF0000"/></sheetPr>${cell}` },
      ["Colors of sheet tabs are left out."],
    ],
    [
      "groups of rows",
      { sheet: `<sheetFormatPr defaultRowHeight="15" outlineLevelRow="1"/>${cell}` },
      ["Groups of rows and columns are left out; what they hid stays hidden."],
    ],
    [
      "a width for all columns",
      { sheet: `<sheetFormatPr defaultColWidth="25" defaultRowHeight="15"/>${cell}` },
      ["Columns without a width of their own get the usual one."],
    ],
    [
      "the usual width for all columns",
      { sheet: `<sheetFormatPr defaultColWidth="8.43" defaultRowHeight="15"/>${cell}` },
      [],
    ],
  ])("%s", async (_, foreign, said) => {
    expect((await read(foreign)).leftOut).toEqual(said);
  });
});
