import { describe, expect, it } from "@jest/globals";
import { callLater, down, failureLater } from "./shipped";

const R = [
  [0.2, 0.02],
  [-0.1, 0.05],
  [0.15, -0.01],
  [0.05, 0.04],
  [0.1, 0.03],
];

describe("KEEL.RISKSHARE", () => {
  it("is w (Σw) ÷ w′Σw, a row each", async () => {
    // Worked number 67.
    const shares = await callLater("RISKSHARE", down(60, 40), R);
    expect(shares[0]?.[0]).toBeCloseTo(1.099621, 6);
    expect(shares[1]?.[0]).toBeCloseTo(-0.099621, 6);
  });

  it("takes weights as well as dollars, to their last digit", async () => {
    // Risk parity of worked number 67: a sixth in stocks.
    const shares = await callLater("RISKSHARE", down(1 / 6, 5 / 6), R);
    expect(shares[0]?.[0]).toBeCloseTo(0.5, 3);
    const dollars = await callLater("RISKSHARE", down(60_000, 40_000), R);
    expect(await callLater("RISKSHARE", down(0.6, 0.4), R)).toEqual(
      dollars.map(([share]) => [expect.closeTo(share as number, 12)]),
    );
  });

  it("stands beside its rows: a header, a blank row, a range that lies across", async () => {
    const dated = [["Month", "A", "B"], ...R.map((row, at) => [`2026-0${at + 1}-28`, ...row])];
    const [header, first, blank, second] = await callLater("RISKSHARE", down("Value", "$60", "", 40), dated);
    expect([header, blank]).toEqual([[""], [0]]);
    expect((first?.[0] as number) + (second?.[0] as number)).toBeCloseTo(1, 12);
    expect((await callLater("RISKSHARE", [[60, 40]], R))[0]).toHaveLength(2);
  });

  it("has no answer where the whole never moved", async () => {
    const hedged = [
      [0.1, -0.1],
      [-0.1, 0.1],
      [0.05, -0.05],
    ];
    expect(await failureLater("RISKSHARE", down(1, 1), hedged)).toMatchObject({
      code: "#N/A",
      message: "Returns: nothing ever moved, so there is no risk to measure. Select more rows, or other funds.",
    });
  });

  it("names what is wrong", async () => {
    expect((await failureLater("RISKSHARE", down(60, -40), R)).message).toMatch(/^Values, row 2: -40 is below 0/);
    expect((await failureLater("RISKSHARE", down(60, 40, 10), R)).message).toMatch(
      /^Returns has 2 columns for 3 funds/,
    );
    expect((await failureLater("RISKSHARE", down(0, 0), R)).message).toMatch(/^Values: everything is 0 or empty/);
    expect((await failureLater("RISKSHARE", down(60, 40), null)).message).toMatch(/^Returns is missing/);
    expect((await failureLater("RISKSHARE", down(60, 40), R.slice(0, 1))).message).toMatch(
      /^Returns has 1 period; at least 2/,
    );
  });
});
