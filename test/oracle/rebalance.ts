import { edges, side, type Edges, type RowBand } from "./bands";
import { elections, electionsWithin, type Bounds } from "./elections";
import { lower, raise } from "./level-fill";
import { totalDrift } from "./measures";
import type { Band, Policy } from "./policy";
import { larger, ONE, Rational, smaller, sum, total, ZERO } from "./rational";
import { shares } from "./reading";
import { Refusal, settle } from "./settle";

/** Whole cents held and exact targets that add up to 1, row by row. A row without a target may be held. */
interface Rows {
  readonly values: readonly bigint[];
  readonly targets: readonly Rational[];
}

/** Trades of every row in whole cents when only `members` may trade; null when those can't take or give the cash. */
type Solve = (members: readonly number[]) => bigint[] | null;

/** What a policy says to do. */
interface Plan {
  readonly solve: Solve;
  /** Placing cash alone, or going to a destination as well. */
  readonly acts: boolean;
}

/** REBALANCE without a calendar: trades in cents, + buys. */
export function rebalance(
  values: readonly bigint[],
  targets: readonly Rational[],
  cash = 0n,
  policy: Policy = {},
): bigint[] {
  if (policy.noSells && cash < 0n) throw new Refusal("Cash is negative and nothing may be sold.");
  if (policy.unit === "whole percent" && policy.minimum) throw new Refusal("Whole percents leave no trade out.");
  return among(values, targets, policy, cash, (rows, invest) => {
    if (policy.noSells) return { solve: place(rows, invest, policy), acts: false };
    return policy.band
      ? banded(rows, invest, policy, policy.band)
      : { solve: outright(rows, invest, policy), acts: true };
  });
}

/** CONTRIBUTE: trades in cents for an amount that is not negative. */
export function contribute(
  values: readonly bigint[],
  targets: readonly Rational[],
  amount: bigint,
  policy: Policy = {},
): bigint[] {
  return among(values, targets, policy, amount, (rows, invest) => ({
    solve: place(rows, invest, policy),
    acts: false,
  }));
}

/** WITHDRAW: trades in cents, none positive, for an amount that is not negative. */
export function withdraw(
  values: readonly bigint[],
  targets: readonly Rational[],
  amount: bigint,
  policy: Policy = {},
): bigint[] {
  if (policy.noSells) throw new Refusal("Nothing may be sold.");
  return among(values, targets, policy, -amount, (rows, invest) => ({
    solve: place(rows, invest, policy),
    acts: false,
  }));
}

/**
 * CASHNEEDED in cents; null with a holding whose target is 0.
 *
 * Choices: rounded up to the cent, since a cent less doesn't reach the targets; `keep` is added to it, because the
 * first so much of a contribution is not invested; with `whole dollars` or multiples the sum is rounded up to one; band,
 * destination and minimum change nothing.
 */
export function cashNeeded(
  values: readonly bigint[],
  targets: readonly Rational[],
  policy: Policy = {},
): bigint | null {
  const counted = assigned(values, targets, policy);
  if (counted.some((row) => targets[row]?.sign() === 0 && values[row] !== 0n)) return null;
  const wanted = counted.filter((row) => targets[row]?.sign() !== 0);
  const held = total(wanted.map((row) => values[row] as bigint));
  const ratios = wanted.map((row) => Rational.of(values[row] as bigint).over(targets[row] as Rational));
  const invest = ratios.reduce(larger, ZERO).minus(Rational.of(held)).ceiling();
  if (invest === 0n) return 0n;
  const unit = unitOf(policy);
  const before = !policy.keep || "cents" in policy.keep ? ZERO : policy.keep.share;
  const fixed = policy.keep && "cents" in policy.keep ? policy.keep.cents : 0n;
  // c − share × (held + c) = invest
  const amount =
    Rational.of(invest)
      .plus(before.times(Rational.of(held)))
      .over(ONE.minus(before))
      .ceiling() + fixed;
  return Rational.of(amount, unit).ceiling() * unit;
}

