import {
  classTargetHeadings,
  householdPlaces,
  type Block,
  type ClassColumn,
  type Description,
  type WrittenTargets,
} from "../../../sheets";
import type { Cells } from "../../../ranges";
import { areInPercents, shownAs, type ClassTargets, type HouseholdPlan } from "../../../lists";

// What becomes of targets by class that the workbook has already: they stay where they stand, or new ones are written.

type Step = Description["steps"][number];

/** A row a class: its name and percents, 40 for 40 %. */
export type ClassPercents = readonly (readonly [assetClass: string, percent: number])[];

/** Targets by class as they are set up, and what the workbook has of them already. */
export interface TargetsThere {
  readonly targets: ClassPercents;
  /** Targets by class that the workbook has already. */
  readonly own: ClassTargets | undefined;
  readonly plan: HouseholdPlan | undefined;
}

/** Whether the owner's targets name just the classes that get one, in whatever order. */
export function sameClasses({ cells }: ClassTargets, targets: ClassPercents): boolean {
  const names = cells.classes.flatMap(([cell]) => (shownAs(cell).trim() === "" ? [] : [keyOf(shownAs(cell))]));
  return names.length === targets.length && targets.every(([name]) => names.includes(keyOf(name)));
}

function keyOf(name: string): string {
  return name.trim().toLowerCase();
}

/** Writes the owner's column of targets with other percents, in their form; nothing where they are the same. */
export function changedWeights({ cells, weights }: ClassTargets, targets: ClassPercents): readonly Step[] {
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

/** A new table's rows, with what else is said of each class. */
export function newTargets(
  targets: ClassPercents,
  more: readonly ClassColumn[],
): Pick<WrittenTargets, "rows" | "more" | "band"> {
  const band = more.find(({ says }) => says === "bands")?.heading;
  return { rows: targets, more, ...(band !== undefined && { band }) };
}

/** Whether targets are written as a new table: the workbook has none for just these classes, and none on the plan. */
export function areNew({ own, plan, targets }: TargetsThere): boolean {
  if (!own) return true;
  if (plan && (standOnPlan(plan, own) || !standsAsWritten(plan, own))) return false;
  return !sameClasses(own, targets);
}

/**
 * The targets as PLAN will read them, headings and rows: the owner's own with their percents as they will be and all that
 * they say else, or new ones.
 */
export function targetsTable(there: TargetsThere, more: readonly ClassColumn[]): Cells {
  const { own, targets } = there;
  if (!own || areNew(there)) {
    return [
      [...classTargetHeadings, ...more.map(({ heading }) => heading)],
      ...targets.map(([name, percent], row) => [
        name,
        Number(`${percent}e-2`),
        ...more.map(({ cells }) => cells[row] ?? ""),
      ]),
    ];
  }
  const { whole, classes, weights } = own;
  const [named, given] = [classes.column - whole.block.column, weights.column - whole.block.column];
  const headings = whole.cells.slice(0, classes.row - whole.block.row);
  const rows = whole.cells.slice(headings.length);
  const said = new Map(rows.map((row) => [keyOf(shownAs(row[named])), row]));
  const blank = headings.at(-1)?.map(() => "") ?? [];
  return [
    ...headings,
    ...targets.map(([name, percent]) =>
      (said.get(keyOf(name)) ?? blank).map((cell, at) =>
        at === named ? name : at === given ? Number(`${percent}e-2`) : cell,
      ),
    ),
  ];
}

/**
 * Rows for the table on the plan's sheet, which never shrinks: what stood below would stay there without a meaning. Where
 * its owner has added columns, such as bands, each class stays in its row, beside what they say of it.
 */
export function rowsOnPlan(
  { cells, columns }: ClassTargets,
  targets: ClassPercents,
): Pick<WrittenTargets, "rows" | "width" | "band"> {
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
export function bandsOf({ own, plan, targets }: TargetsThere): ClassTargets["cells"]["bands"] {
  const { bands, classes } = own?.cells ?? {};
  if (!own || !bands || !classes) return undefined;
  const stays = plan && !standsAsWritten(plan, own) ? plan.bandsUnread !== true : true;
  if (!stays || !(sameClasses(own, targets) || (plan && standOnPlan(plan, own)))) return undefined;
  const said = new Map(classes.map(([cell], row) => [keyOf(shownAs(cell)), bands[row]?.[0] ?? ""]));
  return targets.map(([name]) => [said.get(keyOf(name)) ?? ""]);
}

export function standOnPlan({ places }: HouseholdPlan, { classes, weights, columns }: ClassTargets): boolean {
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
export function standsAsWritten(
  { places, policyCells, policy }: HouseholdPlan,
  own: ClassTargets | undefined,
): boolean {
  const usual = householdPlaces(policyCells.sheet, own?.classes.height ?? 1, policy.length, places.firstFigure);
  const same = (one: Block, other: Block): boolean => one.row === other.row && one.column === other.column;
  return same(policyCells, usual.policy) && same(places.act, usual.act) && policyCells.sheet === places.act.sheet;
}
