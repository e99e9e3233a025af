import type { Decimal } from "../decimal";
import type { Policy } from "../policy/policy";
import { cents, type Usd } from "../units/money";
import { failed, succeeded, type HouseholdProblem, type RaiseLimit, type Result } from "../errors";
import type { Household, Lot, Position } from "./household";
import type { ClassShares } from "./money-in-classes";
import type { Move } from "./moves";
import type { Need } from "./needs";
import { washingPurchase } from "./wash-sales";

/** What a plan may not do beside the standing rules: the branch of a wash sale, and rows left out for being small. */
export interface Restrictions {
  /** Securities that are bought nowhere. */
  readonly unbought: ReadonlySet<number>;
  /** Securities of which no lot is sold at a loss. */
  readonly unsoldAtLoss: ReadonlySet<number>;
  /** Rows that don't trade. */
  readonly dropped: ReadonlySet<number>;
  /** A rule that doesn't hold: for telling what keeps a class off its goal. */
  readonly lifted?: "locks" | "wash sale" | "gains rule";
  /** Whether a security that is bought nowhere counts as one that money can't go to. Else menus and locks alone say so. */
  readonly isShut?: boolean;
}

const NONE: ReadonlySet<number> = new Set();

export const UNRESTRICTED: Restrictions = { unbought: NONE, unsoldAtLoss: NONE, dropped: NONE };

/** The least and the most of each move, in cents. */
export interface Limits {
  readonly least: Float64Array;
  readonly most: Float64Array;
}

/** What limits are worked out from: it stays the same for every branch of a plan. */
export interface Standing {
  readonly household: Household;
  readonly moves: readonly Move[];
  readonly shares: readonly ClassShares[];
  readonly needs: readonly Need[];
  /** What each class holds, and what it should hold, in counted cents; in the last place money in no listed class. */
  readonly before: readonly Decimal[];
  readonly goals: readonly Decimal[];
  /** The goals before they were rounded to cents. */
  readonly aims: readonly Decimal[];
  readonly policy: Policy;
  readonly today: number | undefined;
}

/**
 * Works out how far each move may go by the hard rules that concern it alone. Fails where an account can't raise what it
 * must pay, or place what it receives: with every account able to, there is a plan.
 */
export function limitsOf(standing: Standing, restrictions: Restrictions): Result<Limits, HouseholdProblem> {
  const { household, moves, needs } = standing;
  const least = new Float64Array(moves.length);
  const most = new Float64Array(moves.length);
  const wealth = household.accounts.map((_, account) => wealthOf(standing, account));
  for (const [index, move] of moves.entries()) {
    if (!move.isBuy) {
      most[index] = maySell(standing, move, restrictions) ? unlocked(standing, move, restrictions) : 0;
      continue;
    }
    const isOpen = mayBuy(standing, move, restrictions) && hasGoal(standing, move);
    least[index] = move.held;
    most[index] = move.held + (isOpen ? (wealth[move.account] as number) : 0);
  }
  for (const [account, { net, owed }] of needs.entries()) {
    const toPlace = net - owed;
    const own = [...moves.keys()].filter((index) => moves[index]?.account === account);
    const isSale = (index: number): boolean => moves[index]?.isBuy === false;
    if (toPlace > 0) {
      const { isShut = false, unbought } = restrictions;
      const undropped = { ...restrictions, dropped: NONE, unbought: isShut ? unbought : NONE };
      const purchases = own.filter((index) => !isSale(index));
      const isWanted = (index: number): boolean =>
        hasGoal(standing, moves[index] as Move) && mayBuy(standing, moves[index] as Move, undropped);
      // Without a class that is wanted, there is no better place for it than what isn't, and for this money alone.
      const isStuck = !purchases.some(isWanted);
      const open = purchases.filter(
        (index) => (isStuck || isWanted(index)) && mayBuy(standing, moves[index] as Move, restrictions),
      );
      if (open.length === 0) return failed({ code: "account cannot place", account, amount: cents(toPlace) });
      for (const index of open) most[index] = (least[index] as number) + (wealth[account] as number);
      if (isStuck) for (const index of own) if (isSale(index)) most[index] = 0;
    } else if (toPlace < 0) {
      const sold = own.reduce((sum, index) => (isSale(index) ? sum + (most[index] as number) : sum), 0);
      if (sold + toPlace < 0) return failed(cannotRaise(standing, restrictions, account, cents(-toPlace), cents(sold)));
    }
  }
  return succeeded({ least, most });
}

/** More than can be traded in an account. */
function wealthOf({ household, needs }: Standing, account: number): number {
  const held = household.positions.reduce(
    (sum, position) =>
      position.account === account ? position.lots.reduce((all, { value }) => all + Math.max(0, value), sum) : sum,
    0,
  );
  return held + Math.max(0, (needs[account] as Need).net);
}

function maySell(
  { household, policy, today }: Standing,
  { position: index, lots, isCash, row, gain }: Move,
  { unsoldAtLoss, dropped, lifted }: Restrictions,
): boolean {
  const position = household.positions[index] as Position;
  if (dropped.has(row) || (policy.sells === "none" && !isCash)) return false;
  if (gain === undefined) return true;
  const [place] = lots;
  if (!gain.share.isNegative() || lifted === "wash sale") return true;
  return (
    !unsoldAtLoss.has(position.security) &&
    washingPurchase(household.positions, index, place as number, today) === undefined
  );
}

/** What of a sale's rows no lock holds. */
function unlocked({ household }: Standing, { position, lots, held }: Move, { lifted }: Restrictions): number {
  if (lifted === "locks") return held;
  const rows = (household.positions[position] as Position).lots;
  const free = lots.reduce((sum, place) => {
    const { value, maySell: isFree } = rows[place] as Lot;
    return isFree ? sum + value : sum;
  }, 0);
  return Math.min(free, held);
}

function mayBuy({ household }: Standing, { position: index, isCash, row }: Move, restrictions: Restrictions): boolean {
  const { mayBuy: isAllowed, security } = household.positions[index] as Position;
  const { unbought, dropped, lifted } = restrictions;
  if (dropped.has(row) || !(isAllowed || lifted === "locks")) return false;
  return isCash || lifted === "wash sale" || !unbought.has(security);
}

/** Whether any class of a fund is wanted at all. */
function hasGoal({ shares, goals }: Standing, { position }: Move): boolean {
  return (shares[position] as ClassShares).some(([place]) => (goals[place] as Decimal).greaterThan(0));
}

/** Why an account can't raise what it must: the rule without which it could raise more, or that it hasn't got it. */
function cannotRaise(
  standing: Standing,
  restrictions: Restrictions,
  account: number,
  asked: Usd,
  most: Usd,
): HouseholdProblem {
  const { moves, policy } = standing;
  const sales = moves.filter((move) => move.account === account && !move.isBuy);
  const barred = sales.filter((move) => !maySell(standing, move, restrictions));
  const because: RaiseLimit = barred.some((move) => maySell(standing, move, { ...restrictions, lifted: "wash sale" }))
    ? "wash sale"
    : policy.sells === "none" && barred.length > 0
      ? "no sells"
      : hasLockedMoney(standing.household, account)
        ? "locks"
        : "holdings";
  return { code: "account cannot raise", account, asked, most, because };
}

function hasLockedMoney({ positions }: Household, account: number): boolean {
  return positions.some(
    (position) =>
      position.account === account &&
      position.lots.some(({ value, maySell: may }) => value > 0 && (!may || position.isLeftAlone)),
  );
}
