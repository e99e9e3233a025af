import type { FanOfPaths } from "../../../engine";
import type { FuturePicture } from "../../../operations";
import { dollars, percent, whole } from "../../components/figures";
import { roughly, sourceInWords } from "./evidence-words";
import { mostYears, usualYears } from "./future-money";
import type { Subject } from "./subject";

/** The fields, what they mean where they are blank, and what to do where they can't be read. */
export const fieldWords = {
  start: {
    label: "Money at the start",
    hint: ({ name, worth }: Pick<Subject, "name" | "worth">): string =>
      worth > 0 ? `Blank: what ${name} is worth now.` : `${name} is worth nothing so far.`,
    remedy: "Type an amount above 0, such as 20,000.",
  },
  monthly: {
    label: "Paid in each month",
    hint: "To take money out, type a minus: −500.",
    remedy: "Type an amount such as 500, or −500 to take it out.",
  },
  years: {
    label: "For how many years",
    hint: `Blank: ${usualYears} years.`,
    remedy: `Type years from 1 to ${mostYears}, such as 20.`,
  },
} as const;

const PERIODS: Readonly<Record<number, string>> = { 1: "year", 4: "quarter", 12: "month", 52: "week", 252: "day" };

function periodWord({ mix }: FuturePicture): string {
  return PERIODS[mix.series.periodsPerYear] ?? "period";
}

function lastOf({ marks }: FanOfPaths): FanOfPaths["marks"][number] {
  return marks[marks.length - 1] ?? { row: 0, paidIn: 0, ends: [], chanceOfLoss: 0, chanceOfNothing: 0 };
}

/** The rule's futures at the end, and those of never rebalancing. */
export function endsOf({ fan }: FuturePicture): Readonly<Record<"rule" | "never", FanOfPaths["marks"][number]>> {
  return { rule: lastOf(fan.rule), never: lastOf(fan.never) };
}

/** A chance as people say it: `About 8 in 100`. */
function inHundred(chance: number): string {
  const inHundred = Math.round(chance * 100);
  if (chance === 0) return "None";
  if (chance === 1) return "All";
  if (inHundred === 0) return "Fewer than 1 in 100";
  if (inHundred === 100) return "More than 99 in 100";
  return `About ${inHundred} in 100`;
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** `20 years`, `1 year`, `7.5 years`. */
export function yearsInWords(years: number): string {
  return `${String(years)} ${years === 1 ? "year" : "years"}`;
}

/** Whether money is taken out: then it is asked whether it lasts. */
const takesOut = ({ request }: FuturePicture): boolean => request.contribution < 0;

/** The answer in one sentence: the chance of ending below what was paid in, or of running out. */
export function futureHeadline(picture: FuturePicture): string {
  const { rule } = endsOf(picture);
  const after = yearsInWords(picture.asked.years);
  if (takesOut(picture)) {
    return `${inHundred(rule.chanceOfNothing)} of the drawn futures run out of money within ${after}.`;
  }
  const paidIn = `${roughly(rule.paidIn)} ${picture.request.contribution === 0 ? "you start with" : "paid in"}`;
  return `${inHundred(rule.chanceOfLoss)} of the drawn futures end, after ${after}, with less than the ${paidIn}.`;
}

/** What most of the futures end with. */
export function spreadInWords(picture: FuturePicture): string {
  const { rule } = endsOf(picture);
  const [lowest = 0, low = 0, middle = 0, high = 0, highest = 0] = rule.ends;
  return `The middle one ends with ${roughly(middle)}. Half of them end between ${roughly(low)} and ${roughly(high)}; 1 in 20 ends below ${roughly(lowest)}, and 1 in 20 above ${roughly(highest)}.`;
}

/** How deep they fall on the way. */
export function fallsOnTheWay({ fan: { rule } }: FuturePicture): string {
  const [deepest = 0, , middle = 0] = rule.drawdowns;
  return `On the way, half of them fall at some time by ${percent(-middle)} or more from a high, and 1 in 20 by ${percent(-deepest)} or more.`;
}

/** What never rebalancing comes to on the same draws. */
export function neverComesTo(picture: FuturePicture): string {
  const { fan } = picture;
  const { rule, never } = endsOf(picture);
  const isSame = rule.ends.every((end, index) => end === never.ends[index]);
  if (isSame) return "On the same draws, never rebalancing comes to the same.";
  const chance = takesOut(picture)
    ? `${lowerFirst(inHundred(never.chanceOfNothing))} run out of money`
    : `${lowerFirst(inHundred(never.chanceOfLoss))} end with less than was paid in`;
  const falls = `half of them fall by ${percent(-(fan.never.drawdowns[2] ?? 0))} or more, against ${percent(-(fan.rule.drawdowns[2] ?? 0))} with your rule`;
  return `Never rebalanced, on the same draws: ${chance}, the middle one ends with ${roughly(never.ends[2] ?? 0)}, and ${falls}.`;
}

/** How money goes in where returns aren't monthly; undefined where there is nothing to say. */
export function paidInOtherwise(picture: FuturePicture): string | undefined {
  const { mix, request } = picture;
  if (request.contribution === 0 || mix.series.periodsPerYear === 12) return undefined;
  const amount = dollars(Math.abs(request.contribution));
  return `Your returns aren’t monthly, so ${amount} ${takesOut(picture) ? "is taken out" : "is paid in"} at each ${periodWord(picture)}’s end.`;
}

/** From which data, how it was drawn, and what it leaves out. */
export function drawnInWords(picture: FuturePicture, isOwn: boolean): string {
  const { request } = picture;
  const period = periodWord(picture);
  return `${whole(request.paths)} futures of ${whole(request.rows)} ${period}s. Each ${period} is one of the past, drawn by chance whatever came before: so no recovery follows a fall, and no trend goes on. ${sourceInWords(picture, isOwn)} Dollars are those of then: inflation will have made them worth less than today’s.`;
}

export const stoppedWords = "You stopped it before the futures were drawn.";

export const onlyDraws = "These are draws, not a forecast. They promise nothing.";

/** Which draws they are. */
export function seedInWords({ request }: FuturePicture): string {
  return `Drawn from seed ${whole(request.seed)}: the same seed draws the same futures, here and in SIMULATE.`;
}

/** What the picture shows, for those who can't see it. */
export function fanInWords(picture: FuturePicture): string {
  const { rule } = endsOf(picture);
  return `How ${roughly(picture.request.start)} may spread out over ${yearsInWords(picture.asked.years)}. ${spreadInWords(picture)} ${takesOut(picture) ? "" : `Paid in by then: ${roughly(rule.paidIn)}. `}The table below has it year by year.`;
}

export const fanLegend = {
  widest: "9 in 10 futures",
  middle: "The middle half",
  median: "Middle future, your rule",
  never: "Middle future, never rebalanced",
  paidIn: "Paid in",
} as const;

/** What stands above the columns of the table: how many of the futures have less. */
export const percentileHeadings = ["5%", "25%", "50%", "75%", "95%"] as const;
