import type { AccountTrading, TradesByAccount } from "./trading";

/** How a plan's web page takes the trades. */
export type Way = "exchanges" | "trades" | "balances";

/** One thing to type into a plan's web page. Money in dollars. */
export type ChecklistStep = {
  /** Tells it from every other step, and from the same step with another amount. */
  readonly key: string;
  /** "" where the list names no accounts. */
  readonly account: string;
  /** Whether it is typed into a plan's web page. */
  readonly isPlan: boolean;
} & (
  | {
      readonly way: "exchanges";
      readonly from: string;
      readonly to: string;
      readonly amount: number;
      readonly percentOfFrom: number;
    }
  /** + buys, − sells. */
  | { readonly way: "trades"; readonly fund: string; readonly amount: number; readonly shares?: number }
  /** A whole percent of the balance after trading. */
  | { readonly way: "balances"; readonly fund: string; readonly percent: number }
);

/** The ways in which all plans' pages can be told the trades, the shortest first; rounded percents come after what is exact. */
export function waysFor({ accounts }: Pick<TradesByAccount, "accounts">): readonly Way[] {
  const trading = accounts.filter(({ isPlan, trades }) => isPlan && trades.length > 0);
  if (trading.length === 0) return ["trades"];
  const hasBalances = trading.every(({ balances }) => balances !== undefined);
  const isRounded = trading.some(({ balancesRounded }) => balancesRounded === true);
  return [
    ...(hasBalances && !isRounded ? (["balances"] as const) : []),
    ...(trading.every(({ exchanges }) => exchanges.length > 0) ? (["exchanges"] as const) : []),
    "trades",
    ...(hasBalances && isRounded ? (["balances"] as const) : []),
  ];
}

/** What there is to type, account by account: sales before purchases, because they pay for them. */
export function stepsFor({ accounts }: Pick<TradesByAccount, "accounts">, way: Way): readonly ChecklistStep[] {
  const steps = accounts.flatMap((account) => stepsIn(account, account.isPlan ? way : "trades"));
  const seen = new Map<string, number>();
  return steps.map((step) => {
    // Two funds of one name and one amount are two steps.
    const key = JSON.stringify(step);
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    return { ...step, key: times === 0 ? key : `${key} ${times}` };
  });
}

/** The way that the owner chose, if there is that way, else the first. */
export function wayOf(trading: Pick<TradesByAccount, "accounts">, chosen: Way | undefined): Way {
  const ways = waysFor(trading);
  return chosen !== undefined && ways.includes(chosen) ? chosen : (ways[0] ?? "trades");
}

type Keyless<Step> = Step extends unknown ? Omit<Step, "key"> : never;

function stepsIn(
  { account, isPlan, trades, exchanges, balances = [] }: AccountTrading,
  way: Way,
): Keyless<ChecklistStep>[] {
  switch (way) {
    case "exchanges":
      return exchanges.map((exchange) => ({ way, account, isPlan, ...exchange }));
    case "balances":
      return trades.length === 0 ? [] : balances.map((balance) => ({ way, account, isPlan, ...balance }));
    case "trades": {
      const lines = trades.map(({ fund, amount, shares }) => ({
        ...{ way, account, isPlan, fund, amount },
        ...(shares !== undefined && shares !== 0 && { shares }),
      }));
      return [...lines.filter(({ amount }) => amount < 0), ...lines.filter(({ amount }) => amount > 0)];
    }
  }
}

/** Whether a fund's trade was made: each step that has a part of it is done. */
export function isMade(
  steps: readonly ChecklistStep[],
  done: ReadonlySet<string>,
  { account, fund, amount }: { readonly account: string; readonly fund: string; readonly amount: number },
): boolean {
  const own = steps.filter((step) => {
    if (step.account !== account) return false;
    switch (step.way) {
      case "exchanges":
        return (amount < 0 ? step.from : step.to) === fund;
      case "trades":
        return step.fund === fund && step.amount === amount;
      // A page that takes percents trades all funds of the account at once.
      case "balances":
        return true;
    }
  });
  return own.length > 0 && own.every(({ key }) => done.has(key));
}
