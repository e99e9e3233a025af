import * as fc from "fast-check";
import type { OperationName } from "../../src/operations";
import { assetClass, day, fundName, money, percent, periodReturn, price, shareCount, signedMoney, wild } from "./cells";
import type { FuzzCell } from "./cells";
import { policyRange, policyText } from "./policies";
import { LOT_CALLS } from "./lots";
import { RETIREMENT_CALLS } from "./retirement";

/** The cells of an argument, or null where it is left out. */
export type FuzzArgument = readonly (readonly FuzzCell[])[] | null;

/** One call of a function, as data: what a finding is reported and replayed as. */
export interface FuzzCall {
  readonly function: OperationName;
  readonly arguments: readonly FuzzArgument[];
}

type Arguments = fc.Arbitrary<readonly FuzzArgument[]>;

const column = (cells: readonly FuzzCell[]): FuzzCell[][] => cells.map((cell) => [cell]);
const one = (cell: fc.Arbitrary<FuzzCell>): fc.Arbitrary<FuzzArgument> => cell.map((each) => [[each]]);
const maybe = (argument: fc.Arbitrary<FuzzArgument>, freq = 2): fc.Arbitrary<FuzzArgument> =>
  fc.option(argument, { freq });

const policy: fc.Arbitrary<FuzzArgument> = fc.oneof(
  { weight: 5, arbitrary: policyText.map((text) => [[text]]) },
  { weight: 2, arbitrary: policyRange },
  { weight: 1, arbitrary: policyText.map((text) => column(text.split(";"))) },
  { weight: 1, arbitrary: fc.constantFrom<FuzzArgument>([[null]], [[0]], [[""]]) },
);
const cash = one(signedMoney);
const volatility = one(percent);
const asOf = one(day);

/** Rows of cells, each drawn as a row, so that a finding shrinks row by row; most are few. */
function rowsOf<Drawn>(row: fc.Arbitrary<Drawn>, most = 200): fc.Arbitrary<readonly Drawn[]> {
  return fc.oneof(
    { weight: 12, arbitrary: fc.array(row, { minLength: 1, maxLength: 8 }) },
    { weight: 3, arbitrary: fc.array(row, { minLength: 1, maxLength: 40 }) },
    { weight: 1, arbitrary: fc.array(row, { minLength: 1, maxLength: most, size: "max" }) },
  );
}

/** Parts in proportion to what was drawn that add up to 100 (or to 1, or to nearly that), as a target column is typed. */
function targetsFrom(parts: readonly number[], typed: "percent" | "fraction" | "text" | "raw"): FuzzCell[] {
  const all = parts.reduce((sum, part) => sum + part, 0);
  if (typed === "raw" || all === 0) return [...parts];
  const cut = parts.map((part) => Math.floor((part * 100) / all));
  const left = 100 - cut.reduce((sum, part) => sum + part, 0);
  const largest = cut.indexOf(Math.max(...cut));
  const whole = cut.map((part, row) => (row === largest ? part + left : part));
  if (typed === "percent") return whole;
  return whole.map((part) => (typed === "text" ? `${part}%` : part / 100));
}

/** Funds with what they are worth and should be: two columns of one height. */
const funds = fc
  .tuple(
    rowsOf(
      fc.record({
        value: money,
        part: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 100 }) }, fc.constant(0)),
        price,
        shares: shareCount,
        fund: fundName,
        trade: signedMoney,
        returns: fc.array(periodReturn, { minLength: 3, maxLength: 3 }),
      }),
    ),
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom("percent", "fraction", "text") },
      { weight: 1, arbitrary: fc.constant("raw" as const) },
    ),
  )
  .map(([rows, typed]) => ({
    rows,
    values: column(rows.map(({ value }) => value)),
    targets: column(
      targetsFrom(
        rows.map(({ part }) => part),
        typed,
      ),
    ),
    prices: column(rows.map((row) => row.price)),
    shares: column(rows.map((row) => row.shares)),
    names: column(rows.map(({ fund }) => fund)),
    returns: [0, 1, 2].map((period) => rows.map((row) => row.returns[period] as FuzzCell)),
  }));

