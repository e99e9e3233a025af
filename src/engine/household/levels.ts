import { compareGoals } from "./branches";
import type { Account, Position } from "./household";
import type { Face } from "./face";
import type { Standing } from "./limits";
import type { LocationPoints } from "./location-points";
import type { ClassShares } from "./money-in-classes";
import type { Program } from "./program";
import type { LinearSolution } from "./solver";
import { taxRates } from "./tax";

/** A goal of the plan. Hard rules are none: they are what the program is made of. */
type Goal = "gap" | "tax" | "even" | "money" | "gain" | "location" | "expense" | "order";

const ORDER: readonly Goal[] = ["gap", "tax", "even", "money", "gain", "location", "expense", "order"];
const RELOCATING: readonly Goal[] = ["gap", "tax", "even", "location", "expense", "money", "gain", "order"];

/** What the goals came to. */
export interface Levelled {
  /** Each move in cents, within a solver's tolerance of what it exactly is. */
  readonly amounts: Float64Array;
  /** What each goal came to, the first first: to compare two plans of one household by. */
  readonly values: readonly number[];
  /** What the rows of the first goal are worth: the multipliers of its bound. */
  readonly multipliers: Float64Array;
}

/**
 * Reaches the goals one after the other in what is open. Undefined where the solver fails. `inHand` are the goals of a
 * plan that is there already: as soon as this one comes to more, the goals that are left aren't looked for.
 */
export function reachGoals(
  face: Face,
  program: Program,
  standing: Standing,
  inHand?: readonly number[],
): Levelled | undefined {
  const values: number[] = [];
  let multipliers: Float64Array | undefined;
  let last: LinearSolution | undefined;
  for (const goal of standing.policy.relocate === true ? RELOCATING : ORDER) {
    if (inHand && compareGoals(values, inHand) > 0) break;
    if (goal === "even") {
      const even = (values[0] as number) <= NO_GAP ? { gaps: [], solution: undefined } : face.narrowEvenly();
      if (even === undefined) return undefined;
      for (let place = 0; place < program.classes; place++) values.push(even.gaps[place] ?? 0);
      last = even.solution ?? last;
      continue;
    }
    const costs = costsOf(goal, program, standing);
    if (goal === "gap" || face.isOpen(costs)) {
      const solution = face.narrow(costs);
      if (solution === undefined) return undefined;
      if (goal === "gap") multipliers = solution.rowDuals;
      last = solution;
    }
    values.push(dot(costs, (last as LinearSolution).x));
  }
  if (last === undefined || multipliers === undefined) return undefined;
  const amounts = last.x.slice(0, standing.moves.length).map((amount) => amount * program.unit);
  return { amounts, values, multipliers };
}

/** Gaps so small, in units, are a solver's own. */
const NO_GAP = 1e-9;

/** What a unit of each column costs by a goal. */
export function costsOf(goal: Exclude<Goal, "even">, program: Program, standing: Standing): Float64Array {
  const { moves, household, policy } = standing;
  const { columns, classes, linear } = program;
  const costs = new Float64Array(linear.costs.length);
  if (goal === "gap") return costs.fill(1, columns.over, columns.over + 2 * classes);
  if (goal === "tax") {
    const rates = taxRates(policy);
    costs[columns.shortGain] = rates?.short.toNumber() ?? 1;
    costs[columns.longGain] = rates?.long.toNumber() ?? 1;
    return costs;
  }
  const expense = goal === "expense" ? meanExpense(household.positions) : 0;
  for (const [index, { position: at, isBuy, isCash, gain, rank }] of moves.entries()) {
    const position = household.positions[at] as Position;
    const sign = isBuy ? 1 : -1;
    if (goal === "money") costs[index] = isCash ? 0 : 1;
    else if (goal === "gain") costs[index] = gain?.share.toNumber() ?? 0;
    else if (goal === "location") costs[index] = -sign * pointsOf(standing, at);
    else if (goal === "expense") costs[index] = sign * (position.expenseRatio ?? expense);
    else costs[index] = isCash ? 0 : rank;
  }
  return costs;
}

/** A row without an expense ratio counts as the mean of those known. */
function meanExpense(positions: readonly Position[]): number {
  const known = positions.flatMap(({ expenseRatio }) => (expenseRatio === undefined ? [] : [expenseRatio]));
  return known.length === 0 ? 0 : known.reduce((sum, each) => sum + each, 0) / known.length;
}

/** How good a place a dollar of a position has: none in accounts that are neutral, and for money in no listed class. */
function pointsOf({ household, shares }: Standing, at: number): number {
  const { account } = household.positions[at] as Position;
  const { kind } = household.accounts[account] as Account;
  if (kind === "neutral") return 0;
  return (shares[at] as ClassShares).reduce((sum, [place, share]) => {
    const points: LocationPoints | undefined = household.points[place];
    return points ? sum + share.toNumber() * points[kind] : sum;
  }, 0);
}

function dot(costs: Float64Array, x: Float64Array): number {
  return costs.reduce((sum, cost, column) => (cost === 0 ? sum : sum + cost * (x[column] as number)), 0);
}
