import type * as Work from "./evidence/index";
import {
  COMPARE_ARGUMENTS,
  EPISODES_ARGUMENTS,
  HISTORY_ARGUMENTS,
  LOOK_CHANCE_ARGUMENTS,
  PATH_ARGUMENTS,
  SIMULATE_ARGUMENTS,
} from "./evidence/arguments";
import { laterOperation, stoppableOperation } from "./later";

const work = (): Promise<typeof Work> => import(/* webpackChunkName: "evidence" */ "./evidence/index");

/** HISTORY: the past returns that come with Keel. */
export const history = laterOperation(
  { name: "HISTORY", family: "evidence", arguments: HISTORY_ARGUMENTS },
  async () => (await work()).history,
);

/** BACKTEST: what a rule would have come to on past returns. */
export const backtest = laterOperation(
  { name: "BACKTEST", family: "evidence", arguments: PATH_ARGUMENTS },
  async () => (await work()).backtest,
);

/** BACKTESTPATH: the same, row by row. */
export const backtestPath = laterOperation(
  { name: "BACKTESTPATH", family: "evidence", arguments: PATH_ARGUMENTS },
  async () => (await work()).backtestPath,
);

/** COMPARE: the same for several rules, side by side. */
export const compare = laterOperation(
  { name: "COMPARE", family: "evidence", arguments: COMPARE_ARGUMENTS },
  async () => (await work()).compare,
);

/** SIMULATE: how far what may come of a rule spreads. */
export const simulate = stoppableOperation(
  { name: "SIMULATE", family: "evidence", arguments: SIMULATE_ARGUMENTS },
  async () => (await work()).simulate,
);

/** EPISODES: the deepest falls of a mix, and what a rule did in them. */
export const episodes = laterOperation(
  { name: "EPISODES", family: "evidence", arguments: EPISODES_ARGUMENTS },
  async () => (await work()).episodes,
);

/** LOOKCHANCE: the chance of being outside the band at the next look. */
export const lookChance = laterOperation(
  { name: "LOOKCHANCE", family: "evidence", arguments: LOOK_CHANCE_ARGUMENTS },
  async () => (await work()).lookChance,
);
