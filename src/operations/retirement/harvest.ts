import {
  centsFromDollars,
  exactly,
  firstDayToBuyAgain,
  harvestable,
  sellOrder as sold,
  succeeded,
  taxRates,
  type Harvest,
  type Lot,
  type SellOrder,
} from "../../engine";
import {
  failed,
  refusedByLaw,
  harvestCells,
  readChoice,
  readDay,
  readLots,
  readPolicy,
  readPrices,
  readScalars,
  sellOrderCells,
  type Argument,
  type LotsRange,
  type Note,
  type Read,
} from "../../ranges";
import type { Work } from "../later";
import type { CellKind, Decided } from "../operation";
import { dollarsArgument } from "./ages";

export interface DecidedHarvest extends Decided {
  readonly range: LotsRange;
  readonly found: readonly Harvest[];
  readonly asOf: number;
  /** The first day on which what is sold on that day may be bought again. */
  readonly buyAgainFrom: number;
}

type HarvestArguments = readonly [lots: Argument, prices: Argument, asOf: Argument, policy?: Argument];

const HARVEST_KINDS: readonly CellKind[] = [
  ...(["plain", "plain", "day", "plain", "money", "money", "money", "plain", "money", "plain", "day"] as const),
];

/** What HARVEST does. */
export const harvest: Work<HarvestArguments, DecidedHarvest> = {
  holds: [HARVEST_KINDS],
  decide: (lots, prices, asOf, policy) => {
    const rule = readPolicy(policy);
    if (!rule.ok) return rule;
    const notes: Note[] = [...rule.value.notes];
    const today = readDay("As of", asOf, notes);
    if (!today.ok) return today;
    if (today.value === undefined) return failed({ code: "missing argument", argument: "As of", wanted: "date" });
    const priced = readPrices(prices);
    if (!priced.ok) return priced;
    const range = readLots(lots, { priceOf: priced.value.of, prices: "Prices", today: today.value });
    if (!range.ok) return range;
    const { positions, accounts } = range.value;
    const rates = taxRates(rule.value.policy);
    if (rates === undefined) notes.push({ code: "no tax rates" });
    const kinds = accounts.map(({ kind }) => kind);
    return succeeded({
      range: range.value,
      found: harvestable(positions, kinds, today.value, rates),
      asOf: today.value,
      buyAgainFrom: firstDayToBuyAgain(today.value),
      notes: [...notes, ...priced.value.notes, ...range.value.notes],
    });
  },
  show: ({ range, found, asOf }) => harvestCells(range, found, asOf),
  explain: ({ range: { rows, headerRows }, asOf }) => ({
    read: [
      { fact: "range", argument: "Lots", rows, headerRows },
      { fact: "day", day: asOf },
    ],
    steps: [{ fact: "formula", formula: "harvest" }],
  }),
};

export interface DecidedOrder extends Decided {
  readonly range: LotsRange;
  readonly lots: readonly Lot[];
  readonly order: SellOrder;
}

type OrderArguments = readonly [
  lots: Argument,
  price: Argument,
  amount: Argument,
  method?: unknown,
  asOf?: Argument,
  policy?: Argument,
];

const ORDER_KINDS: readonly CellKind[] = ["plain", "plain", "money", "money", "money"];

/** What SELLORDER does. */
export const sellOrder: Work<OrderArguments, DecidedOrder> = {
  holds: [ORDER_KINDS],
  decide: (...[lots, price, amount, method, asOf, policy]) => {
    const chosen = readChoice("Method", method, ["min tax", "fifo", "highest cost"]);
    if (!chosen.ok) return chosen;
    const rule = readPolicy(policy);
    if (!rule.ok) return rule;
    const notes: Note[] = [...rule.value.notes];
    const today = readDay("As of", asOf, notes);
    if (!today.ok) return today;
    const read = readScalars([
      { ...dollarsArgument("Price", price, true), wanted: "price" },
      dollarsArgument("Amount", amount, true),
    ]);
    if (!read.ok) return read;
    const [aShare, asked] = read.value.numbers as readonly [number, number];
    if (aShare === 0) return failed({ code: "missing argument", argument: "Price", wanted: "price" });
    const range = readLots(lots, { priceOf: () => aShare, prices: "Price", today: today.value });
    if (!range.ok) return range;
    const own = lotsOfOneFund(range.value);
    if (!own.ok) return own;
    const rates = taxRates(rule.value.policy);
    if (rates === undefined) notes.push({ code: "no tax rates" });
    const order = sold(own.value, exactly(aShare), centsFromDollars(asked), chosen.value, today.value, rates);
    if (!order.ok) return order;
    return succeeded({
      ...{ range: range.value, lots: own.value, order: order.value },
      notes: [...notes, ...read.value.notes, ...range.value.notes],
    });
  },
  show: ({ lots, order }) => sellOrderCells(lots, order),
  explain: ({ range: { rows, headerRows } }) => ({
    read: [{ fact: "range", argument: "Lots", rows, headerRows }],
    steps: [
      { fact: "formula", formula: "sell order" },
      { fact: "formula", formula: "gain of a sale" },
      { fact: "formula", formula: "tax of a sale" },
    ],
    rounded: [{ fact: "to the cent" }],
  }),
};

/** The lots that may be sold; they are of one fund, in taxable accounts. */
function lotsOfOneFund({ positions, accounts, funds, at }: LotsRange): Read<readonly Lot[]> {
  if (funds.length > 1) {
    return refusedByLaw({ code: "several funds", argument: "Lots", funds: funds.map(({ text }) => text) });
  }
  const other = positions.find(({ account }) => accounts[account]?.kind !== "taxable");
  if (other) {
    const account = accounts[other.account]?.name ?? "";
    return refusedByLaw({ code: "not taxable", at: at((other.lots[0] as Lot).row), account });
  }
  return succeeded(positions.flatMap(({ lots }) => lots.filter(({ maySell }) => maySell)));
}
