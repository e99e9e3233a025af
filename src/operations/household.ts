import type * as Work from "./household/index";
import { CLASS_TARGETS, PLAN_ARGUMENTS } from "./household/plan-arguments";
import { laterOperation } from "./later";

const work = (): Promise<typeof Work> => import(/* webpackChunkName: "household" */ "./household/index");

/** PLAN: what to trade in each account, so that all of them together come to their targets. */
export const plan = laterOperation(
  { name: "PLAN", family: "household", arguments: PLAN_ARGUMENTS },
  async () => (await work()).plan,
);

/** PLANCHECK: what a plan comes to. */
export const planCheck = laterOperation(
  { name: "PLANCHECK", family: "household", arguments: PLAN_ARGUMENTS },
  async () => (await work()).planCheck,
);

/** PLANTRADES: a plan beside the holdings, one number a row. */
export const planTrades = laterOperation(
  { name: "PLANTRADES", family: "household", arguments: PLAN_ARGUMENTS },
  async () => (await work()).planTrades,
);

/** LOCATION: how good a place each class has in each kind of account. */
export const location = laterOperation(
  { name: "LOCATION", family: "household", arguments: [CLASS_TARGETS] },
  async () => (await work()).location,
);
