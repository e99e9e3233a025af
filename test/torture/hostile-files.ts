import { fileOf } from "../xlsx/foreign-file";

// Workbooks that are small or valid and still ask for more than a page has: each once froze or killed a page, or is of
// the same kind. Each is made of XML and the zip library alone, the same bytes every time.

/** All cells that a sheet has. */
const wholeSheet = "A1:XFD1048576";
/** As many letters as a cell can hold in Excel. */
const longest = 32_767;

/** One look, for conditional formats. */
const look = `<dxfs><dxf><fill><patternFill><bgColor rgb="FFFFE8CC"/></patternFill></fill></dxf></dxfs>`;
const one = `<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row></sheetData>`;

/**
 * Hostile workbooks by what they hold. None may freeze or kill a page: each opens with what is left out said, or is
 * refused in words with the workbook before it untouched.
 */
export const hostileFiles: Readonly<Record<string, () => Uint8Array>> = {
  "a validation over a whole sheet": () =>
    sheet(
      one +
        `<dataValidations count="1"><dataValidation type="decimal" operator="between" allowBlank="1" showInputMessage="1" sqref="${wholeSheet}"><formula1>0</formula1><formula2>9</formula2></dataValidation></dataValidations>`,
    ),
  "a list of words over a whole sheet": () =>
    sheet(
      one +
        `<dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="${wholeSheet}"><formula1>"yes,no"</formula1></dataValidation></dataValidations>`,
    ),
  "a merge over a whole sheet": () =>
    sheet(`${one}<mergeCells count="1"><mergeCell ref="${wholeSheet}"/></mergeCells>`),
  "a merge of whole columns": () => sheet(`${one}<mergeCells count="1"><mergeCell ref="C1:XFD1048576"/></mergeCells>`),
  "tens of thousands of merges": () =>
    sheet(one + `<mergeCells>${many(60_000, (at) => `<mergeCell ref="D${at + 1}:E${at + 1}"/>`)}</mergeCells>`),
  "a conditional format over a whole sheet": () =>
    sheet(
      one +
        `<conditionalFormatting sqref="${wholeSheet}"><cfRule type="expression" dxfId="0" priority="1"><formula>A1&gt;0</formula></cfRule></conditionalFormatting>`,
    ),
  "thousands of conditional formats over whole columns": () =>
    sheet(
      one +
        many(
          3_000,
          (at) =>
            `<conditionalFormatting sqref="A1:Z1048576"><cfRule type="expression" dxfId="0" priority="${at + 1}"><formula>A1&gt;${at}</formula></cfRule></conditionalFormatting>`,
        ),
    ),
  "a conditional format with an empty formula": () =>
    sheet(
      one +
        `<conditionalFormatting sqref="${wholeSheet}"><cfRule type="expression" dxfId="0" priority="1"><formula></formula></cfRule><cfRule type="expression" dxfId="0" priority="2"/><cfRule type="cellIs" operator="lessThan" dxfId="0" priority="3"><formula> </formula></cfRule></conditionalFormatting>`,
    ),
  "a result that claims a whole sheet": () =>
    cells(`<row r="1"><c r="A1" cm="1"><f t="array" ref="${wholeSheet}">_xlfn.SEQUENCE(2,2)</f><v>1</v></c></row>`),
  "a formula whose result is as large as a sheet": () =>
    cells(
      `<row r="1"><c r="A1" cm="1"><f t="array" ref="${wholeSheet}">_xlfn.SEQUENCE(1048576,16384)</f><v>1</v></c></row>`,
    ),
  "thousands of results over one another": () =>
    cells(
      many(2_000, (at) =>
        row(at, `<c r="A${at + 1}" cm="1"><f t="array" ref="A${at + 1}:Z30000">A1:Z1</f><v>1</v></c>`),
      ),
    ),
  "parentheses thousands deep": () => cells(row(0, formula("A1", `${"(".repeat(4_000)}1${")".repeat(4_000)}`))),
  "functions thousands deep": () => cells(row(0, formula("A1", `${"ABS(".repeat(1_600)}1${")".repeat(1_600)}`))),
  "thousands of signs before a number": () => cells(row(0, formula("A1", `${"-".repeat(8_000)}1`))),
  "a sum of thousands of numbers": () => cells(row(0, formula("A1", `1${"+1".repeat(4_000)}`))),
  "braces and brackets thousands deep": () =>
    cells(row(0, formula("A1", `${"{".repeat(4_000)}1${"}".repeat(4_000)}`) + formula("B1", "T[".repeat(4_000)))),
  "a chain of formulas tens of thousands long": () =>
    cells(many(20_000, (at) => row(at, formula(`A${at + 1}`, at === 0 ? "1" : `A${at}+1`)))),
  "formulas in a ring": () =>
    cells(many(2_000, (at) => row(at, formula(`A${at + 1}`, `A${((at + 1) % 2_000) + 1}+1`)))),
  "tens of thousands of formulas that each read whole columns": () =>
    cells(many(20_000, (at) => row(at, formula(`A${at + 1}`, `SUM(C:D)+${at}`) + `<c r="C${at + 1}"><v>1</v></c>`))),
  "tens of thousands of shares of a whole column": () =>
    cells(
      many(20_000, (at) => row(at, formula(`A${at + 1}`, `C${at + 1}/SUM(C:C)`) + `<c r="C${at + 1}"><v>1</v></c>`)),
    ),
  "tens of thousands of sums by a criterion over whole columns": () =>
    cells(
      many(20_000, (at) =>
        row(at, formula(`A${at + 1}`, `SUMIF(C:C,"&gt;${at}",C:C)`) + `<c r="C${at + 1}"><v>${at}</v></c>`),
      ),
    ),
  "one long text in thousands of cells": () =>
    fileOf({
      strings: `<si><t>${"x".repeat(longest)}</t></si>`,
      sheet: `<sheetData>${many(20_000, (at) => row(at, `<c r="A${at + 1}" t="s"><v>0</v></c>`))}</sheetData>`,
    }),
  "a text of ten million letters": () =>
    cells(row(0, `<c r="A1" t="inlineStr"><is><t>${"x".repeat(10_000_000)}</t></is></c>`)),
  "funds with names of 32,767 letters": () => funds((at) => "x".repeat(longest - 4) + String(1_000 + at)),
  "funds with names of letters that stand for eighteen": () =>
    funds((at) => "ﷺ".repeat(longest - 4) + String(1_000 + at)),
  "rules with messages of 100,000 letters": () =>
    sheet(
      `${one}<dataValidations>${many(100, (at) => `<dataValidation type="whole" allowBlank="1" showInputMessage="1" error="${"e".repeat(100_000)}" prompt="${"p".repeat(100_000)}" sqref="A${at + 1}"><formula1>1</formula1><formula2>2</formula2></dataValidation>`)}</dataValidations>`,
    ),
  "columns with absurd ranges": () =>
    sheet(
      `<cols><col min="-9" max="1" width="8" customWidth="1"/><col min="3" max="2" width="5" customWidth="1"/><col min="x" max="9" width="5" customWidth="1"/><col min="2" max="4294967295" width="1e9" customWidth="1"/><col min="1e300" max="1e308" width="9" customWidth="1"/><col min="5" max="NaN" width="-1" hidden="1"/></cols>${one}`,
    ),
  "thousands of column settings over one another": () =>
    sheet(`<cols>${many(20_000, () => `<col min="2" max="16384" width="9" customWidth="1"/>`)}</cols>${one}`),
  "a height for each of a million rows": () =>
    cells(many(1_048_576, (at) => `<row r="${at + 1}" ht="20" customHeight="1"/>`)),
  "a long formula shared over 50,000 cells": () =>
    cells(
      many(50_000, (at) =>
        row(
          at,
          at === 0
            ? `<c r="B1"><f t="shared" ref="B1:B50000" si="0">A1${"+A1*2".repeat(1_600)}</f><v>0</v></c>`
            : `<c r="B${at + 1}"><f t="shared" si="0"/><v>0</v></c>`,
        ),
      ),
    ),
  "a short formula shared over 50,000 cells": () =>
    cells(
      many(50_000, (at) =>
        row(
          at,
          `<c r="A${at + 1}"><v>${at}</v></c>` +
            (at === 0
              ? `<c r="B1"><f t="shared" ref="B1:B50000" si="0">A1*2</f><v>0</v></c>`
              : `<c r="B${at + 1}"><f t="shared" si="0"/><v>${at * 2}</v></c>`),
        ),
      ),
    ),
  "200,000 cells": () => cells(grid(20_000, 10)),
  "a million cells": () => cells(grid(50_000, 20)),
  "more than a million cells": () => cells(grid(60_000, 20)),
  "a cell at the very end of a sheet": () => cells(`<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`),
  "cells far apart": () =>
    cells(many(1_000, (at) => row(at * 1_048, `<c r="${at % 2 === 0 ? "A" : "XFD"}${at * 1_048 + 1}"><v>1</v></c>`))),
  "a thousand sheets": () => thousandSheets(),
  "tens of thousands of names": () =>
    fileOf({
      sheet: one,
      after: `<definedNames>${many(30_000, (at) => `<definedName name="Name_${at}">Data!$A$${at + 1}</definedName>`)}</definedNames>`,
    }),
  "tens of thousands of styles": () =>
    fileOf({
      styles:
        `<numFmts>${many(20_000, (at) => `<numFmt numFmtId="${200 + at}" formatCode="0.${"0".repeat(at % 20)}&quot;${at}&quot;"/>`)}</numFmts>` +
        `<cellXfs>${many(20_000, (at) => `<xf numFmtId="${200 + at}"/>`)}</cellXfs>`,
      sheet: `<sheetData>${many(20_000, (at) => row(at, `<c r="A${at + 1}" s="${at}"><v>1</v></c>`))}</sheetData>`,
    }),
  "elements thousands deep": () =>
    sheet(`${one}<extLst>${"<ext>".repeat(100_000)}${"</ext>".repeat(100_000)}</extLst>`),
  "a sheet that unpacks to 200 megabytes": () => cells(row(0, `<c r="A1">${" ".repeat(200_000_000)}<v>1</v></c>`)),
  "a part that claims four gigabytes": () => claimingMore(sheet(one)),
  "a sheet cut off in the middle": () => sheet(`<sheetData><row r="1"><c r="A1"><v>1</v></c>`),
};

