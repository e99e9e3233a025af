import type { Cadence, Destination, TradeUnit } from "../../../engine";
import { lookAsReason, sayTradeUnit } from "../../../ranges";
import { dayInWords } from "../../standing/day";
import type { ListStanding } from "../../standing/list-standing";
import { count, dollars, percent, percentInColumn } from "../../components/figures";
import { fundsInWords, lockedInWords } from "../../words/funds-in-words";
import { portfolioBandSentence } from "../../words/portfolio-band-words";
import { locksInWords } from "../../words/row-rules-words";
import { acts, type RebalanceSummary } from "./rebalance-summary";
import type { FundRow } from "./fund-row";

/** How near two shares of the total are taken for the same: a two-hundredth of a point, for rounding to cents. */
const NEAR = 0.000_05;
/** How many funds are named before the rest is only counted. */
const NAMED = 3;

/** Says why a fund is traded, and where the trade takes it. */
export function whyOf(row: FundRow, course: RebalanceSummary): string {
  if (course.lastResort) {
    return row.trade > 0
      ? "Every trade would be below your minimum, so all of the cash goes here."
      : "Every trade would be below your minimum, so all of the cash comes from here.";
  }
  if (!acts(course.reason)) return cashWords(row, course);
  return `${situation(row, course)} ${movement(row, course)}`;
}

/** New money goes where a fund is emptiest for its target; money out comes from where one is fullest. */
function cashWords({ fund, trade }: FundRow, { locked }: RebalanceSummary): string {
  if (trade > 0) {
    return locked
      ? "Takes new cash: of the funds that may be bought, it is among the lowest for its target."
      : "Takes new cash: it is among the lowest for its target.";
  }
  if (fund.target < NEAR) return "Cash comes from here first, because it has no target.";
  return locked
    ? "Cash comes from here: of the funds that may be sold, it is among the highest for its target."
    : "Cash comes from here: it is among the highest for its target.";
}

function situation({ fund }: FundRow, { outOfBand, portfolioBand, reason }: RebalanceSummary): string {
  const { target, lowest, highest, drift } = fund;
  // A rule that looks at all funds together leaves each without a side of its own.
  const side = portfolioBand && Math.abs(drift) >= NEAR ? Math.sign(drift) : fund.side;
  const banded = highest > lowest;
  const band = `${percent(lowest)} to ${percent(highest)}`;
  if (side !== 0) {
    if (banded) return `${side > 0 ? "Over" : "Under"} its band of ${band}.`;
    return `${side > 0 ? "Above" : "Below"} its target, ${percent(target)}.`;
  }
  if (outOfBand.has(fund.row)) return `In its band of ${band} now, but not once the cash is placed.`;
  if (!banded) return "At its target.";
  return reason === "look date" ? "In its band, but on a look date every fund is traded." : "In its band.";
}

function movement(
  { fund, trade, after }: FundRow,
  { destination, outOfBand, portfolioBand, reason, ...course }: RebalanceSummary,
): string {
  const { target, weight } = fund;
  const goes = `Goes to ${percentInColumn(after)}`;
  if (near(after, target) && near(weight, target)) {
    return course.cash > 0 ? "Keeps its share as the cash comes in." : "Keeps its share as the cash goes out.";
  }
  if (near(after, target)) {
    // Where only funds outside move by themselves, those inside make room for them.
    return outOfBand.has(fund.row) || portfolioBand || reason !== "out of band"
      ? `Goes back to its target, ${percent(target)}.`
      : `Goes back to its target, ${percent(target)}, with the others.`;
  }
  if (course.wholePercents) return `Goes to ${percent(after)}, because balances are to be whole percents.`;
  if (reason !== "out of band" || destination.kind === "target") {
    return course.locked ? `${goes}: your locked funds keep it from its target.` : `${goes}.`;
  }
  if (portfolioBand) return `${goes}, as much nearer to its target as all the others.`;
  if (!outOfBand.has(fund.row)) {
    if (trade < 0) return `${goes}, to pay for the purchases.`;
    return course.cash > 0
      ? `${goes}, with new cash or money that the sales free.`
      : `${goes}, with money that the sales free.`;
  }
  const aim = aimOf(fund, trade, destination);
  if (near(after, aim)) return `${goes}, ${aimWords(destination)}.`;
  // Whoever is outside helps first when sales and purchases don't match.
  const further = trade < 0 ? after < aim : after > aim;
  if (!further) return `${goes}.`;
  return trade < 0
    ? `${goes}, further than your rule asks, to pay for the purchases.`
    : `${goes}, further than your rule asks, to take the money that the sales free.`;
}

/** The share of the total that a fund outside its band is to go back to. */
function aimOf({ target, lowest, highest }: FundRow["fund"], trade: number, destination: Destination): number {
  const edge = trade < 0 ? highest : lowest;
  switch (destination.kind) {
    case "target":
      return target;
    case "halfway":
      return (target + edge) / 2;
    case "edge":
      return edge;
    case "points": {
      const from = destination.from.toNumber();
      return trade < 0 ? Math.min(edge, target + from) : Math.max(edge, target - from);
    }
  }
}

function aimWords({ kind }: Destination): string {
  switch (kind) {
    case "target":
      return "its target";
    case "halfway":
      return "halfway between its target and the edge of its band";
    case "edge":
      return "the edge of its band";
    case "points":
      return "as far from its target as your rule says";
  }
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) < NEAR;
}

