import { describe, expect, it } from "@jest/globals";
import { call, column, down, failure } from "./shipped";

describe("KEEL.BANDWIDTH", () => {
  it("is the formula of Gerhold, Guasoni, Muhle-Karbe and Schachermayer", () => {
    expect(column("BANDWIDTH", down(0.6), down(0.001), down(5))[0]).toBeCloseTo(0.025853, 6);
    expect(column("BANDWIDTH", down(0.6), down(0.01))[0]).toBeCloseTo(0.055699, 6);
  });

  it("answers a column with a column and a row with a row", () => {
    const [half] = column("BANDWIDTH", down(0.5), down(0.01));
    expect(call("BANDWIDTH", down("Target", 0.5, null), down(0.01))).toEqual([[""], [half], [0]]);
    expect(call("BANDWIDTH", [[0.5, 1]], down(0.01))).toEqual([[half, 0]]);
  });

  it("takes a blank cost for 0, as desktop Excel hands it over, and one left out for missing", () => {
    for (const blank of [0, null, ""]) expect(column("BANDWIDTH", down(0.6), down(blank))).toEqual([0]);
    expect(failure("BANDWIDTH", down(0.6), null).message).toMatch(/^Cost is missing\./);
  });

  it("names what is wrong", () => {
    expect(failure("BANDWIDTH", down(60), down(0.01)).message).toMatch(/^Target: 60 is not between 0 and 1\./);
  });
});
