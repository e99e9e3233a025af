import type { SharePosition } from "./positions";
import type { Level } from "./level";
import type { Work } from "./work";

/** A level takes as much time and memory as so many words of a table. */
const NODES_A_LEVEL = 32;

/**
 * A row whose trade costs a fee and a share of what is traded. Levels are told by their change from the base (see
 * `SharePosition`), and so are the cash they use, their costs, shortfall and trading.
 *
 * Among purchases, and among sales, the shortfall is convex in the change and the cash used grows evenly; not trading
 * stands alone. So the least of shortfall + λ × cash used is at one of a few **corners**, and levels near it are found by
 * walking away from there.
 */
export class CostedRow {
  /** The change that leaves the holding as it is. */
  private readonly still: number;
  private readonly lowest: number;
  /** Beyond the wanted value a step that costs something is never worth it: costs count before cash left over. */
  private readonly highest: number;

  constructor(
    private readonly position: SharePosition,
    private readonly fee: number,
  ) {
    this.still = -Number(position.trade);
    this.lowest = -(position.spareBuys + position.spareSells);
    const worthIt = position.cost > 0 ? Math.max(1, this.still) : Number.POSITIVE_INFINITY;
    this.highest = position.buys ? worthIt : this.still;
  }

  level(change: number): Level {
    const { price, cost, short } = this.position;
    const moreTraded = Math.abs(change - this.still) - Math.abs(this.still);
    const fees = Number(change !== this.still) - Number(this.still !== 0);
    const costs = cost * moreTraded + this.fee * fees;
    const error = Math.max(0, short - price * change) - short;
    return { change, over: price * change + costs, error, cost: costs, traded: price * moreTraded };
  }

  /** Larger purchases that bring the row closer to the wanted value for some cash: one more step, or as many as it buys. */
  purchases(change: number, cash: number): readonly Level[] {
    const { price, cost } = this.position;
    const affordable = change + Math.floor(cash / (price + cost));
    return [change + 1, Math.min(0, affordable), Math.min(1, affordable)]
      .filter((larger) => larger > change && larger <= Math.min(1, this.highest))
      .map((larger) => this.level(larger));
  }

  /** The level that takes least cash. */
  cheapest(): Level {
    return this.corners().reduce((least, level) => (level.over < least.over ? level : least));
  }

  /** The level at which shortfall + λ × cash used is least; of equal ones the one that uses less. */
  leastAt(lambda: number): Level {
    return this.leastOf(this.corners(), lambda);
  }

  /**
   * The levels, beside the least, at which shortfall + λ × cash used exceeds the least by no more than a gap, and that
   * use no more than `mostOver`. Undefined if they are more than the work allowed.
   */
  within(gap: number, lambda: number, mostOver: number, work: Work): readonly Level[] | undefined {
    const corners = this.corners();
    const most = figure(this.leastOf(corners, lambda), lambda) + gap;
    const near = (level: Level): boolean => figure(level, lambda) <= most;
    const levels = corners.filter((level) => level.change === this.still && near(level));
    for (const side of [1, -1]) {
      const onSide = corners.filter((level) => Math.sign(level.change - this.still) === side);
      if (onSide.length === 0) continue;
      const least = this.leastOf(onSide, lambda);
      const inside = (change: number): boolean =>
        change >= this.lowest && change <= this.highest && Math.sign(change - this.still) === side;
      for (const [from, direction] of [
        [least.change, 1],
        [least.change - 1, -1],
      ] as const) {
        for (let change = from; inside(change); change += direction) {
          const level = this.level(change);
          if (!near(level) || (direction > 0 && level.over > mostOver)) break;
          if (!work.allows(NODES_A_LEVEL)) return undefined;
          levels.push(level);
        }
      }
    }
    return levels;
  }

  /** Not trading, the smallest purchase and sale, the base, the level above it, and the smallest holding. */
  private corners(): Level[] {
    const changes = new Set([this.still, this.still + 1, this.still - 1, 0, 1, this.lowest]);
    return [...changes]
      .filter((change) => change >= this.lowest && change <= this.highest)
      .map((change) => this.level(change));
  }

  private leastOf(levels: readonly Level[], lambda: number): Level {
    return levels.reduce((least, level) => {
      const difference = figure(level, lambda) - figure(least, lambda);
      return difference < 0 || (difference === 0 && level.over < least.over) ? level : least;
    });
  }
}

function figure({ error, over }: Level, lambda: number): number {
  return error + lambda * over;
}
