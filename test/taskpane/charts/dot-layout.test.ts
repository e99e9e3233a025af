import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import "../../properties/seed";
import { textWidth } from "../../../src/sheets";
import type { Label } from "../../../src/taskpane/charts/bar-layout";
import { layOutDots, type Dot, type DotChartData } from "../../../src/taskpane/charts/dot-layout";

const ticks = [
  { at: 0.1, text: "10 years" },
  { at: 1, text: "year" },
  { at: 4, text: "quarter" },
  { at: 12, text: "month" },
];

function chart(dots: readonly Dot[]): DotChartData {
  return {
    x: { title: "Once in …", ticks },
    y: { title: "Out of place", format: (value) => `${(value * 100).toFixed(0)}%` },
    groups: ["Every month", "Every quarter", "Every year"],
    dots,
  };
}

const usual: readonly Dot[] = [
  { x: 0.5, y: 0.02, label: "Your rule", group: undefined },
  { x: 12, y: 0, label: "No band", group: 0 },
  { x: 4, y: 0.005, label: "No band", group: 1 },
  { x: 1, y: 0.016, label: "No band", group: 2 },
  { x: 0.25, y: 0.04, label: "10 points", group: 2 },
];

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

const anyDots = fc
  .array(
    fc.record({
      x: fc.double({ min: 0.005, max: 260, noNaN: true }),
      y: fc.double({ min: 0, max: 0.9, noNaN: true }),
      label: fc.constantFrom("No band", "1 point", "5/25", "20%, halfway"),
      group: fc.integer({ min: 0, max: 2 }),
    }),
    { maxLength: 18 },
  )
  .chain((others) =>
    fc
      .record({ x: fc.double({ min: 0.005, max: 260, noNaN: true }), y: fc.double({ min: 0, max: 0.9, noNaN: true }) })
      .map((own): readonly Dot[] => [{ ...own, label: "Your rule", group: undefined }, ...others]),
  );

describe("layOutDots", () => {
  it("puts four times as often as far to the right each time, and twice as much twice as high", () => {
    const { dots, plot } = layOutDots(chart(usual), { width: 600, fontSize: 12 });
    const at = (index: number): { readonly x: number; readonly y: number } => {
      const dot = dots.find((each) => each.index === index);
      if (!dot) throw new Error(`no dot ${index}`);
      return dot;
    };
    expect(at(2).x - at(3).x).toBeCloseTo(at(3).x - at(4).x, 6);
    const up = (index: number): number => plot.y + plot.height - at(index).y;
    expect(up(1)).toBeCloseTo(0, 6);
    expect(up(4) / up(0)).toBeCloseTo(2, 6);
  });

  it("draws the dot that others are held against last, above them, and names it", () => {
    const { dots } = layOutDots(chart(usual), { width: 600, fontSize: 12 });
    expect(dots.at(-1)).toMatchObject({ index: 0, group: undefined, label: { text: "Your rule" } });
    expect(dots.map(({ label }) => label?.text)).toEqual(["No band", "No band", "No band", "10 points", "Your rule"]);
  });

  it("names it also where it has hardly a place, in a crowd in a narrow pane", () => {
    const crowd = usual.map((dot) => ({ ...dot, x: 1 + dot.x / 1000, y: 0.02 + dot.y / 1000 }));
    const { dots } = layOutDots(chart(crowd), { width: 240, fontSize: 12 });
    expect(dots.at(-1)?.label?.text).toBe("Your rule");
  });

  it("takes what is 0 but for the doubles for 0", () => {
    const { rows } = layOutDots(chart([{ x: 12, y: 3e-17, label: "Your rule", group: undefined }]), {
      width: 300,
      fontSize: 12,
    });
    expect(rows.map(({ label }) => label.text)).toEqual(["0%", "20%", "40%", "60%", "80%", "100%"]);
  });

  it("stands with one dot, or with none, in the middle of its plot", () => {
    const one = layOutDots(chart([{ x: 0.3, y: 0, label: "Your rule", group: undefined }]), {
      width: 300,
      fontSize: 12,
    });
    expect(one.dots[0]?.x).toBeCloseTo(one.plot.x + one.plot.width / 2, 6);
    expect(layOutDots(chart([]), { width: 300, fontSize: 12 }).dots).toEqual([]);
  });

  it("keeps all inside at any width and text size, and no name over another or over a dot", () => {
    const size = fc.record({
      width: fc.integer({ min: 230, max: 1200 }),
      fontSize: fc.constantFrom(10.5, 12, 15, 18),
    });
    fc.assert(
      fc.property(anyDots, size, (data, { width, fontSize }) => {
        const layout = layOutDots(chart(data), { width, fontSize });
        const { plot, dots, reach } = layout;
        for (const { x, y } of dots) {
          expect(x).toBeGreaterThanOrEqual(plot.x);
          expect(x).toBeLessThanOrEqual(plot.x + plot.width);
          expect(y).toBeGreaterThanOrEqual(plot.y - 1e-6);
          expect(y).toBeLessThanOrEqual(plot.y + plot.height + 1e-6);
        }
        const names = dots.flatMap(({ label, group }) => (label ? [{ box: boxOf(label, fontSize), group }] : []));
        const frame = [...layout.rows, ...layout.columns].map(({ label }) => boxOf(label, fontSize));
        for (const { left, right, top, bottom } of [...names.map(({ box }) => box), ...frame]) {
          expect(left).toBeGreaterThanOrEqual(-0.01);
          expect(right).toBeLessThanOrEqual(width + 0.01);
          expect(top).toBeGreaterThanOrEqual(0);
          expect(bottom).toBeLessThanOrEqual(layout.height);
        }
        for (const [index, { box, group }] of names.entries()) {
          // The one that is always named may have no free place at all.
          if (group === undefined) continue;
          const clear = names.filter((other, at) => at !== index && other.group !== undefined);
          expect(clear.some((other) => overlaps(box, other.box))).toBe(false);
          const covered = dots.filter(({ x, y }) =>
            overlaps(box, { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach }),
          );
          expect(covered).toEqual([]);
        }
        const [first, ...rest] = layout.columns.map(({ label }) => boxOf(label, fontSize));
        rest.reduce((before, box) => {
          if (before) expect(box.left).toBeGreaterThanOrEqual(before.right);
          return box;
        }, first);
      }),
    );
  });

  it("lets no name but the main one lie over the main one", () => {
    fc.assert(
      fc.property(anyDots, (data) => {
        const { dots } = layOutDots(chart(data), { width: 280, fontSize: 12 });
        const main = dots.at(-1)?.label;
        if (!main) throw new Error("the main dot has no name");
        const others = dots.flatMap(({ label, group }) => (label && group !== undefined ? [boxOf(label, 12)] : []));
        expect(others.some((other) => overlaps(other, boxOf(main, 12)))).toBe(false);
      }),
    );
  });
});
