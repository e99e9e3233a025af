// Knows: money, weights, target mixes, policies, and how to rebalance: exact, pure, in dollars and weights.
// Doesn't know: cells, Excel, sentences, the clock.
// Add here: a new rule, cost, or kind of trade; a new way for an input to be wrong (errors.ts).
export { Decimal } from "./decimal";
export {
  failed,
  succeeded,
  type Failure,
  type Height,
  type Note,
  type Position,
  type Problem,
  type Result,
  type Wanted,
} from "./errors";
export { type Account } from "./portfolio/account";
export { mixOf, PARTS_OF_ONE, type Mix } from "./portfolio/mix";
export {
  edgesOf,
  edgeWeights,
  isRowBand,
  side,
  type Band,
  type Edges,
  type PortfolioBand,
  type RowBand,
} from "./policy/band";
export { type Cadence } from "./policy/cadence";
export { type Destination } from "./policy/destination";
export { type AmountOrShare, type Policy, type Setting, type TradeUnit } from "./policy/policy";
export { driftInMoney, driftInPoints, relativeDrift, totalDrift, weights, type DriftMeasure } from "./rebalance/drift";
export { elections, type ElectionBounds } from "./rebalance/elections";
export { cashNeeded, contribute, withdraw } from "./rebalance/level-fill";
export { rebalance } from "./rebalance/rebalance";
export { cents, centsFromDollars, dollars, LARGEST_TOTAL, NO_MONEY, type Usd } from "./units/money";
export { dayOf, LAST_DAY, serialOf, type CalendarDay } from "./units/day";
