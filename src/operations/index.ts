// Knows: which Excel function means which engine call: reads the arguments, asks once, lays out the answer.
// Doesn't know: arithmetic, sentences, Excel's API.
// Add here: the operation behind a new Excel function, in the file of its family.
import { aboutExamples } from "./about";
import { allocationExamples } from "./allocation";
import { byClassExamples } from "./by-class";
import { dynamicExamples } from "./dynamic";
import { exchangesExamples } from "./exchanges";
import type { HelpExamples } from "./operation";
import { policyExamples } from "./policy";
import { rebalanceExamples } from "./rebalance";
import { sharesExamples } from "./shares";

export { version, VERSION } from "./about";
export { bands, drift, driftTotal, status, weights } from "./allocation";
export { byClass } from "./by-class";
export { operationByName, type Called } from "./by-name";
export { glidePath } from "./dynamic";
export { exchanges, roundtrips } from "./exchanges";
export type { Answer, HelpExample, HelpExamples } from "./operation";
export { bandwidth, checkup, isDue, nextLook, policy, trackingError } from "./policy";
export { cashNeeded, contribute, elections, rebalance, withdraw } from "./rebalance";
export { shares } from "./shares";
// What a host needs to show an answer that is an error: functions may look through this door only.
export type { Problem } from "../engine";
export { cellError, sentence } from "../ranges";

const whereAmI: HelpExamples = { ...allocationExamples, ...byClassExamples };
const whatToTrade: HelpExamples = { ...rebalanceExamples, ...sharesExamples, ...exchangesExamples };

/** The worked example of each function's help page, by function name. */
export const helpExamples: HelpExamples = {
  ...whereAmI,
  ...whatToTrade,
  ...policyExamples,
  ...dynamicExamples,
  ...aboutExamples,
};

/** The names of the functions by the question they answer. */
export const families: readonly { readonly question: string; readonly functions: readonly string[] }[] = [
  { question: "Where am I?", functions: Object.keys(whereAmI) },
  { question: "What do I trade?", functions: Object.keys(whatToTrade) },
  { question: "Is it time?", functions: Object.keys(policyExamples) },
  { question: "Which mix fits my age?", functions: Object.keys(dynamicExamples) },
  { question: "Which Keel is this?", functions: Object.keys(aboutExamples) },
];
