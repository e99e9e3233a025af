import type { Block } from "./place";

/** The columns of the three results, side by side: none has anything below it, so that each can grow. */
const PLAN_WIDTH = 10;
const CHECK_WIDTH = 5;

/** Where each thing on the sheet of a household's trades stands. */
export interface TradesPlaces {
  readonly all: Block;
  /** The cell that says in one line what is to be traded. */
  readonly summary: Block;
  /** PLAN's rows with their header, as many as there may be. */
  readonly plan: Block;
  /** PLANCHECK's rows with their header. */
  readonly check: Block;
  /** The holdings' own columns, row for row as they stand in the list: one column each, header row included. */
  readonly beside: readonly Block[];
  /** PLANTRADES' column, beside them. */
  readonly rows: Block;
}

/** Rows of the sheet, counted from 0. A blank one parts the headings from what stands above them. */
export const tradesRow = { title: 0, from: 1, summary: 2, headings: 4 };

/** How many rows what Keel writes may come to: of the list with its headings, and classes with a target. */
export interface TradesSize {
  readonly holdings: number;
  readonly classes: number;
  /** How many columns of the list stand beside its trades. */
  readonly beside: number;
}

/** PLANCHECK's rows that are no classes: its header, money in none of the classes, eleven figures and its notes. */
const OTHER_CHECKS = 30;

/** Says where the trades of a household stand on their sheet. */
export function tradesPlaces(sheet: string, { holdings, classes, beside }: TradesSize): TradesPlaces {
  const column = (at: number, height: number, width = 1): Block => ({
    sheet,
    row: tradesRow.headings,
    column: at,
    height,
    width,
  });
  const check = PLAN_WIDTH + 1;
  const list = check + CHECK_WIDTH + 1;
  // Each row of the list trades once at most, and each class may stay off its goal.
  const plan = column(0, holdings + classes + 1, PLAN_WIDTH);
  const checks = column(check, classes + OTHER_CHECKS, CHECK_WIDTH);
  return {
    all: {
      ...{ sheet, row: 0, column: 0, width: list + beside + 1 },
      height: tradesRow.headings + Math.max(plan.height, checks.height),
    },
    summary: { ...column(0, 1), row: tradesRow.summary },
    plan,
    check: checks,
    beside: Array.from({ length: beside }, (_, at) => column(list + at, holdings)),
    rows: column(list + beside, holdings),
  };
}
