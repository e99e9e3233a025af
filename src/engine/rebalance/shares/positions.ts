import { Decimal } from "../../decimal";
import { failed, succeeded, type Result } from "../../errors";
import { greatestCommonDivisor } from "../../units/exact";
import type { Usd } from "../../units/money";

/** What is to be turned into trades of shares: n rows, all lists n × 1. */
export interface ShareProblem {
  /** Shares held, not negative. */
  readonly held: readonly Decimal[];
  /** Dollars a share, above 0. */
  readonly prices: readonly Decimal[];
  /** Dollars that each row should have after trading: a share of the total before cost. */
  readonly wanted: readonly Decimal[];
  /** + to invest, − to take out. */
  readonly cash: Usd;
  /** What trades are multiples of: a whole share, or a ten thousandth of one. A position keeps the fraction it has. */
  readonly step: 1 | 0.0001;
  /** Whether anything may be sold. */
  readonly sells: boolean;
  /** Whether a row may be bought: never where its target is 0, even if it is held. */
  readonly buys: readonly boolean[];
  /** Cost of each trade. */
  readonly fee: Usd;
  /** Proportional cost of buys and sells (a fraction, 0.001 = 0.1 %). */
  readonly cost: Decimal;
}

/**
 * One row in whole numbers. Money is in units (see `Positions`), shares in steps. The **base** is the largest holding
 * that is worth no more than wanted; the smallest holding allowed if even that is worth more, and the largest allowed
 * if even that is worth less.
 */
export interface SharePosition {
  /** Price of a step, in units. */
  readonly price: number;
  /** Proportional cost of trading a step, in units. */
  readonly cost: number;
  /**
   * What the base falls short of the wanted value: from 0 up to, but not including, the price. 0 where no step more is
   * allowed, as no trade changes it then.
   */
  readonly short: number;
  /** Steps from the present holding to the base. + buys. */
  readonly trade: bigint;
  /** Steps by which the base may be reduced while it is still a smaller purchase. */
  readonly spareBuys: number;
  /** Steps by which the base may be reduced where that is a sale. */
  readonly spareSells: number;
  /** Steps of a sale that would be left undone above the base. */
  readonly undoneSells: number;
  /** Whether the row may be bought. */
  readonly buys: boolean;
}

/** All rows in one unit of money, 10^−`decimals` dollars, in which prices of steps, cash and fees are whole. */
export interface SharePositions {
  readonly decimals: number;
  readonly rows: readonly SharePosition[];
  /** Whether the room and the sum of all prices stay below 2^49, so that what is decided a step at a time is exact. */
  readonly countable: boolean;
  /** `room` and `fee` to the unit. */
  readonly exactRoom: bigint;
  readonly exactFee: bigint;
  /** Cost of each trade, in units. */
  readonly fee: number;
  /** Cash that is left, after costs, when every row is at its base; negative if that takes more than there is. */
  readonly room: number;
  /** Every sum of step prices is a multiple of it. */
  readonly tick: number;
}

/**
 * Amounts of a search stay below this, so that sums are exact and a bound computed in doubles is off by less than
 * half a unit.
 */
export const LARGEST_AMOUNT = 2 ** 49;

/** Digits after the point of a step of shares. */
function decimalsOf(step: ShareProblem["step"]): number {
  return step === 1 ? 0 : 4;
}

/** The number in units of 10^−`decimals`, rounded down where it has more digits. */
export function inUnits(number: Decimal, decimals: number): bigint {
  return BigInt(number.toFixed(decimals, Decimal.ROUND_FLOOR).replace(".", ""));
}

/**
 * Turns a problem into whole numbers. Prices of steps, cash and fees are exact, so no plan overspends. What the kept
 * fraction of a position is worth is exact as well, unless prices and holdings have more than about 15 digits
 * together: then wanted values above it are cut to the unit. A price so small beside the others, or beside what is wanted
 * in its row, that steps can't be counted is a failure that names it.
 */
