import type { Rational } from "./rational";

/** The clauses of a policy that the oracle carries out; what is left out has the contract's default. */
export interface Policy {
  readonly band?: Band;
  /** `within` is the distance from the target, as a share of the total. */
  readonly destination?: "target" | "halfway" | "edge" | { readonly within: Rational };
  readonly noSells?: boolean;
  /** Cents, or a share of the total after cash. */
  readonly minimum?: Amount;
  /** Cents, or a share of the total after cash. */
  readonly keep?: Amount;
  readonly unit?: "cents" | "whole dollars" | "whole percent" | { readonly multiplesOf: bigint };
  readonly unassigned?: "sell" | "hold" | "stop";
}

export type Band =
  | { readonly kind: "points"; readonly points: Rational }
  | { readonly kind: "relative"; readonly share: Rational }
  | { readonly kind: "smaller"; readonly points: Rational; readonly share: Rational }
  | { readonly kind: "drift"; readonly limit: Rational };

export type Amount = { readonly cents: bigint } | { readonly share: Rational };
