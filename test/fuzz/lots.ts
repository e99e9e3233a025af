import * as fc from "fast-check";
import type { FuzzArgument } from "./calls";
import { day, money, price, shareCount, signedMoney, type FuzzCell } from "./cells";

type Arguments = fc.Arbitrary<readonly FuzzArgument[]>;

const one = (cell: fc.Arbitrary<FuzzCell>): fc.Arbitrary<FuzzArgument> => cell.map((each) => [[each]]);
const maybe = (argument: fc.Arbitrary<FuzzArgument>): fc.Arbitrary<FuzzArgument> => fc.option(argument, { freq: 2 });
const said = (...texts: readonly FuzzCell[]): fc.Arbitrary<FuzzArgument> => one(fc.constantFrom(...texts));

const account = fc.constantFrom<FuzzCell>("Taxable", "Brokerage", "Roth IRA", "401(k)", "HSA");
const fund = fc.constantFrom<FuzzCell>("VTI", "VTI", "BND", "VXUS");
const sameAs = fc.constantFrom<FuzzCell>("", "", "", "US stocks");
const near = fc.integer({ min: 46_000, max: 46_200 });

/** A table with these headings, a row of cells each. */
function table(headings: readonly string[], ...columns: readonly fc.Arbitrary<FuzzCell>[]): fc.Arbitrary<FuzzArgument> {
  const row: fc.Arbitrary<FuzzCell[]> = fc.tuple(...columns);
  return fc.array(row, { minLength: 1, maxLength: 8 }).map((rows) => [[...headings], ...rows]);
}

const lots = table(
  ["Account", "Fund", "Shares", "Cost basis", "Acquired", "Same as"],
  ...[account, fund, shareCount, money, fc.oneof(near, day), sameAs],
);
const lotsOfOne = table(
  ["Account", "Shares", "Cost basis", "Acquired", "Fund"],
  fc.constant<FuzzCell>("Taxable"),
  ...[...[shareCount, money, near, fc.constant<FuzzCell>("VTI")]],
);
const prices = fc.tuple(price, price, price).map(([vti, bnd, vxus]): FuzzArgument => [
  ["Fund", "Price"],
  ["VTI", vti],
  ["BND", bnd],
  ["VXUS", vxus],
]);
const trades = fc.oneof(
  table(
    ["Date", "Account", "Fund", "Shares", "Price", "Same as"],
    ...[near, account, fund, fc.integer({ min: -50, max: 80 }), price, sameAs],
  ),
  table(
    ["Date", "Account", "Fund", "Shares", "Amount", "Cost"],
    ...[near, account, fund, fc.integer({ min: -50, max: 80 }), signedMoney, money],
  ),
);
const rates = said("income 22%; gains rate 15%", "gains rate 15%", "", "income 37%");
const asOf = one(fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 46_150, max: 46_260 }) }, day));
const calendar = said("annual", "monthly", "annual and 5%", "quarterly or 5/25", "every 10 days", "5%");

/** How the functions about lots, losses and discipline are called. */
export const LOT_CALLS = {
  HARVEST: fc.tuple(lots, prices, asOf, maybe(rates)),
  WASHSALES: fc.tuple(trades, maybe(asOf)),
  SELLORDER: fc.tuple(
    ...([lotsOfOne, one(price), one(money), maybe(said("min tax", "fifo", "highest cost", "lifo"))] as const),
    ...([maybe(asOf), maybe(rates)] as const),
  ),
  FOLLOWED: fc.tuple(table(["Date", "Traded"], near, money), calendar, maybe(asOf)),
  SAFEDATES: fc.tuple(trades, maybe(lots), maybe(calendar), maybe(asOf)),
} satisfies Readonly<Record<string, Arguments>>;
