// What the household's operations do: all of it is loaded on first use, in a chunk of its own (webpack.config.js).
export { location } from "./location";
export { plan, planCheck, planTrades } from "./plan";
