import { assetClasses, type AssetClass } from "../../../ranges";
import {
  mixClassOf,
  readTyped,
  shownAs,
  spreadOver,
  targetTextsOf,
  type ClassTargets,
  type HeldClass,
} from "../../../lists";
import type { TargetsDraft } from "./draft";
import { presetIn, type TargetsState } from "./target-fields";

/** A class that gets a target: one that the holdings have, that the owner's targets name, or that a mix wants. */
interface TargetClass {
  readonly name: string;
  readonly mixClass: AssetClass | undefined;
  /** Dollars. */
  readonly value: number;
  /** As the owner's own targets have it; "" where they don't name it. */
  readonly given: string;
}

/** What the step about targets by class shows, and what it comes to: a row a class. */
export interface ClassTargetsState extends TargetsState {
  readonly names: readonly string[];
}

/** Says what stands in the fields for a household's targets by class, and what it adds up to. */
export function classTargetsState(
  heldClasses: readonly HeldClass[],
  own: ClassTargets | undefined,
  draft: TargetsDraft,
): ClassTargetsState {
  const { by } = draft;
  const held = classesFor(heldClasses, own);
  const preset = by === "own" ? undefined : presetIn(by, draft);
  const spread =
    preset &&
    spreadOver(
      held.map(({ mixClass, value }) => ({ assetClass: mixClass, value })),
      preset,
    );
  const wanted = (spread?.left ?? []).map(({ assetClass, percent }) => ({ name: assetClass, percent }));
  const names = [...held.map(({ name }) => name), ...wanted.map(({ name }) => name)];
  const given = [
    ...held.map((one, index) => (by === "own" ? one.given : (spread?.percents[index]?.toString() ?? ""))),
    ...wanted.map(({ percent }) => String(percent)),
  ];
  const typed = draft.typed[by] ?? {};
  const texts = names.map((name, index) => typed[name] ?? given[index] ?? "");
  const read = readTyped(texts);
  return {
    names,
    sum: read.sum,
    fractions: read.fractions,
    complete: read.complete,
    fields: names.map((name, index) => ({
      key: name,
      name,
      sheetRow: undefined,
      text: texts[index] ?? "",
      problem: read.problems[index],
      assetClass: mixClassOf(name),
    })),
    // The fields themselves are the mix.
    mix: undefined,
    mixSum: 100,
    left: [],
    byHand: by !== "own" && names.some((name, index) => typed[name] !== undefined && typed[name] !== given[index]),
    percents: read.percents.map((percent) => percent ?? 0),
  };
}

/** The classes of the holdings in the order of `assetClasses`, then those that only the owner's targets name. */
function classesFor(heldClasses: readonly HeldClass[], own: ClassTargets | undefined): readonly TargetClass[] {
  const given = own ? targetTextsOf(own.cells.weights.map(([cell]) => cell)) : [];
  const texts = new Map(
    (own?.cells.classes ?? []).flatMap(([cell], row) => {
      const name = shownAs(cell).trim();
      return name === "" ? [] : [[name.toLowerCase(), { name, text: given[row] ?? "" }] as const];
    }),
  );
  const held = heldClasses.map(({ name, ...rest }): TargetClass => {
    const known = texts.get(name.toLowerCase());
    texts.delete(name.toLowerCase());
    return { ...rest, name: known?.name ?? name, given: known?.text ?? "" };
  });
  const others = [...texts.values()].map(({ name, text }): TargetClass => ({
    name,
    mixClass: mixClassOf(name),
    value: 0,
    given: text,
  }));
  const order = ({ name }: TargetClass): number => {
    const at = assetClasses.findIndex((one) => one === name);
    return at < 0 ? assetClasses.length : at;
  };
  return [...held, ...others].sort((one, other) => order(one) - order(other));
}
