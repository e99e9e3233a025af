import {
  cashNeeded as cashNeededOf,
  cents,
  dollars,
  elections as electionsOf,
  monthsToBand as monthsToBandOf,
  negated,
  NO_MONEY,
  placeCash,
  rebalance as rebalanceOf,
  succeeded,
  type Policy,
  type Rebalancing,
  type Usd,
} from "../engine";
import {
  columnOf,
  failed,
  readAmount,
  readElections,
  type AllocationRange,
  type Argument,
  type Explanation,
  type Fact,
  type Note,
  type Read,
  type ResultCells,
} from "../ranges";
import { readCircumstances } from "./circumstances";
import { operation, rangeFacts, reasonFacts, type TypedOperation } from "./operation";
import { readUnderPolicy, type AllocationUnderPolicy } from "./under-policy";
import { AS_OF, CASH, POLICY, RETURNS, TARGETS, VALUES, VOLATILITY } from "./usual-arguments";

/** Trades beside the rows they are about, with what decided them. */
export interface RowTrades extends Omit<AllocationRange, "leftOut"> {
  readonly policy: Policy;
  /** + to invest, − to take out. */
  readonly cash: Usd;
  readonly rebalancing: Rebalancing;
  /** The day that the calendar was asked for, as a serial; undefined where it was left out. */
  readonly today?: number | undefined;
}

/** REBALANCE: what to trade in each row. */
export const rebalance = operation({
  name: "REBALANCE",
  family: "rebalance",
  arguments: [VALUES, TARGETS, CASH, POLICY, AS_OF, VOLATILITY, RETURNS],
  holds: "money",
  decide: (
    values: Argument,
    targets: Argument,
    cash?: Argument,
    policy?: Argument,
    asOf?: Argument,
    volatility?: Argument,
    returns?: Argument,
  ): Read<RowTrades> => {
    const read = readUnderPolicy(values, targets, policy);
    if (!read.ok) return read;
    const { allocation, columns, rule } = read.value;
    const notes: Note[] = [...read.value.notes];
    const amount = readAmount("Cash", cash, { beside: allocation.total, notes });
    if (!amount.ok) return amount;
    const now = readCircumstances({ asOf, volatility, returns }, read.value);
    if (!now.ok) return now;
    const { circumstances } = now.value;
    const trades = rebalanceOf(allocation, amount.value, rule.policy, circumstances);
    if (!trades.ok) return trades;
    return succeeded({
      allocation,
      columns,
      policy: rule.policy,
      cash: amount.value,
      rebalancing: trades.value,
      today: circumstances.today,
      notes: [...notes, ...now.value.notes],
    });
  },
  show: showTrades,
  explain: explainTrades,
});

/** CONTRIBUTE: where a contribution goes, without selling. */
export const contribute = placing("CONTRIBUTE", "in");

/** WITHDRAW: where a withdrawal comes from, without buying. */
export const withdraw = placing("WITHDRAW", "out");

type Direction = "in" | "out";

/** An operation that places an amount of money without trading the other way. */
function placing<Name extends string>(
  name: Name,
  direction: Direction,
): TypedOperation<Name, [values: Argument, targets: Argument, amount: Argument, policy?: Argument], RowTrades> {
  return operation({
    name,
    family: "rebalance",
    arguments: [VALUES, TARGETS, { name: "amount", holds: "money" }, POLICY],
    holds: "money",
    decide: (values: Argument, targets: Argument, amount: Argument, policy?: Argument) =>
      placeAmount({ values, targets, amount, policy }, direction),
    show: showTrades,
    explain: explainTrades,
  });
}

function placeAmount(
  given: { values: Argument; targets: Argument; amount: Argument; policy: Argument },
  direction: Direction,
): Read<RowTrades> {
  const read = readPositiveAmount(given, "Amount", given.amount, direction);
  if (!read.ok) return read;
  const { allocation, columns, rule, notes, amount } = read.value;
  const cash = direction === "in" ? amount : negated(amount);
  const trades = placeCash(allocation, cash, rule.policy);
  if (!trades.ok) return trades;
  return succeeded({ allocation, columns, policy: rule.policy, cash, rebalancing: trades.value, notes });
}

/** Reads an account under a policy, and beside it an amount that must be given and isn't below 0. */
function readPositiveAmount(
  given: { values: Argument; targets: Argument; policy: Argument },
  argument: string,
  cells: Argument,
  direction: Direction,
): Read<AllocationUnderPolicy & { readonly amount: Usd }> {
  if (cells === null || cells === undefined) return failed({ code: "missing argument", argument, wanted: "money" });
  const read = readUnderPolicy(given.values, given.targets, given.policy);
  if (!read.ok) return read;
  const notes: Note[] = [...read.value.notes];
  // What is paid in makes the account larger; what is taken out is compared with what there is.
  const beside = direction === "in" ? read.value.allocation.total : NO_MONEY;
  const amount = readAmount(argument, cells, { beside, notes });
  if (!amount.ok) return amount;
  if (amount.value < 0) {
    return failed({ code: "negative", at: { argument }, found: dollars(amount.value), wanted: "money" });
  }
  return succeeded({ ...read.value, amount: amount.value, notes });
}

