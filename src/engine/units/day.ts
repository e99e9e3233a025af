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

const DAYS_FROM_MARCH_OF_YEAR_0 = 693_899;
const DAYS_OF_400_YEARS = 146_097;

/**
 * Turns a serial (its whole part) into a date, in whole numbers: paths ask it for every row. Years are counted from
 * March, so that the leap day is their last (E. G. Richards, "Mapping Time", 1998).
 */
export function dayOf(serial: number): CalendarDay {
  const whole = Math.floor(serial);
  if (whole === FIRST_TRUE_SERIAL - 1) return { year: 1900, month: 2, day: 29 };
  const days = (whole < FIRST_TRUE_SERIAL ? whole + 1 : whole) + DAYS_FROM_MARCH_OF_YEAR_0;
  const era = Math.floor(days / DAYS_OF_400_YEARS);
  const inEra = days - era * DAYS_OF_400_YEARS;
  const yearOfEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  );
  const inYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * inYear + 2) / 153);
  const day = inYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}
