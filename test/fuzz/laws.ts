import type { OperationName } from "../../src/operations";
import { fromDist } from "../dist";
import { CellError, shippedFunctions } from "../functions/shipped";
import type { FuzzCell } from "./cells";
import type { FuzzArgument, FuzzCall } from "./calls";

/** What came of a call: cells, or the error that Excel shows with its sentence. Anything else thrown passes through. */
export type Outcome =
  | { readonly kind: "cells"; readonly cells: readonly (readonly unknown[])[] }
  | { readonly kind: "error"; readonly code: string; readonly message: string };

/** Asks a function, and says what came of it; some answer later. */
export type Ask = (call: FuzzCall) => Outcome | Promise<Outcome>;

/** What holds for every call of every function. */
export interface Law {
  readonly name: string;
  /** How it is broken, or nothing. */
  check(call: FuzzCall, first: Outcome, ask: Ask): string | undefined | Promise<string | undefined>;
}

/** Asks the shipped bundle as Excel does: a range where a range is declared, the value of one cell where a value is. */
export function shipped(): Ask {
  const functions = shippedFunctions();
  const declared = JSON.parse(fromDist("functions.json")) as {
    readonly functions: readonly { readonly id: string; readonly parameters: readonly { dimensionality: string }[] }[];
  };
  const takesRange = new Map(
    declared.functions.map(({ id, parameters }) => [id, parameters.map((each) => each.dimensionality === "matrix")]),
  );
  return (call) => {
    const ranges = takesRange.get(call.function) ?? [];
    const given = call.arguments.map((cells, index) => (ranges[index] ? cells : (cells?.[0]?.[0] ?? null)));
    return outcomeOf(() => functions.get(call.function)?.(...given));
  };
}

async function outcomeOf(ask: () => unknown): Promise<Outcome> {
  try {
    const result = await ask();
    return { kind: "cells", cells: Array.isArray(result) ? (result as unknown[][]) : [[result]] };
  } catch (problem) {
    if (problem instanceof CellError) return { kind: "error", code: problem.code, message: problem.message };
    throw problem;
  }
}

