import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { commaSeparated, tabSeparated, type TextCell } from "../../src/sheets";

describe("CSV", () => {
  it("is commas, quotes where they are needed, and lines that end in CR LF", () => {
    const rows = [
      ["Fund", "Amount"],
      ["Stocks, large", 1200.5],
      ['The "growth" fund', -3],
      ["Two\nlines", 0],
    ];
    expect(commaSeparated(rows)).toBe(
      'Fund,Amount\r\n"Stocks, large",1200.5\r\n"The ""growth"" fund",-3\r\n"Two\nlines",0\r\n',
    );
  });

  it("fills short rows up, because every record has as many fields", () => {
    expect(commaSeparated([["Trades"], [], ["Fund", "Amount", "Why"]])).toBe("Trades,,\r\n,,\r\nFund,Amount,Why\r\n");
    expect(commaSeparated([])).toBe("");
  });

  it.each([
    ["=1+1", "'=1+1"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    [" =1+1", "' =1+1"],
    ["＝1+1", "'＝1+1"],
    ["'=1+1", "''=1+1"],
  ])("makes the text %j harmless", (text, harmless) => {
    expect(commaSeparated([[text]])).toBe(`${harmless}\r\n`);
  });

  it("makes texts harmless that begin with a tab or a line break", () => {
    expect(commaSeparated([["\t=1+1"]])).toBe("'\t=1+1\r\n");
    expect(commaSeparated([["\rA"]])).toBe(`"'\rA"\r\n`);
  });

  it("leaves numbers and plain texts as they are", () => {
    expect(commaSeparated([[-1200.5, 0.1, "5/25", "O'Neil", "'quoted'", ""]])).toBe(
      "-1200.5,0.1,5/25,O'Neil,'quoted',\r\n",
    );
  });

  it("reads back as what was written, and no field begins as a formula does", () => {
    fc.assert(
      fc.property(table(), (rows) => {
        const read = records(commaSeparated(rows));
        const width = Math.max(0, ...rows.map((row) => row.length));
        expect(read.map((record) => record.length)).toEqual(rows.map(() => Math.max(1, width)));
        read.forEach((record, row) => {
          record.forEach((text, column) => {
            const cell = rows[row]?.[column] ?? "";
            if (typeof cell === "number") {
              expect(Number(text)).toBe(cell === 0 ? 0 : cell);
            } else {
              expect(text).not.toMatch(/^\s*[=+\-@]/);
              expect(plain(text)).toBe(cell);
            }
          });
        });
      }),
    );
  });
});

describe("text for the clipboard", () => {
  it("has tabs between cells and a line a row", () => {
    const rows = [
      ["Fund", "Amount"],
      ["Stocks, large", 1200.5],
      ["Two\tcells,\r\ntwo lines", -3],
      ["=1+1", 0],
    ];
    expect(tabSeparated(rows)).toBe("Fund\tAmount\nStocks, large\t1200.5\nTwo cells, two lines\t-3\n'=1+1\t0");
  });

  it("has as many cells and rows as were written", () => {
    fc.assert(
      fc.property(table(), (rows) => {
        const lines = tabSeparated(rows).split("\n");
        expect(lines.map((line) => line.split("\t").length)).toEqual(
          (rows.length === 0 ? [[]] : rows).map((row) => Math.max(1, row.length)),
        );
      }),
    );
  });
});

/** Rows of numbers and of texts in which what matters to CSV is frequent. */
function table(): fc.Arbitrary<TextCell[][]> {
  const letters = fc.constantFrom("=", "+", "-", "@", "'", '"', ",", "\t", "\r", "\n", " ", "a", "1", "é", "＝");
  const text = fc.oneof(fc.string({ unit: letters, maxLength: 6 }), fc.string());
  const number = fc.double({ noNaN: true, noDefaultInfinity: true });
  return fc.array(fc.array(fc.oneof(text, number), { maxLength: 5 }), { maxLength: 6 });
}

/** Takes away the apostrophe that marks what looks like a formula. */
function plain(text: string): string {
  return /^'+(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/.test(text) ? text.slice(1) : text;
}

/** Reads CSV as strictly as RFC 4180 writes it: anything else throws. */
function records(csv: string): string[][] {
  const found: string[][] = [];
  let place = 0;
  while (place < csv.length) {
    const record: string[] = [];
    for (;;) {
      const field = /"(?:[^"]|"")*"|[^",\r\n]*/y;
      field.lastIndex = place;
      const [text = ""] = field.exec(csv) ?? [];
      place += text.length;
      record.push(text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text);
      if (csv[place] === ",") {
        place += 1;
      } else if (csv.startsWith("\r\n", place)) {
        place += 2;
        break;
      } else {
        throw new Error(`no comma and no line end at ${place} of ${JSON.stringify(csv)}`);
      }
    }
    found.push(record);
  }
  return found;
}
