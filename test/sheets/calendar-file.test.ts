import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { calendarFile, type CalendarDay } from "../../src/sheets";
import { readCalendar } from "./calendar-reader";

const MADE = new Date(Date.UTC(2026, 11, 1, 9, 5, 7));
const write = (...days: CalendarDay[]): string =>
  calendarFile(days, { name: "Keel dates", product: "Keel 1.0.0", made: MADE });
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

// 46357 is December 1, 2026, as Excel counts.
const DAY: CalendarDay = {
  day: 46_357,
  title: "VXUS may be bought again",
  note: "Sold at a loss.",
  id: "buy-VXUS-46326",
};

describe("a calendar file", () => {
  it("has a whole day from its date to the next, and leaves its owner free", () => {
    expect(write(DAY)).toBe(
      [
        ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Keel//Keel 1.0.0//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"],
        ...["X-WR-CALNAME:Keel dates", "BEGIN:VEVENT", "UID:buy-VXUS-46326@keel.invalid", "DTSTAMP:20261201T090507Z"],
        ...["DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261202", "SUMMARY:VXUS may be bought again"],
        ...["DESCRIPTION:Sold at a loss.", "TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR", ""],
      ].join("\r\n"),
    );
  });

  it("goes over the ends of months and years, and leap days", () => {
    const ends = (day: number): string => readCalendar(bytes(write({ ...DAY, day }))).days[0]?.end ?? "";
    expect(ends(46_387)).toBe("20270101");
    // February 28 of 2027, and of 2028, which has a 29th.
    expect([ends(46_446), ends(46_811)]).toEqual(["20270301", "20280229"]);
  });

  it("escapes what has a meaning there, and breaks lines of many octets between letters", () => {
    const title = "Fidelity; 500, “Index” \\ Fund\nsecond line, of a name that goes on for long enough 🧭🧭🧭🧭🧭 äöü";
    const text = write({ ...DAY, title, id: "Müller & Co, 1" });
    expect(text).toContain("SUMMARY:Fidelity\\; 500\\, “Index” \\\\ Fund\\nsecond");
    const [day] = readCalendar(bytes(text)).days;
    expect(day?.title).toBe(title);
    expect(day?.uid).toMatch(/^[a-z0-9.-]+@keel\.invalid$/i);
  });

  it("is one that a strict calendar reads back, whatever texts it is given", () => {
    const text = fc.string({ unit: "binary", maxLength: 200 });
    const some = fc.record({ day: fc.integer({ min: 1, max: 2_900_000 }), title: text, note: text, id: text });
    // As the reader is to see them: line breaks are one letter, other control characters blanks.
    const tidy = (said: string): string =>
      said
        .replaceAll(/\r\n?/g, "\n")
        .split("\n")
        .map((line) => line.replaceAll(/\p{Cc}/gu, " "))
        .join("\n");
    fc.assert(
      fc.property(fc.array(some, { maxLength: 4 }), (days) => {
        const read = readCalendar(bytes(write(...days)));
        expect(read.name).toBe("Keel dates");
        expect(read.days.map(({ title, note }) => [title, note])).toEqual(
          days.map(({ title, note }) => [tidy(title), tidy(note)]),
        );
        expect(read.days.map(({ stamp }) => stamp)).toEqual(days.map(() => "20261201T090507Z"));
        // The same day has the same id, and no two have one.
        expect(new Set(read.days.map(({ uid }) => uid)).size).toBe(new Set(days.map(({ id }) => id)).size);
      }),
    );
  });

  it("without a day is a calendar without events", () => {
    expect(readCalendar(bytes(write())).days).toEqual([]);
  });
});

describe("the reader that holds it to the letter", () => {
  it.each([
    ["a bare line feed", (text: string) => text.replace("\r\n", "\n")],
    ["a line that is too long", (text: string) => text.replace("SUMMARY:", `SUMMARY:${"x".repeat(80)}`)],
    ["a comma without its escape", (text: string) => text.replace("SUMMARY:", "SUMMARY:a, b")],
    ["no moment", (text: string) => text.replace(/DTSTAMP.*\r\n/, "")],
    ["a date that says no kind", (text: string) => text.replace(";VALUE=DATE", "")],
    ["an escape that doesn't exist", (text: string) => text.replace("SUMMARY:", "SUMMARY:\\t")],
  ])("refuses %s", (_, broken) => {
    expect(() => readCalendar(bytes(broken(write(DAY))))).toThrow();
  });
});
