import type { PeriodDates } from "../../../engine";
import type { PathPicture } from "../../../operations";
import { isoDay, policySentence } from "../../../ranges";
import { count, dollarsInShort, inWords, percent, percentInColumn, whole } from "../../components/figures";
import type { Asset, MappedMix, Subject } from "./subject";
import type { EvidenceTopic } from "./typed-evidence";

/** The questions as their buttons and headings say them. */
export const questions: Readonly<Record<EvidenceTopic, string>> = {
  past: "What would my rule have done?",
  crashes: "How would I have stood a crash?",
  rules: "Which rule suits me?",
  future: "What may come?",
  moving: "What if my targets moved?",
  frontier: "What does the past say of my mix?",
};

/** What can be asked once every fund stands for a series. */
export const thenAsk = `Then you can ask: ${Object.values(questions).join(" ")}`;

/** What the sheet of a question follows: the past of a mix knows no rule. */
export function followedBy(topic: EvidenceTopic): string {
  return topic === "frontier" ? "your targets" : "your targets and your rule";
}

/** What each of the built-in series is. */
export const seriesWords = { stocks: "US stocks", bonds: "US bonds", bills: "US Treasury bills" } as const;

const monthFormat = new Intl.DateTimeFormat("en-US", { month: "long", year: "numeric", timeZone: "UTC" });

/** A day as its month: `December 2025`. */
export function monthInWords(serial: number): string {
  return monthFormat.format(new Date(isoDay(serial)));
}

/** `from January 1926 to December 2025`, `from 1928 to 2025`, `over 120 periods`. */
export function spanInWords(dates: PeriodDates | undefined, periods: number): string {
  if (dates?.kind === "days") {
    return `from ${monthInWords(dates.days[0] ?? 1)} to ${monthInWords(dates.days[periods - 1] ?? 1)}`;
  }
  if (dates?.kind === "years") return `from ${dates.first} to ${dates.first + periods - 1}`;
  return `over ${count(periods, "period")}`;
}

/** What rows of returns are called in a heading, by how many there are a year. */
export function periodsName(periodsPerYear: number): string {
  return PERIODS[periodsPerYear] ?? "Rows";
}

const PERIODS: Readonly<Record<number, string>> = { 1: "Years", 4: "Quarters", 12: "Months", 52: "Weeks", 252: "Days" };

/** Which stretch of time something fell into: `1930–1939`, `periods 1–12`. */
export function stretchInWords(dates: PeriodDates | undefined, from: number, to: number): string {
  const year = (period: number): number =>
    dates?.kind === "years"
      ? dates.first + period
      : Number(isoDay(dates?.kind === "days" ? (dates.days[period] ?? 1) : 1).slice(0, 4));
  const [first, last] = dates === undefined ? [from + 1, to] : [year(from), year(to - 1)];
  const range = first === last ? String(first) : `${first}–${last}`;
  return dates === undefined ? `periods ${range}` : range;
}

/** Dollars as a sentence says them: cents are no matter after decades. */
export function roughly(amount: number): string {
  return amount >= 1e6 ? dollarsInShort(amount).replace("M", " million").replace("B", " billion") : `$${whole(amount)}`;
}

/** `From January 1926 to December 2025, your rule would have made $10,000 into $9.8 million.` */
export function pastHeadline({ mix, money, rule: { path, statistics } }: PathPicture): string {
  const { dates } = mix.series;
  const span = spanInWords(dates, mix.series.columns[0]?.length ?? 0);
  const start = `${span.charAt(0).toUpperCase()}${span.slice(1)}`;
  if (statistics.ranOut !== undefined) {
    return `${start}, the money would have run out in ${stretchInWords(dates, statistics.ranOut, statistics.ranOut + 1)}.`;
  }
  return `${start}, your rule would have made ${roughly(money.start)} into ${roughly(path.values.at(-1) ?? 0)}.`;
}

