// Knows: what is what in a workbook: its lists of funds, their columns, the plans about them, and what a target column says.
// Doesn't know: React, Excel's API, how anything is computed.
// Add here: another way to find or to read a list, an account or a plan in a workbook.
export {
  blockOf,
  columnOf,
  fundName,
  fundRows,
  type HouseholdList,
  isHousehold,
  isOnePot,
  isReady,
  isValued,
  type List,
  type ListColumns,
  listIn,
  nameOf,
  type ReadyList,
  type Role,
  rowRulesOf,
  ruleColumnsOf,
  sameList,
  shownAs,
  sourceOf,
  type ValuedList,
  type Whereabouts,
  wrongName,
} from "./list";
export { type ClassTargets, placeOf as placeOfTargets } from "./class-targets";
export { type AccountMoney, type Household } from "./household";
export { type AccountFlow, cashFlowsOf } from "./cash-flows";
export { heldClasses, type HeldClass, type HeldClasses, mixClassOf } from "./household-classes";
export { type HouseholdPlan } from "./household-plan";
export { type AddedClasses, type OneAccount } from "./one-account";
export { type Obstacle, type Total } from "./rows";
export { moneyLike } from "./money";
export { formatsOf, formatsWhereNone, type OwnFigures } from "./unformatted";
export { type MixName, mixOf, type PresetMix, spreadOver } from "./mixes";
export { decisionsOf, type Decisions, type Plan } from "./plan";
export { accountsIn, type Outdated, type OutdatedFund } from "./outdated";
export type { OutdatedHousehold, OutdatedRow, UntoldTrade } from "./outdated-household";
export { accountTypes, type FoundAccount } from "./bring-in/accounts";
export { cellsAround } from "./bring-in/around";
export { type AccountMatch, type Changes, changesTo, type Matched } from "./bring-in/changes";
export { type Found, foundIn, heldIn, type FoundHolding, type Open, openIn, type Repeated } from "./bring-in/found";
export { type FoundFund, type Made } from "./bring-in/funds";
export { type OwnRow, type OwnTable, ownTableIn, ownTableName } from "./bring-in/own-table";
export { holdingsIn, type ReadSource, withHoldings } from "./bring-in/read-source";
export {
  type AccountChoice,
  type Choices,
  type FundChoice,
  noChoices,
  type Source,
  type SourceChoices,
} from "./bring-in/source";
export { canBeTable, freeTableName, type Proposal, propose } from "./proposed";
export { readInside } from "./read-inside";
export { listIsStillThere, planIsStillThere, sheetIsThere } from "./still-there";
export {
  type Correction,
  type HouseholdSight,
  type Memory,
  returnsTable,
  type Sight,
  survey,
  type Survey,
} from "./survey";
export { areInPercents, readTyped, type TargetProblem, targetTexts, targetTextsOf, type TypedTargets } from "./targets";
