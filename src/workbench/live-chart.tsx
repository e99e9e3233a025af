import { ICommandService, numfmt } from "@univerjs/core";
import { useEffect, useMemo, useState, type ReactElement } from "react";
import { cellsOfChart, type CategoryChart, type ChartWithout, type PointsChart } from "../sheets";
import { BarChart, LineChart, ScatterChart, type BarChartProps } from "../taskpane";
import type { Contents } from "../workbook";
import { GridCells } from "./cells";
import { changes } from "./changes";
import { chartComponent, type KeptChart } from "./charts";
import type { Spreadsheet } from "./spreadsheet";

/** What the grid hands to a component that it lays over cells. */
interface Laid {
  readonly data: KeptChart;
  readonly unitId: string;
}

/** Lets the grid draw charts. */
export function registerCharts(spreadsheet: Spreadsheet): void {
  spreadsheet.api.registerComponent(chartComponent, (laid: Laid) => <LiveChart {...laid} spreadsheet={spreadsheet} />);
}

/** A chart over the cells that follows the values it is of. It is drawn anew only where these have changed. */
function LiveChart({ data, unitId, spreadsheet }: Laid & { readonly spreadsheet: Spreadsheet }): ReactElement {
  const [cells, setCells] = useState<Cells>();
  useEffect(() => {
    let frame = 0;
    const follow = (): void => {
      const now = read(spreadsheet, unitId, data);
      setCells((old) => sameOrNew(old, now));
    };
    const heard = spreadsheet.injector.get(ICommandService).onCommandExecuted(({ id }) => {
      if (!changes.has(id)) return;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(follow);
    });
    follow();
    return () => {
      heard.dispose();
      cancelAnimationFrame(frame);
    };
  }, [spreadsheet, unitId, data]);
  return (
    <div className="chart">
      {cells?.length === 0 ? (
        <p>The cells of this chart are gone.</p>
      ) : cells === undefined ? undefined : data.kind === "points" ? (
        <Points data={data} cells={cells} />
      ) : (
        <Categories data={data} cells={cells} />
      )}
    </div>
  );
}

interface DrawnProps<Of> {
  readonly data: Of;
  readonly cells: Cells;
}

/** Marks and lines by two figures. A point one of whose cells holds no number is left out. */
function Points({ data, cells }: DrawnProps<ChartWithout<"at", PointsChart>>): ReactElement {
  const { title, words, x, y } = data;
  const formats = useMemo(
    () =>
      [x, y].map(
        ({ format }) =>
          (figure: number) =>
            numfmt.format(format, figure),
      ),
    [x, y],
  );
  const series = useMemo(
    () =>
      data.series.map(({ name, joined }, index) => {
        const [across, up] = [cells[2 * index], cells[2 * index + 1]].map((each) => each?.values.map(([cell]) => cell));
        const points = (across ?? []).flatMap((from, row) => {
          const high = up?.[row];
          return typeof from === "number" && typeof high === "number" ? [{ x: from, y: high }] : [];
        });
        return { name, points, ...(joined && { joined }) };
      }),
    [data, cells],
  );
  const [across = String, up = String] = formats;
  return (
    <ScatterChart
      title={title}
      words={words}
      series={series}
      x={{ title: x.title, format: across }}
      y={{ title: y.title, format: up }}
    />
  );
}

/** Bars or lines by names along an axis. */
function Categories({ data, cells }: DrawnProps<ChartWithout<"at", CategoryChart>>): ReactElement {
  const format = useMemo(() => (value: number) => numfmt.format(data.format, value), [data.format]);
  const shown = useMemo(() => shownBy(data, cells), [data, cells]);
  return data.kind === "growth" ? (
    <Growth data={data} {...shown} format={format} />
  ) : (
    <BarChart title={data.title} words={data.words} {...shown} format={format} />
  );
}

type GrowthProps = Pick<BarChartProps, "categories" | "series" | "format"> & {
  readonly data: ChartWithout<"at", CategoryChart>;
};

/** Lines through numbers, most of which follow each other in time: the categories are days as serials, or years. */
function Growth({ data, categories, series, format }: GrowthProps): ReactElement {
  const isOfDays = categories.every(
    (category) => category === "" || Number(category) > LAST_YEAR || isNaN(Number(category)),
  );
  const x = categories.map((category) => {
    const number = Number(category);
    if (category === "" || isNaN(number)) return undefined;
    return isOfDays ? FIRST_YEAR + number / DAYS_A_YEAR : number;
  });
  // What has no number stands where its neighbours leave it: the start before the first day.
  const step = (x[2] ?? 1) - (x[1] ?? 0);
  const places = x.map((place, index) => place ?? (x[index + 1] ?? index) - step);
  return (
    <LineChart
      title={data.title}
      words={data.words}
      x={places}
      xFormat={(year) => String(Math.round(year))}
      scale="logarithmic"
      format={format}
      lines={series.map(({ name, values }) => ({ name, values }))}
    />
  );
}

/** Numbers up to this are years; larger ones are days as serials, counted from the end of 1899. */
const LAST_YEAR = 2200;
const FIRST_YEAR = 1900;
const DAYS_A_YEAR = 365.25;

/** What the cells of a chart hold, in the order of `cellsOfChart`. None if a sheet of theirs is gone. */
type Cells = readonly Contents[];

function read({ api, injector }: Spreadsheet, unitId: string, data: KeptChart): Cells {
  const book = api.getWorkbook(unitId);
  if (!book) return [];
  const cells = new GridCells(book, injector);
  const blocks = cellsOfChart(data);
  if (blocks.some(({ sheet }) => !cells.sheetIfAny(sheet))) return [];
  return blocks.map((block) => cells.contents(block));
}

/** What was read before where it is the same now: contents without a change stay the same object. */
function sameOrNew(old: Cells | undefined, now: Cells): Cells {
  return old?.length === now.length && now.every((contents, index) => contents === old[index]) ? old : now;
}

/** The names and numbers that a chart shows. What is no number counts as 0. */
function shownBy(
  { series }: ChartWithout<"at", CategoryChart>,
  [categories, ...values]: Cells,
): Pick<BarChartProps, "categories" | "series"> {
  return {
    categories: (categories?.values ?? []).map(([name = ""]) => String(typeof name === "object" ? name.text : name)),
    series: series.map(({ name }, index) => ({
      name,
      values: values[index]?.values.map(([value]) => (typeof value === "number" ? value : 0)) ?? [],
    })),
  };
}
