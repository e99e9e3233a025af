import {
  driftInMoney,
  driftInPoints,
  edgeWeights,
  dollars,
  isRowBand,
  relativeDrift,
  sidesOf,
  succeeded,
  totalDrift,
  weights as weightsOf,
  type Allocation,
  type DriftMeasure,
  type RowBand,
  type Usd,
} from "../engine";
import {
  columnOf,
  failed,
  pairsOf,
  readAllocation,
  readChoice,
  readPolicy,
  readTargets,
  readValues,
  sideWord,
  type Argument,
  type FormulaName,
  type PolicyRange,
  type Read,
} from "../ranges";
import { operation, rangeFacts, ROUNDED_ONCE } from "./operation";
import { readUnderPolicy } from "./under-policy";
import { POLICY, TARGETS, VALUES } from "./usual-arguments";

/** WEIGHTS: each row's share of the total. */
export const weights = operation({
  name: "WEIGHTS",
  family: "allocation",
  arguments: [VALUES],
  holds: "percent",
  decide: (values: Argument) => {
    const read = readValues(values);
    if (!read.ok) return read;
    const { columns, total } = read.value;
    const shares = weightsOf(read.value.values, total);
    return shares.ok ? succeeded({ columns, total, weights: shares.value, notes: columns.notes }) : shares;
  },
  show: (record) => columnOf(record.columns, (row) => record.weights[row] as number),
  explain: ({ columns, total }) => ({
    read: [...rangeFacts(columns), { fact: "total", total }],
    steps: [{ fact: "formula", formula: "weight" }],
    rounded: ROUNDED_ONCE,
  }),
});

const MEASURES = ["points", "relative", "money"] as const satisfies readonly DriftMeasure[];

/** Drifts as they are measured (n × 1): money in whole cents; ratios as fractions, NaN where there is none. */
type Drifts =
  | { readonly measure: "money"; readonly amounts: readonly Usd[] }
  | { readonly measure: "points" | "relative"; readonly ratios: Float64Array };

function measured(allocation: Allocation, measure: DriftMeasure): Read<Drifts> {
  if (measure === "money") {
    const amounts = driftInMoney(allocation);
    return amounts.ok ? succeeded({ measure, amounts: amounts.value }) : amounts;
  }
  const ratios = measure === "points" ? driftInPoints(allocation) : relativeDrift(allocation);
  return ratios.ok ? succeeded({ measure, ratios: ratios.value }) : ratios;
}

const DRIFT_FORMULAS: Readonly<Record<DriftMeasure, FormulaName>> = {
  points: "drift in points",
  relative: "relative drift",
  money: "drift in money",
};

/** DRIFT: how far each row is from its target. */
export const drift = operation({
  name: "DRIFT",
  family: "allocation",
  arguments: [VALUES, TARGETS, { name: "measure", holds: "plain" }, POLICY],
  holds: ({ drifts }) => (drifts.measure === "money" ? "money" : "percent"),
  decide: (values: Argument, targets: Argument, measure?: unknown, policy?: Argument) => {
    const chosen = readChoice("Measure", measure, MEASURES);
    if (!chosen.ok) return chosen;
    const read = readUnderPolicy(values, targets, policy);
    if (!read.ok) return read;
    const { allocation, columns, notes } = read.value;
    const drifts = measured(allocation, chosen.value);
    return drifts.ok ? succeeded({ allocation, columns, notes, drifts: drifts.value }) : drifts;
  },
  show: ({ columns, drifts }) =>
    columnOf(columns, (row) => {
      if (drifts.measure === "money") return dollars(drifts.amounts[row] as Usd);
      const ratio = drifts.ratios[row] as number;
      return Number.isNaN(ratio) ? { code: "no relative drift", row } : ratio;
    }),
  explain: ({ allocation, columns, drifts: { measure } }) => ({
    read: [...rangeFacts(columns), { fact: "total", total: allocation.total }],
    steps: [{ fact: "formula", formula: DRIFT_FORMULAS[measure] }],
    rounded: measure === "money" ? [{ fact: "to the cent" }] : ROUNDED_ONCE,
  }),
});

