import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import "../../properties/seed";
import { textWidth } from "../../../src/sheets";
import { layOutBars, type BarChartData, type BarLayout, type Label } from "../../../src/taskpane/charts/bar-layout";
import { layOutWithin } from "../../../src/taskpane/charts/fewer-bars";

const percent = (value: number): string => `${(value * 100).toFixed(1)}%`;
const weights: BarChartData = {
  title: "Weights and targets",
  categories: ["US stocks", "Bonds"],
  series: [
    { name: "Now", values: [0.6, 0.4] },
    { name: "Target", values: [0.5, 0.5] },
  ],
  format: percent,
};

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function boxOf({ text, x, y, anchor }: Label, em: number): Box {
  const width = textWidth(text) * em;
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return { left, right: left + width, top: y - 0.75 * em, bottom: y + 0.2 * em };
}

function overlaps(one: Box, other: Box): boolean {
  const dust = 0.01;
  return (
    one.left < other.right - dust &&
    other.left < one.right - dust &&
    one.top < other.bottom - dust &&
    other.top < one.bottom - dust
  );
}

/** All texts but the bars' own figures first, then these. */
function labelsOf(layout: BarLayout): readonly Label[] {
  return [
    ...layout.title,
    ...layout.legend.map(({ label }) => label),
    ...layout.names.flatMap(({ lines }) => lines),
    ...layout.ticks.map(({ label }) => label),
    ...layout.bars.map(({ label }) => label),
  ];
}

