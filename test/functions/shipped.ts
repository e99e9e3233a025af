import { fromDist } from "../dist";
import { ScriptPage } from "./page";

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
 * Runs `dist/functions.js`, the script that Excel runs, in a page with a CustomFunctions of its own, and returns what it
 * associated, by id. That the script needs nothing else to begin with is held by test/architecture.
 */
export function shippedFunctions(
  source = fromDist("functions.js"),
  page = new ScriptPage(),
): ReadonlyMap<string, CustomFunction> {
  const associated = new Map<string, CustomFunction>();
  page.start(source, {
    associate: (id: string, implementation: CustomFunction) => associated.set(id, implementation),
    Error: CellError,
    ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" },
  });
  return associated;
}

type Functions = ReadonlyMap<string, CustomFunction>;

function asked(functions: Functions, id: string, args: readonly unknown[]): unknown {
  const implementation = functions.get(id);
  if (!implementation) throw new Error(`functions.js has no ${id}.`);
  return implementation(...args);
}

function cellsOf(result: unknown): Cell[][] {
  return Array.isArray(result) ? (result as Cell[][]) : [[result as Cell]];
}

/** Makes a caller of the functions that a script associated. It throws the CellError that Excel would show. */
export function callsOf(
  source?: string,
  functions: Functions = shippedFunctions(source),
): (id: string, ...args: readonly unknown[]) => Cell[][] {
  return (id, ...args) => {
    const result = asked(functions, id, args);
    if (result instanceof Promise) throw new Error(`${id} answers later: ask it with callLater.`);
    return cellsOf(result);
  };
}

const functions = shippedFunctions();

/** Calls a shipped function. Throws the CellError that Excel would show. */
export const call = callsOf(undefined, functions);

/** Calls a shipped function that answers later, or any other. Rejects with the CellError that Excel would show. */
export async function callLater(id: string, ...args: readonly unknown[]): Promise<Cell[][]> {
  return cellsOf(await asked(functions, id, args));
}

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

/** Asks a shipped function that may answer later and must fail, and returns how. */
export async function failureLater(id: string, ...args: readonly unknown[]): Promise<CellError> {
  const outcome = await callLater(id, ...args).catch((problem: unknown) => problem);
  if (outcome instanceof CellError) return outcome;
  if (outcome instanceof Error) throw outcome;
  throw new Error(`${id} answered where it should have failed.`);
}

/** A column of cells. */
export function down(...cells: readonly unknown[]): unknown[][] {
  return cells.map((cell) => [cell]);
}

/** Arguments as Excel hands them over where a number is typed into the formula: a range of one cell. */
export function typed(...args: readonly unknown[]): unknown[] {
  return args.map((arg) => (typeof arg === "number" ? [[arg]] : arg));
}
