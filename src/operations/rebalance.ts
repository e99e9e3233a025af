import {
  cashNeeded as cashNeededOf,
  dollars,
  elections as electionsOf,
  failed,
  negated,
  NO_MONEY,
  placeCash,
  rebalance as rebalanceOf,
  type Note,
  type Policy,
  type Rebalancing,
  type Usd,
} from "../engine";
import {
  columnOf,
  policySentence,
  readAllocation,
  readAmount,
  readElections,
  readPolicy,
  type AllocationRange,
  type Argument,
  type Explanation,
  type Fact,
  type PolicyRange,
} from "../ranges";
import { readCircumstances } from "./circumstances";
import { answered, operation, rangeFact, reasonFacts, type Answer, type HelpExamples } from "./operation";

const FUNDS_EXAMPLE = { "B2:B4": [[6500], [2300], [1200]], "C2:C4": [[0.6], [0.3], [0.1]] } as const;

/** REBALANCE: what to trade in each row. */
export const rebalance = operation(
  (
    values: Argument,
    targets: Argument,
    cash?: Argument,
    policy?: Argument,
    asOf?: Argument,
    volatility?: Argument,
    returns?: Argument,
  ): Answer => {
    const rule = readPolicy(policy);
    if (!rule.ok) return rule;
    const read = readAllocation(values, targets, rule.value.policy.unassigned);
    if (!read.ok) return read;
    const notes: Note[] = [];
    const amount = readAmount("Cash", cash, { beside: read.value.allocation.total, notes });
    if (!amount.ok) return amount;
    const now = readCircumstances({ asOf, volatility, returns }, read.value);
    if (!now.ok) return now;
    const trades = rebalanceOf(read.value.allocation, amount.value, rule.value.policy, now.value.circumstances);
    if (!trades.ok) return trades;
    const today: readonly Fact[] =
      now.value.circumstances.today === undefined ? [] : [{ fact: "day", day: now.value.circumstances.today }];
    return tradesAnswer(read.value, rule.value, amount.value, trades.value, {
      notes: [...notes, ...now.value.notes],
      read: today,
    });
  },
);

/** CONTRIBUTE: where a contribution goes, without selling. */
export const contribute = operation(
  (values: Argument, targets: Argument, amount: Argument, policy?: Argument): Answer => {
    return placeAmount({ values, targets, amount, policy }, "in");
  },
);

/** WITHDRAW: where a withdrawal comes from, without buying. */
export const withdraw = operation(
  (values: Argument, targets: Argument, amount: Argument, policy?: Argument): Answer => {
    return placeAmount({ values, targets, amount, policy }, "out");
  },
);

function placeAmount(
  given: { values: Argument; targets: Argument; amount: Argument; policy: Argument },
  direction: "in" | "out",
): Answer {
  const rule = readPolicy(given.policy);
  if (!rule.ok) return rule;
  if (given.amount === null || given.amount === undefined) {
    return failed({ code: "missing argument", argument: "Amount", wanted: "money" });
  }
  const read = readAllocation(given.values, given.targets, rule.value.policy.unassigned);
  if (!read.ok) return read;
  const notes: Note[] = [];
  // What is paid in makes the account larger; what is taken out is compared with what there is.
  const beside = direction === "in" ? read.value.allocation.total : NO_MONEY;
  const amount = readAmount("Amount", given.amount, { beside, notes });
  if (!amount.ok) return amount;
  if (amount.value < 0) {
    return failed({ code: "negative", at: { argument: "Amount" }, found: dollars(amount.value), wanted: "money" });
  }
  const cash = direction === "in" ? amount.value : negated(amount.value);
  const trades = placeCash(read.value.allocation, cash, rule.value.policy);
  return trades.ok ? tradesAnswer(read.value, rule.value, cash, trades.value, { notes }) : trades;
}

/** Lays trades out beside the user's rows, and says how they came about. */
function tradesAnswer(
  { allocation, columns, notes }: AllocationRange,
  { policy, notes: policyNotes }: PolicyRange,
  cash: Usd,
  result: Rebalancing,
  more: { notes?: AllocationRange["notes"]; read?: readonly Fact[] },
): Answer {
  return answered(
    columnOf(columns, (row) => dollars(result.trades[row] as Usd)),
    {
      notes: [...policyNotes, ...notes, ...(more.notes ?? [])],
      read: [
        ...rangeFact(columns),
        { fact: "total", total: allocation.total },
        { fact: "cash", cash },
        { fact: "rule", words: policySentence(policy) },
        ...(more.read ?? []),
      ],
      ...courseOf(policy, cash, result),
    },
  );
}

