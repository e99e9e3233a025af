import { targetSeries } from "./cell-styles";
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
  planColumns,
  planPlaces,
  planRow,
  usualLayout,
  type PlanColumn,
  type PlanLayout,
  type PlanPlaces,
} from "./plan-places";
import { labelsFor, nextLookIn, policyInWords, policySteps, type PolicyRow } from "./plan-policy";
import { namesOf } from "./plan-subject";
import { isInBand, isOutOfBand } from "./status-flags";

/** What stands above the cells that the owner ticks, a trade each. */
const doneHeading = "Done";

/** Whether a cell heads a plan's column of ticks: plans that an earlier Keel wrote have none. */
export function isDoneHeading(cell: unknown): boolean {
  return cell === doneHeading;
}

/** What the wizard has asked before it writes a plan. */
export interface PlanChoices extends Pick<Choices, "cash" | "names" | "namespace"> {
  /** The sheet to write on; it is added unless it is there. */
  readonly sheet: string;
  /** What the Policy table is called in this workbook. */
  readonly policyTable: string;
  /** A setting of `settingLabels` that is left out is blank, which is Keel's default; others stand below these if given. */
  readonly settings: readonly PolicyRow[];
  /** Of a plan that is written anew, how it was written; as plans are written now if not given. */
  readonly layout?: PlanLayout;
  /** What the owner calls the list: "Holdings on sheet 401(k)". */
  readonly listName: string;
}

/**
 * Describes a plan on a sheet of its own: the verdict, the rule as a Policy table that the formulas read, a row a fund
 * with its drift, band, status and trade, and a chart. All figures are live formulas over the owner's list.
 */
export function planSheet(source: Source, choices: PlanChoices): Description {
  const { sheet, namespace, policyTable } = choices;
  const settings = labelsFor(choices.settings).length;
  const { layout = usualLayout(settings) } = choices;
  const places = planPlaces(sheet, source.values.height, settings, layout);
  const { columns, labels } = places;
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

  const facts: readonly string[] = ["Act today?", "Total drift", "Next look", "Cash to invest", "Total value"];
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
      { do: "write values", block: at(planRow.title, 0), values: [["Rebalancing plan"]] },
      { do: "style", block: at(planRow.title, 0), style: "title" },
      {
        do: "write values",
        block: at(planRow.from, 0),
        values: [[`Live formulas over ${choices.listName}: ${follow} Cells with blue letters are yours to change.`]],
      },
      { do: "style", block: at(planRow.from, 0), style: "note" },

      ...policySteps(policyTable, places.policy, choices.settings, layout.policy === "beside"),
      write(at(planRow.words, 0), policyInWords(namespace, policyTable)),

      { do: "write values", block: labels, values: facts.map((fact) => [fact]) },
      { do: "style", block: labels, style: "label" },
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
      { do: "style", block: { ...places.act, height: labels.height }, style: "figure" },
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

      ...headingSteps(places),
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

      ...widthsOf(places, layout).map(([{ column }, characters]): Step => ({
        do: "set width",
        block: at(0, column),
        characters,
      })),
      // Upright pages take more funds, and lying ones larger letters.
      { do: "set up page", block: places.headings, orientation: places.all.height > LYING ? "portrait" : "landscape" },
      { do: "select", block: places.act },
    ],
  };
}

/** The rows of a plan that a lying page of letter paper takes. */
const LYING = 36;

/**
 * The formula of a list's targets as Keel's functions read them, n × 1: without a band, the lowest weight allowed is the
 * target itself. WEIGHTS would read them as money and round each to the cent, 12.5 % and 87.5 % to 12.9 % and 87.1 %.
 */
export function targetsAsRead(bandsWithoutBand: string): string {
  return `INDEX(${bandsWithoutBand},0,1)`;
}

const headings: Readonly<Record<PlanColumn, string>> = {
  fund: "Fund",
  value: "Value",
  target: "Target",
  weight: "Weight",
  drift: "Drift",
  lowest: "Lowest",
  highest: "Highest",
  status: "Status",
  trade: "Trade",
  done: doneHeading,
};

/** Writes the headings. Cells between the first and the others may hold settings of a Policy table that has grown. */
function headingSteps({ headings: row, columns }: PlanPlaces): readonly Step[] {
  const [first, ...others] = planColumns;
  const above = (column: PlanColumn, width = 1): Block => ({ ...row, column: columns[column].column, width });
  return [
    { do: "write values", block: above(first), values: [[headings[first]]] },
    { do: "write values", block: above("value", others.length), values: [others.map((column) => headings[column])] },
    { do: "style", block: row, style: "heading" },
    ...others.map((column): Step => ({ do: "style", block: above(column), style: "figure heading" })),
  ];
}

/** How many characters wide each column is: together, as wide as a window beside the pane of a screen of 1,400 pixels. */
function widthsOf({ columns, policy }: PlanPlaces, layout: PlanLayout): readonly (readonly [Block, number])[] {
  const next = (block: Block, further: number): Block => ({ ...block, column: block.column + further });
  const figures = [
    ...(["target", "weight", "drift", "lowest"] as const).map((name) => [columns[name], 9] as const),
    [columns.highest, 10],
    [columns.status, 10],
    [columns.trade, 15],
    [columns.done, 8],
  ] as const;
  // Names of funds run over the columns of the Policy table.
  if (layout.policy === "above") {
    return [[columns.fund, 4], [policy, 17], [next(policy, 1), 18], [columns.value, 16], ...figures];
  }
  return [
    [columns.fund, 38],
    [columns.value, 18],
    ...figures,
    // A blank column beside the ticks is narrow.
    ...(layout.gap === 1 ? [[next(columns.done, 1), 3] as const] : []),
    [policy, 16],
    [next(policy, 1), 18],
    [next(policy, 2), 52],
  ];
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
