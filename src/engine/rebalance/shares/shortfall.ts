import { productDifference } from "../../units/exact";
import type { SharePositions } from "./positions";
import { Search } from "./search";
import type { Work } from "./work";

/** A choice of rows that get one step above their base, as the cash doesn't reach for all of them. */
export interface Choice {
  /** What the choice costs beyond the cash there is, in units; negative if cash is left. */
  readonly over: number;
  /** Σ of what rows fall short of the wanted values, in units, before anything is given up to pay `over`. */
  readonly short: number;
  /** Money traded, compared with trading every row to its base. */
  readonly traded: number;
  /** Rows that are one step above their base although those of `Shortlist.raised` aren't (+1), or the other way round (−1). */
  readonly changes: readonly { readonly row: number; readonly change: number }[];
}

/** What can become the best answer. */
export interface Shortlist {
  readonly choices: readonly Choice[];
  /** Rows that are one step above their base, but for the changes of each choice. */
  readonly raised: readonly number[];
  /** A shortfall that can be had; no answer has to fall shorter. */
  readonly known: number;
}

const UNCHANGED = { change: 0, over: 0, error: 0, cost: 0, traded: 0 };

/** A row below its wanted value: one step more costs `price` and makes the row fall short by `gain` < `price` less. */
interface Raise {
  readonly row: number;
  readonly price: number;
  readonly gain: number;
  /** What it adds to the money traded: less than nothing where a sale becomes smaller. */
  readonly traded: number;
}

/**
 * Finds every choice of rows to raise that can be part of the best answer, given that `known` is a shortfall that can
 * be had. Equal shortfalls at different uses of cash are all kept, because which of them leaves less cash shows only
 * once steps are given up and bought. Undefined if the proof goes beyond the work allowed.
 */
export function leastShort(positions: SharePositions, known: number, work: Work): Shortlist | undefined {
  const raises = raisesOf(positions);
  let over = -positions.room;
  let short = raises.reduce((sum, raise) => sum + raise.gain, 0);
  let traded = 0;
  let breakAt = 0;
  for (; breakAt < raises.length; breakAt++) {
    const raise = raises[breakAt] as Raise;
    if (over + raise.price > 0) break;
    over += raise.price;
    short -= raise.gain;
    traded += raise.traded;
  }

  const search = new Search({ over, error: short, cost: 0, traded }, known, "all", 0.5, work);
  let [below, above] = [breakAt - 1, breakAt];
  while (below >= 0 || above < raises.length) {
    // Undecided are the raised rows from 0 to `below` and the others from `above` on. The one nearer the break is next.
    const raised = below >= 0 && (above === raises.length || breakAt - 1 - below < above - breakAt);
    const { row, price, gain, traded } = raises[raised ? below-- : above++] as Raise;
    const flipped = raised
      ? { change: -1, over: -price, error: gain, cost: 0, traded: -traded }
      : { change: 1, over: price, error: -gain, cost: 0, traded };
    const rates = { loss: efficiency(raises[below]) ?? 1, gain: efficiency(raises[above]) ?? 0 };
    if (search.leave(flipped, rates)) continue;
    if (!search.decide(row, [UNCHANGED, flipped], rates)) return undefined;
  }

  const choices = [...search.found()]
    .filter(({ over, error }) => error + Math.max(0, over) <= search.least)
    .map(({ over, error, traded, changes }): Choice => ({ over, short: error, traded, changes }));
  return { choices, raised: raises.slice(0, breakAt).map(({ row }) => row), known: search.least };
}

/** The rows that a step more would bring to the wanted value or above, the most efficient first, then by row. */
function raisesOf({ rows }: SharePositions): Raise[] {
  const raises = rows.flatMap(({ price, short, trade }, row): Raise[] =>
    short > 0 ? [{ row, price, gain: short, traded: trade < 0 ? -price : price }] : [],
  );
  return raises.sort(
    (one, other) => productDifference(other.gain, one.price, one.gain, other.price) || one.row - other.row,
  );
}

function efficiency(raise: Raise | undefined): number | undefined {
  return raise === undefined ? undefined : raise.gain / raise.price;
}
