import type { MovingKind } from "../../../operations";
import type { Block } from "../../../sheets";
import type { Receipt } from "../../../workbook";

/** The styles of GLIDEPATH, the pane's usual one first. */
export const glideStyles = ["target date", "110 minus age", "120 minus age"] as const;
export type Style = (typeof glideStyles)[number];

/** What was typed and chosen about targets that move; texts as they were typed. */
export interface TypedMoving {
  readonly age: string;
  readonly retireAge: string;
  readonly style: Style;
  /** The volatility a year that is wanted, and how many rows it is judged by. */
  readonly volatility: string;
  readonly volatilityRows: string;
  /** How many prices a trend's mean is of. */
  readonly trendRows: string;
  /** The name of the fund or class that money waits in, by list. */
  readonly cash: Readonly<Record<string, string>>;
  /** The rule that was chosen to be put into the workbook. */
  readonly chosen: MovingKind | undefined;
  /** What the chosen rule's sheet, and the targets that refer to it, can be taken back with, and the list's name. */
  readonly sheet: MovingPut | undefined;
  readonly targets: MovingPut | undefined;
}

interface MovingPut {
  readonly list: string;
  readonly receipt: Receipt;
  /** The targets on the rule's sheet. */
  readonly cells: Block;
  readonly kind: MovingKind;
}

export const noMovingTyped: TypedMoving = {
  age: "",
  retireAge: "65",
  style: "target date",
  volatility: "10%",
  volatilityRows: "12",
  trendRows: "10",
  cash: {},
  chosen: undefined,
  sheet: undefined,
  targets: undefined,
};
