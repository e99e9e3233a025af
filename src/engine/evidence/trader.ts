import type { Policy } from "../policy/policy";
import { isRowOutside, measurePortfolio, numericBand, type NumericBand } from "./bands";
import { DOUBTFUL } from "./doubles";
import { MovesInDoubles } from "./out-of-band";
import { placeInDoubles } from "./placing";

/** What came of asking a policy: nothing but cash was placed, or it acted on a look date or outside its band. */
export type Outcome = "placed" | "look date" | "out of band";

/**
 * The typed-array form of what REBALANCE decides and trades (`rebalance/rebalance.ts`), in doubles and without rounding,
 * for paths that ask it thousands of times: the same policy, and a law that holds the two together
 * (test/properties/path-trades.test.ts). Dollars throughout. One trader serves one path at a time.
 */
export class PathTrader {
  /** What each row trades (n × 1), once `decide` has been asked. */
  readonly trades: Float64Array;
  /** Covariance of the assets a year (n × n), for a tracking error band; nothing is outside without it. */
  covariance: Float64Array | undefined;
  /** Whether a row without a look may trade: the band is tested on each. */
  readonly testsEveryRow: boolean;

  readonly #policy: Policy;
  #targets: Float64Array;
  #band: NumericBand | undefined;
  #moves: MovesInDoubles | undefined;
  readonly #sells: boolean;
  readonly #looksAlone: boolean;
  readonly #mayBeTooSmall: boolean;
  readonly #least: { readonly amount: number } | { readonly share: number };
  readonly #placed: Float64Array;
  readonly #after: Float64Array;
  readonly #first: Float64Array;
  readonly #mayTrade: Uint8Array;
  readonly #allMayTrade: Uint8Array;

  /** `targets` are fractions that add up to 1 (n × 1). */
  constructor(policy: Policy, targets: Float64Array) {
    const { band, look, volatileLook, trigger, minimumTrade, sells } = policy;
    const hasCalendar = look !== undefined || volatileLook !== undefined;
    this.#policy = policy;
    this.#targets = targets;
    this.aimAt(targets);
    this.#sells = sells !== "none";
    // On a look date that needs no band, everything goes to its target.
    this.#looksAlone = band === undefined || trigger === "or";
    this.testsEveryRow = this.#sells && band !== undefined && (!hasCalendar || trigger === "or");
    this.#mayBeTooSmall = minimumTrade !== undefined;
    this.#least =
      minimumTrade === undefined
        ? { amount: 0 }
        : "amount" in minimumTrade
          ? { amount: minimumTrade.amount / 100 }
          : { share: minimumTrade.share.toNumber() };
    const rows = targets.length;
    this.trades = new Float64Array(rows);
    this.#placed = new Float64Array(rows);
    this.#after = new Float64Array(rows);
    this.#first = new Float64Array(rows);
    this.#mayTrade = new Uint8Array(rows);
    this.#allMayTrade = new Uint8Array(rows).fill(1);
  }

  /** From now on trades towards these targets, fractions that add up to 1 (n × 1); the band lies around them. */
  aimAt(targets: Float64Array): void {
    const { band, destination } = this.#policy;
    this.#targets = targets;
    this.#band = band && numericBand(band, destination, targets);
    this.#moves =
      this.#band?.kind === "rows" && this.#band.isPartWay ? new MovesInDoubles(this.#band, targets) : undefined;
  }

