// What the functions of portfolios and of targets that move do: all of it is loaded on first use, in a chunk of its own
// (webpack.config.js).
export { frontier } from "./frontier";
export { frontierPoints } from "./frontier-points";
export { optimize } from "./optimize";
export { riskShare } from "./risk-share";
export { targetVol } from "./target-vol";
export { tilt } from "./tilt";
export { trendFollow } from "./trend-follow";
