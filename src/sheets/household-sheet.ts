import { targetSeries } from "./cell-styles";
import type { Description, Step } from "./description";
import { classTargetHeadings, firstFigureBeside, householdPlaces, householdRow } from "./household-places";
import { referencesTo, type ClassTargetsSource, type HouseholdSource } from "./household-source";
import { targetsSteps, widthOfTargets } from "./household-targets";
import { typedCall } from "./keel-spelling";
import { dollarPatterns } from "./money-pattern";
import { percentPattern, signedPercentPattern } from "./percent-pattern";
import { address, localAddress, type Block } from "./place";
import type { Choices } from "./plan-formulas";
import { labelsFor, nextLookIn, policyInWords, policySteps, type PolicyRow } from "./plan-policy";
import { targetsAsRead } from "./plan-sheet";
import { namesOf } from "./plan-subject";
import { isInBand, isOutOfBand } from "./status-flags";

/** What the wizard has asked before it writes a household's plan. */
export interface HouseholdChoices extends Pick<Choices, "names" | "namespace"> {
  readonly sheet: string;
  readonly policyTable: string;
  readonly settings: readonly PolicyRow[];
  /** What the owner calls the list: "Holdings on sheet Accounts". */
  readonly listName: string;
  /** Where the figures begin, if not right of the table of targets: a plan that is there keeps its columns. */
  readonly firstFigure?: number;
  /** The cell on the sheet of trades that says in one line what is to be traded, if there is one. */
  readonly trades?: Block;
}

/**
 * Describes a household's plan on a sheet of its own: whether to act, the rule as a Policy table, and a row a class with
 * its money, weight, drift, band and status, all live formulas over the table of holdings; and a chart. Trades are by
 * account: they stand on a sheet of their own (`householdTrades`), and here is their one line. Figures stand beside the
 * table of targets: no formula spills inside a table.
 */
export function householdSheet(source: HouseholdSource, choices: HouseholdChoices): Description {
  const { sheet, namespace, policyTable } = choices;
  const { money = dollarPatterns, targets } = source;
  const height = "rows" in targets ? targets.rows.length : targets.classes.height;
  const width = "rows" in targets ? widthOfTargets(targets) : classTargetHeadings.length;
  const { firstFigure = firstFigureBeside(width) } = choices;
  const places = householdPlaces(sheet, height, labelsFor(choices.settings).length, firstFigure);
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
      ...(choices.trades
        ? [
            write(places.trades, address(choices.trades, true)),
            { do: "style", block: places.trades, style: "label" } as const,
          ]
        : []),

      ...("rows" in targets
        ? targetsSteps(targets, places.targets, percents)
        : [
            { do: "write values", block: at(householdRow.headings, 0, 1, 2), values: [classTargetHeadings] } as const,
            format(columns.target, percents.replace("%", "##%")),
            write(columns.class, namesOf(classes)),
            write(columns.target, targetsAsRead(keel("BANDS", weights, '""'))),
          ]),
      { do: "write values", block: at(householdRow.headings, firstFigure, 1, headings.length), values: [headings] },
      { do: "style", block: at(householdRow.headings, 0), style: "heading" },
      ...[
        ...Array.from({ length: width - 1 }, (_, at) => at + 1),
        ...headings.map((_, across) => firstFigure + across),
      ].map((column): Step => ({
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
      ...widthsOf(targets, firstFigure).map(([across, characters]): Step => ({
        do: "set width",
        block: at(0, across),
        characters,
      })),
      { do: "set up page", block: at(householdRow.headings, 0), orientation: "landscape" },
      { do: "select", block: places.act },
    ],
  };
}

/**
 * Together, as wide as a window beside the pane of a screen of 1,400 pixels, where the table of targets says no more than
 * classes and targets. With more, the figures still are; the rule and the chart stand to the right of them.
 */
function widthsOf(
  targets: ClassTargetsSource,
  firstFigure: number,
): readonly (readonly [column: number, characters: number])[] {
  const more = "rows" in targets ? widthOfTargets(targets) - classTargetHeadings.length : 0;
  const isWide = firstFigure > firstFigureBeside(classTargetHeadings.length);
  const blank = firstFigure - 1;
  const beside = Array.from({ length: blank - classTargetHeadings.length }, (_, at) => classTargetHeadings.length + at);
  return [
    ...([
      [0, isWide ? 20 : 22],
      [1, 16],
    ] as const),
    ...beside.map((column) => [column, 9] as const),
    // A column that the owner has put beside their targets stands in the blank one, and needs room for what it says.
    [blank, more > beside.length ? 12 : 1],
    [firstFigure, isWide ? 14 : 16],
    ...[1, 2, 3].map((across) => [firstFigure + across, 9] as const),
    ...[4, 5].map((across) => [firstFigure + across, 10] as const),
    ...(
      [
        [6, 1],
        [7, 17],
        [8, 14],
      ] as const
    ).map(([across, characters]) => [firstFigure + across, characters] as const),
  ];
}
