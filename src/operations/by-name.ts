import type { Argument } from "../ranges";
import { version } from "./about";
import { bands, drift, driftTotal, status, weights } from "./allocation";
import { byClass } from "./by-class";
import { glidePath } from "./dynamic";
import { exchanges, roundtrips } from "./exchanges";
import type { Answer } from "./operation";
import { bandwidth, checkup, isDue, nextLook, policy, trackingError } from "./policy";
import { cashNeeded, contribute, elections, rebalance, withdraw } from "./rebalance";
import { shares } from "./shares";

/** An operation as a formula calls it: every argument is cells, or left out. */
export type Called = (...given: readonly Argument[]) => Answer;

/** The operation behind a function's name in capitals: `DRIFT`. */
export function operationByName(name: string): Called | undefined {
  const operations: Readonly<Record<string, Called>> = {
    WEIGHTS: weights,
    DRIFT: (values, targets, measure) => drift(values, targets, choiceIn(measure)),
    DRIFTTOTAL: driftTotal,
    BANDS: bands,
    STATUS: status,
    BYCLASS: byClass,
    REBALANCE: rebalance,
    CONTRIBUTE: contribute,
    WITHDRAW: withdraw,
    CASHNEEDED: cashNeeded,
    ELECTIONS: elections,
    SHARES: shares,
    EXCHANGES: exchanges,
    ROUNDTRIPS: (trades, asOf, rule) => roundtrips(trades, asOf, choiceIn(rule)),
    POLICY: policy,
    ISDUE: isDue,
    NEXTLOOK: nextLook,
    CHECKUP: checkup,
    BANDWIDTH: bandwidth,
    TRACKINGERROR: trackingError,
    GLIDEPATH: (age, retireAge, style) => glidePath(age, retireAge, choiceIn(style)),
    VERSION: version,
  };
  return Object.hasOwn(operations, name) ? operations[name] : undefined;
}

/** A choice is one word, and not a range of cells. */
function choiceIn(cells: Argument): unknown {
  return cells?.[0]?.[0];
}
