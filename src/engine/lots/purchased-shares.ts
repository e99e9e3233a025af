import { Decimal } from "../decimal";
import { cents, type Usd } from "../units/money";
import type { ShareTrade } from "./share-trade";

/** Shares taken from a purchase, with their basis in cents. */
export interface Taken {
  readonly shares: Decimal;
  readonly basis: Decimal;
}

/** Shares of a purchase that have one basis a share. */
interface Part {
  /** How many aren't sold. */
  left: Decimal;
  /** In cents. */
  readonly basisAShare: Decimal;
  /** Whether they have replaced others already. */
  readonly isReplacement: boolean;
}

/** A purchase while its shares are sold and replace others. Replacements are sold before the rest of it. */
export class PurchasedShares {
  readonly #parts: Part[];

  constructor(readonly bought: ShareTrade) {
    const { shares, amount } = bought;
    this.#parts = [{ left: shares, basisAShare: new Decimal(amount).dividedBy(shares), isReplacement: false }];
  }

  get left(): Decimal {
    return this.#parts.reduce((sum, { left }) => sum.plus(left), new Decimal(0));
  }

  /** How many shares aren't sold and haven't replaced others: of a purchase after the day looked at, all but the latter. */
  get unmatched(): Decimal {
    return this.#plain.left;
  }

  /** The shares that haven't replaced others: always the last part. */
  get #plain(): Part {
    return this.#parts.at(-1) as Part;
  }

  /** Sells so many of the shares that are left. */
  sell(wanted: Decimal): Taken {
    let shares = new Decimal(0);
    let basis = new Decimal(0);
    for (const part of this.#parts) {
      const sold = Decimal.min(part.left, wanted.minus(shares));
      part.left = part.left.minus(sold);
      shares = shares.plus(sold);
      basis = basis.plus(part.basisAShare.times(sold));
    }
    return { shares, basis };
  }

  /** Makes so many of the unmatched shares replacements, with a disallowed loss on top; their basis, to the cent. */
  replace(wanted: Decimal, disallowed: Usd): Usd {
    const plain = this.#plain;
    const basis = plain.basisAShare.times(wanted).plus(disallowed);
    plain.left = plain.left.minus(wanted);
    this.#parts.splice(-1, 0, { left: wanted, basisAShare: basis.dividedBy(wanted), isReplacement: true });
    return cents(basis.round().toNumber());
  }
}
