import type { AccountKind } from "../../engine";
import { readAccountType } from "../account-type";
import { nameOf } from "../names";
import type { ListedTrade, TradeLogRange } from "../trade-log";

/** Whether a table of trades says amounts alone, as Keel's own log does, so that no gain or loss can be told from it. */
export function hasNoShares({ table }: TradeLogRange): boolean {
  return !table.has("shares") && !table.has("price");
}

/**
 * The sales up to a day that may have been taxed. An account is what the lots say of it, or else its name; one that is
 * named and says nothing counts as taxable, and trades without an account are of one 401(k), as in a list of holdings.
 */
export function taxableSales(
  { trades }: TradeLogRange,
  asOf: number,
  known: readonly { readonly name: string; readonly kind: AccountKind }[],
): readonly ListedTrade[] {
  const kinds = new Map(known.map(({ name, kind }) => [nameOf(name).key, kind]));
  return trades.filter(({ account, amount, day }) => {
    if (amount >= 0 || account === "" || day > asOf) return false;
    return (kinds.get(nameOf(account).key) ?? readAccountType(account)?.kind ?? "taxable") === "taxable";
  });
}
