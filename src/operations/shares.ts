import { tradeInShares, type Decimal, type Note } from "../engine";
import {
  columnOf,
  policySentence,
  readAmount,
  readPolicy,
  readShareAllocation,
  type Argument,
  type Fact,
} from "../ranges";
import { answered, operation, rangeFact, reasonFacts, type Answer, type HelpExamples } from "./operation";

/** SHARES: what to trade in each row, in shares, proved to be the nearest there is. */
export const shares = operation(
  (held: Argument, prices: Argument, targets: Argument, cash?: Argument, policy?: Argument): Answer => {
    const rule = readPolicy(policy);
    if (!rule.ok) return rule;
    const read = readShareAllocation(held, prices, targets, rule.value.policy.unassigned);
    if (!read.ok) return read;
    const { allocation, columns } = read.value;
    const notes: Note[] = [...rule.value.notes, ...read.value.notes];
    const amount = readAmount("Cash", cash, { beside: allocation.total, notes });
    if (!amount.ok) return amount;
    const result = tradeInShares(read.value, amount.value, rule.value.policy);
    if (!result.ok) return result;
    const { trades, rebalancing, plan } = result.value;
    return answered(
      columnOf(columns, (row) => (trades[row] as Decimal).toNumber()),
      {
        notes,
        read: [
          ...rangeFact(columns),
          { fact: "total", total: allocation.total },
          { fact: "cash", cash: amount.value },
          { fact: "rule", words: policySentence(rule.value.policy) },
        ],
        steps: reasonFacts(rebalancing.reason, rebalancing.outOfBand),
        rounded: plan ? provedFacts(plan.left) : [],
      },
    );
  },
);

function provedFacts(left: Decimal): readonly Fact[] {
  return [
    { fact: "proof", words: "Proved: no other trades in shares come nearer to the targets." },
    { fact: "left over", amount: left },
  ];
}

/** The worked examples of this family's help pages. */
export const sharesExamples: HelpExamples = {
  SHARES: {
    cells: {
      "B2:B3": [[0], [0]],
      "C2:C3": [[5.3], [1.3]],
      "D2:D3": [[0.6], [0.4]],
    },
    formula: "=KEEL.SHARES(B2:B3, C2:C3, D2:D3, 100)",
    result: [[11], [32]],
    remarks: [
      "Whole shares unless the policy says “fractional” (four decimals). Your positions keep the fractions they have.",
      "The result is proved to be the best: no other trades bring the funds nearer to their targets and leave less cash, and never more is spent than there is. Among equal answers it is the one that leaves the least cash, then trades the least money.",
      "A fee or a cost in the policy is reserved. If the proof takes too much work, the answer is #N/A and not a guess.",
    ],
  },
};
