import type { Problem } from "./problem";

/** A rectangle of cells as Excel hands it to a custom function: rows first, anything in a cell. */
export type Cells = readonly (readonly unknown[])[];

/** An argument of a custom function: one that was left out arrives as null. */
export type Argument = Cells | null | undefined;

/** A cell of a result. A problem stands for an error in that one cell. "" shows as an empty cell. */
export type ResultCell = number | string | boolean | Problem;