type Funds = typeof funds extends fc.Arbitrary<infer Drawn> ? Drawn : never;

/** What a row may say of itself: mostly nothing, and hardly ever what no row says. */
const rowRule: fc.Arbitrary<FuzzCell> = fc.oneof(
  { weight: 60, arbitrary: fc.constantFrom<FuzzCell>("", null, 0) },
  {
    weight: 20,
    arbitrary: fc.constantFrom<FuzzCell>("hold", "no buy", "no sell", "3%", "no sell; 5/25", 0.05, 5),
  },
  { weight: 1, arbitrary: fc.constantFrom<FuzzCell>("hodl", 1, "drift 3%", true) },
);

/** A call with the rules of its rows as the last argument, beside the first; mostly without. */
const withRowRules = (asked: Arguments): Arguments =>
  fc
    .tuple(
      asked,
      fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.infiniteStream(rowRule) }),
    )
    .map(([given, said]) => (said === null ? given : [...given, column([...said.take(given[0]?.length ?? 0)])]));

const withFunds = (
  ofFunds: (drawn: Funds) => readonly FuzzArgument[],
  ...others: readonly fc.Arbitrary<FuzzArgument>[]
): Arguments => fc.tuple(funds, fc.tuple(...others)).map(([drawn, rest]) => [...ofFunds(drawn), ...rest]);

/** With past returns, a column a fund, where they were drawn: between the arguments before and after them. */
const withReturns = (
  ofFunds: (drawn: Funds) => readonly FuzzArgument[],
  before: readonly fc.Arbitrary<FuzzArgument>[],
  after: readonly fc.Arbitrary<FuzzArgument>[] = [],
  freq = 2,
): Arguments =>
  fc
    .tuple(funds, fc.tuple(...before), fc.option(fc.constant("returns"), { freq }), fc.tuple(...after))
    .map(([drawn, first, given, rest]) => [
      ...ofFunds(drawn),
      ...first,
      given === null ? null : drawn.returns,
      ...rest,
    ]);

/** Past returns of a few funds, most of them headed or dated. */
const pastReturns: fc.Arbitrary<FuzzArgument> = fc
  .tuple(
    fc.integer({ min: 1, max: 4 }),
    fc.constantFrom("plain", "headed", "years", "months"),
    fc.array(fc.array(periodReturn, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 30 }),
  )
  .map(([funds, kind, periods]) => {
    // A last column of "" below a heading is no fund, and of blanks it is one.
    const rows = periods.map((row, period) => row.slice(0, funds).map((cell) => (period === 0 ? cell || 0.01 : cell)));
    if (kind === "plain") return rows;
    const header = Array.from({ length: funds }, (_, fund) => `Fund ${fund + 1}`);
    if (kind === "headed") return [header, ...rows];
    // The last days of months one after the other, or years.
    const date = (period: number): FuzzCell =>
      kind === "years" ? 1990 + period : new Date(Date.UTC(2020, period + 1, 0)).toISOString().slice(0, 10);
    return [["Date", ...header], ...rows.map((row, period) => [date(period), ...row])];
  });
const riskFree = one(fc.constantFrom<FuzzCell>(0.02, "3%", 0, 0.5, 4));
const periodsPerYear = one(fc.constantFrom<FuzzCell>(1, 4, 12, 252));

/** The least or the most weight: of all funds, or of each of two. */
const weightBound: fc.Arbitrary<FuzzArgument> = fc.oneof(
  { weight: 4, arbitrary: one(fc.constantFrom<FuzzCell>(0, 0.1, 0.5, "60%", 40, 1, -0.5)) },
  fc.constantFrom<FuzzArgument>([[0.1], [0.3]], [[20, 50]], [["Min"], [0.1], [0]]),
);
const goal = one(
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.constantFrom<FuzzCell>("min variance", "Max Sharpe", "risk parity", "return 7%", "utility 4"),
    },
    { weight: 1, arbitrary: fc.constantFrom<FuzzCell>("volatility 10%", "return", "best", "return 7", "", null) },
  ),
);
const cashRow = one(fc.integer({ min: 0, max: 4 }));
const strength = one(fc.constantFrom<FuzzCell>(0, 0.5, 1, 3));

