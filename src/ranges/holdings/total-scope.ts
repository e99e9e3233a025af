/** What some rows add up to: whole cents. */
interface RowsTogether {
  readonly rows: number;
  readonly money: number;
}

/** What the rows of an account add up to, and where the first and the last of them are. */
interface AccountTogether extends RowsTogether {
  readonly first: number;
  readonly last: number;
}

/** A row as far as it matters for what totals stand for. */
export interface TotalOrRow {
  readonly account: number | undefined;
  /** Whole cents. */
  readonly value: number;
  readonly is: "total" | "row" | "not counted";
  /** Of a total: whether its label says that it is of everything; which accounts its label names; whether any sum agrees with it. */
  readonly isGrand?: boolean;
  readonly named?: readonly number[];
  readonly agrees?: boolean;
}

/** Rows that lie between two places of the table, and how many totals stand within one another there. */
interface Scope {
  readonly start: number;
  readonly level: number;
}

/** So near to the sum of other rows, as a part of it, a total is theirs, whatever stands before it. */
const NEAR = 0.01;

/** What totals stand for, by their places in the table. */
export interface TotalsInOrder {
  /** Whether a total is within a cent of the rows above it that it stands for where it stands. */
  agrees(index: number): boolean;
  /** What the rows add up to, in whole cents, that it stands for. */
  sumOf(index: number): number;
}

/**
 * Finds which rows totals stand for: the account that it names; everything above
 * it, if it says so; the rows since the total before it, or its account's; and right below a total, all that totals of
 * the same kind stand for, up to the beginning of its account. Where totals stand above their rows, the rows below it. Of
 * several ways the one that comes nearest to its amount.
 */
export function totalsInOrder(all: readonly TotalOrRow[], hasAccounts: boolean): TotalsInOrder {
  const upTo: RowsTogether[] = [{ rows: 0, money: 0 }];
  const byAccount = new Map<number, AccountTogether>();
  all.forEach(({ is, account, value }, index) => {
    const before = upTo[index] as RowsTogether;
    const counts = is === "row" ? 1 : 0;
    upTo.push({ rows: before.rows + counts, money: before.money + counts * value });
    if (counts === 0 || account === undefined) return;
    const own = byAccount.get(account) ?? { first: index, rows: 0, money: 0 };
    byAccount.set(account, { ...own, last: index, rows: own.rows + 1, money: own.money + value });
  });
  const between = (start: number, end: number): RowsTogether => {
    const [from, to] = [upTo[start], upTo[end]] as [RowsTogether, RowsTogether];
    return { rows: to.rows - from.rows, money: to.money - from.money };
  };
  const isTotal = (index: number): boolean => all[index]?.is === "total";
  const scopes = scopesOf(all, between, hasAccounts ? byAccount : new Map());
  const whole = between(0, all.length);

  const agrees = (index: number): boolean => {
    const scope = scopes.get(index);
    return scope !== undefined && Math.abs(between(scope.start, index).money - (all[index]?.value ?? 0)) <= 1;
  };
  const sumOf = (index: number): number => {
    const { account, value, isGrand = false, named = [] } = all[index] as TotalOrRow;
    const above = between(0, index);
    const ofAccount = hasAccounts && account !== undefined ? byAccount.get(account) : undefined;
    const candidates: (RowsTogether | undefined)[] = [];
    const scope = scopes.get(index);
    let next = index + 1;
    while (next < all.length && !isTotal(next)) next++;
    if (named.length > 0) candidates.push(...named.map((each) => byAccount.get(each)));
    else if (isGrand) candidates.push(above.rows > 0 ? above : whole);
    else if (scope === undefined) candidates.push(between(index, next), ofAccount, whole);
    else {
      candidates.push(between(scope.start, index));
      // All funds of its account lie above it, and no other total among them.
      if (ofAccount && scope.level === 1 && ofAccount.first >= scope.start && ofAccount.last < index)
        candidates.push(ofAccount);
    }
    const nearest = (some: readonly (RowsTogether | undefined)[]): number | undefined => {
      const sums = some.flatMap((each) => (each && each.rows > 0 ? [each.money] : []));
      return sums.sort((one, other) => Math.abs(one - value) - Math.abs(other - value))[0];
    };
    const own = nearest(candidates);
    const any = nearest([...candidates, above, ofAccount, whole, between(index, next)]) ?? 0;
    return own === undefined || Math.abs(any - value) <= NEAR * Math.abs(any) ? any : own;
  };
  return { agrees, sumOf };
}

/** From where on each total stands for the rows above it; none where there are none. */
function scopesOf(
  all: readonly TotalOrRow[],
  between: (start: number, end: number) => RowsTogether,
  byAccount: ReadonlyMap<number, AccountTogether>,
): ReadonlyMap<number, Scope> {
  const scopes = new Map<number, Scope>();
  // Where the first total has no rows above it, totals stand above theirs.
  const first = all.findIndex(({ is }) => is === "total");
  if (between(0, Math.max(0, first)).rows === 0) return scopes;
  const closed: Scope[] = [];
  let open = 0;
  all.forEach(({ is, account, value, agrees = false }, index) => {
    if (is !== "total") return;
    let scope: Scope = { start: open, level: 1 };
    let absorbed = 0;
    const last = closed.at(-1);
    if (last && between(open, index).rows === 0) {
      const own = account === undefined ? undefined : byAccount.get(account);
      // A total below the last one of its account's goes no further than the account.
      const from = own && own.rows > between(last.start, index).rows ? own.first : 0;
      let { start } = last;
      absorbed = 1;
      for (;;) {
        const before = closed[closed.length - 1 - absorbed];
        if (before === undefined || before.level > last.level || before.start < from) break;
        ({ start } = before);
        absorbed++;
      }
      scope = { start, level: last.level + 1 };
    }
    const isNear = (start: number): boolean => Math.abs(between(start, index).money - value) <= 1;
    if (agrees && !isNear(scope.start) && isNear(0)) {
      scope = { start: 0, level: closed.reduce((most, { level }) => Math.max(most, level), 0) + 1 };
      absorbed = closed.length;
    }
    scopes.set(index, scope);
    closed.splice(closed.length - absorbed, absorbed, scope);
    open = index + 1;
  });
  return scopes;
}
