import { nameOf, readHoldingsTable, type HoldingsTable, type Position } from "../../ranges";
import { accountFrom, accountKey, type FoundAccount } from "./accounts";
import { fundKey, isPending, madeOf, namesOf, type FoundFund, type OwnFunds } from "./funds";
import { mixReader } from "./class-columns";
import { readSource, type ReadSource } from "./read-source";
import type { AccountChoice, Choices, Source } from "./source";

/** One fund in one account, or one lot of it where its day is known. Money in whole cents. */
export interface FoundHolding {
  /** By their keys. */
  readonly account: string;
  readonly fund: string;
  /** Below 0 only for cash that is owed. 0 for a fund on the account's menu. */
  readonly value: number;
  readonly shares: number | undefined;
  readonly price: number | undefined;
  readonly costBasis: number | undefined;
  /** The day on which a lot was bought, as a serial: a sale's gain and its tax hang on the lot. */
  readonly acquired: number | undefined;
  /** As a serial. */
  readonly asOf: number | undefined;
}

/** An account that stands in two sources, and is counted from one of them only. */
export interface Repeated {
  readonly account: string;
  readonly counted: string;
  readonly leftOut: string;
}

/** What stands in all sources together. */
export interface Found {
  readonly sources: readonly ReadSource[];
  readonly accounts: readonly FoundAccount[];
  readonly funds: readonly FoundFund[];
  readonly holdings: readonly FoundHolding[];
  /** Cents. */
  readonly total: number;
  /** Money on its way that was counted in an account's cash: cents, by the account's key. */
  readonly pending: readonly { readonly account: string; readonly amount: number }[];
  readonly repeated: readonly Repeated[];
  /** Accounts whose money is pre-tax and Roth, each in columns of its own, by key. */
  readonly twoKinds: readonly string[];
  /** The latest day that a source says; undefined where none does. */
  readonly asOf: number | undefined;
}

/** How many things of each kind the owner has to answer before anything is written. */
export interface Open {
  /** Rows that can't be counted as they are. */
  readonly money: number;
  /** Sources that hold no table of holdings. */
  readonly files: number;
  readonly accounts: number;
  readonly funds: number;
}

/**
 * Puts together what stands in all sources: one account of each number or name, one holding of each fund in an account,
 * or of each of its lots.
 * Nothing is counted twice: of an account that stands in two sources, the later one counts. `own` is what the owner's
 * tables already say of funds.
 */
export function foundIn(sources: readonly Source[], choices: Choices, today: number, own: OwnFunds = new Map()): Found {
  const read = sources.map((source) => readSource(source, choices.sources.get(source.key), today));
  const counted = whichCounts(read);
  const accounts = new Map<string, FoundAccount>();
  const funds = new Map<string, FoundFund>();
  const holdings = new Map<string, Summed>();
  const pending: Pending[] = [];
  const repeated: Repeated[] = [];
  const twoKinds: string[] = [];

  for (const one of read) {
    if (!("table" in one)) continue;
    const { source, table, house } = one;
    const asOf = choices.asOf ?? one.asOf;
    const keys = table.accounts.map((account) => accountKey(account, source));
    const hasTwoKinds = table.questions.some(({ problem }) => problem.code === "money of two kinds");
    table.accounts.forEach((account, index) => {
      const key = keys[index] ?? "";
      const from = counted.get(key);
      if (from !== source.key) {
        repeated.push({ account: key, counted: from ?? "", leftOut: source.key });
        return;
      }
      if (hasTwoKinds) twoKinds.push(key);
      const choice = choices.accounts.get(key);
      for (const each of splitAccounts(accountFrom(account, source, house, choice), hasTwoKinds, choice)) {
        accounts.set(each.key, each);
      }
    });
    const ownClasses = /^\s*(asset\s+)?class\b/i.test(table.columns.get("asset class")?.heading ?? "");
    const mixOf = mixReader(table, source);
    const roth = hasTwoKinds ? rothOf(one.source, table, choices) : undefined;
    for (const position of table.positions) {
      const key = keys[position.account] ?? "";
      if (counted.get(key) !== source.key) continue;
      const names = namesOf(position);
      const fund = fundKey(names);
      if (!funds.has(fund)) {
        const said = position.assetClass;
        const classes = { ownClass: ownClasses ? said : undefined, brokersClass: ownClasses ? undefined : said };
        const made = madeOf(
          { ...names, isCash: position.isCash },
          classes,
          choices.funds.get(fund),
          own.get(fund) ?? mixOf(position.row),
          asOf ?? today,
        );
        funds.set(fund, { key: fund, name: names.name, ticker: names.ticker, isCash: position.isCash, made });
      }
      for (const part of partsOf(position, key, choices.accounts.get(key), roth)) {
        if (part.value !== 0 && position.isCash && isPending(names)) {
          pending.push({ account: part.account, amount: part.value, fund });
          continue;
        }
        addTo(holdings, { ...part, fund, asOf });
      }
    }
  }
  const pendingLeft = addPending(pending, holdings, funds);
  const empty = emptyUnknown(holdings, funds);
  const kept = [...holdings.values()].filter(({ fund }) => !empty.has(fund));
  const list = kept.map(({ account, fund, value, shares, price, costBasis, acquired, asOf }) => ({
    ...{ account, fund, value, shares, costBasis, acquired, asOf },
    price: price ?? (shares !== undefined && shares > 0 ? value / 100 / shares : undefined),
  }));
  const days = read.flatMap((each) => ("table" in each && each.asOf !== undefined ? [each.asOf] : []));
  const held = new Set(list.map(({ fund }) => fund));
  return {
    sources: read,
    accounts: withNamesApart([...accounts.values()]),
    funds: [...funds.values()].filter(({ key }) => held.has(key)),
    holdings: inOrder(list, [...accounts.keys()]),
    total: list.reduce((sum, { value }) => sum + value, 0),
    pending: pendingLeft,
    repeated,
    twoKinds,
    asOf: choices.asOf ?? (days.length > 0 ? Math.max(...days) : undefined),
  };
}

