import type { Cell } from "./shipped";

/** A row of holdings: the columns that a test is about, by their headings. */
export type HoldingsRow = Readonly<Record<string, number | string>>;

/** A table of holdings as it is typed: the headings in the order in which rows name them first, blank where a row lacks one. */
export function holdingsTable(...rows: readonly HoldingsRow[]): unknown[][] {
  const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? ""))];
}

/** A table of targets, in percent. */
export function targetsTable(weights: Readonly<Record<string, number>>): unknown[][] {
  return [["Class", "Weight"], ...Object.entries(weights).map(([name, weight]) => [name, weight / 100])];
}

/** The columns of an answer under some of its headings, without the headings. */
export function columnsOf(table: readonly (readonly Cell[])[], ...headings: readonly string[]): Cell[][] {
  const [header = [], ...rows] = table;
  const places = headings.map((heading) => header.indexOf(heading));
  return rows.map((row) => places.map((place) => row[place] as Cell));
}

/** The household of worked number 14: a target-date fund, a Roth IRA and a taxable account. */
export function fourteen(flow = 0): unknown[][] {
  return holdingsTable(
    { Account: "401(k)", Fund: "Target date", US: 54, Intl: 36, Bond: 10, Value: 80_000, "Cash flow": flow },
    { Account: "401(k)", Fund: "Bond", Bond: 100, Value: 20_000 },
    { Account: "401(k)", Fund: "US", US: 100, Value: 0 },
    { Account: "Roth IRA", Fund: "US", US: 100, Value: 30_000 },
    { Account: "Roth IRA", Fund: "Intl", Intl: 100, Value: 0 },
    { Account: "Taxable", Fund: "US", US: 100, Value: 20_000 },
  );
}

/** Its targets. */
export const FOURTEEN_TARGETS = targetsTable({ US: 50, Intl: 20, Bond: 30 });