/** What stands above the picture of growth: what its lines across are, which over few years are no tenfold. */
export function growthTitle({ rule, never }: PathPicture): string {
  const values = [...rule.path.values, ...never.path.values].filter((value) => value > 0);
  const times = values.reduce((most, value) => Math.max(most, value), 0) / values.reduce((least, value) => Math.min(least, value), Infinity); // prettier-ignore
  return times > TENFOLD_LINES
    ? "Growth: each line up is ten times as much"
    : "Growth: the same percent is always as far up";
}

/** From so many times as much on, the axis has a line for each ten times. */
const TENFOLD_LINES = 100;

/** Whether all the money is in one thing, so that nothing can drift. */
export function hasOneAsset({ mix }: Pick<PathPicture, "mix">): boolean {
  return mix.targets.filter((target) => target > 0).length < 2;
}

const MONTHS_A_YEAR = 12;

/** How often it would have traded. */
export function oftenInWords({ mix, rule: { statistics, path }, policy }: PathPicture): string {
  const { rebalances } = statistics;
  if (hasOneAsset({ mix })) {
    return "All your money would have been in one thing, which can’t drift: no rule would ever have traded, and both lines are the same.";
  }
  if (policy.look === undefined && policy.volatileLook === undefined && policy.band === undefined) {
    return "Your rule has neither dates nor a band, so by itself it never trades: both lines are the same. Give it one under Set up, such as 5/25.";
  }
  if (rebalances === 0) return "It would never have traded.";
  const years = path.values.length / mix.series.periodsPerYear;
  const months = Math.round((years * MONTHS_A_YEAR) / rebalances);
  const often =
    rebalances === 1
      ? ""
      : months < 2
        ? ", about once a month"
        : months < 24
          ? `, about every ${whole(months)} months`
          : `, about every ${whole(Math.round(months / MONTHS_A_YEAR))} years`;
  return `It would have rebalanced ${rebalances === 1 ? "once" : `${whole(rebalances)} times`}${often}.`;
}

/** What its trades would have cost. */
export function costInWords({ rule: { statistics }, policy }: PathPicture): string {
  if (policy.cost === undefined && policy.fee === undefined) {
    return "Your rule names no trading cost, so none is counted. With cost 0.1% in your rule, it would be.";
  }
  return `Its trades would have cost ${roughly(statistics.costs)} in all.`;
}

/** What never rebalancing would have done instead. */
export function neverInWords({ mix, rule, never }: PathPicture): string {
  const [one, other] = [rule.statistics, never.statistics];
  const first = mix.names[0] ?? "";
  const [kept, drifted] = [one.averageWeights?.[0], other.averageWeights?.[0]];
  const worst = `its deepest fall would have been ${percent(-other.maxDrawdown)}, against ${percent(-one.maxDrawdown)} with your rule`;
  const weight =
    mix.names.length > 1 && kept !== undefined && drifted !== undefined
      ? ` On average ${percent(drifted)} of the money would have been in ${assetInSentence(first, mix)}, against ${percent(kept)}.`
      : "";
  return `Never rebalancing would have ended with ${roughly(never.path.values.at(-1) ?? 0)}; ${worst}.${weight}`;
}

/** What an asset is called in a sentence: the built-in ones are no names. */
function assetInSentence(name: string, { source }: PathPicture["mix"]): string {
  return source === undefined ? name : name.toLowerCase();
}

/** From which data, with what caveat. */
export function sourceInWords(
  { mix }: { readonly mix: Pick<PathPicture["mix"], "series" | "source"> },
  isOwn: boolean,
): string {
  const periods = mix.series.columns[0]?.length ?? 0;
  if (isOwn) {
    return `From your table Returns: ${count(periods, "period")}, ${whole(mix.series.periodsPerYear)} a year. No taxes are counted.`;
  }
  return `US returns ${spanInWords(mix.series.dates, periods)}. ${mix.source ?? ""}. No taxes and no fund costs are counted.`;
}

