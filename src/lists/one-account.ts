import { guessClass, nameOf as keyed, readHoldingsTable, type AssetClass, type HoldingsTable } from "../ranges";
import type { Block, Description } from "../sheets";
import type { ClassTargets } from "./class-targets";
import { householdIn } from "./household";
import { mixClassOf } from "./household-classes";
import { hasTargets, isOnePot, isValued, shownAs, type HouseholdList, type List } from "./list";
import { Recent, sameValues } from "./recent";
import { readTyped, targetTextsOf } from "./targets";

/** One account that is judged by class: its list has no targets of its own, and the workbook has targets by class. */
export interface OneAccount {
  /** As it stands on its sheet, for a target for each fund. */
  readonly list: List;
  /** Each fund's target, a percent a row of the list, where each class that has a target has one fund here. */
  readonly fundTargets?: readonly number[];
  /** The column of classes that the list lacks, as far as Keel knows its funds. */
  readonly added?: AddedClasses;
}

export interface AddedClasses {
  readonly cells: Block;
  readonly steps: Description["steps"];
  /** The funds whose class Keel takes from their ticker or name. */
  readonly guessed: readonly { readonly fund: string; readonly assetClass: string }[];
}

const classHeading = "Asset class";

/** A list of one account as targets by class judge it. */
export interface ByClass {
  /** As a household of one account, with a column of classes also where its own cells lack one. */
  readonly list: HouseholdList;
  readonly account: OneAccount;
}

/**
 * Takes a list of one account without targets of its own as one that is judged by class; undefined where it has targets,
 * or none of its money is in a class of these targets.
 */
export function byClassIn(list: List, targets: ClassTargets): ByClass | undefined {
  return answers.of({ list, targets }, () => readByClass(list, targets));
}

const answers = new Recent<{ readonly list: List; readonly targets: ClassTargets }, ByClass | undefined>(
  (one, other) =>
    one.list === other.list &&
    sameValues(one.targets.cells.classes, other.targets.cells.classes) &&
    sameValues(one.targets.cells.weights, other.targets.cells.weights),
);

function readByClass(list: List, targets: ClassTargets): ByClass | undefined {
  if (hasTargets(list) || list.held === 0 || !list.headed || list.household) return undefined;
  const table = holdingsIn(list);
  if (!table) return undefined;
  const classes = classesOf(table, targets);
  const wanted = namesIn(targets);
  if (!table.positions.some(({ value }, index) => value !== 0 && wanted.has(keyOf(classes[index] ?? ""))))
    return undefined;
  const hasOwn = table.columns.has("asset class") || hasClassColumns(table, wanted);
  const grown = hasOwn ? undefined : withClasses(list, table, classes);
  const judged = grown?.list ?? list;
  const own = grown ? holdingsIn(grown.list) : table;
  const household = own && householdIn(own);
  if (!household || household.accounts.length !== 1) return undefined;
  const fundTargets = hasClassColumns(table, wanted) ? undefined : fundTargetsOf(list, table, classes, targets);
  return {
    list: { ...judged, obstacles: [], household },
    account: { list, ...(fundTargets && { fundTargets }), ...(grown && { added: grown.added }) },
  };
}

function holdingsIn({ cells, firstRow }: List): HoldingsTable | undefined {
  const read = readHoldingsTable("Holdings", cells, { headerRow: firstRow - 1 });
  return read.ok ? read.value : undefined;
}

function keyOf(text: string): string {
  return keyed(text.trim()).key;
}

/** The names of the classes that have a row among the targets, by their keys. */
function namesIn({ cells }: ClassTargets): ReadonlyMap<string, string> {
  const names = cells.classes.map(([cell]) => shownAs(cell).trim()).filter((name) => name !== "");
  return new Map(names.map((name) => [keyOf(name), name]));
}

