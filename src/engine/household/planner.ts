import type { Decimal } from "../decimal";
import { failed, succeeded, type HouseholdProblem, type Result } from "../errors";
import { isBetter, MOST_BRANCHED, washedSecurities, waysOut } from "./branches";
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
    let best: Solved | undefined;
    let isComplete = true;
    let failure: Result<Solved, HouseholdProblem> | undefined;
    const follow = (each: Restrictions): void => {
      const solved = this.#reach(each);
      if (!solved.ok) {
        // A way that leaves an account without a place for its money is no way; only where none is left it is why.
        failure ??= solved;
        return;
      }
      if (best && !isBetter(solved.value.values, best.values)) return;
      const [washed] =
        restrictions.lifted === "wash sale"
          ? []
          : washedSecurities(this.#standing.household, this.#standing.moves, solved.value.amounts);
      if (washed === undefined) {
        best = solved.value;
        return;
      }
      const branched = each.unbought.size + each.unsoldAtLoss.size;
      const ways = waysOut(each, washed);
      if (branched < MOST_BRANCHED) {
        ways.forEach(follow);
        return;
      }
      isComplete = false;
      const better = this.#better(ways);
      if (better) follow(better);
    };
    follow(restrictions);
    if (best) return succeeded({ ...best, isProved: isComplete });
    return failure ?? failed({ code: "no plan found" });
  }

  #better([one, other]: readonly [Restrictions, Restrictions]): Restrictions | undefined {
    const first = this.#reach(one);
    const second = this.#reach(other);
    if (!first.ok) return second.ok ? other : undefined;
    return second.ok && isBetter(second.value.values, first.value.values) ? other : one;
  }

  /** Reaches the goals within restrictions, wash sales within the plan aside, and proves the first of them. */
  #reach(restrictions: Restrictions): Result<Solved, HouseholdProblem> {
    const limits = limitsOf(this.#standing, restrictions);
    if (!limits.ok) return limits;
    const { program, face } = this.#programFor(restrictions);
    const gainsBound = this.#gainsBound(program, face, limits.value, restrictions);
    if (gainsBound === undefined) return failed({ code: "no plan found" });
    face.open(limits.value, gainsBound);
    const reached = reachGoals(face, program, this.#standing);
    if (reached === undefined) return failed({ code: "no plan found" });
    const { amounts, multipliers } = reached;
    const isProved = isNearest(this.#standing, program, limits.value, gainsBound, amounts, multipliers);
    return isProved
      ? succeeded({ ...reached, limits: limits.value, gainsBound, isProved })
      : failed({ code: "no plan found" });
  }

  /** The bound on net gains: the policy's, but never less than what accounts that must pay out can't do without. */
  #gainsBound(program: Program, face: Face, limits: Limits, { lifted }: Restrictions): number | undefined {
    const { policy, needs, moves } = this.#standing;
    const { gains = "none" } = policy;
    if (gains === "allowed" || lifted === "gains rule") return Number.POSITIVE_INFINITY;
    const bound = gains === "none" ? 0 : gains.upTo;
    const mustSell = moves.some(({ gain, account }) => {
      const need = needs[account];
      return gain?.share.greaterThan(0) === true && need !== undefined && need.net - need.owed < 0;
    });
    if (!mustSell) return bound;
    face.open(limits, Number.POSITIVE_INFINITY);
    const costs = costsOf("gain", program, this.#standing);
    const least = face.find(costs);
    if (least === undefined) return undefined;
    const needed = costs.reduce((sum, cost, column) => sum + cost * (least.x[column] as number), 0) * program.unit;
    // A solver's own inexactness must not make the bound impossible to keep.
    return needed <= bound ? bound : needed + SLACK * program.unit;
  }
}

/** A program in a solver's hands. */
interface Solvable {
  readonly program: Program;
  readonly model: LinearModel;
  readonly face: Face;
}

/** In units: far below a cent for all but the largest households. */
const SLACK = 1e-8;
