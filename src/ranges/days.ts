import { dayOf, LAST_DAY, serialOf } from "../engine";

/** Reads an ISO date, `2026-01-05`, or a serial written as text, as a serial. Undefined for anything else: other orders are a guess. */
export function parseDay(text: string): number | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim());
  if (iso) return serialOf({ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) });
  const serial = Number(text);
  return /^\d{1,7}(\.\d+)?$/.test(text) && serial >= 1 && serial < LAST_DAY + 1 ? Math.floor(serial) : undefined;
}

/** Writes a serial as an ISO date. */
export function isoDay(serial: number): string {
  const { year, month, day } = dayOf(serial);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
