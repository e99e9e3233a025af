import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { writeBook } from "../../src/xlsx";
import { parse, type Element } from "../../src/xlsx/xml";
import { books } from "./books";
import { plan } from "./sample-book";

// Excel calls a file damaged in which elements stand in another order than the schema's sequence. Source of each order:
// ECMA-376 Part 1, the schemas of SpreadsheetML (annex A.2), by the name of their type. Whole where it is short; without
// what an add-in never writes where it is long, so that a new element has to be put into its place here too.
const orders: Readonly<Record<string, string>> = {
  // CT_Workbook
  workbook:
    "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr extLst",
  // CT_Worksheet
  worksheet:
    "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter" +
    " sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks" +
    " printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags" +
    " drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst",
  // CT_SheetPr, CT_SheetView, CT_Cell, CT_HeaderFooter, CT_DataValidation
  sheetPr: "tabColor outlinePr pageSetUpPr",
  sheetView: "pane selection pivotSelection extLst",
  c: "f v is extLst",
  headerFooter: "oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter",
  dataValidation: "formula1 formula2",
  // CT_Stylesheet, CT_Font, CT_Border, CT_Dxf, CT_Xf
  styleSheet: "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst",
  font: "b i strike condense extend outline shadow u vertAlign sz color name family charset scheme",
  border: "left right top bottom diagonal vertical horizontal",
  dxf: "font numFmt fill alignment border protection extLst",
  xf: "alignment protection extLst",
  patternFill: "fgColor bgColor",
  // CT_Table
  // CT_ExternalBook
  externalBook: "sheetNames definedNames sheetDataSet",
  table: "autoFilter sortState tableColumns tableStyleInfo extLst",
  // CT_BaseStyles and CT_ColorScheme of the theme
  themeElements: "clrScheme fontScheme fmtScheme",
  clrScheme: "dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink",
  fmtScheme: "fillStyleLst lnStyleLst effectStyleLst bgFillStyleLst",
};
/** What the schema asks for at least once. */
const required: Readonly<Record<string, string>> = {
  workbook: "sheets",
  worksheet: "sheetData",
  themeElements: orders["themeElements"] ?? "",
  clrScheme: orders["clrScheme"] ?? "",
  fmtScheme: orders["fmtScheme"] ?? "",
  table: "tableColumns",
};

function faultsIn(element: Element): string[] {
  const order = orders[element.name]?.split(" ");
  const names = element.children.map(({ name }) => name);
  const ranks = names.map((name) => order?.indexOf(name) ?? 0);
  const missing = (required[element.name]?.split(" ") ?? []).filter((name) => !names.includes(name));
  const counted = element.attributes["count"];
  return [
    ...(order && ranks.includes(-1) ? [`${element.name} has ${names.join(" ")}`] : []),
    ...(ranks.some((rank, index) => rank < (ranks[index - 1] ?? 0))
      ? [`${element.name} in the order ${names.join(" ")}`]
      : []),
    ...missing.map((name) => `${element.name} without ${name}`),
    ...(counted !== undefined && element.name !== "sst" && Number(counted) !== names.length
      ? [`${element.name} counts ${counted} of ${names.length}`]
      : []),
    ...element.children.flatMap(faultsIn),
  ];
}

function partsOf(bytes: Uint8Array): readonly (readonly [path: string, root: Element])[] {
  return Object.entries(unzipSync(bytes)).flatMap(([path, content]) =>
    /\.(xml|rels)$/.test(path) ? [[path, parse(strFromU8(content))] as const] : [],
  );
}

/** Numbers that lead to an entry of a list: they must have one. */
function danglingIn(parts: ReturnType<typeof partsOf>): string[] {
  const all = (element: Element, name: string): Element[] => [
    ...(element.name === name ? [element] : []),
    ...element.children.flatMap((child) => all(child, name)),
  ];
  const styles = parts.find(([path]) => path === "xl/styles.xml")?.[1];
  const strings = parts.find(([path]) => path === "xl/sharedStrings.xml")?.[1];
  if (!styles || !strings) return ["a part is missing"];
  const count = (name: string): number => all(styles, name)[0]?.children.length ?? 0;
  const beyond = (elements: readonly Element[], attribute: string, most: number): string[] =>
    elements
      .filter(({ attributes }) => Number(attributes[attribute] ?? 0) >= most)
      .map(({ name }) => `${name} ${attribute}`);
  const sheets = parts.filter(([path]) => path.startsWith("xl/worksheets/sheet")).map(([, root]) => root);
  const cells = sheets.flatMap((sheet) => all(sheet, "c"));
  return [
    ...beyond(cells, "s", count("cellXfs")),
    ...beyond(
      sheets.flatMap((sheet) => all(sheet, "cfRule")),
      "dxfId",
      count("dxfs"),
    ),
    ...beyond(all(styles, "xf"), "fontId", count("fonts")),
    ...beyond(all(styles, "xf"), "fillId", count("fills")),
    ...beyond(all(styles, "xf"), "borderId", count("borders")),
    ...beyond(all(styles, "tableStyleElement"), "dxfId", count("dxfs")),
    ...cells
      .filter(({ attributes }) => attributes["t"] === "s")
      .filter(({ children }) => Number(children[0]?.text) >= strings.children.length)
      .map(({ attributes }) => `text of ${attributes["r"] ?? ""}`),
  ];
}

describe("every part is as the schema asks", () => {
  test("for a plan with one of everything", async () => {
    const parts = partsOf(
      await writeBook(
        { ...plan, names: [...plan.names, { name: "Old", refersTo: "[Old.xlsx]Plan!$A$1+[Old.xlsx]!Rate" }] },
        { addin: { id: "eb6888a0-0c9b-4251-920f-a6af22cd0333", version: "1.0" } },
      ),
    );
    const seen = new Set<string>();
    const note = (element: Element): void => {
      seen.add(element.name);
      element.children.forEach(note);
    };
    for (const [, root] of parts) note(root);
    // What is checked does occur.
    expect(Object.keys(orders).filter((name) => !seen.has(name))).toEqual([]);
    expect(parts.flatMap(([path, root]) => faultsIn(root).map((fault) => `${path}: ${fault}`))).toEqual([]);
    expect(danglingIn(parts)).toEqual([]);
  });

  test("for any book", async () => {
    await fc.assert(
      fc.asyncProperty(books, async (book) => {
        const parts = partsOf(await writeBook(book));
        expect(parts.flatMap(([path, root]) => faultsIn(root).map((fault) => `${path}: ${fault}`))).toEqual([]);
        expect(danglingIn(parts)).toEqual([]);
      }),
      { numRuns: 40, seed: 20261129 },
    );
  }, 60_000);
});

test("rows and cells stand in order, each once, whatever order the book has them in", async () => {
  await fc.assert(
    fc.asyncProperty(books, async (book) => {
      for (const [path, root] of partsOf(await writeBook(book))) {
        if (!path.startsWith("xl/worksheets/sheet")) continue;
        const rows = root.children.find(({ name }) => name === "sheetData")?.children ?? [];
        const numbers = rows.map(({ attributes }) => Number(attributes["r"]));
        expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other));
        for (const { attributes, children } of rows) {
          const columns = children.map((cell) => cell.attributes["r"]?.replace(attributes["r"] ?? "", "") ?? "");
          const sorted = [...new Set(columns)].sort(
            (one, other) => one.length - other.length || (one < other ? -1 : 1),
          );
          expect(columns).toEqual(sorted);
        }
      }
    }),
    { numRuns: 30, seed: 20261129 },
  );
}, 60_000);
