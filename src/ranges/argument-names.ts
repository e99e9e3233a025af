/** What sentences call the arguments that the pane, too, has to find again on the sheet. */
export const argumentNames = { values: "Values", targets: "Targets", policy: "Policy", rows: "Rows" } as const;
