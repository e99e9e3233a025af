const MILLISECONDS_A_DAY = 86_400_000;
/** 1970-01-01 as Excel counts days. */
const UNIX_EPOCH = 25_569;

/** The day of a moment on the owner's own clock, as Excel counts days. */
export function daySerial(moment: Date): number {
  return Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate()) / MILLISECONDS_A_DAY + UNIX_EPOCH;
}

/** Writes a day as people do: January 5, 2027. */
export function dayInWords(serial: number): string {
  const moment = new Date((serial - UNIX_EPOCH) * MILLISECONDS_A_DAY);
  return moment.toLocaleDateString("en-US", { dateStyle: "long", timeZone: "UTC" });
}

/** The year that a day is in. */
export function yearOf(serial: number): number {
  return new Date((serial - UNIX_EPOCH) * MILLISECONDS_A_DAY).getUTCFullYear();
}
