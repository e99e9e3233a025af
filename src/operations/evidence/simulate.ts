import { inSlices } from "../../compute";
import { inShort, simulate as simulated, succeeded, type Policy, type SimulationRequest } from "../../engine";
import {
  evidenceFacts,
  failed,
  readMixReturns,
  readNumberBetween,
  readPathMoney,
  readPaths,
  readPolicy,
  readSeed,
  refused,
  simulationCells,
  simulationKinds,
  told,
  type MixReturns,
  type Read,
  type SimulatedInShort,
} from "../../ranges";
import type { StoppableWork } from "../later";
import type { Decided } from "../operation";
import type { SimulateArguments } from "./arguments";

/** A simulation as it was read. */
export interface SimulationQuestion extends Decided {
  readonly mix: MixReturns;
  readonly policy: Policy;
  readonly request: SimulationRequest;
}

export interface DecidedSimulation extends SimulationQuestion {
  readonly found: SimulatedInShort;
}

const MOST_YEARS = 1_000;
/** More rows than these take a minute. */
const MOST_ROWS_DRAWN = 1e9;

/** Reads what a simulation is asked of. */
export function readSimulation(
  ...[returns, targets, policy, years, start, contribution, periods, paths, seed]: SimulateArguments
): Read<SimulationQuestion> {
  const rule = readPolicy(policy);
  if (!rule.ok) return rule;
  const mix = readMixReturns(returns, targets, periods);
  if (!mix.ok) return mix;
  const span = readNumberBetween("Years", years, "number", 0, MOST_YEARS);
  if (!span.ok) return span;
  if (span.value === undefined) return failed({ code: "missing argument", argument: "Years", wanted: "number" });
  const money = readPathMoney(start, contribution);
  if (!money.ok) return money;
  const many = readPaths(paths);
  if (!many.ok) return many;
  const from = readSeed(seed);
  if (!from.ok) return from;
  const { series, targets: fractions, notes } = mix.value;
  const rows = Math.max(1, Math.round(span.value * series.periodsPerYear));
  if (rows * many.value > MOST_ROWS_DRAWN) {
    return failed(
      told(
        `Paths: ${many.value.toLocaleString("en-US")} paths of ${rows.toLocaleString("en-US")} rows are more than a billion rows to draw. Draw fewer paths, or fewer years.`,
      ),
    );
  }
  const drawn = { rows, paths: many.value, seed: from.value };
  return succeeded({
    mix: mix.value,
    policy: rule.value.policy,
    request: { series, targets: fractions, policy: rule.value.policy, ...drawn, ...money.value },
    notes: [...rule.value.notes, ...notes],
  });
}

/** What SIMULATE does. */
export const simulate: StoppableWork<SimulateArguments, DecidedSimulation> = {
  holds: simulationKinds(),
  decide: async (stop, ...given) => {
    const question = readSimulation(...given);
    if (!question.ok) return question;
    const { request } = question.value;
    const found = await inSlices(simulated(request), stop);
    if (found === undefined)
      return failed(told("The simulation was cancelled. Calculate the cell again for it.", "#N/A"));
    if (!found.ok) return refused(found.problem);
    const paidIn = request.start + request.contribution * request.rows;
    const { rule, never } = found.value;
    return succeeded({ ...question.value, found: { rule: inShort(rule, paidIn), never: inShort(never, paidIn) } });
  },
  show: ({ found, request }) => simulationCells(found, request.seed),
  explain: ({ mix, policy, request: { paths, rows, seed } }) => ({
    read: [...evidenceFacts(mix, policy), { fact: "drawn", paths, rows, seed }],
    steps: [
      { fact: "formula", formula: "simulation" },
      { fact: "formula", formula: "path" },
    ],
    bound: [{ fact: "no promise", drawn: true }],
    rounded: [{ fact: "in doubles" }],
  }),
};
