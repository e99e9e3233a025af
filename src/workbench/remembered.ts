import type { Worksheet } from "@univerjs/core";
import { sameName, withReferences, type Block, type PrintSetUp, type CellReference } from "../sheets";
import type { Beyond } from "./grid-size";
import { referenceAfter, spanAfter, type Relocation } from "./relocation";

/** What a sheet remembers of its file that the grid itself has no use for. */
export interface Remembered {
  readonly print?: PrintSetUp;
  readonly beyond?: Beyond;
  /** Looks of tables that are Excel's own, by the table's name. */
  readonly tableStyles?: Readonly<Record<string, string>>;
}

/** What a sheet remembers, as it is meant now: its blocks name the sheet as it is called today, also on a copy of it. */
export function rememberedOn(sheet: Worksheet): Remembered {
  const { print, beyond, ...rest } = (sheet.getConfig().custom ?? {}) as Remembered;
  const here = (block: Block): Block => ({ ...block, sheet: sheet.getName() });
  const placed = <T extends { readonly block: Block }>(each: T): T => ({ ...each, block: here(each.block) });
  return {
    ...rest,
    ...(print && { print: { ...print, areas: print.areas.map(here) } }),
    ...(beyond && {
      beyond: {
        merged: beyond.merged.map(here),
        flags: beyond.flags.map(placed),
        validations: beyond.validations.map(placed),
      },
    }),
  };
}

/**
 * What a sheet called `name` remembers after cells of one sheet, be it this or another, have changed their places: blocks
 * go with their cells, or go where those are taken out, and so do the cells that conditions read.
 */
export function rememberedAfter(before: Remembered, name: string, change: Relocation): Remembered {
  const own = sameName(change.sheet, name);
  const { print, beyond, ...rest } = before;
  const moved = (block: Block): readonly Block[] => {
    const after = own ? change.moved(block) : block;
    return after ? [after] : [];
  };
  const placed = <T extends { readonly block: Block }>(each: T): readonly T[] =>
    moved(each.block).map((block) => ({ ...each, block }));
  return {
    ...rest,
    ...(print && { print: own ? printedAfter(print, change) : print }),
    ...(beyond && {
      beyond: {
        merged: beyond.merged.flatMap(moved).filter(({ height, width }) => height * width > 1),
        flags: beyond.flags.flatMap((flag) =>
          placed(flag).map((after) => ({ ...after, formula: conditionAfter(flag, after.block, name, change) })),
        ),
        validations: beyond.validations.flatMap(placed),
      },
    }),
  };
}

function printedAfter(print: PrintSetUp, change: Relocation): PrintSetUp {
  const { repeat, repeatColumns, breaks, columnBreaks, ...rest } = print;
  const rows = repeat && spanAfter(change, "rows", repeat);
  const columns = repeatColumns && spanAfter(change, "columns", repeatColumns);
  const kept = (axis: "rows" | "columns", all: readonly number[]): readonly number[] => [
    ...new Set(all.flatMap((at) => spanAfter(change, axis, { from: at, to: at })?.from ?? [])),
  ];
  return {
    ...rest,
    areas: print.areas.flatMap((area) => change.moved(area) ?? []),
    ...(rows && { repeat: rows }),
    ...(columns && { repeatColumns: columns }),
    ...(breaks && { breaks: kept("rows", breaks) }),
    ...(columnBreaks && { columnBreaks: kept("columns", columnBreaks) }),
  };
}

/**
 * What a condition says after the change. It is written for the block's first cell: what a $ fixes goes with the cells that
 * it means, all else stays as far from that cell as it was.
 */
function conditionAfter(
  flag: { readonly block: Block; readonly formula: string },
  after: Block,
  name: string,
  change: Relocation,
): string {
  const down = after.row - flag.block.row;
  const right = after.column - flag.block.column;
  const follow = (reference: CellReference): CellReference | undefined =>
    referenceAfter(change, reference, sameName(reference.sheet ?? name, change.sheet), { down, right });
  return withReferences(flag.formula, follow);
}

/** What sheets remember after one got another name, or was taken out where `to` is undefined. */
export function withSheetCalled(before: Remembered, from: string, to: string | undefined): Remembered {
  if (!before.beyond) return before;
  const named = (reference: CellReference): CellReference | undefined => {
    if (!sameName(reference.sheet ?? "", from)) return reference;
    return to === undefined ? undefined : { ...reference, sheet: to };
  };
  const flags = before.beyond.flags.map((flag) => ({ ...flag, formula: withReferences(flag.formula, named) }));
  return { ...before, beyond: { ...before.beyond, flags } };
}
