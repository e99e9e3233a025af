import { describe, expect, it } from "@jest/globals";
import { addUp } from "../../src/ranges/sum-rule";

const sumUp = (...numbers: readonly number[]): ReturnType<typeof addUp> => addUp(Float64Array.from(numbers));

describe("addUp", () => {
  it.each([
    [[0.6, 0.4], "fractions", "whole"],
    [[60, 40], "percents", "whole"],
    [[1], "fractions", "whole"],
    [[33.33, 33.33, 33.33], "percents", "scaled"],
    [[0.333, 0.333, 0.333], "fractions", "scaled"],
    [[0.6, 0.3], "fractions", "short"],
    [[60, 41], "percents", "over"],
    [[60, 40, 100], "percents", "twice"],
    [[0.6, 0.4, 1], "fractions", "twice"],
    [[250, 250], "percents", "over"],
  ])("reads %j as %s that are %s", (numbers, as, verdict) => {
    expect(sumUp(...numbers)).toMatchObject({ as, verdict });
  });

  it("can be told what they are", () => {
    expect(addUp(Float64Array.of(2), "percents")).toMatchObject({ as: "percents", sum: 2, gap: -98, verdict: "short" });
  });

  it("sees percents and fractions side by side", () => {
    expect(sumUp(60, 0.4).mixed).toBe(true);
    expect(sumUp(60, 30).mixed).toBe(false);
  });
});
