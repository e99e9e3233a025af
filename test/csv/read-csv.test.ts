import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { parse } from "papaparse";
import { csvInPieces, LargerThanASheet, readCsv, textOf, type CsvTable } from "../../src/csv";

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...new TextEncoder().encode(part)] : part)));

describe("bytes as text", () => {
  test.each([
    ["UTF-8", bytes("Müller,1")],
    ["UTF-8 with its mark", bytes([0xef, 0xbb, 0xbf], "Müller,1")],
    ["Windows-1252", bytes("M", [0xfc], "ller,1")],
    [
      "UTF-16, low byte first",
      Uint8Array.from([0xff, 0xfe, ...Array.from("Müller,1").flatMap((c) => [c.charCodeAt(0), 0])]),
    ],
    [
      "UTF-16, high byte first",
      Uint8Array.from([0xfe, 0xff, ...Array.from("Müller,1").flatMap((c) => [0, c.charCodeAt(0)])]),
    ],
  ])("%s", (_, file) => {
    expect(readCsv(textOf(file)).rows).toEqual([["Müller", "1"]]);
  });
});

describe("text as cells", () => {
  test("keeps quotes, commas and line breaks within a cell, and blank lines as rows", () => {
    expect(readCsv('"Fund, A","say ""so""",1\r\n\r\n"two\nlines",,2\r\n').rows).toEqual([
      ["Fund, A", 'say "so"', "1"],
      ["", "", ""],
      ["two\nlines", "", "2"],
    ]);
  });

  test.each([
    [",", "Fund,Value\nA,1\nB,2\n"],
    [";", "Fund;Value\nA;1,5\nB;2,25\n"],
    [";", "Fonds;Wert;Ziel\nA, Inhaber;1.234,50;60,0\nB, Namen;1.000.234,50;40,0\n"],
    [";", "Fund;Value;Target\nA;1,234,567.00;50%\nB;2,345,678.00;50%\n"],
    ["\t", "Fund\tValue\nA, B, C\t1,234.50\nD, E, F\t2,000.00\n"],
    ["|", "Fund|Value\nA|1,234.50\nB|2,000.00\n"],
    [",", 'Prose; with one; semicolon.\nFund,Value\nA,1\nB,2\n"Small print; more of it; and more."\n'],
    [",", "one column\nof text\n"],
  ])("finds %j between the cells", (delimiter, text) => {
    expect(readCsv(text).delimiter).toBe(delimiter);
  });

  test("says the decimal mark only with semicolons, and only where a number tells", () => {
    expect(readCsv("Fund;Value\nA;1.234,50\n").mark).toBe(",");
    expect(readCsv("Fund;Value\nA;1,234.50\n").mark).toBe(".");
    expect(readCsv("Fund;Value\nA;1,234\n").mark).toBeUndefined();
    expect(readCsv('Fund,Value\nA,"1.234,50"\n').mark).toBeUndefined();
  });

  test("prose of any number of commas above and below doesn't decide", () => {
    const prose = "a, b, c, d, e, f, g, h, i, j\n".repeat(3);
    const { delimiter, rows } = readCsv(`"${prose}"\nFund;Value;Class\n${"A;1;US\n".repeat(9)}`);
    expect(delimiter).toBe(";");
    expect(rows[1]).toEqual(["Fund", "Value", "Class"]);
  });

  test("an empty file is no row", () => {
    expect(readCsv("").rows).toEqual([]);
  });
});

describe("pieces of a text", () => {
  const inPieces = (text: string, piece: number): { readonly table: CsvTable; readonly turns: number } => {
    const reading = csvInPieces(text, piece);
    for (let turns = 0; ; turns++) {
      const step = reading.next();
      if (step.done === true) return { table: step.value, turns };
    }
  };
  const texts = fc
    .array(fc.constantFrom("a", "b c", '"', '"', '""', ",", ",", ";", "\t", "|", "\n", "\n", "\r\n", "\r", " "), {
      maxLength: 60,
      size: "max",
    })
    .map((parts) => parts.join(""));

  test("come to the same table, wherever they end", () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 30 }), (text, piece) => {
        expect(inPieces(text, piece).table).toEqual(readCsv(text));
      }),
      { seed: 20_261_201, numRuns: 3_000 },
    );
  });

  test("have the cells that the whole text has", () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 30 }), (text, piece) => {
        const { rows, delimiter } = inPieces(text, piece).table;
        const { data } = parse<string[]>(text, { delimiter });
        const whole = data.at(-1)?.every((cell) => cell === "") === true ? data.slice(0, -1) : data;
        const width = Math.max(0, ...whole.map(({ length }) => length));
        expect(rows).toEqual(whole.map((row) => [...row, ...Array<string>(width - row.length).fill("")]));
      }),
      { seed: 20_261_202, numRuns: 3_000 },
    );
  });

  test("let a page answer in between", () => {
    expect(inPieces("Fund,Value\n".repeat(1_000), 100).turns).toBeGreaterThan(90);
  });
});

test.each([
  ["lines than a sheet has rows", "1,2\n".repeat(1_048_577)],
  ["lines than a sheet has rows, all blank", "\n".repeat(3_000_000)],
  ["cells in a line than a sheet has columns", Array(16_385).fill("1").join(",")],
  ["commas in a line than could be a sheet's", `Fund,Value\n${",".repeat(5_000_000)}`],
])("more %s is refused at once", (_, text) => {
  const start = performance.now();
  expect(() => readCsv(text)).toThrow(LargerThanASheet);
  expect(performance.now() - start).toBeLessThan(5_000);
});

test("as many lines as a sheet has rows are read", () => {
  expect(readCsv("1\t2\n".repeat(1_048_576)).rows).toHaveLength(1_048_576);
});
