// Knows: money, weights, target mixes, policies, and how to rebalance: exact, pure, in dollars and weights.
// Doesn't know: cells, Excel, sentences, the clock.
// Add here: a new rule, cost, or kind of trade; a new reason for no answer (errors.ts).
export { Decimal } from "./decimal";
export {
  succeeded,
  type EngineProblem,
  type Failure,
  type FigureMissing,
  type HouseholdProblem,
  type LawProblem,
  type PortfolioProblem,
  type RaiseLimit,
  type Result,
  type Success,
} from "./errors";
export { type Allocation } from "./portfolio/allocation";
export { countedHoldings, netCash, type AccountHolding, type NetCash } from "./portfolio/cash";
export { type Holding, type FundClasses } from "./portfolio/holding";
export { lookThrough, moneyInClass, type ClassPart, type LookThrough } from "./portfolio/look-through";
export { mixOf, noMix, PARTS_OF_ONE, type Mix } from "./portfolio/mix";
export {
  edgesOf,
  edgesOfRow,
  edgeWeights,
  isRowBand,
  side,
  sidesOf,
  type Band,
  type Edges,
  type PortfolioBand,
  type RowBand,
} from "./policy/band";
export { type Cadence } from "./policy/cadence";
export { type Destination } from "./policy/destination";
export { type AmountOrShare, type Policy, type Setting } from "./policy/policy";
export { type Lock, type RowRules } from "./policy/row-rules";
export { stepOf, type TradeUnit } from "./policy/trade-unit";
export { driftInMoney, driftInPoints, relativeDrift, totalDrift, weights, type DriftMeasure } from "./rebalance/drift";
export { elections, type ElectionBounds } from "./rebalance/elections";
export { bandwidth, USUAL_RISK_AVERSION } from "./policy/bandwidth";
export { tilt, USUAL_LARGEST_SHIFT } from "./policy/tilt";
export { targetVolatility, type VolatilityTargets } from "./policy/target-volatility";
export { trendFollow, USUAL_LOOKBACK, type TrendTargets } from "./policy/trend";
export { glidePath, USUAL_RETIREMENT_AGE, type AgeMix, type GlideStyle } from "./policy/glide-path";
export { driftVariance, trackingError, type ReturnHistory } from "./policy/tracking-error";
export { deepestFall, growth, sharpe, sortino, volatility, type Figure, type RiskFree } from "./evidence/statistics";
export {
  belowLine,
  estimate,
  frontier,
  mixPoint,
  momentsOf,
  optimize,
  riskShares,
  sharesOf,
  standardErrors,
  type BelowLine,
  type Choice,
  type Goal,
  type MixPoint,
  type Moments,
  type Portfolio,
  type WeightBounds,
} from "./optimize";
export { afterContributions } from "./rebalance/after-contributions";
export { cashNeeded } from "./rebalance/cash-needed";
export { steer, type PathPoint, type Steering } from "./rebalance/steering";
export { monthsToBand, type MonthsToBand } from "./rebalance/months-to-band";
export { portfolioBandStanding, type PortfolioBandStanding } from "./rebalance/portfolio-band";
export { fullestRow, tradeBasis, type TradeBasis } from "./rebalance/trade-basis";
export { effectOf, type Effect } from "./rebalance/effect";
export { checkup, type Checkup, type LoggedDay, type Pitfall } from "./rebalance/checkup";
export { isDue, nextLook, type Due, type DueReason } from "./rebalance/due";
export {
  shares,
  tradeInShares,
  type ShareAllocation,
  type SharePlan,
  type ShareProblem,
  type ShareTrades,
} from "./rebalance/shares";
export { placeCash, rebalance, type Circumstances, type Reason, type Rebalancing } from "./rebalance/rebalance";
export { exchanges, type BarredExchange, type Exchange, type Exchanges, type FundTrade } from "./rebalance/exchanges";
export {
  BLOCK_DAYS,
  fundStandings,
  ROUNDTRIP_DAYS,
  SECOND_ROUNDTRIP_DAYS,
  type FrequentTradingRule,
  type FundStanding,
  type FundStandings,
  type PastTrade,
  type TradingLimit,
} from "./rebalance/roundtrips";
export {
  cents,
  centsFromDollars,
  centsFromShares,
  dollars,
  LARGEST_TOTAL,
  negated,
  NO_MONEY,
  type Usd,
} from "./units/money";
export { decimalOf, exactDecimalOf, exactly, type ExactDecimal } from "./units/exact-decimal";
export { type Account, type AccountKind, type Household, type Lot, type Position } from "./household/household";
export { accountOutcomes, type AccountOutcome, type Change } from "./household/account-outcomes";
export { classStandings, type ClassStanding } from "./household/class-standings";
export { placeContribution, type Contribution } from "./household/contribution";
export { effectOfTrades, type PlanEffect } from "./household/plan-effect";
export { planHousehold } from "./household/plan";
export { locationClassOf, USUAL_LOCATION, type LocationClass, type LocationPoints } from "./household/location-points";
export {
  type ClassOutcome,
  type HouseholdPlan,
  type HouseholdTrade,
  type OffGoal,
  type OffGoalReason,
  type Why,
} from "./household/plan-record";
export { taxRates, type TaxRates } from "./household/tax";
export { tradeShares, type TradeShares } from "./household/trade-shares";
export { type LinearModel, type LinearProgram, type LinearSolution, type LinearSolver } from "./household/solver";
export { averageDrift, fallsAlong } from "./evidence/along-the-way";
export { builtInSeries, type BuiltInReturns } from "./evidence/built-in";
export { boughtBack } from "./evidence/bought-back";
export { standardGrid } from "./evidence/compare";
export { episodesOf, LEAST_FALL, type EpisodesRequest, type Episode } from "./evidence/episodes";
export { contributionAPeriod, fanOf, yearlyMarks, type Fan, type FanMark, type FanOfPaths } from "./evidence/fan";
export { Draws, stateOf } from "./evidence/generator";
export { lookChance, type LookChance, type LookChanceRequest } from "./evidence/look-chance";
export { PathGround } from "./evidence/ground";
export { cadenceOfRows, isFinerThanRows } from "./evidence/looks";
export { movedBy, targetsAlong, type AgeClass, type MovingRule, type TargetsAlong } from "./evidence/moving-targets";
export { pathOf, USUAL_START, type Path, type PathRequest } from "./evidence/path";
export { statisticsOf, type PathStatistics } from "./evidence/path-statistics";
export { type EvidenceProblem } from "./evidence/problem";
export { fractionsOf, periodsOf, type PeriodDates, type ReturnSeries } from "./evidence/series";
export {
  inShort,
  PERCENTILES,
  simulate,
  type PathsInShort,
  type Simulation,
  type SimulationRequest,
} from "./evidence/simulation";
export { conversionOf, type BracketRoom, type Conversion } from "./law/conversion";
export { requiredDistribution, rmdStartAge } from "./law/distributions";
export { EXCEPTION_NAMES, type ExceptionName } from "./law/exceptions";
export { FILING_STATUSES, type Evidence, type FilingStatus } from "./law/figure";
export { jobChange, type JobChangeChoice, type JobChangeOutcome, type JobChangeQuestion } from "./law/job-change";
export { LAW_SOURCES, RMD_UNSETTLED_BIRTH_YEAR } from "./law/lasting";
export { LIMIT_KINDS, limitOf, type Limit, type LimitKind } from "./law/limits";
export { lawLines, type LawFigureName, type LawLine, type LawSubject } from "./law/lines";
export { matchOf, wholeMatchOf, type MatchFormula, type MatchTier, type WholeMatch } from "./law/match";
export { project, type ProjectionQuestion, type ProjectionRemark, type ProjectionYear } from "./law/projection";
export { LAW_BY_YEAR, lawOf } from "./law/table";
export { federalTax, type FederalTax, type Income, type Taxpayer } from "./law/tax";
export {
  amountInHand,
  withdrawalOutcome,
  type PayingAccount,
  type PaymentReason,
  type PenaltyReason,
  type Withdrawal,
  type WithdrawalOutcome,
} from "./law/withdrawal";
export { type YearLaw } from "./law/year-law";
export { firstDayToBuyAgain, harvestable, type Harvest, type LotPosition } from "./lots/harvest";
export {
  datesInOrder,
  lossDates,
  purchaseDates,
  roundtripDates,
  saleDates,
  type KnownPurchase,
  type SafeDate,
} from "./lots/safe-dates";
export { sellOrder, type LotSale, type SellMethod, type SellOrder } from "./lots/sell-order";
export { type ReplacementKind, type ShareTrade } from "./lots/share-trade";
export { washSaleLedger, type LossSale, type Replacement, type WashSaleLedger } from "./lots/wash-sale-ledger";
export { followed, type FollowedLook, type LoggedLook, type LookVerdict } from "./policy/followed";
export { outcomeIn, stretchesOf, type Stretch, type StretchOutcome } from "./evidence/stretches";
export { dayOf, LAST_DAY, serialOf, type CalendarDay } from "./units/day";
