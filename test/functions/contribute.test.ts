import { describe, expect, it } from "@jest/globals";
import { call, column, down, failure } from "./shipped";

const VALUES = down(6500, 2300, 1200);
const TARGETS = down(0.6, 0.3, 0.1);

describe("KEEL.CONTRIBUTE", () => {
  it("raises the emptiest rows first", () => {
    expect(column("CONTRIBUTE", VALUES, TARGETS, [[900]])).toEqual([0, 900, 0]);
    expect(column("CONTRIBUTE", VALUES, TARGETS, [[1700]])).toEqual([500, 1200, 0]);
    expect(column("CONTRIBUTE", VALUES, TARGETS, [[1000]])).toEqual([33.33, 966.67, 0]);
  });

  it("invests in an empty portfolio by target", () => {
    expect(column("CONTRIBUTE", down(0, null, ""), down(1, 1, 98), [[0.1]])).toEqual([0, 0, 0.1]);
  });

  it("reads an amount of nothing as nothing to split", () => {
    expect(column("CONTRIBUTE", VALUES, TARGETS, [[0]])).toEqual([0, 0, 0]);
    expect(column("CONTRIBUTE", VALUES, TARGETS, [[""]])).toEqual([0, 0, 0]);
  });

  it("answers across, leaves the header empty and blank rows at 0", () => {
    expect(call("CONTRIBUTE", [["Value", 60, null, 40]], [["Target", 60, null, 40]], [[10]])).toEqual([["", 6, 0, 4]]);
  });

  it("never buys what has no target", () => {
    expect(column("CONTRIBUTE", down(60, 40, 5), down(60, 40, 0), [[10]])).toEqual([6, 4, 0]);
  });

  it("passes clauses over that have no effect in it", () => {
    expect(column("CONTRIBUTE", VALUES, TARGETS, [[900]], [["annual and 5/25; to edge; cost 0.1%"]])).toEqual([
      0, 900, 0,
    ]);
  });

  it("asks for the amount, as a positive number", () => {
    expect(failure("CONTRIBUTE", VALUES, TARGETS, null)).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(/^Amount is missing\./),
    });
    expect(failure("CONTRIBUTE", VALUES, TARGETS, [[-5]]).message).toMatch(
      /^Amount: -5 is below 0\. Type a positive amount\.$/,
    );
  });

  it("goes only to rows that may be bought", () => {
    const [values, targets] = [down(33_600, 8_000, 11_000, 7_400), down(50, 15, 25, 10)];
    expect(column("CONTRIBUTE", values, targets, [[1200]], null, down("", "", "no buy", ""))).toEqual([0, 1200, 0, 0]);
    expect(column("CONTRIBUTE", values, targets, [[1200]], null, down("", "hold", "no sell", ""))).toEqual([
      0, 0, 1200, 0,
    ]);
    expect(failure("CONTRIBUTE", values, targets, [[1]], null, down("hold", "hold", "no buy", "hold")).message).toMatch(
      /^\$1 can't be placed: no row with a target may be bought\..* rows 1, 2, 3 and 4/,
    );
  });
});
