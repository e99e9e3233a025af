/** @jest-environment jsdom */
import { beforeAll, describe, expect, test } from "@jest/globals";
import { strFromU8, unzipSync } from "fflate";
import { blankSheet } from "../../src/sheets";
import { readBook, writeBook } from "../../src/xlsx";
import { plan } from "./sample-book";

// A second route: the file is read here part by part with a strict XML parser, and not by what the add-in reads with.

const addin = { id: "eb6888a0-0c9b-4251-920f-a6af22cd0333", version: "0.1.0.0" } as const;
let parts: Record<string, Uint8Array> = {};

beforeAll(async () => {
  parts = unzipSync(await writeBook(plan, { addin }));
});

function text(path: string): string {
  const bytes = parts[path];
  if (!bytes) throw new Error(`No ${path} among ${Object.keys(parts).join(", ")}`);
  return strFromU8(bytes);
}

/** The root of a part. Throws if the XML is not well-formed. */
function root(path: string): globalThis.Element {
  const { documentElement } = new DOMParser().parseFromString(text(path), "application/xml");
  const problem = documentElement.querySelector("parsererror");
  if (problem) throw new Error(`${path}: ${problem.textContent}`);
  return documentElement;
}

function cell(address: string, sheet = 2): globalThis.Element {
  const found = root(`xl/worksheets/sheet${sheet}.xml`).querySelector(`c[r="${address}"]`);
  if (!found) throw new Error(`No cell ${address}`);
  return found;
}

/** All elements of that name inside another, whatever their prefix. */
function all(element: globalThis.Element | undefined, name: string): globalThis.Element[] {
  return [...(element?.getElementsByTagNameNS("*", name) ?? [])];
}

/** An element without namespace declarations and blanks, for comparison. */
function shape(element: globalThis.Element): string {
  const attributes = [...element.attributes]
    .filter(({ name }) => !name.startsWith("xmlns"))
    .map(({ name, value }) => `${name}=${value}`)
    .sort();
  return `${[element.localName, ...attributes].join(" ")}(${[...element.children].map(shape).join(",")})`;
}

test("every part is well-formed XML, and every reference leads to a part of a known type", () => {
  const types = root("[Content_Types].xml");
  const known = new Set(
    [...types.querySelectorAll("Override")].map((entry) => entry.getAttribute("PartName")?.slice(1) ?? ""),
  );
  const extensions = new Set([...types.querySelectorAll("Default")].map((entry) => entry.getAttribute("Extension")));
  for (const path of Object.keys(parts)) {
    if (!path.endsWith(".png")) root(path);
    expect([path, known.has(path) || extensions.has(path.replace(/^.*\./, ""))]).toEqual([path, true]);
  }
  for (const path of known) expect(parts).toHaveProperty([path]);
  for (const path of Object.keys(parts).filter((each) => each.endsWith(".rels"))) {
    const folder = path.replace(/_rels\/[^/]*$/, "");
    const relationships = [...root(path).querySelectorAll("Relationship")];
    const ids = relationships.map((entry) => entry.getAttribute("Id"));
    expect(new Set(ids).size).toBe(ids.length);
    for (const entry of relationships) {
      const target = new URL(entry.getAttribute("Target") ?? "", `file:///${folder}`).pathname.slice(1);
      expect(parts).toHaveProperty([target]);
    }
  }
});

