import {
  checkup as checkupOf,
  driftInPoints,
  edgeWeights,
  effectOf,
  isDue as isDueOf,
  isRowBand,
  nextLook as nextLookOf,
  portfolioBandStanding,
  rebalance as rebalanceOf,
  sidesOf,
  totalDrift as totalDriftOf,
  type Allocation,
  type Circumstances,
  type Checkup,
  type Due,
  type Effect,
  type Lock,
  type PortfolioBandStanding,
  type Rebalancing,
  type RowBand,
  type Usd,
} from "../engine";
import {
  readAllocation,
  readAmount,
  readLog,
  readReturns,
  readPolicy,
  type AllocationRange,
  type Argument,
  type Note,
  type PolicyRange,
  type Read,
  type Refusal,
} from "../ranges";
import { needsReturns } from "./circumstances";

/** What is asked about a list of funds on a day: its cells and the owner's decisions, as formulas take them. */
export interface AssessmentQuestion {
  readonly values: Argument;
  readonly targets: Argument;
  readonly policy: Argument;
  /** + to invest, − to take out. */
  readonly cash: Argument;
  /** As Excel counts days. */
  readonly today: number;
  /** What is said of single rows, as the functions' last argument takes it; absent where nothing is. */
  readonly rows?: Argument;
  /** Past returns, a column for each row of the list; absent where the workbook has none. */
  readonly returns?: Argument;
  /** The log of past rebalances, which only the checkup asks for; absent where there is none. */
  readonly log?: Argument;
}

/** How a row stands. Weights are fractions of the total. */
export interface RowStanding {
  /** Counted from 0 in the range as given. */
  readonly row: number;
  readonly value: Usd;
  readonly weight: number;
  readonly target: number;
  /** weight − target: + is over. */
  readonly drift: number;
  /** The weights between which it may move. */
  readonly lowest: number;
  readonly highest: number;
  /** Against its band: −1 below, 0 in it, 1 above. 0 under a band that limits the whole portfolio. */
  readonly side: -1 | 0 | 1;
  /** What may not be done with it, if anything. */
  readonly lock?: Lock;
  /** Whether the band is its own, and not the policy's. */
  readonly ownBand?: boolean;
}

/** What the policy would trade on the day, and what that does. */
export interface Acting {
  readonly cash: Usd;
  readonly rebalancing: Rebalancing;
  readonly effect: Effect;
  /** What the trades of some rows do if the others aren't made. Rows count from 0 in the range as given. */
  readonly effectOfOnly: (rows: ReadonlySet<number>) => Effect;
}

/**
 * The whole standing of a list on a day, of one policy read, one list read and one question to the engine each: what
 * the pane's screens, the adviser copy and the wizard's preview all show.
 */
export interface Assessment {
  readonly rule: PolicyRange;
  /** The rows that are funds: those that hold money or have a target. */
  readonly rows: readonly RowStanding[];
  /** How all rows together stand, under a band that limits their total drift or tracking error; else undefined. */
  readonly portfolioBand: PortfolioBandStanding | undefined;
  /** Half the sum of absolute drifts, a fraction. */
  readonly totalDrift: number;
  readonly due: Due;
  /** The next day to look after today; undefined where the policy has no calendar, or a look is due. */
  readonly nextLook: number | undefined;
  readonly acting: { readonly ok: true; readonly value: Acting } | AssessmentFailure;
  /** What acting would cost whatever the calendar says, and the pitfalls; worked out when it is first asked for. */
  readonly checkup: () => Read<Checkup>;
  readonly notes: readonly Note[];
}

/** An assessment, or why there is none and which of the cells it is about. */
export type Assessed = { readonly ok: true; readonly value: Assessment } | AssessmentFailure;

export interface AssessmentFailure extends Refusal {
  readonly about: "list" | "policy" | "cash" | "trades";
}

/**
 * Assesses a list of funds on a day, in parts: with thousands of funds a host can answer what its user does between two
 * of them, and leave the rest if the list has changed by then. The last part returns the assessment.
 */
