import { dayOf, Decimal, LAST_DAY, succeeded, type Band } from "../../../engine";
import { failed, type CellPlace, type Note, type Read } from "../../problem";
import { percent } from "../../wording/figures";
import { digits, fractionOf, map, NUMBER, pointsInCell, sayPercent, showPoints } from "../amounts";
import type { Form, PolicySetting, SettingInPlan } from "../setting";

/** Larry Swedroe's 5/25. */
function swedroe(): Band {
  return { kind: "smaller", width: new Decimal(0.05), share: new Decimal(0.25) };
}

/** A plain percent is points; a share of the target says `relative`. */
const FORMS: readonly Form<Band>[] = [
  { shape: /^(5 ?\/ ?25|swedroe)$/, read: () => succeeded(swedroe()) },
  {
    shape: new RegExp(`^${NUMBER} ?% relative$`),
    read: ([, share = ""], typed) => map(fractionOf(share, typed, 10), (read) => ({ kind: "relative", share: read })),
  },
  {
    shape: new RegExp(`^${NUMBER} ?(?:%|pp|points?|percent)$`),
    read: ([, width = ""], typed) => map(fractionOf(width, typed, 1), (read) => ({ kind: "points", width: read })),
  },
  {
    shape: new RegExp(`^drift ${NUMBER} ?%$`),
    read: ([, limit = ""], typed) => map(fractionOf(limit, typed, 1), (read) => ({ kind: "drift", limit: read })),
  },
  {
    shape: new RegExp(`^tracking error ${NUMBER} ?%$`),
    read: ([, limit = ""], typed) =>
      map(fractionOf(limit, typed, 10), (read) => ({ kind: "tracking error", limit: read })),
  },
];

/** Reads a band, in lower case; undefined if the words are about something else. */
export function readBand(words: string, typed: string): Read<Band> | undefined {
  for (const { shape, read } of FORMS) {
    const parts = shape.exec(words);
    if (parts) return read(parts, typed);
  }
  return undefined;
}

/**
 * Reads a number where a band belongs: a share of the total below 1, points above. `5/25` typed into a cell becomes
 * 25 May, and is read back; 1 can be one point or all, and another day can be no band.
 */
export function bandInCell(number: number, found: string, at: CellPlace, notes: Note[]): Read<Band> {
  if (number === 1) return failed({ code: "band of one", at });
  if (isTurnedDate(number)) {
    const { month, day } = dayOf(number);
    if (month === 5 && day === 25) {
      notes.push({ code: "date read as band", found: number });
      return succeeded(swedroe());
    }
    return failed({ code: "date for a band", at, found: number });
  }
  return map(pointsInCell(number, found), (width) => ({ kind: "points", width }));
}

/** A serial of this or the last century where a band belongs: what Excel makes of a text such as 5/25. */
function isTurnedDate(number: number): boolean {
  return Number.isInteger(number) && number > FIRST_TURNED_DATE && number <= LAST_DAY;
}

/** 1 January 1970. */
const FIRST_TURNED_DATE = 25_569;

export function sayBand(band: Band): string {
  switch (band.kind) {
    case "points":
      return sayPercent(band.width);
    case "relative":
      return `${sayPercent(band.share)} relative`;
    case "smaller":
      return `${digits(band.width)}/${digits(band.share)}`;
    case "drift":
      return `drift ${sayPercent(band.limit)}`;
    case "tracking error":
      return `tracking error ${sayPercent(band.limit)}`;
  }
}

function showBand(band: Band): string {
  switch (band.kind) {
    case "points":
      return `${showPoints(band.width)} either side of the target`;
    case "relative":
      return `${percent(band.share)} of the target either side`;
    case "smaller":
      return `the smaller of ${showPoints(band.width)} and ${percent(band.share)} of the target either side`;
    case "drift":
      return `total drift of ${percent(band.limit)}`;
    case "tracking error":
      return `predicted tracking error of ${percent(band.limit)} a year`;
  }
}

/** What a rule is about: funds, the classes of several accounts, or whatever has a weight where nobody knows. */
export type Ruled = "fund" | "class" | "weight";

/** What is the case outside a band, in the policy's sentence. */
export function outsideWords(band: Band, ruled: Ruled): string {
  switch (band.kind) {
    case "points":
      return `a ${ruled} is more than ${showPoints(band.width)} from its target`;
    case "relative":
      return `a ${ruled} is more than ${percent(band.share)} of its target away from it`;
    case "smaller":
      return `a ${ruled} is further from its target than ${showPoints(band.width)} or ${percent(band.share)} of the target, whichever is smaller`;
    case "drift":
      return `the total drift is above ${percent(band.limit)}`;
    case "tracking error":
      return `the predicted tracking error is above ${percent(band.limit)} a year`;
  }
}

export const band = {
  label: "Band",
  alsoLabelled: /^threshold$/,
  known: "5%, 20% relative, 5/25, drift 3%, tracking error 1%",
  forms: FORMS,
  cell: { nothing: /^none$/i, number: bandInCell, takesDigits: true },
  unset: { shown: "none" },
  show: showBand,
} as const satisfies PolicySetting<"band">;

export const bandInPlan = {
  say: sayBand,
  help: "How far a fund may drift: 5/25, 5pp or 20% relative.",
  inEveryPlan: true,
  question: {
    ask: "How far may a fund drift before you act?",
    rare: false,
    kind: "buttons",
    choices: () => [
      {
        policy: { band: swedroe() },
        name: "5/25 (the usual choice)",
        meaning: "5 points, or a quarter of its target if that is less.",
      },
      {
        policy: { band: { kind: "points", width: new Decimal(0.05) } },
        // In a cell, because 5% could be taken for 5% of the target.
        words: "5pp",
        name: "5 points",
        meaning: "A target of 30% may go from 25% to 35%.",
      },
      {
        policy: { band: { kind: "relative", share: new Decimal(0.2) } },
        name: "20% of the target",
        meaning: "A target of 30% may go from 24% to 36%.",
      },
      { policy: {}, name: "No band", meaning: "Every fund goes back to its target each time you look." },
    ],
  },
} as const satisfies SettingInPlan<"band">;