describe("a spilling Keel formula is what Excel saves", () => {
  // Source: a workbook that Excel saved with an add-in loaded has
  //   <c r="A1" cm="1"><f t="array" ref="A1">_xldudf_CONTOSO_ADD(1,2)</f><v>3</v></c>
  //   <c r="B1" t="str" cm="1"><f t="array" ref="B1">_xldudf_CONTOSO_GET("test")</f><v>test</v></c>
  test("the formula's own cell is marked, over the cells it fills", () => {
    expect(shape(cell("E4"))).toMatch(/^c cm=1 r=E4 s=\d+\(f ref=E4:E6 t=array\(\),v\(\)\)$/);
    expect(cell("E4").querySelector("f")?.textContent).toBe("_xldudf_KEEL_DRIFT(Holdings[Value],Holdings[Target])");
    expect(cell("E4").querySelector("v")?.textContent).toBe("0.002");
  });

  test("the cells it covers hold cached values and no formula", () => {
    expect(shape(cell("E5"))).toMatch(/^c r=E5 s=\d+\(v\(\)\)$/);
    expect(cell("E5").textContent).toBe("-0.019");
  });

  test("a formula of one cell that could fill more is marked over its own cell", () => {
    expect(shape(cell("G4"))).toBe("c cm=1 r=G4 t=b(f ref=G4 t=array(),v())");
    expect(shape(cell("G5"))).toBe("c cm=1 r=G5(f ref=G5 t=array(),v())");
    expect(cell("G5").querySelector("f")?.textContent).toBe("ROWS(_xlfn.ANCHORARRAY(E4))");
  });

  test("an ordinary formula isn't", () => {
    expect(shape(cell("D4"))).toBe("c r=D4(f(),v())");
    expect(cell("D4").querySelector("f")?.textContent).toBe("Holdings[[#This Row],[Value]]/2");
  });

  test("the metadata part says what the mark means, as in Excel's own files", () => {
    // Source: xl/metadata.xml of workbooks with dynamic arrays saved by Excel.
    expect(shape(root("xl/metadata.xml"))).toBe(
      "metadata(metadataTypes count=1(metadataType assign=1 cellMeta=1 clearComments=1 clearFormats=1 coerce=1 copy=1 merge=1" +
        " minSupportedVersion=120000 name=XLDAPR pasteAll=1 pasteValues=1 rowColShift=1 splitFirst=1())," +
        "futureMetadata count=1 name=XLDAPR(bk(extLst(ext uri={bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}" +
        "(dynamicArrayProperties fCollapsed=0 fDynamic=1())))),cellMetadata count=1(bk(rc t=1 v=0())))",
    );
    expect(text("xl/metadata.xml")).toContain(
      'xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray"',
    );
    const link = root("xl/_rels/workbook.xml.rels").querySelector('[Target="metadata.xml"]');
    expect(link?.getAttribute("Type")).toBe(
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sheetMetadata",
    );
    const type = root("[Content_Types].xml").querySelector('[PartName="/xl/metadata.xml"]');
    expect(type?.getAttribute("ContentType")).toBe(
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml",
    );
  });

  test("a book without such formulas has no metadata part", async () => {
    const cells = [{ row: 0, column: 0, value: 3, formula: "=1+2" }];
    const plain = unzipSync(await writeBook({ sheets: [{ ...blankSheet, name: "A", cells }], names: [] }));
    expect(Object.keys(plain)).not.toContain("xl/metadata.xml");
  });
});

