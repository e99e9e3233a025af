import type { Description, Step, Value } from "./description";
import type { Block } from "./place";

/** A cell's new contents, by its row, counted from 0 within a column of cells. */
export interface NewValue {
  readonly row: number;
  readonly value: Value;
}

/** Describes putting new values into some cells of a column, top down, and others into single cells elsewhere. */
export function newValues(
  title: string,
  column: Block,
  values: readonly NewValue[],
  elsewhere: readonly { readonly cell: Block; readonly value: Value }[] = [],
): Description {
  const runs: NewValue[][] = [];
  for (const one of values) {
    const run = runs.at(-1);
    // Cells below each other are one step: a list may have thousands.
    if (run && one.row === (run.at(-1)?.row ?? 0) + 1) run.push(one);
    else runs.push([one]);
  }
  return {
    title,
    steps: [
      ...runs.map((run): Step => ({
        do: "write values",
        block: { ...column, row: column.row + (run[0]?.row ?? 0), height: run.length },
        values: run.map(({ value }) => [value]),
      })),
      ...elsewhere.map(({ cell, value }): Step => ({ do: "write values", block: cell, values: [[value]] })),
    ],
  };
}