/**
 * The part of the cash that is to be traded: "the first so much of incoming cash is not invested", never less than 0
 * for positive cash; "whole dollars never overspend".
 *
 * Choices: a share is of everything held plus all the cash, to the nearest cent; money taken out is not changed by
 * `keep`. With whole dollars the rest is rounded down to the dollar, so that money taken out is raised in full. What is
 * not traded is no part of the total that the targets are shares of: so a second rebalancing finds the same targets.
 */
export function invested(held: bigint, cash: bigint, policy: Policy): bigint {
  const unit = unitOf(policy);
  return Rational.of(cash - kept(held, cash, policy), unit).floor() * unit;
}

function kept(held: bigint, cash: bigint, { keep }: Policy): bigint {
  if (!keep || cash <= 0n) return 0n;
  const wanted = "cents" in keep ? keep.cents : keep.share.times(Rational.of(held + cash)).round();
  return wanted < cash ? wanted : cash;
}

/** What trades are multiples of, in cents. */
export const unitOf = ({ unit }: Policy): bigint =>
  typeof unit === "object" ? unit.multiplesOf : unit === "whole dollars" ? 100n : 1n;

/** Rows that take part, by number: `unassigned hold` leaves rows without a target out of the total, `stop` refuses them. */
export function assigned(values: readonly bigint[], targets: readonly Rational[], policy: Policy): number[] {
  const rows = values.map((_, row) => row);
  const stray = rows.filter((row) => targets[row]?.sign() === 0 && values[row] !== 0n);
  if (policy.unassigned === "stop" && stray.length > 0) throw new Refusal("A row without a target is held.");
  return policy.unassigned === "hold" ? rows.filter((row) => !stray.includes(row)) : rows;
}

/** Solves the rows that take part, under the minimum trade and in the trade unit, and leaves the others at 0. */
function among(
  values: readonly bigint[],
  targets: readonly Rational[],
  policy: Policy,
  cash: bigint,
  toPlan: (rows: Rows, invest: bigint) => Plan,
): bigint[] {
  const counted = assigned(values, targets, policy);
  const rows = {
    values: counted.map((row) => values[row] as bigint),
    targets: shares(counted.map((row) => targets[row] as Rational)),
  };
  const whole = total(rows.values);
  if (whole + cash < 0n) throw new Refusal("More than there is.");
  if (whole === 0n && cash === 0n) throw new Refusal("Without money there are no weights.");
  const invest = invested(whole, cash, policy);
  const { solve, acts } = toPlan(rows, invest);
  const solved = underMinimum(rows, invest, whole + cash, policy, solve);
  const trades = acts && policy.unit === "whole percent" ? inPercents(rows, solved, invest, policy) : solved;
  const answer = values.map(() => 0n);
  counted.forEach((row, at) => (answer[row] = trades[at] as bigint));
  return answer;
}

/**
 * "Drop the smallest trade below it (of equal ones the later row), fix that row, solve the rest again, repeat; if all
 * drop: zeros without cash, else the cash goes to the row with the largest trade in its sign (a sale stops at the
 * holding, then the next)."
 *
 * Choices: a row that trades nothing is not a trade and is not dropped; a trade exactly at the minimum stays; a share
 * is of the total after all the cash; "all drop" is also when the rest has no way to take or give the cash (only rows without a
 * target, or too little held); the largest trade is that of the first solution, of equal ones the earlier row.
 */
function underMinimum(rows: Rows, cash: bigint, whole: bigint, policy: Policy, solve: Solve): bigint[] {
  let free = rows.values.map((_, row) => row);
  const first = solve(free);
  if (!first) throw new Refusal("These rows can't take the cash.");
  const { minimum } = policy;
  if (!minimum) return first;
  const least = "cents" in minimum ? Rational.of(minimum.cents) : minimum.share.times(Rational.of(whole));
  for (;;) {
    const trades = free.length === 0 ? null : orNull(() => solve(free));
    if (!trades) return lastResort(rows.values, first, cash, unitOf(policy));
    const small = free
      .map((row) => ({ row, size: Rational.of(trades[row] as bigint).absolute() }))
      .filter(({ size }) => size.sign() > 0 && size.compare(least) < 0)
      .sort((one, other) => one.size.compare(other.size) || other.row - one.row)[0];
    if (!small) return trades;
    free = free.filter((row) => row !== small.row);
  }
}

