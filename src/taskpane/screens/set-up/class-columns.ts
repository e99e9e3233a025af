import { readClassTargets, readPlaces, type Problem } from "../../../ranges";
import { classTargetHeadings, type ClassColumn } from "../../../sheets";
import { pointHeadings, type MoreHeading, type TargetsDraft } from "./draft";

/** What stands in the fields for what is said of each class beside its target: by heading, a text a class. */
export type MoreFields = Readonly<Partial<Record<MoreHeading, readonly string[]>>>;

/** The fields that the owner asked for: points are filled with the usual ones, bands with none. */
export function moreFields(names: readonly string[], { bands, points, more }: TargetsDraft): MoreFields {
  const typed = (name: string, heading: MoreHeading): string | undefined => more[name]?.[heading];
  const usual = points ? usualPoints(names) : [];
  return {
    ...(bands && { Band: names.map((name) => typed(name, "Band") ?? "") }),
    ...(points &&
      Object.fromEntries(
        pointHeadings.map((heading, at) => [
          heading,
          names.map((name, row) => typed(name, heading) ?? String(usual[row]?.[at] ?? 0)),
        ]),
      )),
  };
}

/** The same as columns to be written beside the targets. */
export function classColumns(fields: MoreFields): readonly ClassColumn[] {
  const { Band: bands } = fields;
  return [
    ...(bands ? [{ heading: "Band", cells: bands.map((text) => text.trim()), says: "bands" } as const] : []),
    ...pointHeadings.flatMap((heading): readonly ClassColumn[] => {
      const texts = fields[heading];
      return texts ? [{ heading, cells: texts.map(numberOr), says: "points" }] : [];
    }),
  ];
}

/** What can't be read of these fields as PLAN reads them; undefined if all can, or there are none. */
export function moreProblem(names: readonly string[], fields: MoreFields): Problem | undefined {
  const columns = classColumns(fields);
  if (columns.length === 0) return undefined;
  const read = readClassTargets([
    [...classTargetHeadings, ...columns.map(({ heading }) => heading)],
    // What share each class has is the running total's matter.
    ...names.map((name, row) => [name, 1 / names.length, ...columns.map(({ cells }) => cells[row] ?? "")]),
  ]);
  return read.ok ? undefined : read.problem;
}

/** How good a place each class has in each kind of account by what its name says, in the order of `pointHeadings`. */
function usualPoints(names: readonly string[]): readonly (readonly number[])[] {
  const read = readPlaces([[classTargetHeadings[0]], ...names.map((name) => [name])]);
  if (!read.ok) return [];
  return read.value.places.map(({ points: { deferred, Roth, HSA, taxable } }) => [deferred, Roth, HSA, taxable]);
}

function numberOr(text: string): number | string {
  const bare = text.trim();
  return bare !== "" && Number.isFinite(Number(bare)) ? Number(bare) : bare;
}
