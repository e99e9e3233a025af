import type { PeriodDates } from "../../../engine";
import type { CrashPicture, ToldEpisode } from "../../../operations";
import { isoDay } from "../../../ranges";
import { count, percent, whole } from "../../components/figures";
import { monthInWords, roughly } from "./evidence-words";

/** When so many rows had passed: `June 1932`, `1932`, `row 6`; the start where none had. */
function momentInWords(dates: PeriodDates | undefined, rows: number): string {
  if (dates?.kind === "years") return String(dates.first + rows - 1);
  if (rows === 0) return "the start";
  return dates === undefined ? `row ${whole(rows)}` : monthInWords(dates.days[rows - 1] ?? 1);
}

const shortMonth = new Intl.DateTimeFormat("en-US", { month: "short", year: "numeric", timeZone: "UTC" });

/** The same where there is little room: `Jun 1932`. */
function momentInShort(dates: PeriodDates | undefined, rows: number): string {
  return rows > 0 && dates?.kind === "days"
    ? shortMonth.format(new Date(isoDay(dates.days[rows - 1] ?? 1)))
    : momentInWords(dates, rows);
}

/** What a fall is called: `Sep 1929 – Jun 1932`. A line may end between the two alone. */
export function fallName({ past: { series } }: CrashPicture, { from, bottom }: ToldEpisode): string {
  const [begun, ended] = [from, bottom].map((rows) => momentInShort(series.dates, rows).replaceAll(" ", NO_BREAK));
  return `${begun ?? ""}${NO_BREAK}– ${ended ?? ""}`;
}

const NO_BREAK = "\u00A0";

/** How long something took: `2 years 9 months`, `7 months`, `6 rows`. */
function longInWords(dates: PeriodDates | undefined, long: number): string {
  if (dates === undefined) return count(long, "row");
  const [years, months] = [Math.floor(long / MONTHS_A_YEAR), long % MONTHS_A_YEAR];
  return [
    ...(years > 0 ? [count(years, "year")] : []),
    ...(months > 0 || years === 0 ? [count(months, "month")] : []),
  ].join(" ");
}

/** The same in a column: `2 y 9 mo`. */
export function longInColumn(dates: PeriodDates | undefined, long: number): string {
  if (dates === undefined) return whole(long);
  const [years, months] = [Math.floor(long / MONTHS_A_YEAR), long % MONTHS_A_YEAR];
  return [...(years > 0 ? [`${years} y`] : []), ...(months > 0 || years === 0 ? [`${months} mo`] : [])].join(" ");
}

/** What the lengths are counted in, where no unit stands beside them. */
export function lengthHeadings(dates: PeriodDates | undefined): readonly [down: string, back: string] {
  return dates === undefined ? ["Rows down", "Rows back"] : ["Down", "Back"];
}

const MONTHS_A_YEAR = 12;

/** What is said first: of the deepest fall, or that there is none. */
export function crashHeadline({ past, found, least }: CrashPicture): string {
  if (found.is === "none") {
    return `Your mix never fell by ${percent(least)} in these returns; its deepest fall was ${percent(-found.deepest)}.`;
  }
  const { episodes, deepest } = found;
  const { dates } = past.series;
  const which = episodes.length === 1 ? "In the one fall" : `In the deepest of ${whole(episodes.length)} falls`;
  return `${which}, from ${momentInWords(dates, deepest.from)} to ${momentInWords(dates, deepest.bottom)}, your rule would have lost ${percent(-deepest.ruleFall)}.`;
}

/** What the deepest fall would have been of the owner's money, and how long it took. */
export function crashInDollars({ past, worth, found }: CrashPicture): string {
  if (worth <= 0) return "";
  const lost = found.is === "none" ? found.lost : found.deepest.lost.rule;
  const gone = `Of your ${roughly(worth)} today, ${roughly(lost)} would have been gone on paper`;
  if (found.is === "none") return `${gone}.`;
  const { dates } = past.series;
  const { deepest } = found;
  return `${gone}, ${longInWords(dates, deepest.down)} after the top.`;
}

/** When the deepest fall was over. */
export function crashBack({ past, found }: CrashPicture): string {
  if (found.is === "none") return "";
  const { dates } = past.series;
  const { back, upAgain } = found.deepest;
  return back === undefined || upAgain === undefined
    ? "It has not come back so far."
    : `The mix was back where it had been by ${momentInWords(dates, back)}, ${longInWords(dates, upAgain)} later.`;
}

/** What never rebalancing would have lost in the same fall, and what the rule bought then. */
export function crashBeside({ past, found }: CrashPicture): string {
  if (found.is === "none") return "";
  const { neverFall, ruleFall, bought, fellMost } = found.deepest;
  const never =
    Math.abs(neverFall - ruleFall) < SAME
      ? "Never rebalancing would have lost as much."
      : `Never rebalancing from the top on would have lost ${percent(-neverFall)}.`;
  const name = past.names[fellMost] ?? "";
  const asset = past.source === undefined ? name : name.toLowerCase();
  return bought > 0
    ? `${never} On the way down your rule would have put ${percent(bought)} of the money, as it stood at each trade, into ${asset}.`
    : `${never} Your rule would have bought nothing on the way down.`;
}

/** Half a tenth of a percent: figures that are said the same. */
const SAME = 0.0005;

/** Which falls are told. */
export function whichFalls({ past: { most }, found, least }: CrashPicture): string {
  if (found.is === "none") return "";
  return found.episodes.length === most
    ? `These are the ${whole(most)} deepest falls of your mix, held at its targets.`
    : `These are all falls of your mix, held at its targets, of at least ${percent(least)}.`;
}

/** The picture for those who can't see it. */
export function crashesInWords(picture: CrashPicture): string {
  const { found } = picture;
  if (found.is === "none") return "";
  return `How deep ${count(found.episodes.length, "fall")} went: your rule, never rebalancing, and the mix at its targets. The deepest, ${fallName(picture, found.deepest)}, ${percent(-found.deepest.ruleFall)} with your rule. The table below has the figures.`;
}

export const crashTitle = "How deep each fall went";
export const crashSeries = ["Your rule", "Never rebalanced", "Mix at its targets"] as const;
export const notBack = "not yet";
export const boughtExplained =
  "Bought: what your rule would have put into what fell most, as shares of the money on those days, added up.";
/** What the falls are measured by. */
export function measuredInWords(isOwn: boolean): string {
  return `They are measured from ${isOwn ? "row to row of your table" : "one month’s average to another’s"}; on single days they went deeper. Your rule and never rebalancing both start at your targets at the top.`;
}

export const noPromiseOfCrashes = "Past falls promise nothing about the next one, which may be deeper.";
