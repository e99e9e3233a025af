/**
 * The part of Excel's custom functions runtime that the function files meet: a global `CustomFunctions` to associate
 * with and to make errors of. It must be loaded before them. What they associate is kept in `associated`, for the grid.
 */

/** A function as its file associates it. */
export type Associated = (...parameters: unknown[]) => unknown;

/** The associated functions by their id in functions.json: `DRIFT`, not `KEEL.DRIFT`. */
export const associated: ReadonlyMap<string, Associated> = new Map();

/** Excel's own codes. Office documents that only #VALUE! and #N/A carry a message to the user. */
const ErrorCode = {
  invalidValue: "#VALUE!",
  notAvailable: "#N/A",
  divisionByZero: "#DIV/0!",
  invalidNumber: "#NUM!",
  nullReference: "#NULL!",
  invalidName: "#NAME?",
  invalidReference: "#REF!",
} as const;

export type ErrorText = (typeof ErrorCode)[keyof typeof ErrorCode];

/** What a function throws, or returns in a cell of its result, to show an error and say why. */
export class CustomFunctionError {
  constructor(
    readonly code: ErrorText,
    readonly message?: string,
  ) {}
}

function associate(idOrFunctions: string | Readonly<Record<string, Associated>>, one?: Associated): void {
  const kept = associated as Map<string, Associated>;
  if (typeof idOrFunctions !== "string") {
    for (const [id, each] of Object.entries(idOrFunctions)) kept.set(id, each);
  } else if (one) {
    kept.set(idOrFunctions, one);
  }
}

Object.assign(globalThis, { CustomFunctions: { associate, Error: CustomFunctionError, ErrorCode } });
