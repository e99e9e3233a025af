import { seriesColours, type Chart } from "../sheets";
import { rangeOf } from "./excel-contents";

/**
 * Queues a chart of horizontal bars. Excel's interface has no words for those who can't see a chart (`Chart` has no
 * alternative text as of ExcelApi 1.20), so that `words` stays unsaid here.
 */
export function addChart(context: Excel.RequestContext, { name, at, title, categories, series, format }: Chart): void {
  const [first] = series;
  if (!first) return;
  const { charts } = context.workbook.worksheets.getItem(at.sheet);
  // One column makes one series, whatever is in it; what it shows is then said series by series.
  const chart = charts.add("BarClustered", rangeOf(context, first.values), "Columns");
  chart.name = name;
  chart.title.text = title;
  series.forEach((each, index) => {
    const bars = index === 0 ? chart.series.getItemAt(0) : chart.series.add(each.name);
    bars.name = each.name;
    bars.setValues(rangeOf(context, each.values));
    bars.setXAxisValues(rangeOf(context, categories));
    bars.gapWidth = gap;
    const colour = seriesColours[index];
    if (colour !== undefined) bars.format.fill.setSolidColor(colour);
  });
  const { categoryAxis, valueAxis } = chart.axes;
  // Excel draws the first category at the bottom; turned round, the axis of values would stand on top.
  categoryAxis.reversePlotOrder = true;
  categoryAxis.position = "Maximum";
  valueAxis.numberFormat = format;
  if (series.length > 1) chart.legend.position = "Bottom";
  else chart.legend.visible = false;
  const place = rangeOf(context, at);
  chart.setPosition(place.getCell(0, 0), place.getLastCell());
}

/** The room between two categories, in percent of a bar's width. */
const gap = 60;
