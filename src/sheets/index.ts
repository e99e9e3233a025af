// Knows: what goes where in a workbook, as data: values, formulas, tables, formats.
// Doesn't know: Excel, the grid, the pane; it carries nothing out.
// Add here: a new thing that Keel writes into a workbook.
export { address, blockAt, columnName, columnNumber, localAddress, overlap, type Block } from "./place";
export { claims, type Description, type Step, type Style, type Value } from "./description";
export {
  cashLabel,
  columnReference,
  defaultChoices,
  placesFor,
  planFormulas,
  policyLabel,
  type Choices,
  type Places,
  type Source,
} from "./plan-formulas";
