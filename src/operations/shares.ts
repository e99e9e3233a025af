import { decimalOf, succeeded, tradeInShares, type ShareAllocation, type ShareTrades, type Usd } from "../engine";
import {
  columnOf,
  moneyTerm,
  numberTerm,
  readAmount,
  readPolicy,
  readShareAllocation,
  terms,
  type Argument,
  type Fact,
  type Note,
} from "../ranges";
import { isFundOf } from "./allocation";
import { formulaFact, fundBeside, hasRowRules, lockFacts, operation, rangeFacts, reasonFacts } from "./operation";
import { tradeFacts } from "./rebalance";
import { CASH, POLICY, ROWS, TARGETS } from "./usual-arguments";

/** SHARES: what to trade in each row, in shares: the nearest there is, or how far from it at most. */
export const shares = operation({
  name: "SHARES",
  family: "rebalance",
  arguments: [{ name: "shares", holds: "plain" }, { name: "prices", holds: "money" }, TARGETS, CASH, POLICY, ROWS],
  holds: "plain",
  decide: (
    held: Argument,
    prices: Argument,
    targets: Argument,
    cash?: Argument,
    policy?: Argument,
    rows?: Argument,
  ) => {
    const rule = readPolicy(policy);
    if (!rule.ok) return rule;
    const read = readShareAllocation(held, prices, targets, rule.value.policy.unassigned, rows);
    if (!read.ok) return read;
    const { allocation, columns } = read.value;
    const notes: Note[] = [...rule.value.notes, ...read.value.notes];
    const amount = readAmount("Cash", cash, { beside: allocation.total, notes });
    if (!amount.ok) return amount;
    const traded = tradeInShares(read.value, amount.value, rule.value.policy);
    if (!traded.ok) return traded;
    return succeeded({
      ...traded.value,
      allocation,
      prices: read.value.prices,
      columns,
      cash: amount.value,
      policy: rule.value.policy,
      notes,
    });
  },
  show: ({ columns, trades }) => columnOf(columns, (row) => trades[row] as number),
  explain: (record, at) => {
    const { columns, allocation, cash, policy, rebalancing, plan } = record;
    const beside = hasRowRules(allocation) ? undefined : fundBeside(columns, isFundOf(allocation), at);
    return {
      read: [
        ...rangeFacts(columns),
        { fact: "total", total: allocation.total },
        { fact: "cash", cash },
        { fact: "rule", policy },
      ],
      steps: [
        ...reasonFacts(rebalancing.reason, rebalancing.outOfBand),
        ...(beside ? [...tradeFacts(record, beside.row), ...sharesFacts(record, beside.row)] : []),
      ],
      bound: lockFacts(allocation),
      rounded: plan
        ? [
            { fact: "nearest in shares", gap: plan.gap },
            { fact: "left over", amount: plan.left },
          ]
        : [],
    };
  },
});

/** The shares of one row beside the money that the policy wants traded in it; nothing where there is neither. */
function sharesFacts(
  { prices, rebalancing, trades }: Pick<ShareAllocation, "prices"> & ShareTrades,
  row: number,
): readonly Fact[] {
  const price = prices[row];
  const number = trades[row] as number;
  const wanted = rebalancing.trades[row] as Usd;
  if (price === undefined || (number === 0 && wanted === 0)) return [];
  const term = terms("÷", moneyTerm(wanted), numberTerm(decimalOf(price)));
  return [formulaFact("shares wanted", [{ row, term, gives: { kind: "plain", number } }])];
}
