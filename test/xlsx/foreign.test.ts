import { describe, expect, test } from "@jest/globals";
import { strToU8, zipSync } from "fflate";
import type { Book, BookCell, Sheet } from "../../src/sheets";
import { readBook, UnreadableWorkbook, writeBook } from "../../src/xlsx";
import { fileOf, type Foreign } from "./foreign-file";

// Files as other programs make them, reduced to what matters. The forms are those of ECMA-376 Part 1, 18.

async function read(foreign: Foreign): Promise<{ book: Book; sheet: Sheet; leftOut: readonly string[] }> {
  const { book, leftOut } = await readBook(fileOf(foreign));
  const [sheet] = book.sheets;
  if (!sheet) throw new Error("no sheet");
  return { book, sheet, leftOut };
}

async function cells(inside: string, more: Partial<Foreign> = {}): Promise<readonly BookCell[]> {
  return (await read({ sheet: `<sheetData>${inside}</sheetData>`, ...more })).sheet.cells;
}

async function values(inside: string, more: Partial<Foreign> = {}): Promise<readonly BookCell["value"][]> {
  return (await cells(inside, more)).map(({ value }) => value);
}

describe("values", () => {
  test("text of every form, without looks and readings of signs", async () => {
    const strings =
      "<si><t>plain</t></si><si><r><rPr><b/></rPr><t>rich </t></r><r><t xml:space='preserve'> text</t></r></si>" +
      "<si><t>課</t><rPh sb='0' eb='1'><t>カ</t></rPh></si><si><t>bell _x0007_ &amp; _x005F_x0041_</t></si><si/>";
    expect(
      await values(
        `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c>` +
          `<c r="E1" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c><c r="F1" t="str"><f>A1</f><v> kept </v></c>` +
          `<c r="G1" t="s"><v>4</v></c><c r="H1" t="inlineStr"><is><t><![CDATA[<a> & b]]></t></is></c></row>`,
        { strings },
      ),
    ).toEqual(["plain", "rich  text", "課", "bell \u0007 & _x0041_", "inline", " kept ", "<a> & b"]);
  });

  test("numbers, truth values and errors", async () => {
    expect(
      await values(
        `<row r="1"><c r="A1"><v>45000.123456789</v></c><c r="B1" t="n"><v>-1.5E-7</v></c><c r="C1" t="b"><v>1</v></c>` +
          `<c r="D1" t="e"><v>#N/A</v></c><c r="E1" t="b"><f>TRUE</f><v>0</v></c><c r="F1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="G1"><v>x</v></c></row>`,
      ),
    ).toEqual([45000.123456789, -1.5e-7, true, { error: "#N/A" }, false, { error: "#DIV/0!" }, { error: "#NUM!" }]);
  });

  test("cells and rows without an address follow one another", async () => {
    const found = await cells(
      `<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>`,
    );
    expect(found.map(({ row, column, value }) => [row, column, value])).toEqual([
      [0, 0, 1],
      [0, 1, 2],
      [4, 2, 3],
      [4, 3, 4],
      [5, 0, 5],
    ]);
  });

  const dates = `<numFmts count="1"><numFmt numFmtId="164" formatCode="[$-409]d\\-mmm\\-yyyy;@"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="2"/></cellXfs>`;

  test("days are numbers, exactly, before March 1900 too", async () => {
    const row = `<row r="1"><c r="A1" s="1"><v>46349.999999</v></c><c r="B1" s="2"><v>1</v></c><c r="C1" s="1"><v>60</v></c></row>`;
    expect(await cells(row, { styles: dates })).toEqual([
      { row: 0, column: 0, value: 46349.999999, format: "m/d/yyyy" },
      { row: 0, column: 1, value: 1, format: "[$-409]d\\-mmm\\-yyyy;@" },
      { row: 0, column: 2, value: 60, format: "m/d/yyyy" },
    ]);
  });

  test("a workbook that counts its days from 1904 is moved to the usual count, and only its days", async () => {
    const row = `<row r="1"><c r="A1" s="1"><v>0</v></c><c r="B1" s="2"><v>44887</v></c><c r="C1" s="3"><v>44887</v></c><c r="D1"><v>5</v></c></row>`;
    const before = `<workbookPr date1904="1"/>`;
    // 1 January 1904 is day 1,462 of the usual count, 23 November 2026 is 46,349.
    expect(await values(row, { styles: dates, before })).toEqual([1462, 46349, 44887, 5]);
  });

  test("days written out are numbers as well", async () => {
    expect(
      await values(
        `<row r="1"><c r="A1" t="d"><v>2026-11-23</v></c><c r="B1" t="d"><v>1900-01-01T12:00:00Z</v></c><c r="C1" t="d"><v>1900-03-01</v></c></row>`,
      ),
    ).toEqual([46349, 1.5, 61]);
  });

  test("another prefix, strict names and stray comments change nothing", async () => {
    const sheet =
      `<?xml version="1.0"?><!-- made elsewhere --><x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main">` +
      `<x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="B1"><x:f>A1&amp;"&gt;"</x:f><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    expect(await cells("", { strings: "<si><t>a</t></si>", parts: { "xl/worksheets/sheet1.xml": sheet } })).toEqual([
      { row: 0, column: 0, value: "a" },
      { row: 0, column: 1, value: 2, formula: '=A1&">"' },
    ]);
  });
});

describe("formulas", () => {
  test("shared ones are written out for each cell", async () => {
    const found = await cells(
      `<row r="2"><c r="B2"><f t="shared" ref="B2:C3" si="0">A2*$A$1+SUM(A:A)</f><v>1</v></c><c r="C2"><f t="shared" si="0"/><v>2</v></c></row>` +
        `<row r="3"><c r="B3"><f t="shared" si="0"/><v>3</v></c><c r="C3"><f>C2</f><v>4</v></c></row>`,
    );
    expect(found.map(({ formula }) => formula)).toEqual([
      "=A2*$A$1+SUM(A:A)",
      "=B2*$A$1+SUM(B:B)",
      "=A3*$A$1+SUM(A:A)",
      "=C2",
    ]);
  });

  test("an array over several cells fills them, whether Excel calls it dynamic or not", async () => {
    const found = await cells(
      `<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:B2">_xlfn.SEQUENCE(2,2)</f><v>1</v></c><c r="B1"><v>2</v></c></row>` +
        `<row r="2"><c r="A2"><v>3</v></c><c r="B2"><v>4</v></c><c r="D2"><f t="array" ref="D2:D3">A1:A2*2</f><v>2</v></c></row>`,
    );
    expect(found[0]).toEqual({
      row: 0,
      column: 0,
      value: 1,
      formula: "=SEQUENCE(2,2)",
      spill: { height: 2, width: 2 },
    });
    expect(found[1]).toEqual({ row: 0, column: 1, value: 2 });
    expect(found[4]).toEqual({ row: 1, column: 3, value: 2, formula: "=A1:A2*2", spill: { height: 2, width: 1 } });
  });

  test("a Keel formula that was saved without the add-in finds its name again", async () => {
    const found = await cells(
      `<row r="1"><c r="A1" t="e" cm="1"><f t="array" aca="1" ref="A1" ca="1">[1]!_xldudf_KEEL_DRIFT(B1:B3,C1:C3)</f><v>#NAME?</v></c></row>`,
    );
    expect(found).toEqual([{ row: 0, column: 0, value: { error: "#NAME?" }, formula: "=KEEL.DRIFT(B1:B3,C1:C3)" }]);
  });

  test("one that refers to another workbook is kept as its value, and that is said", async () => {
    const { sheet, leftOut } = await read({
      sheet: `<sheetData><row r="1"><c r="A1"><f>[1]Old!A1*2</f><v>7</v></c></row></sheetData>`,
      workbookLeads: [["externalLink", "externalLinks/externalLink1.xml"]],
    });
    expect(sheet.cells).toEqual([{ row: 0, column: 0, value: 7 }]);
    expect(leftOut).toEqual([
      "Formulas that refer to other workbooks are kept as values.",
      "Links to other workbooks are left out.",
    ]);
  });
});

