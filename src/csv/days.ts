import type { DecimalMark } from "./read-csv";

/** A day, with its time if the text has one, and the Excel number format under which it looks as it did. */
export interface TypedDay {
  /** As Excel counts days; behind the point the part of the day that has gone by. */
  readonly serial: number;
  readonly format: string;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const month = `(?<named>${MONTHS.join("|")}|january|february|march|april|june|july|august|sept|september|october|november|december)\\.?`;
const time = String.raw`(?:,? +(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d))?(?: ?(?<half>[ap])\.?m\.?)?)?`;

const FORMS = {
  yearFirst: new RegExp(
    String.raw`^(?<year>\d{4})(?<between>[-/.])(?<month>\d{1,2})\k<between>(?<day>\d{1,2})${time}$`,
    "i",
  ),
  numbers: new RegExp(
    String.raw`^(?<first>\d{1,2})(?<between>[-/.])(?<other>\d{1,2})\k<between>(?<year>\d{4}|(?<=\/)\d\d)${time}$`,
    "i",
  ),
  dayNamed: new RegExp(String.raw`^(?<day>\d{1,2})[- ]${month}[- ,]+(?<year>\d{4})${time}$`, "i"),
  namedDay: new RegExp(String.raw`^${month}[- ](?<day>\d{1,2})(?:, ?|-| )(?<year>\d{4})${time}$`, "i"),
} as const;

/**
 * The day that a whole text says, in Excel's forms: `2026-11-27`, `11/27/2026`, `27-Nov-2026`, `Nov 27, 2026`, with a time
 * behind it or without. The month comes first with a decimal point, the day first with a decimal comma; where the mark isn't
 * known, both must mean the same day, or one of them none. Undefined for all else, such as `1/2` and days before March 1900.
 */
export function dayIn(text: string, mark: DecimalMark | undefined): TypedDay | undefined {
  const ordered = FORMS.yearFirst.exec(text)?.groups;
  if (ordered) {
    const { between = "-" } = ordered;
    return typed(ordered, ordered["month"], ordered["day"], `yyyy${between}mm${between}dd`);
  }
  const numbers = FORMS.numbers.exec(text)?.groups;
  if (numbers) return inNumbers(numbers, mark);
  const named = FORMS.dayNamed.exec(text)?.groups;
  if (named) return typed(named, monthCalled(named["named"]), named["day"], "d-mmm-yyyy");
  const spelled = FORMS.namedDay.exec(text)?.groups;
  return spelled && typed(spelled, monthCalled(spelled["named"]), spelled["day"], "mmm d, yyyy");
}

type Groups = Readonly<Record<string, string | undefined>>;

function inNumbers(groups: Groups, mark: DecimalMark | undefined): TypedDay | undefined {
  const { first, other, between = "/" } = groups;
  // In the United States points part no dates.
  if (between === "." && mark === ".") return undefined;
  const monthFirst = between === "." ? undefined : typed(groups, first, other, `m${between}d${between}yyyy`);
  const dayFirst = typed(groups, other, first, `dd${between}mm${between}yyyy`);
  if (mark !== undefined) return mark === "." ? monthFirst : dayFirst;
  return monthFirst && dayFirst && monthFirst.serial !== dayFirst.serial ? undefined : (monthFirst ?? dayFirst);
}

function monthCalled(name = ""): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

const DAY = 86_400_000;
/** The day before Excel's first, as it counts from March 1900 on: it takes 1900 for a leap year. */
const beforeFirst = Date.UTC(1899, 11, 30);
const march1900 = 61;

function typed(
  { year: written = "", hour, minute, second = "0", half }: Groups,
  monthText: string | number | undefined,
  dayText: string | undefined,
  format: string,
): TypedDay | undefined {
  const [month, day] = [Number(monthText), Number(dayText)];
  const date = new Date(Date.UTC(yearOf(written), month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  const serial = Math.round((date.getTime() - beforeFirst) / DAY);
  if (serial < march1900) return undefined;
  if (hour === undefined) return { serial, format };
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  if (
    hours > 23 ||
    (half !== undefined && (Number(hour) > 12 || hour === "0")) ||
    Number(minute) > 59 ||
    Number(second) > 59
  ) {
    return undefined;
  }
  const seconds = (hours * 60 + Number(minute)) * 60 + Number(second);
  return { serial: serial + seconds / 86_400, format: `${format} h:mm${half === undefined ? "" : " AM/PM"}` };
}

/** Years of two digits are those from 1930 to 2029, as Excel takes them. */
function yearOf(written: string): number {
  const year = Number(written);
  return written.length > 2 ? year : year + (year < 30 ? 2000 : 1900);
}
