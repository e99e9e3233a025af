import { riskShares, succeeded } from "../../engine";
import {
  columnOf,
  failedPortfolio,
  readProportions,
  readReturnsOfRows,
  type AlignedColumns,
  type Argument,
} from "../../ranges";
import type { Work } from "../later";
import { formulaFact, rangeFacts, ROUNDED_ONCE, type Decided } from "../operation";

export interface DecidedRiskShares extends Decided {
  readonly shares: Float64Array;
  readonly columns: AlignedColumns;
}

/** What RISKSHARE does. */
export const riskShare: Work<readonly [values: Argument, returns: Argument], DecidedRiskShares> = {
  holds: "percent",
  decide: (values, returns) => {
    const read = readProportions(values);
    if (!read.ok) return read;
    const { values: weights, columns } = read.value;
    const { rows, headerRows } = columns;
    const history = readReturnsOfRows(returns, { rows, headerRows, counts: (row) => weights[row] !== 0 }, undefined);
    if (!history.ok) return history;
    const shares = riskShares(weights, history.value.history);
    if (!shares.ok) return failedPortfolio(shares.problem, []);
    return succeeded({ shares: shares.value, columns, notes: [...columns.notes, ...history.value.notes] });
  },
  show: ({ shares, columns }) => columnOf(columns, (row) => shares[row] as number),
  explain: ({ columns }) => ({
    read: rangeFacts(columns),
    steps: [formulaFact("risk share", [])],
    rounded: ROUNDED_ONCE,
  }),
};
