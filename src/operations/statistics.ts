import { deepestFall, growth, sharpe, sortino, succeeded, volatility, type Figure, type RiskFree } from "../engine";
import {
  failed,
  readNumberBetween,
  readReturnSeries,
  readRiskFree,
  type Argument,
  type FormulaName,
  type Note,
  type Read,
  type ResultCell,
  type ReturnsFigure,
} from "../ranges";
import { formulaFact, operation, ROUNDED_ONCE, type CellKind, type OperationArgument } from "./operation";
import { PERIODS_PER_YEAR, RETURNS, RISK_FREE } from "./usual-arguments";

/** A figure of each column of returns, side by side: a number, or why the column has none. */
export interface ColumnFigures {
  readonly figures: readonly ResultCell[];
  /** Of the range of returns. */
  readonly rows: number;
  readonly headerRows: number;
  readonly periods: number;
  readonly perYear: number;
  /** Undefined where the figure knows no such rate. */
  readonly riskFree: RiskFree | undefined;
  readonly notes: readonly Note[];
}

/** What a figure is worked out from, beside the returns. */
interface Given {
  readonly returns: Argument;
  readonly periodsPerYear?: Argument;
  /** Absent where the figure knows no such rate. */
  readonly riskFree?: { readonly cells: Argument };
}

/**
 * Works out a figure of each column. A column without it has its error in its own cell; where no column has it, the call
 * fails.
 */
function figuresOf(
  figure: ReturnsFigure,
  { returns, periodsPerYear, riskFree }: Given,
  figureOf: (returns: Float64Array, riskFree: RiskFree, perYear: number) => Figure,
): Read<ColumnFigures> {
  const perYear = readNumberBetween("Periods per year", periodsPerYear, "number", 0.01, 366);
  if (!perYear.ok) return perYear;
  if (!returns) return failed({ code: "missing argument", argument: "Returns", wanted: "returns" });
  const read = readReturnSeries(returns, { periodsPerYear: perYear.value });
  if (!read.ok) return read;
  const { series, called, rows, notes } = read.value;
  const rate = readRiskFree(riskFree?.cells, read.value, returns.length);
  if (!rate.ok) return rate;
  const figures = series.columns.map((column, asset): ResultCell => {
    const found = figureOf(column, rate.value ?? 0, series.periodsPerYear);
    if (found.ok) return found.value === 0 ? 0 : found.value;
    return { code: "no such figure", figure, fund: called[asset] ?? "", because: found.problem };
  });
  const [first] = figures;
  if (typeof first === "object" && figures.every((each) => typeof each === "object")) return failed(first);
  return succeeded({
    figures,
    rows: returns.length,
    headerRows: rows[0] === 0 ? 0 : 1,
    periods: rows.length,
    perYear: series.periodsPerYear,
    riskFree: riskFree && (rate.value ?? 0),
    notes,
  });
}

/** Makes the operation of a figure of past returns. */
function statistic<Name extends string, Arguments extends readonly Argument[]>(
  name: Name,
  holds: CellKind,
  formula: FormulaName,
  taken: { readonly [Index in keyof Arguments]: OperationArgument },
  decide: (...given: Arguments) => Read<ColumnFigures>,
) {
  return operation<Name, Arguments, ColumnFigures>({
    name,
    family: "statistics",
    arguments: taken,
    holds,
    decide,
    show: ({ figures }) => [figures],
    explain: ({ rows, headerRows, periods, perYear, riskFree }) => ({
      read: [
        { fact: "range", argument: "Returns", rows, headerRows },
        { fact: "periods", periods, perYear },
        ...(riskFree === undefined
          ? []
          : [{ fact: "risk-free rate", rate: typeof riskFree === "number" ? riskFree * perYear : undefined } as const]),
      ],
      steps: [formulaFact(formula, [])],
      rounded: ROUNDED_ONCE,
    }),
  });
}

/** SHARPE: the Sharpe ratio a year of each column of returns. */
export const sharpeRatio = statistic(
  "SHARPE",
  "plain",
  "Sharpe ratio",
  [RETURNS, RISK_FREE, PERIODS_PER_YEAR],
  (returns: Argument, riskFree?: Argument, periodsPerYear?: Argument) =>
    figuresOf("Sharpe ratio", { returns, periodsPerYear, riskFree: { cells: riskFree } }, sharpe),
);

/** SORTINO: the Sortino ratio a year of each column of returns. */
export const sortinoRatio = statistic(
  "SORTINO",
  "plain",
  "Sortino ratio",
  [RETURNS, RISK_FREE, PERIODS_PER_YEAR],
  (returns: Argument, riskFree?: Argument, periodsPerYear?: Argument) =>
    figuresOf("Sortino ratio", { returns, periodsPerYear, riskFree: { cells: riskFree } }, sortino),
);

/** VOLATILITY: the volatility a year of each column of returns. */
export const volatilityAYear = statistic(
  "VOLATILITY",
  "percent",
  "volatility",
  [RETURNS, PERIODS_PER_YEAR],
  (returns: Argument, periodsPerYear?: Argument) =>
    figuresOf("volatility", { returns, periodsPerYear }, (column, _, perYear) => volatility(column, perYear)),
);

/** CAGR: the growth a year of each column of returns. */
export const cagr = statistic(
  "CAGR",
  "percent",
  "growth",
  [RETURNS, PERIODS_PER_YEAR],
  (returns: Argument, periodsPerYear?: Argument) =>
    figuresOf("growth a year", { returns, periodsPerYear }, (column, _, perYear) => growth(column, perYear)),
);

/** MAXDRAWDOWN: the deepest fall from a high of each column of returns. */
export const maxDrawdown = statistic("MAXDRAWDOWN", "percent", "drawdown", [RETURNS], (returns: Argument) =>
  figuresOf("growth a year", { returns }, (column) => succeeded(deepestFall(column))),
);
