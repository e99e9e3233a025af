// What the operations of evidence do: all of it is loaded on first use, in a chunk of its own (webpack.config.js).
export { backtest, backtestPath } from "./backtest";
export { compare } from "./compare";
export { episodes } from "./episodes";
export { history } from "./history";
export { lookChance } from "./look-chance";
export { simulate } from "./simulate";
