import { Decimal, type ShareTrade } from "../../src/engine";

// Wash sales once more, share by share, for whole shares: every share bought is an object of its own, with its cost, and
// every share sold looks for one that replaces it. Nothing is summed up before the end.

interface Share {
  readonly bought: ShareTrade;
  basis: Decimal;
  soldOn: number | undefined;
  isUsed: boolean;
}

export interface SlowLoss {
  readonly row: number;
  /** Exact cents. */
  readonly loss: Decimal;
  /** Shares that are replaced, by the purchase's row. */
  readonly replaced: ReadonlyMap<number, number>;
}

/** The losses of taxable sales, whose shares the list shows bought. */
export function slowWashSales(trades: readonly ShareTrade[]): readonly SlowLoss[] {
  const order = (one: ShareTrade, other: ShareTrade): number => one.day - other.day || one.row - other.row;
  const buys = trades.filter(({ shares }) => shares.greaterThan(0)).sort(order);
  const all = buys.flatMap((bought) =>
    Array.from({ length: bought.shares.toNumber() }, (): Share => ({
      bought,
      basis: new Decimal(bought.amount).dividedBy(bought.shares),
      soldOn: undefined,
      isUsed: false,
    })),
  );
  const losses: SlowLoss[] = [];
  const days = [...new Set(trades.map(({ day }) => day))].sort((one, other) => one - other);
  for (const day of days) {
    const sales = trades.filter((trade) => trade.day === day && trade.shares.isNegative()).sort(order);
    const basisOf = new Map<ShareTrade, Decimal>();
    for (const sale of sales) {
      let basis = new Decimal(0);
      for (let left = -sale.shares.toNumber(); left > 0; left--) {
        const mine = all.filter(
          ({ bought, soldOn }) =>
            soldOn === undefined && bought.account === sale.account && bought.fund === sale.fund && bought.day <= day,
        );
        // Of one purchase its replacements go first.
        const earliest = mine[0] as Share;
        const next = mine.find((each) => each.bought === earliest.bought && each.isUsed) ?? earliest;
        next.soldOn = day;
        basis = basis.plus(next.basis);
      }
      basisOf.set(sale, basis);
    }
    for (const sale of sales) {
      const loss = (basisOf.get(sale) as Decimal).round().minus(sale.amount);
      if (sale.kind !== "taxable" || !loss.greaterThan(0)) continue;
      const sold = -sale.shares.toNumber();
      const replaced = new Map<number, number>();
      for (const share of all) {
        const { bought } = share;
        const total = [...replaced.values()].reduce((sum, count) => sum + count, 0);
        if (total === sold) break;
        const isFree = !share.isUsed && (share.soldOn === undefined || share.soldOn > day);
        if (!isFree || bought.security !== sale.security || Math.abs(bought.day - day) > 30) continue;
        share.isUsed = true;
        replaced.set(bought.row, (replaced.get(bought.row) ?? 0) + 1);
      }
      // What each purchase takes on is whole cents, all of one sale together.
      let before = 0;
      let shares = 0;
      for (const [row, count] of replaced) {
        shares += count;
        const upToHere = loss.times(shares).dividedBy(sold).round().toNumber();
        const each = new Decimal(upToHere - before).dividedBy(count);
        before = upToHere;
        const fresh = all.filter(({ bought, isUsed }) => bought.row === row && isUsed).slice(-count);
        for (const share of fresh) if (share.bought.kind === "taxable") share.basis = share.basis.plus(each);
      }
      losses.push({ row: sale.row, loss, replaced });
    }
  }
  return losses;
}
