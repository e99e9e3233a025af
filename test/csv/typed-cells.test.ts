import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { decimalMarkFor, readCsv, typedCell, type DecimalMark } from "../../src/csv";

/** 27 November 2026, worked out by counting days from a day that Excel's documentation names: 1 January 2008 is 39448. */
const NOVEMBER_27 = 39_448 + (Date.UTC(2026, 10, 27) - Date.UTC(2008, 0, 1)) / 86_400_000;

describe("with a decimal point", () => {
  test.each<readonly [text: string, value: number, format?: string]>([
    ["0", 0],
    ["1200", 1200],
    [" 600.5 ", 600.5],
    [".05", 0.05],
    ["-0.05", -0.05],
    ["+3", 3],
    ["−3", -3],
    ["5.", 5],
    ["123456789012345", 123_456_789_012_345],
    ["1.5E+05", 150_000],
    ["2.5e3", 2500],
    ["1E-7", 1e-7],
    ["1,200", 1200, "#,##0"],
    ["1,234,567.125", 1_234_567.125, "#,##0.000"],
    ["(12)", -12, "#,##0_);(#,##0)"],
    ["$24100.00", 24_100, "$#,##0.00"],
    ["-$0.10", -0.1, "$#,##0.00"],
    ["+$1.24", 1.24, "$#,##0.00"],
    ["$-12", -12, "$#,##0"],
    ["$ 1,234.5", 1234.5, "$#,##0.00"],
    ["$1.0033", 1.0033, "$#,##0.0000"],
    ["($1,234.50)", -1234.5, "$#,##0.00_);($#,##0.00)"],
    ["€9.50", 9.5, "[$€]#,##0.00"],
    ["9.50 €", 9.5, "#,##0.00 [$€]"],
    ["45%", 0.45, "0%"],
    ["+0.62%", 0.0062, "0.00%"],
    ["24.02 %", 0.2402, "0.00%"],
    ["60.125%", 0.60125, "0.000%"],
    ["(4.5%)", -0.045, "0.00%_);(0.00%)"],
    ["2026-11-27", NOVEMBER_27, "yyyy-mm-dd"],
    ["2026/11/27", NOVEMBER_27, "yyyy/mm/dd"],
    ["11/27/2026", NOVEMBER_27, "m/d/yyyy"],
    ["11/27/26", NOVEMBER_27, "m/d/yyyy"],
    ["11-27-2026", NOVEMBER_27, "m-d-yyyy"],
    ["27-Nov-2026", NOVEMBER_27, "d-mmm-yyyy"],
    ["Nov 27, 2026", NOVEMBER_27, "mmm d, yyyy"],
    ["November 27, 2026", NOVEMBER_27, "mmm d, yyyy"],
    ["Nov-27-2026", NOVEMBER_27, "mmm d, yyyy"],
    ["11/27/2026 6:00 PM", NOVEMBER_27 + 0.75, "m/d/yyyy h:mm AM/PM"],
    ["2026-11-27 18:00:00", NOVEMBER_27 + 0.75, "yyyy-mm-dd h:mm"],
    ["11/27/2026 12:00 AM", NOVEMBER_27, "m/d/yyyy h:mm AM/PM"],
  ])("%j is %d", (...[text, value, format]) => {
    expect(typedCell(text, ".")).toEqual({ value, ...(format !== undefined && { format }) });
  });

  test.each([
    "",
    "  ",
    "--",
    "-",
    "$",
    "%",
    ".",
    "()",
    "n/a",
    "N/A",
    "VTI",
    "X10000001",
    "12E5",
    "91282E104",
    "1/2",
    "4.125 11/15/27",
    "1,20",
    "1,2345",
    "12,34,567",
    "1.2.3",
    "1 200",
    "5-",
    "(-5)",
    "(5",
    "--5",
    "$5%",
    "$5$",
    "31/12/2026",
    "31.12.2026",
    "2026-02-30",
    "2026-11/27",
    "13:05",
    "11/27/2026 25:00",
    "11/27/2026 0:10 PM",
    "1899-12-31",
    "1900-02-28",
    "May",
    "…006",
    "Nov-2026",
    "555-1234",
    "1e400",
    "٣",
  ])("%j stays the text that it is", (text) => {
    expect(typedCell(text, ".")).toEqual({ value: text });
  });

  test.each(["=1+1", '="0123"', "0123", "00", "1234567890123456", "40000000000000000004"])(
    "%j stays the text that it is, also when its owner goes through the cell",
    (text) => {
      expect(typedCell(text, ".")).toEqual({ value: text, format: "@" });
    },
  );

  test("TRUE and FALSE are truth values", () => {
    expect([typedCell("TRUE", "."), typedCell("false", ".")]).toEqual([{ value: true }, { value: false }]);
  });
});

