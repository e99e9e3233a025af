import { dayOf, serialOf, type Circumstances, type Household, type Policy, type Usd } from "../../../src/engine";

/** What a dollar of one buy, or of one lot's sale, does to a household: all that the contract's goals count. */
export interface Move {
  readonly name: string;
  readonly position: number;
  /** Absent: a buy. */
  readonly row?: number;
  readonly account: number;
  /** Most cents; absent: no bound. */
  readonly most?: number;
  readonly isCash: boolean;
  /** Counted money a class, below 0 for sales. */
  readonly parts: readonly number[];
  /** Counted money in no listed class that is to be invested. */
  readonly unlisted: number;
  readonly short: number;
  readonly long: number;
  /** Location points a dollar. */
  readonly points: number;
  readonly expense: number;
}

/** What a household is before any trade, and what every possible trade would do. Amounts are cents. */
export interface Ledger {
  readonly moves: readonly Move[];
  /** Counted cents a class. */
  readonly before: readonly number[];
  readonly unlistedBefore: number;
  /** Whether every position has an expense ratio. */
  readonly hasExpenses: boolean;
  /** Cents of each account before its cash flow. */
  readonly totals: readonly number[];
  /** Rows whose sale at a loss the purchases of the last 30 days bar. */
  readonly barred: ReadonlySet<number>;
}

/** The values of the contract's goals, in cents; `ratios` the largest first. */
export interface Values {
  readonly off: number;
  readonly tax: number;
  readonly ratios: readonly number[];
  readonly money: number;
  readonly gain: number;
  readonly location: number;
  readonly expense: number;
}

export function ledgerOf(household: Household, now: Circumstances): Ledger {
  const { accounts, positions, classes, points } = household;
  const before = classes.map(() => 0);
  const totals = accounts.map(() => 0);
  const moves: Move[] = [];
  const barred = new Set<number>();
  let unlistedBefore = 0;
  for (const [index, position] of positions.entries()) {
    const { account, fundClasses, isCash, isLeftAlone, lots, expenseRatio = 0 } = position;
    const { kind, countsAs } = accounts[account] as Household["accounts"][number];
    const shares = classes.map((each) => (fundClasses.parts.get(each) ?? 0) / fundClasses.whole);
    const parts = shares.map((share) => share * countsAs);
    const unlisted = countsAs * (1 - shares.reduce((sum, share) => sum + share, 0));
    const value = lots.reduce((sum, lot) => sum + lot.value, 0);
    totals[account] = (totals[account] as number) + value;
    for (const [place, part] of parts.entries()) before[place] = (before[place] as number) + part * value;
    if (!isLeftAlone) unlistedBefore += unlisted * value;
    const place =
      kind === "neutral"
        ? 0
        : shares.reduce((sum, share, at) => sum + share * (points[at] as (typeof points)[number])[kind], 0);
    const common = { position: index, account, isCash };
    const buy = { parts, unlisted: Math.abs(unlisted) < 1e-12 ? 0 : unlisted, points: place, expense: expenseRatio };
    moves.push({ name: `buy ${index}`, ...common, ...buy, short: 0, long: 0 });
    for (const { row, value: held, basis = 0, acquired } of lots) {
      if (held <= 0) continue;
      const gain = kind === "taxable" && !isCash ? (held - basis) / held : 0;
      const isLong = isLongTerm(acquired, now.today);
      moves.push({
        name: `sell ${row}`,
        ...common,
        row,
        most: held,
        parts: buy.parts.map((part) => -part),
        unlisted: -buy.unlisted,
        points: -place,
        expense: -expenseRatio,
        short: isLong ? 0 : gain,
        long: isLong ? gain : 0,
      });
      const isRecent = (other: number | undefined): boolean =>
        now.today !== undefined && other !== undefined && other >= now.today - 30 && other <= now.today;
      if (
        positions.some(
          (other) =>
            other.security === position.security &&
            !other.isCash &&
            other.lots.some((lot) => lot.row !== row && isRecent(lot.acquired)),
        )
      )
        barred.add(row);
    }
  }
  const hasExpenses = positions.every(({ expenseRatio }) => expenseRatio !== undefined);
  return { moves, before, unlistedBefore, hasExpenses, totals, barred };
}

/** Later than the same day one year after; 28 February stands for 29. Without a day on either side: long. */
function isLongTerm(acquired: number | undefined, today: number | undefined): boolean {
  if (acquired === undefined || today === undefined) return true;
  const { year, month, day } = dayOf(acquired);
  const anniversary = serialOf({ year: year + 1, month, day }) ?? serialOf({ year: year + 1, month, day: day - 1 });
  return anniversary === undefined || today > anniversary;
}

/** Rates on short-term and long-term gains: one given counts for both, none: gains count as 1. */
export function ratesOf({ incomeRate, gainsRate }: Policy): { readonly short: number; readonly long: number } {
  const [income, gains] = [incomeRate?.toNumber(), gainsRate?.toNumber()];
  return { short: income ?? gains ?? 1, long: gains ?? income ?? 1 };
}

/** What an account keeps back of its incoming cash, in cents. */
export function keptBack({ cashBuffer }: Policy, total: number, cashFlow: number): number {
  if (cashBuffer === undefined || cashFlow <= 0) return 0;
  const asked = "amount" in cashBuffer ? cashBuffer.amount : cashBuffer.share.times(total + cashFlow).toNumber();
  return Math.min(cashFlow, Math.max(0, Math.round(asked)));
}

/** The goals' values of amounts moved (cents, not negative, by the moves' names). */
export function valuesOf(
  ledger: Ledger,
  policy: Policy,
  goals: readonly number[],
  amounts: ReadonlyMap<string, number>,
): Values {
  const after = [...ledger.before];
  const sums = { unlisted: ledger.unlistedBefore, money: 0, short: 0, long: 0, location: 0, expense: 0 };
  for (const move of ledger.moves) {
    const amount = amounts.get(move.name) ?? 0;
    if (amount === 0) continue;
    for (const [place, part] of move.parts.entries()) after[place] = (after[place] as number) + part * amount;
    sums.unlisted += move.unlisted * amount;
    if (!move.isCash) sums.money += amount;
    sums.short += move.short * amount;
    sums.long += move.long * amount;
    sums.location -= move.points * amount;
    sums.expense += move.expense * amount;
  }
  const gaps = after.map((amount, place) => Math.abs(amount - (goals[place] as number)));
  const { short, long } = ratesOf(policy);
  return {
    off: gaps.reduce((sum, gap) => sum + gap, sums.unlisted),
    tax: short * Math.max(0, sums.short) + long * Math.max(0, sums.long),
    ratios: gaps
      .flatMap((gap, place) => ((goals[place] as number) > 0 ? [gap / (goals[place] as number)] : []))
      .sort((one, other) => other - one),
    money: sums.money,
    gain: sums.short + sums.long,
    location: sums.location,
    expense: sums.expense,
  };
}

/** The amounts of trades by the names of moves. */
export function amountsOf(
  trades: Iterable<{ readonly position: number; readonly row: number; readonly amount: Usd }>,
): ReadonlyMap<string, number> {
  const amounts = new Map<string, number>();
  for (const { position, row, amount } of trades) {
    const name = amount > 0 ? `buy ${position}` : `sell ${row}`;
    amounts.set(name, (amounts.get(name) ?? 0) + Math.abs(amount));
  }
  return amounts;
}
