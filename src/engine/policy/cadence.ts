import { dayOf, LAST_DAY, serialOf } from "../units/day";

/** A calendar rule: how often to look, in months or in days. */
export interface Cadence {
  readonly every: number;
  readonly unit: "months" | "days";
}

/**
 * Returns the day from which the next look is due: the same day of the month `every` months later, or that month's
 * last day where it has no such day (29 February, the 31st), or `every` days later. As Excel's EDATE; days are serials.
 * Never past the last day that Excel knows.
 */
export function nextAfter(last: number, { every, unit }: Cadence): number {
  if (unit === "days") return Math.min(last + every, LAST_DAY);
  const { year, month, day } = dayOf(last);
  const months = year * 12 + (month - 1) + every;
  const nextYear = Math.floor(months / 12);
  const nextMonth = (months % 12) + 1;
  for (let candidate = day; candidate >= 28; candidate--) {
    const serial = serialOf({ year: nextYear, month: nextMonth, day: candidate });
    if (serial !== undefined) return serial;
  }
  return serialOf({ year: nextYear, month: nextMonth, day }) ?? LAST_DAY;
}
