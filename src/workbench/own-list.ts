import type { Block, Description } from "../sheets";

/** The sheet for a list of one's own. */
export const ownListSheet = "My funds";

/** As many rows as get the formats of their columns: more than a plan has funds. */
const rows = 60;

const block = (row: number, column: number, height: number, width: number): Block => ({
  sheet: ownListSheet,
  row,
  column,
  height,
  width,
});

/** A sheet to type or paste one's own funds into: headings that Keel reads, amounts and percents formatted below them. */
export const ownList: Description = {
  title: "Start a list of my own",
  steps: [
    { do: "add sheet", name: ownListSheet },
    { do: "write values", block: block(0, 0, 1, 4), values: [["Fund", "Ticker", "Value", "Target"]] },
    { do: "style", block: block(0, 0, 1, 4), style: "label" },
    { do: "format numbers", block: block(1, 1, rows, 1), format: "@" },
    { do: "format numbers", block: block(1, 2, rows, 1), format: "$#,##0.00" },
    { do: "format numbers", block: block(1, 3, rows, 1), format: "0.0%" },
    { do: "set width", block: block(0, 0, 1, 1), characters: 46 },
    { do: "set width", block: block(0, 1, 1, 1), characters: 11 },
    { do: "set width", block: block(0, 2, 1, 1), characters: 16 },
    { do: "set width", block: block(0, 3, 1, 1), characters: 11 },
    { do: "select", block: block(1, 0, 1, 1) },
  ],
};