/** Past returns and what follows them. */
const ofReturns = (...others: readonly fc.Arbitrary<FuzzArgument>[]): Arguments =>
  fc.tuple(pastReturns, fc.tuple(...others)).map(([returns, rest]) => [returns, ...rest]);

const holdings: fc.Arbitrary<FuzzArgument> = fc
  .tuple(fc.boolean(), rowsOf(fc.tuple(fundName, money, assetClass), 60))
  .map(([headed, rows]) => [...(headed ? [["Fund", "Value", "Asset class"]] : []), ...rows]);

const tradeLog: fc.Arbitrary<FuzzArgument> = fc
  .tuple(
    fc.boolean(),
    rowsOf(
      fc.tuple(
        day,
        fundName,
        signedMoney,
        fc.constantFrom<FuzzCell>("401(k)", "IRA", ""),
        fc.constantFrom<FuzzCell>("yes", "", true, 0),
      ),
    ),
  )
  .map(([headed, rows]) => [...(headed ? [["Date", "Fund", "Amount", "Account", "Automatic"]] : []), ...rows]);

const log: fc.Arbitrary<FuzzArgument> = rowsOf(day, 30).map((days) => [["Date"], ...column(days)]);

/** Rows of several accounts, most of which a plan can read: few classes, and one kind an account. */
const householdHoldings: fc.Arbitrary<FuzzArgument> = rowsOf(
  fc.record({
    account: fc.constantFrom("401(k)", "Roth IRA", "Taxable"),
    fund: fundName,
    part: fc.constantFrom<FuzzCell>("Stocks", "Bonds", "Intl"),
    value: money,
    basis: fc.option(money),
    acquired: fc.option(day, { freq: 8 }),
    lock: fc.oneof({ weight: 12, arbitrary: fc.constant("") }, fc.constantFrom("hold", "no buy", "no sell")),
    cashFlow: fc.oneof({ weight: 30, arbitrary: fc.constant<FuzzCell>(0) }, signedMoney),
    ratio: fc.option(fc.integer({ min: 1, max: 90 })),
  }),
  24,
).map((rows) => [
  ["Account", "Fund", "Asset class", "Value", "Cost basis", "Acquired", "Lock", "Cash flow", "Expense ratio"],
  ...rows.map(({ account, fund, part, value, basis, acquired, lock, cashFlow, ratio }) => [
    ...[account, fund, part, value],
    ...[basis ?? "", acquired ?? "", lock, cashFlow, ratio === null ? "" : ratio / 10_000],
  ]),
]);

const classTargets: fc.Arbitrary<FuzzArgument> = fc
  .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), fc.boolean())
  .map(([one, other, typed]) => {
    const [low = 0, high = 0] = [one, other].sort((a, b) => a - b);
    const parts = [low, high - low, 100 - high].map((part) => (typed ? part : part / 100));
    return [["Class", "Weight"], ...["Stocks", "Bonds", "Intl"].map((name, row) => [name, parts[row] as FuzzCell])];
  });

const householdPlan: Arguments = fc.tuple(
  householdHoldings,
  classTargets,
  maybe(policy),
  maybe(asOf),
  maybe(volatility),
);

