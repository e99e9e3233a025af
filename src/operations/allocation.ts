import {
  driftInMoney,
  driftInPoints,
  edgesOf,
  edgeWeights,
  dollars,
  failed,
  isRowBand,
  relativeDrift,
  sidesOf,
  succeeded,
  totalDrift,
  weights as weightsOf,
  type Allocation,
  type DriftMeasure,
  type Edges,
  type Result,
  type RowBand,
  type Usd,
} from "../engine";
import {
  columnOf,
  pairsOf,
  policySentence,
  readAllocation,
  readChoice,
  readPolicy,
  readTargets,
  readValues,
  type Argument,
  type PolicyRange,
  type ResultCell,
} from "../ranges";
import { answered, operation, rangeFact, ROUNDED_ONCE, type Answer, type HelpExamples } from "./operation";

const FUNDS_EXAMPLE = { "B2:B4": [[6500], [2300], [1200]], "C2:C4": [[0.6], [0.3], [0.1]] } as const;

/** WEIGHTS: each row's share of the total. */
export const weights = operation((values: Argument): Answer => {
  const read = readValues(values);
  if (!read.ok) return read;
  const shares = weightsOf(read.value.values, read.value.total);
  if (!shares.ok) return shares;
  const { columns, total } = read.value;
  return answered(
    columnOf(columns, (row) => shares.value[row] as number),
    {
      notes: columns.notes,
      read: [...rangeFact(columns), { fact: "total", total }],
      steps: [{ fact: "formula", words: "Weight = value ÷ total." }],
      rounded: ROUNDED_ONCE,
    },
  );
});

const MEASURES = ["points", "relative", "money"] as const satisfies readonly DriftMeasure[];

/** DRIFT: how far each row is from its target. */
export const drift = operation((values: Argument, targets: Argument, measure?: unknown): Answer => {
  const chosen = readChoice("Measure", measure, MEASURES);
  if (!chosen.ok) return chosen;
  const read = readAllocation(values, targets);
  if (!read.ok) return read;
  const cells = driftCells(read.value.allocation, chosen.value);
  if (!cells.ok) return cells;
  const { allocation, columns, notes } = read.value;
  return answered(columnOf(columns, cells.value), {
    notes,
    read: [...rangeFact(columns), { fact: "total", total: allocation.total }],
    steps: [{ fact: "formula", words: FORMULAS[chosen.value] }],
    rounded: chosen.value === "money" ? [{ fact: "to the cent" }] : ROUNDED_ONCE,
  });
});

const FORMULAS: Readonly<Record<DriftMeasure, string>> = {
  points: "Drift = weight − target.",
  relative: "Drift = weight ÷ target − 1.",
  money: "Drift = value − target × total.",
};

function driftCells(allocation: Allocation, measure: DriftMeasure): Result<(row: number) => ResultCell> {
  if (measure === "money") {
    const amounts = driftInMoney(allocation);
    return amounts.ok ? succeeded((row) => dollars(amounts.value[row] as Usd)) : amounts;
  }
  const ratios = measure === "points" ? driftInPoints(allocation) : relativeDrift(allocation);
  if (!ratios.ok) return ratios;
  return succeeded((row) => {
    const ratio = ratios.value[row] as number;
    return Number.isNaN(ratio) ? { code: "no relative drift", row } : ratio;
  });
}

/** DRIFTTOTAL: the share of the portfolio that must move to get back. */
export const driftTotal = operation((values: Argument, targets: Argument): Answer => {
  const read = readAllocation(values, targets);
  if (!read.ok) return read;
  const total = totalDrift(read.value.allocation);
  if (!total.ok) return total;
  const { allocation, columns, notes } = read.value;
  return answered([[total.value]], {
    notes,
    read: [...rangeFact(columns), { fact: "total", total: allocation.total }],
    steps: [{ fact: "formula", words: "Total drift = half the sum of the absolute drifts." }],
    rounded: ROUNDED_ONCE,
  });
});

