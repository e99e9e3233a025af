import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import "../../properties/seed";
import { textWidth } from "../../../src/sheets";
import { layOutScatter, type ScatterData } from "../../../src/taskpane/charts/scatter-layout";

const percent = (figure: number): string => `${Math.round(figure * 100)}%`;
const axes = { x: { title: "Risk", format: percent }, y: { title: "Return", format: percent } };
const mixes: ScatterData = {
  series: [
    { name: "Your targets", points: [{ x: 0.12, y: 0.09, error: 0.02 }] },
    { name: "Best for each risk", joined: true, points: [0.05, 0.1, 0.15].map((x) => ({ x, y: x / 2 + 0.03 })) },
    { name: "Least risk", points: [{ x: 0.05, y: 0.055 }] },
  ],
  ...axes,
};
const size = { width: 400, fontSize: 12 };

describe("a chart of points", () => {
  it("gives marks of different forms to what is not joined, and a line to what is", () => {
    const { series, keys } = layOutScatter(mixes, size);
    expect(series.map(({ form }) => form)).toEqual([0, undefined, 1]);
    expect(keys.map(({ form, label }) => [form, label.text])).toEqual([
      [0, "Your targets"],
      [undefined, "Best for each risk"],
      [1, "Least risk"],
    ]);
    expect(series[1]?.line).toMatch(/^M[\d.]+ [\d.]+L[\d.]+ [\d.]+L[\d.]+ [\d.]+$/);
    expect(series[0]?.points[0]?.error).toBeDefined();
    expect(series[2]?.points[0]?.error).toBeUndefined();
  });

  it("needs no keys for one series, and nothing else for none", () => {
    expect(layOutScatter({ ...mixes, series: mixes.series.slice(0, 1) }, size).keys).toEqual([]);
    const { series, plot, rows } = layOutScatter({ ...mixes, series: [] }, size);
    expect(series).toEqual([]);
    expect(plot.height).toBeGreaterThan(0);
    expect(rows.length).toBeGreaterThan(1);
  });

  it("fills a height of its own, and takes in 0 on both axes", () => {
    const { height, plot, rows, columns } = layOutScatter(mixes, { ...size, height: 500 });
    expect(Math.abs(height - 500)).toBeLessThanOrEqual(1);
    expect(rows.find(({ label }) => label.text === "0%")?.y).toBeCloseTo(plot.y + plot.height, 6);
    expect(columns.find(({ label }) => label.text === "0%")?.x).toBeCloseTo(plot.x, 6);
  });

  it("keeps points and words within the picture and figures across apart, whatever there is to show", () => {
    const figure = fc.double({ min: -1, max: 3, noNaN: true });
    const point = fc.record({ x: figure, y: figure, error: fc.double({ min: 0, max: 0.5, noNaN: true }) });
    const one = fc.record({
      name: fc.string({ minLength: 1, maxLength: 12 }),
      points: fc.array(point, { maxLength: 6 }),
      joined: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 5 }), fc.integer({ min: 200, max: 900 }), (series, width) => {
        const { plot, height, columns, keys, ...layout } = layOutScatter({ series, ...axes }, { width, fontSize: 12 });
        for (const { x, y, error } of layout.series.flatMap(({ points }) => points)) {
          expect(x).toBeGreaterThanOrEqual(plot.x - 0.1);
          expect(x).toBeLessThanOrEqual(plot.x + plot.width + 0.1);
          for (const each of [y, error?.top ?? y, error?.bottom ?? y]) {
            expect(each).toBeGreaterThanOrEqual(plot.y - 0.1);
            expect(each).toBeLessThanOrEqual(plot.y + plot.height + 0.1);
          }
        }
        const half = (text: string): number => (textWidth(text) / 2) * 12;
        for (const [index, { x, label }] of columns.entries()) {
          expect(x + half(label.text)).toBeLessThanOrEqual(width);
          const next = columns[index + 1];
          if (next) expect(x + half(label.text)).toBeLessThan(next.x - half(next.label.text));
        }
        for (const { label } of keys) expect(label.y).toBeLessThanOrEqual(height);
      }),
    );
  });
});