/** Says what the owner has still to answer. Accounts that the owner's table has, by key, have their type there. */
export function openIn(
  { sources, accounts, funds, twoKinds }: Found,
  choices: Choices,
  known: ReadonlySet<string> = new Set(),
): Open {
  const money = sources.reduce(
    (sum, one) => sum + ("table" in one ? one.table.questions.filter(({ about }) => about === "money").length : 0),
    0,
  );
  return {
    money,
    files: sources.filter((one) => !("table" in one)).length,
    accounts:
      accounts.filter(({ key, kind }) => kind === undefined && !known.has(key)).length +
      twoKinds.filter((key) => choices.accounts.get(key)?.split === undefined).length,
    funds: funds.filter(({ made }) => made.kind === "open").length,
  };
}

/** Funds that nobody has money in and nobody knows: a plan's menu and its small print have such rows. Nothing is asked about them. */
function emptyUnknown(
  holdings: ReadonlyMap<string, FoundHolding>,
  funds: ReadonlyMap<string, FoundFund>,
): ReadonlySet<string> {
  const empty = new Set([...funds.values()].flatMap(({ key, made }) => (made.kind === "open" ? [key] : [])));
  for (const { fund, value, shares = 0 } of holdings.values()) if (value !== 0 || shares !== 0) empty.delete(fund);
  return empty;
}

/** By an account's key, the key of the source that it is counted from: the one of the latest day, else the last one. */
function whichCounts(read: readonly ReadSource[]): ReadonlyMap<string, string> {
  const chosen = new Map<string, { readonly source: string; readonly day: number }>();
  for (const one of read) {
    if (!("table" in one)) continue;
    for (const account of one.table.accounts) {
      const key = accountKey(account, one.source);
      const day = one.asOf ?? 0;
      const before = chosen.get(key);
      if (before === undefined || day >= before.day) chosen.set(key, { source: one.source.key, day });
    }
  }
  return new Map([...chosen].map(([key, { source }]) => [key, source]));
}

/** Accounts of one name are told apart by a number behind it: the table of holdings knows accounts by their names. */
function withNamesApart(accounts: readonly FoundAccount[]): readonly FoundAccount[] {
  const taken = new Set<string>();
  return accounts.map((account) => {
    let { name } = account;
    for (let number = 2; taken.has(nameOf(name).key); number += 1) name = `${account.name} (${number})`;
    taken.add(nameOf(name).key);
    return name === account.name ? account : { ...account, name };
  });
}

const rothKey = (account: string): string => `${account} Roth`;

/** One account, or the two that its money by source becomes. */
function splitAccounts(
  account: FoundAccount,
  hasTwoKinds: boolean,
  choice: AccountChoice | undefined,
): readonly FoundAccount[] {
  if (!hasTwoKinds || choice?.split !== true) return [account];
  return [
    account,
    { ...account, key: rothKey(account.key), name: `${account.name} Roth`, type: "Roth 401(k)", kind: "Roth" },
  ];
}

/** What of each row's value is Roth money, in cents: the table is read once a Roth column, that column taken as the value. */
function rothOf(source: Source, table: HoldingsTable, choices: Choices): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  const wanted = choices.sources.get(source.key) ?? {};
  for (const { column, source: kind } of table.sources) {
    if (kind !== "Roth") continue;
    const columns = new Map([...(wanted.columns ?? []), ["value", column] as const]);
    const again = readHoldingsTable(source.name, source.cells, {
      ...wanted,
      columns,
      ...(source.mark && { mark: source.mark }),
    });
    if (!again.ok) continue;
    for (const { row, value } of again.value.positions) sums.set(row, (sums.get(row) ?? 0) + value);
  }
  return sums;
}