/** A workbook of one sheet with this inside, and one look for its conditional formats. */
function sheet(inside: string): Uint8Array {
  return fileOf({ sheet: inside, styles: look });
}

function cells(rows: string): Uint8Array {
  return sheet(`<sheetData>${rows}</sheetData>`);
}

/** A row, counted from 0. */
function row(at: number, inside: string): string {
  return `<row r="${at + 1}">${inside}</row>`;
}

function formula(place: string, text: string): string {
  return `<c r="${place}"><f>${text}</f><v>0</v></c>`;
}

/** A list of 900 funds with these names. */
function funds(name: (at: number) => string): Uint8Array {
  const text = (place: string, inside: string): string => `<c r="${place}" t="inlineStr"><is><t>${inside}</t></is></c>`;
  return cells(
    row(0, text("A1", "Fund") + text("B1", "Value") + text("C1", "Target")) +
      many(900, (at) =>
        row(
          at + 1,
          `${text(`A${at + 2}`, name(at))}<c r="B${at + 2}"><v>${at + 1}</v></c><c r="C${at + 2}"><v>${1 / 900}</v></c>`,
        ),
      ),
  );
}

/** Rows of plain numbers, without places: those are counted on. */
function grid(rows: number, columns: number): string {
  return many(rows, (at) => `<row>${many(columns, (column) => `<c><v>${at * columns + column}</v></c>`)}</row>`);
}

