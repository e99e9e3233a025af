import {
  cashNeeded as cashNeededOf,
  cents,
  contribute as contributeTo,
  dollars,
  elections as electionsOf,
  failed,
  isRowBand,
  rebalance as rebalanceOf,
  succeeded,
  withdraw as withdrawFrom,
  type Account,
  type ElectionBounds,
  type Result,
  type RowBand,
  type Usd,
} from "../engine";
import {
  alignColumns,
  columnOf,
  position,
  readAccount,
  readAmount,
  readColumn,
  readPolicy,
  readScalar,
  type Argument,
  type NumberColumn,
} from "../ranges";
import { carriedOut } from "./carried-out";
import { answered, operation, type Answer } from "./operation";

const FUNDS_EXAMPLE = { "B2:B4": [[6500], [2300], [1200]], "C2:C4": [[0.6], [0.3], [0.1]] } as const;

/** REBALANCE: what to trade in each row. */
export const rebalance = operation({
  functionName: "REBALANCE",
  example: {
    cells: FUNDS_EXAMPLE,
    formula: '=KEEL.REBALANCE(B2:B4, C2:C4, 500, "5/25")',
    result: [[-200], [850], [-150]],
    remarks: [
      "Cash is placed first, without selling. Only if a fund is then still outside its band does every fund go back to its target.",
      "The trades add up to the cash, to the cent.",
    ],
  },
  answer(values: Argument, targets: Argument, cash?: Argument, policy?: Argument): Answer {
    const rule = readPolicy(policy);
    if (!rule.ok) return rule;
    const supported = carriedOut(rule.value, "REBALANCE", {
      band: (band) => !isRowBand(band),
      destination: (destination) => destination.kind !== "target",
      sells: (sells) => sells === "none",
      minimumTrade: () => true,
      tradeUnit: (unit) => unit !== "cents",
      cashBuffer: () => true,
    });
    if (!supported.ok) return supported;
    const amount = readAmount("Cash", cash);
    if (!amount.ok) return amount;
    const { band } = rule.value.policy;
    const rowBand: RowBand | undefined = band !== undefined && isRowBand(band) ? band : undefined;
    const read = readAccount(values, targets, rule.value.policy.unassigned);
    if (!read.ok) return read;
    const trades = rebalanceOf(read.value.account, amount.value, rowBand);
    if (!trades.ok) return trades;
    return answered(moneyColumn(read.value.columns, trades.value), [...rule.value.notes, ...read.value.notes]);
  },
});

/** CONTRIBUTE: where a contribution goes, without selling. */
export const contribute = operation({
  functionName: "CONTRIBUTE",
  example: {
    cells: FUNDS_EXAMPLE,
    formula: "=KEEL.CONTRIBUTE(B2:B4, C2:C4, 1000)",
    result: [[0], [1000], [0]],
    remarks: ["The emptiest funds, compared with their targets, are raised to a common level first."],
  },
  answer(values: Argument, targets: Argument, amount: Argument, policy?: Argument): Answer {
    return placeCash("CONTRIBUTE", { values, targets, amount, policy }, contributeTo);
  },
});

/** WITHDRAW: where a withdrawal comes from, without buying. */
export const withdraw = operation({
  functionName: "WITHDRAW",
  example: {
    cells: FUNDS_EXAMPLE,
    formula: "=KEEL.WITHDRAW(B2:B4, C2:C4, 1000)",
    result: [[-771.43], [0], [-228.57]],
    remarks: [
      "Type the amount as a positive number. The fullest funds, compared with their targets, are lowered first.",
    ],
  },
  answer(values: Argument, targets: Argument, amount: Argument, policy?: Argument): Answer {
    return placeCash("WITHDRAW", { values, targets, amount, policy }, withdrawFrom);
  },
});

function placeCash(
  functionName: string,
  given: { values: Argument; targets: Argument; amount: Argument; policy: Argument },
  place: (account: Account, amount: Usd) => Result<readonly Usd[]>,
): Answer {
  const rule = readPolicy(given.policy);
  if (!rule.ok) return rule;
  const supported = carriedOut(rule.value, functionName, {
    minimumTrade: () => true,
    tradeUnit: (unit) => unit !== "cents",
    cashBuffer: () => true,
  });
  if (!supported.ok) return supported;
  if (given.amount === null || given.amount === undefined) {
    return failed({ code: "missing argument", argument: "Amount", wanted: "money" });
  }
  const amount = readAmount("Amount", given.amount);
  if (!amount.ok) return amount;
  if (amount.value < 0) {
    return failed({ code: "negative", at: { argument: "Amount" }, found: dollars(amount.value), wanted: "money" });
  }
  const read = readAccount(given.values, given.targets, rule.value.policy.unassigned);
  if (!read.ok) return read;
  const trades = place(read.value.account, amount.value);
  if (!trades.ok) return trades;
  return answered(moneyColumn(read.value.columns, trades.value), [...rule.value.notes, ...read.value.notes]);
}