/** The course of a rebalancing: its steps, what bound, what was rounded. */
function courseOf(
  policy: Policy,
  cash: Usd,
  { trades, reason, keptBack, outOfBand, dropped, lastResort }: Rebalancing,
): Omit<Explanation, "read"> {
  const steps: Fact[] = [];
  const bound: Fact[] = [];
  const rounded: Fact[] = [];
  if (cash !== 0) steps.push({ fact: "placed cash", cash });
  steps.push(...reasonFacts(reason, outOfBand));
  if (reason === "out of band") steps.push({ fact: "went to", destination: policy.destination ?? { kind: "target" } });

  if (keptBack > 0) bound.push({ fact: "kept back", amount: keptBack });
  if (dropped.length > 0) bound.push({ fact: "below the minimum", rows: dropped });
  if (lastResort) bound.push({ fact: "last resort", cash });

  if (policy.tradeUnit === "whole dollars") {
    const traded = trades.reduce<number>((sum, trade) => sum + trade, 0);
    rounded.push({ fact: "to whole dollars", heldBack: (cash - keptBack - traded) as Usd });
  } else {
    if (policy.tradeUnit === "whole percent") rounded.push({ fact: "to whole percents" });
    rounded.push({ fact: "to the cent" });
  }
  return { steps, bound, rounded };
}

/** CASHNEEDED: the smallest contribution that reaches the targets without selling. */
export const cashNeeded = operation((values: Argument, targets: Argument, policy?: Argument): Answer => {
  const rule = readPolicy(policy);
  if (!rule.ok) return rule;
  const read = readAllocation(values, targets, rule.value.policy.unassigned);
  if (!read.ok) return read;
  const { allocation, columns, notes } = read.value;
  const needed = cashNeededOf(allocation, rule.value.policy);
  if (!needed.ok) return needed;
  return answered([[dollars(needed.value)]], {
    notes: [...rule.value.notes, ...notes],
    read: [...rangeFact(columns), { fact: "total", total: allocation.total }],
    steps: [
      {
        fact: "formula",
        words: "The fullest row sets the total at which it is right: value ÷ target, less today's total.",
      },
    ],
    rounded: [{ fact: "to the cent" }],
  });
});

/** ELECTIONS: weights as the whole percents that a plan's web page wants typed. */
export const elections = operation((weights: Argument, step?: Argument, min?: Argument, max?: Argument): Answer => {
  const read = readElections(weights, step, min, max);
  if (!read.ok) return read;
  const { columns } = read.value;
  const percents = electionsOf(read.value.weights, read.value.step, read.value.bounds);
  if (!percents.ok) return percents;
  return answered(
    columnOf(columns, (row) => percents.value[row] as number),
    {
      notes: columns.notes,
      read: rangeFact(columns),
      steps: [{ fact: "formula", words: "Percent = weight ÷ sum of weights, within the plan's minimum and maximum." }],
      rounded: [
        {
          fact: "formula",
          words: "Cut to whole steps; the missing steps go to the largest cut parts, ties by row order.",
        },
      ],
    },
  );
});

/** The worked examples of this family's help pages. */
export const rebalanceExamples: HelpExamples = {
  REBALANCE: {
    cells: FUNDS_EXAMPLE,
    formula: '=KEEL.REBALANCE(B2:B4, C2:C4, 200, "5/25")',
    result: [[-380], [760], [-180]],
    remarks: [
      "Cash is placed first, without selling. Only if a fund is then still outside its band is anything else traded: by default every fund goes back to its target; with “to edge” or “to halfway” only as far as that.",
      "The trades add up to the cash, to the cent, less what “keep” or “whole dollars” hold back.",
      "Give a date as the fifth argument to follow the policy's calendar: when no look is due, only the cash is placed.",
    ],
  },
  CONTRIBUTE: {
    cells: FUNDS_EXAMPLE,
    formula: "=KEEL.CONTRIBUTE(B2:B4, C2:C4, 1700)",
    result: [[500], [1200], [0]],
    remarks: ["The emptiest funds, compared with their targets, are raised to a common level first."],
  },
  WITHDRAW: {
    cells: FUNDS_EXAMPLE,
    formula: "=KEEL.WITHDRAW(B2:B4, C2:C4, 1400)",
    result: [[-1100], [0], [-300]],
    remarks: [
      "Type the amount as a positive number. The fullest funds, compared with their targets, are lowered first.",
    ],
  },
  CASHNEEDED: { cells: FUNDS_EXAMPLE, formula: "=KEEL.CASHNEEDED(B2:B4, C2:C4)", result: [[2000]] },
  ELECTIONS: {
    cells: { "B2:B4": [[1], [1], [1]] },
    formula: "=KEEL.ELECTIONS(B2:B4)",
    result: [[34], [33], [33]],
    remarks: [
      "The result is whole numbers to type into the plan's page: 34, not 0.34. They add up to exactly 100.",
      "One minimum for all funds binds the funds that get anything; a column of minimums binds each fund.",
    ],
  },
};
