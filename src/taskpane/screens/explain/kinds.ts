/** What the numbers of a cell stand for. */
export type Kind = "plain" | "money" | "percent" | "day";

/** What the numbers of a range stand for: all the same, or in a table by its headings, or in a list of settings by their labels. */
export type Kinds = Kind | "by heading" | "by label";

type Rows = readonly (readonly unknown[])[];

const ARGUMENTS: Readonly<Record<string, Kinds>> = {
  values: "money",
  cash: "money",
  amount: "money",
  prices: "money",
  targets: "percent",
  target: "percent",
  weights: "percent",
  volatility: "percent",
  returns: "percent",
  cost: "percent",
  asOf: "day",
  holdings: "by heading",
  log: "by heading",
  policy: "by label",
};

const RESULTS: Readonly<Record<string, Kinds>> = {
  WEIGHTS: "percent",
  DRIFTTOTAL: "percent",
  BANDS: "percent",
  BYCLASS: "money",
  REBALANCE: "money",
  CONTRIBUTE: "money",
  WITHDRAW: "money",
  CASHNEEDED: "money",
  EXCHANGES: "by heading",
  ROUNDTRIPS: "by heading",
  NEXTLOOK: "day",
  BANDWIDTH: "percent",
  TRACKINGERROR: "percent",
  GLIDEPATH: "percent",
};

/** What the numbers stand for that a function is given as the argument of that name: `asOf` of ISDUE are days. */
export function kindsOfArgument(called: string, parameter: string, cells: Rows): Kinds {
  // EXCHANGES takes amounts to trade, ROUNDTRIPS a log of trades.
  if (parameter === "trades") return called === "ROUNDTRIPS" ? "by heading" : "money";
  const kinds = ARGUMENTS[parameter] ?? "plain";
  // Targets may be typed as 60 or as 60%: only fractions are shown as percent.
  return kinds === "percent" && !areFractions(cells) ? "plain" : kinds;
}

/** What the numbers stand for that a function gives; DRIFT's go by how it measures. */
export function kindsOfResult(called: string, measure: unknown): Kinds {
  if (called === "DRIFT") return typeof measure === "string" && /^money$/i.test(measure.trim()) ? "money" : "percent";
  return RESULTS[called] ?? "plain";
}

/** What the number in one cell of a range stands for. */
export function kindIn(kinds: Kinds, cells: Rows, row: number, column: number): Kind {
  if (kinds !== "by heading" && kinds !== "by label") return kinds;
  if (kinds === "by label" && column === 0) return "plain";
  const kind = kindNamed(kinds === "by heading" ? cells[0]?.[column] : cells[row]?.[column - 1]);
  return kind === "percent" && !areFractions([[cells[row]?.[column]]]) ? "plain" : kind;
}

function kindNamed(name: unknown): Kind {
  const words = typeof name === "string" ? name : "";
  if (/\b(date|day|last look|last trade)\b/i.test(words)) return "day";
  if (/\b(value|amount|balance|price|fee)\b/i.test(words)) return "money";
  return /\b(percent|weight|target|cost|rate)\b/i.test(words) ? "percent" : "plain";
}

/** Whether numbers may be parts of one whole, or close to it. */
function areFractions(cells: Rows): boolean {
  return cells.flat().every((cell) => typeof cell !== "number" || Math.abs(cell) <= 1.5);
}
