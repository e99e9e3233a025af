/** @jest-environment jsdom */
import { beforeAll, expect, it, jest } from "@jest/globals";
import { act, createElement, type ComponentType } from "react";
import { createRoot } from "react-dom/client";
import type { registerCharts } from "../../src/workbench/live-chart";
import type { Spreadsheet } from "../../src/workbench/spreadsheet";
import { onlyNames, PaperGrid } from "./paper-grid";

// Node can't load by require what these are for drawing; here they are only asked for the names of what changes cells.
jest.mock("@univerjs/sheets", () => onlyNames);
jest.mock("@univerjs/sheets-table", () => onlyNames);
jest.mock("@univerjs/sheets-drawing", () => onlyNames);
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let register: typeof registerCharts;
beforeAll(async () => {
  ({ registerCharts: register } = await import("../../src/workbench/live-chart"));
}, 60_000);

const column = (at: number): object => ({ sheet: "Plan", row: 0, column: 3 + at, height: 3, width: 1 });
const data = {
  name: "Chart",
  title: "Weights",
  words: "The weights.",
  categories: column(0),
  series: [{ name: "Weight", values: column(1) }],
  /** How often a number was laid out as text. */
  read: 0,
  get format() {
    this.read += 1;
    return "0.0";
  },
};

async function told(deed: () => void): Promise<void> {
  await act(async () => {
    deed();
    // A chart follows with the next frame.
    await new Promise((resolve) => setTimeout(resolve, 60));
  });
}

it("a chart over cells follows its numbers, and isn't drawn anew by what changes elsewhere", async () => {
  const grid = new PaperGrid();
  grid.spill([[1, 10], [2, 20], [3, 30]]); // prettier-ignore
  let Chart: ComponentType<{ readonly data: object; readonly unitId: string }> | undefined;
  const api = {
    registerComponent: (_: string, component: typeof Chart) => (Chart = component),
    getWorkbook: () => grid.book,
  };
  register({ api, injector: grid.injector } as unknown as Spreadsheet);
  if (!Chart) throw new Error("No chart was registered.");
  const place = document.body.appendChild(document.createElement("div"));
  const root = createRoot(place);
  const chart = createElement(Chart, { data, unitId: "book" });
  await told(() => root.render(chart));
  expect(place.textContent).toContain("30.0");

  data.read = 0;
  await told(() => grid.write(500, 0, 7));
  // React may ask the component once more before it sees that there is nothing new; what it draws is not laid out again.
  expect(data.read).toBeLessThanOrEqual(1);
  await told(() => grid.spill([[1, 10], [2, 20], [3, 44]])); // prettier-ignore
  expect(place.textContent).toContain("44.0");
  expect(place.textContent).not.toContain("30.0 ");
  await told(() => root.unmount());
});
