import { succeeded, tradeInShares } from "../engine";
import { columnOf, readAmount, readPolicy, readShareAllocation, type Argument, type Note } from "../ranges";
import { operation, rangeFacts, reasonFacts } from "./operation";
import { CASH, POLICY, TARGETS } from "./usual-arguments";

/** SHARES: what to trade in each row, in shares: the nearest there is, or how far from it at most. */
export const shares = operation({
  name: "SHARES",
  family: "rebalance",
  arguments: [{ name: "shares", holds: "plain" }, { name: "prices", holds: "money" }, TARGETS, CASH, POLICY],
  holds: "plain",
  decide: (held: Argument, prices: Argument, targets: Argument, cash?: Argument, policy?: Argument) => {
    const rule = readPolicy(policy);
    if (!rule.ok) return rule;
    const read = readShareAllocation(held, prices, targets, rule.value.policy.unassigned);
    if (!read.ok) return read;
    const { allocation, columns } = read.value;
    const notes: Note[] = [...rule.value.notes, ...read.value.notes];
    const amount = readAmount("Cash", cash, { beside: allocation.total, notes });
    if (!amount.ok) return amount;
    const traded = tradeInShares(read.value, amount.value, rule.value.policy);
    if (!traded.ok) return traded;
    return succeeded({ ...traded.value, allocation, columns, cash: amount.value, policy: rule.value.policy, notes });
  },
  show: ({ columns, trades }) => columnOf(columns, (row) => trades[row] as number),
  explain: ({ columns, allocation, cash, policy, rebalancing, plan }) => ({
    read: [
      ...rangeFacts(columns),
      { fact: "total", total: allocation.total },
      { fact: "cash", cash },
      { fact: "rule", policy },
    ],
    steps: reasonFacts(rebalancing.reason, rebalancing.outOfBand),
    rounded: plan
      ? [
          { fact: "nearest in shares", gap: plan.gap },
          { fact: "left over", amount: plan.left },
        ]
      : [],
  }),
});
