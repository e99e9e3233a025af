/**
 * Portfolios from past returns: the frontier of H. Markowitz ("Portfolio Selection", Journal of Finance 7, 1952), the
 * portfolio that is best for a goal, and how the risk of a portfolio is shared.
 *
 * **What is known** (`moments`): the mean of each column and the sample covariance, a year. All that follows takes these for
 * what will come, which they are not: who shows a result says so, with the standard error.
 *
 * **The market** (`market`): the covariance ÷ the mean variance, with a ridge of 1e−10 on its diagonal, so that the
 * variance is strictly convex and each question has one answer. Columns that are equal are one asset here, whose members
 * share its weight equally, as far as their bounds allow; and the order is by the figures, so that the order of the columns
 * changes nothing, not even the last bit.
 *
 * **One question** (`program`): the least of ½ w′Hw − gains · w within bounds, where the weights add up to 1 and, if asked,
 * their return is given. It is answered by the active set method, from weights that are allowed. Frontier points are each
 * started from the one before, on the way to the best return, so that few assets move.
 *
 * **The goals** (`optimize`): the least variance, a utility and a return are one question each. A volatility and the most
 * of Sharpe's ratio are places on the frontier where a figure changes its sign (`search`). Equal shares of the risk
 * (`risk-parity`) are the least of another convex function, by Newton's method.
 *
 * **The proof** (`certificate`): no answer leaves that is not proved by duality to be the least, to 1e−12 of the largest
 * figure, within its bounds to the last bit. The proof knows nothing of the method. A portfolio of equal shares is proved by
 * the shares. What can't be proved is no answer.
 */
export { frontier, optimize, type Choice, type Goal, type Portfolio } from "./optimize";
export { type WeightBounds } from "./market";
export { estimate, momentsOf, standardErrors, type Moments } from "./moments";
export { belowLine, mixPoint, sharesOf, type BelowLine, type MixPoint } from "./mix-point";
export { riskShares } from "./risk-shares";