export const noPromise = "This is what would have happened. It promises nothing.";

/** The figures of a rule and of never rebalancing, side by side. */
export function figuresOf({ rule, never, mix, policy }: PathPicture): readonly {
  readonly label: string;
  readonly rule: string;
  readonly never: string;
}[] {
  const [one, other] = [rule.statistics, never.statistics];
  const row = (
    label: string,
    say: (statistics: typeof one) => string,
  ): { label: string; rule: string; never: string } => ({
    label,
    rule: say(one),
    never: say(other),
  });
  const rate = (figure: number | undefined): string => (figure === undefined ? "–" : percentInColumn(figure));
  const hasCost = policy.cost !== undefined || policy.fee !== undefined;
  return [
    row("At the end", ({ finalValue }) => dollarsInShort(finalValue)),
    row("Growth a year", ({ growth }) => rate(growth)),
    row("Volatility a year", ({ volatility }) => rate(volatility)),
    row("Deepest fall", ({ maxDrawdown }) => rate(maxDrawdown)),
    row("Worst year", ({ worstYear }) => rate(worstYear)),
    row("Rebalances", ({ rebalances }) => whole(rebalances)),
    row("Moved a year", ({ turnover }) => rate(turnover)),
    ...(hasCost ? [row("Costs", ({ costs }) => dollarsInShort(costs))] : []),
    ...mix.names.map((name, index) =>
      row(`Average in ${assetInSentence(name, mix)}`, ({ averageWeights }) => rate(averageWeights?.[index])),
    ),
  ];
}

/** What the picture of growth shows, for those who can't see it. */
export function growthInWords(picture: PathPicture): string {
  const { rule, never, money } = picture;
  return `Growth of ${roughly(money.start)}: ${roughly(rule.path.values.at(-1) ?? 0)} with your rule, ${roughly(never.path.values.at(-1) ?? 0)} never rebalanced. ${oftenInWords(picture)} The table below has it by stretches of time.`;
}

/** What the picture of falls shows. */
export function fallsInWords({ rule, never }: PathPicture): string {
  return `How far below its highest point: at worst ${percent(-rule.statistics.maxDrawdown)} with your rule, ${percent(-never.statistics.maxDrawdown)} never rebalanced.`;
}

/** What stands for what: `US stocks: 65%, for US stocks and Foreign stocks.` */
export function mixInWords({ parts }: MappedMix): readonly string[] {
  return parts.map(
    ({ series, target, assets }) =>
      `${seriesWords[series]} at ${percent(target)}, for ${inWords(
        assets.map(({ name }) => name),
        MOST_NAMED,
      )}.`,
  );
}

const MOST_NAMED = 4;

/** Asks which of the built-in series some assets stand for. */
export function unclearInWords(unclear: readonly Asset[], { thing }: Subject): string {
  const names = inWords(
    unclear.map(({ name }) => name),
    MOST_NAMED,
  );
  const one = unclear.length === 1;
  return `Keel can’t tell what ${names} ${one ? "is" : "are"} made of. Choose for ${one ? `this ${thing}` : `these ${thing === "fund" ? "funds" : "classes"}`} which US series comes nearest.`;
}

/** The rule as the screen states it. */
export function ruleInWords({ rule, thing, policyCells }: Subject): string {
  return `${policyCells ? "Your rule" : "Keel’s usual rule"}: ${policySentence(rule, thing)}`;
}

/** What of a plan the past can't follow. */
export function passedOver({ hasRowRules, thing }: Subject, isOwn: boolean): readonly string[] {
  return [
    ...(isOwn || thing === "class" ? [] : ["The rule is followed by what your funds stand for, not fund by fund."]),
    ...(hasRowRules
      ? [`Locks and bands that single ${thing === "fund" ? "funds" : "classes"} have of their own are passed over.`]
      : []),
  ];
}
