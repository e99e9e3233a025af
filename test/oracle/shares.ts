import type { Decimal } from "../../src/engine";

/** The same figures that SHARES is asked about. Dollars, but `cash` and `fee` in cents. */
export interface ShareCase {
  readonly held: readonly Decimal[];
  readonly prices: readonly Decimal[];
  readonly wanted: readonly Decimal[];
  readonly cash: number;
  readonly step: number;
  readonly sells: boolean;
  /** Whether each row may be bought. */
  readonly buys: readonly boolean[];
  readonly fee: number;
  readonly cost: Decimal;
}

/** Digits that money is counted with: more than any case has. */
const DIGITS = 14;

function whole(number: Decimal): bigint {
  return BigInt(number.toFixed(DIGITS).replace(".", ""));
}

/**
 * Exhaustive search: every number of steps that every row can trade and the cash can pay for. Returns the trades in
 * steps with the least Σ|wanted − final| + cash left + costs, then the least costs, then the least cash left, then the
 * least money traded, then the larger holding in the earlier row; null if nothing is affordable.
 */
export function searchedShares(question: ShareCase): number[] | null {
  const { held, prices, wanted, cash, step, sells, buys, fee, cost } = question;
  const rows = prices.map((price, row) => {
    const stepPrice = price.times(step);
    const shares = held[row] as Decimal;
    return {
      price: whole(stepPrice),
      cost: whole(stepPrice.times(cost)),
      gap: whole((wanted[row] as Decimal).minus(shares.times(price))),
      lowest: sells ? -shares.dividedBy(step).floor().toNumber() : 0,
      highest: buys[row] ? Number.POSITIVE_INFINITY : 0,
    };
  });
  const cents = 10n ** BigInt(DIGITS - 2);
  const costs = (row: (typeof rows)[number], steps: number): bigint =>
    row.cost * BigInt(Math.abs(steps)) + (steps === 0 ? 0n : BigInt(fee) * cents);
  const used = (row: (typeof rows)[number], steps: number): bigint => row.price * BigInt(steps) + costs(row, steps);
  /** What the rows from each on can bring in at most. */
  const raised = rows.map(() => 0n);
  for (let row = rows.length - 1, later = 0n; row >= 0; row--) {
    const all = used(rows[row] as (typeof rows)[number], (rows[row] as (typeof rows)[number]).lowest);
    later += all < 0n ? -all : 0n;
    raised[row] = later;
  }

  const found: { score: readonly bigint[]; steps: readonly number[] }[] = [];
  const visit = (
    row: number,
    left: bigint,
    gaps: bigint,
    paid: bigint,
    traded: bigint,
    steps: readonly number[],
  ): void => {
    const here = rows[row];
    if (here === undefined) {
      if (left < 0n) return;
      const score = [gaps + left + paid, paid, left, traded];
      const best = found[0];
      if (best === undefined || (compare(score, best.score) || compare(best.steps, steps)) < 0)
        found[0] = { score, steps };
      return;
    }
    for (let trade = here.lowest; trade <= here.highest; trade++) {
      const now = left - used(here, trade);
      if (now + (raised[row + 1] ?? 0n) < 0n) {
        // Dearer from here on, but for the fee that not trading saves.
        if (trade < 0) continue;
        return;
      }
      const gap = here.gap - here.price * BigInt(trade);
      const size = here.price * BigInt(Math.abs(trade));
      visit(row + 1, now, gaps + (gap < 0n ? -gap : gap), paid + costs(here, trade), traded + size, [...steps, trade]);
    }
  };
  visit(0, BigInt(cash) * cents, 0n, 0n, 0n, []);
  return found[0] ? [...found[0].steps] : null;
}

function compare(one: readonly (bigint | number)[], other: readonly (bigint | number)[]): number {
  for (const [index, figure] of one.entries()) {
    const against = other[index] as bigint | number;
    if (figure !== against) return figure < against ? -1 : 1;
  }
  return 0;
}
