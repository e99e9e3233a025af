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
  readonly #program: Program;
  readonly #model: LinearModel;
  readonly #face: Face;

  constructor(standing: Standing, solver: LinearSolver) {
    this.#standing = standing;
    this.#program = programOf(standing);
    this.#model = solver.create(this.#program.linear);
    this.#face = new Face(this.#model, this.#program);
  }

  dispose(): void {
    this.#model.dispose();
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
    const gainsBound = this.#gainsBound(limits.value, restrictions);
    if (gainsBound === undefined) return failed({ code: "no plan found" });
    this.#face.open(limits.value, gainsBound);
    const reached = reachGoals(this.#face, this.#program, this.#standing);
    if (reached === undefined) return failed({ code: "no plan found" });
    const { amounts, multipliers } = reached;
    const isProved = isNearest(this.#standing, this.#program, limits.value, gainsBound, amounts, multipliers);
    return isProved
      ? succeeded({ ...reached, limits: limits.value, gainsBound, isProved })
      : failed({ code: "no plan found" });
  }

  /** The bound on net gains: the policy's, but never less than what accounts that must pay out can't do without. */
  #gainsBound(limits: Limits, { lifted }: Restrictions): number | undefined {
    const { policy, needs, moves } = this.#standing;
    const { gains = "none" } = policy;
    if (gains === "allowed" || lifted === "gains rule") return Number.POSITIVE_INFINITY;
    const bound = gains === "none" ? 0 : gains.upTo;
    const mustSell = moves.some(({ gain, account }) => {
      const need = needs[account];
      return gain?.share.greaterThan(0) === true && need !== undefined && need.net - need.owed < 0;
    });
    if (!mustSell) return bound;
    this.#face.open(limits, Number.POSITIVE_INFINITY);
    const costs = costsOf("gain", this.#program, this.#standing);
    const least = this.#face.find(costs);
    if (least === undefined) return undefined;
    const needed =
      costs.reduce((sum, cost, column) => sum + cost * (least.x[column] as number), 0) * this.#program.unit;
    // A solver's own inexactness must not make the bound impossible to keep.
    return needed <= bound ? bound : needed + SLACK * this.#program.unit;
  }
}

/** In units: far below a cent for all but the largest households. */
const SLACK = 1e-8;
