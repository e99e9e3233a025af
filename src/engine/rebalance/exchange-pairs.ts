/** What goes from one place of a list of sellers to one of a list of buyers: `sold[seller][buyer]`, in cents. */
export type Flow = readonly (readonly number[])[];

/**
 * Matches sellers with buyers, first seller to first buyer: taking the pairs in row order, each pair moves as much as
 * leaves the pairs after it able to carry out the rest. `supply` and `demand` are cents above 0 with equal sums. As the
 * first corner of all possible flows, the answer has no circle of exchanges: at most sellers + buyers − 1 of them.
 * Undefined where the barred pairs leave no way.
 */
export function firstToFirst(
  supply: readonly number[],
  demand: readonly number[],
  allowed: (seller: number, buyer: number) => boolean,
): Flow | undefined {
  const open = supply.map((_, seller) => demand.map((_, buyer) => allowed(seller, buyer)));
  const unsold = [...supply];
  const unbought = [...demand];
  const sold = supply.map((_, seller) =>
    demand.map((_, buyer) => {
      if (open[seller]?.[buyer] !== true) return 0;
      const amount = Math.min(unsold[seller] as number, unbought[buyer] as number);
      unsold[seller] = (unsold[seller] as number) - amount;
      unbought[buyer] = (unbought[buyer] as number) - amount;
      return amount;
    }),
  );
  // Without bars the greedy pass is the whole answer: nothing is left, and no later pair can give way to an earlier one.
  if (open.every((row) => row.every((pair) => pair))) return sold;
  const network = new Network(sold, open);

  // Where bars have left a seller with money, earlier pairs give way until it is sold.
  for (let seller = 0; seller < supply.length; seller++) {
    while ((unsold[seller] as number) > 0) {
      const path = network.pathFrom(seller, (buyer) => (unbought[buyer] as number) > 0);
      if (path === undefined) return undefined;
      const buyer = path.end;
      const amount = Math.min(unsold[seller] as number, unbought[buyer] as number, network.room(path));
      network.push(path, amount);
      unsold[seller] = (unsold[seller] as number) - amount;
      unbought[buyer] = (unbought[buyer] as number) - amount;
    }
  }

  // Then, pair by pair, later pairs give way to earlier ones.
  for (let seller = 0; seller < supply.length; seller++) {
    for (let buyer = 0; buyer < demand.length; buyer++) {
      if (!network.isOpen(seller, buyer)) continue;
      network.close(seller, buyer);
      for (;;) {
        // More to this buyer, less to it from the others, who sell elsewhere, until this seller sells less elsewhere.
        const path = network.pathBetween(buyer, seller);
        if (path === undefined) break;
        const amount = network.room(path);
        network.push(path, amount);
        const row = sold[seller] as number[];
        row[buyer] = (row[buyer] as number) + amount;
      }
    }
  }
  return sold;
}

/** Steps that change a flow: each pair is sold more or less by the same amount. */
interface Path {
  readonly steps: readonly { readonly seller: number; readonly buyer: number; readonly more: boolean }[];
  /** The buyer or seller it ends at. */
  readonly end: number;
}

/** A flow and the pairs that may still change. */
class Network {
  readonly #sold: number[][];
  readonly #open: boolean[][];

  constructor(sold: number[][], open: boolean[][]) {
    this.#sold = sold;
    this.#open = open;
  }

  isOpen(seller: number, buyer: number): boolean {
    return this.#open[seller]?.[buyer] === true;
  }

  /** Fixes a pair: from here on it neither grows nor gives way. */
  close(seller: number, buyer: number): void {
    (this.#open[seller] as boolean[])[buyer] = false;
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
      (least, { seller, buyer, more }) => (more ? least : Math.min(least, this.#soldOf(seller, buyer))),
      Number.MAX_SAFE_INTEGER,
    );
  }

  push({ steps }: Path, amount: number): void {
    for (const { seller, buyer, more } of steps) {
      (this.#sold[seller] as number[])[buyer] = this.#soldOf(seller, buyer) + (more ? amount : -amount);
    }
  }

  #soldOf(seller: number, buyer: number): number {
    return this.#sold[seller]?.[buyer] ?? 0;
  }

  /** Breadth first over sellers and buyers: a seller can sell more to any open buyer, a buyer be sold less by its sellers. */
  #search(start: Place, isEnd: (place: Place) => boolean): Path | undefined {
    const queue: Found[] = [{ place: start }];
    const seenSellers = new Set<number>(start.seller === undefined ? [] : [start.seller]);
    const seenBuyers = new Set<number>(start.buyer === undefined ? [] : [start.buyer]);
    for (const found of queue) {
      const { seller, buyer } = found.place;
      if (isEnd(found.place)) return { steps: stepsTo(found), end: (seller ?? buyer) as number };
      if (seller !== undefined) {
        this.#open[seller]?.forEach((open, next) => {
          if (!open || seenBuyers.has(next)) return;
          seenBuyers.add(next);
          queue.push({ place: { buyer: next }, step: { seller, buyer: next, more: true }, before: found });
        });
      } else if (buyer !== undefined) {
        this.#sold.forEach((row, next) => {
          if (!this.isOpen(next, buyer) || (row[buyer] as number) === 0 || seenSellers.has(next)) return;
          seenSellers.add(next);
          queue.push({ place: { seller: next }, step: { seller: next, buyer, more: false }, before: found });
        });
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
  return found.step && found.before ? [...stepsTo(found.before), found.step] : [];
}