describe("the add-in that Excel is to open", () => {
  // Source: Microsoft's "Automatically open a task pane with a document": the two parts, and the table of storeType, id,
  // store and version; the content types and relationships are those of [MS-OWEXML] 2.1.
  test("is the sideloaded one, or else the administrator's", () => {
    expect(shape(root("xl/webextensions/webextension1.xml"))).toBe(
      "webextension id={EB6888A0-0C9B-4251-920F-A6AF22CD0333}(" +
        `reference id=${addin.id} store=developer storeType=Registry version=0.1.0.0(),` +
        `alternateReferences(reference id=${addin.id} store=EXCatalog storeType=EXCatalog version=0.1.0.0()),` +
        "properties(property name=Office.AutoShowTaskpaneWithDocument value=true()),bindings(),snapshot()," +
        "extLst(ext uri={D87F86FE-615C-45B5-9D79-34F1136793EB}(containsCustomFunctions())))",
    );
    expect(shape(root("xl/webextensions/taskpanes.xml"))).toBe(
      "taskpanes(taskpane dockstate=right row=4 visibility=1 width=350(webextensionref r:id=rId1()))",
    );
  });

  test("is found from the file's root", () => {
    const link = root("_rels/.rels").querySelector('[Target="xl/webextensions/taskpanes.xml"]');
    expect(link?.getAttribute("Type")).toBe(
      "http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes",
    );
    expect(shape(root("xl/webextensions/_rels/taskpanes.xml.rels"))).toBe(
      "Relationships(Relationship Id=rId1 Target=webextension1.xml" +
        " Type=http://schemas.microsoft.com/office/2011/relationships/webextension())",
    );
    const types = root("[Content_Types].xml");
    const typeOf = (part: string): string | null | undefined =>
      types.querySelector(`[PartName="/xl/webextensions/${part}"]`)?.getAttribute("ContentType");
    expect(typeOf("webextension1.xml")).toBe("application/vnd.ms-office.webextension+xml");
    expect(typeOf("taskpanes.xml")).toBe("application/vnd.ms-office.webextensiontaskpanes+xml");
  });

  test("a central catalogue can be the only one, and a file without an add-in has no trace of one", async () => {
    const central = unzipSync(await writeBook(plan, { addin: { ...addin, stores: ["central"] } }));
    expect(strFromU8(central["xl/webextensions/webextension1.xml"] ?? new Uint8Array())).toContain(
      'store="EXCatalog" storeType="EXCatalog"/><we:alternateReferences></we:alternateReferences>',
    );
    const none = unzipSync(await writeBook(plan));
    expect(Object.keys(none).filter((path) => path.includes("webextension"))).toEqual([]);
  });
});

test("text that begins with = + - @ is text, also when it is edited", () => {
  const formats = [...root("xl/styles.xml").querySelectorAll("cellXfs > xf")];
  const quoted = (address: string): string | null | undefined =>
    formats[Number(cell(address).getAttribute("s"))]?.getAttribute("quotePrefix");
  for (const address of ["G10", "G11", "G12"]) {
    expect([cell(address).getAttribute("t"), quoted(address)]).toEqual(["s", "1"]);
  }
  expect(quoted("G13")).toBeNull();
  // The style is the cell's own, apart from that.
  const fonts = [...root("xl/styles.xml").querySelectorAll("fonts > font")];
  const font = fonts[Number(formats[Number(cell("G11").getAttribute("s"))]?.getAttribute("fontId"))];
  expect(font?.querySelector("i")).not.toBeNull();
  expect(root("xl/styles.xml").querySelector("cellXfs")?.getAttribute("count")).toBe(String(formats.length));
});

test("a table has Keel's look, from its style and in its headings' own cells", () => {
  expect(shape(root("xl/tables/table1.xml"))).toBe(
    "table displayName=Holdings id=1 name=Holdings ref=A3:D6 totalsRowShown=0(autoFilter ref=A3:D6()," +
      "tableColumns count=4(tableColumn id=1 name=Fund(),tableColumn id=2 name=Value(),tableColumn id=3 name=Target()," +
      "tableColumn id=4 name=Half()),tableStyleInfo name=Keel showColumnStripes=0 showFirstColumn=0 showLastColumn=0 showRowStripes=1())",
  );
  const styles = root("xl/styles.xml");
  const formats = [...styles.querySelectorAll("dxfs > dxf")];
  const elements = [...styles.querySelectorAll('tableStyle[name="Keel"] > tableStyleElement')];
  const colours = elements.map((element) => [
    element.getAttribute("type"),
    ...[...(formats[Number(element.getAttribute("dxfId"))]?.querySelectorAll("fgColor, font > color") ?? [])].map(
      (colour) => colour.getAttribute("rgb"),
    ),
  ]);
  expect(colours).toEqual([["wholeTable"], ["headerRow", "FFFFFFFF", "FF0B6E85"], ["secondRowStripe", "FFF1F9FB"]]);
  const heading = [...styles.querySelectorAll("cellXfs > xf")][Number(cell("A3").getAttribute("s"))];
  const fill = [...styles.querySelectorAll("fills > fill")][Number(heading?.getAttribute("fillId"))];
  expect(fill?.querySelector("fgColor")?.getAttribute("rgb")).toBe("FF0B6E85");
});

