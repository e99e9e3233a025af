import { targetSeries } from "./cell-styles";
import type { Description, Step } from "./description";
import { classTargetHeadings, firstFigure, householdPlaces, householdRow } from "./household-places";
import { typedCall } from "./keel-spelling";
import { dollarPatterns, type MoneyPatterns } from "./money-pattern";
import { percentPattern, signedPercentPattern } from "./percent-pattern";
import { address, localAddress, type Block } from "./place";
import { columnReference, type Choices } from "./plan-formulas";
import { labelsFor, nextLookIn, policyInWords, policySteps, type PolicyRow } from "./plan-policy";
import { targetsAsRead } from "./plan-sheet";
import { namesOf } from "./plan-subject";
import { isInBand, isOutOfBand } from "./status-flags";

/** Where the targets by class stand: on the plan's sheet, where Keel writes them, or in cells of the owner's. */
export type ClassTargetsSource =
  /**
   * Percents, 40 for 40 %, to be written as a table of this name. One that is there may have more columns of its owner's
   * to the right, which stay; one of them may be called `band`.
   */
  | {
      readonly table: string;
      readonly rows: readonly (readonly [assetClass: string, percent: number])[];
      readonly width?: number;
      readonly band?: string;
    }
  | {
      readonly classes: Block;
      readonly weights: Block;
      /** Bands of single classes, if a column says any. */
      readonly bands?: Block;
      /** Given if they are whole columns of a table: formulas then grow with it. */
      readonly columns?: {
        readonly table: string;
        readonly class: string;
        readonly weight: string;
        readonly band?: string;
      };
    };

/** Several accounts in one table of holdings, and their targets by class. */
export interface HouseholdSource {
  /** The table of holdings: its name, or its cells with their header row. */
  readonly holdings: { readonly table: string } | { readonly cells: Block };
  readonly targets: ClassTargetsSource;
  /** How the list shows money; dollars and cents if not given. */
  readonly money?: MoneyPatterns;
}

/** What the wizard has asked before it writes a household's plan. */
export interface HouseholdChoices extends Pick<Choices, "names" | "namespace"> {
  readonly sheet: string;
  readonly policyTable: string;
  readonly settings: readonly PolicyRow[];
  /** What the owner calls the list: "Holdings on sheet Accounts". */
  readonly listName: string;
}

/**
 * Describes a household's plan on a sheet of its own: whether to act, the rule as a Policy table, and a row a class with
 * its money, weight, drift, band and status, all live formulas over the table of holdings; and a chart. Trades are by
 * account, and none of them here. Figures stand beside the table of targets: no formula spills inside a table.
 */
export function householdSheet(source: HouseholdSource, choices: HouseholdChoices): Description {
  const { sheet, namespace, policyTable } = choices;
  const { money = dollarPatterns, targets } = source;
  const height = "rows" in targets ? targets.rows.length : targets.classes.height;
  const places = householdPlaces(sheet, height, labelsFor(choices.settings).length);
  const { columns } = places;
  const percents = percentPattern(height);
  const { holdings, classes, weights, bands } = referencesTo(source, choices.names);
  const keel = (name: string, ...given: readonly string[]): string => typedCall(namespace, name, ...given);
  const values = keel("BYCLASS", holdings, classes, policyTable);
  // Volatility and returns, which are left out, come before the rules of rows.
  const behind = bands.length === 0 ? [] : ["", "", ...bands];
  const actCell = localAddress(places.act, true);
  const signal = `$${localAddress({ ...columns.status, height: 1 })}`;

  const labels: readonly string[] = ["Act today?", "Total drift", "Next look", "In these classes"];
  const headings = ["Value", "Weight", "Drift", "Lowest", "Highest", "Status"];
  const at = (down: number, across: number, rows = 1, width = 1): Block => ({
    sheet,
    row: down,
    column: across,
    height: rows,
    width,
  });
  const write = (block: Block, formula: string): Step => ({ do: "write formula", block, formula: `=${formula}` });
  const format = (block: Block, pattern: string): Step => ({ do: "format numbers", block, format: pattern });
  const note = (down: number, text: string): readonly Step[] => [
    { do: "write values", block: at(down, 0), values: [[text]] },
    { do: "style", block: at(down, 0), style: "note" },
  ];
  return {
    title: `Write the plan on sheet ${sheet}`,
    steps: [
      { do: "add sheet", name: sheet },
      { do: "write values", block: at(householdRow.title, 0), values: [["Rebalancing plan by class"]] },
      { do: "style", block: at(householdRow.title, 0), style: "title" },
      ...note(
        householdRow.from,
        `Live formulas over ${choices.listName}: they follow it as it changes. Cells with blue letters are yours to change.`,
      ),
      ...policySteps(policyTable, places.policy, choices.settings, false),
      write(at(householdRow.words, 0), policyInWords(namespace, policyTable)),

      { do: "write values", block: at(householdRow.facts, 0, labels.length), values: labels.map((label) => [label]) },
      { do: "style", block: at(householdRow.facts, 0, labels.length), style: "label" },
      { do: "style", block: { ...places.act, height: labels.length }, style: "figure" },
      format(places.totalDrift, "0.0%"),
      format(places.nextLook, "mmm d, yyyy"),
      format(places.totalValue, money.value),
      ...note(householdRow.trades, "Trades by account follow in a later version of Keel."),

      ...("rows" in targets
        ? ownTargets(targets, places.targets, percents)
        : [
            { do: "write values", block: at(householdRow.headings, 0, 1, 2), values: [classTargetHeadings] } as const,
            format(columns.target, percents.replace("%", "##%")),
            write(columns.class, namesOf(classes)),
            write(columns.target, targetsAsRead(keel("BANDS", weights, '""'))),
          ]),
      { do: "write values", block: at(householdRow.headings, firstFigure, 1, headings.length), values: [headings] },
      { do: "style", block: at(householdRow.headings, 0), style: "heading" },
      ...[1, ...headings.map((_, across) => firstFigure + across)].map((column): Step => ({
        do: "style",
        block: at(householdRow.headings, column),
        style: "figure heading",
      })),
      format(columns.value, money.value),
      format(columns.weight, percents),
      format(columns.drift, signedPercentPattern(height)),
      format({ ...columns.lowest, width: 2 }, percents),
      { do: "style", block: columns.status, style: "figure" },
      write(columns.value, values),
      write(columns.weight, keel("WEIGHTS", values)),
      write(columns.drift, keel("DRIFT", values, weights)),
      write({ ...columns.lowest, width: 2 }, keel("BANDS", weights, policyTable, ...bands)),
      write(columns.status, keel("STATUS", values, weights, policyTable, ...bands)),
      write(places.act, `IF(${keel("ISDUE", values, weights, policyTable, "TODAY()", ...behind)},"Yes","No")`),
      write(places.totalDrift, keel("DRIFTTOTAL", values, weights)),
      write(places.nextLook, nextLookIn(namespace, policyTable)),
      write(places.totalValue, `SUM(${values})`),

      { do: "flag", block: places.act, formula: `=${actCell}="Yes"`, style: "act" },
      { do: "flag", block: places.act, formula: `=${actCell}="No"`, style: "fine" },
      { do: "flag", block: columns.status, formula: `=${isOutOfBand(signal)}`, style: "act" },
      { do: "flag", block: columns.status, formula: `=${isInBand(signal)}`, style: "fine" },
      {
        do: "chart",
        name: "Keel weights",
        at: places.chart,
        title: "Weights now and targets",
        words: "Bars of each class’s weight now beside its target.",
        categories: columns.class,
        series: [
          { name: "Now", values: columns.weight },
          { name: targetSeries, values: columns.target },
        ],
        format: "0%",
      },
      ...widthsBeside(targets).map(([across, characters]): Step => ({
        do: "set width",
        block: at(0, across),
        characters,
      })),
      { do: "set up page", block: at(householdRow.headings, 0), orientation: "landscape" },
      { do: "select", block: places.act },
    ],
  };
}

