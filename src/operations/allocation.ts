import {
  driftInMoney,
  driftInPoints,
  edgesOfRow,
  edgeWeights,
  dollars,
  isRowBand,
  relativeDrift,
  side as sideOf,
  sidesOf,
  succeeded,
  totalDrift,
  weights as weightsOf,
  type Allocation,
  type DriftMeasure,
  type Mix,
  type RowBand,
  type Usd,
} from "../engine";
import {
  columnOf,
  failed,
  moneyTerm,
  numberTerm,
  pairsOf,
  readAllocation,
  readChoice,
  readPolicy,
  readTargets,
  readValues,
  roundedShare,
  shareTerm,
  sideWord,
  targetTerm,
  terms,
  type Argument,
  type FormulaName,
  type PolicyRange,
  type Read,
  type Term,
  type Worked,
} from "../ranges";
import { formulaFact, fundBeside, operation, rangeFacts, ROUNDED_ONCE } from "./operation";
import { readUnderPolicy } from "./under-policy";
import { POLICY, ROWS, TARGETS, VALUES } from "./usual-arguments";

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
    return shares.ok
      ? succeeded({ columns, values: read.value.values, total, weights: shares.value, notes: columns.notes })
      : shares;
  },
  show: (record) => columnOf(record.columns, (row) => record.weights[row] as number),
  explain: ({ columns, values, total, weights: shares }, at) => {
    const beside = fundBeside(columns, (row) => values[row] !== 0, at);
    const worked = beside && [
      {
        row: beside.row,
        term: weightTerm(values[beside.row] as Usd, total),
        gives: { kind: "percent", number: shares[beside.row] as number } as const,
      },
    ];
    return {
      read: [...rangeFacts(columns), { fact: "total", total }],
      steps: [formulaFact("weight", worked ?? [])],
      rounded: ROUNDED_ONCE,
    };
  },
});

function weightTerm(value: Usd, total: Usd): Term {
  return terms("÷", moneyTerm(value), moneyTerm(total));
}

/** A row that holds money or has a target: the others are blank. */
export function isFundOf({ values, targets }: Allocation): (row: number) => boolean {
  return (row) => values[row] !== 0 || targets.parts[row] !== 0;
}

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
  explain: ({ allocation, columns, drifts }, at) => {
    const beside = fundBeside(columns, isFundOf(allocation), at);
    return {
      read: [...rangeFacts(columns), { fact: "total", total: allocation.total }],
      steps: [formulaFact(DRIFT_FORMULAS[drifts.measure], beside ? workedDrift(allocation, drifts, beside.row) : [])],
      rounded: drifts.measure === "money" ? [{ fact: "to the cent" }] : ROUNDED_ONCE,
    };
  },
});

function workedDrift({ values, total, targets }: Allocation, drifts: Drifts, row: number): readonly Worked[] {
  const value = values[row] as Usd;
  const target = targetTerm(targets, row);
  const weight = weightTerm(value, total);
  if (drifts.measure === "money") {
    const term = terms("−", moneyTerm(value), terms("×", target, moneyTerm(total)));
    return [{ row, term, gives: { kind: "money", number: dollars(drifts.amounts[row] as Usd) } }];
  }
  const number = drifts.ratios[row] as number;
  if (drifts.measure === "relative" && targets.parts[row] === 0) return [];
  const term =
    drifts.measure === "points" ? terms("−", weight, target) : terms("−", terms("÷", weight, target), numberTerm(1));
  return [{ row, term, gives: { kind: "percent", number } }];
}

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
    if (!total.ok) return total;
    const drifts = driftInPoints(allocation);
    return drifts.ok
      ? succeeded({ allocation, columns, notes, totalDrift: total.value, drifts: drifts.value })
      : drifts;
  },
  show: (record) => [[record.totalDrift]],
  explain: ({ allocation, columns, totalDrift: number, drifts }) => ({
    read: [...rangeFacts(columns), { fact: "total", total: allocation.total }],
    steps: [
      formulaFact("total drift", [
        { term: terms("÷", sizesTerm(drifts), numberTerm(2)), gives: { kind: "percent", number } },
      ]),
    ],
    rounded: ROUNDED_ONCE,
  }),
});

/** The sum of absolute drifts, without the rows at their targets. */
function sizesTerm(drifts: Float64Array): Term {
  const sizes = Array.from(drifts).filter((drift) => drift !== 0);
  return sizes.length === 0 ? shareTerm(0) : terms("+", ...sizes.map((drift) => terms("size", roundedShare(drift))));
}

