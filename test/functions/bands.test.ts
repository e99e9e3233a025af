import { describe, expect, it } from "@jest/globals";
import { call, down, failure } from "./shipped";

const TARGETS = down(0.6, 0.3, 0.1);

describe("KEEL.BANDS", () => {
  it.each([
    [
      "5/25",
      [
        [0.55, 0.65],
        [0.25, 0.35],
        [0.075, 0.125],
      ],
    ],
    [
      "5%",
      [
        [0.55, 0.65],
        [0.25, 0.35],
        [0.05, 0.15],
      ],
    ],
    [
      "20% relative",
      [
        [0.48, 0.72],
        [0.24, 0.36],
        [0.08, 0.12],
      ],
    ],
    [
      "annual and 5%; to edge; min $100; cost 0.1%",
      [
        [0.55, 0.65],
        [0.25, 0.35],
        [0.05, 0.15],
      ],
    ],
  ])("of %s", (policy, edges) => {
    expect(call("BANDS", TARGETS, [[policy]])).toEqual(edges);
  });

  it.each([[null], [undefined], [[[""]]], [[[0]]]])("is the target alone without a band (%p)", (policy) => {
    expect(call("BANDS", down(60, 40), policy)).toEqual([
      [0.6, 0.6],
      [0.4, 0.4],
    ]);
  });

  it("is clipped to 0 and 100%, and has its rule for a blank row", () => {
    expect(call("BANDS", down(97, 3, null), [["5%"]])).toEqual([
      [0.92, 1],
      [0, 0.08],
      [0, 0.05],
    ]);
    expect(call("BANDS", down(97, 3, null), [["20% relative"]])[2]).toEqual([0, 0]);
  });

  it("answers across, lowest above highest, for a range that lies in a row", () => {
    expect(call("BANDS", [[60, 40]], [["5%"]])).toEqual([
      [0.55, 0.35],
      [0.65, 0.45],
    ]);
  });

  it("leaves both cells of the header empty", () => {
    expect(call("BANDS", down("Target", 60, 40), [["5%"]])[0]).toEqual(["", ""]);
  });

  it("takes a Policy table", () => {
    const table = [
      ["Setting", "Value"],
      ["Look", "annual"],
      ["Band", 0.05],
    ];
    expect(call("BANDS", down(60, 40), table)).toEqual(call("BANDS", down(60, 40), [["5%"]]));
  });

  it.each(["drift 3%", "tracking error 1%"])("points to ISDUE for %s, which looks at the whole", (policy) => {
    expect(failure("BANDS", TARGETS, [[policy]])).toMatchObject({
      code: "#VALUE!",
      message: `BANDS: "${policy}" looks at the whole portfolio, so single rows have no band. Ask KEEL.ISDUE whether it is time to act.`,
    });
  });

  it("asks what a band of 1 means", () => {
    expect(failure("BANDS", TARGETS, [["Band", 1]]).message).toBe(
      "Policy, row 1: a band of 1 can mean one point or 100%. Type 1pp or 100%.",
    );
  });

  it("gives a row the band of its own in place of the policy's", () => {
    expect(call("BANDS", TARGETS, [["5%"]], down("3pp", null, "no buy; 20% relative"))).toEqual([
      [0.57, 0.63],
      [0.25, 0.35],
      [0.08, 0.12],
    ]);
    // As in a policy's Band cell: a share below 1, points above, a date that was 5/25; and without a policy.
    expect(call("BANDS", TARGETS, null, down(0.05, 2, 46167))).toEqual([
      [0.55, 0.65],
      [0.28, 0.32],
      [0.075, 0.125],
    ]);
  });
});
