// Knows: which Excel function means which engine call: reads the arguments, decides once, lays the record out and explains it.
// Doesn't know: arithmetic, sentences, Excel's API.
// Add here: the operation behind a new Excel function, in the file of its family, and its line in list.ts.
export { version, VERSION } from "./about";
export {
  assess,
  type Acting,
  type Assessed,
  type Assessment,
  type AssessmentFailure,
  type RowStanding,
} from "./assessment";
export { bands, drift, driftTotal, status, weights } from "./allocation";
export { byClass } from "./by-class";
export { glidePath } from "./dynamic";
export { backtest, backtestPath, compare, episodes, history, lookChance, simulate } from "./evidence";
export { evidencePictures, type EvidencePictures } from "./evidence-pictures";
export type { CrashPicture, ToldEpisode } from "./evidence/crash-picture";
export type { FrontierPicture, FrontierQuestion } from "./evidence/frontier-picture";
export type { FollowedRule } from "./evidence/followed";
export type { FutureMoney, FuturePicture } from "./evidence/future-picture";
export type { MovedRule, MovingKind, MovingPicture, MovingQuestion } from "./evidence/moving-picture";
export type { PathPicture } from "./evidence/pictures";
export type { EvidenceQuestion, SeriesName } from "./evidence/question";
export type { RuleOutcome, RulesPicture } from "./evidence/rules-picture";
export type { PlacedMix } from "./portfolios/frontier-points";
export { exchanges, roundtrips } from "./exchanges";
export { helpExamples, type HelpExample } from "./help";
export { families, operationByName, operations, type OperationName } from "./list";
export type { Answer, Answered, CellKind, CellKinds, Operation, ResultPlace } from "./operation";
export { bandwidth, checkup, isDue, nextLook, policy, trackingError } from "./policy";
export type { DecidedHarvest, DecidedOrder } from "./retirement/harvest";
export type { DecidedDistribution } from "./retirement/rmd";
export type { DecidedWashSales } from "./retirement/wash-sales";
export { location, plan, planCheck, planTrades } from "./household";
export type { DecidedPlan } from "./household/decide-plan";
export { elections } from "./elections";
export { followed, harvest, safeDates, sellOrder, washSales } from "./harvest";
export { cashNeeded, contribute, monthsToBand, rebalance, withdraw } from "./rebalance";
export { earlyWithdrawal, employerMatch, jobChange, law, limit, project, rmd, rothConversion, tax } from "./retirement";
export { shares } from "./shares";
export { frontier, optimize, riskShare, targetVol, tilt, trendFollow } from "./portfolios";
export { cagr, maxDrawdown, sharpeRatio, sortinoRatio, volatilityAYear } from "./statistics";
export { steering, type SteeringQuestion } from "./steering";
// What a host needs to show an answer that is an error: functions may look through this door only.
export { cellError, sentence, type Problem } from "../ranges";
