import type { Block } from "./place";
import { lastLookIn, settingLabels } from "./plan-policy";

/** Where each thing on a plan's sheet stands. */
export interface PlanPlaces {
  /** Everything that is written, the chart included. */
  readonly all: Block;
  /** The labels of the facts, which run over the blank cells to their right. */
  readonly labels: Block;
  /** The cell that says Yes or No. */
  readonly act: Block;
  readonly totalDrift: Block;
  readonly nextLook: Block;
  readonly cash: Block;
  readonly totalValue: Block;
  /** The Policy table with its header row. */
  readonly policy: Block;
  /** The value of one setting in it: when the owner last looked. */
  readonly lastLook: Block;
  /** The row of headings above the funds, from the first column to the last. */
  readonly headings: Block;
  /** One column of results each, a row a fund. */
  readonly columns: Readonly<Record<PlanColumn, Block>>;
  readonly chart: Block;
}

export const planColumns = [
  "fund",
  "value",
  "target",
  "weight",
  "drift",
  "lowest",
  "highest",
  "status",
  "trade",
  "done",
] as const;
export type PlanColumn = (typeof planColumns)[number];

/** Rows of a plan's sheet, counted from 0, whatever its layout. */
export const planRow = { title: 0, from: 1, words: 2, facts: 3 } as const;

/** The facts, each in its row from `planRow.facts` on. */
const facts = ["act", "totalDrift", "nextLook", "cash", "totalValue"] as const;

/**
 * How a plan is laid out on its sheet. Plans are written with their Policy table above the funds, below the facts, and the
 * chart beside both: all that is seen first. `headings` is the row of the funds' headings, counted from the plan's first.
 * An earlier Keel wrote the table to the right of the column of ticks, with `gap` blank columns between.
 *
 * Above the funds, the table has two columns of its own, which stay blank beside the funds: names of funds run over them.
 * So whoever inserts or deletes a row of the table, which moves what is below it in these columns only, moves no figure
 * away from its fund, and a table that gets more rows than there is room for covers the ends of names at worst.
 */
export type PlanLayout =
  { readonly policy: "above"; readonly headings: number } | { readonly policy: "beside"; readonly gap: 0 | 1 };

/** Of an earlier Keel: before there were ticks, the table stood in their column. */
const withoutTicks = -1;
type AnyLayout = PlanLayout | { readonly policy: "beside"; readonly gap: typeof withoutTicks };

/** The row of the Policy table's header. */
const policyRow = { above: planRow.facts + facts.length + 1, beside: planRow.facts };
/** Room for settings that the owner adds below those that every plan shows. */
const spareRows = 2;
/** The columns of the Policy table's own. */
const policyWidth = 2;

/** Where the top left cell of a plan is, with its sheet. */
type Corner = Pick<Block, "sheet" | "row" | "column">;

/** The layout of a new plan with a Policy table of so many settings. */
export function usualLayout(settings = settingLabels.length): PlanLayout {
  // A blank row stands between the table and the funds' headings at least.
  const bottom = policyRow.above + 1 + Math.max(settings, settingLabels.length + spareRows);
  return { policy: "above", headings: bottom + 1 };
}

/** Says where a plan for so many rows of funds stands on its sheet, with a Policy table of as many settings. */
export function planPlaces(
  sheet: string,
  height: number,
  settings = settingLabels.length,
  layout: PlanLayout = usualLayout(settings),
): PlanPlaces {
  return placesFrom({ sheet, row: 0, column: 0 }, height, settings + 1, layout);
}

/**
 * Says where the plan of a Policy table that was found may stand, for each way that a Keel has written one: all of it
 * has moved as far as the table has. Ways that there is no room for are left out.
 */
export function placesByPolicy(policy: Block, height: number): readonly PlanPlaces[] {
  // The table may have got more rows since, or fewer: the funds then stand where they stood.
  const headings = new Set([usualLayout(), usualLayout(policy.height - 1)].map((each) => headingsRow(each)));
  const layouts: readonly AnyLayout[] = [
    ...[...headings].map((row) => ({ policy: "above", headings: row }) as const),
    ...([1, 0, withoutTicks] as const).map((gap) => ({ policy: "beside", gap }) as const),
  ];
  return layouts.flatMap((layout) => {
    const corner = {
      ...policy,
      row: policy.row - policyRow[layout.policy],
      column: policy.column - policyColumn(layout),
    };
    return isOnSheet(corner) ? [placesFrom(corner, height, policy.height, layout)] : [];
  });
}