test("a sheet's children stand in the order that the schema asks for", () => {
  // Source: ECMA-376 Part 1, 18.3.1.99 CT_Worksheet.
  const order =
    "sheetPr dimension sheetViews sheetFormatPr cols sheetData mergeCells conditionalFormatting dataValidations" +
    " printOptions pageMargins pageSetup headerFooter drawing tableParts";
  const names = [...root("xl/worksheets/sheet2.xml").children].map(({ localName }) => localName);
  const ranks = names.map((name) => order.split(" ").indexOf(name));
  expect(ranks).not.toContain(-1);
  expect(ranks).toEqual([...ranks].sort((one, other) => one - other));
});

test("a chart lies down under long names, the first on top, with values to draw it from", () => {
  const chart = root("xl/charts/chart1.xml");
  const value = (...path: string[]): string | null | undefined =>
    path.reduce<globalThis.Element | undefined>((element, name) => all(element, name)[0], chart)?.getAttribute("val");
  expect(value("barDir")).toBe("bar");
  expect(value("catAx", "orientation")).toBe("maxMin");
  expect(value("valAx", "crosses")).toBe("max");
  const series = all(chart, "ser");
  expect(series.map((one) => all(one, "tx")[0]?.textContent)).toEqual(["Drift", "Target"]);
  expect(series.map((one) => all(one, "srgbClr")[0]?.getAttribute("val"))).toEqual(["0B6E85", "B8C4C8"]);
  const [names, values] = [all(series[0], "cat")[0], all(series[0], "val")[0]];
  expect(all(names, "f")[0]?.textContent).toBe("Plan!$A$4:$A$6");
  expect(all(values, "f")[0]?.textContent).toBe("Plan!$E$4:$E$6");
  expect(all(values, "v").map(({ textContent }) => textContent)).toEqual(["0.002", "-0.019", "0.017"]);
  expect(all(chart, "title")[0]?.textContent).toBe("Weights & targets");
  expect(all(all(chart, "valAx")[0], "numFmt")[0]?.getAttribute("formatCode")).toBe("0%");
});

test("charts and pictures share the sheet's drawing and say what they show", () => {
  const drawing = root("xl/drawings/drawing1.xml");
  expect(all(drawing, "cNvPr").map((entry) => entry.getAttribute("descr"))).toEqual([
    "Three funds, each near its target.",
    "A dot <small>",
  ]);
  expect(all(drawing, "cNvPr").map((entry) => entry.getAttribute("id"))).toEqual(["2", "3"]);
  // One pixel fits into 34 characters × 60 pixels as a square of 60 pixels, 9,525 units each.
  const size = all(all(drawing, "oneCellAnchor")[0], "ext")[0];
  expect([size?.getAttribute("cx"), size?.getAttribute("cy")]).toEqual(["571500", "571500"]);
});

test("short names stand below upright columns", async () => {
  const { sheets } = plan;
  const [, sheet] = sheets;
  if (!sheet) throw new Error("no sheet");
  const short = sheet.cells.map((each) =>
    each.column === 0 && each.row > 2 ? { ...each, value: `F${each.row}` } : each,
  );
  const file = unzipSync(await writeBook({ sheets: [{ ...sheet, cells: short }], names: [] }));
  expect(strFromU8(file["xl/charts/chart1.xml"] ?? new Uint8Array())).toContain('<c:barDir val="col"/>');
});

