// Knows: cells and how people fill them; how engine records are read from cells; every sentence that Keel says.
// Doesn't know: Excel's API, functions' names and arguments, how anything is computed.
// Add here: a new column name, a new way to type a number or a policy, a new problem with cells (problem.ts), and the sentence for any problem.
export {
  readAllocation,
  readProportions,
  readTargets,
  readTargetsBeside,
  readValues,
  type AllocationRange,
  type MixRange,
  type MoneyRange,
} from "./allocation";
export { argumentNames } from "./argument-names";
export { cardText, type Argument, type Cells, type ResultCell } from "./cells";
export { errorKind, type ErrorKind } from "./error-words";
export { alignColumns, position, readColumn, type AlignedColumns, type NumberColumn } from "./column";
export { readClasses, type ClassRange } from "./classes";
export { recogniseColumns, type ColumnKind, type RecognisedColumns } from "./columns";
export { isoDay, parseDay, readDay, readDayCell, type DayReading } from "./dates";
export { dayWithin } from "./day-in-text";
export { readFundTrades, type FundTradesRange } from "./fund-trades";
export { withoutLongTexts } from "./long-texts";
export { readAccountType, type AccountType } from "./account-type";
export { readHoldingsTable } from "./holdings/read";
export { readHoldings, type HoldingsRange, type PlacedHolding } from "./holdings/with-classes";
export {
  type FoundColumn,
  type HoldingsAccount,
  type HoldingsOptions,
  type HoldingsQuestion,
  type HoldingsTable,
  type MoneySource,
  type OtherTable,
  type Position,
} from "./holdings/record";
export { readHousehold, type HoldingRows, type HouseholdRange } from "./household/read";
export {
  readClassTargets,
  readPlaces,
  type ClassPlace,
  type ClassTargets,
  type PlacesRange,
} from "./household/targets";
export { checkCells, checkKinds, checkSubject } from "./household/check-cells";
export { planFacts } from "./household/facts";
export { type PlanSubject } from "./household/row-facts";
export { locationCells } from "./household/location-cells";
export { withNames } from "./household/named";
export { planCells, planSubject, tradeColumn, tradeSubject } from "./household/plan-cells";
export { offGoalLines, planLines, type OffGoalLine, type PlanLine } from "./household/plan-lines";
export { planNotes } from "./household/plan-notes";
export { type HoldingColumn } from "./holdings/headings";
export { isNoFigure, isTotalRow } from "./holdings/labels";
export { isCash } from "./cash-names";
export { isTotal, nameOf, NameList, readName, type Name, type NameReading } from "./names";
export {
  failed,
  type CellPlace,
  type CellProblem,
  type Height,
  type LeftOut,
  type Note,
  type Problem,
  type Read,
  type Refusal,
  type Wanted,
} from "./problem";
export { readTable, type Table, type TableColumn } from "./table";
export { readTradeLog, readTradingRule, type ListedTrade, type TradeLogRange } from "./trade-log";
export { exchangesHeader, NO_EXCHANGES } from "./wording/exchanges";
export { NO_TRADES, standingSentence, STANDINGS_HEADER } from "./wording/standing";
export { type Clause } from "./policy/clauses";
export { labelOf, type SettingLabel } from "./policy/every-setting";
export { isSettingLabel, labelledInPlan, questions, settingInPlan, usualLabels } from "./policy/in-plan";
export { isLabelOf } from "./policy/labels";
export { lookAsReason } from "./policy/settings/look";
export { sayTradeUnit } from "./policy/settings/trade-unit";
export { readPolicy, type PolicyRange } from "./policy/read";
export { samePolicy, sameSetting } from "./policy/same";
export {
  type Choice,
  type ChoiceQuestion,
  type HouseholdTrait,
  type Question,
  type TypedQuestion,
} from "./policy/setting";
export { writePolicy, writePolicyRows } from "./policy/write";
export { typedDollars } from "./typed-dollars";
export { type Explanation, type Fact } from "./explanation";
export { failedPortfolio } from "./returns/failed-portfolio";
export { readCashRow } from "./returns/cash-row";
export { readGoal } from "./returns/goal";
export { readWeightBounds } from "./returns/weight-bounds";
export { frontierHeader, type PastMean } from "./wording/portfolio";
export { readPastPrices } from "./returns/prices";
export { readReturns, readReturnsOfRows, type AccountReturns, type FundRows } from "./returns/of-account";
export { type NoFigure, type ReturnsFigure } from "./returns/portfolio-problem";
export { refusedPortfolio } from "./wording/portfolio-problems";
export { readRiskFree } from "./returns/risk-free";
export { isLeftOut, readReturnSeries, type ReturnsRange } from "./returns/series";
export { readPathMoney, readPaths, readSeed, readWhole, USUAL_PATHS, type PathMoney } from "./evidence/amounts";
export {
  asHeading,
  builtInCells,
  builtInKinds,
  readBuiltIn,
  type BuiltInBoth,
  type BuiltInRequest,
} from "./evidence/built-in";
export { compareCells, compareKinds, type Compared } from "./evidence/compare-cells";
export { episodeCells, episodeKinds, monthsOrRows } from "./evidence/episode-cells";
export { evidenceFacts, returnsFact } from "./evidence/facts";
export { readMixReturns, type MixReturns } from "./evidence/mix-returns";
export { pathCells, pathKinds, statisticCells, statisticKinds } from "./evidence/path-cells";
export { nameOf as nameOfPolicy, readPolicies, type NamedPolicy } from "./evidence/policies";
export { simulationCells, simulationKinds, type SimulatedInShort } from "./evidence/simulation-cells";
export { builtInSource } from "./wording/evidence";
export { refused, told } from "./wording/evidence-problems";
export { refusedByLaw } from "./wording/law-problems";
export { remarkWords } from "./wording/law/projection";
export { conversionNotes } from "./wording/law/conversion";
export { JOB_CHANGE_CHOICES, jobChangeRules } from "./wording/law/job-change";
export { penaltyWords, ROTH_WORDS, withdrawalSources } from "./wording/law/withdrawal";
export { explanationSentences } from "./wording/explanation";
export { figureWords } from "./wording/worked";
export {
  moneyTerm,
  numberTerm,
  partTerm,
  roundedShare,
  shareTerm,
  targetTerm,
  terms,
  type Figure,
  type Term,
  type Worked,
} from "./worked";
export { readShareAllocation, type ShareAllocationRange } from "./share-allocation";
export { assetClasses, type AssetClass, type ClassWeights } from "./known-funds/asset-classes";
export { guessClass, knownFund, type KnownFund, type NamedFund } from "./known-funds/known-fund";
export { readLog } from "./log";
export { checkupRows, pitfallSentence } from "./wording/checkup";
export { conversionCells } from "./law/conversion-cells";
export { readFiling } from "./law/filing";
export { jobChangeCells } from "./law/job-change-cells";
export { lawCells } from "./law/law-cells";
export { readMatchFormula } from "./law/match-formula";
export { readPayingAccount, readPaymentReason, type PayingAccountType } from "./law/payment";
export { projectionCells } from "./law/projection-cells";
export { bracketFacts, lawFact, taxFacts } from "./law/tax-facts";
export { withdrawalCells, type DecidedWithdrawal } from "./law/withdrawal-cells";
export { lawAt, readLawYear, readOptionalLawYear } from "./law/year";
export { followedCells } from "./lots/followed-cells";
export { harvestCells } from "./lots/harvest-cells";
export { readLooks, type LooksRange } from "./lots/looks";
export { readPrices } from "./lots/prices";
export { readLots, type LotsRange } from "./lots/read";
export { hasNoShares, taxableSales } from "./lots/amounts-alone";
export { safeDatesCells } from "./lots/safe-dates-cells";
export { sellOrderCells } from "./lots/sell-order-cells";
export { readShareTrades, type ShareTradesRange } from "./lots/share-trades";
export { washSalesCells } from "./lots/wash-sales-cells";
export { readScalarRows, readScalars, type ScalarArgument, type ScalarRow, type ScalarRows } from "./scalar-rows";
export { columnOf, mapColumn, pairsOf, rowsOf, type ResultCells, type RowLayout } from "./results";
export { readElections, type ElectionsRange } from "./elections";
export { readAmount, readChoice, readNumberBetween, readScalar, readVolatility } from "./scalar";
export { type FormulaName } from "./wording/formulas";
export { inTheRange, money, type Places } from "./wording/figures";
export {
  actionWord,
  centsOf,
  checkLabels,
  goalSideWord,
  noteWords,
  noTradesWords,
  offGoalSentence,
} from "./wording/household";
export { policyTable } from "./wording/policy-table";
export { noteSentence } from "./wording/notes";
export { policySentence, settingRows, type SettingRow } from "./wording/policy";
export { sideWord, statusWords, type StatusWord } from "./wording/status";
export { cellError, sentence, type CellError } from "./wording/problems";
export { quoted } from "./wording/quote";