function orNull<Answer>(ask: () => Answer): Answer | null {
  try {
    return ask();
  } catch (problem) {
    if (problem instanceof Refusal) return null;
    throw problem;
  }
}

function lastResort(values: readonly bigint[], first: readonly bigint[], cash: bigint, unit: bigint): bigint[] {
  const answer = values.map(() => 0n);
  let left = cash;
  const inSign = first
    .map((trade, row) => ({ row, size: cash > 0n ? trade : -trade }))
    .filter(({ size }) => cash !== 0n && size > 0n)
    .sort((one, other) => (other.size > one.size ? 1 : other.size < one.size ? -1 : one.row - other.row));
  for (const { row } of inSign) {
    const holding = ((values[row] as bigint) / unit) * unit;
    const most = left < -holding ? -holding : left;
    answer[row] = most;
    left -= most;
  }
  return answer;
}

/** Some rows of an account, to be laid back where they were. */
function within(
  rows: Rows,
  members: readonly number[],
  trade: (some: Rows) => readonly bigint[] | null,
): bigint[] | null {
  const trades = trade({
    values: members.map((row) => rows.values[row] as bigint),
    targets: members.map((row) => rows.targets[row] as Rational),
  });
  if (!trades) return null;
  const answer = rows.values.map(() => 0n);
  members.forEach((row, at) => (answer[row] = trades[at] as bigint));
  return answer;
}

const untargeted = ({ targets }: Rows): boolean => targets.every((target) => target.sign() === 0);

/** Places cash by level-fill, as CONTRIBUTE and WITHDRAW do. */
function placeAmong({ values, targets }: Rows, cash: bigint, policy: Policy): bigint[] | null {
  if (cash === 0n) return values.map(() => 0n);
  if (cash > 0n && untargeted({ values, targets })) return null;
  if (total(values) + cash < 0n) return null;
  const held = values.map((value) => Rational.of(value));
  const exact = cash > 0n ? raise(held, targets, Rational.of(cash)) : lower(held, targets, Rational.of(-cash));
  return settle(exact, cash, { unit: unitOf(policy), holdings: values });
}

const place =
  (rows: Rows, cash: bigint, policy: Policy): Solve =>
  (members) =>
    within(rows, members, (some) => placeAmong(some, cash, policy));

/** All the way to target. Rows that are left over are a portfolio of their own: targets scaled to it, its own total. */
const outright =
  (rows: Rows, cash: bigint, policy: Policy): Solve =>
  (members) =>
    within(rows, members, (some) => {
      if (untargeted(some)) return placeAmong(some, cash, policy);
      const whole = Rational.of(total(some.values) + cash);
      if (whole.sign() < 0) return null;
      const exact = shares(some.targets).map((target, row) =>
        target.times(whole).minus(Rational.of(some.values[row] as bigint)),
      );
      return settle(exact, cash, { unit: unitOf(policy), holdings: some.values });
    });

/**
 * "(1) place the cash as CONTRIBUTE / WITHDRAW would; (2) if no row is then out of band, that is the answer; (3) else,
 * `to target`: every row to its target; other destinations: …"
 *
 * Choices: the test of (2) is on the placed amounts in whole cents, and it is made once, for the whole account: the
 * minimum changes what is traded, not whether. (3) starts from the balances of (1). Rows that the minimum has fixed
 * still count in the total and the drift.
 */
function banded(rows: Rows, cash: bigint, policy: Policy, band: Band): Plan {
  const everyRow = rows.values.map((_, row) => row);
  const balancesAfter = (placed: readonly bigint[]): bigint[] =>
    rows.values.map((value, row) => value + (placed[row] as bigint));
  const atFirst = place(rows, cash, policy)(everyRow);
  if (!atFirst || inBand(balancesAfter(atFirst), rows.targets, band))
    return { solve: place(rows, cash, policy), acts: false };
  if (toTarget(policy)) return { solve: outright(rows, cash, policy), acts: true };
  const solve: Solve = (members) => {
    const placed = place(rows, cash, policy)(members);
    if (!placed) return null;
    const after = { values: balancesAfter(placed), targets: rows.targets };
    const moves =
      band.kind === "drift" ? drawnIn(after, members, band.limit, policy) : movedIn(after, members, band, policy);
    return moves && moves.map((move, row) => move + (placed[row] as bigint));
  };
  return { solve, acts: true };
}