/** BANDS: lowest and highest weight that the policy's band allows each row. */
export const bands = operation({
  name: "BANDS",
  family: "allocation",
  arguments: [TARGETS, POLICY, ROWS],
  holds: "percent",
  decide: (targets: Argument, policy: Argument, rows?: Argument) => {
    const rule = readPolicy(policy);
    if (!rule.ok) return rule;
    const band = rowBandOf(rule.value, "BANDS");
    if (!band.ok) return band;
    const read = readTargets(targets, rows);
    if (!read.ok) return read;
    const { targets: mix, rules, columns, notes } = read.value;
    const edges = edgeWeights(mix, band.value, rules?.bands);
    return succeeded({
      columns,
      targets: mix,
      bandOf: (row: number) => rules?.bands.get(row) ?? band.value,
      edges,
      rule: rule.value,
      notes: [...rule.value.notes, ...notes],
    });
  },
  show: ({ columns, edges }) => pairsOf(columns, (row) => edges[row] as readonly [number, number]),
  explain: ({ columns, targets, bandOf, edges, rule }, at) => {
    const beside = fundBeside(columns, () => true, at);
    const worked = beside && [
      workedEdge(targets, bandOf(beside.row), edges[beside.row] as readonly [number, number], beside),
    ];
    return {
      read: [...rangeFacts(columns), { fact: "rule", policy: rule.policy }],
      steps: [formulaFact("band edges", worked ?? [])],
      rounded: ROUNDED_ONCE,
    };
  },
});

/** The lowest weight of a row, or the highest at side 1. */
function workedEdge(
  targets: Mix,
  band: RowBand | undefined,
  edges: readonly [number, number],
  { row, side }: { readonly row: number; readonly side: number },
): Worked {
  const target = targetTerm(targets, row);
  const number = side === 1 ? edges[1] : edges[0];
  const edge = band ? terms(side === 1 ? "+" : "−", target, reachTerm(band, target)) : target;
  const clipped = number === side ? terms(side === 1 ? "min" : "max", shareTerm(side), edge) : edge;
  return { row, term: clipped, gives: { kind: "percent", number } };
}

/** How far a row may stray from its target. */
function reachTerm(band: RowBand, target: Term): Term {
  switch (band.kind) {
    case "points":
      return shareTerm(band.width);
    case "relative":
      return terms("×", shareTerm(band.share), target);
    case "smaller":
      return terms("min", shareTerm(band.width), terms("×", shareTerm(band.share), target));
  }
}

/** STATUS: whether each row is in its band. */
export const status = operation({
  name: "STATUS",
  family: "allocation",
  arguments: [VALUES, TARGETS, POLICY, ROWS],
  holds: "plain",
  decide: (values: Argument, targets: Argument, policy: Argument, rows?: Argument) => {
    const rule = readPolicy(policy);
    if (!rule.ok) return rule;
    const band = rowBandOf(rule.value, "STATUS");
    if (!band.ok) return band;
    const read = readAllocation(values, targets, rule.value.policy.unassigned, rows);
    if (!read.ok) return read;
    const { allocation, columns, notes } = read.value;
    if (allocation.total === 0) return failed({ code: "empty portfolio" });
    const { values: money, total, targets: mix, rules } = allocation;
    const sides = sidesOf(money, total, mix, band.value, rules?.bands);
    return succeeded({
      allocation,
      columns,
      bandOf: (row: number) => rules?.bands.get(row) ?? band.value,
      sides,
      rule: rule.value,
      notes: [...rule.value.notes, ...notes],
    });
  },
  show: ({ allocation, columns, sides }) =>
    columnOf(columns, (row) => {
      // A blank row is no fund.
      if (allocation.values[row] === 0 && allocation.targets.parts[row] === 0) return "";
      return sideWord(sides[row] as -1 | 0 | 1);
    }),
  explain: ({ allocation, columns, bandOf, rule }, at) => {
    const beside = fundBeside(columns, isFundOf(allocation), at);
    return {
      read: [...rangeFacts(columns), { fact: "rule", policy: rule.policy }],
      steps: [formulaFact("in band", beside ? [comparedWeight(allocation, bandOf(beside.row), beside.row)] : [])],
    };
  },
});

/** A row's weight beside the edges of its band. */
export function comparedWeight({ values, total, targets }: Allocation, band: RowBand | undefined, row: number): Worked {
  const { lowest, highest } = edgesOfRow(targets.parts[row] as number, targets.whole, band);
  const value = values[row] as Usd;
  const term = weightTerm(value, total);
  return {
    row,
    term,
    edges: {
      lowest: lowest.dividedBy(targets.whole),
      highest: highest.dividedBy(targets.whole),
      side: sideOf(value, total, targets.whole, { lowest, highest }),
    },
  };
}

/** The band of a policy, if it gives each row edges of its own; the other kinds look at the whole portfolio. */
export function rowBandOf({ policy, clauses }: PolicyRange, functionName: string): Read<RowBand | undefined> {
  const { band } = policy;
  if (band === undefined || isRowBand(band)) return succeeded(band);
  const said = clauses.find((clause) => clause.settings.band !== undefined);
  return failed({ code: "band without edges", clause: said?.text ?? band.kind, operation: functionName });
}
