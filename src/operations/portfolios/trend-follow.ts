import { fractionsOf, succeeded, trendFollow as trendFollowOf, USUAL_LOOKBACK } from "../../engine";
import { failed, readNumberBetween, readPastPrices, readTargets, type Argument, type Read } from "../../ranges";
import type { Work } from "../later";
import { formulaFact, rangeFacts } from "../operation";
import { movedTargets, rowsWithTargets, type MovedTargets } from "./moved-targets";

/** The longest mean of prices: four years of trading days. */
const LONGEST_LOOKBACK = 1000;

export interface TrendFollowed extends MovedTargets {
  /** The rows whose target is in cash. */
  readonly below: readonly number[];
}

/** What TRENDFOLLOW does. */
export const trendFollow: Work<
  readonly [targets: Argument, prices: Argument, lookback?: Argument, cashRow?: Argument],
  TrendFollowed
> = {
  holds: "percent",
  decide: (targets, prices, lookback, cashRow) => {
    const read = readTargets(targets);
    if (!read.ok) return read;
    const span = readLookback(lookback);
    if (!span.ok) return span;
    const account = rowsWithTargets(read.value);
    const past = readPastPrices(prices, account, { lookback: span.value, cashRow });
    if (!past.ok) return past;
    const { columns, cashRow: cash } = past.value;
    const { weights } = trendFollowOf(fractionsOf(read.value.targets), columns, span.value, cash);
    const below = [...weights.keys()].filter((row) => row !== cash && account.counts(row) && weights[row] === 0);
    return succeeded({
      weights,
      below,
      columns: read.value.columns,
      notes: [...read.value.notes, ...past.value.notes],
    });
  },
  show: movedTargets,
  explain: ({ columns, below }) => ({
    read: rangeFacts(columns),
    steps: [formulaFact("trend", []), { fact: "below the trend", rows: below }],
  }),
};

function readLookback(cells: Argument): Read<number> {
  const read = readNumberBetween("Lookback", cells, "number", 2, LONGEST_LOOKBACK);
  if (!read.ok) return read;
  const found = read.value ?? USUAL_LOOKBACK;
  return Number.isInteger(found)
    ? succeeded(found)
    : failed({ code: "not a whole number", at: { argument: "Lookback" }, found });
}
