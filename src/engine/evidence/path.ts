import { failed, succeeded, type Result } from "../errors";
import type { Policy } from "../policy/policy";
import { centsFromDollars } from "../units/money";
import { checkLooks, PathCalendar } from "./calendar";
import { RunningCovariance } from "./covariance";
import type { PathGround } from "./ground";
import { PathPortfolio } from "./portfolio";
import type { EvidenceProblem } from "./problem";

/** Dollars at the start where none are given. */
export const USUAL_START = 10_000;

/** What a path is asked of, beside the ground that it goes over. */
export interface PathRequest {
  readonly policy: Policy;
  /** Dollars at the close before the first row, bought at the targets. */
  readonly start: number;
  /** Dollars at every row's close, the last too; − is taken out. */
  readonly contribution: number;
  /**
   * Targets that move: what is held at the start, and what each row's close trades towards, row after row (periods × n or
   * more), fractions that add up to 1 each. The ground's where absent. A policy is asked on the same rows as ever, and
   * compares with the targets of that row.
   */
  readonly moving?: MovingTargets;
  /** Whether the last row may trade, as none that is the end of the returns does. Default no. */
  readonly tradesAtEnd?: boolean;
}

/** Targets that move from row to row. */
export interface MovingTargets {
  /** Held at the start (n × 1). */
  readonly start: Float64Array;
  /** Of each row, row after row (periods × n, or longer). */
  readonly rows: Float64Array;
}

/** What a rule would have done, row by row, up to the end or to the row on which the money ran out. */
export interface Path {
  /** Dollars after each row's contribution, trade and cost (periods × 1). */
  readonly values: Float64Array;
  /** (value after cost − contribution) ÷ value the row before − 1 (periods × 1). */
  readonly returns: Float64Array;
  /** Share of each asset after the row's trade, row after row (periods × n); 0 where nothing is left. */
  readonly weights: Float64Array;
  /** Money moved by rebalancing, one side (periods × 1). */
  readonly traded: Float64Array;
  /** `traded` ÷ the value after the contribution and before cost (periods × 1). */
  readonly turnover: Float64Array;
  /** Dollars of costs and fees (periods × 1). */
  readonly costs: Float64Array;
  /** 1 on the rows that were rebalances (periods × 1). */
  readonly rebalances: Uint8Array;
  /** What each asset was bought (+) or sold for, row after row (periods × n), contributions included. */
  readonly trades: Float64Array;
  /** The row, from 0, on which the money ran out; undefined where it lasted. */
  readonly ranOut: number | undefined;
}

/**
 * Follows a rule through past returns. Each row: the returns are applied, the contribution is placed as CONTRIBUTE or
 * WITHDRAW would, the rule is tested and trades at that row's close, never on the last row. In doubles, without rounding.
 * The assets held at the start are the targets; the start counts as the last rebalance.
 */
export function pathOf(ground: PathGround, request: PathRequest): Result<Path, EvidenceProblem> {
  const { policy, start, contribution, moving, tradesAtEnd = false } = request;
  if (policy.sells === "none" && contribution < 0) {
    return failed({ code: "no sells, but money out", asked: centsFromDollars(-contribution) });
  }
  const looks = checkLooks(policy, ground.series);
  if (!looks.ok) return looks;
  const { series, targets, growth, periods: rows, assets, inOrder } = ground;
  const { periodsPerYear } = series;
  const calendar = new PathCalendar(policy, (cadence) => ground.looks(cadence), ground.mix, periodsPerYear);
  const covariance = policy.band?.kind === "tracking error" ? new RunningCovariance(assets) : undefined;
  const portfolio = new PathPortfolio(policy, moving?.start ?? targets);
  const { values: held, trader } = portfolio;
  portfolio.buy(start);

  const values = new Float64Array(rows);
  const returns = new Float64Array(rows);
  const weights = new Float64Array(rows * assets);
  const trades = new Float64Array(rows * assets);
  const traded = new Float64Array(rows);
  const turnover = new Float64Array(rows);
  const costs = new Float64Array(rows);
  const rebalances = new Uint8Array(rows);
  // Rows up to here may trade.
  const end = tradesAtEnd ? rows : rows - 1;
  const testsEveryRow = trader.testsEveryRow || covariance !== undefined;
  let before = start;
  let length = rows;
  let ranOut: number | undefined;
  for (let row = 0; row < rows; row++) {
    if (contribution === 0 && !testsEveryRow) {
      // Nothing happens up to the next look.
      const next = row < end ? calendar.nextRow(row, end) : rows;
      const to = next < end ? next : rows;
      before = holdThrough(growth, row, to, before, held, values, returns, weights);
      if (!Number.isFinite(before)) return failed<EvidenceProblem>({ code: "beyond counting" });
      if (before === 0) {
        // Losses have eaten up what a double can hold.
        ranOut = values.indexOf(0, row);
        length = ranOut + 1;
        weights.fill(0, ranOut * assets, length * assets);
        break;
      }
      if (to === rows) break;
      row = to;
    }
    let total = portfolio.grow(growth, row * assets);
    covariance?.add(growth, row * assets);
    let flow = contribution;
    if (total + contribution <= 0) {
      flow = -total;
      total = 0;
    } else {
      const mayTrade = row < end;
      const isLook = mayTrade && calendar.isLook(row, inOrder);
      if (covariance) trader.covariance = covariance.annual(periodsPerYear);
      if (moving) trader.aimAt(moving.rows.subarray(row * assets, (row + 1) * assets));
      if (contribution !== 0 || (mayTrade && !trader.stays(held, total, isLook))) {
        const whole = total + contribution;
        total = portfolio.close(total, contribution, mayTrade, isLook);
        traded[row] = portfolio.traded;
        turnover[row] = portfolio.traded / whole;
        costs[row] = portfolio.cost;
        rebalances[row] = portfolio.isRebalance ? 1 : 0;
        trades.set(trader.trades, row * assets);
      }
      if (total > 0) {
        for (let asset = 0; asset < assets; asset++) weights[row * assets + asset] = (held[asset] as number) / total;
      }
    }
    if (!Number.isFinite(total)) return failed<EvidenceProblem>({ code: "beyond counting" });
    values[row] = total;
    returns[row] = (total - flow) / before - 1;
    before = total;
    if (total > 0) continue;
    ranOut = row;
    length = row + 1;
    break;
  }
  return succeeded({
    values: values.subarray(0, length),
    returns: returns.subarray(0, length),
    weights: weights.subarray(0, length * assets),
    traded: traded.subarray(0, length),
    turnover: turnover.subarray(0, length),
    costs: costs.subarray(0, length),
    rebalances: rebalances.subarray(0, length),
    trades: trades.subarray(0, length * assets),
    ranOut,
  });
}

/**
 * Takes what is held through rows on which nothing is traded, from one up to and without another, and writes each row's
 * value, return and weights. Returns the value after the last. `before` is the value at the row before, above 0.
 */
function holdThrough(
  growth: Float64Array,
  first: number,
  end: number,
  before: number,
  held: Float64Array,
  values: Float64Array,
  returns: Float64Array,
  weights: Float64Array,
): number {
  const assets = held.length;
  let total = before;
  for (let row = first; row < end; row++) {
    const from = row * assets;
    const last = total;
    total = 0;
    for (let asset = 0; asset < assets; asset++) {
      const value = (held[asset] as number) * (growth[from + asset] as number);
      held[asset] = value;
      total += value;
    }
    for (let asset = 0; asset < assets; asset++) weights[from + asset] = (held[asset] as number) / total;
    values[row] = total;
    returns[row] = total / last - 1;
  }
  return total;
}