describe("with a decimal comma", () => {
  test.each<readonly [text: string, value: number | string, format?: string]>([
    ["12,5", 12.5],
    ["1.234", 1234, "#,##0"],
    ["1.234,50", 1234.5, "#,##0.00"],
    ["1 234,50 €", 1234.5, "#,##0.00 [$€]"],
    ["60,5%", 0.605, "0.00%"],
    ["27.11.2026", NOVEMBER_27, "dd.mm.yyyy"],
    ["27/11/2026", NOVEMBER_27, "dd/mm/yyyy"],
    ["11/27/2026", "11/27/2026"],
    ["12.5", "12.5"],
  ])("%j", (...[text, value, format]) => {
    expect(typedCell(text, ",")).toEqual({ value, ...(format !== undefined && { format }) });
  });
});

test("without a known mark, what could mean two numbers or two days stays text, and all else is taken in", () => {
  const mark = decimalMarkFor(readCsv("Fund;Value\nA;1,234\nB;2.500\n"));
  expect(mark).toBeUndefined();
  const values = ["1,234", "2.500", "03/04/2026", "12,5", "12.5", "1.234,5", "04/04/2026", "27/11/2026"].map(
    (text) => typedCell(text, mark).value,
  );
  expect(values.slice(0, 3)).toEqual(["1,234", "2.500", "03/04/2026"]);
  expect(values.slice(3, 6)).toEqual([12.5, 12.5, 1234.5]);
  expect(values.slice(6)).toEqual([NOVEMBER_27 - 237, NOVEMBER_27]);
  expect(decimalMarkFor(readCsv('Fund,Value\nA,"1,234"\n'))).toBe(".");
});

/** Writes a count of hundredths as a file might: another route to the number than reading it. */
function written(hundredths: number, mark: DecimalMark, look: "plain" | "money" | "percent" | "brackets"): string {
  const [whole = "", cents = ""] = (hundredths / 100).toFixed(2).split(".");
  const parted = whole.replace(/\B(?=(\d{3})+$)/g, mark === "." ? "," : ".");
  const digits = `${parted}${mark}${cents}`;
  if (look === "brackets") return `(${digits})`;
  return look === "money" ? `$${digits}` : look === "percent" ? `${digits}%` : digits;
}

describe("laws", () => {
  const hundredths = fc.integer({ min: 0, max: 99_999_999_999_999 });
  const marks = fc.constantFrom<DecimalMark>(".", ",");

  test("an amount is the same number in every way to write it", () => {
    const looks = fc.constantFrom("plain" as const, "money" as const, "percent" as const, "brackets" as const);
    fc.assert(
      fc.property(hundredths, marks, looks, (count, mark, look) => {
        const { value, format } = typedCell(written(count, mark, look), mark);
        const size = look === "percent" ? Number(`${count}e-4`) : count / 100;
        expect(value).toBe(look === "brackets" && size !== 0 ? -size : size);
        const formats = {
          percent: /^[^$]*%$/,
          money: /^\$[^%]*$/,
          brackets: /^#,##0\.00_\);\(#,##0\.00\)$/,
          plain: /^#,##0\.00$|^$/,
        };
        expect(format ?? "").toMatch(formats[look]);
      }),
    );
  });

  test("days of all years are counted one by one", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1900-03-01"), max: new Date("9999-12-30"), noInvalidDate: true }),
        (date) => {
          const [iso = "", next = ""] = [date, new Date(date.getTime() + 86_400_000)].map((each) =>
            each.toISOString().slice(0, 10),
          );
          const american = `${Number(iso.slice(5, 7))}/${Number(iso.slice(8))}/${iso.slice(0, 4)}`;
          const serial = Number(typedCell(iso, ".").value);
          expect(typedCell(american, ".").value).toBe(serial);
          expect(typedCell(next, ".").value).toBe(serial + 1);
        },
      ),
    );
  });

  test("nothing is lost: a text is kept letter by letter, and a plain run of digits digit by digit", () => {
    const digits = fc.stringMatching(/^\d{1,24}$/);
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: "binary" }), digits),
        fc.option(marks, { nil: undefined }),
        (text, mark) => {
          const { value } = typedCell(text, mark);
          if (typeof value === "string") expect(value).toBe(text);
          if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
          if (typeof value === "number" && /^\d+$/.test(text)) expect(String(value)).toBe(text);
        },
      ),
    );
  });
});
