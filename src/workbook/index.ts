// Knows: the port to a workbook (host.ts) and how Excel carries it out (excel.ts).
// Doesn't know: funds, targets, policies, or what the pane shows.
// Add here: a new thing that the pane or a command needs from a workbook.
export * from "./host";
export * from "./excel";
export * from "./excel-connect";
