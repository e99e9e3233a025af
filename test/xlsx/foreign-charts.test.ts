import { expect, test } from "@jest/globals";
import { readBook } from "../../src/xlsx";
import { fileOf, type Foreign } from "./foreign-file";

// Charts as other programs write them, reduced to what matters. The forms are those of ECMA-376 Part 1, 20.5 and 21.2.

const drawingMain = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const corner = (name: "from" | "to", column: number, columnOffset: number, row: number, rowOffset: number): string =>
  `<d:${name}><d:col>${column}</d:col><d:colOff>${columnOffset}</d:colOff><d:row>${row}</d:row><d:rowOff>${rowOffset}</d:rowOff></d:${name}>`;
const frame = (id: string, properties = `name="Chart 2" descr="Two funds"`): string =>
  `<d:graphicFrame><d:nvGraphicFramePr><d:cNvPr id="2" ${properties}/></d:nvGraphicFramePr><a:graphic xmlns:a="a">` +
  `<a:graphicData uri="u"><ch:chart xmlns:ch="c" xmlns:rel="r" rel:id="${id}"/></a:graphicData></a:graphic></d:graphicFrame>`;
const anchored = (inside: string): string =>
  `<d:twoCellAnchor>${corner("from", 3, 0, 1, 0)}${corner("to", 6, 0, 9, 0)}${inside}<d:clientData/></d:twoCellAnchor>`;
const lines = (kind: string, inside: string): string => `<ch:${kind}>${inside}</ch:${kind}>`;
const reference = (where: string, cells: string, cache = ""): string =>
  lines(where, `<ch:numRef><ch:f>${cells}</ch:f>${cache}</ch:numRef>`);
const series = (inside = "", values = "Data!$B$2:$B$3"): string =>
  lines("ser", `${inside}${reference("cat", "Data!$A$2:$A$3")}${reference("val", values)}`);
const bars = (inside: string, more = ""): string =>
  `<ch:plotArea><ch:barChart>${inside}</ch:barChart><ch:valAx><ch:numFmt formatCode="0%" sourceLinked="0"/></ch:valAx>${more}</ch:plotArea>`;
const space = (inside: string): string =>
  `<ch:chartSpace xmlns:ch="c" xmlns:x="x"><ch:chart>${inside}</ch:chart></ch:chartSpace>`;
const sheetData =
  `<row r="1"><c r="A1" t="inlineStr"><is><t>Fund</t></is></c><c r="B1" t="inlineStr"><is><t>Weight</t></is></c></row>` +
  `<row r="2"><c r="A2" t="inlineStr"><is><t>VTI</t></is></c><c r="B2"><v>0.6</v></c></row>` +
  `<row r="3"><c r="A3" t="inlineStr"><is><t>BND</t></is></c><c r="B3"><v>0.4</v></c></row>`;
const cell = (row: number, column: number, height = 1) => ({ sheet: "Data", row, column, height, width: 1 });

async function charts(drawn: string, parts: readonly string[], more: Partial<Foreign> = {}) {
  const lead = (part: string, index: number): string =>
    `<Relationship Id="x${index + 1}" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/${part.includes("<cx:") ? "chartEx" : "chart"}" Target="/xl/charts/${index + 1}.xml"/>`;
  const file = fileOf({
    sheet: `<cols><col min="4" max="4" width="20.7109375" customWidth="1"/></cols><sheetData>${sheetData}</sheetData><drawing r:id="rId1"/>`,
    sheetLeads: [["drawing", "../drawings/drawing7.xml"]],
    ...more,
    parts: {
      "xl/drawings/drawing7.xml": `<d:wsDr xmlns:d="${drawingMain}">${drawn}</d:wsDr>`,
      "xl/drawings/_rels/drawing7.xml.rels": `<Relationships>${parts.map(lead).join("")}</Relationships>`,
      ...Object.fromEntries(parts.map((part, index) => [`xl/charts/${index + 1}.xml`, part])),
      "xl/charts/style1.xml": "<x/>",
      ...more.parts,
    },
  });
  const { book, leftOut } = await readBook(file);
  return { charts: book.sheets[0]?.charts ?? [], leftOut };
}

