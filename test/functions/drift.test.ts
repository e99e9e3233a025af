import { describe, expect, it } from "@jest/globals";
import { call, CellError, column, down, failure } from "./shipped";

const VALUES = down(6500, 2300, 1200);
const TARGETS = down(0.6, 0.3, 0.1);

describe("KEEL.DRIFT", () => {
  it.each([
    [undefined, [0.05, -0.07, 0.02]],
    [null, [0.05, -0.07, 0.02]],
    ["", [0.05, -0.07, 0.02]],
    ["points", [0.05, -0.07, 0.02]],
    ["money", [500, -700, 200]],
  ])("measures in %p", (measure, drifts) => {
    expect(column("DRIFT", VALUES, TARGETS, measure)).toEqual(drifts);
  });

  it("measures relative to the target", () => {
    expect(column("DRIFT", down(75, 25), down(60, 40), "relative")).toEqual([0.25, -0.375]);
    expect(column("DRIFT", down(75, 25), down(60, 40), "Relative ")).toEqual([0.25, -0.375]);
  });

  it("has no relative drift where money has no target, in that cell alone", () => {
    const [held, sold, empty] = column("DRIFT", down(50, 40, 0), down(100, 0, 0), "relative");
    expect(held).toBeCloseTo(-4 / 9, 15);
    expect(empty).toBe(0);
    expect(sold).toBeInstanceOf(CellError);
    expect(sold).toMatchObject({
      code: "#N/A",
      message: expect.stringMatching(/^Row 2 holds money but its target is 0/),
    });
  });

  it("answers across for ranges that lie in a row", () => {
    expect(call("DRIFT", [[65, 35]], [[60, 40]])).toEqual([[0.05, -0.05]]);
  });

  it("leaves the header empty and blank rows at 0", () => {
    expect(column("DRIFT", down("Value", 65, null, 35, ""), down("Target", 60, "", 40, null))).toEqual([
      "",
      0.05,
      0,
      -0.05,
      0,
    ]);
  });

  it("is 0 and never −0 for a balanced portfolio", () => {
    for (const measure of ["points", "relative", "money"]) {
      expect(column("DRIFT", down(60, 40), down(60, 40), measure)).toEqual([0, 0]);
    }
  });

  it("says which measures there are", () => {
    expect(failure("DRIFT", VALUES, TARGETS, "percent")).toMatchObject({
      code: "#VALUE!",
      message: 'Measure: "percent" is not known. Type points, relative or money.',
    });
  });

  it("asks for its targets", () => {
    expect(failure("DRIFT", VALUES, null)).toMatchObject({
      code: "#VALUE!",
      message: "Targets is missing. Type a percent such as 25%.",
    });
  });

  it("names the row of an error, header included", () => {
    expect(failure("DRIFT", down("Value", 65, "n/a"), down("Target", 60, 40)).message).toMatch(
      /^Values, row 3: "n\/a"/,
    );
  });

  it("leaves money without a target out where the policy says so", () => {
    const [values, targets] = [down(6000, 3000, 1000), down(60, 40, 0)];
    const points = (policy: string | null): unknown[] =>
      call("DRIFT", values, targets, null, policy && [[policy]]).map(([drift]) => Number(Number(drift).toFixed(6)));
    expect(points(null)).toEqual([0, -0.1, 0.1]);
    expect(points("unassigned hold")).toEqual([0.066667, -0.066667, 0]);
    expect(failure("DRIFT", values, targets, null, [["unassigned stop"]]).message).toMatch(
      /^Values, row 3 holds money/,
    );
  });
});