/** Says why there are trades, in a sentence for all of them. */
export function becauseOf(course: RebalanceSummary, rows: readonly FundRow[]): string {
  const { reason, cash, outOfBand, portfolioBand } = course;
  const outside = rows.filter(({ fund }) => outOfBand.has(fund.row)).map(({ fund }) => fund.name);
  switch (reason) {
    case "no rule":
      return course.locked
        ? "Your rule has no band and no dates, so every fund goes as near to its target as your locks let it."
        : "Your rule has no band and no dates, so every fund goes back to its target.";
    case "look date":
      return "Your rule trades on its look dates, and one is due.";
    case "out of band": {
      if (portfolioBand?.outside) return portfolioBandSentence(portfolioBand);
      if (portfolioBand) return "Once the cash is placed, your funds together are outside the band.";
      const are = outside.length === 1 ? "is" : "are";
      return `${fundsInWords(outside, NAMED)} ${are} outside the band${cash === 0 ? "" : " once the cash is placed"}.`;
    }
    case "not due":
      return "Your next look is not due yet, so only the cash is placed.";
    case "in band":
      if (isOutOfBand(rows)) return "Your locks leave nothing else to trade, so only the cash is placed.";
      return portfolioBand
        ? "Your funds together are within the band once the cash is placed, so nothing else is traded."
        : "Every fund is in its band once the cash is placed, so nothing else is traded.";
    case "no sells":
      return "Your rule never sells, so only the cash is placed.";
    case "only cash":
      return "Only the cash is placed.";
  }
}

/** Whether a fund is outside its band, which its own lock or another's keeps there. */
function isOutOfBand(rows: readonly FundRow[]): boolean {
  return rows.some(({ fund }) => fund.side !== 0) && rows.some(({ fund }) => fund.lock !== undefined);
}

/** Says what else bound or rounded the trades. */
export function remarksOf(course: RebalanceSummary, rows: readonly FundRow[], left: number): readonly string[] {
  const dropped = rows.filter(({ fund }) => course.dropped.includes(fund.row)).map(({ fund }) => fund.name);
  return [
    ...locksInWords(rows.map(({ fund }) => fund)),
    ...(dropped.length > 0
      ? [`Left alone, because the trade would be too small for your rule: ${fundsInWords(dropped)}.`]
      : []),
    ...(course.keptBack > 0 ? [`Your rule keeps ${dollars(course.keptBack / 100)} of the cash.`] : []),
    ...(course.unit === undefined ? [] : [roundedTo(course.unit, left - course.keptBack / 100)]),
    ...(course.wholePercents ? ["Each balance after trading is a whole percent of the total."] : []),
  ];
}

function roundedTo(unit: TradeUnit, left: number): string {
  const over = unit === "whole dollars" ? "a few cents are" : `${dollars(left)} is`;
  return `Trades are ${sayTradeUnit(unit)}${left > 0 ? `, so ${over} left over` : ""}.`;
}

/** Says why nothing is to be traded. */
export function whyNoTrades(course: RebalanceSummary, { funds, nextLook }: ListStanding): string {
  const out = funds.filter(({ side }) => side !== 0).map(({ name }) => name);
  const outside = `${fundsInWords(out, NAMED)} ${out.length === 1 ? "is" : "are"} off target`;
  if (course.dropped.length > 0) return "Every trade would be too small for your rule.";
  const locked = funds.filter(({ lock }) => lock !== undefined).map(({ name }) => name);
  if (out.length > 0 && locked.length > 0 && (acts(course.reason) || course.reason === "in band")) {
    return `${outside}, but ${lockedInWords(locked, NAMED)}, and nothing else needs a trade.`;
  }
  switch (course.reason) {
    case "not due":
      return out.length > 0 && nextLook !== undefined
        ? `${outside}, but your rule waits for its next look, on ${dayInWords(nextLook)}.`
        : "Your rule waits for its next look, and there is no cash to place.";
    case "in band":
      if (course.portfolioBand) return `${portfolioBandSentence(course.portfolioBand)} There is no cash to place.`;
      return `${funds.length === 1 ? "Your fund is" : `All ${count(funds.length, "fund")} are`} in band, and there is no cash to place.`;
    case "no sells":
      return out.length > 0
        ? `${outside}, but your rule never sells, and there is no cash to place.`
        : "There is no cash to place, and your rule never sells.";
    case "no rule":
    case "look date":
    case "out of band":
      return "Every fund is at its target.";
    case "only cash":
      return "There is no cash to place.";
  }
}

/** What the log is offered as the reason. `look` is the rule's calendar, if it has one. */
export function reasonFor(course: RebalanceSummary, rows: readonly FundRow[], look: Cadence | undefined): string {
  const outside = rows.filter(({ fund }) => course.outOfBand.has(fund.row)).map(({ fund }) => fund.name);
  if (course.reason === "out of band" && outside.length > 0) return `Outside the band: ${fundsInWords(outside, NAMED)}`;
  if (course.reason === "out of band" && course.portfolioBand) {
    return course.portfolioBand.band.kind === "drift"
      ? "Total drift above its limit"
      : "Tracking error above its limit";
  }
  if (course.reason === "look date" && look !== undefined) {
    return lookAsReason(look);
  }
  if (course.reason === "no rule") return "Back to the targets";
  return course.cash < 0 ? "Cash taken out" : "New cash placed";
}
