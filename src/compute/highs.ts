import loadHighs, { type Highs, type Model } from "highs";
import type { LinearModel, LinearProgram, LinearSolution, LinearSolver } from "../engine";

/** Why there is no solver: the page may not compile it, or its file didn't come. */
export class SolverMissing extends Error {
  override readonly name = "SolverMissing";
}

/**
 * The solver HiGHS, compiled to WebAssembly: loaded by the first who asks, and ready to answer without waiting from then
 * on. Rejects with `SolverMissing`; who asks again after that has it tried again.
 */
export function loadSolver(): Promise<LinearSolver> {
  loading ??= load().catch((cause: unknown) => {
    loading = undefined;
    throw new SolverMissing("HiGHS could not be loaded.", { cause });
  });
  return loading;
}

let loading: Promise<LinearSolver> | undefined;

/** Webpack's name for where a bundle loads further files from; there is none in Node. */
declare const __webpack_public_path__: string;

/** In a bundle the WebAssembly stands among the assets; else the package finds its own file. */
const inABundle: NonNullable<Parameters<typeof loadHighs>[0]> =
  typeof __webpack_public_path__ === "undefined"
    ? {}
    : { locateFile: () => `${__webpack_public_path__}assets/highs.wasm` };

async function load(): Promise<LinearSolver> {
  const highs = await loadHighs(inABundle);
  const solver: LinearSolver = { create: (program) => new HighsModel(highs, program) };
  warmUp(solver);
  return solver;
}

/** A first solve takes many times as long as the next, because the browser compiles what is used. */
function warmUp(solver: LinearSolver): void {
  const model = solver.create({
    costs: Float64Array.of(1, 1),
    lower: Float64Array.of(0, 0),
    upper: Float64Array.of(1, 1),
    rowLower: Float64Array.of(1),
    rowUpper: Float64Array.of(Infinity),
    starts: Int32Array.of(0, 2),
    indices: Int32Array.of(0, 1),
    values: Float64Array.of(1, 2),
  });
  try {
    model.solve();
  } finally {
    model.dispose();
  }
}

class HighsModel implements LinearModel {
  readonly #highs: Highs;
  readonly #model: Model;
  readonly #columns: number;

  constructor(highs: Highs, program: LinearProgram) {
    const { costs, lower, upper, rowLower, rowUpper, starts, indices, values } = program;
    const [numRows, numCols] = [rowLower.length, costs.length];
    this.#highs = highs;
    this.#columns = numCols;
    // Empty at first, because HiGHS talks while it takes a program in.
    this.#model = highs.createModel();
    try {
      this.#model.options.set({
        output_flag: false,
        // The others end inside the set of answers, where everything trades; simplex ends in a corner of it.
        solver: "simplex",
        // A hundredth of what HiGHS takes by itself: what rows are kept to is what goals can be told apart by.
        primal_feasibility_tolerance: 1e-9,
        dual_feasibility_tolerance: 1e-9,
        // What presolve takes out of a program may come back off its row by a hundred times that.
        presolve: "off",
        // A class's goal may be a cent of a fortune.
        small_matrix_value: 1e-12,
        // By count and not by time, so that a slow machine gives the same answer.
        simplex_iteration_limit: 10_000 + 50 * (numRows + numCols),
      });
      this.#model.passModel({
        numCols,
        numRows,
        colCost: costs,
        colLower: lower,
        colUpper: upper,
        rowLower,
        rowUpper,
        matrix: { format: "csr", numRows, numCols, starts, indices, values },
      });
    } catch (failure) {
      this.#model.dispose();
      throw failure;
    }
  }

  setCosts(costs: Float64Array): void {
    if (this.#columns > 0) this.#model.changeColsCost({ kind: "range", from: 0, to: this.#columns - 1 }, costs);
  }

  setColumnBounds(column: number, lower: number, upper: number): void {
    this.#model.changeColBounds(column, lower, upper);
  }

  setRowBounds(row: number, lower: number, upper: number): void {
    this.#model.changeRowBounds(row, lower, upper);
  }

  setCoefficient(row: number, column: number, value: number): void {
    this.#model.changeCoefficient(row, column, value);
  }

  solve(): LinearSolution | undefined {
    const { status, modelStatus } = this.#highs.constants;
    try {
      if (this.#model.raw.run().status === status.error) return undefined;
    } catch (failure) {
      // WebAssembly itself has stopped, out of memory say, and will answer nothing more: who asks next loads it anew.
      loading = undefined;
      throw failure;
    }
    if (this.#model.getModelStatus() !== modelStatus.optimal) return undefined;
    const { colValue, colDual, rowDual } = this.#model.getSolution();
    return { x: colValue, reducedCosts: colDual, rowDuals: rowDual };
  }

  dispose(): void {
    this.#model.dispose();
  }
}
