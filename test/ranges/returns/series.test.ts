import { describe, expect, it } from "@jest/globals";
import { sentence, noteSentence, readReturnSeries, type ReturnsRange } from "../../../src/ranges";

type Given = Parameters<typeof readReturnSeries>;

function read(...given: Given): ReturnsRange {
  const answer = readReturnSeries(...given);
  if (!answer.ok) throw new Error(sentence(answer.problem));
  return answer.value;
}

function refusal(...given: Given): string {
  const answer = readReturnSeries(...given);
  if (answer.ok) throw new Error("It was read.");
  return sentence(answer.problem);
}

const columnsOf = ({ series }: ReturnsRange): number[][] => series.columns.map((column) => [...column]);

/** Month ends of 2025 as serials. */
const MONTH_ENDS = [45688, 45716, 45747, 45777, 45808, 45838, 45869, 45900, 45930, 45961, 45991, 46022];

describe("past returns", () => {
  it("are one column an asset and one row a period, with or without names and dates", () => {
    const plain = [
      [0.1, 0.02],
      [-0.05, 0.04],
    ];
    expect(columnsOf(read(plain))).toEqual([
      [0.1, -0.05],
      [0.02, 0.04],
    ]);
    const headed = [["Month", "Stocks", "Bonds"], ...plain.map((row, at) => [MONTH_ENDS[at], ...row])];
    const { series, names, rows } = read(headed);
    expect([...series.columns.map((column) => [...column])]).toEqual(columnsOf(read(plain)));
    expect(series).toMatchObject({ periodsPerYear: 12, dates: { kind: "days", days: MONTH_ENDS.slice(0, 2) } });
    expect([names, rows]).toEqual([
      ["Stocks", "Bonds"],
      [1, 2],
    ]);
  });

  it("may be texts with percent signs", () => {
    expect(columnsOf(read([["5%"], ["-2.5%"]]))).toEqual([[0.05, -0.025]]);
  });

  it("take whole numbers from 1800 to 2200 for years, and larger ones for days", () => {
    const years = [1928, 1929, 1930].map((year) => [year, 0.1]);
    expect(read(years).series).toMatchObject({ periodsPerYear: 1, dates: { kind: "years", first: 1928 } });
    expect(read(MONTH_ENDS.map((day) => [day, 0.01])).series.dates?.kind).toBe("days");
    expect(refusal([[1799, 0.1]])).toMatch(/these look like prices/);
  });

  it("know the periods a year from the median gap between dates, unless they are said", () => {
    const every = (gap: number, rows = 6): number[][] =>
      Array.from({ length: rows }, (_, row) => [40_000 + row * gap, 0.01]);
    const periods = [1, 3, 4, 7, 14, 91, 182, 365].map((gap) => read(every(gap)).series.periodsPerYear);
    expect(periods).toEqual([252, 252, 52, 52, 12, 4, 2, 1]);
    expect(read(every(7), { periodsPerYear: 50 }).series.periodsPerYear).toBe(50);
    expect(read([[0.1], [0.2]]).series.periodsPerYear).toBe(1);
    // The median of an even count lies between the two in the middle: 3 and 4 days are less than 4.
    expect(read([40_000, 40_003, 40_007].map((day) => [day, 0.01])).series.periodsPerYear).toBe(252);
  });

  it("take years that are texts for years", () => {
    const years = ["2001", " 2002", "2003"].map((year) => [year, 0.1]);
    expect(read(years).series).toMatchObject({ periodsPerYear: 1, dates: { kind: "years", first: 2001 } });
    expect(
      read(
        years.map((row) => [...row, 0.2]),
        { counts: [2] },
      ).series.dates,
    ).toEqual({ kind: "years", first: 2001 });
    expect(refusal([...years, ["2005", 0.1]])).toMatch(/^Returns, row 4: 2005 stands where the year 2004 belongs\./);
  });

  it("don't take numbers of periods, or months run together, for days", () => {
    const dated = (...first: number[]): number[][] => first.map((each) => [each, 0.1, 0.2]);
    const counts = { counts: [2] };
    expect(refusal(dated(1, 2, 3), counts)).toMatch(/^Returns, row 3: "3" is not a date\. Type it as/);
    expect(refusal([["Month", "A", "B"], ...dated(202_011, 202_012, 202_101)], counts)).toMatch(
      /^Returns, row 4: "202101" is not a date\. Type it as/,
    );
    expect(
      refusal(
        [
          ["1", 0.1, 0.2],
          ["2", 0.1, 0.2],
        ],
        counts,
      ),
    ).toMatch(/^Returns, row 2: "2" is not a date\./);
    // Days run together are days.
    expect(read(dated(20_201_130, 20_201_231, 20_210_131), counts).series.periodsPerYear).toBe(12);
    // Months of 1904 and 1905 as serials: the first of them are below 1800.
    expect(read(dated(1766, 1796, 1827), counts).series).toMatchObject({ periodsPerYear: 12, dates: { kind: "days" } });
  });

  it("pass over a last column of nothing below a heading, and rows without a figure and a date", () => {
    const table = [
      ["Year", "Stocks", "Source: somebody"],
      [1928, 0.4, ""],
      ["", "", ""],
      [1929, 0, ""],
    ];
    expect(columnsOf(read(table))).toEqual([[0.4, 0]]);
    expect(columnsOf(read(table, { counts: [1] }))).toEqual([[0.4, 0]]);
  });

  it("pass over a last column of blanks, however they come, only where it is one too many or tells the source", () => {
    for (const blank of [null, "", 0]) {
      const table = (heading: string): unknown[][] => [
        ["Year", "Stocks", heading],
        [1928, 0.4, blank],
        [1929, 0.1, blank],
      ];
      expect(columnsOf(read(table("Bills"), { counts: [1] }))).toEqual([[0.4, 0.1]]);
      expect(columnsOf(read(table("source: a page"), { counts: [2, 1] }))).toEqual([[0.4, 0.1]]);
      // A fund that never moved is a fund.
      const both = [
        [0.4, 0.1],
        [0, 0],
      ];
      expect(columnsOf(read(table("Bills"), { counts: [2, 1] }))).toEqual(both);
      expect(columnsOf(read(table("Bills")))).toEqual(both);
      const undated = table("Bills").map(([, ...row]) => row);
      expect(columnsOf(read(undated, { counts: [1] }))).toEqual([[0.4, 0.1]]);
      expect(columnsOf(read(undated, { counts: [2] }))).toEqual(both);
    }
  });

  it("count a blank as a return of 0 where there is a date or a figure, and say so", () => {
    for (const blank of [null, "", undefined]) {
      const { notes, ...rest } = read([
        ["Date", "Stocks"],
        ["2025-01-31", 0.1],
        ["2025-02-28", blank],
      ]);
      expect(columnsOf({ ...rest, notes })).toEqual([[0.1, 0]]);
      expect(notes.map((note) => noteSentence(note))).toEqual([
        "Returns, row 3, Stocks: the blank cell counts as a return of 0.",
      ]);
    }
    expect(
      read([
        ["2025-01-31", 0.1],
        ["2025-02-28", 0],
      ]).notes,
    ).toEqual([]);
  });

  it("say which rows of zeros without a date they pass over between others", () => {
    const { notes, ...rest } = read([[0.1], [0], [0.2], [null]]);
    expect(columnsOf({ ...rest, notes })).toEqual([[0.1, 0.2]]);
    expect(notes.map((note) => noteSentence(note))).toEqual([
      expect.stringMatching(/^Returns, row 2: nothing but blanks or zeros without a date, passed over\./),
    ]);
  });

  it("name the row and the column of what is wrong", () => {
    const headed = (...cells: unknown[]): unknown[][] => [
      ["Month", "Stocks"],
      ...cells.map((cell, at) => [MONTH_ENDS[at], cell]),
    ];
    expect(refusal(headed(0.1, "soon"))).toBe(
      'Returns, row 3, Stocks: "soon" is not a number. Select the funds\' past returns: one column a fund, in the order of the rows.',
    );
    expect(refusal(headed(0.1, -1, 0.2))).toMatch(/^Returns, row 3, Stocks: a return of -1 would lose all/);
    expect(refusal([[0.1], [0.2], [-1.5], [0.1]])).toMatch(
      /^Returns, row 3, column 1: a return of -1\.5 would lose all/,
    );
    expect(refusal(headed(0.1, { type: "Error", basicValue: "#N/A" }))).toMatch(
      /^Returns, row 3, Stocks holds the error #N\/A/,
    );
    expect(refusal(headed(0.1, 0.2, 2000))).toMatch(/^Returns, row 4, Stocks: a return of 2000 is more than 1000/);
  });

  it("are not prices or whole percents", () => {
    expect(refusal([[5.2], [0.7], [-1.1]])).toMatch(/^Returns, column 1: these look like prices/);
    expect(columnsOf(read([[0.51], [0.5], [-0.3]]))).toEqual([[0.51, 0.5, -0.3]]);
    expect(refusal([[0.51], [0.52], [-0.3]])).toMatch(/^Returns, column 1: these look like prices/);
    // Of two the median is their mean.
    expect(columnsOf(read([[0.2], [0.55]]))).toEqual([[0.2, 0.55]]);
    expect(refusal([[0.45], [0.6]])).toMatch(/^Returns, column 1: these look like prices/);
  });

  it("have years and days in order, once, with none missing", () => {
    const years = (...list: number[]): number[][] => list.map((year) => [year, 0.1]);
    expect(refusal(years(1990, 1991, 1993))).toMatch(/^Returns, row 3: 1993 stands where the year 1992 belongs\./);
    expect(refusal(years(1990, 1990))).toMatch(/^Returns, row 2: 1990 stands where the year 1991 belongs\./);
    expect(refusal(years(1991, 1990))).toMatch(/^Returns, row 2: 1990 stands where the year 1992 belongs\./);
    const days = (...list: (number | string)[]): unknown[][] => list.map((day) => [day, 0.1]);
    expect(refusal(days("2025-01-31", "2025-01-31"))).toMatch(/^Returns, row 2: 2025-01-31 stands twice\./);
    expect(refusal(days("2025-02-28", "2025-01-31"))).toMatch(/^Returns, row 2: 2025-01-31 comes after 2025-02-28\./);
    expect(refusal(days("2025-01-31", "2025-02-28", "2025-03-31", "2025-05-30"))).toMatch(
      /^Returns, row 4: between 2025-03-31 and 2025-05-30 a period is missing\./,
    );
    expect(refusal(days("2025-03-31", "2025-06-30", "2025-12-31", "2026-03-31"))).toMatch(/^Returns, row 3: between/);
    expect(
      refusal([
        ["Date", "A"],
        ["2025-01-31", 0.1],
        ["", 0.2],
      ]),
    ).toMatch(/^Returns, row 3: the date is missing\./);
    expect(
      refusal([
        ["Date", "A"],
        ["2025-01-31", 0.1],
        ["soon", 0.2],
      ]),
    ).toMatch(/^Returns, row 3: "soon" is not a date\./);
  });

  it("have one column for each of the funds that they are of", () => {
    const two = [
      [0.1, 0.2],
      [0.3, 0.1],
    ];
    expect(read(two, { counts: [2] }).series.dates).toBeUndefined();
    expect(refusal(two, { counts: [3] })).toMatch(/^Returns has 2 columns for 3 funds\./);
    // Two columns for one fund: the first must be dates, and says of itself that it isn't.
    expect(refusal(two, { counts: [1] })).toMatch(/^Returns, row 1: "0\.1" is not a date\./);
    expect(refusal([[2001, 0.1, 0.2]], { counts: [3] })).toMatch(/^Returns has 2 columns for 3 funds\./);
    expect(refusal([["A", "B"]], { counts: [2] })).toMatch(/^Returns has 0 periods; at least 1 are needed\./);
  });

  it("that are a formula's own error are said as it", () => {
    expect(refusal([[{ type: "Error", basicValue: "#NAME?" }]])).toMatch(/^Returns is the error #NAME\?/);
  });
});
