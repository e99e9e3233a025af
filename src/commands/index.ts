// Knows: what the buttons on Excel's ribbon do by themselves.
// Doesn't know: the pane; a button that needs to explain something opens it.
// Add here: a new ribbon button, a file each; main.ts gives it its name in the manifest.
export { insertFormulas, type Inserted } from "./insert-formulas";
