import { fractionsOf, succeeded, targetVolatility } from "../../engine";
import { failed, readCashRow, readNumberBetween, readReturnsOfRows, readTargets, type Argument } from "../../ranges";
import type { Work } from "../later";
import { formulaFact, rangeFacts, ROUNDED_ONCE } from "../operation";
import { movedTargets, rowsWithTargets, type MovedTargets } from "./moved-targets";

/** Nobody aims at a volatility of more than 500 % a year: a percent was typed without its sign. */
const LARGEST_VOLATILITY = 5;

export interface VolatilityTargeted extends MovedTargets {
  /** The volatility a year of the risky targets, and what they were multiplied by. */
  readonly volatility: number;
  readonly multiple: number;
}

/** What TARGETVOL does. */
export const targetVol: Work<
  readonly [targets: Argument, returns: Argument, volatility: Argument, cashRow?: Argument, periodsPerYear?: Argument],
  VolatilityTargeted
> = {
  holds: "percent",
  decide: (targets, returns, volatility, cashRow, periodsPerYear) => {
    const read = readTargets(targets);
    if (!read.ok) return read;
    const wanted = readNumberBetween("Volatility", volatility, "volatility", 0, LARGEST_VOLATILITY);
    if (!wanted.ok) return wanted;
    if (wanted.value === undefined) {
      return failed({ code: "missing argument", argument: "Volatility", wanted: "volatility" });
    }
    const perYear = readNumberBetween("Periods per year", periodsPerYear, "number", 0.01, 366);
    if (!perYear.ok) return perYear;
    const account = rowsWithTargets(read.value);
    const history = readReturnsOfRows(returns, account, perYear.value);
    if (!history.ok) return history;
    const cash = readCashRow(cashRow, account, history.value.funds);
    if (!cash.ok) return cash;
    const found = targetVolatility(fractionsOf(read.value.targets), history.value.history, wanted.value, cash.value);
    return succeeded({ ...found, columns: read.value.columns, notes: [...read.value.notes, ...history.value.notes] });
  },
  show: movedTargets,
  explain: ({ columns, volatility, multiple }) => ({
    read: rangeFacts(columns),
    steps: [formulaFact("target volatility", []), { fact: "risky targets", volatility, multiple }],
    rounded: ROUNDED_ONCE,
  }),
};
