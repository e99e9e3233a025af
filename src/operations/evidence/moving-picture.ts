// What the pane's picture of targets that move is drawn of: the same rule followed with targets that stay, and with ones that don't.
import {
  boughtBack,
  movedBy,
  outcomeIn,
  PathGround,
  pathOf,
  statisticsOf,
  stretchesOf,
  succeeded,
  targetsAlong,
  USUAL_LOOKBACK,
  USUAL_RETIREMENT_AGE,
  type AgeClass,
  type GlideStyle,
  type MovingRule,
  type Policy,
  type Stretch,
  type StretchOutcome,
  type TargetsAlong,
} from "../../engine";
import {
  failed,
  readCashRow,
  readChoice,
  readNumberBetween,
  refusedPortfolio,
  refused,
  type Argument,
  type Cells,
  type MixReturns,
  type Note,
  type PathMoney,
  type Read,
} from "../../ranges";
import { backtest } from "./backtest";
import { followed, type FollowedRule } from "./followed";
import { cellsOfReturns, type EvidenceQuestion } from "./question";

export type MovingKind = MovingRule["kind"];

/** What is asked of targets that move, beside what is asked of the rule: as the functions take it. */
export interface MovingQuestion extends EvidenceQuestion {
  /** Absent where the age isn't known, or not what each asset is. */
  readonly age?: {
    readonly age: Cells;
    readonly retireAge: Cells;
    readonly style: GlideStyle;
    /** By the row of the targets, from 0. */
    readonly classes: ReadonlyMap<number, AgeClass>;
  };
  readonly volatility: { readonly wanted: Cells; readonly lookback: Cells };
  readonly trend: { readonly lookback: Cells };
  /** Which row of the targets is cash, from 1; blank is the last. */
  readonly cashRow: Cells;
}

/** The rule followed with targets that move. */
export interface MovedRule extends FollowedRule {
  readonly rule: MovingRule;
  readonly targets: TargetsAlong;
  /** How much of the portfolio the targets have elsewhere than the fixed ones, each period (periods × 1). */
  readonly movedBy: Float64Array;
  /** How often something was bought within `BUY_BACK_DAYS` of having been sold; undefined where periods have no days. */
  readonly boughtBack: number | undefined;
}

/** What targets that move would have done, beside the same that stay. */
export interface MovingPicture {
  readonly mix: MixReturns;
  readonly money: PathMoney;
  readonly policy: Policy;
  readonly fixed: FollowedRule & Pick<MovedRule, "boughtBack">;
  /** In the order age, volatility, trend; why one can't be told stands in its place. */
  readonly moved: readonly { readonly kind: MovingKind; readonly read: Read<MovedRule> }[];
  /** What became of the fixed targets and of each that moved, in their order, stretch by stretch. */
  readonly stretches: readonly (Stretch & { readonly outcomes: readonly StretchOutcome[] })[];
  readonly notes: readonly Note[];
}

/** The longest that plans are known to bar a fund for after it was sold. */
export const BUY_BACK_DAYS = 90;
/** How many rows a volatility is judged by where no number is given: those of a policy's volatile look. */
export const USUAL_VOLATILITY_ROWS = 12;

const OLDEST = 130;
/** Four years of trading days. */
const LONGEST_LOOKBACK = 1000;
const LARGEST_VOLATILITY = 5;

/** Follows a rule through past returns with targets that stay, and with each rule by which they move. */
export async function movingPicture(question: MovingQuestion): Promise<Read<MovingPicture>> {
  const returns = await cellsOfReturns(question);
  if (!returns.ok) return returns;
  const { targets, policy: typed, start, contribution } = question;
  const decided = await backtest.decide(returns.value, targets, typed, [[start]], [[contribution]]);
  if (!decided.ok) return decided;
  const { mix, money, policy, path, statistics, notes } = decided.value;
  const ground = new PathGround(mix.series, mix.targets);
  const follow = (read: Read<MovingRule>): Read<MovedRule> => {
    if (!read.ok) return read;
    const along = targetsAlong(read.value, ground);
    const found = pathOf(ground, { policy, ...money, moving: along });
    if (!found.ok) return refused(found.problem);
    return succeeded({
      ...followed(found.value, statisticsOf(found.value, ground, 0)),
      rule: read.value,
      targets: along,
      movedBy: movedBy(along, mix.targets),
      boughtBack: boughtBack(found.value, mix.series, BUY_BACK_DAYS),
    });
  };
  const fixed = { ...followed(path, statistics), boughtBack: boughtBack(path, mix.series, BUY_BACK_DAYS) };
  const moved = rulesOf(question, mix).map(({ kind, read }) => ({ kind, read: follow(read) }));
  const told = [fixed, ...moved.flatMap(({ read }) => (read.ok ? [read.value] : []))];
  return succeeded({
    ...{ mix, money, policy, notes, fixed, moved },
    stretches: stretchesOf(mix.series).map((stretch) => ({
      ...stretch,
      outcomes: told.map((each) => outcomeIn(stretch, each.path, each.falls)),
    })),
  });
}

