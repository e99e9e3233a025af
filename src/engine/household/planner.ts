import type { Decimal } from "../decimal";
import { failed, succeeded, type HouseholdProblem, type Result } from "../errors";
import { compareGoals, MOST_BRANCHED, washedSecurities, waysOut } from "./branches";
import { isNearest } from "./certificate";
import { Face } from "./face";
import { costsOf, reachGoals, type Levelled } from "./levels";
import { limitsOf, type Limits, type Restrictions, type Standing } from "./limits";
import { programOf, type Program } from "./program";
import type { LinearModel, LinearSolver } from "./solver";

/** A plan in a solver's cents, within the restrictions it was asked for. */
export interface Solved extends Levelled {
  readonly limits: Limits;
  /** The bound on the net gain in cents; infinite where gains are allowed. */
  readonly gainsBound: number;
  /** Whether every way to keep clear of wash sales was tried. */
  readonly isProved: boolean;
}

/** Solves a household again and again, under different restrictions, in one model of the solver. */
export class Planner {
  readonly #standing: Standing;
  readonly #solver: LinearSolver;
  /** By the goals it is for. */
  readonly #programs = new Map<readonly Decimal[], Solvable>();

  constructor(standing: Standing, solver: LinearSolver) {
    this.#standing = standing;
    this.#solver = solver;
  }

  dispose(): void {
    for (const { model } of this.#programs.values()) model.dispose();
  }

  /**
   * The program to solve: for the goals to the cent, or, once a row was left out for being small, for the goals before
   * they were rounded, since what is left is in proportion to these in REBALANCE.
   */
  #programFor({ dropped }: Restrictions): Solvable {
    const goals = dropped.size === 0 ? this.#standing.goals : this.#standing.aims;
    let known = this.#programs.get(goals);
    if (known === undefined) {
      const program = programOf(this.#standing, goals);
      const model = this.#solver.create(program.linear);
      known = { program, model, face: new Face(model, program) };
      this.#programs.set(goals, known);
    }
    return known;
  }

  /**
   * The best plan within the restrictions that has no wash sale. Only securities that a plan both buys and sells at a loss
   * are tried both ways: bought nowhere, or not sold at a loss. A way is left when even what it leaves open is worse than
   * a plan in hand.
   */
  solve(restrictions: Restrictions): Result<Solved, HouseholdProblem> {
    const solved = this.#branch(restrictions);
    if (solved.ok || solved.problem.code !== "account cannot place") return solved;
    // Whichever way a wash sale is kept clear of, money has no place: then it has none indeed.
    return this.#branch({ ...restrictions, isShut: true });
  }

  #branch(restrictions: Restrictions): Result<Solved, HouseholdProblem> {
    const gainsBound = this.#gainsBound(restrictions);
    if (!gainsBound.ok) return gainsBound;
    let best: Solved | undefined;
    let isComplete = true;
    let failure: Result<Solved, HouseholdProblem> | undefined;
    const follow = (each: Restrictions): void => {
      const solved = this.#reach(each, gainsBound.value, best?.values);
      if (!solved.ok) {
        // A way that leaves an account without a place for its money is no way; only where none is left it is why.
        failure ??= solved;
        return;
      }
      if (best && compareGoals(solved.value.values, best.values) >= 0) return;
      const washed = this.#washed(each, solved.value.amounts);
      if (washed === undefined) {
        best = solved.value;
        return;
      }
      const ways = waysOut(each, washed);
      if (branchesOf(each) < MOST_BRANCHED) {
        ways.forEach(follow);
        return;
      }
      isComplete = false;
      const better = this.#better(ways, gainsBound.value);
      if (better) follow(better);
    };
    follow(restrictions);
    if (best) return succeeded({ ...best, isProved: isComplete });
    return failure ?? failed({ code: "no plan found" });
  }

