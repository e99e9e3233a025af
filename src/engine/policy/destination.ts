import type { Decimal } from "../decimal";

/** How far to go back once triggered. */
export type Destination =
  | { readonly kind: "target" }
  /** The middle of the target and the band's edge (Daryanani 2008). */
  | { readonly kind: "halfway" }
  | { readonly kind: "edge" }
  /** This far from the target (a fraction, 0.0175 = 1.75 points), and never beyond the edge. */
  | { readonly kind: "points"; readonly from: Decimal };
