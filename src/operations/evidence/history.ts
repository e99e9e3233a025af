import { loadHistory } from "../../compute";
import { builtInSeries, succeeded, type ReturnSeries } from "../../engine";
import {
  asHeading,
  builtInCells,
  builtInKinds,
  builtInSource,
  readBuiltIn,
  returnsFact,
  type BuiltInBoth,
  type BuiltInRequest,
} from "../../ranges";
import type { Work } from "../later";
import type { Decided } from "../operation";
import type { HistoryArguments } from "./arguments";

export interface DecidedHistory extends Decided {
  readonly request: BuiltInRequest;
  readonly series: ReturnSeries;
}

/** The past returns that come with Keel, by the length of their periods. */
export async function builtInReturns(): Promise<BuiltInBoth> {
  const { annualReturns, monthlyReturns } = await loadHistory();
  return { annual: annualReturns, monthly: monthlyReturns };
}

/** What HISTORY does. */
export const history: Work<HistoryArguments, DecidedHistory> = {
  holds: ({ request }) => builtInKinds(request),
  decide: async (series, from, to) => {
    const known = await builtInReturns();
    const request = readBuiltIn(series, from, to, known);
    if (!request.ok) return request;
    const { frequency, names, notes } = request.value;
    return succeeded({
      request: request.value,
      series: builtInSeries(known[frequency], names, request.value),
      notes,
    });
  },
  show: ({ request, series }) => builtInCells(series, request),
  explain: ({ request: { names, frequency }, series }) => ({
    read: [returnsFact(series, names.map(asHeading), builtInSource(frequency))],
    bound: [{ fact: "no promise" }],
  }),
};