/** Writes targets by class as a table whose percents the owner may change. Other columns of theirs stay. */
function ownTargets(
  { table, rows, width = classTargetHeadings.length }: Extract<ClassTargetsSource, { rows: unknown }>,
  block: Block,
  percents: string,
): readonly Step[] {
  const weights: Block = { ...block, row: block.row + 1, column: block.column + 1, height: block.height - 1, width: 1 };
  return [
    // Targets are the owner's own figures: 12.25 % must not stand there as 12.3 %.
    { do: "format numbers", block: weights, format: percents.replace("%", "##%") },
    {
      do: "write values",
      block,
      values: [classTargetHeadings, ...rows.map(([name, percent]) => [name, Number(`${percent}e-2`)])],
    },
    { do: "add table", name: table, block: { ...block, width } },
    { do: "style", block: weights, style: "input" },
    {
      do: "validate",
      block: weights,
      allow: { kind: "number", least: 0, most: 1 },
      prompt: {
        title: "Target",
        text: "The share of all your accounts that this class should have. All add up to 100%.",
      },
      refusal: "Type a percent from 0% to 100%, such as 40%.",
    },
  ];
}

/** A column that the owner has put beside their targets needs room for what it says. */
function widthsBeside(targets: ClassTargetsSource): typeof widths {
  const own = "rows" in targets && (targets.width ?? 0) > classTargetHeadings.length;
  return widths.map(([column, characters]) => [column, own && column === classTargetHeadings.length ? 12 : characters]);
}

/** Together, as wide as a window beside the pane of a screen of 1,400 pixels. */
const widths: readonly (readonly [column: number, characters: number])[] = [
  [0, 22],
  [1, 16],
  [2, 1],
  [3, 16],
  ...[4, 5, 6].map((across) => [across, 9] as const),
  ...[7, 8].map((across) => [across, 10] as const),
  [9, 1],
  [10, 17],
  [11, 14],
];

/** What formulas call the holdings, the classes and their targets. */
function referencesTo(
  { holdings, targets }: HouseholdSource,
  names: Choices["names"],
): {
  readonly holdings: string;
  readonly classes: string;
  readonly weights: string;
  readonly bands: readonly [] | readonly [string];
} {
  const whole = "table" in holdings ? `${holdings.table}[#All]` : address(holdings.cells, true);
  if ("rows" in targets) {
    const [first, second] = classTargetHeadings;
    const band = targets.band === undefined ? undefined : columnReference(targets.table, targets.band, names);
    return {
      holdings: whole,
      classes: `${targets.table}[${first}]`,
      weights: `${targets.table}[${second}]`,
      bands: band === undefined ? [] : [band],
    };
  }
  const inTable = (heading: string | undefined): string | undefined =>
    targets.columns && heading !== undefined ? columnReference(targets.columns.table, heading, names) : undefined;
  const [classes, weights] = [inTable(targets.columns?.class), inTable(targets.columns?.weight)];
  const band = inTable(targets.columns?.band);
  // Either all grow with the table or none does: a new row must not make them unequal.
  return classes !== undefined && weights !== undefined && (band !== undefined || !targets.bands)
    ? { holdings: whole, classes, weights, bands: band === undefined ? [] : [band] }
    : {
        holdings: whole,
        classes: address(targets.classes, true),
        weights: address(targets.weights, true),
        bands: targets.bands ? [address(targets.bands, true)] : [],
      };
}
