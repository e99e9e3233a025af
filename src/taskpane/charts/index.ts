/** The pane's own charts. */
export { BarChart, type BarChartProps } from "./bar-chart";
export { BeforeAfterBars } from "./before-after-bars";
export { BracketsFilled, type FilledBracket } from "./brackets-filled";
export { ClassesByAccounts } from "./classes-by-accounts";
export { DotChart } from "./dot-chart";
export { type Dot } from "./dot-layout";
export { LineChart } from "./line-chart";
export { type LineChartData } from "./line-layout";
export { type ClassRow, type MoneyTable } from "./money-table";
export { PartsBars, type PartsRow } from "./parts-bars";
export { PathCurve, type CurvePoint } from "./path-curve";
export { ScatterChart } from "./scatter-chart";
export { type WeightMove } from "./weight-scale";
