import { expect } from "@jest/globals";
import {
  accountOutcomes,
  Decimal,
  decimalOf,
  stepOf,
  type Household,
  type HouseholdPlan,
  type HouseholdTrade,
  type Policy,
} from "../../src/engine";
import {
  amountsOf,
  exact,
  keptBack,
  ledgerOf,
  ratesOf,
  valuesOf,
  type Ledger,
  type Values,
} from "../oracle/household/ledger";
import { larger, Rational, ZERO } from "../oracle/rational";
import { household, type Drawn } from "./household-draw";

/** What a plan comes to, counted anew from its trades. */
export interface Counted {
  readonly ledger: Ledger;
  readonly goals: readonly Rational[];
  readonly amounts: ReadonlyMap<string, number>;
  readonly values: Values;
  /** By how many cents whole cents may move a sum of this household: a trade and a class each by one. */
  readonly cents: number;
}

export function counted(drawn: Drawn, plan: HouseholdPlan): Counted {
  const ledger = ledgerOf(household(drawn), drawn.now);
  const goals = plan.classes.map(({ goal }) => exact(goal));
  const amounts = amountsOf(
    plan.trades.flatMap((trade) =>
      trade.amount > 0 ? [trade] : trade.rows.map((each) => ({ ...each, position: trade.position })),
    ),
  );
  const cents = plan.trades.length + goals.length;
  return { ledger, goals, amounts, values: valuesOf(ledger, drawn.policy, goals, amounts), cents };
}

const of = <T>(list: readonly T[], place: number): T => list[place] as T;

export function keepsOwnMoney(
  { accounts, positions }: Household,
  policy: Policy,
  plan: HouseholdPlan,
  all: Counted,
): void {
  for (const [account, { cashFlow }] of accounts.entries()) {
    const own = plan.trades.filter(({ position }) => of(positions, position).account === account);
    const left = plan.leftInCash.find((each) => each.account === account)?.amount ?? 0;
    expect(own.reduce((sum, { amount }) => sum + amount, 0)).toBe(cashFlow - left);
    const kept = keptBack(policy, of(all.ledger.totals, account), cashFlow);
    if (policy.tradeUnit === undefined) expect(Math.abs(left - kept)).toBeLessThanOrEqual(1);
    else expect(left).toBeGreaterThanOrEqual(0);
  }
}

export function keepsMenusAndLocks({ positions }: Household, { sells }: Policy, plan: HouseholdPlan): void {
  const seen = new Set<number>();
  for (const { position, amount, rows, row } of plan.trades) {
    const { isLeftAlone, isCash, mayBuy, lots } = of(positions, position);
    expect(Number.isSafeInteger(amount) && amount !== 0 && !isLeftAlone).toBe(true);
    expect(rows.reduce((sum, each) => sum + each.amount, 0)).toBe(amount);
    if (amount > 0) {
      expect(mayBuy || isCash).toBe(true);
      expect(plan.trades.some((other) => other.position === position && other.amount < 0)).toBe(false);
      continue;
    }
    expect(sells === "none" && !isCash).toBe(false);
    for (const each of rows) {
      const lot = lots.find((one) => one.row === each.row);
      expect(lot?.maySell).toBe(true);
      expect(each.amount).toBeLessThanOrEqual(0);
      expect(each.amount + (lot?.value ?? 0)).toBeGreaterThanOrEqual(0);
      expect(seen.has(each.row)).toBe(false);
      seen.add(each.row);
    }
    expect(lots.some((one) => one.row === row)).toBe(true);
  }
}

export function keepsGainsRule(
  { accounts, positions }: Household,
  { gains = "none", sells, tradeUnit }: Policy,
  plan: HouseholdPlan,
  { values, ledger, amounts }: Counted,
): void {
  if (gains === "allowed") return;
  const allowed = typeof gains === "object" ? gains.upTo : 0;
  const { gainsBound } = plan;
  if (gainsBound) expect(gainsBound.policy).toBe(allowed);
  if (gainsBound) expect(gainsBound.used).toBeGreaterThanOrEqual(allowed);
  if (sells === "none") return;
  // Whole cents may pass it by less than a cent; the bound itself is shown in whole cents.
  let most = (gainsBound?.used ?? allowed) + Math.max(1.5, stepOf(tradeUnit));
  if (tradeUnit === "whole shares" || tradeUnit === "fractional") {
    // An account that must pay out may sell a share more of each of its lots for that, and for what it costs.
    const step = tradeUnit === "fractional" ? 0.0001 : 1;
    for (const { account, row, position, name, short, long } of ledger.moves) {
      const { cashFlow } = of(accounts, account);
      const owed = ledger.moves.some((move) => move.account === account && move.isCash && isOwed(move.position));
      if (row === undefined || !amounts.has(name) || (cashFlow >= 0 && !owed)) continue;
      const { price } = of(positions, position);
      most += Math.abs(short.plus(long).toNumber()) * (price ? decimalOf(price).toNumber() * 100 * step : 0);
    }
    most += plan.cost;
  }
  expect(values.gain.toNumber()).toBeLessThanOrEqual(most);

  function isOwed(position: number): boolean {
    return of(positions, position).lots.some(({ value }) => value < 0);
  }
}

