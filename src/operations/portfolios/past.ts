import { estimate, standardErrors, succeeded, type Moments } from "../../engine";
import {
  failed,
  failedPortfolio,
  readNumberBetween,
  refusedPortfolio,
  readReturnSeries,
  type Argument,
  type Fact,
  type Note,
  type PastMean,
  type Read,
} from "../../ranges";

/**
 * With so many funds a frontier takes seconds. Nobody has a history that tells as many apart: it would need a period more
 * than funds.
 */
const MOST_FUNDS = 200;

/** What past returns say of some funds. */
export interface Past {
  readonly moments: Moments;
  /** What stands above each fund's returns; "" where nothing does. */
  readonly names: readonly string[];
  /** What messages call each fund. */
  readonly called: readonly string[];
  readonly means: readonly PastMean[];
  /** What was read, for who explains the answer. */
  readonly facts: readonly Fact[];
  readonly notes: readonly Note[];
}

/** Reads past returns, and what they say. */
export function readPast(returns: Argument, periodsPerYear: Argument): Read<Past> {
  const perYear = readNumberBetween("Periods per year", periodsPerYear, "number", 0.01, 366);
  if (!perYear.ok) return perYear;
  if (!returns) return failed({ code: "missing argument", argument: "Returns", wanted: "returns" });
  const read = readReturnSeries(returns, { periodsPerYear: perYear.value });
  if (!read.ok) return read;
  const { series, names, called, rows, notes } = read.value;
  if (names.length > MOST_FUNDS)
    return refusedPortfolio({ code: "too many funds", funds: names.length, most: MOST_FUNDS });
  const moments = estimate(series);
  if (!moments.ok) return failedPortfolio(moments.problem, called);
  const errors = standardErrors(series, moments.value);
  return succeeded({
    moments: moments.value,
    names,
    called,
    means: called.map((fund, asset) => ({
      fund,
      mean: moments.value.means[asset] as number,
      error: errors[asset] as number,
    })),
    facts: [
      { fact: "range", argument: "Returns", rows: returns.length, headerRows: rows[0] === 0 ? 0 : 1 },
      { fact: "periods", periods: rows.length, perYear: series.periodsPerYear },
    ],
    notes,
  });
}
