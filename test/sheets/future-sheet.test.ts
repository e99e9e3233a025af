import { describe, expect, it } from "@jest/globals";
import {
  claims,
  futurePlace,
  futureSheet,
  overlap,
  type EvidenceSource,
  type CategoryChart,
  type Step,
  within,
} from "../../src/sheets";

const target = { sheet: "My plan", row: 3, column: 2, height: 1, width: 1 };
const builtIn: EvidenceSource = {
  listName: "Holdings",
  policy: "Policy",
  past: { builtIn: [{ series: "stocks", targets: [target, { ...target, row: 4 }] }] },
};
const own: EvidenceSource = { ...builtIn, past: { table: "Returns", targets: { ...target, height: 3 } } };
const choices = {
  ...{ sheet: "Keel future", namespace: "KEEL", start: 1000, monthly: 50, years: 7.5, paths: 500, seed: 3 },
  periodsPerYear: 12,
};

const formulasOf = (steps: readonly Step[]): readonly string[] =>
  steps.flatMap((step) => (step.do === "write formula" ? [step.formula] : []));
const chartOf = (steps: readonly Step[]): CategoryChart => {
  const chart = steps.find((step) => step.do === "chart");
  if (chart?.do !== "chart" || chart.kind === "points") throw new Error("no chart");
  return chart;
};

describe("the sheet of what may come", () => {
  it.each([
    ["built-in months", builtIn],
    ["own returns", own],
  ])("fills cells of its place once each, and its chart none of them: %s", (_, source) => {
    const description = futureSheet(source, choices);
    const place = futurePlace(source, choices);
    const filled = claims(description);
    for (const [index, block] of filled.entries()) {
      expect(block.sheet).toBe("Keel future");
      expect(within(place, block)).toBe(true);
      expect(
        within(place, { ...block, row: block.row + block.height - 1, column: block.column + block.width - 1 }),
      ).toBe(true);
      for (const other of filled.slice(index + 1)) expect(overlap(block, other)).toBe(false);
    }
    const chart = chartOf(description.steps);
    expect(filled.some((block) => overlap(block, chart.at))).toBe(false);
    for (const { values } of chart.series) expect(values.height).toBe(chart.categories.height);
  });

  it("asks SIMULATE once for all years and once for each part of them, over its own cells", () => {
    const asked = formulasOf(futureSheet(builtIn, choices).steps).filter((formula) => formula.includes("SIMULATE"));
    const of = (years: string): string =>
      `KEEL.SIMULATE(KEEL.HISTORY("monthly stocks"),$B$6:$B$6,Policy,${years},$B$8,$B$9,,$B$11,$B$12)`.replace(
        "$B$6:$B$6",
        "$B$6",
      );
    expect(asked).toEqual([
      `=${of("$B$10")}`,
      ...["$A$31", "$A$32", "$A$33"].map((years) => `=INDEX(${of(years)},0,2)`),
    ]);
  });

  it.each([
    [12, "$B$6"],
    [1, "$B$6*12"],
    [4, "$B$6*3"],
    [52, "$B$6*12/52"],
  ])("pays in what %d periods a year ask for", (periodsPerYear, paid) => {
    const [first] = formulasOf(futureSheet(own, { ...choices, periodsPerYear }).steps);
    expect(first).toBe(`=KEEL.SIMULATE(Returns[#All],'My plan'!$C$4:$C$6,Policy,$B$7,$B$5,${paid},,$B$8,$B$9)`);
  });

  it("is drawn over an axis of how many times as much, unless money is taken out", () => {
    expect(chartOf(futureSheet(builtIn, choices).steps).kind).toBe("growth");
    expect(chartOf(futureSheet(builtIn, { ...choices, monthly: -50 }).steps).kind).toBeUndefined();
  });
});
