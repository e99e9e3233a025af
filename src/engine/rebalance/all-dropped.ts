import { isRowBand, type Band } from "../policy/band";
import type { Allocation } from "../portfolio/allocation";
import type { Usd } from "../units/money";

/**
 * Whether a minimum trade of `least` cents surely drops every trade, in whatever order, without solving again: true is a
 * proof, false says nothing. `cash` is what the trades place (+ in, − out); `shortOfTarget` is the band where its
 * destination is short of the targets.
 *
 * Dropping goes on until no trade is below the minimum. Were any left then, each would be worth the minimum. A sale never
 * exceeds its holding, so that where no holding is worth the minimum none of them is a sale. So they are purchases, and
 * together worth the cash: but it is less than the minimum.
 *
 * Whole dollars may buy for more than the cash, where a holding has no whole dollar left to sell. Where all trades are
 * rounded together (no band, to target, or only the cash is placed), purchases are taken back first, so that none is left.
 * Where rows outside their bands move, purchases are either worth the cash together, or each is of the cash or a move,
 * which never takes a row past its target: no target may then be worth the minimum. A drift or tracking error band rounds
 * purchases apart, up to the money of all rows left, so that nothing is sure there.
 */
export function areAllDropped(
  { values, total, targets, step = 1 }: Allocation,
  cash: Usd,
  least: Usd,
  shortOfTarget: Band | undefined,
): boolean {
  if (cash >= least || !values.every((value) => value < least)) return false;
  if (step === 1 || shortOfTarget === undefined) return true;
  if (!isRowBand(shortOfTarget)) return false;
  // Money out may fall short as well. Doubles may lose a hair of the product, and far less than a cent beyond it.
  const most = Math.max(total, total + cash);
  return targets.parts.every((part) => (part / targets.whole) * most * (1 + 1e-12) < least);
}
