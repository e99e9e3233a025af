import type { OperationName } from "../list";
import { about } from "./about";
import { allocation } from "./allocation";
import { dynamic } from "./dynamic";
import { evidence } from "./evidence";
import type { HelpExample } from "./example";
import { harvest } from "./harvest";
import { household } from "./household";
import { policy } from "./policy";
import { rebalance } from "./rebalance";
import { statistics } from "./statistics";
import { retirement } from "./retirement";

export type { HelpExample } from "./example";

/**
 * The worked example of each function's help page. They stand apart from the operations so that functions.js has none
 * of this prose; the compiler asks for the example of a new operation here.
 */
export const helpExamples: Readonly<Record<OperationName, HelpExample>> = {
  ...allocation,
  ...rebalance,
  ...policy,
  ...evidence,
  ...statistics,
  ...dynamic,
  ...about,
  ...household,
  ...retirement,
  ...harvest,
};