export function* assess({
  values,
  targets,
  policy,
  cash,
  today,
  rows,
  returns,
  log,
}: AssessmentQuestion): Generator<undefined, Assessed, undefined> {
  const rule = readPolicy(policy);
  const read = readAllocation(values, targets, rule.ok ? rule.value.policy.unassigned : undefined, rows);
  // What is wrong with the list comes first: whoever sets a list up has no policy yet.
  if (!read.ok) return { ...read, about: "list" };
  if (!rule.ok) return { ...rule, about: "policy" };
  yield;
  const { allocation } = read.value;
  const drifts = driftInPoints(allocation);
  if (!drifts.ok) return { ...drifts, about: "list" };
  const drift = totalDriftOf(allocation);
  if (!drift.ok) return { ...drift, about: "list" };
  // A table of returns is for other questions, too: one that isn't right says nothing about a rule that doesn't ask it.
  const areNeeded = needsReturns(rule.value.policy);
  const history = readReturns((areNeeded ? returns : undefined) ?? null, read.value, { areNeeded });
  if (!history.ok) return { ...history, about: "policy" };
  const now = { today, ...(history.value && { returns: history.value.history }) };
  const { band } = rule.value.policy;
  const rowBand = band && isRowBand(band) ? band : undefined;
  const whole = band && !isRowBand(band) ? portfolioBandStanding(allocation, band, now.returns) : undefined;
  if (whole && !whole.ok) return { ...whole, about: "policy" };
  yield;
  const due = isDueOf(allocation, rule.value.policy, now);
  if (!due.ok) return { ...due, about: "trades" };
  const notes: Note[] = [...rule.value.notes, ...read.value.notes];
  yield;
  const acting = yield* actingOn(allocation, cash, rule.value, now, notes);
  yield;
  const next = nextLookOf(rule.value.policy, today, undefined);
  const value: Assessment = {
    rule: rule.value,
    rows: standingsOf(read.value, rowBand, drifts.value, whole !== undefined),
    portfolioBand: whole?.value,
    totalDrift: drift.value,
    due: due.value,
    nextLook: next.ok && next.value > today ? next.value : undefined,
    acting,
    checkup: once(() => {
      const days = readLog(log ?? null);
      return days.ok ? checkupOf(allocation, rule.value.policy, now, days.value) : days;
    }),
    notes,
  };
  return { ok: true, value };
}

function standingsOf(
  { allocation, columns }: AllocationRange,
  band: RowBand | undefined,
  drifts: Float64Array,
  judgedTogether: boolean,
): readonly RowStanding[] {
  const { values, total, targets, rules } = allocation;
  const edges = edgeWeights(targets, band, rules?.bands);
  const sides = sidesOf(values, total, targets, band, rules?.bands);
  const rows: RowStanding[] = [];
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as Usd;
    const part = targets.parts[row] as number;
    if ((value === 0 && part === 0) || columns.headerRows.has(row)) continue;
    const [lowest, highest] = edges[row] as readonly [number, number];
    const lock = rules?.locks.get(row);
    rows.push({
      row,
      value,
      weight: value / total,
      target: part / targets.whole,
      drift: drifts[row] as number,
      lowest,
      highest,
      side: judgedTogether ? 0 : (sides[row] as -1 | 0 | 1),
      ...(lock && { lock }),
      ...(rules?.bands.has(row) && { ownBand: true }),
    });
  }
  return rows;
}

const NOTHING = 0 as Usd;

function* actingOn(
  allocation: Allocation,
  cell: Argument,
  { policy }: PolicyRange,
  now: Circumstances,
  notes: Note[],
): Generator<undefined, { readonly ok: true; readonly value: Acting } | AssessmentFailure, undefined> {
  const cash = readAmount("Cash", cell, { beside: allocation.total, notes });
  if (!cash.ok) return { ...cash, about: "cash" };
  const rebalancing = rebalanceOf(allocation, cash.value, policy, now);
  if (!rebalancing.ok) return { ...rebalancing, about: "trades" };
  yield;
  const { trades } = rebalancing.value;
  const effect = effectOf(allocation, cash.value, trades);
  const effectOfOnly: Acting["effectOfOnly"] = (rows) =>
    effectOf(
      allocation,
      cash.value,
      trades.map((trade, row) => (rows.has(row) ? trade : NOTHING)),
    );
  return { ok: true, value: { cash: cash.value, rebalancing: rebalancing.value, effect, effectOfOnly } };
}

/** Makes a question that is asked in earnest only the first time. */
function once<Answer>(ask: () => Answer): () => Answer {
  let answer: { readonly is: Answer } | undefined;
  return () => (answer ??= { is: ask() }).is;
}
