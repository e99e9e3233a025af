import { describe, expect, it } from "@jest/globals";
import { readTyped } from "../../src/lists/targets";

describe("typed targets", () => {
  it.each([
    [["40", "60"], [40, 60], true],
    [["40%", "60 %"], [40, 60], true],
    [["0.4", "0.6"], [40, 60], true],
    [["33.33", "33.33", "33.34"], [33.33, 33.33, 33.34], true],
    [["12,5", "87,5"], [12.5, 87.5], true],
    [["33.3", "33.3", "33.3"], [33.3, 33.3, 33.3], true],
    [["100", ""], [100, 0], true],
    [["0.4", "0.5"], [0.4, 0.5], false],
    [["1", "", ""], [1, 0, 0], false],
    [["1"], [100], true],
    [["60%", "0.4"], [60, 0.4], false],
    [["99", ""], [99, 0], false],
    [["", ""], [0, 0], false],
  ] as const)("%j", (texts, percents, complete) => {
    const read = readTyped(texts);
    expect(read.percents).toEqual(percents);
    expect(read.complete).toBe(complete);
  });

  it("are percents where hundreds of funds have less than 1 % each", () => {
    const texts = Array.from({ length: 400 }, () => "0.25");
    expect(readTyped(texts)).toMatchObject({
      percents: texts.map(() => 0.25),
      sum: 100,
      complete: true,
      fractions: false,
    });
    const fractions = Array.from({ length: 400 }, () => "0.0025");
    expect(readTyped(fractions)).toMatchObject({ sum: 100, complete: true, fractions: true });
  });

  it.each([
    [" forty ", { code: "not a percent", found: "forty" }],
    ["-5", { code: "target below 0" }],
    ["101", { code: "target above 100" }],
    ["150%", { code: "target above 100" }],
    ["n/a", { code: "not a percent", found: "n/a" }],
  ])("can't be %s", (text, problem) => {
    const read = readTyped([text, "60"]);
    expect(read.percents[0]).toBeUndefined();
    expect(read.problems).toEqual([problem, undefined]);
    expect(read.complete).toBe(false);
  });
});
