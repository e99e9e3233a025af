import {
  locationClassOf,
  mixOf,
  succeeded,
  USUAL_LOCATION,
  type LocationClass,
  type LocationPoints,
  type Mix,
  type RowBand,
  type RowRules,
} from "../../engine";
import { readTargets } from "../allocation";
import { argumentNames } from "../argument-names";
import type { Argument } from "../cells";
import { isEmpty } from "../cells";
import { readClasses, type ClassRange } from "../classes";
import { position } from "../column";
import { headingOf } from "../headings";
import { know as knowHolding } from "../holdings/headings";
import { readNumber } from "../numbers";
import { failed, type CellPlace, type Note, type Read } from "../problem";
import { readRowRules } from "../row-rules";
import { placesIn, upright, type Known } from "../table";

const KINDS = ["deferred", "Roth", "HSA", "taxable"] as const satisfies readonly (keyof LocationPoints)[];

type TargetColumn = "class" | "weight" | "band" | (typeof KINDS)[number];

const POINTS: readonly (readonly [kind: TargetColumn, says: RegExp])[] = [
  ["deferred", /^(tax[- ])?deferred( points?)?$/],
  ["Roth", /^roth( points?)?$/],
  ["HSA", /^hsa( points?)?$/],
  ["taxable", /^taxable( points?)?$/],
];

/** What a heading of a table of targets names. */
function know(cell: unknown): Known<TargetColumn> | undefined {
  const words = headingOf(cell)?.words;
  if (words === undefined) return undefined;
  const points = POINTS.find(([, says]) => says.test(words));
  if (points) return { kind: points[0], rank: 0 };
  const known = knowHolding(cell);
  switch (known?.kind) {
    case "asset class":
      return { kind: "class", rank: known.rank };
    case "target":
      return { kind: "weight", rank: known.rank };
    case "band":
      return { kind: "band", rank: known.rank };
    // A weight beside a target is what there is today.
    case "weight":
      return { kind: "weight", rank: LAST };
    case "fund":
      return { kind: "class", rank: LAST };
    default:
      return words === "share" ? { kind: "weight", rank: LAST + 1 } : undefined;
  }
}

/** The rank of names that count where no better one stands. */
const LAST = 10;

/** Where a class is well placed, and why it is thought so. */
export interface ClassPlace {
  readonly class: string;
  /** What its name says that it is; undefined where the table's own columns say its points. */
  readonly readAs: LocationClass | undefined;
  readonly points: LocationPoints;
}

/** A table of classes, with where each is well placed. */
export interface PlacesRange {
  readonly classes: ClassRange;
  /** In the order of the classes. */
  readonly places: readonly ClassPlace[];
  readonly rows: number;
  readonly headerRows: number;
  readonly notes: readonly Note[];
}

/** A table of classes with what share each should have. */
export interface ClassTargets extends PlacesRange {
  /** A part a class, in their order. */
  readonly targets: Mix;
  /** Bands of single classes; undefined where none has one of its own. */
  readonly rules: RowRules | undefined;
  /** Where a class's band stands. */
  readonly bandAt: (index: number) => CellPlace;
}

/** A table of targets with its columns found. */
interface Found extends PlacesRange {
  /** A column as an argument of its own, its header and its total rows blanked; undefined where the table lacks it. */
  readonly column: (kind: TargetColumn) => Argument;
  readonly at: (row: number, kind: TargetColumn) => CellPlace;
}

const NAMES: Readonly<Record<TargetColumn, string>> = {
  ...{ class: "Class", weight: "Weight", band: "Band" },
  ...{ deferred: "Deferred", Roth: "Roth", HSA: "HSA", taxable: "Taxable" },
};

/**
 * Reads a table of classes and targets: class and weight, and if it has them a band of each class's own and its location
 * points; by headings, or without a header in this order as far as the band.
 */
export function readClassTargets(cells: Argument): Read<ClassTargets> {
  const found = findTargets(cells, ["class", "weight"]);
  if (!found.ok) return found;
  const { classes, column, at } = found.value;
  const { classOfRow } = classes;
  const weights = readTargets(column("weight"));
  if (!weights.ok) return weights;
  const [numbers] = weights.value.columns.columns;
  for (let row = 0; row < weights.value.columns.rows; row++) {
    const isListed = classOfRow[row] !== undefined;
    const text = numbers?.textRows.get(row);
    if (isListed && text) return failed(text);
    if (!isListed && numbers?.numbers[row] !== 0 && !text) {
      return failed({ code: "target without a class", at: at(row, "weight") });
    }
  }
  const notes: Note[] = [...found.value.notes, ...weights.value.notes];
  const bandPlace = (row: number): CellPlace => at(row, "band");
  const rules = readRowRules(column("band"), weights.value.columns, notes, bandPlace);
  if (!rules.ok) return rules;
  const { locks = new Map<number, string>(), bands = new Map<number, RowBand>() } = rules.value ?? {};
  const parts = new Float64Array(classes.classes.length);
  const own = new Map<number, RowBand>();
  const rowOfClass: number[] = [];
  for (const [row, index] of classOfRow.entries()) {
    const lock = locks.get(row);
    if (lock !== undefined) return failed({ code: "lock for a class", at: bandPlace(row), found: lock });
    if (index === undefined) continue;
    rowOfClass[index] = row;
    parts[index] = weights.value.targets.parts[row] ?? 0;
    const band = bands.get(row);
    if (band) own.set(index, band);
  }
  const targets = mixOf(parts);
  if (targets === undefined) return failed({ code: "no targets" });
  return succeeded({
    ...found.value,
    targets,
    rules: own.size === 0 ? undefined : { locks: new Map(), bands: own },
    bandAt: (index) => bandPlace(rowOfClass[index] ?? 0),
    notes,
  });
}

