import type { Hull } from "./hull";
import type { Level } from "./level";
import type { SharePosition } from "./positions";
import type { Work } from "./work";

/** A level takes as much time and memory as so many words of a table. */
const NODES_A_LEVEL = 32;

/** A level from which steps may be given up: so many of a purchase, so many by a larger sale. */
export interface Way extends Level {
  readonly spareBuys: number;
  readonly spareSells: number;
}

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
  readonly still: number;
  private readonly lowest: number;
  /** Beyond the wanted value a step that costs something is never worth it: costs count before cash left over. */
  private readonly highest: number;

  constructor(
    private readonly position: SharePosition,
    private readonly fee: number,
  ) {
    this.still = 0 - position.trade;
    this.lowest = -(position.spareBuys + position.spareSells);
    const worthIt = position.cost > 0 ? Math.max(1, this.still) : Number.POSITIVE_INFINITY;
    this.highest = position.buys ? worthIt : this.still;
  }

  level(change: number): Level {
    const { price } = this.position;
    const costs = this.costsAt(change);
    return {
      change,
      over: price * change + costs,
      error: this.errorAt(change),
      cost: costs,
      traded: price * this.moreTradedAt(change),
    };
  }

  /**
   * The few ways that the row may go: not trading, as far as the base, one step above it, and the smallest sale. All
   * other holdings are those of a way from which steps are given up. What a way counts is a bound of all of these where
   * each dollar of cash that is raised costs `rate` of shortfall: where a purchase is given up for less, that of its
   * smallest.
   */
  ways(rate: number): Way[] {
    const { still, fee } = this;
    const { price, cost, spareBuys, spareSells, short } = this.position;
    const ofBuys = fee > 0 ? Math.max(0, spareBuys - 1) : spareBuys;
    // At one rate, and without a fee, giving up all of a purchase goes on as a sale.
    const isOne = fee === 0 && cost === 0;
    const ways: Way[] = [];
    const add = (change: number, buys: number, sells: number): void => {
      if (change < this.lowest || change > this.highest || ways.some((way) => way.change === change)) return;
      ways.push({ ...this.level(change), spareBuys: buys, spareSells: sells });
    };
    if (still < 0) add(0, ofBuys, isOne ? spareSells : 0);
    if (still > 0) add(0, 0, spareSells);
    if (!(isOne && still < 0)) add(still, 0, fee === 0 && still <= 0 ? spareSells : 0);
    if (short > 0) add(1, 0, 0);
    if (fee > 0 && still <= 0 && spareSells > 0) add(still - 1, 0, spareSells - 1);
    return ways.map((way) => {
      const kept = rate * (price + cost) - price;
      return way.spareBuys > 0 && kept > price * 1e-9 ? { ...way, error: way.error - kept * way.spareBuys } : way;
    });
  }

  /** The least cash that a step more uses, but for fees. */
  get leastStep(): number {
    return this.position.price - this.position.cost;
  }

  /** The level from one towards another that some cash pays for: as near to the other as can be. */
  furthest(from: Level, to: Level, cash: number): Level {
    if (to.over - from.over <= cash) return to;
    const { price, cost } = this.position;
    // A trade that begins pays its fee first.
    const begins = this.fee > 0 && from.change === this.still ? this.fee : 0;
    const buying = to.change > this.still;
    const ofStep = buying ? price + cost : price - cost;
    const steps = ofStep > 0 ? Math.max(0, Math.floor((cash - begins) / ofStep)) : 0;
    const change = Math.min(to.change, from.change + steps);
    return this.level(change);
  }

  /**
   * Fills in the levels on the lower hull of shortfall over cash used, from the one that uses least: each uses more and
   * falls shorter.
   */
  hull(hull: Hull): void {
    const { still, lowest } = this;
    hull.size = 0;
    this.addCorner(hull, still);
    this.addCorner(hull, 0);
    this.addCorner(hull, 1);
    this.addCorner(hull, lowest);
    // Where trading is free, a first share traded is but a point between two corners.
    if (this.fee > 0 || this.position.cost > 0) {
      this.addCorner(hull, still + 1);
      this.addCorner(hull, still - 1);
    }
    hull.close();
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
    return this.levels([this.still, this.still + 1, this.still - 1, 0, 1, this.lowest]);
  }

  private addCorner(hull: Hull, change: number): void {
    if (change < this.lowest || change > this.highest) return;
    hull.add(change, this.position.price * change + this.costsAt(change), this.errorAt(change));
  }

  private moreTradedAt(change: number): number {
    return Math.abs(change - this.still) - Math.abs(this.still);
  }

  private costsAt(change: number): number {
    const fees = Number(change !== this.still) - Number(this.still !== 0);
    return this.position.cost * this.moreTradedAt(change) + this.fee * fees;
  }

  /** Shortfall of a level, compared with the base. */
  errorAt(change: number): number {
    const { price, short } = this.position;
    return Math.max(0, short - price * change) - short;
  }

  private levels(changes: readonly number[]): Level[] {
    const levels: Level[] = [];
    for (const [at, change] of changes.entries()) {
      if (change < this.lowest || change > this.highest || changes.indexOf(change) < at) continue;
      levels.push(this.level(change));
    }
    return levels;
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
