// Knows: workers: work beside the page that can be stopped while the page stays free; solvers, and how WebAssembly is loaded.
// Doesn't know: where the work comes from, and what becomes of its result.
// Add here: work that would keep the page busy, with a worker file of its own; another solver.
export { loadSolver, SolverMissing } from "./highs";
export { readBookBeside, Stopped, type Reading } from "./read-book";
