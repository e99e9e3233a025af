import { pointColours, type Book, type FigureAxis, type PointsChart } from "../sheets";
import { numbersPart } from "./chart-numbers";
import { storedText, withoutControls } from "./stored-text";
import { escaped } from "./xml";

/**
 * Points by two figures, with their two axes of values: a mark a series, each of another form, or a line.
 * Source: ECMA-376 Part 1, 21.2.2.161 (scatterChart).
 */
export function pointsPart(chart: PointsChart, book: Book): string {
  const series = chart.series.map((one, index) => seriesPart(one, index, chart, book)).join("");
  return (
    `<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${series}` +
    `<c:axId val="${xAxis}"/><c:axId val="${yAxis}"/></c:scatterChart>` +
    axisPart(chart.x, { id: xAxis, crosses: yAxis, side: "b" }) +
    axisPart(chart.y, { id: yAxis, crosses: xAxis, side: "l" })
  );
}

const xAxis = 111111111;
const yAxis = 222222222;
const forms = ["circle", "square", "triangle", "diamond"] as const;
/** In points. */
const markSize = 8;

function seriesPart(
  { name, x, values, joined }: PointsChart["series"][number],
  index: number,
  chart: PointsChart,
  book: Book,
): string {
  const colour = `<a:solidFill><a:srgbClr val="${(pointColours[index % pointColours.length] ?? "#000000").slice(1)}"/></a:solidFill>`;
  const look = joined
    ? `<c:spPr><a:ln w="19050">${colour}</a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker>`
    : `<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>` +
      `<c:marker><c:symbol val="${forms[index % forms.length] ?? "circle"}"/><c:size val="${markSize}"/>` +
      `<c:spPr>${colour}<a:ln w="9525">${colour}</a:ln></c:spPr></c:marker>`;
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escaped(storedText(name))}</c:v></c:tx>${look}` +
    `<c:xVal>${numbersPart(x, chart.x.format, book)}</c:xVal>` +
    `<c:yVal>${numbersPart(values, chart.y.format, book)}</c:yVal><c:smooth val="0"/></c:ser>`
  );
}

function axisPart(
  { title, format }: FigureAxis,
  { id, crosses, side }: { readonly id: number; readonly crosses: number; readonly side: "b" | "l" },
): string {
  const turned = side === "l" ? ` rot="-5400000" vert="horz"` : "";
  const titled =
    title === ""
      ? ""
      : `<c:title><c:tx><c:rich><a:bodyPr${turned}/><a:p><a:pPr><a:defRPr sz="900" b="0"/></a:pPr>` +
        `<a:r><a:rPr lang="en-US" sz="900" b="0"/><a:t>${escaped(withoutControls(title))}</a:t></a:r></a:p></c:rich></c:tx>` +
        `<c:overlay val="0"/></c:title>`;
  return (
    `<c:valAx><c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="${side}"/>` +
    `<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>${titled}` +
    `<c:numFmt formatCode="${escaped(storedText(format))}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>` +
    `<c:tickLblPos val="low"/><c:crossAx val="${crosses}"/><c:crosses val="autoZero"/><c:crossBetween val="midCat"/></c:valAx>`
  );
}