describe("looks", () => {
  test("theme, tint, palette and plain colours, told apart from the workbook's own Normal style", async () => {
    const styles =
      `<fonts><font><sz val="10"/><color rgb="FF000000"/><name val="Arial"/></font><font><b val="1"/><i val="0"/><sz val="10"/><color theme="4" tint="0.4"/><name val="Arial"/></font>` +
      `<font><u val="double"/><strike/><sz val="12"/><color indexed="10"/><name val="Georgia"/></font></fonts>` +
      `<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor theme="0" tint="-0.15"/></patternFill></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
      `<borders><border/><border><left style="dashed"><color auto="1"/></left><top style="double"><color rgb="FF0B6E85"/></top><bottom style="none"/></border></borders>` +
      `<cellStyleXfs><xf fontId="0"/></cellStyleXfs><cellXfs><xf fontId="0" fillId="0" borderId="0"/><xf fontId="1" fillId="1"/>` +
      `<xf fontId="2" fillId="2" borderId="1"><alignment horizontal="centerContinuous" vertical="center" wrapText="true"/></xf></cellXfs>`;
    const theme = `<a:theme xmlns:a="a"><a:themeElements><a:clrScheme><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme></a:themeElements></a:theme>`;
    const found = await cells(
      `<row r="1"><c r="A1" s="0"><v>1</v></c><c r="B1" s="1"><v>2</v></c><c r="C1" s="2"/></row>`,
      { styles, workbookLeads: [["theme", "theme/theme1.xml"]], parts: { "xl/theme/theme1.xml": theme } },
    );
    expect(found).toEqual([
      { row: 0, column: 0, value: 1 },
      // Office names this colour "Blue, Accent 1, Lighter 40%": #8EA9DB, and the other "White, Background 1, Darker 15%".
      { row: 0, column: 1, value: 2, style: { bold: true, ink: "#8FAADC", fill: "#D9D9D9" } },
      {
        row: 0,
        column: 2,
        value: "",
        style: {
          underline: true,
          strikethrough: true,
          size: 12,
          font: "Georgia",
          ink: "#FF0000",
          across: "center",
          down: "middle",
          wrap: true,
          lines: { top: { ink: "#0B6E85", weight: "medium" }, left: { ink: "#000000", weight: "thin" } },
        },
      },
    ]);
  });

  test("sizes: only those that someone set, and to the sheet's end only as far as it is used", async () => {
    const { sheet } = await read({
      sheet:
        `<cols><col min="1" max="2" width="20.7109375" customWidth="1"/><col min="3" max="16384" width="9.7109375" customWidth="1"/></cols>` +
        `<sheetData><row r="1" ht="30" customHeight="1"><c r="D1"><v>1</v></c></row><row r="2" ht="15"/><row r="3" ht="12" hidden="1"/></sheetData>`,
    });
    expect(sheet.widths).toEqual([
      { column: 0, characters: 20 },
      { column: 1, characters: 20 },
      { column: 2, characters: 9 },
      { column: 3, characters: 9 },
    ]);
    expect(sheet.heights).toEqual([
      { row: 0, points: 30 },
      { row: 2, points: 12, hidden: true },
    ]);
  });
});

test("tables: with a header row only, and without the total row", async () => {
  const table = (name: string, more: string): string => `<table displayName="${name}" ${more}/>`;
  const { sheet, leftOut } = await read({
    sheet: `<sheetData/><tableParts><tablePart r:id="rId1"/><tablePart r:id="rId2"/></tableParts>`,
    sheetLeads: [
      ["table", "../tables/table1.xml"],
      ["table", "/xl/tables/table2.xml"],
    ],
    parts: {
      "xl/tables/table1.xml": table("Holdings", `ref="A1:C5" totalsRowCount="1"`),
      "xl/tables/table2.xml": table("Loose", `ref="F1:G5" headerRowCount="0"`),
    },
  });
  expect(sheet.tables).toEqual([
    { name: "Holdings", block: { sheet: "Data", row: 0, column: 0, height: 4, width: 3 } },
  ]);
  expect(leftOut).toEqual([
    "Total rows of tables are kept as plain rows below them.",
    "Tables without a header row are kept as plain cells.",
  ]);
});

test("flags: rules by a value become formulas, for each range from its own first cell, in the order that counts", async () => {
  const styles = `<dxfs><dxf><fill><patternFill><bgColor rgb="FFFFE8CC"/></patternFill></fill></dxf><dxf><font><color rgb="FF0E5A1F"/></font></dxf></dxfs>`;
  const { sheet, leftOut } = await read({
    styles,
    sheet:
      `<sheetData/><conditionalFormatting sqref="B2:B5 D4"><cfRule type="cellIs" dxfId="0" priority="2" operator="lessThan"><formula>$A2</formula></cfRule></conditionalFormatting>` +
      `<conditionalFormatting sqref="C2:C5"><cfRule type="cellIs" dxfId="1" priority="1" operator="between"><formula>0</formula><formula>1</formula></cfRule>` +
      `<cfRule type="colorScale" priority="3"><colorScale/></cfRule></conditionalFormatting>`,
  });
  const at = (row: number, column: number, height: number) => ({ sheet: "Data", row, column, height, width: 1 });
  expect(sheet.flags).toEqual([
    { block: at(1, 2, 4), formula: "=AND(C2>=0,C2<=1)", ink: "#0E5A1F" },
    { block: at(1, 1, 4), formula: "=B2<$A2", fill: "#FFE8CC" },
    { block: at(3, 3, 1), formula: "=D4<$A4", fill: "#FFE8CC" },
  ]);
  expect(leftOut).toEqual([
    "Conditional formats other than colors by a formula (data bars, color scales, icons) are left out.",
  ]);
});

test("validations: lists in cells become their words, on whole columns too; other rules keep their messages", async () => {
  const { sheet, leftOut } = await read({
    sheet:
      `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>one</t></is></c></row><row r="2"><c r="A2"><v>2</v></c></row></sheetData>` +
      `<dataValidations><dataValidation type="list" sqref="C1:C9 E1" promptTitle="Pick" prompt="One&#10;of them"><formula1>$A$1:$A$2</formula1></dataValidation>` +
      `<dataValidation type="whole" operator="greaterThanOrEqual" errorStyle="stop" error="No" sqref="F1:F1048576"><formula1>1</formula1></dataValidation>` +
      `<dataValidation type="date" sqref="G1" promptTitle="Day" prompt="A day"><formula1>1</formula1></dataValidation>` +
      `<dataValidation type="custom" sqref="H1"><formula1>A1</formula1></dataValidation></dataValidations>` +
      `<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations xmlns:x14="y" xmlns:xm="z"><x14:dataValidation type="list" errorStyle="warning">` +
      `<x14:formula1><xm:f>Data!$A$1:$A$1</xm:f></x14:formula1><xm:sqref>I1</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`,
  });
  const at = (column: number, height = 1) => ({ sheet: "Data", row: 0, column, height, width: 1 });
  const none = { title: "", text: "" };
  expect(sheet.validations).toEqual([
    {
      block: at(2, 9),
      allow: { kind: "list", words: ["one", "2"], strict: true },
      prompt: { title: "Pick", text: "One\nof them" },
    },
    {
      block: at(4),
      allow: { kind: "list", words: ["one", "2"], strict: true },
      prompt: { title: "Pick", text: "One\nof them" },
    },
    { block: at(5, 1048576), allow: { kind: "number", least: 1 }, prompt: none, refusal: "No" },
    { block: at(6), allow: { kind: "any" }, prompt: { title: "Day", text: "A day" } },
    { block: at(8), allow: { kind: "list", words: ["one"], strict: false }, prompt: none },
  ]);
  expect(leftOut).toEqual([
    "Validation rules other than numbers and lists keep only their messages.",
    "Lists of choices that stand in cells keep the words that are there now.",
  ]);
});

test("names: the workbook's own before a sheet's, without those that Excel keeps for itself", async () => {
  const { book, leftOut } = await read({
    sheet: "<sheetData/>",
    after:
      `<definedNames><definedName name="Cash" localSheetId="0">Data!$B$1</definedName><definedName name="Cash">Data!$A$1</definedName>` +
      `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Data!$A$1:$C$9</definedName><definedName name="Rate" localSheetId="0">0.05</definedName>` +
      `<definedName name="Old">[1]Data!$A$1</definedName></definedNames>`,
  });
  expect(book.names).toEqual([
    { name: "Cash", refersTo: "Data!$A$1" },
    { name: "Rate", refersTo: "0.05" },
  ]);
  expect(leftOut).toEqual([
    "Names that refer to other workbooks are left out.",
    "Where several sheets define the same name, only the first one is kept.",
  ]);
});

test("names over several areas are kept; one that Excel doesn't take is left out, said, and doesn't block saving", async () => {
  const { book, leftOut } = await read({
    sheet: `<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>`,
    after:
      `<definedNames><definedName name="Areas">Data!$A$1:$A$2,'O''Neil'!$C$1</definedName><definedName name="कुल">योजना!$A$1</definedName>` +
      `<definedName name="not a name">Data!$A$1</definedName><definedName name="Secret" hidden="1">Data!$A$1</definedName></definedNames>`,
  });
  expect(book.names).toEqual([
    { name: "Areas", refersTo: "Data!$A$1:$A$2,'O''Neil'!$C$1" },
    { name: "कुल", refersTo: "योजना!$A$1" },
  ]);
  expect(leftOut).toEqual(["Names that Excel does not take are left out.", "Hidden names are left out."]);
  expect((await readBook(await writeBook(book))).book.names).toEqual(book.names);
});

test("a workbook whose parts lie elsewhere is read by its content types", async () => {
  const main = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
  const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const parts = {
    "[Content_Types].xml": `<Types><Override PartName="/book/main.xml" ContentType="${main}"/></Types>`,
    "_rels/.rels": `<Relationships><Relationship Id="a" Type="${type}/officeDocument" Target="/book/main.xml"/></Relationships>`,
    "book/_rels/main.xml.rels": `<Relationships><Relationship Id="a" Type="${type}/worksheet" Target="one.xml"/></Relationships>`,
    "book/main.xml": `<workbook xmlns:r="${type}"><sheets><sheet name="Data" r:id="a"/></sheets></workbook>`,
    "book/one.xml": `<worksheet><sheetData><row><c><v>7</v></c></row></sheetData></worksheet>`,
    "book/drawings/any.xml": `<d><pic/></d>`,
  };
  const bytes = zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
  const { book, leftOut } = await readBook(bytes);
  expect(book.sheets[0]?.cells).toEqual([{ row: 0, column: 0, value: 7 }]);
  expect(leftOut).toEqual(["Pictures and drawings are left out."]);
});

test("what Keel doesn't keep is said in sentences, each once", async () => {
  const { leftOut } = await read({
    sheet:
      `<sheetProtection sheet="1"/><sheetData/><autoFilter ref="A1:B2"/><hyperlinks><hyperlink ref="A1"/></hyperlinks>` +
      `<extLst><ext><x14:sparklineGroups xmlns:x14="x"/></ext></extLst>`,
    workbookLeads: [
      ["vbaProject", "vbaProject.bin"],
      ["connections", "connections.xml"],
    ],
    sheetLeads: [
      ["hyperlink", "https://example.com/"],
      ["comments", "../comments1.xml"],
      ["pivotTable", "../pivotTables/pivotTable1.xml"],
      ["drawing", "../drawings/drawing1.xml"],
    ],
    parts: {
      "xl/vbaProject.bin": "x",
      "xl/charts/chart1.xml": "<c/>",
      "xl/drawings/drawing1.xml": "<xdr:wsDr xmlns:xdr='x'><xdr:pic/></xdr:wsDr>",
    },
  });
  expect(leftOut).toEqual([
    "Links are kept as their text.",
    "Comments and notes are left out.",
    "Pivot tables are kept as values.",
    "Sheet protection is taken off.",
    "Filters outside tables are left out.",
    "Sparklines are left out.",
    "Macros are left out.",
    "Charts are left out.",
    "Pictures and drawings are left out.",
    "Connections to data outside the workbook are left out.",
  ]);
});

describe("what is no workbook is refused with a sentence that says what to do", () => {
  const zip = (parts: Record<string, string>): Uint8Array =>
    zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
  const good = fileOf({ sheet: "<sheetData><row r='1'><c r='A1'><v>1</v></c></row></sheetData>" });
  const old = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]);
  const locked = Uint8Array.from([...old, ...strToU8("EncryptedPackage".replaceAll(/(.)/g, "$1\0"))]);

  test.each<[string, Uint8Array, RegExp]>([
    ["nothing", new Uint8Array(), /^This file is empty\.$/],
    ["a text file", strToU8("Fund,Value\r\nVTI,1000\r\n"), /text file, such as \.csv/],
    ["some other file", Uint8Array.from([1, 2, 3, 0, 5]), /not an Excel workbook/],
    ["an old workbook", old, /old \.xls form/],
    ["a locked workbook", locked, /locked with a password/],
    ["half a workbook", good.slice(0, Math.floor(good.length / 2)), /damaged or was not copied completely/],
    ["a workbook without its last bytes", good.slice(0, -30), /damaged or was not copied completely/],
    ["a document", zip({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<d/>" }), /not an Excel workbook/],
    ["an OpenDocument sheet", zip({ mimetype: "application/vnd.oasis.opendocument.spreadsheet" }), /OpenDocument/],
    ["a binary workbook", zip({ "[Content_Types].xml": "<Types/>", "xl/workbook.bin": "x" }), /\.xlsb/],
    ["broken XML", fileOf({ sheet: "<sheetData><row></sheetData>" }), /part of this workbook is damaged/],
    [
      "a document type",
      fileOf({ sheet: "", parts: { "xl/workbook.xml": `<!DOCTYPE x [<!ENTITY a "b">]><workbook/>` } }),
      /part of this workbook is damaged/,
    ],
    ["no sheet at all", fileOf({ sheet: "", parts: { "xl/workbook.xml": "<workbook/>" } }), /no sheet with cells/],
  ])("%s", async (_, bytes, sentence) => {
    const refusal: unknown = await readBook(bytes).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UnreadableWorkbook);
    expect((refusal as Error).message).toMatch(sentence);
  });
});
