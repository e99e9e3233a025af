// Knows: what goes where in a workbook, as data: values, formulas, tables, formats.
// Doesn't know: Excel, the grid, the pane; it carries nothing out.
// Add here: a new thing that Keel writes into a workbook.
export { adviserChartWidth, adviserCopy, adviserSheet } from "./adviser-copy";
export { type AdviserFacts, type AdviserHolding } from "./adviser-facts";
export { ADVISER_ROW } from "./adviser-parts";
export { householdCopy } from "./household-copy/household-copy";
export {
  type CopyAccount,
  type CopyClass,
  type CopyHolding,
  type CopyPlan,
  type CopyTrade,
  type HouseholdCopyFacts,
} from "./household-copy/facts";
export {
  holdingsSheet,
  mixesSheet,
  mixesTable,
  newHoldings,
  updatedHoldings,
  type FoundHoldings,
  type HoldingChange,
  type HoldingRow,
  type HoldingsPlaces,
  type MixRow,
} from "./holdings-table";
export { crashPlace, crashSheet, type CrashChoices } from "./crash-sheet";
export { type EvidenceSource } from "./evidence-source";
export { futurePlace, futureSheet, type FutureChoices } from "./future-sheet";
export {
  followMoved,
  movedTargetsAt,
  movingPlace,
  movingSheet,
  type MovingBy,
  type MovingChoices,
} from "./moving-sheet";
export { frontierPlace, frontierSheet, type FrontierChoices } from "./frontier-sheet";
export { pastPlace, pastSheet, type PastChoices } from "./past-sheet";
export { rulesPlace, rulesSheet, type RulesChoices } from "./rules-sheet";
export { calendarFile, type CalendarDay } from "./calendar-file";
export { commaSeparated, tabSeparated, type TextCell } from "./csv";
export {
  address,
  blockAt,
  columnName,
  columnNumber,
  filledWith,
  localAddress,
  overlap,
  sameBlock,
  sameName,
  topLeft,
  within,
  type Block,
} from "./place";
export {
  sheetEnd,
  withReferences,
  type ChangeReference,
  type CellReference,
  type ReferenceEnd,
  type ReferenceSpan,
} from "./references";
export {
  cellsOfChart,
  chartAlone,
  withCells,
  type CategoryChart,
  type Chart,
  type ChartWithout,
  type FigureAxis,
  type PointsChart,
} from "./chart";
export { columnCharacters, columnPixels, columnPoints, storedColumnPixels, storedColumnWidth } from "./column-width";
export {
  claims,
  isTicked,
  sheetOf,
  sheetsOf,
  tickedWord,
  tickInWords,
  type Description,
  type Step,
  type StepOf,
  type Style,
  type Validation,
  type Value,
} from "./description";
export {
  blankSheet,
  anyPages,
  pageFooter,
  type Book,
  type BookCell,
  type BookTable,
  type CellStyle,
  type ErrorValue,
  type Flag,
  type Margin,
  type Picture,
  type PrintOption,
  type PrintSetUp,
  type Sheet,
} from "./book";
export {
  isWhole,
  isWholeTable,
  keelCalls,
  type Constant,
  type KeelArgument,
  type KeelCall,
  type Reference,
  type TableReference,
} from "./keel-call";
export {
  callsFunction,
  isKeelFormula,
  isStoredCustomFunction,
  nameBegun,
  spellings,
  storedId,
  typedFromStored,
  typedName,
  type Spelling,
} from "./keel-spelling";
export { labelWidth, linesOf, textWidth } from "./lettering";
export { flagStyles, cellStyles, pointColours, seriesColours, tableStyle, targetSeries } from "./cell-styles";
export { inLocalForm, plainSeparators, type Separators } from "./local-form";
export { masked } from "./mask";
export { keelMargins, printOf, sheetFooter } from "./page-set-up";
export { percentPattern } from "./percent-pattern";
export { dollarPatterns, moneyPatterns, type MoneyPatterns } from "./money-pattern";
export {
  cashLabel,
  columnReference,
  defaultChoices,
  placesFor,
  planFormulas,
  policyLabel,
  type Choices,
  type Places,
  type Source,
} from "./plan-formulas";
export { logEntries, logRebalance, newLogCells, newLogPlace, nextLogRow, type LogEntry } from "./rebalance-log";
export { logSheet, logTable, tradeSheet, tradeTable } from "./log-names";
export { newValues } from "./new-values";
export { paycheckFormulas, paycheckPlace, rowsAboveFunds } from "./paycheck-columns";
export { type FoundLog, nextLogRows } from "./log-table";
export { furtherTrades, type LoggedTrade, newTrades, newTradesPlace, tradesLogged } from "./trade-log";
export { ailment, cleaned, repair, type Ailment, type FormulaStanding } from "./repair";
export {
  taxEstimate,
  taxEstimatePlace,
  type EstimateArgument,
  type EstimateCells,
  type EstimateColumn,
  type EstimateKind,
  type TaxEstimate,
} from "./tax-estimate";
export { sampleHousehold, sampleHouseholdSheet } from "./sample-household";
export { sample, sampleSheet, sampleSource } from "./sample";
export { starter, starterChoices, starterPrint } from "./starter";
export {
  layoutOf,
  placesByPolicy,
  placesByTrade,
  planPlaces,
  usualLayout,
  type PlanColumn,
  type PlanLayout,
  type PlanPlaces,
} from "./plan-places";
export { isDoneHeading, planSheet, type PlanChoices } from "./plan-sheet";
export { dayFormat, policyHeadings, settingLabels, type PolicyRow } from "./plan-policy";
export {
  classTargetHeadings,
  firstFigureBeside,
  householdPlaces,
  householdPlacesBy,
  householdRow,
  type HouseholdPlaces,
} from "./household-places";
export { householdSheet, type HouseholdChoices } from "./household-sheet";
export {
  type ClassColumn,
  type ClassTargetsSource,
  type HouseholdSource,
  type WrittenTargets,
} from "./household-source";
export { widthOfTargets } from "./household-targets";
export { cellReadBy, householdSubjectOf, tradesCallIn, type HouseholdSubject } from "./household-subject";
export {
  householdTrades,
  tradesFormulas,
  type ListColumn,
  type TradesChoices,
  type TradesFormulas,
} from "./household-trades";
export { tradesPlaces, tradesRow, type TradesPlaces } from "./household-trades-places";
export { isAbout, readsRules, subjectOf, type PlanSubject } from "./plan-subject";
export { bookOf, type Shown } from "./book-of";
