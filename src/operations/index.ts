// Knows: which Excel function means which engine call: reads the arguments, asks once, lays out the answer.
// Doesn't know: arithmetic, sentences, Excel's API.
// Add here: the operation behind a new Excel function, in the file of its family.
import { version } from "./about";
import { bands, drift, driftTotal, status, weights } from "./allocation";
import type { HelpExample } from "./operation";
import { policy } from "./policy";
import { cashNeeded, contribute, elections, rebalance, withdraw } from "./rebalance";

export { version, VERSION } from "./about";
export { bands, drift, driftTotal, status, weights } from "./allocation";
export type { Answer, HelpExample } from "./operation";
export { policy } from "./policy";
export { cashNeeded, contribute, elections, rebalance, withdraw } from "./rebalance";

// What a host needs to show an answer that is an error: functions may look through this door only.
export type { Problem } from "../engine";
export { cellError, sentence } from "../ranges";

/** The worked example of each function's help page, by function name. */
export const helpExamples: Readonly<Record<string, HelpExample>> = Object.fromEntries(
  [
    weights,
    drift,
    driftTotal,
    bands,
    status,
    rebalance,
    contribute,
    withdraw,
    cashNeeded,
    elections,
    policy,
    version,
  ].map((each) => [each.functionName, each.example]),
);
