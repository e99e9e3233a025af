import { describe, expect, it } from "@jest/globals";
import { isBounded, moveInWords, weightPlace, weightReach } from "../../../src/taskpane/charts/weight-scale";

const bonds = { name: "Bonds", before: 0.18, after: 0.25, target: 0.25, lowest: 0.2, highest: 0.3 };
const percent = (fraction: number): string => `${Math.round(fraction * 100)}%`;

describe("the scale of weights before and after", () => {
  it("reaches a little beyond the largest weight, target or band edge", () => {
    expect(weightReach([bonds])).toBe(0.3);
    expect(weightReach([{ ...bonds, before: 0.31 }])).toBe(0.35);
    expect(weightReach([])).toBe(0.05);
    expect(weightReach([{ ...bonds, before: 1 }])).toBe(1);
  });

  it("leaves a band that allows everything out of the scale and the words", () => {
    const free = { ...bonds, lowest: 0, highest: 1 };
    expect(isBounded(free)).toBe(false);
    expect(weightReach([free])).toBe(0.25);
    expect(moveInWords(free, percent)).toBe("18% now, 25% after; target 25%");
    expect(moveInWords(bonds, percent)).toBe("18% now, 25% after; target 25%, band 20% to 30%");
  });

  it("places weights in percent of the bar, never beyond its ends", () => {
    expect(weightPlace(0.15, 0.3)).toBeCloseTo(50);
    expect(weightPlace(0.6, 0.3)).toBe(100);
    expect(weightPlace(-0.1, 0.3)).toBe(0);
  });
});