/** Past returns, a column an asset and often dated, with what share each should have. */
const mix = fc
  .record({
    rows: rowsOf(fc.array(periodReturn, { minLength: 3, maxLength: 3 }), 60),
    parts: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 }),
    typed: fc.constantFrom("percent", "fraction", "text"),
    assets: fc.integer({ min: 1, max: 3 }),
    dated: fc.constantFrom("no", "no", "years", "months"),
    headed: fc.boolean(),
  })
  .map(({ rows, parts, typed, assets, dated, headed }) => {
    const when = (row: number): FuzzCell[] => (dated === "no" ? [] : [dated === "years" ? 1950 + row : monthEnd(row)]);
    const cells = rows.map((row, index) => [...when(index), ...row.slice(0, assets)]);
    const headings: FuzzCell[] = [
      ...(dated === "no" ? [] : ["Date"]),
      ...["Stocks", "Bonds", "Bills"].slice(0, assets),
    ];
    return {
      returns: headed ? [headings, ...cells] : cells,
      targets: column(targetsFrom(parts.slice(0, assets), typed)),
    };
  });

/** The last day of the nth month from January 1990 on, as a serial. */
function monthEnd(month: number): number {
  return Math.round((Date.UTC(1990, month + 1, 0) - Date.UTC(1899, 11, 30)) / 86_400_000);
}

const withMix = (...others: readonly fc.Arbitrary<FuzzArgument>[]): Arguments =>
  fc.tuple(mix, fc.tuple(...others)).map(([{ returns, targets }, rest]) => [returns, targets, ...rest]);

const pathMoney = [maybe(one(money)), maybe(one(signedMoney)), maybe(one(fc.constantFrom(1, 4, 12)))] as const;
const paths = one(fc.integer({ min: 1, max: 40 }));
const seed = maybe(one(fc.integer({ min: -5, max: 99 })));