const chart = async (part: string, anchor = anchored(frame("x1")), more: Partial<Foreign> = {}) =>
  (await charts(anchor, [part], more)).charts[0];

test("bars of any direction, with names and titles in cells or written out, come over", async () => {
  const titled =
    `<ch:title><ch:tx><ch:rich><a:p xmlns:a="a"><a:r><a:t>Weights </a:t></a:r><a:r><a:t>&amp; more</a:t></a:r></a:p><a:p xmlns:a="a"><a:r><a:t>today</a:t></a:r></a:p></ch:rich></ch:tx></ch:title>` +
    bars(
      `<ch:barDir val="col"/><ch:grouping val="clustered"/>` +
        series(`<ch:tx><ch:strRef><ch:f>Data!$B$1</ch:f></ch:strRef></ch:tx>`) +
        // As LibreOffice writes a name of its own.
        lines(
          "ser",
          `<ch:tx><ch:strRef><ch:f>"Goal"</ch:f><ch:strCache><ch:pt idx="0"><ch:v>Goal</ch:v></ch:pt></ch:strCache></ch:strRef></ch:tx>${reference("val", "'data'!C2:C3")}`,
        ) +
        series(`<ch:tx><ch:v>Last</ch:v></ch:tx>`, "Data!$D$2:$D$3") +
        series("", "Data!$E$2:$E$3"),
    );
  const found = await charts(anchored(frame("x1")), [space(titled)]);
  expect(found).toEqual({
    charts: [
      {
        name: "Chart 2",
        words: "Two funds",
        title: "Weights & more\ntoday",
        at: { sheet: "Data", row: 1, column: 3, height: 8, width: 3 },
        categories: cell(1, 0, 2),
        series: [
          { name: "Weight", values: cell(1, 1, 2) },
          { name: "Goal", values: cell(1, 2, 2) },
          { name: "Last", values: cell(1, 3, 2) },
          { name: "Series4", values: cell(1, 4, 2) },
        ],
        format: "0%",
      },
    ],
    leftOut: [],
  });
});

const points = (inside: string, axes = `${axis("b", "0.0")}${axis("l", "0%")}`): string =>
  `<ch:plotArea><ch:scatterChart><ch:scatterStyle val="lineMarker"/>${inside}</ch:scatterChart>${axes}</ch:plotArea>`;
const axis = (side: string, format: string, more = ""): string =>
  `<ch:valAx>${more}<ch:axPos val="${side}"/><ch:title><ch:tx><ch:rich><a:p xmlns:a="a"><a:r><a:t>${side}</a:t></a:r></a:p></ch:rich></ch:tx></ch:title><ch:numFmt formatCode="${format}" sourceLinked="0"/></ch:valAx>`;
const pointSeries = (inside = "", values = "Data!$C$2:$C$3"): string =>
  lines("ser", `${inside}${reference("xVal", "Data!$B$2:$B$3")}${reference("yVal", values)}`);
const noLine = `<ch:spPr><a:ln xmlns:a="a"><a:noFill/></a:ln></ch:spPr>`;

test("points by two figures come over, with a line through those that have one, whichever axis was written first", async () => {
  const both =
    pointSeries(`<ch:tx><ch:v>Mixes</ch:v></ch:tx>${noLine}`) + pointSeries(`<ch:tx><ch:v>Line</ch:v></ch:tx>`);
  const series = [
    { name: "Mixes", x: cell(1, 1, 2), values: cell(1, 2, 2) },
    { name: "Line", x: cell(1, 1, 2), values: cell(1, 2, 2), joined: true },
  ];
  const wanted = { kind: "points", series, x: { title: "b", format: "0.0" }, y: { title: "l", format: "0%" } };
  expect(await chart(space(points(both)))).toMatchObject(wanted);
  expect(await chart(space(points(both, `${axis("l", "0%")}${axis("b", "0.0")}`)))).toMatchObject(wanted);
});

