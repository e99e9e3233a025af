import { ICommandService, numfmt } from "@univerjs/core";
import { useEffect, useMemo, useState, type ReactElement } from "react";
import { BarChart, type BarChartProps } from "../taskpane";
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
  const format = useMemo(() => (value: number) => numfmt.format(data.format, value), [data.format]);
  const shown = useMemo(() => cells && shownBy(data, cells), [data, cells]);
  return (
    <div className="chart">
      {shown && <BarChart title={data.title} words={data.words} {...shown} format={format} />}
      {cells?.length === 0 && <p>The cells of this chart are gone.</p>}
    </div>
  );
}

/** What the cells of a chart hold: of its categories, then of each series. None if their sheet is gone. */
type Cells = readonly Contents[];

function read({ api, injector }: Spreadsheet, unitId: string, { categories, series }: KeptChart): Cells {
  const book = api.getWorkbook(unitId);
  if (!book) return [];
  const cells = new GridCells(book, injector);
  const blocks = [categories, ...series.map(({ values }) => values)];
  if (blocks.some(({ sheet }) => !cells.sheetIfAny(sheet))) return [];
  return blocks.map((block) => cells.contents(block));
}

/** What was read before where it is the same now: contents without a change stay the same object. */
function sameOrNew(old: Cells | undefined, now: Cells): Cells {
  return old?.length === now.length && now.every((contents, index) => contents === old[index]) ? old : now;
}

/** The names and numbers that a chart shows. What is no number counts as 0. */
function shownBy(
  { series }: KeptChart,
  [categories, ...values]: Cells,
): Pick<BarChartProps, "categories" | "series"> | undefined {
  if (!categories) return undefined;
  return {
    categories: categories.values.map(([name = ""]) => String(typeof name === "object" ? name.text : name)),
    series: series.map(({ name }, index) => ({
      name,
      values: values[index]?.values.map(([value]) => (typeof value === "number" ? value : 0)) ?? [],
    })),
  };
}