/** The class of each position: its owner's word, else what Keel knows of its ticker or name, as the targets call it. */
function classesOf(table: HoldingsTable, targets: ClassTargets): readonly (string | undefined)[] {
  const names = [...namesIn(targets).values()];
  const calledBy = (known: AssetClass): string => {
    const same = names.find((name) => keyOf(name) === keyOf(known));
    const alike = names.filter((name) => mixClassOf(name) === known);
    return same ?? (alike.length === 1 ? (alike[0] as string) : known);
  };
  return table.positions.map(({ assetClass, isCash, ticker, description, fund }) => {
    if (assetClass) return assetClass.text;
    const texts = [ticker, description, fund?.text].filter((text) => text !== undefined);
    const known = isCash ? "Cash" : guessClass(texts);
    return known && calledBy(known);
  });
}

/** Whether columns say what share of a fund each class has. */
function hasClassColumns({ others }: HoldingsTable, wanted: ReadonlyMap<string, string>): boolean {
  return others.some(({ heading }) => heading !== "" && wanted.has(keyOf(heading)));
}

/** The list with a column of classes to its right, and the steps that write it. */
function withClasses(
  list: List,
  table: HoldingsTable,
  classes: readonly (string | undefined)[],
): { readonly list: List; readonly added: AddedClasses } {
  const column = list.block.width;
  const byRow = new Map(table.positions.map(({ row }, index) => [row, classes[index] ?? ""]));
  const header = list.firstRow - 1;
  const end = list.firstRow + list.height;
  const textOf = (row: number): string => (row === header ? classHeading : row < end ? (byRow.get(row) ?? "") : "");
  const block = { ...list.block, width: column + 1 };
  const cells = { ...block, row: block.row + header, column: block.column + column, height: list.height + 1, width: 1 };
  const written = Array.from({ length: cells.height }, (_, index) => [textOf(header + index)]);
  return {
    list: {
      ...list,
      block,
      cells: list.cells.map((row, index) => [
        ...Array.from({ length: column }, (_, at) => row[at] ?? ""),
        textOf(index),
      ]),
      names: [...list.names, classHeading],
    },
    added: {
      cells,
      steps: [
        { do: "write values", block: cells, values: written },
        ...(list.table === undefined ? [] : [{ do: "resize table", name: list.table, block } as const]),
      ],
      guessed: table.positions.flatMap(({ value, fund }, index) => {
        const assetClass = classes[index];
        return value === 0 || assetClass === undefined ? [] : [{ fund: fund?.text ?? "", assetClass }];
      }),
    },
  };
}

/**
 * Gives each class's target to its fund: the one with money, else the only one. Undefined where a class with a target has
 * several funds or none, or money is in no class of the targets; what is held keeps its money without a target.
 */
function fundTargetsOf(
  list: List,
  { positions }: HoldingsTable,
  classes: readonly (string | undefined)[],
  { cells }: ClassTargets,
): readonly number[] | undefined {
  if (!isValued(list) || !isOnePot(list)) return undefined;
  const read = readTyped(targetTextsOf(cells.weights.map(([cell]) => cell)));
  if (!read.complete) return undefined;
  const percents = new Array<number>(list.height).fill(0);
  const targetOf = new Map(cells.classes.map(([cell], row) => [keyOf(shownAs(cell)), read.percents[row] ?? 0]));
  const { lock } = list.columns;
  const isHeld = (row: number): boolean =>
    lock !== undefined && keyOf(shownAs(list.cells[row]?.[lock])) === keyOf("hold");
  const free = positions.flatMap(({ row, value }, index) =>
    isHeld(row) ? [] : [{ row, value, key: keyOf(classes[index] ?? "") }],
  );
  if (free.some(({ value, key }) => value !== 0 && !targetOf.has(key))) return undefined;
  for (const [key, percent] of targetOf) {
    const members = free.filter((one) => one.key === key);
    const funded = members.filter(({ value }) => value !== 0);
    const [only, ...others] = funded.length > 0 ? funded : members;
    if (percent === 0) continue;
    if (!only || others.length > 0) return undefined;
    percents[only.row - list.firstRow] = percent;
  }
  return percents;
}
