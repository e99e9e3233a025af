import { nameOf } from "../../ranges";
import { lastFour, type FoundAccount } from "./accounts";
import { lotsTogether, type Found, type FoundHolding } from "./found";
import type { OwnRow, OwnTable } from "./own-table";
import type { Choices } from "./source";

/** What bringing the same accounts in again does to the owner's table. Money in cents. */
export interface Changes {
  readonly changed: readonly Matched[];
  readonly unchanged: readonly Matched[];
  /** Holdings that the table doesn't have yet, in the account that they go to. */
  readonly added: readonly { readonly holding: FoundHolding; readonly account: AccountMatch }[];
  /** Rows of the accounts that were brought in, which aren't held any more: they become 0 and stay on the menu. */
  readonly gone: readonly { readonly row: OwnRow; readonly account: string }[];
  /** Funds that have several rows in one account, lots perhaps: how their money is spread is the owner's to say. */
  readonly several: readonly { readonly holding: FoundHolding; readonly rows: readonly OwnRow[] }[];
  /** What the files tell of holdings that the table has a row or will have one for, and no column. */
  readonly leftOut: readonly LeftOut[];
  readonly accounts: readonly AccountMatch[];
  /** Accounts of the table that weren't brought in: nothing of theirs changes. */
  readonly untouched: readonly string[];
}

/** `acquired`: the days of lots, which are added up to a row a fund. */
export type LeftOut = "shares" | "price" | "cost basis" | "acquired";

export interface Matched {
  readonly holding: FoundHolding;
  readonly row: OwnRow;
}

/** Which account of the table a found one is. */
export interface AccountMatch {
  readonly found: FoundAccount;
  /** By its place in the table's accounts; undefined for one that is new there. */
  readonly own: number | undefined;
}

/**
 * Compares what was found with the owner's table, by account and ticker, or the fund's name where it has none. Lots are
 * compared by their days where the table has days of that fund, or a column for them and one row at most, which is then
 * that of the first lot; else all together.
 */
export function changesTo(own: OwnTable, found: Found, choices: Choices): Changes {
  const accounts = matchAccounts(own, found.accounts, choices);
  const byKey = new Map(accounts.map((match) => [match.found.key, match]));
  const rows = new Map<string, OwnRow[]>();
  for (const row of own.rows) {
    const key = `${row.account}\n${row.fund}`;
    rows.set(key, [...(rows.get(key) ?? []), row]);
  }
  const names = namesAt(own);
  const funds = new Map(found.funds.map((fund) => [fund.key, fund.name]));
  const changed: Matched[] = [];
  const unchanged: Matched[] = [];
  const added: { holding: FoundHolding; account: AccountMatch }[] = [];
  const several: { holding: FoundHolding; rows: readonly OwnRow[] }[] = [];
  const seen = new Set<OwnRow>();
  const leftOut = new Set<LeftOut>();
  for (const lots of byFund(found.holdings)) {
    const [{ account: key, fund }] = lots;
    const account = byKey.get(key);
    if (!account) continue;
    const same =
      account.own === undefined
        ? []
        : (rows.get(`${account.own}\n${fund}`) ??
          names.get(`${account.own}\n${nameOf(funds.get(fund) ?? "").key}`) ??
          []);
    const hasDays = lots.some(({ acquired }) => acquired !== undefined);
    const byDay = hasDays && areApart(same, own);
    const apart = byDay ? lots : [lotsTogether(lots)];
    if (hasDays && !own.columns.has("acquired") && same.length + lots.length > 1) leftOut.add("acquired");
    const first = lots.find(({ acquired }) => acquired === undefined) ?? lots[0];
    for (const holding of apart) {
      const these = byDay ? rowsOfLot(holding, same, holding === first) : same;
      for (const row of these) seen.add(row);
      const [row, ...others] = these;
      if (row === undefined) {
        // A fund on a broker's menu that isn't held, and wasn't, is no news.
        if (holding.value !== 0) added.push({ holding, account });
      } else if (others.length > 0) {
        const sum = these.reduce((cents, each) => cents + each.value, 0);
        if (sum === holding.value) unchanged.push({ holding, row });
        else several.push({ holding, rows: these });
      } else (row.value === holding.value ? unchanged : changed).push({ holding, row });
    }
  }
  for (const kind of ["shares", "price", "cost basis"] as const) {
    const written = [...changed, ...unchanged, ...added];
    if (!own.columns.has(kind) && written.some(({ holding }) => holding[FIELDS[kind]] !== undefined)) leftOut.add(kind);
  }
  const brought = new Set(accounts.flatMap(({ own: place }) => (place === undefined ? [] : [place])));
  return {
    changed,
    unchanged,
    added,
    several,
    leftOut: [...leftOut],
    accounts,
    gone: own.rows
      .filter((row) => brought.has(row.account) && !seen.has(row) && row.value !== 0)
      .map((row) => ({ row, account: own.accounts[row.account]?.name ?? "" })),
    untouched: own.accounts.flatMap(({ name }, place) => (brought.has(place) ? [] : [name])),
  };
}