test("cells of a sheet whose name stands in quotes", async () => {
  const elsewhere = lines(
    "ser",
    reference("cat", "'O''Neil &amp; co'!$A$1:$A$4") + reference("val", "'O''Neil &amp; co'!$B$1:$B$4"),
  );
  const found = await chart(space(bars(elsewhere)), undefined, {
    parts: {
      "xl/workbook.xml":
        `<workbook xmlns:r="r"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/>` +
        `<sheet name="O'Neil &amp; co" sheetId="2" r:id="rId4"/></sheets></workbook>`,
      "xl/worksheets/sheet2.xml": "<worksheet><sheetData/></worksheet>",
    },
    workbookLeads: [["worksheet", "worksheets/sheet2.xml"]],
  });
  const block = { sheet: "O'Neil & co", row: 0, column: 0, height: 4, width: 1 };
  expect(found).toMatchObject({ categories: block, series: [{ values: { ...block, column: 1 } }] });
});

// One column of these is 145 pixels wide, the others 64; rows are 20 high. A pixel is 9,525 units.
test.each<[string, string, { row: number; column: number; height: number; width: number }]>([
  [
    "corners inside cells, and beyond the end of one",
    `<d:twoCellAnchor>${corner("from", 3, 95250, 1, 9525)}${corner("to", 5, 9999999, 9, 20000)}${frame("x1")}</d:twoCellAnchor>`,
    { row: 1, column: 3, height: 9, width: 3 },
  ],
  [
    "corners that only touch a cell",
    `<d:twoCellAnchor>${corner("from", 2, 609600, 0, 190500)}${corner("to", 6, 9525, 9, 0)}${frame("x1")}</d:twoCellAnchor>`,
    { row: 1, column: 3, height: 8, width: 3 },
  ],
  [
    "a cell and a size",
    `<d:oneCellAnchor>${corner("from", 2, 0, 4, 0)}<d:ext cx="${209 * 9525}" cy="${101 * 9525}"/>${frame("x1")}</d:oneCellAnchor>`,
    { row: 4, column: 2, height: 5, width: 2 },
  ],
  [
    "a distance from the sheet's corner",
    `<d:absoluteAnchor><d:pos x="${64 * 9525}" y="${30 * 9525}"/><d:ext cx="${200 * 9525}" cy="${40 * 9525}"/>${frame("x1")}</d:absoluteAnchor>`,
    { row: 1, column: 1, height: 3, width: 3 },
  ],
])("its place: %s", async (_, anchor, at) => {
  expect(await chart(space(bars(series())), anchor)).toMatchObject({ at: { sheet: "Data", ...at } });
});

test("without a title, a chart of one series is called after it, as in Excel, unless the title was taken away", async () => {
  const one = bars(series(`<ch:tx><ch:v>Weight</ch:v></ch:tx>`));
  expect(await chart(space(one))).toMatchObject({ title: "Weight" });
  expect(await chart(space(`<ch:autoTitleDeleted val="1"/>${one}`))).toMatchObject({ title: "" });
  expect(await chart(space(bars(series() + series())))).toMatchObject({ title: "" });
});

test("the axis has the number format of the first value, if it follows that", async () => {
  const styles = `<numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><cellXfs><xf/><xf numFmtId="164"/></cellXfs>`;
  const row = `<row r="2"><c r="B2" s="1"><v>0.6</v></c></row>`;
  const follows = `<ch:plotArea><ch:barChart>${series()}</ch:barChart><ch:valAx><ch:numFmt formatCode="General" sourceLinked="1"/></ch:valAx></ch:plotArea>`;
  const sheet = `<sheetData>${row}</sheetData><drawing r:id="rId1"/>`;
  expect(await chart(space(follows), undefined, { styles, sheet })).toMatchObject({ format: "0.0%" });
  const cached = reference("val", "Data!$B$2:$B$3", "<ch:numCache><ch:formatCode>0.00</ch:formatCode></ch:numCache>");
  const silent = `<ch:plotArea><ch:barChart>${lines("ser", reference("cat", "Data!$A$2:$A$3") + cached)}</ch:barChart></ch:plotArea>`;
  expect(await chart(space(silent))).toMatchObject({ format: "0.00" });
});

