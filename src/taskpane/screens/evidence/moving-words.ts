import type { GlideStyle } from "../../../engine";
import type { MovedRule, MovingKind, MovingPicture } from "../../../operations";
import { count, dollarsInShort, inWords, percent, percentInColumn, whole } from "../../components/figures";
import { roughly, spanInWords } from "./evidence-words";
import type { NoAge } from "./moving-question";
import type { Subject } from "./subject";

/** What each kind is called beside a line or above a column. */
export const movingNames: Readonly<Record<MovingKind, string>> = {
  age: "By age",
  volatility: "By volatility",
  trend: "By trend",
};

/** The same above a narrow column. */
export const movingHeads: Readonly<Record<MovingKind, string>> = {
  age: "Age",
  volatility: "Volatility",
  trend: "Trend",
};

export const fixedName = "Fixed";

export const styleWords: Readonly<Record<GlideStyle, string>> = {
  "target date": "Target date",
  "110 minus age": "110 minus age in stocks",
  "120 minus age": "120 minus age in stocks",
};

/** How a kind sets the targets. */
export const howItMoves: Readonly<Record<MovingKind, string>> = {
  age: "Stocks and bonds by your age, a year older each year. Within stocks, and within bonds, your funds keep their proportions.",
  volatility:
    "As much in cash as it takes for all of your money to have swung by what you want. Nothing is borrowed: it is never more than all of your money in the funds.",
  trend:
    "A fund keeps its target while its last price is above the mean of its last ones. If not, its share waits in cash.",
};

/** Why each trade knows no more than its owner could have known. */
export const noLookAhead =
  "Each target was set by what was known one row before, and your rule traded towards it on the days it looks, with its band and costs.";

/** A table that has no days can't say when a fund was sold and bought. */
export const needsDates =
  "Your table Returns has no dates, so nothing can be told of ages, of days between trades, or of years. Put a first column with each row’s date, such as 2020-01-31, and it can.";

/** How to have returns where the workbook has none. */
export function howToMakeReturns({ thing, name }: Subject): readonly string[] {
  return [
    "On a sheet, give the first column the date at the end of each month, oldest first.",
    `Give each ${thing} of ${name} a column of its own, in the same order, with what it returned that month, such as 1.2%.`,
    "Select it all, choose Insert, Table, and call the table Returns.",
  ];
}

export const whyOwn =
  "The built-in months don’t serve here. They are averages of days: they flatter a trend rule by some 1.5 points a year and show about a fifth too little volatility.";

/** Why no path by age is shown, and what helps. */
export function noAgeWords(noAge: NoAge): string {
  switch (noAge.because) {
    case "age":
      return "Type your age to see a path by age as well.";
    case "unclear":
      return "For a path by age, say what these are:";
    case "missing":
      return noAge.series === "stocks"
        ? "There is no path by age: none of your targets is for stocks."
        : "There is no path by age: none of your targets is for bonds, which it needs beside stocks.";
  }
}

/** The rules that could be followed. */
export function toldRules({
  moved,
}: MovingPicture): readonly { readonly kind: MovingKind; readonly rule: MovedRule }[] {
  return moved.flatMap(({ kind, read }) => (read.ok ? [{ kind, rule: read.value }] : []));
}

/** `From January 2016 to December 2025, fixed targets would have made $10,000 into $21,000; by trend, $19,000.` */
export function movingHeadline(picture: MovingPicture): string {
  const { mix, money, fixed } = picture;
  const span = spanInWords(mix.series.dates, mix.series.columns[0]?.length ?? 0);
  const ends = toldRules(picture).map(
    ({ kind, rule }) => `${movingNames[kind].toLowerCase()} ${roughly(rule.path.values.at(-1) ?? 0)}`,
  );
  const start = `${span.charAt(0).toUpperCase()}${span.slice(1)}`;
  return `${start}, your fixed targets would have made ${roughly(money.start)} into ${roughly(
    fixed.path.values.at(-1) ?? 0,
  )}${ends.length > 0 ? `; targets moved ${inWords(ends)}` : ""}.`;
}

/** That a rule which never trades follows no targets. */
export function neverFollows({ policy, fixed, moved }: MovingPicture): string | undefined {
  if (policy.look === undefined && policy.volatileLook === undefined && policy.band === undefined) {
    return "Your rule has neither dates nor a band, so by itself it never trades, and targets that move are never followed. Give it one under Set up, such as 5/25.";
  }
  if (policy.sells === "none") {
    return "Your rule never sells, so targets that move are followed with new money only, and here is none.";
  }
  const trades = moved.reduce((sum, { read }) => sum + (read.ok ? read.value.statistics.rebalances : 0), 0);
  return trades === 0 && fixed.statistics.rebalances === 0
    ? "Your rule would never have traded, whatever the targets did."
    : undefined;
}

/** How much more such targets trade, and what plans think of it. */
export function roundtripWarning(picture: MovingPicture): string {
  const most = toldRules(picture).reduce<{ kind: MovingKind; back: number } | undefined>((sofar, { kind, rule }) => {
    const back = rule.boughtBack ?? 0;
    return back > (sofar?.back ?? 0) ? { kind, back } : sofar;
  }, undefined);
  const own = picture.fixed.boughtBack ?? 0;
  const found =
    most === undefined
      ? ""
      : ` Here, targets moved ${movingNames[most.kind].toLowerCase()} would have bought back within 90 days of selling ${times(most.back)}; your fixed targets, ${own === 0 ? "never" : times(own)}.`;
  return `Targets that move trade often, and soon back again. Many plans bar you from buying a fund for 30, 60 or 90 days after you sold it.${found} Ask your plan for its rule on frequent trading first.`;
}

