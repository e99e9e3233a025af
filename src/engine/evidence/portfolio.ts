import type { Policy } from "../policy/policy";
import { costRatesOf, type CostRates } from "../policy/trading-cost";
import { DOUBTFUL } from "./doubles";
import { PathTrader } from "./trader";

/** A portfolio on its way through rows of returns: what it holds, and what its last row did. Dollars. */
export class PathPortfolio {
  readonly values: Float64Array;
  readonly trader: PathTrader;
  /** Money moved on the last row, one side: ½ (Σ|trade| − |contribution|); 0 where only cash was placed. */
  traded = 0;
  /** What the last row's trades and contribution cost. */
  cost = 0;
  /** Whether the last row was a rebalance: a look without a band is one although nothing moves. */
  isRebalance = false;
  readonly #rates: CostRates;
  readonly #targets: Float64Array;

  constructor(policy: Policy, targets: Float64Array) {
    this.trader = new PathTrader(policy, targets);
    this.values = new Float64Array(targets.length);
    this.#rates = costRatesOf(policy);
    this.#targets = targets;
  }

  /** Buys everything at its target; the first purchase costs nothing. */
  buy(start: number): void {
    for (let row = 0; row < this.values.length; row++) this.values[row] = (this.#targets[row] as number) * start;
  }

  /** Multiplies what is held by a row of growth factors, which begins at `from`, and returns the total. */
  grow(growth: Float64Array, from: number): number {
    const { values } = this;
    let total = 0;
    for (let row = 0; row < values.length; row++) {
      total += values[row] = (values[row] as number) * (growth[from + row] as number);
    }
    return total;
  }

  /**
   * Closes a row: places the contribution (+ or −; with it there must be money left), tests and trades as the policy
   * says, and takes what that costs from all rows in proportion. Returns the total after it, which may be 0.
   */
  close(total: number, contribution: number, mayTrade: boolean, isLook: boolean): number {
    const { values, trader } = this;
    const outcome = mayTrade
      ? trader.decide(values, total, contribution, isLook)
      : trader.place(values, total, contribution);
    this.traded = 0;
    this.cost = 0;
    this.isRebalance = false;
    if (outcome === "placed" && contribution === 0) return total;
    const { trades } = trader;
    const whole = total + contribution;
    let moved = 0;
    let made = 0;
    for (let row = 0; row < values.length; row++) {
      const trade = trades[row] as number;
      if (trade === 0) continue;
      moved += Math.abs(trade);
      made += 1;
      values[row] = Math.max(0, (values[row] as number) + trade);
    }
    this.traded = outcome === "placed" ? 0 : Math.max(0, (moved - Math.abs(contribution)) / 2);
    this.isRebalance = outcome === "look date" || this.traded > whole * DOUBTFUL;
    this.cost = Math.min(whole, this.#rates.rate * moved + this.#rates.fee * made);
    if (this.cost > 0) {
      const kept = 1 - this.cost / whole;
      for (let row = 0; row < values.length; row++) values[row] = (values[row] as number) * kept;
    }
    return whole - this.cost;
  }
}
