import {
  afterContributions,
  cashNeeded as cashNeededOf,
  cents,
  dollars,
  effectOf,
  fullestRow,
  isRowBand,
  monthsToBand as monthsToBandOf,
  negated,
  NO_MONEY,
  placeCash,
  rebalance as rebalanceOf,
  stepOf,
  succeeded,
  tradeBasis,
  type Allocation,
  type MonthsToBand,
  type Policy,
  type Rebalancing,
  type Usd,
} from "../engine";
import {
  columnOf,
  failed,
  moneyTerm,
  numberTerm,
  partTerm,
  readAmount,
  shareTerm,
  targetTerm,
  terms,
  type AllocationRange,
  type Argument,
  type Explanation,
  type Fact,
  type Figure,
  type FormulaName,
  type Note,
  type Read,
  type ResultCells,
  type Term,
  type Worked,
} from "../ranges";
import { comparedWeight, isFundOf } from "./allocation";
import { readCircumstances } from "./circumstances";
import {
  formulaFact,
  fundBeside,
  hasRowRules,
  lockFacts,
  operation,
  rangeFacts,
  reasonFacts,
  type ResultPlace,
  type TypedOperation,
} from "./operation";
import { readUnderPolicy, type AllocationUnderPolicy } from "./under-policy";
import { AS_OF, CASH, POLICY, RETURNS, ROWS, TARGETS, VALUES, VOLATILITY } from "./usual-arguments";

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
  arguments: [VALUES, TARGETS, CASH, POLICY, AS_OF, VOLATILITY, RETURNS, ROWS],
  holds: "money",
  decide: (
    values: Argument,
    targets: Argument,
    cash?: Argument,
    policy?: Argument,
    asOf?: Argument,
    volatility?: Argument,
    returns?: Argument,
    rows?: Argument,
  ): Read<RowTrades> => {
    const read = readUnderPolicy(values, targets, policy, rows);
    if (!read.ok) return read;
    const { allocation, columns, rule } = read.value;
    const notes: Note[] = [...read.value.notes];
    const amount = readAmount("Cash", cash, { beside: allocation.total, notes });
    if (!amount.ok) return amount;
    const now = readCircumstances({ asOf, volatility, returns }, read.value, rule.policy);
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
): TypedOperation<
  Name,
  [values: Argument, targets: Argument, amount: Argument, policy?: Argument, rows?: Argument],
  RowTrades
> {
  return operation({
    name,
    family: "rebalance",
    arguments: [VALUES, TARGETS, { name: "amount", holds: "money" }, POLICY, ROWS],
    holds: "money",
    decide: (values: Argument, targets: Argument, amount: Argument, policy?: Argument, rows?: Argument) =>
      placeAmount({ values, targets, amount, policy, rows }, direction),
    show: showTrades,
    explain: explainTrades,
  });
}

