import type { AmountOrShare, Band, Cadence, Decimal, Destination, Policy, Setting } from "../../engine";
import { isoDay } from "../dates";
import { money, percent } from "./figures";

/** A setting's name as the user sees it: the label in a policy range. */
export const SETTING_NAMES: Readonly<Record<Setting, string>> = {
  look: "Look",
  band: "Band",
  trigger: "Trigger",
  volatileLook: "Volatile look",
  destination: "Destination",
  sells: "Sells",
  minimumTrade: "Minimum trade",
  tradeUnit: "Trade unit",
  cost: "Cost",
  fee: "Fee",
  cashBuffer: "Cash buffer",
  gains: "Gains",
  incomeRate: "Income tax rate",
  gainsRate: "Gains tax rate",
  relocate: "Relocate",
  lastLook: "Last look",
  unassigned: "Unassigned",
};

const NAMED_CADENCES: Readonly<Record<string, string>> = {
  "12 months": "annual",
  "6 months": "semiannual",
  "3 months": "quarterly",
  "1 months": "monthly",
  "7 days": "weekly",
  "1 days": "daily",
};

export function cadenceWords(cadence: Cadence): string {
  return namedCadence(cadence) ?? countedCadence(cadence);
}

/** Says a look by its calendar, as a log names it: "Annual look", "Look every 18 months". */
export function lookTitle(cadence: Cadence): string {
  const name = namedCadence(cadence);
  return name === undefined
    ? `Look ${countedCadence(cadence)}`
    : `${name.charAt(0).toUpperCase()}${name.slice(1)} look`;
}

function namedCadence({ every, unit }: Cadence): string | undefined {
  return NAMED_CADENCES[`${every} ${unit}`];
}

function countedCadence({ every, unit }: Cadence): string {
  return `every ${every} ${unit}`;
}

function bandWords(band: Band): string {
  switch (band.kind) {
    case "points":
      return `${points(band.width)} either side of the target`;
    case "relative":
      return `${percent(band.share)} of the target either side`;
    case "smaller":
      return `the smaller of ${points(band.width)} and ${percent(band.share)} of the target either side`;
    case "drift":
      return `total drift of ${percent(band.limit)}`;
    case "tracking error":
      return `predicted tracking error of ${percent(band.limit)} a year`;
  }
}

function points(fraction: Decimal): string {
  const number = fraction.times(100);
  return `${number.toString()} ${number.eq(1) ? "point" : "points"}`;
}

export function destinationWords(destination: Destination): string {
  switch (destination.kind) {
    case "target":
      return "to the target";
    case "halfway":
      return "to halfway between the target and the band edge";
    case "edge":
      return "to the edge of the band";
    case "points":
      return `to ${points(destination.from)} from the target, never beyond the edge`;
  }
}

function amountWords(amount: AmountOrShare): string {
  return "amount" in amount ? money(amount.amount) : `${percent(amount.share)} of the total`;
}

/** One setting as it was read, in words; its default where it was not given. */
export interface SettingRow {
  readonly setting: string;
  readonly value: string;
  readonly given: boolean;
}

