import { compileFunction } from "node:vm";
import { fromDist } from "../dist";

/** Excel's error object, as the shipped script throws it or puts it into a cell. */
export class CellError extends Error {
  constructor(
    readonly code: string,
    override readonly message: string,
  ) {
    super(message);
  }
}

export type Cell = number | string | boolean | null | CellError;
export type Range = readonly (readonly unknown[])[];
type CustomFunction = (...args: readonly unknown[]) => unknown;

/**
 * Runs `dist/functions.js`, the script that Excel runs, with a CustomFunctions of its own, and returns what it
 * associated, by id. It runs in this realm, as in a page: a separate context slows every use of a global, which would
 * spoil the bench. That the script needs nothing else is held by test/architecture.
 */
export function shippedFunctions(source = fromDist("functions.js")): ReadonlyMap<string, CustomFunction> {
  const associated = new Map<string, CustomFunction>();
  const script = compileFunction(source, ["CustomFunctions"], { filename: "dist/functions.js" }) as (
    customFunctions: unknown,
  ) => void;
  script({
    associate: (id: string, implementation: CustomFunction) => associated.set(id, implementation),
    Error: CellError,
    ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" },
  });
  return associated;
}

/** Makes a caller of the functions that a script associated. It throws the CellError that Excel would show. */
export function callsOf(source?: string): (id: string, ...args: readonly unknown[]) => Cell[][] {
  const functions = shippedFunctions(source);
  return (id, ...args) => {
    const implementation = functions.get(id);
    if (!implementation) throw new Error(`functions.js has no ${id}.`);
    const result = implementation(...args);
    return Array.isArray(result) ? (result as Cell[][]) : [[result as Cell]];
  };
}

/** Calls a shipped function. Throws the CellError that Excel would show. */
export const call = callsOf();

/** Calls a shipped function whose answer is a column, and returns the column. */
export function column(id: string, ...args: readonly unknown[]): Cell[] {
  return call(id, ...args).map((row) => row[0] as Cell);
}

/** Calls a shipped function that must fail, and returns how. */
export function failure(id: string, ...args: readonly unknown[]): CellError {
  try {
    call(id, ...args);
  } catch (problem) {
    if (problem instanceof CellError) return problem;
    throw problem;
  }
  throw new Error(`${id} answered where it should have failed.`);
}

/** A column of cells. */
export function down(...cells: readonly unknown[]): unknown[][] {
  return cells.map((cell) => [cell]);
}