export function positionsOf(problem: ShareProblem): Result<SharePositions> {
  const { held, prices, wanted, cash, step, sells, buys, fee, cost } = problem;
  const ofStep = decimalsOf(step);
  const ofPrices = Math.max(0, ...prices.map((price) => price.decimalPlaces()));
  const ofHeld = Math.max(ofStep, ...held.map((shares) => shares.decimalPlaces()));
  const ofWanted = Math.max(0, ...wanted.map((value) => value.decimalPlaces()));
  const ofCost = cost.decimalPlaces();
  const ofTrades = Math.max(2, ofPrices + ofStep + ofCost);
  const exact = Math.max(ofTrades, ofPrices + ofHeld, ofWanted);

  // Fractions of a cent that only wanted values and kept fractions have are cut where they would make amounts too large.
  const sumOfPrices = prices.reduce((sum, price) => sum.plus(price), new Decimal(0)).times(step);
  const fitting = Math.floor(Math.log10(LARGEST_AMOUNT / 4 / Math.max(1, sumOfPrices.toNumber())));
  const decimals = Math.max(ofTrades, Math.min(exact, fitting));

  const largestPrice = Decimal.max(0, ...prices)
    .times(step)
    .times(new Decimal(10).pow(decimals));
  if (largestPrice.greaterThan(Number.MAX_SAFE_INTEGER)) {
    const row = prices.findIndex((price) => price.decimalPlaces() === ofPrices);
    return failed({ code: "prices too fine", row, price: prices[row] as Decimal });
  }

  const stepShares = 10n ** BigInt(ofHeld - ofStep);
  const toPrice = 10n ** BigInt(decimals - ofPrices - ofStep);
  const toValue = 10n ** BigInt(exact - ofPrices - ofHeld);
  const cut = 10n ** BigInt(exact - decimals);
  const feeInUnits = inUnits(new Decimal(fee).dividedBy(100), decimals);
  let left = inUnits(new Decimal(cash).dividedBy(100), decimals);
  let tick = 0;
  const safe = BigInt(Number.MAX_SAFE_INTEGER);
  const rows: SharePosition[] = [];
  for (const [row, dollars] of prices.entries()) {
    const price = inUnits(dollars, ofPrices);
    const shares = inUnits(held[row] as Decimal, ofHeld);
    const steps = shares / stepShares;
    const kept = price * (shares % stepShares) * toValue;
    const aboveKept = inUnits(wanted[row] as Decimal, exact) - kept;
    const priceOfStep = price * toPrice;
    // Dividing BigInts cuts toward 0, and below 0 the base is the smallest holding anyway.
    const affordable = aboveKept > 0n ? aboveKept / cut : 0n;
    const least = sells ? 0n : steps;
    const reached = affordable / priceOfStep;
    const mayBuy = buys[row] as boolean;
    const most = mayBuy || reached < steps ? reached : steps;
    const base = most > least ? most : least;
    const mayRaise = base === reached && (mayBuy || base < steps);
    const short = mayRaise ? Number(affordable % priceOfStep) : 0;
    const top = short > 0 ? base + 1n : base;
    const trade = base - steps;
    if (base > safe || steps > safe) return failed({ code: "too many shares", row, price: dollars });
    const costOfStep = (priceOfStep * inUnits(cost, ofCost)) / 10n ** BigInt(ofCost);
    left -= trade * priceOfStep + (trade < 0n ? -trade : trade) * costOfStep + (trade === 0n ? 0n : feeInUnits);
    tick = greatestCommonDivisor(Number(priceOfStep), tick);
    rows.push({
      price: Number(priceOfStep),
      short,
      cost: Number(costOfStep),
      trade,
      spareBuys: base > steps ? Number(base - steps) : 0,
      spareSells: sells ? Number(base < steps ? base : steps) : 0,
      undoneSells: steps > top ? Number(steps - top) : 0,
      buys: mayBuy,
    });
  }
  const room = Number(left);
  const largest = rows.reduce((sum, row) => sum + row.price, Math.abs(room));
  return succeeded({
    decimals,
    rows,
    fee: Number(feeInUnits),
    room,
    exactRoom: left,
    exactFee: feeInUnits,
    countable: largest < LARGEST_AMOUNT,
    tick,
  });
}

/** Cash that is left if rows end so many steps from their bases, to the unit. */
export function leftAfter({ rows, exactRoom, exactFee }: SharePositions, changes: readonly number[]): bigint {
  let left = exactRoom;
  for (const [row, change] of changes.entries()) {
    if (change === 0) continue;
    const { price, cost, trade } = rows[row] as SharePosition;
    const traded = trade + BigInt(change);
    const more = (traded < 0n ? -traded : traded) - (trade < 0n ? -trade : trade);
    const fees = Number(traded !== 0n) - Number(trade !== 0n);
    left -= BigInt(price) * BigInt(change) + BigInt(cost) * more + exactFee * BigInt(fees);
  }
  return left;
}
