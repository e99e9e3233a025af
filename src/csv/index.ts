// Knows: tables in text files (.csv, .tsv, .txt): how bytes are text, and which characters stand between cells.
// Doesn't know: what the cells mean, where a file comes from and what becomes of it.
// Add here: another encoding, another character between cells.
export { textOf } from "./decode";
export { readCsv, type CsvTable, type DecimalMark } from "./read-csv";