test("a chart's words can hold what XML can't carry, and a chart without a title says so", async () => {
  const [, sheet] = plan.sheets;
  const [chart] = sheet?.charts ?? [];
  if (!sheet || !chart || chart.kind === "points") throw new Error("no chart");
  const series = chart.series.map(({ values }) => ({ name: "bell \u0007", values }));
  const odd = { ...chart, name: "bell \u0007", words: "bell \u0007", title: "", series };
  const cells = sheet.cells.map((each) => (each.column === 0 && each.row > 2 ? { ...each, value: "\u0007" } : each));
  const bytes = await writeBook({ sheets: [{ ...sheet, cells, charts: [odd] }], names: [] });
  expect(strFromU8(unzipSync(bytes)["xl/charts/chart1.xml"] ?? new Uint8Array())).toContain(
    '<c:chart><c:autoTitleDeleted val="1"/>',
  );
  const { book } = await readBook(bytes);
  // A drawing has no marks for such characters, as cells have: there they are left away.
  expect(book.sheets[0]?.charts).toEqual([{ ...odd, name: "bell ", words: "bell " }]);
  for (const path of ["xl/charts/chart1.xml", "xl/drawings/drawing1.xml"]) {
    expect(strFromU8(unzipSync(bytes)[path] ?? new Uint8Array())).not.toContain("\u0007");
  }
});

test("cached values stand: Excel is not asked to work the file out when it opens it, unless the caller wants it", async () => {
  expect(root("xl/workbook.xml").querySelector("calcPr")?.getAttribute("fullCalcOnLoad")).toBeNull();
  expect(Number(root("xl/workbook.xml").querySelector("calcPr")?.getAttribute("calcId"))).toBeGreaterThanOrEqual(
    191029,
  );
  const file = unzipSync(await writeBook(plan, { recalculate: true }));
  expect(strFromU8(file["xl/workbook.xml"] ?? new Uint8Array())).toContain('fullCalcOnLoad="1"');
});

test("the words of long lists stand in a sheet that is out of sight", () => {
  const sheets = [...root("xl/workbook.xml").querySelectorAll("sheet")];
  expect(sheets.map((sheet) => sheet.getAttribute("state"))).toEqual(["hidden", "visible", "veryHidden"]);
  const rules = [...root("xl/worksheets/sheet2.xml").querySelectorAll("dataValidation formula1")];
  expect(rules.map(({ textContent }) => textContent)).toEqual([
    "0",
    "-1E+300",
    '"5/25,calendar,never"',
    "_keel_lists!$A$1:$A$3",
  ]);
});

test("the sheet prints on US Letter, one page wide, with its header row on each page", () => {
  const sheet = root("xl/worksheets/sheet2.xml");
  const page = sheet.querySelector("pageSetup");
  expect(page?.getAttribute("paperSize")).toBe("1");
  expect(page?.getAttribute("orientation")).toBe("landscape");
  expect(page?.getAttribute("fitToWidth")).toBe("1");
  expect(page?.getAttribute("fitToHeight")).toBe("2");
  expect(sheet.querySelector("sheetPr pageSetUpPr")?.getAttribute("fitToPage")).toBe("1");
  expect(sheet.querySelector("oddFooter")?.textContent).toBe("&CR&&D plan, 23 November 2026&RPage &P of &N");
  const names = [...root("xl/workbook.xml").querySelectorAll("definedName")];
  expect(names.map((name) => `${name.getAttribute("name") ?? ""}: ${name.textContent}`)).toEqual([
    "_xlnm.Print_Area: Plan!$A$1:$G$30",
    "_xlnm.Print_Titles: Plan!$3:$3",
    "Cash_to_invest: Plan!$G$3",
    "Half_of_it: Plan!$G$3/2",
    "Values: Holdings[Value]",
  ]);
});

test("the same book gives the same bytes", async () => {
  expect(await writeBook(plan, { addin })).toEqual(await writeBook(plan, { addin }));
});