/** What each function is asked, most of it as its users would, before `spoilt`. */
const ARGUMENTS: Readonly<Record<OperationName, Arguments>> = {
  WEIGHTS: withFunds(({ values }) => [values]),
  DRIFT: withFunds(
    ({ values, targets }) => [values, targets],
    maybe(fc.constantFrom<FuzzArgument>([["points"]], [["relative"]], [["money"]], [["percent"]])),
    maybe(policy),
  ),
  DRIFTTOTAL: withFunds(({ values, targets }) => [values, targets], maybe(policy)),
  BANDS: withRowRules(withFunds(({ targets }) => [targets], policy)),
  STATUS: withRowRules(withFunds(({ values, targets }) => [values, targets], policy)),
  BYCLASS: fc.tuple(
    holdings,
    rowsOf(assetClass, 6).map((classes) => column(classes)),
    maybe(policy),
  ),
  REBALANCE: withRowRules(
    withReturns(
      ({ values, targets }) => [values, targets],
      [maybe(cash), maybe(policy, 8), maybe(asOf), maybe(volatility)],
    ),
  ),
  CONTRIBUTE: withRowRules(withFunds(({ values, targets }) => [values, targets], one(money), maybe(policy))),
  WITHDRAW: withRowRules(withFunds(({ values, targets }) => [values, targets], one(money), maybe(policy))),
  MONTHSTOBAND: withFunds(({ values, targets }) => [values, targets], one(money), maybe(policy, 8)),
  CASHNEEDED: withRowRules(withFunds(({ values, targets }) => [values, targets], maybe(policy))),
  SHARES: withRowRules(
    withFunds(({ shares, prices, targets }) => [shares, prices, targets], maybe(cash), maybe(policy)),
  ),
  ELECTIONS: withFunds(({ targets }) => [targets], maybe(one(percent)), maybe(one(percent)), maybe(one(percent))),
  EXCHANGES: withFunds(
    ({ names, values, rows }) => [names, values, column(balanced(rows.map(({ trade }) => trade)))],
    maybe(rowsOf(fc.tuple(fundName, fundName), 8)),
  ),
  ROUNDTRIPS: fc.tuple(
    tradeLog,
    maybe(asOf),
    maybe(fc.constantFrom<FuzzArgument>([["fidelity"]], [["vanguard"]], [["60"]], [[30]])),
  ),
  POLICY: fc.tuple(policy),
  ISDUE: withRowRules(withReturns(({ values, targets }) => [values, targets], [policy, asOf, maybe(volatility)])),
  NEXTLOOK: fc.tuple(policy, asOf, maybe(volatility)),
  CHECKUP: withRowRules(
    withReturns(({ values, targets }) => [values, targets], [policy, asOf, maybe(volatility)], [maybe(log)]),
  ),
  BANDWIDTH: fc.tuple(
    rowsOf(percent).map((targets) => column(targets)),
    one(percent),
    maybe(one(fc.integer({ min: 1, max: 20 }))),
  ),
  TRACKINGERROR: withReturns(
    ({ values, targets }) => [values, targets],
    [],
    [maybe(one(fc.constantFrom(1, 4, 12, 252))), maybe(policy)],
    20,
  ),
  HISTORY: fc.tuple(
    maybe(
      fc.constantFrom<FuzzArgument>(
        [["stocks"]],
        [["stocks, bonds"]],
        [["annual gold"]],
        [["monthly"]],
        [["monthly oil"]],
      ),
    ),
    maybe(one(fc.oneof(fc.integer({ min: 1920, max: 2030 }), day))),
    maybe(one(fc.oneof(fc.integer({ min: 1920, max: 2030 }), day))),
  ),
  BACKTEST: withMix(policy, ...pathMoney, maybe(riskFree, 1)),
  BACKTESTPATH: withMix(policy, ...pathMoney, maybe(riskFree, 1)),
  COMPARE: withMix(
    maybe(
      fc.oneof(
        rowsOf(fc.oneof(policyText, fc.constant("never")), 6).map((texts) => column(texts)),
        rowsOf(fc.tuple(fundName, policyText), 6).map((rows) => [["Name", "Policy"], ...rows]),
        policyRange,
      ),
    ),
    ...pathMoney,
    maybe(riskFree, 1),
  ),
  SIMULATE: withMix(policy, one(fc.integer({ min: 1, max: 12 })), ...pathMoney, paths, seed),
  EPISODES: fc
    .tuple(mix, maybe(policy), fc.boolean())
    .map(([{ returns, targets }, rule, own]) => [targets, rule, own ? returns : null]),
  LOOKCHANCE: withReturns(({ values, targets }) => [values, targets], [policy], [asOf, paths, seed], 20),
  SHARPE: ofReturns(maybe(riskFree), maybe(periodsPerYear)),
  SORTINO: ofReturns(maybe(riskFree), maybe(periodsPerYear)),
  VOLATILITY: ofReturns(maybe(periodsPerYear)),
  CAGR: ofReturns(maybe(periodsPerYear)),
  MAXDRAWDOWN: ofReturns(),
  RISKSHARE: withReturns(({ values }) => [values], [], [], 20),
  FRONTIER: ofReturns(
    maybe(one(fc.integer({ min: 0, max: 12 }))),
    maybe(weightBound),
    maybe(weightBound),
    maybe(periodsPerYear),
  ),
  OPTIMIZE: ofReturns(goal, maybe(riskFree), maybe(weightBound, 4), maybe(weightBound, 4), maybe(periodsPerYear)),
  TARGETVOL: withReturns(({ targets }) => [targets], [], [one(percent), maybe(cashRow), maybe(periodsPerYear)], 20),
  TRENDFOLLOW: fc
    .tuple(
      funds,
      fc.array(price, { minLength: 1, maxLength: 40 }),
      maybe(one(fc.integer({ min: 0, max: 12 })), 8),
      maybe(cashRow),
    )
    .map(([{ targets }, drawn, lookback, cash]) => [
      targets,
      // Each fund goes through the prices that were drawn from a place of its own.
      drawn.map((_, period) => targets.map((__, row) => drawn[(period + row * 7) % drawn.length] as FuzzCell)),
      lookback,
      cash,
    ]),
  TILT: withFunds(
    ({ targets, rows }) => [targets, column(rows.map(({ part }) => part / 50 - 1))],
    maybe(strength),
    maybe(one(percent)),
  ),
  GLIDEPATH: fc.tuple(
    rowsOf(fc.integer({ min: 0, max: 120 })).map((ages) => column(ages)),
    maybe(one(fc.integer({ min: 40, max: 80 }))),
    maybe(fc.constantFrom<FuzzArgument>([["110 minus age"]], [["120 minus age"]], [["target date"]])),
  ),
  ...RETIREMENT_CALLS,
  ...LOT_CALLS,
  PLAN: householdPlan,
  PLANCHECK: householdPlan,
  PLANTRADES: householdPlan,
  LOCATION: fc.oneof(
    classTargets.map((targets) => [targets]),
    rowsOf(assetClass, 12).map((classes) => [column(["Class", ...classes])]),
  ),
  VERSION: fc.constant([]),
};

