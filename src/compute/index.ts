// Knows: workers: how work is done beside the page, so that it can be stopped and the page stays free.
// Doesn't know: where the work comes from, and what becomes of its result.
// Add here: work that would keep the page busy, with a worker file of its own.
export { readBookBeside, Stopped, type Reading } from "./read-book";