  /**
   * Decides what to trade with `cash` (+ to invest, − to take out; never more than there is) on a row that may trade:
   * `isLook` says that the calendar looks. `total` is the sum of the values.
   */
  decide(values: Float64Array, total: number, cash: number, isLook: boolean): Outcome {
    if (!this.#sells || !(isLook || this.testsEveryRow)) return this.place(values, total, cash);
    if (isLook && this.#looksAlone) {
      this.#settle(values, total, cash, TO_TARGET);
      return "look date";
    }
    if (!this.#isOutside(values, total, cash)) {
      return cash === 0 || total + cash <= 0 || this.#mayBeTooSmall
        ? this.place(values, total, cash)
        : this.#asPlaced((total + Math.abs(cash)) * DOUBTFUL);
    }
    this.#settle(values, total, cash, this.#band?.isPartWay === true ? PART_WAY : TO_TARGET);
    return "out of band";
  }

  /** Whether nothing is to be traded where there is no cash to place: `decide` would only say so at more length. */
  stays(values: Float64Array, total: number, isLook: boolean): boolean {
    if (!this.#sells || !(isLook || this.testsEveryRow)) return true;
    return !(isLook && this.#looksAlone) && !this.#isOutside(values, total, 0);
  }

  /** Places cash without trading the other way. */
  place(values: Float64Array, total: number, cash: number): Outcome {
    if (cash === 0) this.trades.fill(0);
    else this.#settle(values, total, cash, PLACE);
    return "placed";
  }

  /** Whether the policy's band is left by values as they are; false without a band. */
  isOutside(values: Float64Array, total: number): boolean {
    return this.#isOutside(values, total, 0);
  }

  /** Trades what was placed to see whether the band is left. */
  #asPlaced(doubt: number): Outcome {
    for (let row = 0; row < this.trades.length; row++) {
      const trade = this.#placed[row] as number;
      this.trades[row] = Math.abs(trade) <= doubt ? 0 : trade;
    }
    return "placed";
  }

  #isOutside(values: Float64Array, total: number, cash: number): boolean {
    const band = this.#band;
    const whole = total + cash;
    // With everything taken out, nothing is left to be out of line.
    if (band === undefined || whole <= 0) return false;
    const placed = cash === 0 ? values : this.#afterPlacing(values, cash, whole * DOUBTFUL);
    if (band.kind === "rows") return isRowOutside(band, placed, this.#targets, whole);
    const measured = measurePortfolio(band, placed, this.#targets, whole, this.covariance);
    return measured > band.limit + DOUBTFUL;
  }

  #afterPlacing(values: Float64Array, cash: number, doubt: number): Float64Array {
    placeInDoubles(values, this.#targets, cash, this.#allMayTrade, this.#placed, doubt);
    for (let row = 0; row < values.length; row++) {
      this.#after[row] = (values[row] as number) + (this.#placed[row] as number);
    }
    return this.#after;
  }

  /** Leaves out trades below the minimum, the smallest first, and solves the rest again, as `dropSmallTrades` does. */
  #settle(values: Float64Array, total: number, cash: number, aim: Aim): void {
    const { trades } = this;
    const doubt = (total + Math.abs(cash)) * DOUBTFUL;
    const least = "amount" in this.#least ? this.#least.amount : this.#least.share * (total + cash);
    if (least === 0 && aim === TO_TARGET) {
      // What nearly every trade of a path is.
      for (let row = 0; row < trades.length; row++) {
        const trade = (this.#targets[row] as number) * (total + cash) - (values[row] as number);
        trades[row] = Math.abs(trade) <= doubt ? 0 : trade;
      }
      return;
    }
    const mayTrade = this.#mayTrade;
    for (let row = 0; row < mayTrade.length; row++) mayTrade[row] = 1;
    this.#solve(values, cash, aim, doubt);
    if (least === 0) return;
    this.#first.set(trades);
    for (;;) {
      const smallest = smallestBelow(trades, least, doubt);
      if (smallest < 0) return;
      mayTrade[smallest] = 0;
      // What is left can't place the cash: then it is as if it had been dropped as well.
      if (this.#solve(values, cash, aim, doubt) && trades.some((trade) => trade !== 0)) continue;
      this.#lastResort(values, cash);
      return;
    }
  }

  /** Writes the trades of the rows that may trade, and returns whether there is a way. */
  #solve(values: Float64Array, cash: number, aim: Aim, doubt: number): boolean {
    const { trades } = this;
    const mayTrade = this.#mayTrade;
    const isSolved =
      aim === TO_TARGET
        ? this.#toTarget(values, cash, doubt)
        : placeInDoubles(values, this.#targets, cash, mayTrade, trades, doubt) &&
          (aim === PLACE || this.#partWay(values, doubt));
    for (let row = 0; row < trades.length; row++) if (Math.abs(trades[row] as number) <= doubt) trades[row] = 0;
    return isSolved;
  }

  #toTarget(values: Float64Array, cash: number, doubt: number): boolean {
    const { trades } = this;
    const mayTrade = this.#mayTrade;
    let money = cash;
    let whole = 0;
    for (let row = 0; row < trades.length; row++) {
      trades[row] = 0;
      if (mayTrade[row] === 0) continue;
      money += values[row] as number;
      whole += this.#targets[row] as number;
    }
    if (whole === 0) return placeInDoubles(values, this.#targets, cash, mayTrade, trades, doubt);
    if (money < -doubt) return false;
    for (let row = 0; row < trades.length; row++) {
      if (mayTrade[row] === 1) trades[row] = ((this.#targets[row] as number) / whole) * money - (values[row] as number);
    }
    return true;
  }

  /** Adds to the placed cash what moves the rows that may trade towards their targets, as far as the destination says. */
  #partWay(values: Float64Array, doubt: number): boolean {
    const { trades } = this;
    const after = this.#after;
    let total = 0;
    for (let row = 0; row < trades.length; row++) {
      total += after[row] = (values[row] as number) + (trades[row] as number);
    }
    if (this.#moves) return this.#moves.add(after, total, this.#mayTrade, trades, doubt);
    const band = this.#band;
    if (band === undefined || band.kind === "rows") return true;
    const measured = measurePortfolio(band, after, this.#targets, total, this.covariance);
    // Rows fixed by a minimum trade may have left nothing out of line.
    if (measured <= band.limit + DOUBTFUL) return true;
    let money = 0;
    let whole = 0;
    for (let row = 0; row < trades.length; row++) {
      if (this.#mayTrade[row] === 0) continue;
      money += after[row] as number;
      whole += this.#targets[row] as number;
    }
    if (whole === 0) return true;
    const share = 1 - band.left / measured;
    for (let row = 0; row < trades.length; row++) {
      if (this.#mayTrade[row] === 0) continue;
      const way = ((this.#targets[row] as number) / whole) * money - (after[row] as number);
      trades[row] = (trades[row] as number) + share * way;
    }
    return true;
  }

  /** All trades are below the minimum: nothing without cash, which otherwise goes to the largest of the first trades. */
  #lastResort(values: Float64Array, cash: number): void {
    const { trades } = this;
    const sign = Math.sign(cash);
    trades.fill(0);
    let left = cash;
    while (left * sign > 0) {
      let largest = -1;
      for (let row = 0; row < trades.length; row++) {
        const first = (this.#first[row] as number) * sign;
        if (first > 0 && (largest < 0 || first > (this.#first[largest] as number) * sign)) largest = row;
      }
      if (largest < 0) return;
      this.#first[largest] = 0;
      const trade = sign > 0 ? left : -Math.min(-left, values[largest] as number);
      trades[largest] = trade;
      left -= trade;
    }
  }
}

type Aim = 0 | 1 | 2;
const PLACE = 0;
const TO_TARGET = 1;
const PART_WAY = 2;

/** The row of the smallest trade below `least`, of equal ones the later row; −1 where none is below it. */
function smallestBelow(trades: Float64Array, least: number, doubt: number): number {
  let smallest = -1;
  let size = least - doubt;
  for (let row = 0; row < trades.length; row++) {
    const trade = Math.abs(trades[row] as number);
    if (trade === 0 || trade >= least - doubt) continue;
    if (smallest < 0 || trade <= size + doubt) {
      smallest = row;
      size = Math.min(size, trade);
    }
  }
  return smallest;
}
