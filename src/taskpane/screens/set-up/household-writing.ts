import {
  classTargetHeadings,
  dollarPatterns,
  householdPlaces,
  householdSheet,
  localAddress,
  sameBlock,
  type Block,
  type ClassTargetsSource,
  type Description,
  type HouseholdPlaces,
  type MoneyPatterns,
} from "../../../sheets";
import {
  areInPercents,
  canBeTable,
  freeTableName,
  nameOf,
  shownAs,
  type AddedClasses,
  type ClassTargets,
  type HouseholdList,
  type HouseholdPlan,
  type OwnFigures,
} from "../../../lists";
import { figuresOf, formatLines, formatSteps, percentFormatOf } from "./own-formats";
import { changedSettings, withRowsThere, type Wish } from "./writing";

/** A household as it is set up: its list, its targets by class, and what is there of both already. */
export interface HouseholdWish extends Omit<Wish, "cash"> {
  readonly list: HouseholdList;
  /** The table that plain cells become, if they shall be one. */
  readonly tableName: string | undefined;
  /** A row a class: its name and percents, 40 for 40 %. */
  readonly targets: readonly (readonly [assetClass: string, percent: number])[];
  /** Targets by class that the workbook has already. */
  readonly own: ClassTargets | undefined;
  readonly plan: HouseholdPlan | undefined;
  /** The column of classes that the list is given, where it has none. */
  readonly added?: AddedClasses | undefined;
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

/** Describes a household's plan on a sheet of its own, or the changes to the one that is there. */
export function householdWriting(wish: HouseholdWish): HouseholdWriting {
  const { list, own, plan, added, targets, taken } = wish;
  const asTable = list.table === undefined ? wish.tableName : undefined;
  const sheet = plan ? plan.places.policy.sheet : wish.sheet;
  const settings = plan ? withRowsThere(wish.settings, plan.policy) : wish.settings;
  const changes = own && sameClasses(own, targets) ? changedWeights(own, targets) : undefined;
  const onPlan = plan && own && isOnPlan(plan, own) ? own : undefined;
  const policyTable = plan?.policyTable ?? freeTableName("Policy", [...taken, sheet, asTable ?? ""]);
  if (plan && !standsAsWritten(plan, own)) {
    return settingsOnly(wish, plan, changes ?? []);
  }

  const targetTable = onPlan?.columns?.table ?? freeTableName("Targets", [...taken, sheet, policyTable, asTable ?? ""]);
  // Targets that stand in cells of the owner's stay there; those on the plan's sheet are written with the rest.
  const source: ClassTargetsSource =
    own && changes && !onPlan
      ? own
      : { table: targetTable, ...(onPlan ? rowsOnPlan(onPlan, targets) : { rows: targets }) };
  const tableSteps = [...(added?.steps ?? []), ...(asTable === undefined ? [] : tableOf(list, asTable))];
  const holdings = list.table ?? asTable;
  const written = householdSheet(
    {
      holdings: holdings === undefined ? { cells: list.block } : { table: holdings },
      targets: source,
      ...(wish.money && { money: wish.money }),
    },
    {
      sheet,
      policyTable,
      settings,
      namespace: wish.namespace,
      // The workbench's grid reads plain column names only.
      names: wish.host === "workbench" ? "plain" : "all",
      listName: `${holdings ?? nameOf(list)} on sheet ${list.block.sheet}`,
    },
  );
  const height = "rows" in source ? source.rows.length : source.classes.height;
  const places = householdPlaces(sheet, height, settings.length);
  const there = new Map<string, Block>([
    ...(plan ? [[policyTable, plan.policyCells] as const] : []),
    ...(onPlan?.columns ? [[targetTable, onPlan.columns.block] as const] : []),
  ]);
  const steps = written.steps.map((step): Step => {
    const before = step.do === "add table" ? there.get(step.name) : undefined;
    return step.do === "add table" && before && !sameBlock(before, step.block) ? { ...step, do: "resize table" } : step;
  });
  const isSheet = (step: Step): boolean => step.do === "add sheet";
  const figures = householdFigures(wish, wish.money ?? dollarPatterns);
  return {
    description: {
      title: written.title,
      // The sheet comes first, so that it goes last when all is taken back.
      steps: [
        ...steps.filter(isSheet),
        ...tableSteps,
        ...("rows" in source ? [] : (changes ?? [])),
        ...formatSteps(figures, wish.formats),
        ...steps.filter((step) => !isSheet(step)),
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
        ? [`Table ${source.table} in ${localAddress(places.targets)} on sheet ${sheet}: your targets by class`]
        : targetLines(source.weights, changes ?? [])),
      ...formatLines(figures, wish.formats),
      `Sheet ${sheet}: whether to act, and value, weight, drift, band and status of each class, and a chart`,
      `Table ${policyTable} in ${localAddress(places.policy)} there: your rule, to change at any time`,
    ],
  };
}

/** The owner's own figures: the values of the list, and targets by class that stand in cells of theirs as fractions. */
export function householdFigures(
  { list, own, plan, targets }: Pick<HouseholdWish, "list" | "own" | "plan" | "targets">,
  money: MoneyPatterns,
): readonly OwnFigures[] {
  const cells = (own?.cells.weights ?? []).map(([cell]) => cell);
  const isTheirs = own !== undefined && !(plan && isOnPlan(plan, own)) && !areInPercents(cells);
  const format = percentFormatOf(targets.map(([, percent]) => Number(`${percent}e-2`)));
  return [...figuresOf(list, money), ...(isTheirs ? [{ block: own.weights, cells, format }] : [])];
}

function targetLines(weights: Block, changes: readonly Step[]): readonly string[] {
  const where = `${localAddress(weights)} on sheet ${weights.sheet}`;
  return [changes.length === 0 ? `${where}: your targets by class, which stay` : `${where}: your new targets by class`];
}

/** Whether the owner's targets name just the classes that get one, in whatever order. */
function sameClasses({ cells }: ClassTargets, targets: HouseholdWish["targets"]): boolean {
  const names = cells.classes.flatMap(([cell]) => (shownAs(cell).trim() === "" ? [] : [keyOf(shownAs(cell))]));
  return names.length === targets.length && targets.every(([name]) => names.includes(keyOf(name)));
}

function keyOf(name: string): string {
  return name.trim().toLowerCase();
}

/** Writes the owner's column of targets with other percents, in their form; nothing where they are the same. */
function changedWeights({ cells, weights }: ClassTargets, targets: HouseholdWish["targets"]): readonly Step[] {
  const before = cells.weights.map(([cell]) => cell);
  const inPercents = areInPercents(before);
  const percents = new Map(targets.map(([name, percent]) => [keyOf(name), percent]));
  const values = cells.classes.map(([cell], row) => {
    const percent = percents.get(keyOf(shownAs(cell)));
    if (percent === undefined) return before[row] ?? "";
    return inPercents ? percent : Number(`${percent}e-2`);
  });
  const isSame = values.every((value, row) => value === before[row] || (value === 0 && before[row] === ""));
  if (isSame) return [];
  return [
    {
      do: "write values",
      block: weights,
      values: values.map((value) => [typeof value === "object" ? value.text : value]),
    },
  ];
}

/**
 * Rows for the table on the plan's sheet, which never shrinks: what stood below would stay there without a meaning. Where
 * its owner has added columns, such as bands, each class stays in its row, beside what they say of it.
 */
function rowsOnPlan(
  { cells, columns }: ClassTargets,
  targets: HouseholdWish["targets"],
): Pick<Extract<ClassTargetsSource, { rows: unknown }>, "rows" | "width" | "band"> {
  const { length } = cells.classes;
  const { block, band } = columns ?? {};
  const width = block?.width ?? 0;
  const blank = ["", 0] as const;
  if (width <= classTargetHeadings.length) {
    return { rows: [...targets, ...Array.from({ length: Math.max(0, length - targets.length) }, () => blank)] };
  }
  const open = new Map(targets.map((target) => [keyOf(target[0]), target]));
  const kept = cells.classes.map(([cell]) => {
    const key = keyOf(shownAs(cell));
    const target = open.get(key);
    open.delete(key);
    return target ?? blank;
  });
  return { rows: [...kept, ...open.values()], width, ...(band !== undefined && { band }) };
}

/** The bands of single classes that the plan will read, in the order of the targets. */
export function bandsOf({
  own,
  plan,
  targets,
}: Pick<HouseholdWish, "own" | "plan" | "targets">): ClassTargets["cells"]["bands"] {
  const { bands, classes } = own?.cells ?? {};
  if (!own || !bands || !classes) return undefined;
  const stays = plan && !standsAsWritten(plan, own) ? plan.bandsUnread !== true : true;
  if (!stays || !(sameClasses(own, targets) || (plan && isOnPlan(plan, own)))) return undefined;
  const said = new Map(classes.map(([cell], row) => [keyOf(shownAs(cell)), bands[row]?.[0] ?? ""]));
  return targets.map(([name]) => [said.get(keyOf(name)) ?? ""]);
}

function isOnPlan({ places }: HouseholdPlan, { classes, weights, columns }: ClassTargets): boolean {
  const { targets } = places;
  return (
    columns !== undefined &&
    classes.sheet === targets.sheet &&
    classes.row === targets.row + 1 &&
    classes.column === targets.column &&
    weights.column === classes.column + 1
  );
}

/** Whether a plan stands where Keel wrote it, in rows and columns that can be written over. */
function standsAsWritten({ places, policyCells, policy }: HouseholdPlan, own: ClassTargets | undefined): boolean {
  const usual = householdPlaces(policyCells.sheet, own?.classes.height ?? 1, policy.length);
  const same = (one: Block, other: Block): boolean => one.row === other.row && one.column === other.column;
  return same(policyCells, usual.policy) && same(places.act, usual.act) && policyCells.sheet === places.act.sheet;
}

/** Writes the decisions alone, into the cells where the owner has them now. */
function settingsOnly(wish: HouseholdWish, plan: HouseholdPlan, changes: readonly Step[]): HouseholdWriting {
  const { policyCells, policyTable, policy, places } = plan;
  return {
    description: {
      title: `Change the plan on sheet ${policyCells.sheet}`,
      steps: [
        ...changes,
        ...changedSettings(wish.settings, policy, policyCells, policyTable),
        { do: "select", block: places.act },
      ],
    },
    places,
    kind: "settings",
    rewritten: changes.length > 0,
    lines: [
      ...(wish.own ? targetLines(wish.own.weights, changes) : []),
      `${localAddress(policyCells)} on sheet ${policyCells.sheet}: your rule`,
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