/** CASHNEEDED: the smallest contribution that reaches the targets without selling. */
export const cashNeeded = operation({
  functionName: "CASHNEEDED",
  example: { cells: FUNDS_EXAMPLE, formula: "=KEEL.CASHNEEDED(B2:B4, C2:C4)", result: [[2000]] },
  answer(values: Argument, targets: Argument, policy?: Argument): Answer {
    const rule = readPolicy(policy);
    if (!rule.ok) return rule;
    const supported = carriedOut(rule.value, "CASHNEEDED", {
      tradeUnit: (unit) => unit !== "cents",
      cashBuffer: () => true,
    });
    if (!supported.ok) return supported;
    const read = readAccount(values, targets, rule.value.policy.unassigned);
    if (!read.ok) return read;
    const needed = cashNeededOf(read.value.account);
    return needed.ok ? answered([[dollars(needed.value)]], [...rule.value.notes, ...read.value.notes]) : needed;
  },
});

/** ELECTIONS: weights as the whole percents that a plan's web page wants typed. */
export const elections = operation({
  functionName: "ELECTIONS",
  example: {
    cells: { "B2:B4": [[1], [1], [1]] },
    formula: "=KEEL.ELECTIONS(B2:B4)",
    result: [[34], [33], [33]],
    remarks: ["The result is whole numbers to type into the plan's page: 34, not 0.34. They add up to exactly 100."],
  },
  answer(weights: Argument, step?: Argument, min?: Argument, max?: Argument): Answer {
    const read = readColumn("Weights", weights, "weight");
    if (!read.ok) return read;
    const columns = alignColumns([read.value]);
    if (!columns.ok) return columns;
    const [column] = columns.value.columns as readonly [NumberColumn];
    const negative = column.numbers.findIndex((weight) => weight < 0);
    if (negative >= 0) {
      const at = position("Weights", negative, column.across);
      return failed({ code: "negative", at, found: column.numbers[negative] as number, wanted: "weight" });
    }
    const each = readScalar("Step", step, "percent");
    if (!each.ok) return each;
    const least = readBound("Min", min, column, 0);
    if (!least.ok) return least;
    const most = readBound("Max", max, column, 100);
    if (!most.ok) return most;
    const bounds = Array.from(column.numbers, (_, row): ElectionBounds => ({
      least: least.value[row] as number,
      most: most.value[row] as number,
    }));
    const percents = electionsOf(Array.from(column.numbers), each.value ?? 1, bounds);
    return percents.ok
      ? answered(
          columnOf(columns.value, (row) => percents.value[row] as number),
          columns.value.notes,
        )
      : percents;
  },
});

/**
 * Reads the plan's least or most percent: one for every fund that gets any, or a column of one each, in whole percents.
 * A blank is the default.
 */
function readBound(
  argument: string,
  cells: Argument,
  weights: NumberColumn,
  otherwise: number,
): Result<readonly number[]> {
  const rows = weights.numbers.length;
  if (cells === null || cells === undefined) return succeeded(new Array<number>(rows).fill(otherwise));
  const single = cells.length === 1 && cells[0]?.length === 1;
  const read = readColumn(argument, cells, "percent");
  if (!read.ok) return read;
  const { numbers, across, textRows } = read.value;
  const [text] = textRows.values();
  const [textRow] = textRows.keys();
  // A header above the bounds is fine where the weights have one as well.
  if (text !== undefined && (single || textRow !== 0 || weights.textRows.size === 0)) return failed(text);
  if (!single && numbers.length !== rows) {
    return failed({
      code: "unequal heights",
      first: { argument: "Weights", rows },
      second: { argument, rows: numbers.length },
    });
  }
  for (let row = 0; row < numbers.length; row++) {
    const bound = numbers[row] as number;
    const at = single ? { argument } : position(argument, row, across);
    if (bound < 0 || bound > 100) return failed({ code: "out of range", at, found: bound, least: 0, most: 100 });
    if (!Number.isInteger(bound)) return failed({ code: "not a whole number", at, found: bound });
  }
  return succeeded(
    Array.from(weights.numbers, (weight, row) => {
      // One bound for all is about the funds that get anything: it doesn't force money into the others.
      const bound = single ? (weight > 0 ? numbers[0] : 0) : numbers[row];
      return bound === undefined || bound === 0 ? otherwise : bound;
    }),
  );
}

function moneyColumn(columns: Parameters<typeof columnOf>[0], trades: readonly Usd[]): ReturnType<typeof columnOf> {
  return columnOf(columns, (row) => dollars(trades[row] ?? cents(0)));
}