function thousandSheets(): Uint8Array {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const count = 1_000;
  return fileOf({
    sheet: one,
    workbookLeads: Array.from({ length: count }, (_, at) => ["worksheet", `worksheets/more${at}.xml`] as const),
    parts: {
      "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/>${many(count, (at) => `<sheet name="More ${at}" sheetId="${at + 2}" r:id="rId${at + 4}"/>`)}</sheets></workbook>`,
      ...Object.fromEntries(
        Array.from({ length: count }, (_, at) => [
          `xl/worksheets/more${at}.xml`,
          `<worksheet xmlns="${main}">${one}</worksheet>`,
        ]),
      ),
    },
  });
}

/** A file whose list of contents gives its first part a length of almost four gigabytes. */
function claimingMore(bytes: Uint8Array): Uint8Array {
  const entry = [0x50, 0x4b, 0x01, 0x02];
  const at = bytes.findIndex((_, start) => entry.every((byte, index) => bytes[start + index] === byte));
  // The length of a part as it was before packing stands 24 bytes behind the start of its entry. APPNOTE.TXT 4.3.12.
  const claiming = bytes.slice();
  claiming.set([0xf0, 0xff, 0xff, 0xff], at + 24);
  return claiming;
}

function many(count: number, each: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => each(at)).join("");
}
