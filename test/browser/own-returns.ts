import type { Description } from "../../src/sheets";

const MONTHS = 96;
const FIRST_YEAR = 2018;

/** Returns a month of the five funds of the messy list with a target, and of the stock without one. */
export const returns: readonly (readonly number[])[] = Array.from({ length: MONTHS }, (_, month) => [
  Math.round(35 * Math.sin(month / 6) + 30 * Math.sin(month * 1.7) + 6) / 1000,
  Math.round(40 * Math.sin(month / 6 + 0.4) - 25 * Math.sin(month * 2.3) + 5) / 1000,
  Math.round(12 * Math.sin(month / 7) + 3) / 1000,
  Math.round(28 * Math.sin(month / 5 + 2) + 4) / 1000,
  0.002,
  Math.round(90 * Math.sin(month * 3.1)) / 1000,
]);

/** Excel's serials of month ends. */
const days = returns.map((_, month) => Math.round(Date.UTC(FIRST_YEAR, month + 1, 0) / 86_400_000) + 25_569);

/** The table Returns of these, on a sheet of its own. */
export const returnsTable: Description = {
  title: "Returns",
  steps: [
    { do: "add sheet", name: "Past" },
    {
      do: "write values",
      block: { sheet: "Past", row: 0, column: 0, height: MONTHS + 1, width: 7 },
      values: [
        ["Month", "500 Index", "Foreign", "Bond", "Windfall", "Stable", "Old stock"],
        ...returns.map((row, month) => [days[month] as number, ...row]),
      ],
    },
    {
      do: "format numbers",
      block: { sheet: "Past", row: 1, column: 0, height: MONTHS, width: 1 },
      format: "yyyy-mm-dd",
    },
    { do: "add table", name: "Returns", block: { sheet: "Past", row: 0, column: 0, height: MONTHS + 1, width: 7 } },
  ],
};
