import {
  driftInMoney,
  driftInPoints,
  edgesOf,
  edgeWeights,
  dollars,
  failed,
  isRowBand,
  relativeDrift,
  side,
  succeeded,
  totalDrift,
  weights as weightsOf,
  type Account,
  type DriftMeasure,
  type Edges,
  type Result,
  type RowBand,
  type Usd,
} from "../engine";
import {
  columnOf,
  pairsOf,
  readAccount,
  readChoice,
  readPolicy,
  readTargets,
  readValues,
  type Argument,
  type PolicyRange,
  type ResultCell,
} from "../ranges";
import { answered, operation, type Answer } from "./operation";

const FUNDS_EXAMPLE = { "B2:B4": [[6500], [2300], [1200]], "C2:C4": [[0.6], [0.3], [0.1]] } as const;

/** WEIGHTS: each row's share of the total. */
export const weights = operation({
  functionName: "WEIGHTS",
  example: {
    cells: { "B2:B4": [[6500], [2300], [1200]] },
    formula: "=KEEL.WEIGHTS(B2:B4)",
    result: [[0.65], [0.23], [0.12]],
  },
  answer(values: Argument): Answer {
    const read = readValues(values);
    if (!read.ok) return read;
    const shares = weightsOf(read.value.values, read.value.total);
    if (!shares.ok) return shares;
    return answered(
      columnOf(read.value.columns, (row) => shares.value[row] as number),
      read.value.columns.notes,
    );
  },
});

const MEASURES = ["points", "relative", "money"] as const satisfies readonly DriftMeasure[];

/** DRIFT: how far each row is from its target. */
export const drift = operation({
  functionName: "DRIFT",
  example: {
    cells: FUNDS_EXAMPLE,
    formula: "=KEEL.DRIFT(B2:B4, C2:C4)",
    result: [[0.05], [-0.07], [0.02]],
    remarks: [
      "Points is weight minus target: 0.05 is five percentage points too much. Relative compares with the target: 0.25 is a quarter too much. Money is dollars above the target.",
    ],
  },
  answer(values: Argument, targets: Argument, measure?: unknown): Answer {
    const chosen = readChoice("Measure", measure, MEASURES);
    if (!chosen.ok) return chosen;
    const read = readAccount(values, targets);
    if (!read.ok) return read;
    const cells = driftCells(read.value.account, chosen.value);
    return cells.ok ? answered(columnOf(read.value.columns, cells.value), read.value.notes) : cells;
  },
});

function driftCells(account: Account, measure: DriftMeasure): Result<(row: number) => ResultCell> {
  if (measure === "money") {
    const amounts = driftInMoney(account);
    return amounts.ok ? succeeded((row) => dollars(amounts.value[row] as Usd)) : amounts;
  }
  const ratios = measure === "points" ? driftInPoints(account) : relativeDrift(account);
  if (!ratios.ok) return ratios;
  return succeeded((row) => {
    const ratio = ratios.value[row] as number;
    return Number.isNaN(ratio) ? { code: "no relative drift", row } : ratio;
  });
}

/** DRIFTTOTAL: the share of the portfolio that must move to get back. */
export const driftTotal = operation({
  functionName: "DRIFTTOTAL",
  example: { cells: FUNDS_EXAMPLE, formula: "=KEEL.DRIFTTOTAL(B2:B4, C2:C4)", result: [[0.07]] },
  answer(values: Argument, targets: Argument): Answer {
    const read = readAccount(values, targets);
    if (!read.ok) return read;
    const total = totalDrift(read.value.account);
    return total.ok ? answered([[total.value]], read.value.notes) : total;
  },
});

/** BANDS: lowest and highest weight that the policy's band allows each row. */
export const bands = operation({
  functionName: "BANDS",
  example: {
    cells: { "C2:C4": [[0.6], [0.3], [0.1]] },
    formula: '=KEEL.BANDS(C2:C4, "5/25")',
    result: [
      [0.55, 0.65],
      [0.25, 0.35],
      [0.075, 0.125],
    ],
    remarks: ["5/25 allows five points or a quarter of the target either side, whichever is smaller."],
  },
  answer(targets: Argument, policy: Argument): Answer {
    const rule = readPolicy(policy);
    if (!rule.ok) return rule;
    const band = rowBandOf(rule.value, "BANDS");
    if (!band.ok) return band;
    const read = readTargets(targets);
    if (!read.ok) return read;
    const mix = read.value.targets;
    const edges = edgesOf(mix, band.value);
    return answered(
      pairsOf(read.value.columns, (row) => edgeWeights(mix, edges[row] as Edges)),
      [...rule.value.notes, ...read.value.notes],
    );
  },
});

/** STATUS: whether each row is in its band. */
export const status = operation({
  functionName: "STATUS",
  example: {
    cells: FUNDS_EXAMPLE,
    formula: '=KEEL.STATUS(B2:B4, C2:C4, "5%")',
    result: [["In band"], ["Under"], ["In band"]],
    remarks: ["Exactly at the edge of the band is in. Without a band only the exact target is in."],
  },
  answer(values: Argument, targets: Argument, policy: Argument): Answer {
    const rule = readPolicy(policy);
    if (!rule.ok) return rule;
    const band = rowBandOf(rule.value, "STATUS");
    if (!band.ok) return band;
    const read = readAccount(values, targets, rule.value.policy.unassigned);
    if (!read.ok) return read;
    const { account, columns, notes } = read.value;
    if (account.total === 0) return failed({ code: "empty portfolio" });
    const edges = edgesOf(account.targets, band.value);
    const cells = columnOf(columns, (row) => {
      const value = account.values[row] as number;
      // A blank row is no fund.
      if (value === 0 && account.targets.parts[row] === 0) return "";
      return SIDES[side(value, account.total, account.targets.whole, edges[row] as Edges)];
    });
    return answered(cells, [...rule.value.notes, ...notes]);
  },
});

const SIDES = { [-1]: "Under", 0: "In band", 1: "Over" } as const;

/** The band of a policy, if it gives each row edges of its own; the other kinds look at the whole portfolio. */
function rowBandOf({ policy, clauses }: PolicyRange, functionName: string): Result<RowBand | undefined> {
  const { band } = policy;
  if (band === undefined || isRowBand(band)) return succeeded(band);
  const said = clauses.find((clause) => clause.settings.band !== undefined);
  return failed({ code: "band without edges", clause: said?.text ?? band.kind, operation: functionName });
}