export function hasNoWashSale({ positions }: Household, plan: HouseholdPlan, { ledger, amounts }: Counted): void {
  const bought = new Set(
    plan.trades.flatMap(({ position, amount }) => {
      const { isCash, security } = of(positions, position);
      return amount > 0 && !isCash ? [security] : [];
    }),
  );
  for (const move of ledger.moves) {
    if (move.row === undefined || move.short.plus(move.long).sign() >= 0 || !amounts.has(move.name)) continue;
    expect(ledger.barred.has(move.row)).toBe(false);
    expect(bought.has(of(positions, move.position).security)).toBe(false);
  }
}

/** A row whose classes all have goal 0 is bought only with a cash flow that can go nowhere else. */
export function buysNothingUnwanted(
  { accounts, positions }: Household,
  { tradeUnit }: Policy,
  plan: HouseholdPlan,
  all: Counted,
): void {
  const isWanted = (position: number): boolean =>
    all.ledger.moves.some(
      (move) =>
        move.position === position &&
        move.row === undefined &&
        move.parts.some((part, place) => part.sign() > 0 && of(all.goals, place).sign() > 0),
    );
  for (const { position, amount } of plan.trades) {
    const { account, lots, isCash } = of(positions, position);
    if (amount < 0 || isWanted(position)) continue;
    // What whole shares leave stays in the account's cash.
    if (isCash && tradeUnit !== undefined) continue;
    const owed = lots.reduce((sum, { value }) => sum - Math.min(0, value), 0);
    if (amount <= owed) continue;
    expect(of(accounts, account).cashFlow).toBeGreaterThan(0);
    const others = positions.flatMap((each, index) =>
      each.account === account && each.mayBuy && !each.isLeftAlone && isWanted(index) ? [index] : [],
    );
    // A wanted fund that is sold at a loss may not be bought as well.
    for (const other of others)
      expect(plan.trades.some((each) => each.position === other && each.amount < 0)).toBe(true);
  }
}

/** The figures of PLANCHECK are those of the plan's rows. */
export function addsUp(whole: Household, policy: Policy, plan: HouseholdPlan, all: Counted): void {
  const { positions, accounts } = whole;
  const traded = plan.trades.filter(({ position }) => !of(positions, position).isCash);
  const sum = (trades: readonly HouseholdTrade[], value: (trade: HouseholdTrade) => number): number =>
    trades.reduce((total, trade) => total + value(trade), 0);
  expect(plan.moneyTraded).toBe(sum(traded, ({ amount }) => Math.abs(amount)));
  expect(plan.tradeCount).toBe(traded.length);
  const taxable = traded.filter(({ position, amount }) => amount < 0 && kindOf(position) === "taxable");
  const long = taxable.filter(({ isLongTerm }) => isLongTerm);
  const short = taxable.filter(({ isLongTerm }) => isLongTerm === false);
  expect(long.length + short.length).toBe(taxable.length);
  expect(plan.gain.long).toBe(sum(long, ({ gain }) => gain));
  expect(plan.gain.short).toBe(sum(short, ({ gain }) => gain));
  expect(plan.tax).toBe(sum(plan.trades, ({ tax }) => tax));
  expect(Math.abs(plan.gain.long + plan.gain.short - all.values.gain.toNumber())).toBeLessThanOrEqual(traded.length);
  const rates = ratesOf(policy);
  const tax = rates.short
    .times(larger(Rational.of(plan.gain.short), ZERO))
    .plus(rates.long.times(larger(Rational.of(plan.gain.long), ZERO)));
  const hasRates = policy.incomeRate !== undefined || policy.gainsRate !== undefined;
  expect(plan.tax).toBe(hasRates ? Number(tax.round()) : 0);
  const cost = (policy.cost?.toNumber() ?? 0) * plan.moneyTraded + (policy.fee ?? 0) * plan.tradeCount;
  expect(Math.abs(plan.cost - cost)).toBeLessThanOrEqual(0.5001 + cost * 1e-12);
  for (const [place, { before, after }] of plan.classes.entries()) {
    const moved = all.ledger.moves.reduce(
      (total, move) => total.plus(of(move.parts, place).times(Rational.of(all.amounts.get(move.name) ?? 0))),
      of(all.ledger.before, place),
    );
    expect(after.toNumber()).toBe(moved.toNumber());
    expect(before.toNumber()).toBe(of(all.ledger.before, place).toNumber());
  }
  // Account by account they are the same sums.
  const outcomes = accountOutcomes(whole, plan);
  const added = (amountOf: (outcome: (typeof outcomes)[number]) => Decimal | undefined): number =>
    outcomes.reduce((total, outcome) => total.plus(amountOf(outcome) ?? 0), new Decimal(0)).toNumber();
  for (const side of ["before", "after"] as const) {
    for (const [place, outcome] of plan.classes.entries())
      expect(added(({ classes }) => classes[place]?.[side])).toBeCloseTo(outcome[side].toNumber(), 6);
    expect(added(({ unlisted }) => unlisted[side])).toBeCloseTo(plan.unlisted[side].toNumber(), 6);
  }

  function kindOf(position: number): string {
    return of(accounts, of(positions, position).account).kind;
  }
}
