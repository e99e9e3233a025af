/**
 * What the plan asks of a solver of linear programs, which is handed to it. A solver's word is never what counts: what
 * comes of it is checked in exact decimals (`certificate.ts`).
 */
export interface LinearSolver {
  /** Sets a program up. Whoever does disposes of it, whatever happens: solvers may keep memory that nobody else frees. */
  create(program: LinearProgram): LinearModel;
}

/** Least `costs · x` where `rowLower ≤ A x ≤ rowUpper` and `lower ≤ x ≤ upper`. Bounds may be infinite. */
export interface LinearProgram {
  readonly costs: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** `A` row by row: row i has the entries from `starts[i]` to `starts[i + 1]`. */
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

/** A program in a solver's hands, which can be changed and solved again from where it stands. */
export interface LinearModel {
  setCosts(costs: Float64Array): void;
  setColumnBounds(column: number, lower: number, upper: number): void;
  setRowBounds(row: number, lower: number, upper: number): void;
  setCoefficient(row: number, column: number, value: number): void;
  /** Undefined where the solver found no optimum, for whatever reason. */
  solve(): LinearSolution | undefined;
  dispose(): void;
}

export interface LinearSolution {
  /** A value a column. */
  readonly x: Float64Array;
  /** What a column's cost is above what the rows pay for it: `costs − Aᵀ rowDuals`. */
  readonly reducedCosts: Float64Array;
  /** What the optimum changes by with each row's bound. */
  readonly rowDuals: Float64Array;
}
