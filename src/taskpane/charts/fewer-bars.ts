import { targetSeries } from "../../sheets";
import { whole } from "../components/figures";
import { layOutBars, type BarChartData, type BarLayout } from "./bar-layout";

type Series = BarChartData["series"][number];

/** More categories than these nobody reads in a chart, however high it may be; and drawing thousands takes seconds. */
const MOST = 100;

/**
 * Lays out as many categories as `limit` pixels have room for at the full size of the letters, at least one and
 * at most a hundred, and says so in the title. Of two series the categories are kept in which they differ most, else the largest, in their order.
 */
export function layOutWithin(
  data: BarChartData,
  size: { readonly width: number; readonly fontSize: number; readonly height?: number; readonly limit?: number },
): BarLayout {
  const { limit, ...room } = size;
  const all = data.categories.length;
  const order = byWeight(data);
  const whole = layOutBars(all > MOST ? fewest(data, order, MOST) : data, room);
  if (limit === undefined || whole.height <= limit) return whole;
  let best = layOutBars(fewest(data, order, 1), room);
  let [least, beyond] = [1, Math.min(all, MOST)];
  while (beyond - least > 1) {
    const middle = Math.floor((least + beyond) / 2);
    const layout = layOutBars(fewest(data, order, middle), room);
    if (layout.height <= limit) [least, best] = [middle, layout];
    else beyond = middle;
  }
  return best;
}

/** The two series whose difference says most; undefined where the categories are to be compared by their size. */
function comparedIn({ series }: BarChartData): readonly [Series, Series] | undefined {
  const [first, second] = series;
  return first !== undefined && second !== undefined && series.length === 2 ? [first, second] : undefined;
}

/** The categories of a chart by their index, those first that say most. */
function byWeight(data: BarChartData): readonly number[] {
  const compared = comparedIn(data);
  const weights = data.categories.map((_, index) => {
    if (!compared) return Math.max(0, ...data.series.map(({ values }) => Math.abs(values[index] ?? 0)));
    const [first, second] = compared;
    return Math.abs((first.values[index] ?? 0) - (second.values[index] ?? 0));
  });
  return weights.map((_, index) => index).sort((one, other) => (weights[other] ?? 0) - (weights[one] ?? 0));
}

/** The so many categories of a chart that say most, in the chart's order. */
function fewest(data: BarChartData, order: readonly number[], most: number): BarChartData {
  const { title, categories, series } = data;
  const compared = comparedIn(data);
  const kept = order.slice(0, most).sort((one, other) => one - other);
  const which = !compared ? "largest" : compared[1].name === targetSeries ? "furthest from target" : "that differ most";
  return {
    ...data,
    title: `${title}: the ${most} of ${whole(categories.length)} ${which}`,
    categories: kept.map((index) => categories[index] ?? ""),
    series: series.map((one) => ({ ...one, values: kept.map((index) => one.values[index] ?? 0) })),
  };
}