function times(number: number): string {
  return number === 1 ? "once" : `${whole(number)} times`;
}

/** The figures of the fixed targets and of each that moved, a column each in that order. */
export function movingFigures(
  picture: MovingPicture,
): readonly { readonly label: string; readonly cells: readonly string[] }[] {
  const { fixed, policy } = picture;
  const all = [fixed, ...toldRules(picture).map(({ rule }) => rule)];
  const row = (label: string, say: (each: (typeof all)[number]) => string): { label: string; cells: string[] } => ({
    label,
    cells: all.map(say),
  });
  const rate = (figure: number | undefined): string => (figure === undefined ? "–" : percentInColumn(figure));
  const hasCost = policy.cost !== undefined || policy.fee !== undefined;
  return [
    row("At the end", ({ statistics }) => dollarsInShort(statistics.finalValue)),
    row("Growth a year", ({ statistics }) => rate(statistics.growth)),
    row("Volatility a year", ({ statistics }) => rate(statistics.volatility)),
    row("Deepest fall", ({ statistics }) => rate(statistics.maxDrawdown)),
    row("Worst year", ({ statistics }) => rate(statistics.worstYear)),
    row("Rebalances", ({ statistics }) => whole(statistics.rebalances)),
    row("Moved a year", ({ statistics }) => rate(statistics.turnover)),
    row("Bought back in 90 days", (each) => (each.boughtBack === undefined ? "–" : whole(each.boughtBack))),
    ...(hasCost ? [row("Costs", ({ statistics }) => dollarsInShort(statistics.costs))] : []),
  ];
}

/** What the picture of growth shows, for those who can't see it. */
export function movingGrowthInWords(picture: MovingPicture): string {
  return `Growth of ${roughly(picture.money.start)}. ${movingHeadline(picture)} The table below has it by stretches of time.`;
}

/** What the picture of falls shows. */
export function movingFallsInWords(picture: MovingPicture): string {
  const falls = toldRules(picture).map(
    ({ kind, rule }) => `${percent(-rule.statistics.maxDrawdown)} ${movingNames[kind].toLowerCase()}`,
  );
  return `How far below its highest point: at worst ${inWords([
    `${percent(-picture.fixed.statistics.maxDrawdown)} with fixed targets`,
    ...falls,
  ])}.`;
}

/** What the picture of the targets shows. */
export function movedByInWords(picture: MovingPicture): string {
  const parts = toldRules(picture).map(({ kind, rule }) => {
    const mean = rule.movedBy.reduce((sum, each) => sum + each, 0) / Math.max(1, rule.movedBy.length);
    return `${movingNames[kind].toLowerCase()} ${percent(mean)} on average, at most ${percent(Math.max(0, ...rule.movedBy))}`;
  });
  return `How much of the money the targets had elsewhere than the fixed ones: ${inWords(parts)}.`;
}

/** How long a rule stays as the targets are, until it has rows to judge by. */
export function untilKnown(picture: MovingPicture): readonly string[] {
  const periods = picture.mix.series.columns[0]?.length ?? 0;
  return toldRules(picture).flatMap(({ kind, rule: { rule } }) =>
    rule.kind === "age" || rule.lookback < periods
      ? []
      : [
          `${movingNames[kind]} needs ${count(rule.lookback, "row")} before its first judgement, and your table has ${whole(periods)}: nothing moved. Give it more rows, or a smaller number.`,
        ],
  );
}

/** From which data, with what caveat. */
export function movingSource({ mix: { series } }: MovingPicture): string {
  const periods = series.columns[0]?.length ?? 0;
  return `From your table Returns: ${count(periods, "period")}, ${whole(series.periodsPerYear)} a year. No taxes are counted. A rule that did well here may have been lucky: a few choices are soon found that suit one past.`;
}

/** What the sheet of each kind says it is. */
export const movingTitles: Readonly<Record<MovingKind, string>> = {
  age: "Targets that move by age",
  volatility: "Targets that move by volatility",
  trend: "Targets that move by trend",
};

/** What stands below the title of a rule's sheet. */
export function movingNotes(kind: MovingKind, { name }: Subject): readonly string[] {
  return [
    kind === "age"
      ? howItMoves.age
      : `Live formulas over your table Returns: add its latest row, and they judge anew. ${howItMoves[kind]}`,
    `“Your target” is a copy of the targets of ${name}: change them here.`,
    "Targets that move trade often, and many plans bar buying a fund for 30, 60 or 90 days after it was sold. The past promises nothing.",
  ];
}

/** Asks whether the list's own targets may be replaced. */
export function targetsQuestion({ name }: Subject): string {
  return `Replace the targets of ${name} with formulas that take them from that sheet? What you typed stands there as “Your target”, and Undo brings it back. Your trades then follow targets that move, whatever your plan allows: look at its rule on frequent trading first.`;
}

/** Why targets that are formulas stay as they are. */
export function noMoreTargets(place: string): string {
  return `Nothing was written: your target in ${place} is a formula already. Only targets that were typed are replaced.`;
}

/** Why a sheet's targets can't be taken. */
export const notYetCalculated =
  "Nothing was written: the targets on that sheet don’t come to 100% yet. Wait until they are calculated, or see there what is wrong.";
