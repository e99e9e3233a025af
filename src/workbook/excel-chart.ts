import { pointColours, seriesColours, type CategoryChart, type Chart, type PointsChart } from "../sheets";
import { rangeOf } from "./excel-contents";

/**
 * Queues a chart of horizontal bars, of lines, or of points. Excel's interface has no words for those who can't see a chart
 * (`Chart` has no alternative text as of ExcelApi 1.20), so that `words` stays unsaid here.
 */
export function addChart(context: Excel.RequestContext, chart: Chart): void {
  const [first] = chart.series;
  if (!first) return;
  const { charts } = context.workbook.worksheets.getItem(chart.at.sheet);
  // One column makes one series, whatever is in it; what it shows is then said series by series.
  const added = charts.add(types[chart.kind ?? "bars"], rangeOf(context, first.values), "Columns");
  added.name = chart.name;
  added.title.text = chart.title;
  if (chart.kind === "points") showPoints(context, added, chart);
  else showCategories(context, added, chart);
  if (chart.series.length > 1) added.legend.position = "Bottom";
  else added.legend.visible = false;
  const place = rangeOf(context, chart.at);
  added.setPosition(place.getCell(0, 0), place.getLastCell());
}

const types = { bars: "BarClustered", growth: "Line", points: "XYScatter" } as const;

function showCategories(
  context: Excel.RequestContext,
  chart: Excel.Chart,
  { kind, categories, series, format }: CategoryChart,
): void {
  series.forEach((each, index) => {
    const drawn = seriesOf(chart, each.name, index);
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
}

function showPoints(context: Excel.RequestContext, chart: Excel.Chart, { series, x, y }: PointsChart): void {
  series.forEach((each, index) => {
    const drawn = seriesOf(chart, each.name, index);
    drawn.setValues(rangeOf(context, each.values));
    drawn.setXAxisValues(rangeOf(context, each.x));
    const colour = pointColours[index % pointColours.length] ?? pointColours[0];
    if (each.joined) {
      drawn.chartType = "XYScatterLinesNoMarkers";
      drawn.format.line.color = colour;
      return;
    }
    // Forms differ as well as colours, so that series can be told apart in print.
    drawn.markerStyle = forms[index % forms.length] ?? "Circle";
    drawn.markerSize = markSize;
    drawn.markerBackgroundColor = colour;
    drawn.markerForegroundColor = colour;
  });
  // Of points, Excel calls the axis that runs across the one of categories.
  const { categoryAxis, valueAxis } = chart.axes;
  categoryAxis.title.text = x.title;
  categoryAxis.numberFormat = x.format;
  valueAxis.title.text = y.title;
  valueAxis.numberFormat = y.format;
}

/** A series under its name: the first came with the chart. */
function seriesOf(chart: Excel.Chart, name: string, index: number): Excel.ChartSeries {
  const series = index === 0 ? chart.series.getItemAt(0) : chart.series.add(name);
  series.name = name;
  return series;
}

/** The room between two categories, in percent of a bar's width. */
const gap = 60;
const forms = ["Circle", "Square", "Triangle", "Diamond"] as const;
/** In points. */
const markSize = 8;
