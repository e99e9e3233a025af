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
  readonly policy: Block;
  readonly lastLook: Block;
  /** One column each, a row a class. */
  readonly columns: Readonly<Record<HouseholdColumn, Block>>;
  /** Classes and targets with their header row. */
  readonly targets: Block;
  readonly chart: Block;
}

/** Rows and columns of the sheet, counted from 0. */
export const householdRow = { title: 0, from: 1, words: 2, facts: 3, trades: 7, headings: 9, classes: 10, policy: 3 };
/** A blank column parts the figures from the table of targets, which would take in what is written right beside it. */
export const firstFigure = targetColumns.length + 1;
const policyColumn = firstFigure + figureColumns.length + 1;

/**
 * Says where the plan of a household with so many classes stands on its sheet, with as many settings as are `given`. Given
 * the Policy table as it is found, it tells how far everything has moved since; undefined if there is no room for the rest.
 */
export function householdPlaces(sheet: string, height: number, settings?: number): HouseholdPlaces;
export function householdPlaces(sheet: string, height: number, policy: Block): HouseholdPlaces | undefined;
export function householdPlaces(
  sheet: string,
  height: number,
  given: number | Block = settingLabels.length,
): HouseholdPlaces | undefined {
  const [top, left, settings] =
    typeof given === "number"
      ? [0, 0, given + 1]
      : [given.row - householdRow.policy, given.column - policyColumn, given.height];
  if (top < 0 || left < 0) return undefined;
  const cell = (down: number, across: number): Block => ({
    sheet,
    row: top + down,
    column: left + across,
    height: 1,
    width: 1,
  });
  const columns = Object.fromEntries(
    [...targetColumns, "", ...figureColumns].map((name, across) => [
      name,
      { ...cell(householdRow.classes, across), height },
    ]),
  ) as HouseholdPlaces["columns"];
  // A name and two bars a class; a title of two lines, a legend and an axis.
  const chartHeight = Math.min(40, Math.max(14, height * 3 + 6));
  const chart = householdRow.policy + settings + 1;
  return {
    all: {
      ...cell(0, 0),
      height: Math.max(householdRow.classes + height, chart + chartHeight),
      width: policyColumn + 2,
    },
    act: cell(householdRow.facts, 1),
    totalDrift: cell(householdRow.facts + 1, 1),
    nextLook: cell(householdRow.facts + 2, 1),
    totalValue: cell(householdRow.facts + 3, 1),
    policy: { ...cell(householdRow.policy, policyColumn), height: settings, width: 2 },
    lastLook: lastLookIn(cell(householdRow.policy, policyColumn)),
    columns,
    targets: { ...cell(householdRow.headings, 0), height: height + 1, width: 2 },
    chart: { ...cell(chart, policyColumn), height: chartHeight, width: 2 },
  };
}
