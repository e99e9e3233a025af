import {
  fractionsOf,
  lookChance as chanceOf,
  succeeded,
  type LookChance,
  type Policy,
  type ReturnHistory,
} from "../../engine";
import {
  failed,
  readDay,
  readReturns,
  readSeed,
  readWhole,
  refused,
  returnsFact,
  USUAL_PATHS,
  type AlignedColumns,
  type Note,
  type Read,
} from "../../ranges";
import type { Work } from "../later";
import { rangeFacts, type Decided } from "../operation";
import { readUnderPolicy } from "../under-policy";
import type { LookChanceArguments } from "./arguments";

export interface DecidedChance extends Decided {
  readonly columns: AlignedColumns;
  readonly policy: Policy;
  readonly history: ReturnHistory;
  readonly today: number;
  readonly paths: number;
  readonly seed: number;
  readonly found: LookChance;
}

/** More paths than these tell nothing more. */
const MOST_PATHS = 100_000;

function decide(
  ...[values, targets, policyCells, returns, asOf, pathCells, seedCells]: LookChanceArguments
): Read<DecidedChance> {
  const read = readUnderPolicy(values, targets, policyCells);
  if (!read.ok) return read;
  const { allocation, columns, rule } = read.value;
  if (allocation.total === 0) return failed({ code: "empty portfolio" });
  const notes: Note[] = [...read.value.notes];
  const today = readDay("As of", asOf, notes);
  if (!today.ok) return today;
  if (today.value === undefined) return failed({ code: "missing argument", argument: "As of", wanted: "date" });
  const past = readReturns(returns, read.value, { areNeeded: true });
  if (!past.ok) return past;
  if (past.value === undefined) return failed({ code: "missing argument", argument: "Returns", wanted: "returns" });
  const paths = readWhole("Paths", pathCells, USUAL_PATHS, 1, MOST_PATHS);
  if (!paths.ok) return paths;
  const seed = readSeed(seedCells);
  if (!seed.ok) return seed;
  const { history } = past.value;
  const { policy } = rule;
  const asked = { today: today.value, paths: paths.value, seed: seed.value };
  const found = chanceOf({
    series: history,
    values: allocation.values,
    targets: fractionsOf(allocation.targets),
    policy,
    ...asked,
  });
  if (!found.ok) return refused(found.problem);
  return succeeded({
    ...{ columns, policy, history, ...asked, found: found.value },
    notes: [...notes, ...past.value.notes],
  });
}

/** What LOOKCHANCE does. */
export const lookChance: Work<LookChanceArguments, DecidedChance> = {
  holds: "percent",
  decide,
  show: ({ found }) => [[found.chance]],
  explain: ({ columns, policy, history, today, paths, seed, found: { rows } }) => ({
    read: [
      ...rangeFacts(columns),
      returnsFact(
        history,
        history.columns.map((_, asset) => String(asset + 1)),
      ),
      { fact: "rule", policy },
      { fact: "day", day: today },
      { fact: "drawn", paths, rows, seed },
    ],
    steps: [{ fact: "formula", formula: "look chance" }],
    bound: [{ fact: "no promise", drawn: true }],
    rounded: [{ fact: "in doubles" }],
  }),
};