function rulesOf(
  { age, volatility, trend, cashRow }: MovingQuestion,
  mix: MixReturns,
): readonly { readonly kind: MovingKind; readonly read: Read<MovingRule> }[] {
  return [
    ...(age ? [{ kind: "age", read: ageRule(age, mix) } as const] : []),
    { kind: "volatility", read: volatilityRule(volatility, cashRow, mix) },
    { kind: "trend", read: trendRule(trend, cashRow, mix) },
  ];
}

function ageRule(
  { age, retireAge, style, classes }: NonNullable<MovingQuestion["age"]>,
  mix: MixReturns,
): Read<MovingRule> {
  const years = readNumberBetween("Age", age, "number", 0, OLDEST);
  if (!years.ok) return years;
  const retirement = readNumberBetween("Retire age", retireAge, "number", 1, OLDEST);
  if (!retirement.ok) return retirement;
  const chosen = readChoice("Style", style, ["110 minus age", "120 minus age", "target date"]);
  if (!chosen.ok) return chosen;
  return succeeded({
    kind: "age",
    ageAtEnd: years.value ?? 0,
    retireAge: retirement.value ?? USUAL_RETIREMENT_AGE,
    style: chosen.value,
    // A row without a target has nothing that could be moved, whatever it is.
    classes: mix.targetRows.map((row) => classes.get(row) ?? "cash"),
  });
}

function volatilityRule(
  { wanted, lookback }: MovingQuestion["volatility"],
  cashRow: Cells,
  mix: MixReturns,
): Read<MovingRule> {
  const level = readNumberBetween("Volatility", wanted, "volatility", 0, LARGEST_VOLATILITY);
  if (!level.ok) return level;
  if (level.value === undefined)
    return failed({ code: "missing argument", argument: "Volatility", wanted: "volatility" });
  const rows = readRows(lookback, USUAL_VOLATILITY_ROWS);
  if (!rows.ok) return rows;
  const cash = cashAsset(cashRow, mix);
  if (!cash.ok) return cash;
  return succeeded({ kind: "volatility", wanted: level.value, lookback: rows.value, cash: cash.value });
}

function trendRule({ lookback }: MovingQuestion["trend"], cashRow: Cells, mix: MixReturns): Read<MovingRule> {
  const rows = readRows(lookback, USUAL_LOOKBACK);
  if (!rows.ok) return rows;
  const cash = cashAsset(cashRow, mix);
  if (!cash.ok) return cash;
  return succeeded({ kind: "trend", lookback: rows.value, cash: cash.value });
}

function readRows(cells: Argument, usual: number): Read<number> {
  const read = readNumberBetween("Lookback", cells, "number", 2, LONGEST_LOOKBACK);
  if (!read.ok) return read;
  const found = read.value ?? usual;
  return Number.isInteger(found)
    ? succeeded(found)
    : failed({ code: "not a whole number", at: { argument: "Lookback" }, found });
}

/** The asset that is cash: it needs returns, as all that a path holds. */
function cashAsset(cells: Cells, { targetColumns, targetRows }: MixReturns): Read<number> {
  const row = readCashRow(cells, targetColumns, targetRows);
  if (!row.ok) return row;
  const asset = targetRows.indexOf(row.value);
  return asset < 0 ? refusedPortfolio({ code: "cash row unsaid", rows: targetColumns.rows }) : succeeded(asset);
}
