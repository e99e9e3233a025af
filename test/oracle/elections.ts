import { Rational, sum, ZERO } from "./rational";

/** What a plan's page accepts for one fund, in percent. */
export interface Bounds {
  readonly lowest: number;
  readonly highest: number;
}

/**
 * Largest remainder: each share of 100 cut to a multiple of the step, the missing steps to the largest cut parts, ties
 * by row order. For rows without bounds.
 */
export function elections(weights: readonly Rational[], step = 1): number[] {
  return largestRemainder(scaled(weights, 100 / step), 100 / step).map((part) => part * step);
}

/** The same within bounds, without a search, as `searchedElections` finds them; null when nothing fits. */
export function electionsWithin(
  weights: readonly Rational[],
  step: number,
  bounds: readonly Bounds[],
): number[] | null {
  const wanted = scaledWithin(weights, 100 / step, reachableWith(weights, step, bounds));
  return wanted && largestRemainder(wanted, 100 / step).map((part) => part * step);
}

function largestRemainder(exact: readonly Rational[], steps: number): number[] {
  const whole = exact.map((part) => Number(part.floor()));
  let missing = steps - whole.reduce((sofar, part) => sofar + part, 0);
  const cutPart = exact.map((part, row) => part.minus(Rational.of(whole[row] as number)));
  const order = exact
    .map((_, row) => row)
    .sort((one, other) => (cutPart[other] as Rational).compare(cutPart[one] as Rational) || one - other);
  for (const row of order) if (missing-- > 0) whole[row] = (whole[row] as number) + 1;
  return whole;
}

/**
 * Exhaustive search: of all columns of multiples of the step that add up to 100 within the bounds, the one with the
 * least sum of absolute gaps to the scaled weights; then the least sum of squared gaps; then the larger percent in the
 * earlier row. Null when no column fits the bounds.
 *
 * Choice: "scaled within bounds" keeps the proportions of the weights wherever no bound binds: weight × k, held within
 * the row's bounds, with the one k that makes 100. The bounds are those that multiples of the step can reach. A row
 * without a weight gets no more than its minimum asks for.
 */
export function searchedElections(
  weights: readonly Rational[],
  step = 1,
  bounds: readonly Bounds[] = weights.map(() => ({ lowest: 0, highest: 100 })),
): number[] | null {
  const steps = 100 / step;
  const reachable = reachableWith(weights, step, bounds);
  const wanted = scaledWithin(weights, steps, reachable);
  if (!wanted) return null;
  let best: { readonly column: readonly number[]; readonly gap: Rational; readonly squares: Rational } | null = null;
  for (const column of columns(steps, weights.length)) {
    const allowed = column.every((part, row) => {
      const { lowest, highest } = reachable[row] as Bounds;
      return part >= lowest && part <= highest;
    });
    if (!allowed) continue;
    const gaps = column.map((part, row) =>
      Rational.of(part)
        .minus(wanted[row] as Rational)
        .absolute(),
    );
    const gap = sum(gaps);
    const squares = sum(gaps.map((one) => one.times(one)));
    const better = best === null ? -1 : gap.compare(best.gap) || squares.compare(best.squares);
    if (better < 0) best = { column, gap, squares };
  }
  return best === null ? null : best.column.map((part) => part * step);
}

/** Bounds in steps, as far as multiples of the step reach them. */
const reachableWith = (weights: readonly Rational[], step: number, bounds: readonly Bounds[]): Bounds[] =>
  bounds.map(({ lowest, highest }, row) => {
    const least = Math.ceil(lowest / step);
    const most = Math.floor(highest / step);
    return { lowest: least, highest: weights[row]?.sign() === 0 ? Math.min(least, most) : most };
  });

/** Tries every way in which some rows stand at their lowest, some at their highest and the others between. */
function scaledWithin(weights: readonly Rational[], whole: number, bounds: readonly Bounds[]): Rational[] | null {
  if (bounds.some(({ lowest, highest }) => lowest > highest)) return null;
  for (const places of placings(weights.length)) {
    const at = (row: number): Rational =>
      Rational.of(places[row] === "lowest" ? (bounds[row] as Bounds).lowest : (bounds[row] as Bounds).highest);
    const rows = weights.map((_, row) => row);
    const free = rows.filter((row) => places[row] === "between");
    const left = Rational.of(whole).minus(sum(rows.filter((row) => places[row] !== "between").map(at)));
    const pool = sum(free.map((row) => weights[row] as Rational));
    if (pool.sign() === 0) {
      if (free.length > 0 || left.sign() !== 0) continue;
      // Every row is at a bound: some k must hold them all there.
      const reached = rows
        .filter((row) => places[row] === "highest")
        .map((row) => at(row).over(weights[row] as Rational));
      const passed = rows
        .filter((row) => places[row] === "lowest" && weights[row]?.sign() !== 0)
        .map((row) => at(row).over(weights[row] as Rational));
      if (reached.every((from) => passed.every((to) => from.compare(to) <= 0))) return rows.map(at);
      continue;
    }
    const times = left.over(pool);
    const scaledTo = (row: number): Rational => (weights[row] as Rational).times(times);
    const fits = rows.every((row) => {
      const { lowest, highest } = bounds[row] as Bounds;
      const low = scaledTo(row).compare(Rational.of(lowest));
      const high = scaledTo(row).compare(Rational.of(highest));
      if (places[row] === "lowest") return low <= 0;
      return places[row] === "highest" ? high >= 0 : low >= 0 && high <= 0;
    });
    if (fits) return rows.map((row) => (places[row] === "between" ? scaledTo(row) : at(row)));
  }
  return null;

  function* placings(count: number): Generator<readonly ("lowest" | "between" | "highest")[]> {
    if (count === 0) {
      yield [];
      return;
    }
    for (const rest of placings(count - 1)) {
      yield [...rest, "between"];
      yield [...rest, "lowest"];
      // A row without a weight never rises above its lowest.
      if (weights[count - 1]?.sign() !== 0) yield [...rest, "highest"];
    }
  }
}

/** Every column of so many whole parts that adds up to `steps`, the larger earlier parts first. */
function* columns(steps: number, rows: number): Generator<readonly number[]> {
  if (rows === 1) yield [steps];
  else
    for (let first = steps; first >= 0; first--)
      for (const rest of columns(steps - first, rows - 1)) yield [first, ...rest];
}

function scaled(weights: readonly Rational[], steps: number): Rational[] {
  const whole = sum(weights);
  if (whole.compare(ZERO) === 0) throw new RangeError("All weights are 0.");
  return weights.map((weight) => weight.times(Rational.of(steps)).over(whole));
}