/** Says where the plan may stand whose first trade is in this cell, for each layout that there is room for. */
export function placesByTrade(trade: Block, height: number): readonly PlanPlaces[] {
  const layouts: readonly PlanLayout[] = [usualLayout(), { policy: "beside", gap: 1 }];
  return layouts.flatMap((layout) => {
    const corner = {
      ...trade,
      row: trade.row - headingsRow(layout) - 1,
      column: trade.column - columnOf("trade", layout),
    };
    return isOnSheet(corner) ? [placesFrom(corner, height, settingLabels.length + 1, layout)] : [];
  });
}

/**
 * How a plan is laid out that is found at these places. Undefined where it can't be written so once more: it has no
 * column for ticks, or its owner has moved the Policy table or the facts away from the rest.
 */
export function layoutOf(places: PlanPlaces): PlanLayout | undefined {
  const { columns, policy, cash, act } = places;
  const top = cash.row - facts.indexOf("cash") - planRow.facts;
  const headings = columns.fund.row - 1 - top;
  const layouts: readonly PlanLayout[] = [
    ...(headings > policyRow.above ? [{ policy: "above", headings } as const] : []),
    { policy: "beside", gap: 1 },
    { policy: "beside", gap: 0 },
  ];
  return layouts.find((layout) => {
    const corner = { sheet: policy.sheet, row: top, column: columns.fund.column };
    const usual = placesFrom(corner, columns.fund.height, policy.height, layout);
    return [
      [policy, usual.policy],
      [columns.drift, usual.columns.drift],
      [cash, usual.cash],
      [act, usual.act],
    ].every(([one, other]) => one && other && one.row === other.row && one.column === other.column);
  });
}

function headingsRow(layout: AnyLayout): number {
  return layout.policy === "above" ? layout.headings : planRow.facts + facts.length + 1;
}

function policyColumn(layout: AnyLayout): number {
  return layout.policy === "above" ? 1 : planColumns.length + layout.gap;
}

/** Which column of the sheet holds what, counted from the plan's first. */
function columnOf(name: PlanColumn, layout: AnyLayout): number {
  const at = planColumns.indexOf(name);
  return at === 0 || layout.policy === "beside" ? at : at + policyWidth;
}

function isOnSheet({ row: down, column: across }: Corner): boolean {
  return down >= 0 && across >= 0;
}

/** Where a plan stands from its top left cell on, with a Policy table of `tableHeight` rows, its header included. */
function placesFrom(corner: Corner, height: number, tableHeight: number, layout: AnyLayout): PlanPlaces {
  const above = layout.policy === "above";
  const block = (down: number, across: number, rows = 1, width = 1): Block => ({
    sheet: corner.sheet,
    row: corner.row + down,
    column: corner.column + across,
    height: rows,
    width,
  });
  const headings = headingsRow(layout);
  const columns = Object.fromEntries(
    planColumns.map((name) => [name, block(headings + 1, columnOf(name, layout), height)]),
  ) as PlanPlaces["columns"];
  const fact = (name: (typeof facts)[number]): Block =>
    block(planRow.facts + facts.indexOf(name), above ? policyWidth : 1);
  const left = policyColumn(layout);
  const policy = block(policyRow[layout.policy], left, tableHeight, policyWidth);
  const last = columnOf("done", layout);
  const chart = above
    ? block(planRow.facts, columnOf("value", layout), headings - planRow.facts - 1, last - policyWidth)
    : block(policyRow.beside + tableHeight + 1, left, chartHeightBeside(height), 3);
  const bottom = Math.max(headings + 1 + height, chart.row - corner.row + chart.height);
  return {
    all: block(0, 0, bottom, above ? last + 1 : left + 3),
    labels: block(planRow.facts, 0, facts.length),
    act: fact("act"),
    totalDrift: fact("totalDrift"),
    nextLook: fact("nextLook"),
    cash: fact("cash"),
    totalValue: fact("totalValue"),
    policy,
    lastLook: lastLookIn(policy),
    headings: block(headings, 0, 1, last + 1),
    columns,
    chart,
  };
}

/** Two bars a fund, a title and an axis. */
function chartHeightBeside(height: number): number {
  return Math.min(40, Math.max(14, height * 2 + 6));
}
