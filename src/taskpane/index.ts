// Knows: the task pane: its screens, what it says, how it draws drift and trades.
// Doesn't know: Excel or the grid; it sees a workbook only through the port, and computes only through operations.
// Add here: a new screen (a folder in screens/ and a line in screens/index.ts).
export { BarChart, LineChart, ScatterChart, type BarChartProps } from "./charts";
export { kindIn } from "./screens/explain/kinds";
export { mountPane, type PaneOptions } from "./mount";
export { type ThemeChoice } from "./components/use-dark";
