import {
  dollarPatterns,
  firstFigureBeside,
  householdPlaces,
  householdSheet,
  localAddress,
  sameBlock,
  sameName,
  widthOfTargets,
  type Block,
  type ClassColumn,
  type ClassTargetsSource,
  type Description,
  type HouseholdPlaces,
  type HouseholdSource,
  type MoneyPatterns,
  type PolicyRow,
} from "../../../sheets";
import {
  areInPercents,
  canBeTable,
  freeTableName,
  nameOf,
  type AddedClasses,
  type HouseholdList,
  type HouseholdPlan,
  type OwnFigures,
} from "../../../lists";
import {
  changedWeights,
  newTargets,
  rowsOnPlan,
  sameClasses,
  standOnPlan,
  standsAsWritten,
  type TargetsThere,
} from "./household-targets-there";
import { tradesWriting, type TradesWriting } from "./household-trades-writing";
import { figuresOf, formatLines, formatSteps, percentFormatOf } from "./own-formats";
import { changedSettings, withRowsThere, type Wish } from "./writing";

/** A household as it is set up: its list, its targets by class, and what is there of both already. */
export interface HouseholdWish extends Omit<Wish, "cash">, TargetsThere {
  readonly list: HouseholdList;
  /** The table that plain cells become, if they shall be one. */
  readonly tableName: string | undefined;
  /** The column of classes that the list is given, where it has none. */
  readonly added?: AddedClasses | undefined;
  /** What is said of each class beside its target, in the order of the targets; of use where these are written as a table. */
  readonly more?: readonly ClassColumn[];
  /** The sheet for the trades, where the plan has none. */
  readonly tradesSheet: string;
  /** Settings that have a row of the rule though they aren't given. */
  readonly asked?: readonly PolicyRow[0][];
  /** Whether money is in none of the classes. */
  readonly hasUnlisted?: boolean;
}

/** All that a press of Insert writes for a household, as one step. */
export interface HouseholdWriting {
  readonly description: Description;
  readonly places: HouseholdPlaces;
  /** A new plan, an earlier one written anew, or only the settings and targets of one that its owner has rearranged. */
  readonly kind: "new" | "anew" | "settings";
  /** Whether targets of the owner's own are changed. */
  readonly rewritten: boolean;
  readonly lines: readonly string[];
}

type Step = Description["steps"][number];

/** Describes a household's plan and its trades, each on a sheet of its own, or the changes to those that are there. */
export function householdWriting(wish: HouseholdWish): HouseholdWriting {
  const { list, own, plan, added, targets, taken, more = [] } = wish;
  const asTable = list.table === undefined ? wish.tableName : undefined;
  const sheet = plan ? plan.places.policy.sheet : wish.sheet;
  const tradesSheet = sameName(wish.tradesSheet, sheet) ? `${wish.tradesSheet} 2` : wish.tradesSheet;
  const settings = withRowsAsked(plan ? withRowsThere(wish.settings, plan.policy) : wish.settings, wish.asked);
  const changes = own && sameClasses(own, targets) ? changedWeights(own, targets) : undefined;
  const onPlan = plan && own && standOnPlan(plan, own) ? own : undefined;
  const policyTable = plan?.policyTable ?? freeTableName("Policy", [...taken, sheet, asTable ?? ""]);
  const targetTable = onPlan?.columns?.table ?? freeTableName("Targets", [...taken, sheet, policyTable, asTable ?? ""]);
  const isRearranged = plan !== undefined && !standsAsWritten(plan, own);
  // Targets that stand in cells of the owner's stay there; those on the plan's sheet are written with the rest.
  const source: ClassTargetsSource =
    own && (isRearranged || (changes && !onPlan))
      ? own
      : { table: targetTable, ...(onPlan ? rowsOnPlan(onPlan, targets) : newTargets(targets, more)) };
  const holdings = list.table ?? asTable;
  const about: HouseholdSource = {
    holdings: holdings === undefined ? { cells: list.block } : { table: holdings },
    targets: source,
    ...(wish.money && { money: wish.money }),
  };
  const written = {
    policyTable,
    namespace: wish.namespace,
    // The workbench's grid reads plain column names only.
    names: wish.host === "workbench" ? "plain" : "all",
    listName: `${holdings ?? nameOf(list)} on sheet ${list.block.sheet}`,
  } as const;
  const height = "rows" in source ? source.rows.length : source.classes.height;
  const trades = tradesWriting(about, {
    ...{ ...written, sheet: tradesSheet, list, classes: height, there: plan?.trades },
    holdings: asTable === undefined ? list.block : tableBlock(list),
    hasUnlisted: wish.hasUnlisted ?? false,
  });
  if (plan && isRearranged) return settingsOnly(wish, plan, changes ?? [], trades);

  const tableSteps = [...(added?.steps ?? []), ...(asTable === undefined ? [] : tableOf(list, asTable))];
  const { steps: planned, title } = householdSheet(about, {
    ...{ ...written, sheet, settings },
    ...(plan && { firstFigure: plan.places.firstFigure }),
    ...(trades.summary && { trades: trades.summary }),
  });
  const firstFigure = plan?.places.firstFigure ?? firstFigureBeside("rows" in source ? widthOfTargets(source) : 0);
  const places = householdPlaces(sheet, height, settings.length, firstFigure);
  const there = new Map<string, Block>([
    ...(plan ? [[policyTable, plan.policyCells] as const] : []),
    ...(onPlan?.columns ? [[targetTable, onPlan.columns.block] as const] : []),
  ]);
  const steps = planned.map((step): Step => {
    const before = step.do === "add table" ? there.get(step.name) : undefined;
    return step.do === "add table" && before && !sameBlock(before, step.block) ? { ...step, do: "resize table" } : step;
  });
  const isSheet = (step: Step): boolean => step.do === "add sheet";
  const isLast = (step: Step): boolean => step.do === "select";
  const figures = householdFigures(wish, wish.money ?? dollarPatterns);
  return {
    description: {
      title,
      // The sheets come first, the plan's before that of the trades, so that they go last when all is taken back.
      steps: [
        ...planned.filter(isSheet),
        ...trades.description.steps.filter(isSheet),
        ...tableSteps,
        ...("rows" in source ? [] : (changes ?? [])),
        ...formatSteps(figures, wish.formats),
        // The trades come after the tables that they read, which stand on the plan's sheet.
        ...steps.filter((step) => !isSheet(step) && !isLast(step)),
        ...trades.description.steps.filter((step) => !isSheet(step)),
        ...steps.filter(isLast),
      ],
    },
    places,
    kind: plan ? "anew" : "new",
    rewritten: !("rows" in source) && (changes ?? []).length > 0,
    lines: [
      ...(added ? [`${localAddress(added.cells)} on sheet ${added.cells.sheet}: the class of each holding`] : []),
      ...(asTable === undefined
        ? []
        : [`${localAddress(tableBlock(list))} on sheet ${list.block.sheet}: becomes table ${asTable}`]),
      ...("rows" in source
        ? [
            `Table ${source.table} in ${localAddress(tableOfTargets(source, places))} on sheet ${sheet}: ${saidOfClasses(source)}`,
          ]
        : targetLines(source.weights, changes ?? [])),
      ...formatLines(figures, wish.formats),
      `Sheet ${sheet}: whether to act, and value, weight, drift, band and status of each class, and a chart`,
      `Table ${policyTable} in ${localAddress(places.policy)} there: your rule, to change at any time`,
      ...trades.lines,
    ],
  };
}

