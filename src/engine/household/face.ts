import type { Limits } from "./limits";
import type { EvenRow, Program } from "./program";
import type { LinearModel, LinearSolution } from "./solver";

/**
 * What a solver may call 0, as a part of the largest multiplier: costs are brought to 1 at most, and no two that a person
 * could tell apart are this near.
 */
const NEARLY_NOTHING = 1e-9;

/** In units: a gap that was found may be so much more from then on, since a solver keeps rows to a tenth of that itself. */
const ROOM = 1e-8;

/**
 * The answers that are still open, which every goal narrows. Once a goal is reached, all that could make it worse is
 * fixed: columns whose reduced cost isn't 0 stay at their bound, and rows whose dual isn't 0 stay tight. These and no
 * others are the answers that are best by that goal (complementary slackness), so nothing of it is given up for a later
 * one, and no tolerance builds up.
 */
export class Face {
  readonly #model: LinearModel;
  readonly #program: Program;
  readonly #lower: Float64Array;
  readonly #upper: Float64Array;
  readonly #rowLower: Float64Array;
  readonly #rowUpper: Float64Array;
  /** Classes whose gap is already fixed as a part of its goal. */
  readonly #settled = new Set<number>();

  constructor(model: LinearModel, program: Program) {
    this.#model = model;
    this.#program = program;
    const { lower, upper, rowLower, rowUpper } = program.linear;
    this.#lower = lower.slice();
    this.#upper = upper.slice();
    this.#rowLower = rowLower.slice();
    this.#rowUpper = rowUpper.slice();
  }

  /** Opens everything again, with the given limits of moves and bound on net gains (in cents). */
  open({ least, most }: Limits, gainsBound: number): void {
    const { linear, unit, rows, columns } = this.#program;
    for (let column = 0; column < linear.lower.length; column++) {
      const isMove = column < least.length;
      const lower = isMove ? (least[column] as number) / unit : (linear.lower[column] as number);
      const upper = isMove ? (most[column] as number) / unit : (linear.upper[column] as number);
      this.#setColumn(column, lower, upper);
    }
    for (let row = 0; row < linear.rowLower.length; row++) {
      const upper = row === rows.gains ? gainsBound / unit : (linear.rowUpper[row] as number);
      this.#setRow(row, linear.rowLower[row] as number, upper);
    }
    for (const place of this.#settled) {
      const { row, part } = rows.even.get(place) as EvenRow;
      this.#model.setCoefficient(row, columns.largest, -part);
    }
    this.#settled.clear();
  }

  /** Bounds net gains by less than before, in units. */
  boundGains(most: number): void {
    this.#setRow(this.#program.rows.gains, Number.NEGATIVE_INFINITY, most);
  }

  /** Whether anything that costs, or saves, can still move. */
  isOpen(costs: Float64Array): boolean {
    return costs.some(
      (cost, column) => cost !== 0 && (this.#lower[column] as number) < (this.#upper[column] as number),
    );
  }

  /** Finds the least of `costs`, without narrowing anything. Undefined where the solver has no answer. */
  find(costs: Float64Array): LinearSolution | undefined {
    const largest = costs.reduce((most, cost) => Math.max(most, Math.abs(cost)), 0);
    this.#model.setCosts(largest === 0 ? costs : costs.map((cost) => cost / largest));
    return this.#model.solve();
  }

  /** Finds the least of `costs` and leaves open only what reaches it. */
  narrow(costs: Float64Array): LinearSolution | undefined {
    const solution = this.find(costs);
    if (solution) this.#fix(solution);
    return solution;
  }

  /**
   * Makes the largest gap, as a part of its goal, as small as can be, then the second largest, and so on. Returns them,
   * the largest first, as far as they aren't 0, each as what the class with the largest goal would be off by.
   */
  narrowEvenly(): { readonly gaps: readonly number[]; readonly solution: LinearSolution | undefined } | undefined {
    const { linear, rows, columns } = this.#program;
    const costs = new Float64Array(linear.costs.length);
    costs[columns.largest] = 1;
    const gaps: number[] = [];
    let last: LinearSolution | undefined;
    while (this.#settled.size < rows.even.size) {
      const solution = this.find(costs);
      if (solution === undefined) return undefined;
      const gap = solution.x[columns.largest] as number;
      last = solution;
      if (gap <= NEARLY_NOTHING) {
        this.#fix(solution);
        break;
      }
      const open = [...rows.even].filter(([place]) => !this.#settled.has(place));
      const nothing = nothingBeside(solution);
      const tight = open.filter(([, { row }]) => Math.abs(solution.rowDuals[row] as number) > nothing);
      // The duals of these rows, each times its part, add up to 1; without any, nothing would ever end.
      if (tight.length === 0) return undefined;
      this.#fix(solution, columns.largest);
      for (const [place, { row, part }] of tight) {
        this.#model.setCoefficient(row, columns.largest, 0);
        // Scaled inside, a solver may leave its row by more than its tolerance: what was found must still be found.
        const own = (solution.x[columns.over + place] as number) + (solution.x[columns.under + place] as number);
        this.#setRow(row, Number.NEGATIVE_INFINITY, Math.max(part * gap, own) + ROOM);
        this.#settled.add(place);
        gaps.push(gap);
      }
    }
    return { gaps, solution: last };
  }

  #fix(solution: LinearSolution, except?: number): void {
    const { reducedCosts, rowDuals } = solution;
    const nothing = nothingBeside(solution);
    for (const [column, cost] of reducedCosts.entries()) {
      const lower = this.#lower[column] as number;
      const upper = this.#upper[column] as number;
      if (column === except || lower === upper) continue;
      if (cost > nothing && Number.isFinite(lower)) this.#setColumn(column, lower, lower);
      else if (cost < -nothing && Number.isFinite(upper)) this.#setColumn(column, upper, upper);
    }
    for (const [row, dual] of rowDuals.entries()) {
      const lower = this.#rowLower[row] as number;
      const upper = this.#rowUpper[row] as number;
      if (lower === upper) continue;
      if (dual > nothing && Number.isFinite(lower)) this.#setRow(row, lower, lower);
      else if (dual < -nothing && Number.isFinite(upper)) this.#setRow(row, upper, upper);
    }
  }

  #setColumn(column: number, lower: number, upper: number): void {
    if (this.#lower[column] === lower && this.#upper[column] === upper) return;
    this.#lower[column] = lower;
    this.#upper[column] = upper;
    this.#model.setColumnBounds(column, lower, upper);
  }

  #setRow(row: number, lower: number, upper: number): void {
    if (this.#rowLower[row] === lower && this.#rowUpper[row] === upper) return;
    this.#rowLower[row] = lower;
    this.#rowUpper[row] = upper;
    this.#model.setRowBounds(row, lower, upper);
  }
}

/** What counts as 0 among a solution's multipliers. */
function nothingBeside({ rowDuals }: LinearSolution): number {
  return NEARLY_NOTHING * rowDuals.reduce((most, dual) => Math.max(most, Math.abs(dual)), 1);
}