/** DRIFTTOTAL: the share of the portfolio that must move to get back. */
export const driftTotal = operation({
  name: "DRIFTTOTAL",
  family: "allocation",
  arguments: [VALUES, TARGETS, POLICY],
  holds: "percent",
  decide: (values: Argument, targets: Argument, policy?: Argument) => {
    const read = readUnderPolicy(values, targets, policy);
    if (!read.ok) return read;
    const { allocation, columns, notes } = read.value;
    const total = totalDrift(allocation);
    return total.ok ? succeeded({ allocation, columns, notes, totalDrift: total.value }) : total;
  },
  show: (record) => [[record.totalDrift]],
  explain: ({ allocation, columns }) => ({
    read: [...rangeFacts(columns), { fact: "total", total: allocation.total }],
    steps: [{ fact: "formula", formula: "total drift" }],
    rounded: ROUNDED_ONCE,
  }),
});

/** BANDS: lowest and highest weight that the policy's band allows each row. */
export const bands = operation({
  name: "BANDS",
  family: "allocation",
  arguments: [TARGETS, POLICY],
  holds: "percent",
  decide: (targets: Argument, policy: Argument) => {
    const rule = readPolicy(policy);
    if (!rule.ok) return rule;
    const band = rowBandOf(rule.value, "BANDS");
    if (!band.ok) return band;
    const read = readTargets(targets);
    if (!read.ok) return read;
    const { targets: mix, columns, notes } = read.value;
    const edges = edgeWeights(mix, band.value);
    return succeeded({ columns, edges, rule: rule.value, notes: [...rule.value.notes, ...notes] });
  },
  show: ({ columns, edges }) => pairsOf(columns, (row) => edges[row] as readonly [number, number]),
  explain: ({ columns, rule }) => ({
    read: [...rangeFacts(columns), { fact: "rule", policy: rule.policy }],
    steps: [{ fact: "formula", formula: "band edges" }],
    rounded: ROUNDED_ONCE,
  }),
});

/** STATUS: whether each row is in its band. */
export const status = operation({
  name: "STATUS",
  family: "allocation",
  arguments: [VALUES, TARGETS, POLICY],
  holds: "plain",
  decide: (values: Argument, targets: Argument, policy: Argument) => {
    const rule = readPolicy(policy);
    if (!rule.ok) return rule;
    const band = rowBandOf(rule.value, "STATUS");
    if (!band.ok) return band;
    const read = readAllocation(values, targets, rule.value.policy.unassigned);
    if (!read.ok) return read;
    const { allocation, columns, notes } = read.value;
    if (allocation.total === 0) return failed({ code: "empty portfolio" });
    const sides = sidesOf(allocation.values, allocation.total, allocation.targets, band.value);
    return succeeded({ allocation, columns, sides, rule: rule.value, notes: [...rule.value.notes, ...notes] });
  },
  show: ({ allocation, columns, sides }) =>
    columnOf(columns, (row) => {
      // A blank row is no fund.
      if (allocation.values[row] === 0 && allocation.targets.parts[row] === 0) return "";
      return sideWord(sides[row] as -1 | 0 | 1);
    }),
  explain: ({ columns, rule }) => ({
    read: [...rangeFacts(columns), { fact: "rule", policy: rule.policy }],
    steps: [{ fact: "formula", formula: "in band" }],
  }),
});

/** The band of a policy, if it gives each row edges of its own; the other kinds look at the whole portfolio. */
export function rowBandOf({ policy, clauses }: PolicyRange, functionName: string): Read<RowBand | undefined> {
  const { band } = policy;
  if (band === undefined || isRowBand(band)) return succeeded(band);
  const said = clauses.find((clause) => clause.settings.band !== undefined);
  return failed({ code: "band without edges", clause: said?.text ?? band.kind, operation: functionName });
}