const toTarget = ({ destination = "target" }: Policy): boolean => destination === "target";

function inBand(balances: readonly bigint[], targets: readonly Rational[], band: Band): boolean {
  if (total(balances) === 0n) return true;
  if (band.kind === "drift") return totalDrift(balances, targets).compare(band.limit) <= 0;
  return balances.every(
    (balance, row) => side(balance, total(balances), edges(targets[row] as Rational, band)) === "In band",
  );
}

/**
 * `drift`: "all drifts are multiplied by 0, half of limit ÷ measured, or limit ÷ measured".
 *
 * Choices: `to 1pp` multiplies by the smaller of 1pp and the limit, ÷ measured. "A move to an edge is rounded inward":
 * what is sold, and what is bought, each add up to the money to move rounded up to the cent. Short of the edge the
 * amounts are cut and settled as everywhere. Drifts of rows left over by the minimum are towards their own targets.
 */
function drawnIn(after: Rows, members: readonly number[], limit: Rational, policy: Policy): bigint[] | null {
  const measured = totalDrift(after.values, after.targets);
  const left = remaining(policy, limit);
  const movedPart = ONE.minus(left.over(measured));
  return within(after, members, (some) => {
    if (untargeted(some)) return some.values.map(() => 0n);
    const whole = Rational.of(total(some.values));
    const exact = shares(some.targets).map((target, row) =>
      target
        .times(whole)
        .minus(Rational.of(some.values[row] as bigint))
        .times(movedPart),
    );
    const settling = { unit: unitOf(policy), holdings: some.values };
    if (left.compare(limit) < 0) return settle(exact, 0n, settling);
    const oneSide = (sign: 1 | -1): bigint[] => {
      const amounts = exact.map((amount) => (amount.sign() === sign ? amount : ZERO));
      const moved = sum(amounts).absolute().over(Rational.of(settling.unit)).ceiling() * settling.unit;
      return settle(amounts, BigInt(sign) * moved, settling);
    };
    const [buys, sells] = [oneSide(1), oneSide(-1)];
    return buys.map((buy, row) => buy + (sells[row] as bigint));
  });
}

/** How far from the target a move ends, when the edge is so far away. */
function remaining({ destination = "target" }: Policy, edge: Rational): Rational {
  if (destination === "target") return ZERO;
  if (destination === "edge") return edge;
  if (destination === "halfway") return edge.over(Rational.of(2n));
  return smaller(destination.within, edge);
}

/**
 * "Each out-of-band row moves to its destination, and the imbalance is met by level-fill of value ÷ target, first from
 * out-of-band rows on the needed side, then from rows in band, never past target."
 *
 * Choices: every destination is rounded to the cent towards the target, and never past it: where no whole cent lies
 * between, the row stops short. So what is left out of band is less than a cent, and a second rebalancing leaves it.
 * Level-fill of sales starts with rows without a
 * target, in proportion to their balances, as in WITHDRAW. Each group gives the whole cents it has until its rows are
 * at their targets. When rows fixed by the minimum would have had to give the rest, it comes from the same two groups
 * together, past their targets; null when they are empty.
 */
