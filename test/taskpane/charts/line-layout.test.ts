import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import "../../properties/seed";
import { textWidth } from "../../../src/sheets";
import type { Label } from "../../../src/taskpane/charts/bar-layout";
import { layOutLines } from "../../../src/taskpane/charts/line-layout";

/** From where to where a label reaches. */
function reach({ x, text, anchor }: Label, em: number): readonly [left: number, right: number] {
  const wide = textWidth(text) * em;
  const left = anchor === "middle" ? x - wide / 2 : anchor === "end" ? x - wide : x;
  return [left, left + wide];
}

function labelsOf(from: number, to: number, width: number, fontSize = 12): readonly Label[] {
  const { columns } = layOutLines(
    {
      x: [from, to],
      xFormat: (x) => String(Math.round(x)),
      scale: "linear",
      format: (value) => `$${value}`,
      lines: [{ name: "One", values: [1, 2] }],
    },
    { width, fontSize },
  );
  return columns.map(({ label }) => label);
}

describe("the labels of years", () => {
  it("leave each other room, also where the last one moves in from the side, and stay in the picture", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1900, max: 2030, noNaN: true }),
        fc.double({ min: 0.1, max: 120, noNaN: true }),
        fc.integer({ min: 180, max: 1200 }),
        fc.constantFrom(12, 14, 24),
        (from, years, width, em) => {
          const reaches = labelsOf(from, from + years, width, em).map((label) => reach(label, em));
          for (const [index, [left, right]] of reaches.entries()) {
            expect(right).toBeLessThanOrEqual(width + 1e-6);
            const before = reaches[index - 1]?.[1] ?? -Infinity;
            expect(left - before).toBeGreaterThan(0.4 * em);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("are as many as there is room for", () => {
    expect(labelsOf(2018, 2025.99, 280).length).toBeGreaterThan(1);
    expect(labelsOf(1926, 2025.99, 1100).map(({ text }) => text)).toEqual(
      expect.arrayContaining(["1930", "1980", "2020"]),
    );
  });
});
