import { Decimal } from "../decimal";
import type { Account, AccountKind, Household } from "./household";
import type { ClassShares } from "./money-in-classes";
import type { LinearSolver } from "./solver";

type PlacedKind = Exclude<AccountKind, "neutral">;

const KINDS: readonly PlacedKind[] = ["deferred", "Roth", "HSA", "taxable"];

/**
 * How well a household's classes are placed, from 0 to 100: 100 × (P − Pmin) ÷ (Pmax − Pmin), where P = Σ money × points,
 * and the extremes are over all ways to put the same money of each class into accounts of the same size. Undefined with
 * one kind of account, and where no place is better than another. Money of neutral accounts stays out of it.
 */
export function locationScore(
  household: Household,
  shares: readonly ClassShares[],
  valueIn: (position: number) => number,
  solver: LinearSolver,
): Decimal | undefined {
  const { accounts, positions, classes, points } = household;
  const money = KINDS.map(() => classes.map(() => new Decimal(0)));
  for (const [index, position] of positions.entries()) {
    const kind = KINDS.indexOf((accounts[position.account] as Account).kind as PlacedKind);
    const ofKind = money[kind];
    if (ofKind === undefined) continue;
    for (const [place, share] of shares[index] as ClassShares) {
      if (place < classes.length) ofKind[place] = (ofKind[place] as Decimal).plus(share.times(valueIn(index)));
    }
  }
  const held = KINDS.flatMap((kind, index) => {
    const ofKind = money[index] as readonly Decimal[];
    const total = sum(ofKind);
    return total.greaterThan(0) ? [{ kind, ofKind, total }] : [];
  });
  if (held.length < 2) return undefined;
  const pointsIn = (kind: PlacedKind, place: number): number => points[place]?.[kind] ?? 0;
  const now = sum(
    held.flatMap(({ kind, ofKind }) => ofKind.map((amount, place) => amount.times(pointsIn(kind, place)))),
  );

  // A transportation problem, as parts of all the money.
  const whole = sum(held.map(({ total }) => total));
  const columns = held.length * classes.length;
  const costs = new Float64Array(columns);
  const starts = [0];
  const indices: number[] = [];
  const bounds: number[] = [];
  for (const [index, { kind, total }] of held.entries()) {
    for (let place = 0; place < classes.length; place++) {
      costs[index * classes.length + place] = pointsIn(kind, place);
      indices.push(index * classes.length + place);
    }
    starts.push(indices.length);
    bounds.push(total.dividedBy(whole).toNumber());
  }
  for (let place = 0; place < classes.length; place++) {
    for (let index = 0; index < held.length; index++) indices.push(index * classes.length + place);
    starts.push(indices.length);
    bounds.push(
      sum(held.map(({ ofKind }) => ofKind[place] as Decimal))
        .dividedBy(whole)
        .toNumber(),
    );
  }
  // The last row follows from the others; the sums of doubles needn't agree.
  const rows = bounds.length - 1;
  const model = solver.create({
    costs,
    lower: new Float64Array(columns),
    upper: new Float64Array(columns).fill(Number.POSITIVE_INFINITY),
    rowLower: Float64Array.from(bounds.slice(0, rows)),
    rowUpper: Float64Array.from(bounds.slice(0, rows)),
    starts: Int32Array.from(starts.slice(0, rows + 1)),
    indices: Int32Array.from(indices.slice(0, starts[rows])),
    values: new Float64Array(starts[rows] as number).fill(1),
  });
  try {
    const extreme = (sign: 1 | -1): Decimal | undefined => {
      model.setCosts(costs.map((cost) => sign * cost));
      const solution = model.solve();
      return (
        solution &&
        sum([...costs].map((cost, column) => new Decimal(cost).times(Math.max(0, solution.x[column] as number))))
      );
    };
    const [least, most] = [extreme(1), extreme(-1)];
    if (least === undefined || most === undefined || most.minus(least).lessThan(NO_DIFFERENCE)) return undefined;
    const score = now.dividedBy(whole).minus(least).dividedBy(most.minus(least)).times(100);
    return Decimal.min(100, Decimal.max(0, score)).toDecimalPlaces(SURE_PLACES);
  } finally {
    model.dispose();
  }
}

/** The extremes are a solver's, to so many places of the score. */
const SURE_PLACES = 9;

/** Points that differ by less over the whole household are the same. */
const NO_DIFFERENCE = 1e-9;

function sum(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce((total, amount) => total.plus(amount), new Decimal(0));
}
