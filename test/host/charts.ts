import type { Block } from "../../src/sheets";
import type { Book } from "./book";
import { text, type HostObject } from "./executor";
import type { Chart, ChartSeries, Sheet } from "./model";
import { HostError, NotImplemented } from "./protocol";
import { blockOf } from "./range";

/** Excel.ChartCollection of a sheet. Charts are recorded, not drawn. */
export function charts({ model }: Book, sheet: Sheet): HostObject {
  const named = (name: string): Chart | undefined =>
    sheet.charts.find((other) => other.name.toLowerCase() === name.toLowerCase() || other.id === name);
  const existing = (name: string): HostObject => {
    const found = named(name);
    if (!found) throw new HostError("ItemNotFound", `There is no chart ${name}.`);
    return chart(sheet, found);
  };
  return {
    kind: "ChartCollection",
    item: existing,
    opens: {
      GetItem: (name) => existing(text(name)),
      GetItemOrNullObject: (name) => {
        const found = named(text(name));
        return found ? chart(sheet, found) : null;
      },
      Add: (type, source, seriesBy) => {
        if (!types.has(type) || seriesBy !== "Columns") {
          throw new NotImplemented(`charts of ${text(type)} by ${text(seriesBy)}`);
        }
        const block = blockOf(source);
        model.writable({ ...block, sheet: sheet.name });
        const number = model.nextId();
        const added: Chart = {
          id: `{chart${number}}`,
          name: `Chart ${number}`,
          type: text(type),
          title: "Chart Title",
          at: undefined,
          series: Array.from({ length: block.width }, (_, across) =>
            series(`Series${across + 1}`, { ...block, column: block.column + across, width: 1 }),
          ),
          categoryAxis: {},
          valueAxis: {},
          legend: {},
        };
        sheet.charts.push(added);
        return chart(sheet, added);
      },
    },
  };
}

/** The types that are recorded here. */
const types: ReadonlySet<unknown> = new Set(["BarClustered", "Line", "XYScatter"]);

function series(name: string, values?: Block): ChartSeries {
  return { name, values, categories: undefined, looks: {} };
}

function chart(sheet: Sheet, of: Chart): HostObject {
  return {
    kind: "Chart",
    identity: { Id: of.id, Name: of.name },
    reads: { Id: () => of.id, Name: () => of.name },
    sets: { Name: (name) => void (of.name = String(name)) },
    opens: {
      Title: () => ({ kind: "ChartTitle", sets: { Text: (title) => void (of.title = String(title)) } }),
      Series: () => ({
        kind: "ChartSeriesCollection",
        opens: {
          GetItemAt: (index) => {
            const found = of.series[Number(index)];
            if (!found) throw new HostError("ItemNotFound", `There is no series ${Number(index)}.`);
            return oneSeries(found);
          },
          Add: (name) => {
            const added = series(text(name));
            of.series.push(added);
            return oneSeries(added);
          },
        },
      }),
      Axes: () => ({
        kind: "ChartAxes",
        opens: {
          CategoryAxis: () => axis(of.categoryAxis, ["ReversePlotOrder", "Position", "NumberFormat"]),
          ValueAxis: () => axis(of.valueAxis, ["ScaleType", "NumberFormat"]),
        },
      }),
      Legend: () => recorded("ChartLegend", of.legend, ["Visible", "Position"]),
    },
    calls: {
      SetPosition: (first, last) => {
        const [from, to] = [blockOf(first), blockOf(last)];
        of.at = { ...from, height: to.row - from.row + 1, width: to.column - from.column + 1 };
      },
      Delete: () => void sheet.charts.splice(sheet.charts.indexOf(of), 1),
    },
  };
}

function oneSeries(of: ChartSeries): HostObject {
  return {
    kind: "ChartSeries",
    sets: {
      Name: (name) => void (of.name = String(name)),
      ...settersOf(of.looks, seriesLooks),
    },
    opens: {
      Format: () => ({
        kind: "ChartSeriesFormat",
        opens: {
          Fill: () => ({ kind: "ChartFill", calls: { SetSolidColor: (colour) => void (of.looks["Fill"] = colour) } }),
          Line: () => ({ kind: "ChartLineFormat", sets: { Color: (colour) => void (of.looks["Line"] = colour) } }),
        },
      }),
    },
    calls: {
      SetValues: (values) => void (of.values = blockOf(values)),
      SetXAxisValues: (categories) => void (of.categories = blockOf(categories)),
    },
  };
}

const seriesLooks = [
  "GapWidth",
  "ChartType",
  "MarkerStyle",
  "MarkerSize",
  "MarkerBackgroundColor",
  "MarkerForegroundColor",
] as const;

function axis(into: Record<string, unknown>, names: readonly string[]): HostObject {
  return {
    ...recorded("ChartAxis", into, names),
    opens: { Title: () => ({ kind: "ChartAxisTitle", sets: { Text: (words) => void (into["Title"] = words) } }) },
  };
}

/** An object whose properties are only set and remembered. */
function recorded(kind: string, into: Record<string, unknown>, names: readonly string[]): HostObject {
  return { kind, sets: settersOf(into, names) };
}

function settersOf(into: Record<string, unknown>, names: readonly string[]): Record<string, (value: unknown) => void> {
  return Object.fromEntries(names.map((name) => [name, (value: unknown): void => void (into[name] = value)]));
}