/** Lays trades out beside the user's rows. */
function showTrades({ columns, rebalancing: { trades } }: RowTrades): ResultCells {
  return columnOf(columns, (row) => dollars(trades[row] as Usd));
}

/** How trades came about: what was read, the steps, what bound, what was rounded. */
function explainTrades({ allocation, columns, policy, cash, today, rebalancing }: RowTrades): Explanation {
  const { trades, reason, keptBack, outOfBand, dropped, lastResort } = rebalancing;
  const read: Fact[] = [
    ...rangeFacts(columns),
    { fact: "total", total: allocation.total },
    { fact: "cash", cash },
    { fact: "rule", policy },
  ];
  if (today !== undefined) read.push({ fact: "day", day: today });

  const steps: Fact[] = [];
  if (cash !== 0) steps.push({ fact: "placed cash", cash });
  steps.push(...reasonFacts(reason, outOfBand));
  if (reason === "out of band") steps.push({ fact: "went to", destination: policy.destination ?? { kind: "target" } });

  const bound: Fact[] = [];
  if (keptBack > 0) bound.push({ fact: "kept back", amount: keptBack });
  if (dropped.length > 0) bound.push({ fact: "below the minimum", rows: dropped });
  if (lastResort) bound.push({ fact: "last resort", cash });

  const rounded: Fact[] = [];
  if (policy.tradeUnit === "whole dollars") {
    const traded = trades.reduce<number>((sum, trade) => sum + trade, 0);
    rounded.push({ fact: "to whole dollars", heldBack: cents(cash - keptBack - traded) });
  } else {
    if (policy.tradeUnit === "whole percent") rounded.push({ fact: "to whole percents" });
    rounded.push({ fact: "to the cent" });
  }
  return { read, steps, bound, rounded };
}

/** CASHNEEDED: the smallest contribution that reaches the targets without selling. */
export const cashNeeded = operation({
  name: "CASHNEEDED",
  family: "rebalance",
  arguments: [VALUES, TARGETS, POLICY],
  holds: "money",
  decide: (values: Argument, targets: Argument, policy?: Argument) => {
    const read = readUnderPolicy(values, targets, policy);
    if (!read.ok) return read;
    const { allocation, columns, rule, notes } = read.value;
    const needed = cashNeededOf(allocation, rule.policy);
    return needed.ok ? succeeded({ allocation, columns, notes, needed: needed.value }) : needed;
  },
  show: ({ needed }) => [[dollars(needed)]],
  explain: ({ columns, allocation }) => ({
    read: [...rangeFacts(columns), { fact: "total", total: allocation.total }],
    steps: [{ fact: "formula", formula: "cash needed" }],
    rounded: [{ fact: "to the cent" }],
  }),
});

/** MONTHSTOBAND: after how many contributions alone every row is in band. */
export const monthsToBand = operation({
  name: "MONTHSTOBAND",
  family: "rebalance",
  arguments: [VALUES, TARGETS, { name: "contribution", holds: "money" }, POLICY],
  holds: "plain",
  decide: (values: Argument, targets: Argument, contribution: Argument, policy?: Argument) => {
    const read = readPositiveAmount({ values, targets, policy }, "Contribution", contribution, "in");
    if (!read.ok) return read;
    const { allocation, columns, rule, notes, amount } = read.value;
    const reached = monthsToBandOf(allocation, amount, rule.policy);
    return reached.ok
      ? succeeded({ allocation, columns, policy: rule.policy, contribution: amount, reached: reached.value, notes })
      : reached;
  },
  show: ({ reached }) => [[reached.months]],
  explain: ({ allocation, columns, policy, contribution, reached: { months, paidIn, lastOutside } }) => ({
    read: [
      ...rangeFacts(columns),
      { fact: "total", total: allocation.total },
      { fact: "cash", cash: contribution },
      { fact: "rule", policy },
    ],
    steps: [
      { fact: "formula", formula: "months to band" },
      ...(lastOutside.length > 0 ? [{ fact: "last outside", months: months - 1, rows: lastOutside } as const] : []),
      { fact: "paid in", months, amount: paidIn },
    ],
  }),
});

/** ELECTIONS: weights as the whole percents that a plan's web page wants typed. */
export const elections = operation({
  name: "ELECTIONS",
  family: "rebalance",
  arguments: [
    { name: "weights", holds: "percent" },
    { name: "step", holds: "plain" },
    { name: "min", holds: "plain" },
    { name: "max", holds: "plain" },
  ],
  holds: "plain",
  decide: (weights: Argument, step?: Argument, min?: Argument, max?: Argument) => {
    const read = readElections(weights, step, min, max);
    if (!read.ok) return read;
    const { columns } = read.value;
    const percents = electionsOf(read.value.weights, read.value.step, read.value.bounds);
    return percents.ok ? succeeded({ columns, percents: percents.value, notes: columns.notes }) : percents;
  },
  show: ({ columns, percents }) => columnOf(columns, (row) => percents[row] as number),
  explain: ({ columns }) => ({
    read: rangeFacts(columns),
    steps: [{ fact: "formula", formula: "elections" }],
    rounded: [{ fact: "formula", formula: "whole steps" }],
  }),
});
