import { RowsLeft } from "./rows-left";

/** What goes from one place of a list of sellers to one of a list of buyers, in cents above 0. */
export interface Move {
  readonly seller: number;
  readonly buyer: number;
  readonly amount: number;
}

/** Whether a seller may sell to a buyer, by their places in their lists. */
export type MayMove = (seller: number, buyer: number) => boolean;

/** Steps that change a flow: each pair is sold more or less by the same amount. */
interface Path {
  readonly steps: readonly { readonly seller: number; readonly buyer: number; readonly more: boolean }[];
  /** The buyer or seller it ends at. */
  readonly end: number;
}

/**
 * A flow from sellers to buyers, and the pairs that may still change. Only pairs that move something are kept, so that
 * a search takes as many steps as there are sellers, buyers, moves and bars, not as there are pairs.
 */
export class ExchangeNetwork {
  readonly #buyersOf: readonly Map<number, number>[];
  readonly #sellersOf: readonly Set<number>[];
  readonly #allowed: MayMove;
  #closed = { seller: -1, buyer: -1 };

  constructor(sellers: number, buyers: number, allowed: MayMove, moves: readonly Move[]) {
    this.#buyersOf = Array.from({ length: sellers }, () => new Map<number, number>());
    this.#sellersOf = Array.from({ length: buyers }, () => new Set<number>());
    this.#allowed = allowed;
    for (const { seller, buyer, amount } of moves) this.#add(seller, buyer, amount);
  }

  sold(seller: number, buyer: number): number {
    return this.#buyersOf[seller]?.get(buyer) ?? 0;
  }

  /** Fixes a pair and those before it in row order: from here on they neither grow nor give way. */
  closeUpTo(seller: number, buyer: number): void {
    this.#closed = { seller, buyer };
  }

  /** The shortest way to sell more from `seller` that ends at a buyer with room. */
  pathFrom(seller: number, hasRoom: (buyer: number) => boolean): Path | undefined {
    return this.#search({ seller }, (place) => place.buyer !== undefined && hasRoom(place.buyer));
  }

  /** The shortest way to sell `buyer` less from others that ends with `seller` selling less to others. */
  pathBetween(buyer: number, seller: number): Path | undefined {
    return this.#search({ buyer }, (place) => place.seller === seller);
  }

  /** How much a path can carry: what the pairs that give way have. */
  room({ steps }: Path): number {
    return steps.reduce(
      (least, { seller, buyer, more }) => (more ? least : Math.min(least, this.sold(seller, buyer))),
      Number.MAX_SAFE_INTEGER,
    );
  }

  push({ steps }: Path, amount: number): void {
    for (const { seller, buyer, more } of steps) this.#add(seller, buyer, more ? amount : -amount);
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

  /** Breadth first over sellers and buyers: a seller can sell more to any open buyer, a buyer be sold less by its sellers. */
  #search(start: Place, isEnd: (place: Place) => boolean): Path | undefined {
    const queue: Found[] = [{ place: start }];
    const seenSellers = new Set<number>(start.seller === undefined ? [] : [start.seller]);
    const unseenBuyers = new RowsLeft(this.#sellersOf.length);
    if (start.buyer !== undefined) unseenBuyers.take(start.buyer);
    for (const found of queue) {
      const { seller, buyer } = found.place;
      if (isEnd(found.place)) return { steps: stepsTo(found), end: (seller ?? buyer) as number };
      if (seller !== undefined) {
        for (let next = unseenBuyers.first(); next !== undefined; next = unseenBuyers.after(next)) {
          if (!this.#isOpen(seller, next) || !this.#allowed(seller, next)) continue;
          unseenBuyers.take(next);
          queue.push({ place: { buyer: next }, step: { seller, buyer: next, more: true }, before: found });
        }
      } else if (buyer !== undefined) {
        for (const next of this.#sellersOf[buyer] ?? []) {
          if (!this.#isOpen(next, buyer) || seenSellers.has(next)) continue;
          seenSellers.add(next);
          queue.push({ place: { seller: next }, step: { seller: next, buyer, more: false }, before: found });
        }
      }
    }
    return undefined;
  }
}

/** A seller or a buyer. */
interface Place {
  readonly seller?: number;
  readonly buyer?: number;
}

interface Found {
  readonly place: Place;
  readonly step?: Path["steps"][number];
  readonly before?: Found;
}

function stepsTo(found: Found): Path["steps"] {
  const steps: Path["steps"][number][] = [];
  for (let last: Found | undefined = found; last?.step !== undefined; last = last.before) steps.push(last.step);
  return steps.reverse();
}
