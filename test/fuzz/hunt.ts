import * as fc from "fast-check";
import type { OperationName } from "../../src/operations";
import { callsOf, type FuzzCall } from "./calls";
import { broken, type Ask } from "./laws";

/** A call that breaks a law, made as small as it could be. */
export interface Finding {
  readonly call: FuzzCall;
  readonly broken: string;
}

/** Asks a function `runs` times with calls drawn from `seed`, and returns the first finding, shrunk; nothing if all laws hold. */
export async function hunt(name: OperationName, seed: number, runs: number, ask: Ask): Promise<Finding | undefined> {
  const result = await fc.check(
    fc.asyncProperty(callsOf(name), async (call) => (await broken(call, ask)) === undefined),
    { seed, numRuns: runs, endOnFailure: false },
  );
  const call = result.counterexample?.[0];
  const found = call && (await broken(call, ask));
  return call && found !== undefined ? { call, broken: found } : undefined;
}
