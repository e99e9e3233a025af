import { serialOf } from "../engine";

const MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
const NAMED = new RegExp(`\\b(${MONTHS})[a-z]*\\.?[- ](\\d{1,2})(?:st|nd|rd|th)?,?[- ](20\\d\\d)\\b`, "i");
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})[- ](${MONTHS})[a-z]*\\.?,?[- ](20\\d\\d)\\b`, "i");
const YEAR_FIRST = /(?<!\d)(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;
const COMPACT = /(?<!\d)(20\d\d)([01]\d)([0-3]\d)(?!\d)/;
/** As brokers in the United States write it; the screen shows the day, to be changed. */
const MONTH_FIRST = /(?<!\d)(\d{1,2})[-/](\d{1,2})[-/](20\d\d)(?!\d)/;

/** The first day that a text says, as a serial. */
export function dayWithin(text: string): number | undefined {
  const named = NAMED.exec(text);
  const spelled = named ?? DAY_FIRST.exec(text);
  if (spelled) {
    const [, one = "", other = "", year] = spelled;
    const [month, day] = named ? [one, other] : [other, one];
    return serialOf({
      year: Number(year),
      month: MONTHS.split("|").indexOf(month.slice(0, 3).toLowerCase()) + 1,
      day: Number(day),
    });
  }
  const ordered = YEAR_FIRST.exec(text) ?? COMPACT.exec(text);
  if (ordered) return serialOf({ year: Number(ordered[1]), month: Number(ordered[2]), day: Number(ordered[3]) });
  const american = MONTH_FIRST.exec(text);
  return american
    ? serialOf({ year: Number(american[3]), month: Number(american[1]), day: Number(american[2]) })
    : undefined;
}