/** Whether the lots of a fund have rows of their own in the table, or can have. */
function areApart(same: readonly OwnRow[], { columns }: OwnTable): boolean {
  return same.some(({ acquired }) => acquired !== undefined) || (same.length <= 1 && columns.has("acquired"));
}

/** The rows of a lot's day. A fund's only row, if it has no day so far, is that of its first lot. */
function rowsOfLot({ acquired }: FoundHolding, same: readonly OwnRow[], isFirst: boolean): readonly OwnRow[] {
  const isOpen = same.length === 1 && same[0]?.acquired === undefined;
  return isOpen ? (isFirst ? same : []) : same.filter((row) => row.acquired === acquired);
}

/** Where a holding has what a column of the table would hold. */
const FIELDS = { shares: "shares", price: "price", "cost basis": "costBasis" } as const;

/** The holdings of each fund in each account: its lots, or the one that there is. */
function byFund(holdings: readonly FoundHolding[]): readonly (readonly [FoundHolding, ...FoundHolding[]])[] {
  const all = new Map<string, [FoundHolding, ...FoundHolding[]]>();
  for (const holding of holdings) {
    const key = `${holding.account}\n${holding.fund}`;
    const lots = all.get(key);
    if (lots) lots.push(holding);
    else all.set(key, [holding]);
  }
  return [...all.values()];
}

/** By what the owner chose, else by the last four of the number, else by the name. No two become one. */
function matchAccounts(own: OwnTable, found: readonly FoundAccount[], choices: Choices): readonly AccountMatch[] {
  const taken = new Set<number>();
  const placeOf = (account: FoundAccount): number | undefined => {
    const { into } = choices.accounts.get(account.key) ?? {};
    if (into !== undefined) return placeWhere(own, ({ name }) => name === into);
    const last = lastFour(account.name);
    const byNumber = last === undefined ? undefined : placeWhere(own, ({ name }) => lastFour(name) === last);
    return byNumber ?? placeWhere(own, ({ name }) => nameOf(name).key === nameOf(account.name).key);
  };
  return found.map((account) => {
    const place = placeOf(account);
    if (place === undefined || taken.has(place)) return { found: account, own: undefined };
    taken.add(place);
    return { found: account, own: place };
  });
}

/** The place of the only account for which something holds. */
function placeWhere(own: OwnTable, holds: (account: OwnTable["accounts"][number]) => boolean): number | undefined {
  const places = own.accounts.flatMap((account, place) => (holds(account) ? [place] : []));
  return places.length === 1 ? places[0] : undefined;
}

/** Rows by account and the fund's name: a table whose tickers were taken out still matches. */
function namesAt(own: OwnTable): ReadonlyMap<string, OwnRow[]> {
  const rows = new Map<string, OwnRow[]>();
  for (const row of own.rows) {
    const key = `${row.account}\n${nameOf(row.name).key}`;
    rows.set(key, [...(rows.get(key) ?? []), row]);
  }
  return rows;
}
