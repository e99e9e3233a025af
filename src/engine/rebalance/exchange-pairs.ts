import { ExchangeNetwork, type MayMove, type Move } from "./exchange-network";
import { RowsLeft } from "./rows-left";

/**
 * Matches sellers with buyers, first seller to first buyer: taking the pairs in row order, each pair moves as much as
 * leaves the pairs after it able to carry out the rest. `supply` and `demand` are cents above 0 with equal sums. As the
 * first corner of all possible flows, the answer has no circle of exchanges: at most sellers + buyers − 1 of them, in
 * row order. Undefined where the barred pairs leave no way.
 */
export function firstToFirst(
  supply: readonly number[],
  demand: readonly number[],
  allowed: MayMove,
): readonly Move[] | undefined {
  const { moves, unsold, unbought } = greedyPass(supply, demand, allowed);
  // Where nothing is left that pass is the whole answer: each pair moved all that the pairs before it had left to move.
  if (unsold.every((amount) => amount === 0)) return moves;
  const network = new ExchangeNetwork(supply.length, demand.length, allowed, moves);
  return sellTheRest(network, unsold, unbought) ? toEarlierPairs(network, supply, demand, allowed) : undefined;
}

/** Pair by pair in row order, each moves what it can. A step ends a seller or a buyer, or passes over a barred pair. */
function greedyPass(
  supply: readonly number[],
  demand: readonly number[],
  allowed: MayMove,
): { readonly moves: readonly Move[]; readonly unsold: number[]; readonly unbought: number[] } {
  const moves: Move[] = [];
  const unsold = [...supply];
  const unbought = [...demand];
  const buyers = new RowsLeft(demand.length);
  for (let seller = 0; seller < unsold.length; seller++) {
    let left = unsold[seller] as number;
    for (let buyer = buyers.first(); buyer !== undefined && left > 0; buyer = buyers.after(buyer)) {
      if (!allowed(seller, buyer)) continue;
      const wanted = unbought[buyer] as number;
      const amount = Math.min(left, wanted);
      moves.push({ seller, buyer, amount });
      left -= amount;
      unbought[buyer] = wanted - amount;
      if (amount === wanted) buyers.take(buyer);
    }
    unsold[seller] = left;
  }
  return { moves, unsold, unbought };
}

/** Where bars have left a seller with money, earlier pairs give way until it is sold. False where they can't. */
function sellTheRest(network: ExchangeNetwork, unsold: number[], unbought: number[]): boolean {
  const hasRoom = (buyer: number): boolean => (unbought[buyer] as number) > 0;
  let open = Array.from(unbought.keys()).filter(hasRoom);
  for (let seller = 0; seller < unsold.length; seller++) {
    while ((unsold[seller] as number) > 0) {
      const path = network.pathFrom(seller, open);
      const buyer = path?.at(-1)?.buyer;
      if (path === undefined || buyer === undefined) return false;
      const amount = Math.min(unsold[seller] as number, unbought[buyer] as number, network.room(path));
      network.push(path, amount);
      unsold[seller] = (unsold[seller] as number) - amount;
      unbought[buyer] = (unbought[buyer] as number) - amount;
      if (!hasRoom(buyer)) open = open.filter(hasRoom);
    }
  }
  return true;
}

/** Pair by pair, later pairs give way to earlier ones. */
function toEarlierPairs(
  network: ExchangeNetwork,
  supply: readonly number[],
  demand: readonly number[],
  allowed: MayMove,
): readonly Move[] {
  const moves: Move[] = [];
  // What each buyer gets from pairs that are still open. Where that is nothing, no pair has anything to give way to it.
  const open = [...demand];
  const buyers = new RowsLeft(demand.length);
  for (let seller = 0; seller < supply.length; seller++) {
    let left = supply[seller] as number;
    for (let buyer = buyers.first(); buyer !== undefined && left > 0; buyer = buyers.after(buyer)) {
      if (!allowed(seller, buyer)) continue;
      network.closeUpTo(seller, buyer);
      let amount = network.sold(seller, buyer);
      while (amount < left && amount < (open[buyer] as number)) {
        // More to this buyer, less to it from the others, who sell elsewhere, until this seller sells less elsewhere.
        const path = network.pathBetween(buyer, seller);
        if (path === undefined) break;
        const more = network.room(path);
        network.push(path, more);
        amount += more;
      }
      if (amount > 0) moves.push({ seller, buyer, amount });
      left -= amount;
      open[buyer] = (open[buyer] as number) - amount;
      if (open[buyer] === 0) buyers.take(buyer);
    }
  }
  return moves;
}
