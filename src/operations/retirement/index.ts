// What taxes, limits and distributions are worked out by: all of it is loaded on first use, in a chunk of its own (webpack.config.js).
export { followed, safeDates } from "./discipline";
export { harvest, sellOrder } from "./harvest";
export { employerMatch, limit } from "./limits";
export { law } from "./law";
export { project } from "./project";
export { rmd } from "./rmd";
export { rothConversion } from "./conversion";
export { tax } from "./tax";
export { earlyWithdrawal, jobChange } from "./withdrawal";
export { washSales } from "./wash-sales";
