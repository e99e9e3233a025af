// Knows: workers and slices: long work beside the page, which can be stopped; solvers, WebAssembly, and built-in data that is loaded late.
// Doesn't know: where the work comes from, and what becomes of its result.
// Add here: work that would keep the page busy, with a worker file of its own; another solver; data that is loaded on first use.
export { fanBeside } from "./fan-beside";
export { inSlices, type Stop } from "./in-slices";
export { loadHistory } from "./load-history";
export { loadSolver, SolverMissing } from "./highs";
export { readBookBeside, Stopped, type Reading } from "./read-book";
