// Knows: .xlsx files: every part of the zip that Excel writes and reads.
// Doesn't know: where a book comes from, and what becomes of its bytes.
// Add here: a thing that a workbook file should keep, in writing and in reading.
export { UnreadableWorkbook, UnwritableWorkbook } from "./errors";
export { readBook, type ReadBook, type ReadOptions } from "./read";
export { Room } from "./room";
export { usableSheetName } from "./usable-names";
export { writeBook, type WriteOptions } from "./write";
export type { AddIn, Store } from "./web-extension";
