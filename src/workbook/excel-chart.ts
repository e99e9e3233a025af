import { seriesColours, type Chart } from "../sheets";
import { rangeOf } from "./excel-contents";

/**
 * Queues a chart of horizontal bars, or of lines. Excel's interface has no words for those who can't see a chart (`Chart` has no
 * alternative text as of ExcelApi 1.20), so that `words` stays unsaid here.
 */
export function addChart(
  context: Excel.RequestContext,
  { name, kind, at, title, categories, series, format }: Chart,
): void {
  const [first] = series;
  if (!first) return;
  const { charts } = context.workbook.worksheets.getItem(at.sheet);
  // One column makes one series, whatever is in it; what it shows is then said series by series.
  const chart = charts.add(kind === "growth" ? "Line" : "BarClustered", rangeOf(context, first.values), "Columns");
  chart.name = name;
  chart.title.text = title;
  series.forEach((each, index) => {
    const drawn = index === 0 ? chart.series.getItemAt(0) : chart.series.add(each.name);
    drawn.name = each.name;
    drawn.setValues(rangeOf(context, each.values));
    drawn.setXAxisValues(rangeOf(context, categories));
    if (kind === undefined) drawn.gapWidth = gap;
    const colour = seriesColours[index];
    if (colour === undefined) return;
    if (kind === undefined) drawn.format.fill.setSolidColor(colour);
    else drawn.format.line.color = colour;
  });
  const { categoryAxis, valueAxis } = chart.axes;
  if (kind === undefined) {
    // Excel draws the first category at the bottom; turned round, the axis of values would stand on top.
    categoryAxis.reversePlotOrder = true;
    categoryAxis.position = "Maximum";
  } else valueAxis.scaleType = "Logarithmic";
  valueAxis.numberFormat = format;
  if (series.length > 1) chart.legend.position = "Bottom";
  else chart.legend.visible = false;
  const place = rangeOf(context, at);
  chart.setPosition(place.getCell(0, 0), place.getLastCell());
}

/** The room between two categories, in percent of a bar's width. */
const gap = 60;
