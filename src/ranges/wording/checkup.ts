import type { Checkup, DueReason, Pitfall } from "../../engine";
import type { Note } from "../problem";
import { isoDay } from "../dates";
import { showCadence } from "../policy/settings/look";
import type { ResultCells } from "../results";
import { count, inTheRange, money, rowList, signedPoints, type Places } from "./figures";
import { noteSentence } from "./notes";

/** Lays a checkup out as a table: topic and finding, then a row a note and a row a pitfall. */
export function checkupRows(found: Checkup, notes: readonly Note[]): ResultCells {
  const { largest, totalDrift, effect, cost } = found;
  const { made, sold, bought } = effect;
  const rows: (readonly [string, string])[] = [
    ["Topic", "Finding"],
    ["Due", dueSentence(found)],
    ["Next look", found.nextLook === undefined ? "None while volatility is low." : isoDay(found.nextLook)],
    [
      "Largest drift",
      largest.drift === 0
        ? "None: every row is at its target."
        : `Row ${largest.row + 1}: ${signedPoints(largest.drift)}.`,
    ],
    ["Total drift", `${signedPoints(totalDrift, false)} of the portfolio must move to get back to the targets.`],
    [
      "Trades if you act",
      made === 0 ? "None." : `${count(made, "trade", "trades")}: ${money(sold)} sold, ${money(bought)} bought.`,
    ],
    ["Cost of acting", cost === undefined ? "Not known: the policy gives no cost or fee." : `${money(cost)}.`],
    ...notes.map((note) => ["Note", noteSentence(note)] as const),
    ...found.pitfalls.map((pitfall) => ["Pitfall", pitfallSentence(pitfall)] as const),
  ];
  return rows;
}

const WHY: Readonly<Record<DueReason, string>> = {
  "no rule": "The policy has neither a calendar nor a band.",
  "look date": "A look is due, and the policy trades on every look.",
  "out of band": "The portfolio is outside its band.",
  "not due": "The next look is not due yet.",
  "in band": "Everything is in its band.",
  "no sells": "The policy never sells.",
  "nothing to trade": "The rules of the rows leave nothing to trade.",
  "only cash": "There is only cash to place.",
};

function dueSentence({ due, nextLook }: Checkup): string {
  if (due.reason === "not due" && nextLook !== undefined) return `No. The next look is due on ${isoDay(nextLook)}.`;
  const rows = due.outOfBand.length > 0 ? ` Outside: ${rowList(due.outOfBand)}.` : "";
  return `${due.due ? "Yes" : "No"}. ${WHY[due.reason]}${rows}`;
}

/** Says a pitfall and what to do about it. */
export function pitfallSentence(pitfall: Pitfall, places: Places = inTheRange): string {
  switch (pitfall.kind) {
    case "too often":
      return `You rebalanced ${pitfall.rebalances} times in the last year. Once a year, or at a band, is usually enough; each trade costs effort and money.`;
    case "trades on every look":
      return `The policy trades ${showCadence(pitfall.cadence)}, whatever the drift. Add a band such as 5/25, or look less often.`;
    case "not often enough":
      return `The last look was ${count(pitfall.daysSince, "day", "days")} ago, longer than the policy means. Look when it says so, and at least every year or two.`;
    case "looks too rarely":
      return `The policy looks only ${showCadence(pitfall.cadence)}. Drift can grow large in that time; once a year is usual.`;
    case "no rule":
      return 'The policy has neither a calendar nor a band, so any drift counts. Add one, such as "annual and 5/25".';
    case "small trades":
      return `Trades below a thousandth of the total: ${places.rows(pitfall.rows)}. A minimum such as "min $100" leaves them out.`;
    case "unassigned money":
      return `Money without a target: ${places.rows(pitfall.rows)}. Give it a target, or say "unassigned hold" or "unassigned sell".`;
    case "avoidable sells":
      return `A contribution of ${money(pitfall.contribution)} would reach the targets without any sale.`;
  }
}
