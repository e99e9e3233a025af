import type { Steering } from "../../../engine";
import { count, points } from "../../components/figures";
import type { Problem } from "../../../ranges";
import { placesOfFunds } from "../../words/fund-places";
import { problemSentence } from "../../words/trouble-sentence";
import type { FundPercent } from "./web-page";

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** Of more funds the percents are only listed. */
const MOST_IN_A_ROW = 6;

/** What paychecks come to: `70 / 30 / 0 for five paychecks, and you are in band, without selling.` */
export function steeringHeadline({ paychecks, percents, reaches }: Steering, banded: boolean): string {
  if (paychecks === 0) return banded ? "You are in band now." : "You are at your targets now.";
  const split = percents.length > MOST_IN_A_ROW ? "These percents" : percents.join(" / ");
  const there = banded
    ? reaches
      ? "you are in band"
      : "you are as near to your band as whole percents come"
    : "you are as near to your targets as whole percents come";
  return `${split} for ${paychecksInWords(paychecks)}, and ${there}, without selling.`;
}

/** What to do when that many paychecks have come, or now where nothing is to be steered. */
export function afterwardsWords({ paychecks }: Steering, targets: readonly FundPercent[] | undefined): string {
  const elections =
    targets && targets.length <= MOST_IN_A_ROW ? `, ${targets.map(({ percent }) => percent).join(" / ")}` : "";
  return paychecks === 0
    ? `The percents of your targets${elections} keep you there while prices stay as they are.`
    : `Then set them back to the percents of your targets${elections}. Prices will have moved by then: look here again every few paychecks.`;
}

function paychecksInWords(paychecks: number): string {
  const number = NUMBERS[paychecks];
  return number === undefined
    ? count(paychecks, "paycheck")
    : `${number} ${paychecks === 1 ? "paycheck" : "paychecks"}`;
}

/** Above the curve: how far off it begins. */
export function startWords({ path }: Steering, banded: boolean): string {
  return `${size(path[0]?.outside ?? 0)} points ${banded ? "outside the band" : "off target"} now`;
}

/** Below the curve's end. */
export function endWords({ paychecks, path }: Steering): string {
  const outside = path.at(-1)?.outside ?? 0;
  return `${outside === 0 ? "in band" : `${size(outside)} points off`} after ${count(paychecks, "paycheck")}`;
}

/** How many points of the way are said to those who can't see the curve. */
const SAID = 6;

/** The curve for those who can't see it. */
export function pathInWords(steering: Steering, banded: boolean): string {
  const { path } = steering;
  const each = Math.max(1, Math.ceil((path.length - 1) / SAID));
  const between = path.filter((_, index) => index > 0 && index < path.length - 1 && index % each === 0);
  return `${[
    startWords(steering, banded),
    ...between.map(({ paychecks, outside }) => `${size(outside)} after ${paychecks}`),
    endWords(steering),
  ].join(", ")}.`;
}

function size(fraction: number): string {
  return points(fraction).replace("+", "");
}

/** Says that paychecks don't do it, and why. `nameAt` names the fund in a row of the list. */
export function neverWords(problem: Problem, nameAt: (row: number | undefined) => string | undefined): string {
  const because = problemSentence(problem, placesOfFunds(nameAt));
  switch (problem.code) {
    case "held without a target":
      return `Paychecks alone never get you there: ${nameAt(problem.row) ?? `row ${problem.row + 1}`} has no target, and no paycheck takes money out of it. Sell it, or give it a target.`;
    case "contribution too large":
      return "Paychecks of this size alone never get you there. Type a larger amount, or sell.";
    case "no contribution":
      return "Your rule keeps all of such a paycheck uninvested, so paychecks alone never get you there.";
    case "band too far":
    case "all cash kept":
      return `Paychecks alone don’t get you there. ${because}`;
    default:
      return `Keel can’t work this out for your rule. ${because}`;
  }
}
