import { describe, expect, it } from "@jest/globals";
import { below, months, one, SIXTY_FORTY } from "./evidence-asking";
import { callLater, down, failureLater, type Cell } from "./shipped";

/** The year and month of a serial. */
function month(serial: Cell | undefined): string {
  return new Date(Date.UTC(1899, 11, 30) + Number(serial) * 86_400_000).toISOString().slice(0, 7);
}

// Source: the product contract's worked numbers 60 to 63.
describe("KEEL.EPISODES since 1926", () => {
  const asked = callLater("EPISODES", SIXTY_FORTY, one("annual and 5%"));

  it("finds these falls", async () => {
    const table = await asked;
    expect(table[0]).toEqual([
      ...["From", "Bottom", "Back", "Fall", "Months down", "Months back"],
      ...["Bought at the bottom", "Policy's fall", "Never's fall"],
    ]);
    expect(table.slice(1).map((row) => [...row.slice(0, 3).map(month), Number(row[3]).toFixed(6)])).toEqual([
      ["1929-09", "1932-06", "1936-07", "-0.609700"],
      ["1937-03", "1938-04", "1943-03", "-0.257023"],
      ["1946-05", "1946-10", "1948-06", "-0.118470"],
      ["1962-03", "1962-06", "1963-04", "-0.120314"],
      ["1968-11", "1970-05", "1971-01", "-0.170190"],
      ["1973-01", "1974-09", "1976-01", "-0.250497"],
      ["1987-08", "1987-12", "1989-02", "-0.155593"],
      ["2000-08", "2003-02", "2004-02", "-0.180540"],
      ["2007-10", "2009-03", "2010-10", "-0.270046"],
      ["2021-12", "2022-10", "2024-03", "-0.186373"],
    ]);
    // 30 September 1929: a month's end.
    expect(table[1]?.[0]).toBe(10_866);
  });

  it("knows how long they took", async () => {
    const table = await asked;
    const long = below(table, "Months down").map(
      (down, row) => `${String(down)}/${String(below(table, "Months back")[row])}`,
    );
    expect(long.join(", ")).toBe("33/49, 13/59, 5/20, 3/10, 18/8, 20/16, 4/14, 30/12, 17/19, 10/17");
  });

  it("knows what the rule did", async () => {
    const table = await asked;
    const told = [1, 6, 8, 9, 10].map((row) => table[row]?.slice(6).map((figure) => Number(Number(figure).toFixed(6))));
    expect(told).toEqual([
      [0.227692, -0.569581, -0.455896],
      [0.050624, -0.242996, -0.231507],
      [0.168031, -0.167195, -0.124196],
      [0.133103, -0.244066, -0.210443],
      [0, -0.18764, -0.18764],
    ]);
  });

  it("takes annual and 5/25 for a blank policy, and the built-in months for blank returns", async () => {
    const usual = await callLater("EPISODES", SIXTY_FORTY, one("annual and 5/25"));
    expect(await callLater("EPISODES", down("Target", 60, 40, "", 0), one(""), [["", ""]])).toEqual(usual);
    expect(await callLater("EPISODES", SIXTY_FORTY)).toEqual(usual);
  });

  it("takes bills for the third", async () => {
    const three = await callLater("EPISODES", down(50, 30, 20));
    expect(three.length).toBeGreaterThan(3);
    expect(Number(three[1]?.[3])).toBeGreaterThan(-0.6097);
  });
});

describe("KEEL.EPISODES of own returns", () => {
  it("counts rows where there are no dates", async () => {
    const table = await callLater("EPISODES", down(50, 50), one("5%"), [
      [0.1, 0],
      [-0.3, 0],
      [-0.1, 0],
      [0.2, 0.3],
      [0.1, 0.1],
    ]);
    expect(table).toEqual([
      [
        ...["From", "Bottom", "Back", "Fall", "Rows down", "Rows back"],
        ...["Bought at the bottom", "Policy's fall", "Never's fall"],
      ],
      [
        1,
        3,
        4,
        expect.closeTo(0.85 * 0.95 - 1, 12),
        2,
        1,
        expect.any(Number),
        expect.any(Number),
        expect.closeTo((0.63 + 1) / 2 - 1, 12),
      ],
    ]);
    // 35/85 is out of 50 %, and is bought back; 45/95, a row later, is in.
    expect(table[1]?.[6]).toBeCloseTo(0.5 - 0.35 / 0.85, 12);
  });

  it("is blank where the mix has not come back, and begins before the first row", async () => {
    const years = [
      [2020, -0.2],
      [2021, 0.05],
    ];
    expect((await callLater("EPISODES", one(100), null, years))[1]).toEqual([
      2019,
      2020,
      "",
      expect.closeTo(-0.2, 12),
      12,
      "",
      0,
      expect.closeTo(-0.2, 12),
      expect.closeTo(-0.2, 12),
    ]);
    expect((await callLater("EPISODES", one(100), null, [[-0.2], [0.05]]))[1]?.slice(0, 3)).toEqual(["Start", 1, ""]);
  });

  it("counts a fall of just 10%, and a peak that is just reached again, whatever their last digits", async () => {
    // 1.2 × 0.9 ÷ 1.2 is a bit above 0.9 in doubles.
    expect(below(await callLater("EPISODES", one(100), null, down(0.2, -0.1, 0.5)), "Fall")).toEqual([
      expect.closeTo(-0.1, 12),
    ]);
    // The mix falls by 36 % and rises by 56.25 %.
    const found = await callLater("EPISODES", down(70, 30), null, [
      [0.32, 0.32],
      [0.19, 0.19],
      [-0.39, -0.29],
      [0.12, 1.595],
      [-0.01, 0],
    ]);
    expect(found[1]?.slice(0, 6)).toEqual([2, 3, 4, expect.closeTo(-0.36, 12), 1, 1]);
  });

  it("looks for what fell most among assets that have a target", async () => {
    const rows = [
      [-0.3, 0.1, -0.5],
      [-0.1, 0, -0.4],
      [0.5, 0, 0],
    ];
    const found = await callLater("EPISODES", down(60, 40, 0), one("5%"), rows);
    const without = rows.map((row) => row.slice(0, 2));
    expect(found).toEqual(await callLater("EPISODES", SIXTY_FORTY, one("5%"), without));
    expect(found[1]?.[6]).toBeGreaterThan(0);
  });

  it("tells the five deepest", async () => {
    const own = await callLater("EPISODES", SIXTY_FORTY, one("annual and 5%"), await months("stocks, bonds"));
    const built = await callLater("EPISODES", SIXTY_FORTY, one("annual and 5%"));
    expect(below(own, "From").map(month)).toEqual(["1929-09", "1937-03", "1973-01", "2007-10", "2021-12"]);
    expect(built).toEqual(expect.arrayContaining(own));
  });

  it("says so where nothing fell so far", async () => {
    const failure = await failureLater("EPISODES", one(100), null, down(0.1, -0.05, 0.2));
    expect([failure.code, failure.message]).toEqual([
      "#N/A",
      "This mix never fell by 10% in these returns; its deepest fall is 5%. Give a longer history, or a mix with more stocks.",
    ]);
    expect((await failureLater("EPISODES", down(25, 25, 25, 25))).message).toMatch(
      /^Targets has 4 rows, but the built-in months are of 3 assets: stocks, bonds and bills\./,
    );
  });
});
