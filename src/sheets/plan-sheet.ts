import type { Description, Step } from "./description";
import { typedCall } from "./keel-spelling";
import { dollarPatterns } from "./money-pattern";
import { address, localAddress, type Block } from "./place";
import { percentPattern, signedPercentPattern } from "./percent-pattern";
import {
  behindReturns,
  columnReference,
  formulaColumns,
  type Choices,
  type FormulaColumns,
  type Source,
} from "./plan-formulas";
import {
  labelsFor,
  lastLookIn,
  nextLookIn,
  policyInWords,
  policySteps,
  settingLabels,
  type PolicyRow,
} from "./plan-policy";
import { namesOf } from "./plan-subject";
import { isInBand, isOutOfBand } from "./status-flags";

/** What stands above the cells that the owner ticks, a trade each. */
const doneHeading = "Done";

/** Whether a cell heads a plan's column of ticks: plans that an earlier Keel wrote have none. */
export function isDoneHeading(cell: unknown): boolean {
  return cell === doneHeading;
}

/** What the chart calls the bars of targets. */
export const targetSeries = "Target";

/** What the wizard has asked before it writes a plan. */
export interface PlanChoices extends Pick<Choices, "cash" | "names" | "namespace"> {
  /** The sheet to write on; it is added unless it is there. */
  readonly sheet: string;
  /** What the Policy table is called in this workbook. */
  readonly policyTable: string;
  /** A setting of `settingLabels` that is left out is blank, which is Keel's default; others stand below these if given. */
  readonly settings: readonly PolicyRow[];
  /** Of a plan that is written anew, how it was written; as plans are written now if not given. */
  readonly gap?: PlanGap;
  /** What the owner calls the list: "Holdings on sheet 401(k)". */
  readonly listName: string;
}

/** Where each thing on a plan's sheet stands. */
export interface PlanPlaces {
  /** Everything that is written, the chart included. */
  readonly all: Block;
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
  /** One column of results each, a row a fund. */
  readonly columns: Readonly<Record<PlanColumn, Block>>;
  readonly chart: Block;
}

