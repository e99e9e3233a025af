/**
 * Days as Excel counts them: serial 1 is 1900-01-01, and 60 is the 29 February 1900 that never was, which Excel keeps
 * for the sake of old workbooks. From 61 (1 March 1900) on, a serial is the days since 1899-12-30.
 */

const MILLISECONDS_A_DAY = 86_400_000;
const FIRST_TRUE_SERIAL = 61;
const DAYS_TO_UNIX_EPOCH = 25_569;

/** 9999-12-31, the last day that Excel knows. */
export const LAST_DAY = 2_958_465;

export interface CalendarDay {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  /** 1 to 31 */
  readonly day: number;
}

/** Turns a date into Excel's serial. Undefined for a date that doesn't exist or that Excel doesn't know. */
export function serialOf({ year, month, day }: CalendarDay): number | undefined {
  if (year === 1900 && month === 2 && day === 29) return FIRST_TRUE_SERIAL - 1;
  if (year < 1900 || year > 9999 || month < 1 || month > 12 || day < 1) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1) return undefined;
  const days = date.getTime() / MILLISECONDS_A_DAY + DAYS_TO_UNIX_EPOCH;
  return days < FIRST_TRUE_SERIAL ? days - 1 : days;
}

/** Turns a serial (its whole part) into a date. */
export function dayOf(serial: number): CalendarDay {
  const whole = Math.floor(serial);
  if (whole === FIRST_TRUE_SERIAL - 1) return { year: 1900, month: 2, day: 29 };
  const days = whole < FIRST_TRUE_SERIAL ? whole + 1 : whole;
  const date = new Date((days - DAYS_TO_UNIX_EPOCH) * MILLISECONDS_A_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
