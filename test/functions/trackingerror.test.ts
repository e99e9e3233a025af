import { describe, expect, it } from "@jest/globals";
import { column, down, failure } from "./shipped";

const VALUES = down(65, 35);
const TARGETS = down(60, 40);
const RETURNS = [
  [0.1, 0.02],
  [-0.05, 0.04],
  [0.2, -0.01],
  [0.03, 0.03],
];

describe("KEEL.TRACKINGERROR", () => {
  it("is the root of d′Σd times the periods a year", () => {
    expect(column("TRACKINGERROR", VALUES, TARGETS, RETURNS)[0]).toBeCloseTo(0.00636396, 8);
    expect(column("TRACKINGERROR", VALUES, TARGETS, RETURNS, down(12))[0]).toBeCloseTo(0.02204541, 8);
  });

  it("takes a period of zeros at the end of a long history for a period", () => {
    const history = Array.from({ length: 10_500 }, (_, period) => [
      period % 2 ? 0.01 : -0.01,
      period < 10_000 && period % 2 ? 0.01 : 0,
    ]);
    const [error] = column("TRACKINGERROR", VALUES, TARGETS, history);
    const [shorter] = column("TRACKINGERROR", VALUES, TARGETS, history.slice(0, 9_900));
    expect(error).toBeCloseTo(shorter as number, 4);
  });

  it("takes a first row of blanks for the same, as 0 and as nothing", () => {
    for (const blank of [0, null, ""]) {
      const dated = [["2026-01-31", blank, blank], ...RETURNS.map((row, at) => [`2026-0${at + 2}-28`, ...row])];
      const straight = [["2026-01-31", 0, 0], ...dated.slice(1)];
      expect(column("TRACKINGERROR", VALUES, TARGETS, dated)).toEqual(
        column("TRACKINGERROR", VALUES, TARGETS, straight),
      );
      const headed = [["Date", blank, blank], ...dated.slice(1)];
      expect(column("TRACKINGERROR", VALUES, TARGETS, headed)).toEqual(
        column("TRACKINGERROR", VALUES, TARGETS, dated.slice(1)),
      );
    }
  });

  it("names what is wrong", () => {
    expect(failure("TRACKINGERROR", VALUES, TARGETS, down(0.1, 0.2)).message).toMatch(
      /^Returns has 1 column for 2 funds\./,
    );
    expect(
      failure("TRACKINGERROR", VALUES, TARGETS, [
        [10, 2],
        [-5, 4],
      ]).message,
    ).toMatch(/these look like prices/);
    expect(failure("TRACKINGERROR", VALUES, TARGETS, null).message).toMatch(/^Returns is missing\./);
  });

  it("leaves money without a target out where the policy says so", () => {
    const returns = RETURNS.map((period) => [...period, 0.01]);
    const given = [down(65, 35, 20), down(60, 40, 0), returns, null] as const;
    expect(column("TRACKINGERROR", ...given, [["unassigned hold"]])[0]).toBeCloseTo(0.00636396, 8);
    expect(column("TRACKINGERROR", ...given)[0]).not.toBeCloseTo(0.00636396, 4);
  });
});
