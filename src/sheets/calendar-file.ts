import { isoDay } from "../ranges";

/** A whole day in a calendar. */
export interface CalendarDay {
  /** As Excel counts days. */
  readonly day: number;
  readonly title: string;
  readonly note: string;
  /** The same whenever the same day is written again, so that calendars take it in once: any text. */
  readonly id: string;
}

/**
 * Writes days as a calendar file after RFC 5545, which calendars take in: each a whole day wherever its owner is, that
 * leaves them free. Lines end with carriage return and line feed and are folded; in texts what has a meaning in such a
 * file is escaped.
 */
export function calendarFile(
  days: readonly CalendarDay[],
  { name, product, made }: { readonly name: string; readonly product: string; readonly made: Date },
): string {
  const stamp = `${made.toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:${escaped(`-//Keel//${product}//EN`)}`,
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(name)}`,
    ...days.flatMap(({ day, title, note, id }) => [
      "BEGIN:VEVENT",
      `UID:${unique(id)}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${dateOf(day)}`,
      // The first day that is no longer part of it.
      `DTEND;VALUE=DATE:${dateOf(day + 1)}`,
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(note)}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function dateOf(day: number): string {
  return isoDay(day).replaceAll("-", "");
}

/** An id that no other maker of calendars has: its letters and digits, all others by their code. */
function unique(id: string): string {
  const plain = id.replaceAll(/[^a-z0-9-]/gi, (letter) => `.${(letter.codePointAt(0) as number).toString(16)}.`);
  return `${plain}@keel.invalid`;
}

/** RFC 5545, 3.3.11. Other control characters may not stand in a text. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll(/\r\n?|\n/g, "\\n")
    .replaceAll(/\p{Cc}/gu, " ");
}

/** Octets of a line, its end left out (RFC 5545, 3.1). */
const LONGEST = 75;

/** Breaks a line into such that are short enough, each but the first behind a blank. No letter is taken apart. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let size = 0;
  for (const letter of line) {
    const more = octetsOf(letter);
    if (size + more > LONGEST) {
      parts.push(part);
      part = " ";
      size = 1;
    }
    part += letter;
    size += more;
  }
  return [...parts, part].join("\r\n");
}

/** How many octets a letter takes in UTF-8. */
function octetsOf(letter: string): number {
  const code = letter.codePointAt(0) as number;
  if (code < 0x80) return 1;
  if (code < 0x8_00) return 2;
  return code < 0x1_00_00 ? 3 : 4;
}