/** Reads a table of classes with their location points, where it has columns of them; it needs no weights. */
export function readPlaces(cells: Argument): Read<PlacesRange> {
  return findTargets(cells, ["class"]);
}

function findTargets(cells: Argument, required: readonly TargetColumn[]): Read<Found> {
  const argument = argumentNames.targets;
  if (cells === null || cells === undefined) return failed({ code: "missing argument", argument, wanted: "table" });
  const range = upright(cells, {
    know,
    worth: (headings) => (required.every((kind) => headings.has(kind)) ? 10 : 0) + headings.size,
  });
  const { cells: lying, width, isTurned } = range;
  const inOrder: readonly TargetColumn[] = (["class", "weight", "band"] as const).slice(0, width);
  const isHeaded = required.every((kind) => range.header.found.has(kind));
  const mayLackHeader = range.header.found.size === 0 && width >= required.length && width <= 3;
  const header =
    isHeaded || !mayLackHeader
      ? range.header
      : { row: -1, found: new Map(inOrder.map((kind, column) => [kind, column] as const)) };
  const missing = required.filter((kind) => !header.found.has(kind));
  if (missing.length > 0) {
    const names = (kinds: readonly TargetColumn[]): readonly string[] => kinds.map((kind) => NAMES[kind]);
    return failed({ code: "columns missing", argument, names: names(missing), required: names(required) });
  }
  const places = placesIn(argument, range, header);
  const at = (row: number, kind: TargetColumn): CellPlace =>
    header.row < 0
      ? position(argument, row, isTurned)
      : places.at(row, places.headingOf(header.found.get(kind)) ?? NAMES[kind]);
  const columnWhere = (kind: TargetColumn, isKept: (row: number) => boolean): Argument => {
    const column = header.found.get(kind);
    if (column === undefined) return undefined;
    const down = lying.map((each, row) => (row > header.row && isKept(row) ? each[column] : null));
    return isTurned ? [down] : down.map((cell) => [cell]);
  };
  const classes = readClasses(
    argument,
    columnWhere("class", () => true),
  );
  if (!classes.ok) return classes;
  const { classOfRow } = classes.value;
  const classColumn = header.found.get("class") as number;
  // Rows whose class is a total's name, or a heading's.
  const isOfNoClass = (row: number): boolean => classOfRow[row] === undefined && !isEmpty(lying[row]?.[classColumn]);
  const column = (kind: TargetColumn): Argument => columnWhere(kind, (row) => !isOfNoClass(row));
  const found = KINDS.filter((kind) => header.found.has(kind));
  const notes: Note[] = [...classes.value.notes];
  const own: ClassPlace[] = [];
  for (const [row, index] of classOfRow.entries()) {
    if (index === undefined) continue;
    const name = classes.value.classes[index] as string;
    const readAs = locationClassOf(name);
    const typed: Partial<Record<(typeof KINDS)[number], number>> = {};
    for (const kind of found) {
      const reading = readNumber(lying[row]?.[header.found.get(kind) as number], at(row, kind), "points");
      if (reading.kind === "problem" || reading.kind === "text") return failed(reading.problem);
      const number = reading.kind === "blank" ? 0 : reading.number;
      if (Math.abs(number) > MOST_POINTS) {
        const range = { least: -MOST_POINTS, most: MOST_POINTS };
        return failed({ code: "out of range", at: at(row, kind), found: number, ...range });
      }
      typed[kind] = number;
    }
    // A row that says nothing, or 0 everywhere, is blank.
    const isOwn = Object.values(typed).some((number) => number !== 0);
    const usual = USUAL_LOCATION[readAs];
    own[index] = isOwn
      ? { class: name, readAs: undefined, points: { ...usual, ...typed } }
      : { class: name, readAs, points: usual };
  }
  const headerRows = header.row + 1;
  return succeeded({ classes: classes.value, places: own, rows: lying.length, headerRows, notes, column, at });
}

const MOST_POINTS = 1000;
