import { describe, expect, it } from "@jest/globals";
import { operationByName } from "../../src/operations";
import { months, one, SIXTY_FORTY, THREE_YEARS } from "./evidence-asking";
import { callLater, failureLater, shippedFunctions, type Cell } from "./shipped";

/** With so many paths and this seed. */
const drawing = (policy: string, years: number, paths: number, seed?: number): readonly unknown[] => [
  ...[THREE_YEARS, SIXTY_FORTY, one(policy), one(years), null, null, null, one(paths)],
  seed === undefined ? null : one(seed),
];

describe("KEEL.SIMULATE", () => {
  it("sums up the paths of worked number 57", async () => {
    const table = await callLater("SIMULATE", ...drawing("annual", 2, 2));
    expect(table[0]).toEqual(["Statistic", "This policy", "Never rebalancing", "Seed 1"]);
    const [low, high, neverLow, neverHigh] = [7056, 13_017.12, 7350, 13_120.8];
    const at = (share: number): unknown[] => [
      expect.closeTo(low + share * (high - low), 6),
      expect.closeTo(neverLow + share * (neverHigh - neverLow), 6),
      "",
    ];
    expect(table.slice(1, 6)).toEqual([
      ["End value, 5th percentile", ...at(0.05)],
      ["End value, 25th percentile", ...at(0.25)],
      ["End value, median", ...at(0.5)],
      ["End value, 75th percentile", ...at(0.75)],
      ["End value, 95th percentile", ...at(0.95)],
    ]);
    expect(table.slice(6).map(([label]) => label)).toEqual([
      ...["5th percentile", "25th percentile", "median", "75th percentile", "95th percentile"].map(
        (share) => `Worst drawdown, ${share}`,
      ),
      "Chance of ending below the money paid in",
    ]);
    expect(table[11]).toEqual(["Chance of ending below the money paid in", 0.5, 0.5, ""]);
  });

  it("draws 10,000 paths from seed 1 if nothing else is said", async () => {
    const short = await callLater("SIMULATE", THREE_YEARS, SIXTY_FORTY, one("annual"), one(2));
    expect(short).toEqual(await callLater("SIMULATE", ...drawing("annual", 2, 10_000, 1)));
    const zero = await callLater(
      "SIMULATE",
      THREE_YEARS,
      SIXTY_FORTY,
      one("annual"),
      one(2),
      null,
      null,
      null,
      one(0),
      one(0),
    );
    expect(zero).toEqual(short);
  });

  it("reduces any whole number to a seed of 32 bits", async () => {
    const drawn = async (seed: number): Promise<Cell[][]> => callLater("SIMULATE", ...drawing("annual", 2, 4, seed));
    expect((await drawn(-1))[0]?.[3]).toBe("Seed 4294967295");
    expect(await drawn(2 ** 53)).toEqual(await drawn(2 ** 32));
    expect(await drawn(2 ** 53 - 1)).toEqual(await drawn(-1));
    expect(await drawn(-(2 ** 60) + 2 ** 40)).toEqual(await drawn(2 ** 32));
    expect((await failureLater("SIMULATE", ...drawing("annual", 2, 4, 1.5))).message).toMatch(
      /^Seed: 1\.5 is not a whole number\./,
    );
  });

  it("gives the same digits in the bundle as in the sources, and others for another seed", async () => {
    const given = drawing("annual and 5%; cost 0.1%", 7, 500, 20_261_130);
    const shipped = await callLater("SIMULATE", ...given);
    const source = await operationByName("SIMULATE")?.answer(...(given as readonly (unknown[][] | null)[]));
    expect(source).toMatchObject({ ok: true, cells: shipped });
    expect(shipped[0]?.[3]).toBe("Seed 20261130");
    expect(await callLater("SIMULATE", ...drawing("annual and 5%; cost 0.1%", 7, 500, 4))).not.toEqual(shipped);
    const reduced = await callLater("SIMULATE", ...drawing("annual and 5%; cost 0.1%", 7, 500, 20_261_130 + 2 ** 32));
    expect(reduced).toEqual(shipped);
  });

  it("counts what is paid in into the chance of a loss", async () => {
    const given = [THREE_YEARS, SIXTY_FORTY, one("annual"), one(1)];
    const chances = async (contribution: number): Promise<Cell[] | undefined> =>
      (await callLater("SIMULATE", ...given, null, one(contribution))).at(-1)?.slice(1, 3);
    expect(await chances(0)).toEqual(await chances(1000));
  });

  it("counts no path that ends at what was paid in", async () => {
    const still = [
      [2001, 0, 0],
      [2002, 0, 0],
    ];
    const table = await callLater("SIMULATE", still, SIXTY_FORTY, one("annual"), one(3), null, null, null, one(4));
    expect(table[3]).toEqual(["End value, median", 10_000, 10_000, ""]);
    expect(table[11]?.slice(1, 3)).toEqual([0, 0]);
  });

  it("stops where nobody waits for it any longer, and is asked anew after that", async () => {
    const functions = shippedFunctions();
    const simulate = functions.get("SIMULATE");
    const data = await months("stocks, bonds");
    const ask = (invocation: { onCanceled?: () => void }): Promise<Cell[][]> =>
      simulate?.(
        data,
        SIXTY_FORTY,
        one("monthly"),
        one(60),
        null,
        null,
        null,
        one(20_000),
        null,
        invocation,
      ) as Promise<Cell[][]>;
    const [first, second]: { onCanceled?: () => void }[] = [{}, {}];
    const answers = [ask(first ?? {}), ask(second ?? {})];
    const settled = Promise.allSettled(answers);
    // Two ask the same, and only one goes away.
    first?.onCanceled?.();
    await new Promise((resolve) => setTimeout(resolve, 30));
    second?.onCanceled?.();
    const start = performance.now();
    const outcomes = await settled;
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(outcomes[0]).toMatchObject({
      reason: { code: "#N/A", message: expect.stringMatching(/^The simulation was cancelled\./) },
    });
    expect(performance.now() - start).toBeLessThan(10_000);
    const alone = simulate?.(...drawing("annual", 2, 2), {}) as Promise<Cell[][]>;
    expect(await alone).toHaveLength(12);
  });

  it("goes on for who still waits", async () => {
    const simulate = shippedFunctions().get("SIMULATE");
    const first: { onCanceled?: () => void } = {};
    const given = drawing("annual", 30, 20_000);
    const [gone, waiting] = [simulate?.(...given, first), simulate?.(...given, {})] as Promise<Cell[][]>[];
    first.onCanceled?.();
    expect(await waiting).toHaveLength(12);
    expect(await gone).toHaveLength(12);
  });

  it.each([
    [[THREE_YEARS, SIXTY_FORTY, one("annual"), null], /^Years is missing\. Type a number\./],
    [[THREE_YEARS, SIXTY_FORTY, one("annual"), one(-3)], /^Years: -3 is not between 0 and 1000\./],
    [[THREE_YEARS, SIXTY_FORTY, one("quarterly"), one(3)], /^Policy: it looks every quarter, more often/],
    [drawing("annual", 5, 2.5), /^Paths: 2\.5 is not a whole number\./],
    [drawing("annual", 5, 5_000_000), /^Paths: 5000000 is not between 1 and 1000000\./],
    [
      drawing("annual", 1000, 1_000_000).map((each, at) => (at === 6 ? one(12) : each)),
      /^Paths: 1,000,000 paths of 12,000 rows are more than a billion rows/,
    ],
    [drawing("annual", 5, 5, 1.5), /^Seed: 1\.5 is not a whole number\./],
  ] as const)("names what is wrong: %#", async (given, message) => {
    const failure = await failureLater("SIMULATE", ...given);
    expect([failure.code, failure.message]).toEqual(["#VALUE!", expect.stringMatching(message)]);
  });
});