const kept = space(bars(series()));
test.each<[string, string]>([
  ["lines", space(`<ch:plotArea><ch:lineChart>${series()}</ch:lineChart></ch:plotArea>`)],
  ["bars in depth", space(`<ch:plotArea><ch:bar3DChart>${series()}</ch:bar3DChart></ch:plotArea>`)],
  ["bars with a line", space(bars(series(), `<ch:lineChart>${series()}</ch:lineChart>`))],
  ["stacked bars", space(bars(`<ch:grouping val="stacked"/>${series()}`))],
  ["bars with a trend", space(bars(series("<ch:trendline/>")))],
  ["points with a trend", space(points(pointSeries("<ch:trendline/>")))],
  ["points with errors", space(points(pointSeries("<ch:errBars/>")))],
  ["a curve through points", space(points(pointSeries("<ch:smooth/>")))],
  ["more points across than up", space(points(pointSeries("", "Data!$C$2:$C$4")))],
  ["points over decades", space(points(pointSeries(), `${axis("b", "0", "<ch:logBase/>")}${axis("l", "0%")}`))],
  ["points beside lines", space(points(pointSeries(), `<ch:lineChart>${series()}</ch:lineChart>`))],
  ["bubbles", space(points(pointSeries()).replaceAll("scatterChart", "bubbleChart"))],
  ["values in a row", space(bars(series("", "Data!$B$2:$C$2")))],
  ["fewer values than names", space(bars(series("", "Data!$B$2:$B$2")))],
  ["cells of another workbook", space(bars(series("", "[1]Data!$B$2:$B$3")))],
  ["values by a name", space(bars(series("", "Weights")))],
  ["a sheet that is gone", space(bars(series("", "Gone!$B$2:$B$3")))],
  ["a reversed block", space(bars(series("", "Data!$B$3:$B$2")))],
  ["no names along the axis", space(bars(lines("ser", reference("val", "Data!$B$2:$B$3"))))],
  [
    "names over several levels",
    space(bars(lines("ser", `${lines("cat", "<ch:multiLvlStrRef/>")}${reference("val", "Data!$B$2")}`))),
  ],
  ["no series", space(bars(""))],
  [
    "more bars than can be told apart",
    space(bars(lines("ser", reference("cat", "Data!$A$1:$A$1048576") + reference("val", "Data!$B$1:$B$1048576")))),
  ],
  ["a damaged part", "<ch:chartSpace><ch:chart></ch:chartSpace>"],
  ["nothing", space("")],
  ["a newer kind", `<cx:chartSpace xmlns:cx="x"/>`],
])("another kind is left out, and that is said: %s", async (_, other) => {
  expect(await charts(anchored(frame("x1")), [other])).toEqual({ charts: [], leftOut: ["Charts are left out."] });
  const both = await charts(anchored(frame("x1")) + anchored(frame("x2")), [other, kept]);
  expect(both.charts).toHaveLength(1);
  expect(both.leftOut).toEqual(["Charts other than plain bars and points are left out."]);
});

test("one in a group is left out, also where its part is that of one that is kept", async () => {
  const found = await charts(anchored(frame("x1")) + anchored(`<d:grpSp>${frame("x1")}</d:grpSp>`), [kept]);
  expect(found.charts).toHaveLength(1);
  expect(found.leftOut).toEqual([
    "Charts other than plain bars and points are left out.",
    "Pictures and drawings are left out.",
  ]);
});

test("a frame that holds something else is no chart", async () => {
  const slicer = `<d:graphicFrame><a:graphic xmlns:a="a"><a:graphicData><s:slicer xmlns:s="s"/></a:graphicData></a:graphic></d:graphicFrame>`;
  expect(await charts(anchored(slicer), [])).toEqual({ charts: [], leftOut: [] });
});

test("an anchor that makes no sense leaves its chart out", async () => {
  const anchor = `<d:twoCellAnchor>${corner("from", -1, 0, 1, 0)}${corner("to", 6, 0, 9, 0)}${frame("x1")}</d:twoCellAnchor>`;
  expect(await charts(anchor + `<d:oneCellAnchor>${frame("x1")}</d:oneCellAnchor>`, [kept])).toEqual({
    charts: [],
    leftOut: ["Charts are left out."],
  });
});
