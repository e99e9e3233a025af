import type { Decimal } from "../../decimal";
import { failed, succeeded, type Result } from "../../errors";
import { greatestCommonDivisor } from "../../units/exact";
import { decimalOf, exactDecimalOf, inUnits, mostPlaces, type ExactDecimal } from "../../units/exact-decimal";
import type { Usd } from "../../units/money";
import { absolute, divide, minus, plus, powerOfTen, times, type Whole } from "../../units/whole";

/** What is to be turned into trades of shares: n rows, all lists n × 1. */
export interface ShareProblem {
  /** Shares held, not negative. */
  readonly held: readonly ExactDecimal[];
  /** Dollars a share, above 0. */
  readonly prices: readonly ExactDecimal[];
  /** Dollars that each row should have after trading: a share of the total before cost. */
  readonly wanted: readonly ExactDecimal[];
  /** + to invest, − to take out. */
  readonly cash: Usd;
  /** What trades are multiples of: a whole share, or a ten thousandth of one. A position keeps the fraction it has. */
  readonly step: 1 | 0.0001;
  /** Whether anything may be sold. */
  readonly sells: boolean;
  /** Rows of which nothing may be sold, whatever the others may. */
  readonly unsold?: ReadonlySet<number>;
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
  readonly trade: number;
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
  readonly exactRoom: Whole;
  readonly exactFee: Whole;
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
export function placesOf(step: ShareProblem["step"]): number {
  return step === 1 ? 0 : 4;
}

/**
 * Turns a problem into whole numbers. Prices of steps, cash and fees are exact, so no plan overspends. What the kept
 * fraction of a position is worth is exact as well, unless prices and holdings have more than about 15 digits
 * together: then wanted values above it are cut to the unit. A price so small beside the others, or beside what is wanted
 * in its row, that steps can't be counted is a failure that names it.
 */
export function positionsOf(problem: ShareProblem): Result<SharePositions> {
  const { held, prices, wanted, cash, step, buys, fee, cost } = problem;
  const ofStep = placesOf(step);
  const ofPrices = mostPlaces(prices);
  const ofHeld = mostPlaces(held, ofStep);
  const partOfCost = exactDecimalOf(cost);
  const ofTrades = Math.max(2, ofPrices + ofStep + partOfCost.places);
  const exact = mostPlaces(wanted, Math.max(ofTrades, ofPrices + ofHeld));

  // Fractions of a cent that only wanted values and kept fractions have are cut where they would make amounts too large.
  const inPriceUnits = prices.map((price) => inUnits(price, ofPrices));
  const sumOfPrices = decimalOf({ digits: inPriceUnits.reduce<Whole>(plus, 0), places: ofPrices + ofStep });
  const fitting = Math.floor(Math.log10(LARGEST_AMOUNT / 4 / Math.max(1, sumOfPrices.toNumber())));
  const decimals = Math.max(ofTrades, Math.min(exact, fitting));

  const toPrice = powerOfTen(decimals - ofPrices - ofStep);
  if (inPriceUnits.some((price) => times(price, toPrice) > Number.MAX_SAFE_INTEGER)) {
    const row = prices.findIndex(({ places }) => places === ofPrices);
    return failed({ code: "prices too fine", row, price: decimalOf(prices[row] as ExactDecimal) });
  }

  const stepShares = powerOfTen(ofHeld - ofStep);
  const toValue = powerOfTen(exact - ofPrices - ofHeld);
  const cut = powerOfTen(exact - decimals);
  const wholeCost = powerOfTen(partOfCost.places);
  const feeInUnits = inUnits({ digits: fee, places: 2 }, decimals);
  let left = inUnits({ digits: cash, places: 2 }, decimals);
  let tick = 0;
  const rows: SharePosition[] = [];
  for (const [row, price] of inPriceUnits.entries()) {
    const { quotient: steps, remainder: fraction } = divide(inUnits(held[row] as ExactDecimal, ofHeld), stepShares);
    const kept = times(times(price, fraction), toValue);
    const aboveKept = minus(inUnits(wanted[row] as ExactDecimal, exact), kept);
    const priceOfStep = times(price, toPrice) as number;
    const affordable = aboveKept > 0 ? divide(aboveKept, cut).quotient : 0;
    const { quotient: reached, remainder: beyond } = divide(affordable, priceOfStep);
    const sells = problem.sells && problem.unsold?.has(row) !== true;
    const least = sells ? 0 : steps;
    const mayBuy = buys[row] as boolean;
    const most = mayBuy || reached < steps ? reached : steps;
    const base = most > least ? most : least;
    if (typeof steps === "bigint" || typeof base === "bigint") {
      return failed({ code: "too many shares", row, price: decimalOf(prices[row] as ExactDecimal) });
    }
    const mayRaise = base === reached && (mayBuy || base < steps);
    const short = mayRaise ? Number(beyond) : 0;
    const top = short > 0 ? base + 1 : base;
    const trade = base - steps;
    const costOfStep = Number(divide(times(priceOfStep, partOfCost.digits), wholeCost).quotient);
    const costs = plus(times(costOfStep, Math.abs(trade)), trade === 0 ? 0 : feeInUnits);
    left = minus(left, plus(times(priceOfStep, trade), costs));
    tick = greatestCommonDivisor(priceOfStep, tick);
    rows.push({
      price: priceOfStep,
      short,
      cost: costOfStep,
      trade,
      spareBuys: Math.max(0, trade),
      spareSells: sells ? Math.min(base, steps) : 0,
      undoneSells: Math.max(0, steps - top),
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
export function leftAfter({ rows, exactRoom, exactFee }: SharePositions, changes: readonly number[]): Whole {
  let left = exactRoom;
  for (const [row, change] of changes.entries()) {
    if (change === 0) continue;
    const { price, cost, trade } = rows[row] as SharePosition;
    const traded = plus(trade, change);
    const more = minus(absolute(traded), Math.abs(trade));
    const fees = Number(traded !== 0) - Number(trade !== 0);
    const costs = plus(times(cost, more), times(exactFee, fees));
    left = minus(left, plus(times(price, change), costs));
  }
  return left;
}