type Part = Omit<FoundHolding, "fund" | "asOf">;

/** A position's money by account: whole, or its Roth money apart, with shares in proportion. */
function partsOf(
  { row, value, shares, price, costBasis, acquired }: Position,
  account: string,
  choice: AccountChoice | undefined,
  roth: ReadonlyMap<number, number> | undefined,
): readonly Part[] {
  const whole: Part = { account, value, shares, price, costBasis, acquired };
  const other = choice?.split === true ? Math.min(value, roth?.get(row) ?? 0) : 0;
  if (other <= 0) return [whole];
  const part = (of: string, cents: number): Part => ({
    account: of,
    value: cents,
    price,
    acquired,
    shares: shares === undefined ? undefined : Number(((shares * cents) / value).toFixed(4)),
    costBasis: costBasis === undefined ? undefined : Math.round((costBasis * cents) / value),
  });
  const rothPart = part(rothKey(account), other);
  if (other === value) return [rothPart];
  const rest = part(account, value - other);
  return [
    { ...rest, costBasis: costBasis === undefined ? undefined : costBasis - (rothPart.costBasis ?? 0) },
    rothPart,
  ];
}

type Summed = { -readonly [Key in keyof FoundHolding]: FoundHolding[Key] };

/** Rows of one lot of one fund in one account add up. */
function addTo(holdings: Map<string, Summed>, holding: FoundHolding): void {
  const key = `${holding.account}\n${holding.fund}\n${holding.acquired ?? ""}`;
  const sum = holdings.get(key);
  holdings.set(key, sum === undefined ? { ...holding } : Object.assign(sum, added(sum, holding)));
}

/** Two rows of one fund in one account as one. What one of them lacks, the sum lacks too, unless it holds nothing. */
function added(sum: FoundHolding, row: FoundHolding): FoundHolding {
  const both = (one: number | undefined, other: number | undefined): number | undefined => {
    if (row.value === 0) return one;
    if (sum.value === 0) return other;
    return one === undefined || other === undefined ? undefined : one + other;
  };
  return {
    ...sum,
    shares: both(sum.shares, row.shares),
    costBasis: both(sum.costBasis, row.costBasis),
    // Bonds of one name may be quoted in two ways: what both are worth together decides.
    price: sum.value === 0 ? row.price : row.value === 0 || row.price === sum.price ? sum.price : undefined,
    value: sum.value + row.value,
    acquired: sum.acquired === row.acquired ? sum.acquired : undefined,
  };
}

/** The lots of one fund in one account as one holding, which has no day where theirs differ. */
export function lotsTogether([first, ...others]: readonly [FoundHolding, ...FoundHolding[]]): FoundHolding {
  const sum = others.reduce(added, first);
  const { value, shares } = sum;
  return { ...sum, price: sum.price ?? (shares !== undefined && shares > 0 ? value / 100 / shares : undefined) };
}

/** How many holdings there is money in: the lots of a fund in an account count once. */
export function heldIn({ holdings }: Pick<Found, "holdings">): number {
  return new Set(holdings.flatMap(({ account, fund, value }) => (value === 0 ? [] : [`${account}\n${fund}`]))).size;
}

interface Pending {
  readonly account: string;
  readonly amount: number;
  readonly fund: string;
}

/**
 * Counts money on its way in its account's cash: the row of cash with most in it. Where an account has none, or has less
 * than it owes, it stays a row of its own. Returns what was counted so.
 */
function addPending(
  pending: readonly Pending[],
  holdings: Map<string, Summed>,
  funds: Map<string, FoundFund>,
): Found["pending"] {
  return pending.flatMap(({ account, amount, fund }) => {
    const cash = [...holdings.values()].filter((each) => each.account === account && funds.get(each.fund)?.isCash);
    const most = cash.reduce<Summed | undefined>(
      (best, each) => (!best || each.value > best.value ? each : best),
      undefined,
    );
    if (most && most.value + amount >= 0) {
      most.value += amount;
      // A share of it is a dollar.
      if (most.shares !== undefined) most.shares = Number((most.shares + amount / 100).toFixed(4));
      return [{ account, amount }];
    }
    const none = { shares: undefined, price: undefined, costBasis: undefined, acquired: undefined };
    addTo(holdings, { account, fund, value: amount, asOf: most?.asOf, ...none });
    return [];
  });
}

/** By account in the order in which they were found; within one as its rows stood. */
function inOrder(holdings: readonly FoundHolding[], accounts: readonly string[]): readonly FoundHolding[] {
  const place = new Map(accounts.map((key, index) => [key, index]));
  return [...holdings].sort((one, other) => (place.get(one.account) ?? 0) - (place.get(other.account) ?? 0));
}