  /** The first security that amounts both buy and sell at a loss. */
  #washed({ lifted }: Restrictions, amounts: Float64Array): number | undefined {
    if (lifted === "wash sale") return undefined;
    return washedSecurities(this.#standing.household, this.#standing.moves, amounts)[0];
  }

  #better([one, other]: readonly [Restrictions, Restrictions], gainsBound: number): Restrictions | undefined {
    const first = this.#reach(one, gainsBound);
    const second = this.#reach(other, gainsBound);
    if (!first.ok) return second.ok ? other : undefined;
    return second.ok && compareGoals(second.value.values, first.value.values) < 0 ? other : one;
  }

  /**
   * Reaches the goals within restrictions, wash sales within the plan aside, and proves the first of them; not all of them
   * where it comes to more than `inHand`.
   */
  #reach(restrictions: Restrictions, gainsBound: number, inHand?: readonly number[]): Result<Solved, HouseholdProblem> {
    const limits = limitsOf(this.#standing, restrictions);
    if (!limits.ok) return limits;
    const { program, face } = this.#programFor(restrictions);
    face.open(limits.value, gainsBound);
    const reached = reachGoals(face, program, this.#standing, inHand);
    if (reached === undefined) return failed({ code: "no plan found" });
    const { amounts, multipliers } = reached;
    const isProved = isNearest(this.#standing, program, limits.value, gainsBound, amounts, multipliers);
    return isProved
      ? succeeded({ ...reached, limits: limits.value, gainsBound, isProved })
      : failed({ code: "no plan found" });
  }

  /**
   * The bound on net gains in cents: the policy's, but never less than what accounts that must pay out can't do without,
   * whichever way wash sales are kept clear of.
   */
  #gainsBound(restrictions: Restrictions): Result<number, HouseholdProblem> {
    const { policy, needs, moves } = this.#standing;
    const { gains = "none" } = policy;
    if (gains === "allowed" || restrictions.lifted === "gains rule") return succeeded(Number.POSITIVE_INFINITY);
    const bound = gains === "none" ? 0 : gains.upTo;
    const mustSell = moves.some(({ gain, account }) => {
      const need = needs[account];
      return gain?.share.greaterThan(0) === true && need !== undefined && need.net - need.owed < 0;
    });
    if (!mustSell) return succeeded(bound);
    const { program, face } = this.#programFor(restrictions);
    const costs = costsOf("gain", program, this.#standing);
    let least = Number.POSITIVE_INFINITY;
    let failure: Result<number, HouseholdProblem> | undefined;
    const follow = (each: Restrictions): void => {
      if (least <= bound) return;
      const limits = limitsOf(this.#standing, each);
      if (!limits.ok) {
        failure ??= limits;
        return;
      }
      face.open(limits.value, Number.POSITIVE_INFINITY);
      const found = face.find(costs);
      if (found === undefined) return;
      const gain = costs.reduce((sum, cost, column) => sum + cost * (found.x[column] as number), 0) * program.unit;
      if (gain >= least) return;
      const amounts = found.x.slice(0, moves.length).map((amount) => amount * program.unit);
      const washed = branchesOf(each) < MOST_BRANCHED ? this.#washed(each, amounts) : undefined;
      if (washed === undefined) least = gain;
      else waysOut(each, washed).forEach(follow);
    };
    follow(restrictions);
    if (least === Number.POSITIVE_INFINITY) return failure ?? failed({ code: "no plan found" });
    // A solver's own inexactness must not make the bound impossible to keep.
    return succeeded(least <= bound ? bound : least + SLACK * program.unit);
  }
}

function branchesOf({ unbought, unsoldAtLoss }: Restrictions): number {
  return unbought.size + unsoldAtLoss.size;
}

/** A program in a solver's hands. */
interface Solvable {
  readonly program: Program;
  readonly model: LinearModel;
  readonly face: Face;
}

/** In units: far below a cent for all but the largest households. */
const SLACK = 1e-8;
