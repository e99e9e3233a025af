import { assetClasses, guessClass, readValues, type AssetClass } from "../../../ranges";
import {
  columnOf,
  fundName,
  fundRows,
  mixOf,
  readTyped,
  spreadOver,
  targetTexts,
  type MixName,
  type PresetMix,
  type TargetProblem,
  type TypedTargets,
  type ValuedList,
} from "../../../lists";
import type { MixProblem } from "../../words/target-sentence";
import type { TargetsDraft } from "./draft";

/** One fund's fields. */
export interface TargetField {
  /** Which fund it is, whatever row it moves to: its name, counted where a name stands twice. */
  readonly key: string;
  /** As the list calls it. */
  readonly name: string;
  /** The sheet's row, counted from 1, where the name stands in several: nothing else tells them apart. */
  readonly sheetRow: number | undefined;
  readonly text: string;
  readonly problem: TargetProblem | undefined;
  readonly assetClass: AssetClass | undefined;
}

/** The percents of a mix as they stand in its fields. */
export interface MixField {
  readonly assetClass: AssetClass;
  readonly text: string;
  readonly problem: MixProblem | undefined;
}

/** What the step about targets shows, and what it comes to. */
export interface TargetsState extends Pick<TypedTargets, "sum" | "complete" | "fractions"> {
  readonly fields: readonly TargetField[];
  /** Undefined where the owner types targets, or the age for the mix is still missing. */
  readonly mix: readonly MixField[] | undefined;
  /** What the mix adds up to, in percent; 100 where there is none. */
  readonly mixSum: number;
  /** Classes of the mix that no fund takes up, with their percents. */
  readonly left: readonly { readonly assetClass: AssetClass; readonly percent: number }[];
  /** Whether targets that a mix gave were changed by hand. */
  readonly byHand: boolean;
  /** A percent a row of the list, blank rows among them; of use where `complete`. */
  readonly percents: readonly number[];
}

/**
 * Says what stands in the fields for the targets of a list, and what it adds up to. `classed` are the targets that its
 * funds get from their classes, a percent a row of a list without targets of its own.
 */
export function targetsState(list: ValuedList, draft: TargetsDraft, classed?: readonly number[]): TargetsState {
  const rows = fundRows(list);
  const names = rows.map((row) => fundName(list, row));
  const keys = keysOf(names);
  const once = onceAmong(names);
  const classes = rows.map((row, index) => classOf(list, row, draft.classes[keys[index] ?? ""]));
  const { by } = draft;
  const mix = by === "own" ? undefined : mixFields(by, draft);
  const spread = mix && spreadOver(valuesOf(list, rows, classes), wholeMix(mix));
  const written = targetTexts(list);
  const given = rows.map((row, index) => {
    if (by === "own") return classed ? String(classed[row] ?? 0) : (written[row] ?? "");
    const percent = spread?.percents[index];
    return percent === undefined ? "" : String(percent);
  });
  const typed = draft.typed[by] ?? {};
  const texts = keys.map((key, index) => typed[key] ?? given[index] ?? "");
  const read = readTyped(texts);
  const percents = new Array<number>(list.height).fill(0);
  rows.forEach((row, index) => (percents[row] = read.percents[index] ?? 0));
  const { sum, fractions } = read;
  return {
    sum,
    fractions,
    complete: read.complete && (mix ?? []).every(({ problem }) => problem === undefined),
    fields: keys.map((key, index) => ({
      key,
      name: names[index] ?? "",
      sheetRow: once.has(names[index] ?? "") ? undefined : list.block.row + list.firstRow + (rows[index] ?? 0) + 1,
      text: texts[index] ?? "",
      problem: read.problems[index],
      assetClass: classes[index],
    })),
    mix,
    mixSum: mix ? Object.values(wholeMix(mix)).reduce((total, percent) => total + percent, 0) : 100,
    left: spread?.left ?? [],
    byHand: by !== "own" && keys.some((key, index) => typed[key] !== undefined && typed[key] !== given[index]),
    percents,
  };
}

function keysOf(names: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

/** The names that stand in a list only once. */
function onceAmong(names: readonly string[]): ReadonlySet<string> {
  const [seen, twice] = [new Set<string>(), new Set<string>()];
  for (const name of names) (seen.has(name) ? twice : seen).add(name);
  return new Set([...seen].filter((name) => !twice.has(name)));
}

function classOf(list: ValuedList, row: number, chosen: AssetClass | "" | undefined): AssetClass | undefined {
  if (chosen !== undefined) return chosen === "" ? undefined : chosen;
  const cells = list.cells[list.firstRow + row] ?? [];
  const { fund } = list.columns;
  const texts = cells.filter((cell): cell is string => typeof cell === "string" && cell !== "");
  const name = fund === undefined ? undefined : cells[fund];
  // The fund's own name says more than what stands beside it.
  return guessClass(typeof name === "string" ? [name, ...texts] : texts);
}

function valuesOf(
  list: ValuedList,
  rows: readonly number[],
  classes: readonly (AssetClass | undefined)[],
): Parameters<typeof spreadOver>[0] {
  const read = readValues(columnOf(list, list.columns.value));
  return rows.map((row, index) => ({
    assetClass: classes[index],
    value: read.ok ? (read.value.values[row] ?? 0) : 0,
  }));
}

/** The oldest age that a mix is asked for. */
const OLDEST = 130;

/** An age in whole years; undefined for anything else. */
export function ageIn(text: string): number | undefined {
  const years = /^\d{1,3}$/.test(text.trim()) ? Number(text) : undefined;
  return years !== undefined && years > 0 && years <= OLDEST ? years : undefined;
}

/** Which ages a mix asks for. */
export function agesAsked(by: TargetsDraft["by"]): { readonly age: boolean; readonly retireAge: boolean } {
  return { age: by.endsWith("age") || by === "target date", retireAge: by === "target date" };
}

function mixFields(by: MixName, { age, retireAge, mixes }: TargetsDraft): readonly MixField[] | undefined {
  const asked = agesAsked(by);
  const [years, retirement] = [ageIn(age), ageIn(retireAge)];
  if ((asked.age && years === undefined) || (asked.retireAge && retirement === undefined)) return undefined;
  const mix = mixOf(by, { age: years ?? 0, retireAge: retirement ?? 0 });
  if (!mix) return undefined;
  return assetClasses.map((assetClass) => {
    const text = mixes[by]?.[assetClass] ?? String(mix[assetClass]);
    const problem: MixProblem = { code: "not a whole percent" };
    return { assetClass, text, problem: wholePercent(text) === undefined ? problem : undefined };
  });
}

/** What a mix gives each class of Keel's, in whole percents; undefined as long as it asks for an age. */
export function presetIn(by: MixName, draft: TargetsDraft): PresetMix | undefined {
  const fields = mixFields(by, { ...draft, mixes: {} });
  return fields && wholeMix(fields);
}

function wholePercent(text: string): number | undefined {
  const digits = /^(\d{0,3}) ?%?$/.exec(text.trim())?.[1];
  return digits === undefined || Number(digits) > 100 ? undefined : Number(digits);
}

function wholeMix(fields: readonly MixField[]): PresetMix {
  const percent = (assetClass: AssetClass): number =>
    wholePercent(fields.find((field) => field.assetClass === assetClass)?.text ?? "") ?? 0;
  return {
    "US stocks": percent("US stocks"),
    "International stocks": percent("International stocks"),
    Bonds: percent("Bonds"),
    Cash: percent("Cash"),
    "Real estate and other": percent("Real estate and other"),
  };
}
