import { describe, expect, it } from "@jest/globals";
import { call, down, failure } from "./shipped";

describe("KEEL.GLIDEPATH", () => {
  it("holds 110 minus the age in stocks, the rest in bonds", () => {
    expect(call("GLIDEPATH", down(50))).toEqual([[0.6, 0.4, 0]]);
    expect(call("GLIDEPATH", down(50), null, "120 minus age")).toEqual([[0.7, 0.3, 0]]);
    expect(call("GLIDEPATH", down(120))).toEqual([[0, 1, 0]]);
  });

  it("follows the target-date path by its corners, linear between", () => {
    const mixes = call("GLIDEPATH", down(30, 40, 50, 65, 72, 90), down(65), "target date");
    expect(mixes.map(([stocks]) => stocks)).toEqual([0.9, 0.9, 0.74, 0.5, 0.3, 0.3]);
  });

  it("takes the target-date path where a retirement age is given", () => {
    expect(call("GLIDEPATH", down(67), down(67))).toEqual([[0.5, 0.5, 0]]);
  });

  it("answers 0 for a blank age, and nothing for a header", () => {
    expect(call("GLIDEPATH", down("Age", 30, "", null, 0))).toEqual([
      ["", "", ""],
      [0.8, 0.2, 0],
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });

  it("answers below each other for ages that lie in a row", () => {
    expect(call("GLIDEPATH", [[30, 40]])).toEqual([
      [0.8, 0.7],
      [0.2, 0.3],
      [0, 0],
    ]);
  });

  it("names what is wrong", () => {
    expect(failure("GLIDEPATH", down(30, -1))).toMatchObject({
      code: "#VALUE!",
      message: "Age, row 2: -1 is not between 0 and 130. Type a number in that range.",
    });
    expect(failure("GLIDEPATH", down(30), null, "bold")).toMatchObject({
      message: 'Style: "bold" is not known. Type 110 minus age, 120 minus age or target date.',
    });
    expect(failure("GLIDEPATH", down(30), null, { type: "Error", basicValue: "#N/A" }).message).toMatch(
      /^Style is the error #N\/A\./,
    );
    expect(failure("GLIDEPATH", down(30), null, { type: "Entity", text: "bold" }).message).toMatch(/^Style: "bold"/);
  });
});
