import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "@jest/globals";
import { callLater, down, failureLater } from "../functions/shipped";
import { historyOf, PERIODS, type GivenMoments } from "./history-of";

/** A portfolio that somebody else published, as facts: for which goal, and which weights, return or volatility it has. */
interface PublishedPortfolio {
  readonly data: string;
  readonly goal: string;
  readonly riskFree?: number;
  readonly min?: number;
  readonly max?: number;
  readonly weights?: readonly number[];
  readonly returns?: number;
  readonly volatility?: number;
  /** How far the source's rounding may lie from the optimum. */
  readonly tolerance?: number;
  readonly error?: string;
}

const { moments, cases, frontier } = JSON.parse(readFileSync(path.join(__dirname, "portfolios.json"), "utf8")) as {
  readonly moments: Readonly<Record<string, GivenMoments>>;
  readonly cases: readonly PublishedPortfolio[];
  readonly frontier: { readonly data: string; readonly points: readonly (readonly number[])[] };
};

function momentsOf(name: string): GivenMoments {
  const found = moments[name];
  if (!found) throw new Error(`There are no moments ${name}.`);
  return found;
}

const cell = (number: number | undefined): unknown => (number === undefined ? null : down(number));

describe("published portfolios", () => {
  it.each(cases.map((each) => [`${each.data}: ${each.goal}`, each] as const))("%s", async (_, asked) => {
    const { returns, covariance } = momentsOf(asked.data);
    const { goal, riskFree, min, max, tolerance = 0 } = asked;
    const given = [historyOf({ returns, covariance }), goal, cell(riskFree), cell(min), cell(max), down(PERIODS)];
    if (asked.error !== undefined) {
      expect((await failureLater("OPTIMIZE", ...given)).code).toBe(asked.error);
      return;
    }
    const weights = (await callLater("OPTIMIZE", ...given)).map(([weight]) => weight as number);
    asked.weights?.forEach((weight, asset) => expect(Math.abs((weights[asset] as number) - weight)).toBeLessThan(tolerance + 1e-9));
    const earned = weights.reduce((sum, weight, asset) => sum + weight * (returns[asset] as number), 0);
    const variance = weights.reduce(
      (sum, weight, row) =>
        sum + weight * weights.reduce((all, other, column) => all + other * (covariance[row]?.[column] as number), 0),
      0,
    );
    if (asked.returns !== undefined) expect(Math.abs(earned - asked.returns)).toBeLessThan(tolerance);
    if (asked.volatility !== undefined) expect(Math.abs(Math.sqrt(variance) - asked.volatility)).toBeLessThan(tolerance);
  });

  it("has the frontier of Markowitz 1959, chapter VIII", async () => {
    const table = await callLater("FRONTIER", historyOf(momentsOf(frontier.data)), down(5), null, null, down(PERIODS));
    expect(table.slice(1)).toEqual(frontier.points.map((point) => point.map((figure) => expect.closeTo(figure, 7))));
  });
});