/** The table of targets with all its columns. */
function tableOfTargets(source: Parameters<typeof widthOfTargets>[0], { targets }: HouseholdPlaces): Block {
  return { ...targets, width: widthOfTargets(source) };
}

function saidOfClasses({ more = [] }: { readonly more?: readonly ClassColumn[] }): string {
  const bands = more.some(({ says }) => says === "bands") ? ", bands of their own" : "";
  const points = more.some(({ says }) => says === "points") ? ", and where each class is best placed" : "";
  return `your targets by class${bands}${points}`;
}

/** Settings with a row for each that this household is asked about. */
function withRowsAsked(settings: readonly PolicyRow[], asked: HouseholdWish["asked"] = []): readonly PolicyRow[] {
  const lacking = asked.filter((label) => !settings.some(([one]) => one === label));
  return [...settings, ...lacking.map((label): PolicyRow => [label, ""])];
}

/** The owner's own figures: the values of the list, and targets by class that stand in cells of theirs as fractions. */
export function householdFigures(
  { list, own, plan, targets }: Pick<HouseholdWish, "list" | "own" | "plan" | "targets">,
  money: MoneyPatterns,
): readonly OwnFigures[] {
  const cells = (own?.cells.weights ?? []).map(([cell]) => cell);
  const isTheirs = own !== undefined && !(plan && standOnPlan(plan, own)) && !areInPercents(cells);
  const format = percentFormatOf(targets.map(([, percent]) => Number(`${percent}e-2`)));
  return [...figuresOf(list, money), ...(isTheirs ? [{ block: own.weights, cells, format }] : [])];
}

function targetLines(weights: Block, changes: readonly Step[]): readonly string[] {
  const where = `${localAddress(weights)} on sheet ${weights.sheet}`;
  return [changes.length === 0 ? `${where}: your targets by class, which stay` : `${where}: your new targets by class`];
}

/** Writes the decisions alone, into the cells where the owner has them now, and the trades where there are none yet. */
function settingsOnly(
  wish: HouseholdWish,
  plan: HouseholdPlan,
  changes: readonly Step[],
  trades: TradesWriting,
): HouseholdWriting {
  const { policyCells, policyTable, policy, places } = plan;
  return {
    description: {
      title: `Change the plan on sheet ${policyCells.sheet}`,
      steps: [
        ...trades.description.steps.filter((step) => step.do === "add sheet"),
        ...changes,
        ...changedSettings(wish.settings, policy, policyCells, policyTable),
        ...trades.description.steps.filter((step) => step.do !== "add sheet"),
        { do: "select", block: places.act },
      ],
    },
    places,
    kind: "settings",
    rewritten: changes.length > 0,
    lines: [
      ...(wish.own ? targetLines(wish.own.weights, changes) : []),
      `${localAddress(policyCells)} on sheet ${policyCells.sheet}: your rule`,
      ...trades.lines,
    ],
  };
}

/** Plain cells as a table: from their headings to their last row, without titles above and a total below. */
function tableOf(list: HouseholdList, name: string): readonly Step[] {
  return canBeTable(list) ? [{ do: "add table", name, block: tableBlock(list) }] : [];
}

function tableBlock({ block, firstRow, height }: HouseholdList): Block {
  return { ...block, row: block.row + firstRow - 1, height: height + 1 };
}