function placeAmount(
  given: { values: Argument; targets: Argument; amount: Argument; policy: Argument; rows: Argument },
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
  given: { values: Argument; targets: Argument; policy: Argument; rows?: Argument },
  argument: string,
  cells: Argument,
  direction: Direction,
): Read<AllocationUnderPolicy & { readonly amount: Usd }> {
  if (cells === null || cells === undefined) return failed({ code: "missing argument", argument, wanted: "money" });
  const read = readUnderPolicy(given.values, given.targets, given.policy, given.rows);
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

/** How the trade of one row is worked out; nothing where there is none. */
export function tradeFacts(
  { allocation, policy, rebalancing }: Pick<RowTrades, "allocation" | "policy" | "rebalancing">,
  row: number,
): readonly Fact[] {
  if (rebalancing.trades[row] === 0) return [];
  const { values, targets } = allocation;
  const value = moneyTerm(values[row] as Usd);
  const { after, trades } = effectOf(allocation, NO_MONEY, rebalancing.trades);
  const basis = tradeBasis(allocation, rebalancing, policy, row);
  const fact = (formula: FormulaName, wanted: Term): readonly Fact[] => [
    formulaFact(formula, [{ row, term: terms("−", wanted, value), gives: money(trades[row] as Usd) }]),
  ];
  switch (basis.by) {
    case "weight":
      return fact("trade to weight", terms("×", partTerm(basis.part, targets.whole), moneyTerm(after.total)));
    case "level": {
      const held = basis.rows.map((each) => moneyTerm(values[each] as Usd));
      const parts = basis.rows.map((each) => targetTerm(targets, each));
      const level = terms("÷", terms("+", moneyTerm(basis.placed), ...held), terms("+", ...parts));
      return fact("trade to level", terms("×", level, targetTerm(targets, row)));
    }
    case "value":
      return fact("trade", moneyTerm(after.values[row] as Usd));
  }
}

/** The weight that a row's trade leads to; nothing where no money is left. */
function weightAfterFacts({ allocation, rebalancing }: RowTrades, row: number): readonly Fact[] {
  const { after, weights } = effectOf(allocation, NO_MONEY, rebalancing.trades);
  if (after.total === 0) return [];
  const value = moneyTerm(allocation.values[row] as Usd);
  const trade = rebalancing.trades[row] as Usd;
  const held =
    trade === 0
      ? value
      : trade < 0
        ? terms("−", value, moneyTerm(negated(trade)))
        : terms("+", value, moneyTerm(trade));
  const term = terms("÷", held, moneyTerm(after.total));
  return [formulaFact("weight after", [{ row, term, gives: { kind: "percent", number: weights[row] as number } }])];
}

/** How trades came about: what was read, the steps, what bound, what was rounded. */
function explainTrades(record: RowTrades, at: ResultPlace | undefined): Explanation {
  const { allocation, columns, policy, cash, today, rebalancing } = record;
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

  const beside = hasRowRules(allocation) ? undefined : fundBeside(columns, isFundOf(allocation), at);
  if (beside) steps.push(...tradeFacts(record, beside.row), ...weightAfterFacts(record, beside.row));

  const bound: Fact[] = [...lockFacts(allocation)];
  if (keptBack > 0) bound.push({ fact: "kept back", amount: keptBack });
  if (dropped.length > 0) bound.push({ fact: "below the minimum", rows: dropped });
  if (lastResort) bound.push({ fact: "last resort", cash });

  const rounded: Fact[] = [];
  const { tradeUnit: unit } = policy;
  if (unit !== undefined && stepOf(unit) !== 1) {
    const traded = trades.reduce<number>((sum, trade) => sum + trade, 0);
    rounded.push({ fact: "in the trade unit", unit, heldBack: cents(cash - keptBack - traded) });
  } else {
    if (unit === "whole percent") rounded.push({ fact: "to whole percents" });
    rounded.push({ fact: "to the cent" });
  }
  return { read, steps, bound, rounded };
}

/** CASHNEEDED: the smallest contribution that reaches the targets without selling. */
export const cashNeeded = operation({
  name: "CASHNEEDED",
  family: "rebalance",
  arguments: [VALUES, TARGETS, POLICY, ROWS],
  holds: "money",
  decide: (values: Argument, targets: Argument, policy?: Argument, rows?: Argument) => {
    const read = readUnderPolicy(values, targets, policy, rows);
    if (!read.ok) return read;
    const { allocation, columns, rule, notes } = read.value;
    const needed = cashNeededOf(allocation, rule.policy);
    return needed.ok ? succeeded({ allocation, columns, policy: rule.policy, notes, needed: needed.value }) : needed;
  },
  show: ({ needed }) => [[dollars(needed)]],
  explain: ({ columns, allocation, policy, needed }) => ({
    read: [...rangeFacts(columns), { fact: "total", total: allocation.total }],
    steps: [formulaFact("cash needed", hasRowRules(allocation) ? [] : [workedCashNeeded(allocation, policy, needed)])],
    bound: lockFacts(allocation),
    rounded: [{ fact: "to the cent" }],
  }),
});

function workedCashNeeded(allocation: Allocation, { cashBuffer }: Policy, needed: Usd): Worked {
  const { values, total, targets } = allocation;
  const row = fullestRow(allocation);
  const missing = terms("−", terms("÷", moneyTerm(values[row] as Usd), targetTerm(targets, row)), moneyTerm(total));
  return { row, term: needed === 0 ? missing : withBuffer(missing, total, cashBuffer), gives: money(needed) };
}

/** What comes on top because the policy keeps some of the cash: an amount, or a share of the total with the cash. */
function withBuffer(missing: Term, total: Usd, buffer: Policy["cashBuffer"]): Term {
  if (buffer === undefined) return missing;
  if ("amount" in buffer) return terms("+", missing, moneyTerm(buffer.amount));
  const share = shareTerm(buffer.share);
  return terms("÷", terms("+", missing, terms("×", share, moneyTerm(total))), terms("−", numberTerm(1), share));
}

function money(amount: Usd): Figure {
  return { kind: "money", number: dollars(amount) };
}

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
  explain: ({ allocation, columns, policy, contribution, reached, reached: { months, paidIn, lastOutside } }) => ({
    read: [
      ...rangeFacts(columns),
      { fact: "total", total: allocation.total },
      { fact: "cash", cash: contribution },
      { fact: "rule", policy },
    ],
    steps: [
      formulaFact("months to band", workedMonths({ allocation, policy, contribution, reached })),
      ...(lastOutside.length > 0 ? [{ fact: "last outside", months: months - 1, rows: lastOutside } as const] : []),
      { fact: "paid in", months, amount: paidIn },
    ],
  }),
});

/** What is paid in, and how the row that comes in last stands a month before and then. */
function workedMonths({
  allocation,
  policy,
  contribution,
  reached,
}: {
  readonly allocation: Allocation;
  readonly policy: Policy;
  readonly contribution: Usd;
  readonly reached: MonthsToBand;
}): readonly Worked[] {
  const { months, paidIn, lastOutside } = reached;
  const { band } = policy;
  const [row] = lastOutside;
  const all = {
    term: terms("×", numberTerm(months), moneyTerm(contribution)),
    gives: money(paidIn),
  };
  if (row === undefined || band === undefined || !isRowBand(band)) return [all];
  const standings = [months - 1, months].flatMap((count) => {
    const then = afterContributions(allocation, count, contribution, policy);
    return then.ok ? [comparedWeight(then.value, band, row)] : [];
  });
  return [all, ...standings];
}
