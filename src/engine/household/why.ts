import type { Decimal } from "../decimal";
import type { Position } from "./household";
import type { Standing } from "./limits";
import { unlistedPlace, type ClassShares } from "./money-in-classes";
import type { Need } from "./needs";
import type { Why } from "./plan-record";
import type { Trade } from "./trades";

/** A change in a class that is less than this, in cents, is rounding. */
const A_CENT = 1;

/**
 * Why a row trades: what it must do first, then what its main class lacks or has too much of, then what its account's
 * other trades need.
 */
export function whyOf(standing: Standing, trades: readonly Trade[]): (trade: Trade) => Why {
  const { household, shares, needs, before, goals, policy } = standing;
  const unlisted = unlistedPlace(household);
  return ({ position: index, amount }) => {
    const position = household.positions[index] as Position;
    const isBuy = amount > 0;
    const { net, owed } = needs[position.account] as Need;
    const main = mainClass(shares[index] as ClassShares);
    if (isBuy && position.isCash && owed > 0 && valueBelow(position)) return { code: "owed cash" };
    if (!isBuy && main === unlisted) return { code: position.isCash ? "cash to invest" : "no class" };
    const own = trades.filter((other) => household.positions[other.position]?.account === position.account);
    const flow = net - owed;
    // All that the account does is to place or to raise its money.
    if (flow !== 0 && isBuy === flow > 0 && own.every(({ amount: each }) => each > 0 === isBuy))
      return { code: "cash flow" };
    if (main === undefined || main === unlisted) return { code: "cash flow" };
    const missing = (goals[main] as Decimal).minus(before[main] as Decimal);
    if (missing.abs().greaterThan(A_CENT) && missing.isPositive() === isBuy) {
      return { code: isBuy ? "under" : "over", classIndex: main };
    }
    if (policy.relocate === true && missing.abs().lessThanOrEqualTo(A_CENT)) {
      return { code: changesKind(standing, trades, main) ? "location" : "expense", classIndex: main };
    }
    return { code: isBuy ? "takes room" : "makes room", classIndex: main };
  };
}

/** The class that most of a fund is in, of equal ones the first. */
function mainClass(shares: ClassShares): number | undefined {
  let main: ClassShares[number] | undefined;
  for (const each of shares) if (main === undefined || each[1].greaterThan(main[1])) main = each;
  return main?.[0];
}

function valueBelow({ lots }: Position): boolean {
  return lots.some(({ value }) => value < 0);
}

/** Whether a class is sold in one kind of account and bought in another. */
function changesKind({ household, shares }: Standing, trades: readonly Trade[], classIndex: number): boolean {
  const kinds = { bought: new Set<string>(), sold: new Set<string>() };
  for (const { position, amount } of trades) {
    if (!(shares[position] as ClassShares).some(([place]) => place === classIndex)) continue;
    const account = household.positions[position]?.account;
    const kind = account === undefined ? undefined : household.accounts[account]?.kind;
    if (kind) kinds[amount > 0 ? "bought" : "sold"].add(kind);
  }
  return [...kinds.bought].some((kind) => !kinds.sold.has(kind));
}
