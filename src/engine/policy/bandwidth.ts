/** Risk aversion where none is given. */
export const USUAL_RISK_AVERSION = 5;

/**
 * Returns the half-width of the band inside which trading one risky asset against a safe one costs more than it brings:
 * (3 ⁄ (2γ) · p² (1 − p)² · cost)^⅓, a fraction: 0.026 is 2.6 points either side of the target. `target` p is the risky
 * asset's weight and `cost` the one-way cost, both fractions from 0 to 1; `riskAversion` γ is above 0.
 * Source: S. Gerhold, P. Guasoni, J. Muhle-Karbe, W. Schachermayer, "Transaction costs, trading volume, and the
 * liquidity premium", arXiv 1108.1167.
 */
export function bandwidth(target: number, cost: number, riskAversion: number): number {
  return Math.cbrt((3 / (2 * riskAversion)) * (target * (1 - target)) ** 2 * cost);
}
