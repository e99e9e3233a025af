import { ICommandService, numfmt } from "@univerjs/core";
import { useEffect, useMemo, useState, type ReactElement } from "react";
import { BarChart } from "../taskpane";
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

/** A chart over the cells that follows the values it is of. */
function LiveChart({ data, unitId, spreadsheet }: Laid & { readonly spreadsheet: Spreadsheet }): ReactElement {
  const [, redraw] = useState(0);
  useEffect(() => {
    let frame = 0;
    const heard = spreadsheet.injector.get(ICommandService).onCommandExecuted(({ id }) => {
      if (!changes.has(id)) return;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => redraw((count) => count + 1));
    });
    return () => {
      heard.dispose();
      cancelAnimationFrame(frame);
    };
  }, [spreadsheet]);
  const format = useMemo(() => (value: number) => numfmt.format(data.format, value), [data.format]);
  const shown = read(spreadsheet, unitId, data);
  return (
    <div className="chart">
      {shown ? (
        <BarChart title={data.title} words={data.words} {...shown} format={format} />
      ) : (
        <p>The cells of this chart are gone.</p>
      )}
    </div>
  );
}

/** The names and numbers that a chart shows now; undefined if their sheet is gone. What is no number counts as 0. */
function read(
  { api, injector }: Spreadsheet,
  unitId: string,
  { categories, series }: KeptChart,
):
  | { readonly categories: readonly string[]; readonly series: readonly { name: string; values: number[] }[] }
  | undefined {
  const book = api.getWorkbook(unitId);
  if (!book) return undefined;
  const cells = new GridCells(book, injector);
  if ([categories, ...series.map(({ values }) => values)].some(({ sheet }) => !cells.sheetIfAny(sheet)))
    return undefined;
  return {
    categories: cells.contents(categories).values.map(([name = ""]) => String(name)),
    series: series.map(({ name, values }) => ({
      name,
      values: cells.contents(values).values.map(([value]) => (typeof value === "number" ? value : 0)),
    })),
  };
}
