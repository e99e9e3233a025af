import { RowsLeft } from "./rows-left";

/** What goes from one place of a list of sellers to one of a list of buyers, in cents above 0. */
export interface Move {
  readonly seller: number;
  readonly buyer: number;
  readonly amount: number;
}

/** Whether a seller may sell to a buyer, by their places in their lists. */
export type MayMove = (seller: number, buyer: number) => boolean;

/** A step that changes a flow: a pair is sold more or less. All steps of a path by the same amount. */
interface Step {
  readonly seller: number;
  readonly buyer: number;
  readonly more: boolean;
}

type Path = readonly Step[];

/** A seller that can sell more once all of the steps before it are made, latest first. */
interface Reached {
  readonly seller: number;
  readonly steps: readonly Step[];
  readonly before?: Reached;
}

/**
 * A flow from sellers to buyers, and the pairs that may still change. Only pairs that move something are kept, so that
 * a search takes as many steps as there are sellers, buyers, moves and bars, not as there are pairs.
 */
export class ExchangeNetwork {
  readonly #buyersOf: readonly Map<number, number>[];
  readonly #sellersOf: readonly Set<number>[];
  readonly #allowed: MayMove;
  /** All buyers, but for those that a search has seen while it goes on. */
  readonly #unseen: RowsLeft;
  #closed = { seller: -1, buyer: -1 };

  constructor(sellers: number, buyers: number, allowed: MayMove, moves: readonly Move[]) {
    this.#buyersOf = Array.from({ length: sellers }, () => new Map<number, number>());
    this.#sellersOf = Array.from({ length: buyers }, () => new Set<number>());
    this.#allowed = allowed;
    this.#unseen = new RowsLeft(buyers);
    for (const { seller, buyer, amount } of moves) this.#add(seller, buyer, amount);
  }

  sold(seller: number, buyer: number): number {
    return this.#buyersOf[seller]?.get(buyer) ?? 0;
  }

  /** Fixes a pair and those before it in row order: from here on they neither grow nor give way. */
  closeUpTo(seller: number, buyer: number): void {
    this.#closed = { seller, buyer };
  }

  /** The shortest way to sell more from `seller` that ends at one of the buyers. */
  pathFrom(seller: number, buyers: readonly number[]): Path | undefined {
    return this.#search([{ seller, steps: [] }], buyers, []);
  }

  /** The shortest way to sell `buyer` less from others that ends with `seller` selling less to others. */
  pathBetween(buyer: number, seller: number): Path | undefined {
    const others = [...(this.#buyersOf[seller]?.keys() ?? [])].filter((other) => this.#isOpen(seller, other));
    const sellers = this.#sellersTo(buyer).map((other) => ({
      seller: other,
      steps: [{ seller: other, buyer, more: false }],
    }));
    const path = this.#search(sellers, others, [buyer]);
    const end = path?.at(-1);
    return path && end && [...path, { seller, buyer: end.buyer, more: false }];
  }

  /** How much a path can carry: what the pairs that give way have. */
  room(path: Path): number {
    return path.reduce(
      (least, { seller, buyer, more }) => (more ? least : Math.min(least, this.sold(seller, buyer))),
      Number.MAX_SAFE_INTEGER,
    );
  }

  push(path: Path, amount: number): void {
    for (const { seller, buyer, more } of path) this.#add(seller, buyer, more ? amount : -amount);
  }

  #add(seller: number, buyer: number, amount: number): void {
    const sum = this.sold(seller, buyer) + amount;
    if (sum === 0) {
      this.#buyersOf[seller]?.delete(buyer);
      this.#sellersOf[buyer]?.delete(seller);
    } else {
      this.#buyersOf[seller]?.set(buyer, sum);
      this.#sellersOf[buyer]?.add(seller);
    }
  }

  #isOpen(seller: number, buyer: number): boolean {
    const { seller: lastSeller, buyer: lastBuyer } = this.#closed;
    return seller > lastSeller || (seller === lastSeller && buyer > lastBuyer);
  }

  /** The sellers that can sell a buyer less, the last first. */
  #sellersTo(buyer: number): number[] {
    return [...(this.#sellersOf[buyer] ?? [])]
      .filter((seller) => this.#isOpen(seller, buyer))
      .sort((one, other) => other - one);
  }

  /**
   * Breadth first: a seller can sell more to any open buyer, whose own sellers can sell more elsewhere then. Ends as
   * soon as a seller can sell to one of the ends, so that few are seen where few pairs are barred. The last ones first:
   * a way round a late bar then changes late pairs, and those before it stay as they are.
   */
  #search(starts: readonly Reached[], ends: readonly number[], seen: readonly number[]): Path | undefined {
    const lastFirst = [...ends].sort((one, other) => other - one);
    const seenSellers = new Set<number>();
    const seenBuyers: number[] = [];
    const see = (buyer: number): void => {
      this.#unseen.take(buyer);
      seenBuyers.push(buyer);
    };
    const queue: Reached[] = [];
    /** The buyer that ends the way, if a seller that was just reached can sell to one. */
    const reach = (reached: Reached): number | undefined => {
      seenSellers.add(reached.seller);
      queue.push(reached);
      return lastFirst.find((end) => this.#mayGrow(reached.seller, end));
    };
    const found = (reached: Reached, buyer: number): Path => [
      ...stepsTo(reached),
      { seller: reached.seller, buyer, more: true },
    ];
    try {
      seen.forEach(see);
      for (const start of starts) {
        const end = reach(start);
        if (end !== undefined) return found(start, end);
      }
      for (const before of queue) {
        for (let buyer = this.#unseen.last(); buyer !== undefined; buyer = this.#unseen.before(buyer)) {
          if (!this.#mayGrow(before.seller, buyer)) continue;
          see(buyer);
          for (const seller of this.#sellersTo(buyer)) {
            if (seenSellers.has(seller)) continue;
            const more = { seller: before.seller, buyer, more: true };
            const reached = { seller, steps: [more, { seller, buyer, more: false }], before };
            const end = reach(reached);
            if (end !== undefined) return found(reached, end);
          }
        }
      }
      return undefined;
    } finally {
      for (const buyer of seenBuyers.reverse()) this.#unseen.putBack(buyer);
    }
  }

  #mayGrow(seller: number, buyer: number): boolean {
    return this.#isOpen(seller, buyer) && this.#allowed(seller, buyer);
  }
}

function stepsTo(reached: Reached): Path {
  const parts: Path[] = [];
  for (let last: Reached | undefined = reached; last !== undefined; last = last.before) parts.push(last.steps);
  return parts.reverse().flat();
}
