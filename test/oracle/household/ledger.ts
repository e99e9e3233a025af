import { dayOf, serialOf, type Circumstances, type Household, type Policy, type Usd } from "../../../src/engine";
import { larger, ONE, Rational, sum, ZERO } from "../rational";

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
  readonly parts: readonly Rational[];
  /** Counted money in no listed class that is to be invested. */
  readonly unlisted: Rational;
  readonly short: Rational;
  readonly long: Rational;
  /** Location points a dollar, as it counts. */
  readonly points: Rational;
  readonly expense: Rational;
  /** The place among all rows, from 1, of the row that it stands in: a lot of a taxable account, else the fund's first. */
  readonly rank: number;
}

/** What a household is before any trade, and what every possible trade would do, exactly. Amounts are cents. */
export interface Ledger {
  readonly moves: readonly Move[];
  /** Counted cents a class. */
  readonly before: readonly Rational[];
  readonly unlistedBefore: Rational;
  /** Cents of each account before its cash flow. */
  readonly totals: readonly number[];
  /** Rows whose sale at a loss the purchases of the last 30 days bar. */
  readonly barred: ReadonlySet<number>;
}

/** The values of the contract's goals, in cents; `ratios` the largest first. */
export interface Values {
  readonly off: Rational;
  readonly tax: Rational;
  readonly ratios: readonly Rational[];
  readonly money: Rational;
  readonly gain: Rational;
  readonly location: Rational;
  readonly expense: Rational;
  readonly order: Rational;
}

/** A number's decimal digits, exactly. */
export function exact(number: { toString(): string }): Rational {
  return Rational.parse(number.toString());
}

export function ledgerOf(household: Household, now: Circumstances): Ledger {
  const { accounts, positions, classes, points } = household;
  const before = classes.map(() => ZERO);
  const totals = accounts.map(() => 0);
  const moves: Move[] = [];
  const barred = new Set<number>();
  let unlistedBefore = ZERO;
  const rows = positions.flatMap(({ lots }) => lots.map(({ row }) => row)).sort((one, other) => one - other);
  const rankOf = (lot: { readonly row: number } | undefined): number => 1 + rows.indexOf(lot?.row ?? -1);
  const ratios = positions.flatMap((each) => (each.expenseRatio === undefined ? [] : [exact(each.expenseRatio)]));
  const usualRatio = ratios.length === 0 ? ZERO : sum(ratios).over(Rational.of(ratios.length));
  for (const [index, position] of positions.entries()) {
    const { account, fundClasses, isCash, isLeftAlone, lots, expenseRatio } = position;
    const { kind, countsAs } = accounts[account] as Household["accounts"][number];
    const counts = exact(countsAs);
    const shares = classes.map((each) => Rational.of(fundClasses.parts.get(each) ?? 0, fundClasses.whole));
    const parts = shares.map((share) => share.times(counts));
    const unlisted = counts.times(ONE.minus(sum(shares)));
    const value = lots.reduce((all, lot) => all + lot.value, 0);
    totals[account] = (totals[account] as number) + value;
    for (const [place, part] of parts.entries()) {
      before[place] = (before[place] as Rational).plus(part.times(Rational.of(value)));
    }
    if (!isLeftAlone) unlistedBefore = unlistedBefore.plus(unlisted.times(Rational.of(value)));
    const pointsOf = (place: number): Rational =>
      kind === "neutral" ? ZERO : exact((points[place] as (typeof points)[number])[kind]);
    const common = { position: index, account, isCash };
    const buy = {
      parts,
      unlisted,
      points: sum(parts.map((part, place) => part.times(pointsOf(place)))),
      expense: expenseRatio === undefined ? usualRatio : exact(expenseRatio),
      rank: rankOf(lots[0]),
    };
    moves.push({ name: `buy ${index}`, ...common, ...buy, short: ZERO, long: ZERO });
    for (const { row, value: held, basis = 0, acquired } of lots) {
      if (held <= 0) continue;
      const gain = kind === "taxable" && !isCash ? Rational.of(held - basis, held) : ZERO;
      const isLong = isLongTerm(acquired, now.today);
      moves.push({
        name: `sell ${row}`,
        ...common,
        row,
        most: held,
        parts: buy.parts.map((part) => part.negated()),
        unlisted: buy.unlisted.negated(),
        points: buy.points.negated(),
        expense: buy.expense.negated(),
        rank: rankOf(kind === "taxable" ? { row } : lots.find((lot) => lot.value > 0)),
        short: isLong ? ZERO : gain,
        long: isLong ? gain : ZERO,
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
  return { moves, before, unlistedBefore, totals, barred };
}

/** Later than the same day one year after; 28 February stands for 29. Without a day on either side: long. */
function isLongTerm(acquired: number | undefined, today: number | undefined): boolean {
  if (acquired === undefined || today === undefined) return true;
  const { year, month, day } = dayOf(acquired);
  const anniversary = serialOf({ year: year + 1, month, day }) ?? serialOf({ year: year + 1, month, day: day - 1 });
  return anniversary === undefined || today > anniversary;
}

/** Rates on short-term and long-term gains: one given counts for both, none: gains count as 1. */
export function ratesOf({ incomeRate, gainsRate }: Policy): { readonly short: Rational; readonly long: Rational } {
  return { short: exact(incomeRate ?? gainsRate ?? 1), long: exact(gainsRate ?? incomeRate ?? 1) };
}

/** What an account keeps back of its incoming cash, in cents. */
export function keptBack({ cashBuffer }: Policy, total: number, cashFlow: number): number {
  if (cashBuffer === undefined || cashFlow <= 0) return 0;
  const asked = "amount" in cashBuffer ? cashBuffer.amount : cashBuffer.share.times(total + cashFlow).toNumber();
  return Math.min(cashFlow, Math.max(0, Math.round(asked)));
}

/** The goals' values of amounts moved (whole cents, not negative, by the moves' names). */
export function valuesOf(
  ledger: Ledger,
  policy: Policy,
  goals: readonly Rational[],
  amounts: ReadonlyMap<string, number>,
): Values {
  const done = ledger.moves.flatMap((move) => {
    const amount = amounts.get(move.name) ?? 0;
    return amount === 0 ? [] : [{ move, amount: Rational.of(amount) }];
  });
  const all = (of: (move: Move) => Rational): Rational => sum(done.map(({ move, amount }) => of(move).times(amount)));
  const gaps = goals.map((goal, place) =>
    all(({ parts }) => parts[place] as Rational)
      .plus(ledger.before[place] as Rational)
      .minus(goal)
      .absolute(),
  );
  const rates = ratesOf(policy);
  const [short, long] = [all((move) => move.short), all((move) => move.long)];
  return {
    off: sum(gaps)
      .plus(ledger.unlistedBefore)
      .plus(all(({ unlisted }) => unlisted)),
    tax: rates.short.times(larger(short, ZERO)).plus(rates.long.times(larger(long, ZERO))),
    ratios: gaps
      .flatMap((gap, place) => {
        const goal = goals[place] as Rational;
        return goal.sign() > 0 ? [gap.over(goal)] : [];
      })
      .sort((one, other) => other.compare(one)),
    money: all(({ isCash }) => (isCash ? ZERO : ONE)),
    gain: short.plus(long),
    location: all(({ points }) => points.negated()),
    expense: all(({ expense }) => expense),
    order: all(({ isCash, rank }) => (isCash ? ZERO : Rational.of(rank))),
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