describe("layOutBars", () => {
  it("begins every bar at zero and makes it as long as its value", () => {
    const { bars, zero } = layOutBars(weights, { width: 600, fontSize: 12 });
    expect(bars.map(({ x }) => x)).toEqual(bars.map(() => zero));
    const [first, second] = bars;
    expect((first?.width ?? 0) / (second?.width ?? 1)).toBeCloseTo(0.6 / 0.5);
  });

  it("puts the first category at the top and its series in their order", () => {
    const { bars } = layOutBars(weights, { width: 600, fontSize: 12 });
    expect(bars.map(({ category, series }) => [category, series])).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ]);
    const tops = bars.map(({ y }) => y);
    expect([...tops].sort((one, other) => one - other)).toEqual(tops);
  });

  it("draws sales to the left of zero with their figures on the far side", () => {
    const { bars, zero } = layOutBars(
      { ...weights, series: [{ name: "Trade", values: [-100, 50] }], format: (value) => `$${value}` },
      { width: 600, fontSize: 12 },
    );
    expect(bars[0]).toMatchObject({ label: { anchor: "end" } });
    expect((bars[0]?.x ?? 0) + (bars[0]?.width ?? 0)).toBeCloseTo(zero);
    expect(bars[0]?.label.x).toBeLessThan(bars[0]?.x ?? 0);
    expect(bars[1]?.label.x).toBeGreaterThan(zero);
  });

  it("names series only where there are several", () => {
    expect(layOutBars(weights, { width: 300, fontSize: 12 }).legend.map(({ label }) => label.text)).toEqual([
      "Now",
      "Target",
    ]);
    const one = { ...weights, series: weights.series.slice(0, 1) };
    expect(layOutBars(one, { width: 300, fontSize: 12 }).legend).toEqual([]);
  });

  it("has round ticks, and none twice with the same words", () => {
    const { ticks } = layOutBars(weights, { width: 600, fontSize: 12 });
    expect(ticks.map(({ label }) => label.text)).toEqual([
      "0.0%",
      "10.0%",
      "20.0%",
      "30.0%",
      "40.0%",
      "50.0%",
      "60.0%",
    ]);
    const coarse = layOutBars({ ...weights, format: (value) => `${Math.round(value)}` }, { width: 600, fontSize: 12 });
    const words = coarse.ticks.map(({ label }) => label.text);
    expect(new Set(words).size).toBe(words.length);
  });

  it("shows a decimal where whole percents would say something else", () => {
    const whole = (value: number): string => `${Math.round(value * 100)}%`;
    const texts = (values: readonly number[]): readonly string[] =>
      layOutBars(
        { ...weights, format: whole, series: [{ name: "Now", values }] },
        { width: 600, fontSize: 12 },
      ).bars.map(({ label }) => label.text);
    expect(texts([0.025, 0.6])).toEqual(["2.5%", "60.0%"]);
    expect(texts([0.4, 0.6])).toEqual(["40%", "60%"]);
    const small = { ...weights, format: whole, series: [{ name: "Now", values: [0.025, 0.03] }] };
    const ticks = layOutBars(small, { width: 600, fontSize: 12 }).ticks.map(({ label }) => label.text);
    expect(ticks).toContain("0.5%");
  });

  it("stands on its own without values", () => {
    const none = layOutBars({ ...weights, categories: [], series: [] }, { width: 300, fontSize: 12 });
    expect(none.bars).toEqual([]);
    expect(none.height).toBeGreaterThan(0);
    const zeros = layOutBars({ ...weights, series: [{ name: "Now", values: [0, 0] }] }, { width: 300, fontSize: 12 });
    expect(zeros.bars.map(({ width }) => width)).toEqual([0, 0]);
  });

  it("is as high as asked, or higher if its labels need it", () => {
    expect(layOutBars(weights, { width: 600, height: 400, fontSize: 12 }).height).toBeCloseTo(400);
    expect(layOutBars(weights, { width: 600, height: 10, fontSize: 12 }).height).toBeGreaterThan(100);
  });

  const forty: BarChartData = {
    ...weights,
    categories: Array.from({ length: 40 }, (_, index) => `Fund ${index}`),
    series: [
      { name: "Now", values: Array.from({ length: 40 }, (_, index) => 0.025 + (index % 2 ? 1 : -1) * index * 0.0005) },
      { name: "Target", values: Array.from({ length: 40 }, () => 0.025) },
    ],
  };

  it("keeps its letters readable in a frame: of many funds those furthest from target, and the title says so", () => {
    const layout = layOutWithin(forty, { width: 600, fontSize: 12, limit: 800 });
    expect(layout.height).toBeLessThanOrEqual(800);
    expect(layout.fontSize).toBe(12);
    const { length } = layout.names;
    expect(length).toBeGreaterThan(12);
    expect(layout.names.map(({ full }) => full)).toEqual(forty.categories.slice(40 - length));
    const title = layout.title.map(({ text }) => text).join(" ");
    expect(title).toBe(`Weights and targets: the ${length} of 40 furthest from target`);
    expect(layOutWithin(forty, { width: 600, fontSize: 12 }).names).toHaveLength(40);
    expect(layOutWithin(weights, { width: 600, fontSize: 12, limit: 800 }).names).toHaveLength(2);
    expect(layOutWithin(forty, { width: 600, fontSize: 12, limit: 10 }).names).toHaveLength(1);
  });

  it("draws no more than a hundred funds, whether it has been measured or not", () => {
    const many = 5_000;
    const long: BarChartData = {
      ...forty,
      categories: Array.from({ length: many }, (_, index) => `Fund ${index}`),
      series: forty.series.map((one, at) => ({
        ...one,
        values: Array.from({ length: many }, (_, index) => (at === 0 ? index / many : 0.0002)),
      })),
    };
    const layout = layOutWithin(long, { width: 600, fontSize: 12 });
    expect(layout.names.map(({ full }) => full)).toEqual(long.categories.slice(many - 100));
    expect(layout.title.map(({ text }) => text).join(" ")).toContain("the 100 of 5,000 furthest from target");
    const framed = layOutWithin(long, { width: 600, fontSize: 12, limit: 800 });
    expect(framed.title.map(({ text }) => text).join(" ")).toContain(`the ${framed.names.length} of 5,000 furthest`);
    expect(framed.height).toBeLessThanOrEqual(800);
  });

  it("keeps the largest of a single series", () => {
    const one = { ...forty, series: forty.series.slice(0, 1) };
    const layout = layOutWithin(one, { width: 600, fontSize: 12, limit: 300 });
    expect(layout.names.at(-1)?.full).toBe("Fund 39");
    expect(layout.title[0]?.text).toMatch(/the \d+ of 40 largest$/);
  });

  const anyData = fc
    .tuple(
      fc.string({ maxLength: 60 }),
      fc.array(fc.string({ unit: "grapheme", maxLength: 70 }), { maxLength: 12 }),
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom(1, 100, 1e6, 0.001),
      fc.boolean(),
    )
    .chain(([title, categories, count, scale, sales]) =>
      fc
        .array(
          fc.array(fc.double({ min: sales ? -scale : 0, max: scale, noNaN: true }), {
            minLength: categories.length,
            maxLength: categories.length,
          }),
          { minLength: count, maxLength: count },
        )
        .map((values): BarChartData => ({
          title,
          categories,
          series: values.map((one, index) => ({ name: `Series ${index}`, values: one })),
          format: scale <= 1 ? percent : (value) => `$${Math.round(value).toLocaleString("en-US")}`,
        })),
    );

  it("never lets a text run into another or out of the picture, at any width and text size", () => {
    fc.assert(
      fc.property(
        anyData,
        fc.integer({ min: 272, max: 1000 }),
        fc.constantFrom(9, 12, 16, 24),
        (data, width, fontSize) => {
          const layout = layOutBars(data, { width, fontSize });
          const boxes = labelsOf(layout).map((label) => ({ text: label.text, ...boxOf(label, layout.fontSize) }));
          boxes.forEach((one, index) => {
            expect([one.text, one.left >= -0.5, one.right <= width + 0.5]).toEqual([one.text, true, true]);
            expect(one.bottom).toBeLessThanOrEqual(layout.height + 0.5);
            expect(one.top).toBeGreaterThanOrEqual(-0.5);
            for (const other of boxes.slice(index + 1)) {
              expect([one.text, other.text, overlaps(one, other)]).toEqual([one.text, other.text, false]);
            }
          });
          for (const { x, y, width: long, height, label } of layout.bars) {
            expect(long).toBeGreaterThanOrEqual(0);
            const bar = { left: x, right: x + long, top: y, bottom: y + height };
            expect(overlaps(bar, boxOf(label, layout.fontSize))).toBe(false);
            for (const { lines } of layout.names) {
              for (const line of lines) expect(overlaps(bar, boxOf(line, layout.fontSize))).toBe(false);
            }
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