/** Trades whose numbers add up to 0, so that exchanges can carry them out: the last takes what is missing. */
function balanced(trades: readonly FuzzCell[]): FuzzCell[] {
  const cents = trades.map((trade) => (typeof trade === "number" ? Math.round(trade * 100) : 0));
  const missing = cents.slice(0, -1).reduce((sum, each) => sum + each, 0);
  return [...trades.slice(0, -1), -missing / 100];
}

/** What may happen to a sheet between one day and the next. */
type Accident =
  | { readonly kind: "cell"; readonly argument: number; readonly at: number; readonly cell: FuzzCell }
  | { readonly kind: "header"; readonly argument: number; readonly cell: FuzzCell }
  | { readonly kind: "total" | "across" | "left out" | "longer" | "shorter"; readonly argument: number };

const accident: fc.Arbitrary<Accident> = fc
  .tuple(fc.nat({ max: 7 }), fc.nat({ max: 399 }), wild, fc.nat({ max: 9 }))
  .map(([argument, at, cell, which]): Accident => {
    if (which < 4) return { kind: "cell", argument, at, cell };
    if (which === 4) return { kind: "header", argument, cell: typeof cell === "string" ? cell : "Value" };
    return { kind: (["total", "across", "left out", "longer", "shorter"] as const)[which - 5] ?? "longer", argument };
  });

function after(accident: Accident, cells: FuzzArgument): FuzzArgument {
  if (cells === null) return accident.kind === "cell" ? [[accident.cell]] : null;
  const width = cells[0]?.length ?? 1;
  switch (accident.kind) {
    case "cell": {
      const at = accident.at % (cells.length * width);
      return cells.map((row, index) => row.map((cell, place) => (index * width + place === at ? accident.cell : cell)));
    }
    case "header":
      return [Array<FuzzCell>(width).fill(accident.cell), ...cells];
    case "total":
      return [...cells, Array.from({ length: width }, (_, place) => sumOf(cells, place))];
    case "across":
      return Array.from({ length: width }, (_, place) => cells.map((row) => row[place] as FuzzCell));
    case "left out":
      return null;
    case "longer":
      return [...cells, Array<FuzzCell>(width).fill(null), Array<FuzzCell>(width).fill("")];
    case "shorter":
      return cells.length > 1 ? cells.slice(0, -1) : cells;
  }
}

function sumOf(cells: readonly (readonly FuzzCell[])[], place: number): FuzzCell {
  const numbers = cells.map((row) => row[place]).filter((cell) => typeof cell === "number");
  return numbers.length === 0 ? "Total" : numbers.reduce((sum, number) => sum + number, 0);
}

/** Calls of one function: most of them sound, some after one or two accidents. */
export function callsOf(name: OperationName): fc.Arbitrary<FuzzCall> {
  const accidents = fc.oneof(
    { weight: 3, arbitrary: fc.constant<readonly Accident[]>([]) },
    { weight: 2, arbitrary: fc.array(accident, { minLength: 1, maxLength: 2 }) },
  );
  return fc.tuple(ARGUMENTS[name], accidents).map(([given, happened]) => ({
    function: name,
    arguments: given.map((cells, index) =>
      happened
        .filter(({ argument }) => argument % given.length === index)
        .reduce<FuzzArgument>((so, each) => after(each, so), cells),
    ),
  }));
}

export const FUNCTIONS = Object.keys(ARGUMENTS) as readonly OperationName[];
