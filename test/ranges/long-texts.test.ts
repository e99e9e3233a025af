import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { readHoldingsTable, recogniseColumns, withoutLongTexts } from "../../src/ranges";
import { callLater, column, down } from "../functions/shipped";

/** As many letters as a cell holds in Excel. */
const LONGEST = 32_767;
const long = (end: string): string => inOne("Stable value ".repeat(3_000).slice(0, LONGEST - end.length) + end);
/** A text in one piece, as cells come: one that is still in pieces is slow to read letter by letter. */
const inOne = (text: string): string => Buffer.from(text, "utf16le").toString("utf16le");

describe("long texts", () => {
  it("are cut, with a mark of the whole text", () => {
    const cut = withoutLongTexts(long("1"));
    expect(cut).toMatch(/^(Stable value ){38}Stable…-?\d+$/);
    expect(withoutLongTexts(long("1"))).toBe(cut);
    expect(withoutLongTexts(` ${long("1")}\n`)).toBe(cut);
  });

  it("stay two where they are alike but for a letter, wherever it stands", () => {
    fc.assert(
      fc.property(fc.nat({ max: LONGEST - 1 }), fc.constantFrom("A", "B", "Я", "\uD83D"), (at, letter) => {
        const text = long("");
        const other = inOne(text.slice(0, at) + letter + text.slice(at + 1));
        expect(withoutLongTexts(other)).not.toBe(withoutLongTexts(text));
      }),
      { seed: 20_261_201, numRuns: 60 },
    );
    const alike = Array.from({ length: 1_000 }, (_, row) => withoutLongTexts(long(String(row))));
    expect(new Set(alike).size).toBe(1_000);
    // Two pairs of letters that weigh the same where each letter counts 31 times the next.
    expect(withoutLongTexts(long("Aa"))).not.toBe(withoutLongTexts(long("BB")));
  });

  it("leave everything beside them as it is, and arguments without any altogether", () => {
    const error = { type: "Error", basicValue: "#N/A" };
    const given = [
      [
        [1, "VTI", error],
        [null, long("1"), true],
      ],
      undefined,
      null,
      5,
      "annual",
    ] as const;
    const [cells, ...others] = withoutLongTexts(given);
    expect(cells).toEqual([given[0][0], [null, withoutLongTexts(long("1")), true]]);
    expect(cells[0][2]).toBe(error);
    expect(others).toEqual([undefined, null, 5, "annual"]);
    expect(given[0][1][1]).toHaveLength(LONGEST);
    const short = [[["a".repeat(500)]], null];
    expect(withoutLongTexts(short)).toBe(short);
  });

  it("of spaces are blank, and around a word they are no part of it", () => {
    const spaces = " ".repeat(LONGEST - 3);
    expect(column("WEIGHTS", down(100, spaces, 300))).toEqual([0.25, 0, 0.75]);
    expect(column("WEIGHTS", down(100, `300${spaces}`))).toEqual([0.25, 0.75]);
  });

  it("that are names of two funds are exchanged as two", async () => {
    const answer = await callLater("EXCHANGES", down(long("1"), long("2")), down(100, 0), down(-100, 100));
    const said = answer.flat().filter((cell) => typeof cell === "string" && cell.startsWith("Stable"));
    expect(new Set(said).size).toBe(2);
  });

  it("that are names of funds hold up neither whoever looks for columns nor whoever reads holdings", () => {
    // Letters that stand for eighteen others each.
    const list = [
      ["Fund", "Value", "Target"],
      ...Array.from({ length: 300 }, (_, row) => [
        inOne("ﷺ".repeat(LONGEST - 3) + String(row + 100)),
        row + 1,
        1 / 300,
      ]),
    ];
    const start = process.cpuUsage();
    expect(recogniseColumns(list)).toEqual({ headerRow: 0, columns: { fund: 0, value: 1, target: 2 } });
    const table = readHoldingsTable("Holdings", list);
    expect(table.ok && table.value.positions).toHaveLength(300);
    expect(process.cpuUsage(start).user / 1_000).toBeLessThan(5_000);
  });
});
