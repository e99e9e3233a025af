import type { Description, Value } from "./description";
import { householdSheet } from "./household-sheet";
import type { HouseholdSource } from "./household-source";
import { householdTrades } from "./household-trades";
import { tradesPlaces } from "./household-trades-places";
import type { Block } from "./place";
import type { Choices } from "./plan-formulas";

export const sampleHouseholdSheet = "Accounts";
const sampleHouseholdPlan = "Keel plan";
const sampleHouseholdTrades = "Keel trades";

const headings = [
  ...["Account", "Account type", "Symbol", "Asset class", "Value", "Cost basis", "Acquired", "Cash flow"],
  ...["Fund", "US stocks", "International stocks", "Bonds"],
] as const;

const block = (row: number, column: number, height: number, width: number): Block => ({
  ...{ sheet: sampleHouseholdSheet, row, column, height, width },
});

type Held = readonly [symbol: string, fund: string, is: string | readonly number[], value: number];

interface Account {
  readonly name: string;
  readonly type: string;
  /** + to invest: in its first row. */
  readonly flow?: number;
  /** Behind a fund, of a lot in a taxable account: what was paid, and the day as a serial. */
  readonly holds: readonly (readonly [...Held, cost?: number, acquired?: number])[];
}

/** Three accounts with real funds and a made-up owner: a target-date fund, funds that are only offered, and lots, one at a loss. */
const accounts: readonly Account[] = [
  {
    name: "401(k)",
    type: "401(k)",
    holds: [
      ["VTIVX", "Vanguard Target Retirement 2045", [0.51, 0.34, 0.15], 148_320.55],
      ["VFIAX", "Vanguard 500 Index", "US stocks", 96_410.2],
      ["VTIAX", "Vanguard Total International Stock Index", "International stocks", 0],
      ["VBTLX", "Vanguard Total Bond Market Index", "Bonds", 21_775.4],
    ],
  },
  {
    name: "Roth IRA",
    type: "Roth IRA",
    flow: 3500,
    holds: [
      ["VTI", "Vanguard Total Stock Market ETF", "US stocks", 84_930.12],
      ["VXUS", "Vanguard Total International Stock ETF", "International stocks", 12_480.66],
      ["BND", "Vanguard Total Bond Market ETF", "Bonds", 0],
    ],
  },
  {
    name: "Brokerage",
    type: "Taxable",
    holds: [
      ["VTI", "Vanguard Total Stock Market ETF", "US stocks", 31_240.77, 9850, 42_443],
      ["VTI", "Vanguard Total Stock Market ETF", "US stocks", 14_105.3, 11_960.45, 45_180],
      ["VXUS", "Vanguard Total International Stock ETF", "International stocks", 17_120.35, 18_400, 44_356],
      ["VGIT", "Vanguard Intermediate-Term Treasury ETF", "Bonds", 12_655.9, 12_730.1, 45_566],
    ],
  },
];

const rows: readonly (readonly Value[])[] = accounts.flatMap(({ name, type, flow, holds }) =>
  holds.map(([symbol, fund, is, value, cost = "", acquired = ""], index): readonly Value[] => [
    ...[name, type, symbol, typeof is === "string" ? is : ""],
    ...[value, cost, acquired, index === 0 && flow !== undefined ? flow : "", fund],
    ...(typeof is === "string" ? ["", "", ""] : is),
  ]),
);

const height = rows.length;

/** In characters, with room for the button that a table puts into its headings. */
const widths = [13, 20, 14, 22, 15, 16, 15, 16, 42, 16, 24, 12] as const;

const holdings: Description["steps"] = [
  { do: "add sheet", name: sampleHouseholdSheet },
  { do: "write values", block: block(0, 0, 1, 1), values: [["Our accounts"]] },
  { do: "style", block: block(0, 0, 1, 1), style: "title" },
  { do: "write values", block: block(2, 0, height + 1, headings.length), values: [headings, ...rows] },
  { do: "add table", name: "Holdings", block: block(2, 0, height + 1, headings.length) },
  { do: "format numbers", block: block(3, 9, height, 3), format: "0%" },
  { do: "format numbers", block: block(3, 4, height, 2), format: "$#,##0.00" },
  { do: "format numbers", block: block(3, 6, height, 1), format: "yyyy-mm-dd" },
  { do: "format numbers", block: block(3, 7, height, 1), format: "$#,##0.00" },
  ...widths.map((characters, column) => ({ do: "set width", block: block(0, column, 1, 1), characters }) as const),
];

const source: HouseholdSource = {
  holdings: { table: "Holdings" },
  targets: {
    table: "Targets",
    rows: [
      ["US stocks", 55],
      ["International stocks", 25],
      ["Bonds", 20],
    ],
  },
};

/** A first workbook to try things on: three accounts as a table called Holdings, and their plan and trades as the wizard writes them. */
export function sampleHousehold({ namespace, names }: Pick<Choices, "namespace" | "names">): Description {
  const listName = `Holdings on sheet ${sampleHouseholdSheet}`;
  const written = { policyTable: "Policy", namespace, names, listName };
  const beside = (["Account", "Symbol"] as const).map((heading) => ({
    heading,
    cells: block(2, headings.indexOf(heading), height + 1, 1),
  }));
  const size = { holdings: height + 1, classes: 3 };
  const sheet = sampleHouseholdTrades;
  const trades = householdTrades(source, { ...written, ...size, sheet, beside, hasUnlisted: false });
  const plan = householdSheet(source, {
    ...written,
    sheet: sampleHouseholdPlan,
    settings: [
      ["Band", "5/25"],
      ["Destination", "to target"],
      ["Sells", "allowed"],
      ["Gains", "none"],
      ["Gains tax rate", "15%"],
      ["Income tax rate", "24%"],
    ],
    trades: tradesPlaces(sheet, { ...size, beside: beside.length }).summary,
  });
  return {
    title: "Start with a sample household",
    steps: [
      ...holdings,
      // The line on the plan's sheet reads the sheet of trades, and the trades read the tables on the plan's.
      { do: "add sheet", name: sampleHouseholdPlan },
      ...trades.steps.filter(({ do: kind }) => kind === "add sheet"),
      ...plan.steps.filter(({ do: kind }) => kind !== "add sheet"),
      ...trades.steps.filter(({ do: kind }) => kind !== "add sheet"),
      { do: "select", block: block(3, 4, 1, 1) },
    ],
  };
}
