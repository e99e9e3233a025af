import { address, seriesColours, type Book, type CategoryChart, type Chart } from "../sheets";
import { cellsIn, textOf } from "./block-cells";
import { numbersPart } from "./chart-numbers";
import { pointsPart } from "./points-parts";
import { storedText, withoutControls } from "./stored-text";
import { declaration, escaped } from "./xml";

/**
 * Writes a chart as a native one (`xl/charts/chart1.xml`), which Excel redraws when its cells change. The values the book
 * has now stand in it as well, for readers that draw it without working anything out.
 * Source: ECMA-376 Part 1, 21.2, DrawingML charts.
 *
 * Names of funds are long, so bars lie down, the first name on top; short names (as months) stand below upright columns.
 */
export function chartPart(chart: Chart, book: Book): string {
  return (
    `${declaration}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"` +
    ` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
    ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
    `<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart>` +
    titlePart(chart.title) +
    `<c:plotArea><c:layout/>` +
    (chart.kind === "points" ? pointsPart(chart, book) : categoriesPart(chart, book)) +
    `<c:spPr><a:noFill/></c:spPr></c:plotArea>` +
    (chart.series.length > 1 ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>` : "") +
    `<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln w="9525"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr>` +
    `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="900"/></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>` +
    `</c:chartSpace>`
  );
}

/** Bars or lines by names, with their two axes. */
function categoriesPart(chart: CategoryChart, book: Book): string {
  const names = cellsIn(book.sheets, chart.categories).map((cell) => textOf(cell));
  const isLines = chart.kind === "growth";
  const lying = !isLines && (names.some((name) => name.length > longName) || names.length > manyNames);
  const series = chart.series.map((one, index) => seriesOf(one, index, chart, names, book)).join("");
  return (
    (isLines
      ? `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="0"/>`
      : `<c:barChart><c:barDir val="${lying ? "bar" : "col"}"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series}<c:gapWidth val="60"/>`) +
    `<c:axId val="${namesAxis}"/><c:axId val="${valuesAxis}"/></c:${isLines ? "lineChart" : "barChart"}>` +
    namesAxisPart(lying, isLines ? Math.max(1, Math.round(names.length / linesNamed)) : undefined) +
    valuesAxisPart(lying, chart.format, isLines)
  );
}

/** Letters that still fit below a column without being turned. */
const longName = 10;
/** Columns that still stand side by side with their names readable. */
const manyNames = 12;
/** How many names stand below lines. */
const linesNamed = 8;
const namesAxis = 111111111;
const valuesAxis = 222222222;

/** Excel would name a chart of one series after it, if nothing said that it has no title. */
function titlePart(title: string): string {
  if (title === "") return `<c:autoTitleDeleted val="1"/>`;
  return (
    `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr>` +
    `<a:r><a:rPr lang="en-US" sz="1200" b="1"/><a:t>${escaped(withoutControls(title))}</a:t></a:r></a:p></c:rich></c:tx>` +
    `<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>`
  );
}

function seriesOf(
  { name, values }: CategoryChart["series"][number],
  index: number,
  chart: CategoryChart,
  names: readonly string[],
  book: Book,
): string {
  const colour = (seriesColours[index % seriesColours.length] ?? "#000000").slice(1);
  const labels = names.map((label, at) =>
    label ? `<c:pt idx="${at}"><c:v>${escaped(storedText(label))}</c:v></c:pt>` : "",
  );
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escaped(storedText(name))}</c:v></c:tx>` +
    (chart.kind === "growth"
      ? `<c:spPr><a:ln w="19050"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker>`
      : `<c:spPr><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>`) +
    `<c:cat><c:strRef><c:f>${escaped(address(chart.categories, true))}</c:f>` +
    `<c:strCache><c:ptCount val="${names.length}"/>${labels.join("")}</c:strCache></c:strRef></c:cat>` +
    `<c:val>${numbersPart(values, chart.format, book)}</c:val>${chart.kind === "growth" ? `<c:smooth val="0"/>` : ""}</c:ser>`
  );
}

/** `every`: only each so-manieth name stands there, and as many marks. */
function namesAxisPart(lying: boolean, every: number | undefined): string {
  const skipped = every === undefined ? "" : `<c:tickLblSkip val="${every}"/><c:tickMarkSkip val="${every}"/>`;
  return (
    `<c:catAx><c:axId val="${namesAxis}"/><c:scaling><c:orientation val="${lying ? "maxMin" : "minMax"}"/></c:scaling>` +
    `<c:delete val="0"/><c:axPos val="${lying ? "l" : "b"}"/><c:numFmt formatCode="General" sourceLinked="0"/>` +
    // "low" puts names at the edge of the chart. Next to the axis, a bar below zero would run through its own name.
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>` +
    `<c:crossAx val="${valuesAxis}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>${skipped}<c:noMultiLvlLbl val="1"/></c:catAx>`
  );
}

function valuesAxisPart(lying: boolean, format: string, logarithmic: boolean): string {
  return (
    `<c:valAx><c:axId val="${valuesAxis}"/><c:scaling>${logarithmic ? `<c:logBase val="10"/>` : ""}<c:orientation val="minMax"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${lying ? "b" : "l"}"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>` +
    `<c:numFmt formatCode="${escaped(storedText(format))}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>` +
    // Bars that lie have the first name on top, so the names run downwards. Crossing at their "max" then puts the axis
    // of values at the bottom; "autoZero" would put it above the bars.
    `<c:tickLblPos val="nextTo"/><c:crossAx val="${namesAxis}"/><c:crosses val="${lying ? "max" : "autoZero"}"/><c:crossBetween val="between"/></c:valAx>`
  );
}
