import type { EngineProblem } from "../errors";
import type { Cadence } from "../policy/cadence";

/** Why there is no evidence, as data. `period` counts from 0. */
export type EvidenceProblem =
  | EngineProblem
  /** The policy looks more often than there are rows of returns. */
  | { readonly code: "look finer than rows"; readonly cadence: Cadence; readonly periodsPerYear: number }
  /** Nothing can be outside a band that isn't there. */
  | { readonly code: "no band to be outside of" }
  /** No fall is deep enough to be told; the deepest there is (not above 0). */
  | { readonly code: "no deep fall"; readonly deepest: number; readonly least: number }
  /** The money goes beyond what can be counted. */
  | { readonly code: "beyond counting" };