const planColumns = [
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

/** Rows of a plan's sheet, counted from 0. */
const row = { title: 0, from: 1, words: 2, facts: 3, headings: 9, funds: 10, policy: 3 };

/** How many columns stand blank between a plan's ticks and its Policy table: one, and none in plans of an earlier Keel. */
const gaps = [1, 0] as const;
const [usualGap] = gaps;
export type PlanGap = (typeof gaps)[number];
/** Before there were ticks, the table stood in their column. */
const withoutTicks = -1;

/** Where the top left cell of a plan is, with its sheet. */
type Corner = Pick<Block, "sheet" | "row" | "column">;

/** Says where a new plan for so many rows of funds stands on its sheet, with a Policy table of as many settings. */
export function planPlaces(
  sheet: string,
  height: number,
  settings = settingLabels.length,
  gap: PlanGap = usualGap,
): PlanPlaces {
  return placesFrom({ sheet, row: 0, column: 0 }, height, settings + 1, gap);
}

/**
 * Says where the plan of a Policy table that was found may stand, for each way that a Keel has written one: all of it
 * has moved as far as the table has. Ways that there is no room for are left out.
 */
export function placesByPolicy(policy: Block, height: number): readonly PlanPlaces[] {
  return [...gaps, withoutTicks].flatMap((gap) => {
    const corner = { ...policy, row: policy.row - row.policy, column: policy.column - policyColumn(gap) };
    return isOnSheet(corner) ? [placesFrom(corner, height, policy.height, gap)] : [];
  });
}

/** Says where the plan stands whose first trade is in this cell; undefined if there is no room for the rest. */
export function placesByTrade(trade: Block, height: number): PlanPlaces | undefined {
  const corner = { ...trade, row: trade.row - row.funds, column: trade.column - planColumns.indexOf("trade") };
  return isOnSheet(corner) ? placesFrom(corner, height, settingLabels.length + 1, usualGap) : undefined;
}

/**
 * How a plan was written that is found at these places. Undefined where it can't be written so once more: it has no
 * column for ticks, or its owner has moved the Policy table away from the rest.
 */
export function gapOf({ columns, policy }: PlanPlaces): PlanGap | undefined {
  return gaps.find(
    (gap) =>
      policy.column === columns.fund.column + policyColumn(gap) &&
      policy.row === columns.fund.row - row.funds + row.policy,
  );
}

function policyColumn(gap: number): number {
  return planColumns.length + gap;
}

function isOnSheet({ row: down, column: across }: Corner): boolean {
  return down >= 0 && across >= 0;
}

/** Where a plan stands from its top left cell on, with a Policy table of `tableHeight` rows, its header included. */
function placesFrom(corner: Corner, height: number, tableHeight: number, gap: number): PlanPlaces {
  const cell = (down: number, across: number): Block => ({
    sheet: corner.sheet,
    row: corner.row + down,
    column: corner.column + across,
    height: 1,
    width: 1,
  });
  const column = (across: number): Block => ({ ...cell(row.funds, across), height });
  const columns = Object.fromEntries(
    planColumns.map((name, across) => [name, column(across)]),
  ) as PlanPlaces["columns"];
  const left = policyColumn(gap);
  // Two bars a fund, a title and an axis.
  const chartHeight = Math.min(40, Math.max(14, height * 2 + 6));
  const chart = row.policy + tableHeight + 1;
  const bottom = Math.max(row.funds + height, chart + chartHeight);
  return {
    all: { ...cell(0, 0), height: bottom, width: left + 3 },
    act: cell(row.facts, 1),
    totalDrift: cell(row.facts + 1, 1),
    nextLook: cell(row.facts + 2, 1),
    cash: cell(row.facts + 3, 1),
    totalValue: cell(row.facts + 4, 1),
    policy: { ...cell(row.policy, left), height: tableHeight, width: 2 },
    lastLook: lastLookIn(cell(row.policy, left)),
    columns,
    chart: { ...cell(chart, left), height: chartHeight, width: 3 },
  };
}

/**
 * Describes a plan on a sheet of its own: the verdict, the rule as a Policy table that the formulas read, a row a fund
 * with its drift, band, status and trade, and a chart. All figures are live formulas over the owner's list.
 */
export function planSheet(source: Source, choices: PlanChoices): Description {
  const { sheet, namespace, policyTable } = choices;
  const places = planPlaces(sheet, source.values.height, labelsFor(choices.settings).length, choices.gap);
  const { columns } = places;
  const percents = percentPattern(source.values.height);
  const { money = dollarPatterns } = source;
  const { values, targets, funds, rules, grow } = references(source, choices.names);
  const follow = grow
    ? "they follow it as it changes."
    : "they follow these cells. After you add a fund, run Set up again.";
  const cash = localAddress(places.cash, true);
  const keel = (name: string, ...given: readonly string[]): string => typedCall(namespace, name, ...given);
  const signal = `$${localAddress({ ...columns.status, height: 1 })}`;
  const actCell = localAddress(places.act, true);

  const labels: readonly string[] = ["Act today?", "Total drift", "Next look", "Cash to invest", "Total value"];
  const headings = ["Fund", "Value", "Target", "Weight", "Drift", "Lowest", "Highest", "Status", "Trade", doneHeading];
  const at = (down: number, across: number, height = 1, width = 1): Block => ({
    sheet,
    row: down,
    column: across,
    height,
    width,
  });
  const write = (block: Block, formula: string): Step => ({ do: "write formula", block, formula: `=${formula}` });
  const format = (block: Block, pattern: string): Step => ({ do: "format numbers", block, format: pattern });
  return {
    title: `Write the plan on sheet ${sheet}`,
    steps: [
      { do: "add sheet", name: sheet },
      { do: "write values", block: at(row.title, 0), values: [["Rebalancing plan"]] },
      { do: "style", block: at(row.title, 0), style: "title" },
      {
        do: "write values",
        block: at(row.from, 0),
        values: [[`Live formulas over ${choices.listName}: ${follow} Cells with blue letters are yours to change.`]],
      },
      { do: "style", block: at(row.from, 0), style: "note" },

      ...policySteps(policyTable, places.policy, choices.settings),
      write(at(row.words, 0), policyInWords(namespace, policyTable)),

      { do: "write values", block: at(row.facts, 0, labels.length), values: labels.map((label) => [label]) },
      { do: "style", block: at(row.facts, 0, labels.length), style: "label" },
      format(places.cash, money.either),
      { do: "write values", block: places.cash, values: [[choices.cash]] },
      { do: "style", block: places.cash, style: "input" },
      {
        do: "validate",
        block: places.cash,
        allow: { kind: "number" },
        prompt: {
          title: "Cash to invest",
          text: "Dollars to invest now. A minus takes money out. 0 if there is none.",
        },
        refusal: "Type an amount such as 1200, or -500 to take money out.",
      },
      { do: "style", block: { ...places.act, height: labels.length }, style: "figure" },
      write(
        places.act,
        `IF(${keel("ISDUE", values, targets, policyTable, "TODAY()", ...behindReturns(rules))},"Yes","No")`,
      ),
      format(places.totalDrift, "0.0%"),
      write(places.totalDrift, keel("DRIFTTOTAL", values, targets)),
      format(places.nextLook, "mmm d, yyyy"),
      write(places.nextLook, nextLookIn(namespace, policyTable)),
      format(places.totalValue, money.value),
      write(places.totalValue, `SUM(${values})`),

      { do: "write values", block: at(row.headings, 0, 1, headings.length), values: [headings] },
      ...headings.map((_, across): Step => ({
        do: "style",
        block: at(row.headings, across),
        style: across === 0 || across === planColumns.indexOf("done") ? "heading" : "figure heading",
      })),
      format(columns.value, money.value),
      // Targets are the owner's own figures: 12.25 % must not stand there as 12.3 %.
      format(columns.target, percents.replace("%", "##%")),
      format(columns.weight, percents),
      format(columns.drift, signedPercentPattern(source.values.height)),
      format({ ...columns.lowest, width: 2 }, percents),
      format(columns.trade, money.signed),
      write(columns.fund, funds),
      write(columns.value, values),
      write(columns.target, targetsAsRead(keel("BANDS", targets, '""'))),
      write(columns.weight, keel("WEIGHTS", values)),
      write(columns.drift, keel("DRIFT", values, targets)),
      write({ ...columns.lowest, width: 2 }, keel("BANDS", targets, policyTable, ...rules)),
      { do: "style", block: columns.status, style: "figure" },
      write(columns.status, keel("STATUS", values, targets, policyTable, ...rules)),
      write(columns.trade, keel("REBALANCE", values, targets, cash, policyTable, "TODAY()", ...behindReturns(rules))),
      { do: "style", block: columns.done, style: "input" },
      {
        do: "validate",
        block: columns.done,
        allow: { kind: "tick" },
        prompt: { title: doneHeading, text: "Tick or say Yes once this trade is typed into your plan’s web page." },
        refusal: "Choose Yes, or leave the cell blank.",
      },

      { do: "flag", block: places.act, formula: `=${actCell}="Yes"`, style: "act" },
      { do: "flag", block: places.act, formula: `=${actCell}="No"`, style: "fine" },
      { do: "flag", block: columns.status, formula: `=${isOutOfBand(signal)}`, style: "act" },
      { do: "flag", block: columns.status, formula: `=${isInBand(signal)}`, style: "fine" },
      {
        do: "chart",
        name: "Keel weights",
        at: places.chart,
        title: "Weights now and targets",
        words: "Bars of each fund’s weight now beside its target.",
        categories: columns.fund,
        series: [
          { name: "Now", values: columns.weight },
          { name: targetSeries, values: columns.target },
        ],
        format: "0%",
      },

      ...[...widths, ...widthsFrom(columns.done, places.policy)].map(([across, characters]): Step => ({
        do: "set width",
        block: at(0, across),
        characters,
      })),
      { do: "select", block: places.act },
    ],
  };
}

/**
 * The formula of a list's targets as Keel's functions read them, n × 1: without a band, the lowest weight allowed is the
 * target itself. WEIGHTS would read them as money and round each to the cent, 12.5 % and 87.5 % to 12.9 % and 87.1 %.
 */
export function targetsAsRead(bandsWithoutBand: string): string {
  return `INDEX(${bandsWithoutBand},0,1)`;
}

const widths: readonly (readonly [column: number, characters: number])[] = [
  [0, 38],
  [1, 18],
  ...[2, 3, 4, 5, 6].map((across) => [across, 9] as const),
  [7, 10],
  [8, 15],
];

/** The widths from the column of ticks on: a blank column beside it is narrow. */
function widthsFrom(done: Block, policy: Block): typeof widths {
  const gap = done.column + 1 < policy.column ? ([[done.column + 1, 3]] as const) : [];
  return [[done.column, 7], ...gap, [policy.column, 16], [policy.column + 1, 18], [policy.column + 2, 52]];
}

export interface References extends FormulaColumns {
  /** A column of texts. */
  readonly funds: string;
}

export function references(source: Source, names: Choices["names"]): References {
  const { table, ...cells } = source;
  const { funds } = cells;
  const fund = table?.fund === undefined ? undefined : columnReference(table.name, table.fund, names);
  // The names grow with the table as the rest does, or all of it is called by its cells.
  const columns = formulaColumns(fund || !funds ? source : cells, names);
  const named = columns.grow ? fund : funds && address(funds, true);
  return { ...columns, funds: named ? namesOf(named) : `"Row "&ROW(${columns.values})` };
}
