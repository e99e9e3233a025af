import type { AccountTrading, Trading } from "./trading";

/** How a plan's web page takes the trades. */
export type Way = "exchanges" | "trades" | "balances";

/** One thing to type into a plan's web page. Money in dollars. */
export type ChecklistStep = {
  /** Tells it from every other step, and from the same step with another amount. */
  readonly key: string;
  /** "" where the list names no accounts. */
  readonly account: string;
} & (
  | {
      readonly way: "exchanges";
      readonly from: string;
      readonly to: string;
      readonly amount: number;
      readonly percentOfFrom: number;
    }
  /** + buys, − sells. */
  | { readonly way: "trades"; readonly fund: string; readonly amount: number }
  /** A whole percent of the balance after trading. */
  | { readonly way: "balances"; readonly fund: string; readonly percent: number }
);

/** The ways in which all of the trades can be typed, the shortest first. */
export function waysFor({ accounts }: Trading): readonly Way[] {
  const trading = accounts.filter(({ trades }) => trades.length > 0);
  const ways: Way[] = [];
  if (trading.every(({ balances }) => balances !== undefined)) ways.push("balances");
  if (trading.every(({ exchanges }) => exchanges.length > 0)) ways.push("exchanges");
  return [...ways, "trades"];
}

/** What there is to type, account by account: sales before purchases, because they pay for them. */
export function stepsFor({ accounts }: Trading, way: Way): readonly ChecklistStep[] {
  const steps = accounts.flatMap((account) => stepsIn(account, way));
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
export function wayOf(trading: Trading, chosen: Way | undefined): Way {
  const ways = waysFor(trading);
  return chosen !== undefined && ways.includes(chosen) ? chosen : (ways[0] ?? "trades");
}

type Keyless<Step> = Step extends unknown ? Omit<Step, "key"> : never;

function stepsIn({ account, trades, exchanges, balances = [] }: AccountTrading, way: Way): Keyless<ChecklistStep>[] {
  switch (way) {
    case "exchanges":
      return exchanges.map((exchange) => ({ way, account, ...exchange }));
    case "balances":
      return balances.map((balance) => ({ way, account, ...balance }));
    case "trades": {
      const lines = trades.map(({ fund, amount }) => ({ way, account, fund, amount }));
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
