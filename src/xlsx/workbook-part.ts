import { address, columnName, type Book, type PrintSetUp } from "../sheets";
import { storedFormula } from "./formulas";
import type { Links } from "./links";
import { listsSheet } from "./validation-parts";
import { declaration, escaped } from "./xml";

/**
 * Excel works a whole workbook out anew when a version of its calculation older than its own saved it. This is the version
 * of Excel 2019 and later, so that a Keel formula's cached value stands where the add-in is missing.
 */
const calculation = 191029;

/** Writes the workbook's own part: which sheets there are, the names, and how it is opened. Source: ECMA-376 Part 1, 18.2. */
export function workbookPart(
  book: Book,
  /** The relationships of the sheets' parts and of those for other workbooks; what `namesPart` returned. */
  leads: { readonly sheets: readonly string[]; readonly links: readonly string[] },
  names: string,
  recalculate: boolean,
): string {
  const shown = book.sheets.findIndex((sheet) => sheet.name === shownSheet(book));
  const active = book.active === undefined && shown === 0 ? "" : ` activeTab="${shown}"`;
  const sheets = book.sheets.map(({ name, hidden }, index) => {
    const state = name === listsSheet ? "veryHidden" : hidden ? "hidden" : "visible";
    return `<sheet name="${escaped(name)}" sheetId="${index + 1}" state="${state}" r:id="${leads.sheets[index] ?? ""}"/>`;
  });
  const links = leads.links.map((id) => `<externalReference r:id="${id}"/>`).join("");
  return (
    `${declaration}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"` +
    ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr/>` +
    `<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="15000"${active}/></bookViews>` +
    `<sheets>${sheets.join("")}</sheets>${links && `<externalReferences>${links}</externalReferences>`}${names}` +
    `<calcPr calcId="${calculation}"${recalculate ? ' fullCalcOnLoad="1"' : ""}/></workbook>`
  );
}

/** The sheet that is shown first: a hidden one can't be. */
export function shownSheet(book: Book): string | undefined {
  const visible = book.sheets.filter((sheet) => !sheet.hidden);
  return (visible.find(({ name }) => name === book.active) ?? visible[0])?.name;
}

/** Writes the names of the workbook, and those that say how its sheets are printed. */
export function namesPart(book: Book, links: Links): string {
  const own = book.names.flatMap(({ name, refersTo }) => {
    const formula = storedFormula(refersTo, { ofName: true, links });
    return formula ? [`<definedName name="${escaped(name)}">${escaped(formula.text)}</definedName>`] : [];
  });
  const printed = book.sheets.flatMap(({ name, print }, index) =>
    Object.entries(print ? printNames(name, print) : {}).map(([what, places]) =>
      places.length > 0
        ? `<definedName name="_xlnm.${what}" localSheetId="${index}">${escaped(places.join(","))}</definedName>`
        : "",
    ),
  );
  const all = [...printed, ...own].join("");
  return all && `<definedNames>${all}</definedNames>`;
}

/** What a sheet prints and what it repeats on each page are names of its own. */
function printNames(sheet: string, { areas, repeat, repeatColumns }: PrintSetUp) {
  // Rows and columns to repeat are written without an end, `'My plan'!$1:$3`: behind the sheet's name, which address()
  // puts in quotes.
  const start = address({ sheet, row: 0, column: 0, height: 1, width: 1 }).replace(/[^!]*$/, "");
  return {
    Print_Area: areas.map((area) => address({ ...area, sheet }, true)),
    Print_Titles: [
      ...(repeatColumns ? [`${start}$${columnName(repeatColumns.from)}:$${columnName(repeatColumns.to)}`] : []),
      ...(repeat ? [`${start}$${repeat.from + 1}:$${repeat.to + 1}`] : []),
    ],
  };
}