/** A sentence lists at most the words of a policy and a few quoted cells. */
const LONGEST_MESSAGE = 1_000;
const UNSAID = /\[object|undefined|\bNaN\b|\bnull\b|=>|\bfunction\b/;

export const answersOrSays: Law = {
  name: "an error is #VALUE! or #N/A, with a sentence",
  check(call, first) {
    if (first.kind === "cells") return undefined;
    const { code, message } = first;
    if (code !== "#VALUE!" && code !== "#N/A") return `the error is ${code}`;
    if (!/[.?!]$/.test(message.trim())) return `no sentence: ${message.slice(0, 100)}`;
    if (message.length > LONGEST_MESSAGE) return `${message.length} characters: ${message.slice(0, 100)}…`;
    const slip = UNSAID.exec(message);
    // A cell may hold such a word itself.
    return slip && !mentions(call, slip[0]) ? `it says ${slip[0]}: ${message.slice(0, 200)}` : undefined;
  },
};

function mentions(call: FuzzCall, word: string): boolean {
  return call.arguments.some((cells) =>
    cells?.some((row) => row.some((cell) => typeof cell !== "object" && String(cell).includes(word))),
  );
}

export const cellsExcelTakes: Law = {
  name: "an answer is a rectangle of finite numbers, texts, truths and errors",
  check(_, first) {
    if (first.kind !== "cells") return undefined;
    const width = first.cells[0]?.length ?? 0;
    if (width === 0) return "there is no cell";
    for (const [index, row] of first.cells.entries()) {
      if (row.length !== width) return `row ${index + 1} has ${row.length} of ${width} cells`;
      for (const cell of row) {
        if (typeof cell === "number" ? !Number.isFinite(cell) || Object.is(cell, -0) : !isOther(cell)) {
          return `row ${index + 1} holds ${Object.is(cell, -0) ? "-0" : String(cell)}`;
        }
      }
    }
    return undefined;
  },
};

const isOther = (cell: unknown): boolean =>
  typeof cell === "string" || typeof cell === "boolean" || cell instanceof CellError;

/** The row functions, with the arguments whose rows their answer stands beside. */
const BESIDE: Readonly<Partial<Record<OperationName, readonly number[]>>> = {
  WEIGHTS: [0],
  DRIFT: [0, 1],
  BANDS: [0],
  STATUS: [0, 1],
  BYCLASS: [1],
  REBALANCE: [0, 1],
  CONTRIBUTE: [0, 1],
  WITHDRAW: [0, 1],
  SHARES: [0, 1, 2],
  ELECTIONS: [0, 2, 3],
  BANDWIDTH: [0],
  GLIDEPATH: [0],
  RISKSHARE: [0],
  TARGETVOL: [0],
  TRENDFOLLOW: [0],
  TILT: [0, 1],
};

const standsBeside: Law = {
  name: "a row function's answer is as high as its columns",
  check(call, first) {
    const beside = BESIDE[call.function];
    if (!beside || first.kind !== "cells") return undefined;
    const ranges = beside.flatMap((index) => call.arguments[index] ?? []);
    // Laid out across, the answer lies across as well.
    if (beside.some((index) => (call.arguments[index]?.[0]?.length ?? 1) > 1) && call.function !== "BYCLASS")
      return undefined;
    if (ranges.length === 0) return undefined;
    const height = Math.max(...beside.map((index) => call.arguments[index]?.length ?? 0));
    return first.cells.length === height ? undefined : `${first.cells.length} rows beside ${height}`;
  },
};

const leavesCellsAlone: Law = {
  name: "the cells that were read are left alone",
  async check(call, _, ask) {
    const before = JSON.stringify(call);
    const frozen = { ...call, arguments: call.arguments.map((cells) => cells && frozenCells(cells)) };
    await ask(frozen);
    return JSON.stringify(call) === before ? undefined : "a cell was changed";
  },
};

function frozenCells(cells: NonNullable<FuzzArgument>): NonNullable<FuzzArgument> {
  return Object.freeze(cells.map((row) => Object.freeze([...row])));
}

const sameAgain: Law = {
  name: "the same question has the same answer",
  async check(call, first, ask) {
    const copy = { ...call, arguments: call.arguments.map((cells) => cells?.map((row) => [...row]) ?? null) };
    return difference(first, await ask(copy));
  },
};

const BLANKS: readonly FuzzCell[] = [0, null, ""];

const blanksAreOne: Law = {
  name: "a blank is a blank, as 0, as nothing and as empty text",
  async check(call, first, ask) {
    const has = call.arguments.some((cells) => cells?.some((row) => row.some(isBlank)));
    if (!has) return undefined;
    for (const blank of BLANKS) {
      const spelled = call.arguments.map(
        (cells) => cells?.map((row) => row.map((cell) => (isBlank(cell) ? blank : cell))) ?? null,
      );
      const found = difference(withoutBlankNotes(first), withoutBlankNotes(await ask({ ...call, arguments: spelled })));
      if (found !== undefined) return `with ${JSON.stringify(blank)} for each blank, ${found}`;
    }
    return undefined;
  },
};

/** A note says of past returns that a cell came as a blank, where it did: where it came as 0, nobody can know. */
const BLANK_RETURNS = /blank cells?( of the column)? counts? as a return of 0\.$/;

function withoutBlankNotes(outcome: Outcome): Outcome {
  if (outcome.kind === "error") return outcome;
  const isNote = (cell: unknown): boolean => typeof cell === "string" && BLANK_RETURNS.test(cell);
  return { ...outcome, cells: outcome.cells.filter((row) => !row.some(isNote)) };
}

const isBlank = (cell: FuzzCell): boolean => cell === null || cell === "" || (cell === 0 && !Object.is(cell, -0));

/** How two outcomes differ, or nothing. */
function difference(one: Outcome, other: Outcome): string | undefined {
  const [first, second] = [said(one), said(other)];
  return first === second ? undefined : `${first.slice(0, 200)} became ${second.slice(0, 200)}`;
}

const said = (outcome: Outcome): string =>
  outcome.kind === "error" ? `${outcome.code} ${outcome.message}` : JSON.stringify(outcome.cells);

export const LAWS: readonly Law[] = [
  answersOrSays,
  cellsExcelTakes,
  standsBeside,
  leavesCellsAlone,
  sameAgain,
  blanksAreOne,
];

/** How a call breaks a law, as one line; nothing if it keeps them all. */
export async function broken(call: FuzzCall, ask: Ask): Promise<string | undefined> {
  let first: Outcome;
  try {
    first = await ask(call);
  } catch (problem) {
    return `an error is Excel's own: threw ${String(problem).slice(0, 200)}`;
  }
  for (const law of LAWS) {
    try {
      const found = await law.check(call, first, ask);
      if (found !== undefined) return `${law.name}: ${found}`;
    } catch (problem) {
      return `${law.name}: threw ${String(problem).slice(0, 200)}`;
    }
  }
  return undefined;
}
