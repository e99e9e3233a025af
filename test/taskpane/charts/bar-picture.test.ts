import { describe, expect, it } from "@jest/globals";
import type { AdviserFacts, AdviserHolding } from "../../../src/sheets";
import { barDrawing } from "../../../src/taskpane/charts/bar-picture";
import { adviserChart } from "../../../src/taskpane/screens/share/chart";

const holding = (fund: string, value: number, target: number, account?: string): AdviserHolding => ({
  fund,
  value,
  target,
  lowest: 0,
  highest: 1,
  status: "In band",
  trade: 0,
  ...(account === undefined ? {} : { account }),
});

const facts = (holdings: readonly AdviserHolding[]): AdviserFacts => ({
  title: "",
  owner: "",
  list: "",
  sheet: "",
  date: "",
  version: "",
  verdict: { act: false, headline: "", because: "" },
  policy: { sentence: "", settings: [], costs: false },
  holdings,
  elections: [],
  notes: [],
});

describe("barDrawing", () => {
  const data = {
    title: "Weights",
    categories: ['A & B <"C">\u0001'],
    series: [
      { name: "Now", values: [0.6] },
      { name: "Target", values: [0.5] },
    ],
    format: (value: number) => `${value * 100}%`,
  };

  it("is a document of its own: no theme, no style sheet, nothing to load, names made safe", () => {
    const { svg } = barDrawing(data, { width: 400, height: 0 });
    expect(svg).not.toMatch(/var\(|class=|style=|href|<script/);
    expect(svg).toContain("A &amp; B &lt;&quot;C&quot;&gt; ");
    const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
    expect(parsed.querySelector("parsererror")).toBeNull();
    expect(parsed.documentElement.namespaceURI).toBe("http://www.w3.org/2000/svg");
  });

  it("has two dots a pixel, and says how large it is", () => {
    const { svg, width, height } = barDrawing(data, { width: 400, height: 300 });
    expect([width, height]).toEqual([400, 300]);
    expect(svg).toContain('width="800" height="600" viewBox="0 0 400 300"');
  });
});

describe("the chart of an adviser copy", () => {
  it("shows weights beside targets, in the order of the list", () => {
    const chart = adviserChart(facts([holding("Stocks", 600, 0.5), holding("Bonds 12345678", 400, 0.5)]));
    expect(chart.categories).toEqual(["Stocks", "Bonds ••••5678"]);
    expect(chart.series).toEqual([
      { name: "Now", values: [0.6, 0.4] },
      { name: "Target", values: [0.5, 0.5] },
    ]);
    expect(chart.words).toBe("Weights and targets. Stocks 60.0%, target 50.0%; Bonds ••••5678 40.0%, target 50.0%.");
  });

  it("tells funds of one name apart by their accounts", () => {
    const chart = adviserChart(facts([holding("World", 1, 0.5, "IRA"), holding("World", 1, 0.5, "401(k)")]));
    expect(chart.categories).toEqual(["World, IRA", "World, 401(k)"]);
  });

  it("keeps to the ten holdings furthest from their targets, and says so", () => {
    const many = Array.from({ length: 14 }, (_, index) =>
      holding(`Fund ${index}`, 100 + (index === 3 ? 500 : index), 1 / 14),
    );
    const chart = adviserChart(facts(many));
    expect(chart.categories).toHaveLength(10);
    expect(chart.categories).toContain("Fund 3");
    expect(chart.title).toBe("Weights and targets of the 10 holdings furthest from target");
  });
});