/** Says every setting of a policy, in the contract's order. */
export function settingRows(policy: Policy): readonly SettingRow[] {
  const row = (setting: Setting, value: string): SettingRow => ({
    setting: SETTING_NAMES[setting],
    value,
    given: policy[setting] !== undefined,
  });
  const { volatileLook, gains } = policy;
  return [
    row("look", policy.look ? cadenceWords(policy.look) : "no calendar"),
    row("band", policy.band ? bandWords(policy.band) : "none"),
    row(
      "trigger",
      policy.trigger === "or"
        ? "or: on the dates, and whenever outside the band"
        : "and: on the dates, only outside the band",
    ),
    row(
      "volatileLook",
      volatileLook
        ? `${cadenceWords(volatileLook.cadence)} while volatility is above ${percent(volatileLook.above)}`
        : "none",
    ),
    row("destination", destinationWords(policy.destination ?? { kind: "target" })),
    row("sells", policy.sells === "none" ? "none: only cash is placed" : "allowed"),
    row("minimumTrade", policy.minimumTrade ? amountWords(policy.minimumTrade) : "none"),
    row("tradeUnit", policy.tradeUnit ?? "cents"),
    row("cost", policy.cost ? `${percent(policy.cost)} of each trade` : "none"),
    row("fee", policy.fee === undefined ? "none" : `${money(policy.fee)} a trade`),
    row("cashBuffer", policy.cashBuffer ? amountWords(policy.cashBuffer) : "none"),
    row("gains", gains === undefined ? "none" : typeof gains === "string" ? gains : `up to ${money(gains.upTo)}`),
    row("incomeRate", policy.incomeRate ? percent(policy.incomeRate) : "not given"),
    row("gainsRate", policy.gainsRate ? percent(policy.gainsRate) : "not given"),
    row("relocate", policy.relocate === true ? "yes" : "no"),
    row("lastLook", policy.lastLook === undefined ? "not given" : isoDay(policy.lastLook)),
    row("unassigned", policy.unassigned ?? "sell in row functions, stop in the household plan"),
  ];
}

/** Says a whole policy in one plain sentence. */
export function policySentence(policy: Policy): string {
  const { look, band, volatileLook } = policy;
  const dates = look ? lookWords(look) : "";
  const outside = band ? outsideWords(band) : "";
  const when =
    look && band
      ? policy.trigger === "or"
        ? `Rebalance ${dates}, and also whenever ${outside}`
        : `Look ${dates} and rebalance only if ${outside}`
      : look
        ? `Rebalance ${dates}`
        : band
          ? `Rebalance whenever ${outside}`
          : "Rebalance whenever you ask";
  const parts = [`${when}, and trade back ${destinationWords(policy.destination ?? { kind: "target" })}`];
  if (volatileLook)
    parts.push(`look ${lookWords(volatileLook.cadence)} while volatility is above ${percent(volatileLook.above)}`);
  if (policy.sells === "none") parts.push("never sell, only place cash");
  if (policy.minimumTrade) parts.push(`leave out trades below ${amountWords(policy.minimumTrade)}`);
  if (policy.tradeUnit && policy.tradeUnit !== "cents") parts.push(`trade in ${unitWords(policy.tradeUnit)}`);
  if (policy.cashBuffer) parts.push(`keep ${amountWords(policy.cashBuffer)} in cash when money comes in`);
  if (policy.unassigned) parts.push(UNASSIGNED_WORDS[policy.unassigned]);
  return `${parts.join("; ")}.`;
}

const UNASSIGNED_WORDS = {
  sell: "sell what has no target",
  hold: "leave alone what has no target",
  stop: "stop if money has no target",
} as const;

function unitWords(unit: NonNullable<Policy["tradeUnit"]>): string {
  return unit === "fractional" ? "fractions of shares" : unit === "whole percent" ? "whole percents" : unit;
}

function lookWords(cadence: Cadence): string {
  const named: Readonly<Record<string, string>> = {
    annual: "once a year",
    semiannual: "twice a year",
    quarterly: "every quarter",
    monthly: "every month",
    weekly: "every week",
    daily: "every day",
  };
  const words = cadenceWords(cadence);
  return named[words] ?? words;
}

function outsideWords(band: Band): string {
  switch (band.kind) {
    case "points":
      return `a fund is more than ${points(band.width)} from its target`;
    case "relative":
      return `a fund is more than ${percent(band.share)} of its target away from it`;
    case "smaller":
      return `a fund is further from its target than ${points(band.width)} or ${percent(band.share)} of the target, whichever is smaller`;
    case "drift":
      return `the total drift is above ${percent(band.limit)}`;
    case "tracking error":
      return `the predicted tracking error is above ${percent(band.limit)} a year`;
  }
}
