import type { Block } from "./place";
import { lastLookIn, settingLabels } from "./plan-policy";

/** What stands above a table of targets by class. */
export const classTargetHeadings = ["Class", "Target"] as const;

const targetColumns = ["class", "target"] as const;
const figureColumns = ["value", "weight", "drift", "lowest", "highest", "status"] as const;
type HouseholdColumn = (typeof targetColumns)[number] | (typeof figureColumns)[number];

/** Where each thing on the sheet of a household's plan stands. */
export interface HouseholdPlaces {
  readonly all: Block;
  /** The cell that says Yes or No. */
  readonly act: Block;
  readonly totalDrift: Block;
  readonly nextLook: Block;
  readonly totalValue: Block;
  /** The cell that says what is to be traded, in one line. */
  readonly trades: Block;
  readonly policy: Block;
  readonly lastLook: Block;
  /** One column each, a row a class. */
  readonly columns: Readonly<Record<HouseholdColumn, Block>>;
  /** Classes and targets with their header row, and whatever else the table says of each class. */
  readonly targets: Block;
  /** Which column of the sheet's own the figures begin in, counted from 0 where the classes stand. */
  readonly firstFigure: number;
  readonly chart: Block;
}

/** Rows of the sheet, counted from 0. */
export const householdRow = { title: 0, from: 1, words: 2, facts: 3, trades: 7, headings: 9, classes: 10, policy: 3 };

/** The column of the figures beside a table of targets so wide, and a blank one that parts them: a table takes in what is written right beside it. */
export function firstFigureBeside(width: number): number {
  return Math.max(width, targetColumns.length) + 1;
}

/** The column of the Policy table, right of the figures and a blank one. */
function policyColumn(firstFigure: number): number {
  return firstFigure + figureColumns.length + 1;
}

/** Where the plan of a household with so many classes stands on its sheet, with as many settings as are `given`. */
export function householdPlaces(
  sheet: string,
  height: number,
  settings = settingLabels.length,
  firstFigure = firstFigureBeside(targetColumns.length),
): HouseholdPlaces {
  const policy = { sheet, row: householdRow.policy, column: policyColumn(firstFigure), height: settings + 1, width: 2 };
  return placesFrom(height, 0, 0, policy, firstFigure);
}

/**
 * Where a plan stands whose Policy table and whose cell that says whether to act are found: it may have moved as a whole.
 * Undefined where they don't stand as Keel wrote them.
 */
export function householdPlacesBy(height: number, policy: Block, act: Block): HouseholdPlaces | undefined {
  const [top, left] = [policy.row - householdRow.policy, act.column - 1];
  const firstFigure = policy.column - left - policyColumn(0);
  const isWritten = act.sheet === policy.sheet && act.row === top + householdRow.facts && top >= 0 && left >= 0;
  return isWritten && firstFigure > targetColumns.length
    ? placesFrom(height, top, left, policy, firstFigure)
    : undefined;
}

function placesFrom(height: number, top: number, left: number, policy: Block, firstFigure: number): HouseholdPlaces {
  const { sheet } = policy;
  const cell = (down: number, across: number): Block => ({
    sheet,
    row: top + down,
    column: left + across,
    height: 1,
    width: 1,
  });
  const at = (across: number): Block => ({ ...cell(householdRow.classes, across), height });
  const columns = Object.fromEntries([
    ...targetColumns.map((name, across) => [name, at(across)]),
    ...figureColumns.map((name, across) => [name, at(firstFigure + across)]),
  ]) as HouseholdPlaces["columns"];
  // A name and two bars a class; a title of two lines, a legend and an axis.
  const chartHeight = Math.min(40, Math.max(14, height * 3 + 6));
  const chart = householdRow.policy + policy.height + 1;
  return {
    all: {
      ...cell(0, 0),
      height: Math.max(householdRow.classes + height, chart + chartHeight),
      width: policyColumn(firstFigure) + 2,
    },
    act: cell(householdRow.facts, 1),
    totalDrift: cell(householdRow.facts + 1, 1),
    nextLook: cell(householdRow.facts + 2, 1),
    totalValue: cell(householdRow.facts + 3, 1),
    trades: cell(householdRow.trades, 0),
    policy,
    lastLook: lastLookIn(policy),
    columns,
    targets: { ...cell(householdRow.headings, 0), height: height + 1, width: targetColumns.length },
    firstFigure,
    chart: { ...cell(chart, policyColumn(firstFigure)), height: chartHeight, width: 2 },
  };
}