/** BANDS: lowest and highest weight that the policy's band allows each row. */
export const bands = operation((targets: Argument, policy: Argument): Answer => {
  const rule = readPolicy(policy);
  if (!rule.ok) return rule;
  const band = rowBandOf(rule.value, "BANDS");
  if (!band.ok) return band;
  const read = readTargets(targets);
  if (!read.ok) return read;
  const mix = read.value.targets;
  const edges = edgesOf(mix, band.value);
  const { columns, notes } = read.value;
  return answered(
    pairsOf(columns, (row) => edgeWeights(mix, edges[row] as Edges)),
    {
      notes: [...rule.value.notes, ...notes],
      read: [...rangeFact(columns), { fact: "rule", words: policySentence(rule.value.policy) }],
      steps: [{ fact: "formula", words: "Lowest and highest = target ± band, within 0% and 100%." }],
      rounded: ROUNDED_ONCE,
    },
  );
});

/** STATUS: whether each row is in its band. */
export const status = operation((values: Argument, targets: Argument, policy: Argument): Answer => {
  const rule = readPolicy(policy);
  if (!rule.ok) return rule;
  const band = rowBandOf(rule.value, "STATUS");
  if (!band.ok) return band;
  const read = readAllocation(values, targets, rule.value.policy.unassigned);
  if (!read.ok) return read;
  const { allocation, columns, notes } = read.value;
  if (allocation.total === 0) return failed({ code: "empty portfolio" });
  const sides = sidesOf(allocation.values, allocation.total, allocation.targets, band.value);
  const cells = columnOf(columns, (row) => {
    // A blank row is no fund.
    if (allocation.values[row] === 0 && allocation.targets.parts[row] === 0) return "";
    return SIDES[sides[row] as keyof typeof SIDES];
  });
  return answered(cells, {
    notes: [...rule.value.notes, ...notes],
    read: [...rangeFact(columns), { fact: "rule", words: policySentence(rule.value.policy) }],
    steps: [{ fact: "formula", words: "In band: lowest ≤ weight ≤ highest, compared exactly, the edge being in." }],
  });
});

const SIDES = { [-1]: "Under", 0: "In band", 1: "Over" } as const;

/** The band of a policy, if it gives each row edges of its own; the other kinds look at the whole portfolio. */
function rowBandOf({ policy, clauses }: PolicyRange, functionName: string): Result<RowBand | undefined> {
  const { band } = policy;
  if (band === undefined || isRowBand(band)) return succeeded(band);
  const said = clauses.find((clause) => clause.settings.band !== undefined);
  return failed({ code: "band without edges", clause: said?.text ?? band.kind, operation: functionName });
}

/** The worked examples of this family's help pages. */
export const allocationExamples: HelpExamples = {
  WEIGHTS: {
    cells: { "B2:B4": [[6500], [2300], [1200]] },
    formula: "=KEEL.WEIGHTS(B2:B4)",
    result: [[0.65], [0.23], [0.12]],
  },
  DRIFT: {
    cells: FUNDS_EXAMPLE,
    formula: "=KEEL.DRIFT(B2:B4, C2:C4)",
    result: [[0.05], [-0.07], [0.02]],
    remarks: [
      "Points is weight minus target: 0.05 is five percentage points too much. Relative compares with the target: 0.25 is a quarter too much. Money is dollars above the target.",
    ],
  },
  DRIFTTOTAL: { cells: FUNDS_EXAMPLE, formula: "=KEEL.DRIFTTOTAL(B2:B4, C2:C4)", result: [[0.07]] },
  BANDS: {
    cells: { "C2:C4": [[0.6], [0.3], [0.1]] },
    formula: '=KEEL.BANDS(C2:C4, "5/25")',
    result: [
      [0.55, 0.65],
      [0.25, 0.35],
      [0.075, 0.125],
    ],
    remarks: ["5/25 allows five points or a quarter of the target either side, whichever is smaller."],
  },
  STATUS: {
    cells: FUNDS_EXAMPLE,
    formula: '=KEEL.STATUS(B2:B4, C2:C4, "5%")',
    result: [["In band"], ["Under"], ["In band"]],
    remarks: ["Exactly at the edge of the band is in. Without a band only the exact target is in."],
  },
};
