import { Decimal } from "../decimal";
import { stepOf } from "../policy/trade-unit";
import type { Limits, Standing } from "./limits";
import type { ClassShares } from "./money-in-classes";
import type { Program } from "./program";

/** What the first goal may be above its bound for a solver's own inexactness, as a part of the household's money. */
const SOLVERS_PART = new Decimal("1e-12");
/** And at least, in cents: a millionth of a dollar. */
const SOLVERS_CENTS = new Decimal("1e-4");

/**
 * Whether no plan within the limits brings the classes nearer to their goals than these amounts, in exact decimals.
 *
 * For any multipliers y of the rows, the sum of gaps of every plan is at least
 * Σ yᵢ bᵢ + Σⱼ min over the limits of move j of (−y·Aⱼ) xⱼ, if the multipliers of classes are between −1 and 1 and that of
 * the bound on gains isn't above 0 (weak duality). So the solver's multipliers prove its own answer, whatever it thinks
 * of it.
 */
export function isNearest(
  standing: Standing,
  program: Program,
  limits: Limits,
  gainsBound: number,
  amounts: Float64Array,
  multipliers: Float64Array,
): boolean {
  const { moves, shares, needs, before } = standing;
  const { rows, goals } = program;
  const ofAccount = needs.map((_, account) => new Decimal(multipliers[rows.account + account] as number));
  const ofClass = goals.map((_, place) => Decimal.min(1, Decimal.max(-1, multipliers[rows.gap + place] as number)));
  const ofGains = Number.isFinite(gainsBound) ? Decimal.min(0, multipliers[rows.gains] as number) : new Decimal(0);

  let bound = new Decimal(0);
  let wealth = new Decimal(1);
  for (const [account, { net }] of needs.entries()) bound = bound.plus((ofAccount[account] as Decimal).times(net));
  const gaps = goals.map((goal, place) => (before[place] as Decimal).minus(goal));
  for (const [place, gap] of gaps.entries()) bound = bound.minus((ofClass[place] as Decimal).times(gap));
  if (!ofGains.isZero()) bound = bound.plus(ofGains.times(gainsBound));
  for (const [index, { position, account, isBuy, gain }] of moves.entries()) {
    const least = limits.least[index] as number;
    const most = limits.most[index] as number;
    if (most === 0) continue;
    const sign = isBuy ? 1 : -1;
    const amount = new Decimal(amounts[index] as number);
    let pays = (ofAccount[account] as Decimal).times(sign);
    for (const [place, share] of shares[position] as ClassShares) {
      const effect = share.times(sign);
      pays = pays.plus((ofClass[place] as Decimal).times(effect));
      gaps[place] = (gaps[place] as Decimal).plus(effect.times(amount));
    }
    if (gain && !ofGains.isZero()) pays = pays.plus(ofGains.times(gain.share));
    bound = bound.minus(pays.times(pays.isPositive() ? most : least));
    wealth = wealth.plus(amount.abs());
  }
  const reached = gaps.reduce((sum, gap) => sum.plus(gap.abs()), new Decimal(0));
  for (const value of before) wealth = wealth.plus(value.abs());
  return reached.minus(bound).lessThanOrEqualTo(Decimal.max(SOLVERS_CENTS, wealth.times(SOLVERS_PART)));
}

/**
 * Whether whole cents keep every hard rule: each account its own money, each move its limits, the net gain its bound to
 * the cent (to what trades are multiples of), and no fund bought and sold in one account.
 */
export function keepsRules(
  { moves, needs, policy }: Standing,
  limits: Limits,
  gainsBound: number,
  whole: Float64Array,
): boolean {
  const sums = needs.map(() => 0);
  let gain = new Decimal(0);
  const bought = new Set<number>();
  for (const [index, { account, isBuy, position, gain: ofMove }] of moves.entries()) {
    const amount = whole[index] as number;
    if (!Number.isSafeInteger(amount) || amount < (limits.least[index] as number)) return false;
    if (amount > (limits.most[index] as number)) return false;
    sums[account] = (sums[account] as number) + (isBuy ? amount : -amount);
    if (ofMove) gain = gain.plus(ofMove.share.times(amount));
    if (amount === 0) continue;
    if (isBuy) bought.add(position);
    else if (bought.has(position)) return false;
  }
  return (
    needs.every(({ net }, account) => sums[account] === net) &&
    gain.lessThan(new Decimal(gainsBound).plus(stepOf(policy.tradeUnit)))
  );
}