function movedIn(
  { values, targets }: Rows,
  members: readonly number[],
  band: RowBand,
  policy: Policy,
): bigint[] | null {
  const whole = total(values);
  const unit = unitOf(policy);
  const target = (row: number): Rational => targets[row] as Rational;
  const sides = values.map((value, row) => side(value, whole, edges(target(row), band)));
  const trades = values.map((value, row) => {
    if (sides[row] === "In band" || !members.includes(row)) return 0n;
    const { lowest, highest } = edges(target(row), band);
    const over = sides[row] === "Over";
    const distance = remaining(policy, over ? highest.minus(target(row)) : target(row).minus(lowest));
    const units = (distanceFromTarget: Rational): Rational =>
      (over ? target(row).plus(distanceFromTarget) : target(row).minus(distanceFromTarget))
        .times(Rational.of(whole))
        .minus(Rational.of(value))
        .absolute()
        .over(Rational.of(unit));
    const [enough, most] = [units(distance).ceiling(), units(ZERO).floor()];
    const move = (enough < most ? enough : most) * unit;
    const holding = (value / unit) * unit;
    return over ? -(move < holding ? move : holding) : move;
  });
  let needed = total(trades);
  if (needed === 0n) return trades;
  const selling = needed > 0n;
  if (!selling) needed = -needed;
  const first = members.filter((row) => sides[row] === (selling ? "Over" : "Under"));
  const second = members.filter((row) => sides[row] === "In band");
  const now = (row: number): Rational => Rational.of((values[row] as bigint) + (trades[row] as bigint));
  /** What a row may still give or take until it is at its target. */
  const room = (row: number): Rational => {
    const gap = now(row).minus(target(row).times(Rational.of(whole)));
    return larger(selling ? gap : gap.negated(), ZERO);
  };
  const fill = (group: readonly number[], amount: bigint): void => {
    const [held, wanted] = [group.map(now), group.map(target)];
    const exact = (selling ? lower : raise)(held, wanted, Rational.of(amount));
    const holdings = group.map((row) => (values[row] as bigint) + (trades[row] as bigint));
    settle(exact, selling ? -amount : amount, { unit, holdings }).forEach((move, at) => {
      const row = group[at] as number;
      trades[row] = (trades[row] as bigint) + move;
    });
    needed -= amount;
  };
  for (const group of [first, second]) {
    const withRoom = group.filter((row) => room(row).sign() > 0);
    const most = sum(withRoom.map(room)).over(Rational.of(unit)).floor() * unit;
    if (most > 0n && needed > 0n) fill(withRoom, most < needed ? most : needed);
  }
  if (needed === 0n) return trades;
  const both = [...first, ...second].sort((one, other) => one - other);
  const able = selling
    ? both.reduce((sofar, row) => sofar + now(row).cut(), 0n) >= needed
    : both.some((row) => target(row).sign() > 0);
  if (!able) return null;
  fill(both, needed);
  return trades;
}

/**
 * "Once triggered, all balances after trading are whole percents."
 *
 * Choices: to target they are the targets' elections, else the elections of the balances after trading. With a band of
 * each row's own they stay inside it; where whole percents can't, as where they end outside a limit on total drift, they
 * give way to the targets' elections. Percents
 * of a total in cents are cut and settled. When nothing was triggered cash is placed in cents.
 */
function inPercents(rows: Rows, trades: readonly bigint[], cash: bigint, policy: Policy): bigint[] {
  const whole = total(rows.values) + cash;
  const tradesTo = (percents: readonly number[]): bigint[] => {
    const exact = percents.map((percent, row) =>
      Rational.of(BigInt(percent) * whole, 100n).minus(Rational.of(rows.values[row] as bigint)),
    );
    return settle(exact, cash, { unit: 1n, holdings: rows.values });
  };
  const { band } = policy;
  if (untargeted(rows) || whole === 0n) return [...trades];
  if (!band || toTarget(policy)) return tradesTo(elections(rows.targets));
  const after = rows.values.map((value, row) => Rational.of(value + (trades[row] as bigint)));
  if (band.kind !== "drift") {
    const bounds = rows.targets.map((target) => percentsInside(edges(target, band)));
    const possible = bounds.every(({ lowest, highest }) => lowest <= highest);
    return tradesTo((possible ? electionsWithin(after, 1, bounds) : null) ?? elections(rows.targets));
  }
  const rounded = tradesTo(elections(after));
  const balances = rows.values.map((value, row) => value + (rounded[row] as bigint));
  return inBand(balances, rows.targets, band) ? rounded : tradesTo(elections(rows.targets));
}

function percentsInside({ lowest, highest }: Edges): Bounds {
  const hundred = Rational.of(100n);
  const least = Number(lowest.times(hundred).ceiling());
  const most = Number(highest.times(hundred).floor());
  return { lowest: least, highest: most };
}
