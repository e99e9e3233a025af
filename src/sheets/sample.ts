import type { Description } from "./description";
import type { Block } from "./place";
import type { Source } from "./plan-formulas";

export const sampleSheet = "401(k)";
const block = (row: number, column: number, height: number, width: number): Block => ({
  sheet: sampleSheet,
  row,
  column,
  height,
  width,
});

/** Balances as a plan's web page shows them; three are out of a 5/25 band. The funds and tickers are real, the owner isn't. */
const holdings: readonly (readonly [fund: string, ticker: string, value: number, target: number])[] = [
  ["Vanguard 500 Index", "VFIAX", 182_450.36, 0.4],
  ["Vanguard Extended Market Index", "VEXAX", 24_180.92, 0.1],
  ["Vanguard Total International Stock Index", "VTIAX", 58_916.4, 0.2],
  ["Vanguard Total Bond Market Index", "VBTLX", 55_233.75, 0.2],
  ["Vanguard Real Estate Index", "VGSLX", 14_310.27, 0.05],
  ["Vanguard Federal Money Market", "VMFXX", 9_875.18, 0.05],
];

/** The sample's table of funds, as formulas are about it. */
export const sampleSource: Source = {
  list: block(2, 0, holdings.length + 1, 4),
  values: block(3, 2, holdings.length, 1),
  targets: block(3, 3, holdings.length, 1),
  funds: block(3, 0, holdings.length, 1),
  table: { name: "Holdings", value: "Value", target: "Target", fund: "Fund" },
};

/** A first sheet to try things on: a plan's funds with their values and targets, as a table called Holdings. */
export const sample: Description = {
  title: "Start with a sample 401(k)",
  steps: [
    { do: "add sheet", name: sampleSheet },
    { do: "write values", block: block(0, 0, 1, 1), values: [["My 401(k)"]] },
    { do: "style", block: block(0, 0, 1, 1), style: "title" },
    {
      do: "write values",
      block: block(2, 0, holdings.length + 1, 4),
      values: [["Fund", "Ticker", "Value", "Target"], ...holdings],
    },
    { do: "add table", name: "Holdings", block: block(2, 0, holdings.length + 1, 4) },
    { do: "format numbers", block: block(3, 2, holdings.length, 1), format: "$#,##0.00" },
    { do: "format numbers", block: block(3, 3, holdings.length, 1), format: "0%" },
    { do: "set width", block: block(0, 0, 1, 1), characters: 46 },
    { do: "set width", block: block(0, 1, 1, 1), characters: 11 },
    { do: "set width", block: block(0, 2, 1, 1), characters: 14 },
    { do: "set width", block: block(0, 3, 1, 1), characters: 11 },
    { do: "select", block: block(3, 2, 1, 1) },
  ],
};
