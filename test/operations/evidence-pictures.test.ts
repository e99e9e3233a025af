import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { backtest, backtestPath, compare, episodes, history } from "../../src/operations";
import { crashPicture } from "../../src/operations/evidence/crash-picture";
import type { EvidenceQuestion } from "../../src/operations/evidence/question";
import { rulesPicture, type RulesPicture } from "../../src/operations/evidence/rules-picture";
import type { CrashPicture } from "../../src/operations";
import { readPolicies, sameSetting, type Cells, type Read } from "../../src/ranges";

const months = { builtIn: ["stocks", "bonds"] } as const;

function asked(policy: string, given: Partial<EvidenceQuestion> = {}): EvidenceQuestion {
  return { returns: months, targets: [[0.6], [0.4]], policy: [[policy]], start: 10_000, contribution: 0, ...given };
}

function got<Record>(read: Read<Record>): Record {
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}

async function rules(policy: string, given: Partial<EvidenceQuestion> = {}): Promise<RulesPicture> {
  return got(await rulesPicture(asked(policy, given)));
}

async function monthCells(names = "stocks, bonds"): Promise<Cells> {
  const answer = await history.answer([[`monthly ${names}`]]);
  if (!answer.ok) throw new Error("no returns");
  return answer.cells;
}

/** The figures of a row of an answer, by their headings. */
function byHeading(cells: Cells, row: number): ReadonlyMap<unknown, unknown> {
  return new Map((cells[0] ?? []).map((heading, column) => [heading, cells[row]?.[column]]));
}

/** Own returns with the month's last day before each row, from January 2000 on. */
function dated(rows: readonly (readonly number[])[]): Pick<EvidenceQuestion, "returns"> {
  const days = rows.map((_, row) => serialOf(new Date(Date.UTC(2000, row + 1, 0))));
  return {
    returns: {
      own: [
        ["Month", ...(rows[0]?.map((_, asset) => `Fund ${asset + 1}`) ?? [])],
        ...rows.map((row, index) => [days[index] ?? 0, ...row]),
      ],
    },
  };
}

function serialOf(day: Date): number {
  return Math.round(day.getTime() / 86_400_000) + 25_569;
}

/** Own returns without dates, a row a period. */
function own(rows: readonly (readonly number[])[]): Pick<EvidenceQuestion, "returns"> {
  return { returns: { own: [rows[0]?.map((_, asset) => `Fund ${asset + 1}`) ?? [], ...rows] } };
}

describe("the record of rules side by side", () => {
  it("counts worked number 52's rebalances, a list for each interval and a rule for each band", async () => {
    const { grid, never, years } = await rules("annual and 5%");
    expect(years).toBe(100);
    expect(grid.map((each) => each.slice(0, 4).map(({ statistics }) => statistics.rebalances))).toEqual([
      [1199, 412, 65, 23],
      [399, 259, 53, 22],
      [99, 88, 33, 15],
    ]);
    expect(grid[2]?.map(({ tradesAYear }) => tradesAYear).slice(0, 4)).toEqual([0.99, 0.88, 0.33, 0.15]);
    expect(never.statistics.rebalances).toBe(0);
  });

  it("says of each rule what COMPARE answers about its name, with the costs of the owner's rule", async () => {
    const { grid, never, own: mine, kinds } = await rules("semiannual and drift 4%; cost 0.2%; fee $3");
    const all = [mine, ...grid.flat(), never];
    expect(all.map(({ name }) => name).filter((name) => !name.includes("cost 0.2%; fee $3"))).toEqual([]);
    const answer = await compare.answer(
      await monthCells(),
      [[0.6], [0.4]],
      all.map(({ name }) => [name]),
    );
    if (!answer.ok) throw new Error("no answer");
    expect(answer.cells).toHaveLength(all.length + 1);
    expect(answer.cells[0]).toHaveLength(kinds.length);
    for (const [index, { name, statistics }] of all.entries()) {
      const told = byHeading(answer.cells, index + 1);
      expect(told.get("Policy")).toBe(name);
      expect(told.get("Rebalances")).toBe(statistics.rebalances);
      expect(told.get("Final value")).toBe(statistics.finalValue);
      expect(told.get("Costs")).toBe(statistics.costs);
    }
  });

  it("strays as the weights of BACKTESTPATH do, counted row by row", async () => {
    const picture = await rules("annual and 5/25", { targets: [[0.7], [0.3]] });
    for (const rule of [picture.own, picture.never, picture.grid[0]?.[5], picture.grid[1]?.[0]]) {
      if (!rule) throw new Error("no rule");
      const policy = rule.name === "never" ? "" : rule.name;
      const path = await backtestPath.answer(await monthCells(), [[0.7], [0.3]], [[policy]]);
      if (!path.ok) throw new Error("no path");
      // Below the headings and the start.
      const drifts = path.cells.slice(2).map(([, , stocks, bonds]) => {
        return (Math.abs(Number(stocks) - 0.7) + Math.abs(Number(bonds) - 0.3)) / 2;
      });
      expect(drifts).toHaveLength(1200);
      expect(rule.drift).toBeCloseTo(drifts.reduce((sum, drift) => sum + drift, 0) / drifts.length, 12);
    }
  });

  it("finds the owner's rule in the grid, and another with its band to hold it against", async () => {
    const { same, beside } = await rules("annual and 5%; min $100");
    expect(same?.name).toBe("annual and 5%");
    expect(beside?.by).toBe("band");
    expect(beside?.rule.name).toBe("monthly and 5%");
    expect(beside?.rule.statistics.rebalances).toBe(65);
  });

  it("holds a band that is watched any day against looks that come to something else", async () => {
    const { own: mine, same, beside, grid } = await rules("5%");
    expect(mine.statistics.rebalances).toBe(grid[0]?.[2]?.statistics.rebalances);
    expect(same).toBeUndefined();
    expect(beside?.rule.name).toBe("quarterly and 5%");
  });

  it.each(["drift 3%", "annual or 5%", "every 5 years", "annual and 5/25; to edge", ""])(
    "holds %p, whose band the grid has not so, against the rule that strays most like it",
    async (policy) => {
      const { own: mine, beside, grid, same } = await rules(policy);
      if (policy === "every 5 years") {
        expect(beside?.by).toBe("band");
        return;
      }
      expect(same).toBeUndefined();
      expect(beside?.by).toBe("drift");
      const far = grid.flat().map(({ drift }) => Math.abs(drift - mine.drift));
      expect(Math.abs((beside?.rule.drift ?? 0) - mine.drift)).toBe(Math.min(...far));
    },
  );

  it("leaves looks out that are finer than the rows, and refuses the owner's if it is", async () => {
    const yearly = own([
      [0.2, 0.02],
      [-0.3, 0.05],
      [0.25, 0.01],
    ]);
    const { grid, own: mine } = await rules("annual", yearly);
    expect(grid.map(([rule]) => rule?.name)).toEqual(["annual"]);
    expect(mine.statistics.rebalances).toBe(2);
    const years: Cells = [
      ["Year", "A", "B"],
      [2021, 0.2, 0.02],
      [2022, -0.3, 0.05],
      [2023, 0.25, 0.01],
    ];
    const byYears = await rules("annual", { returns: { own: years } });
    expect(byYears.grid.map(([rule]) => rule?.name)).toEqual(["annual"]);
    const refused = await rulesPicture(asked("weekly", { returns: { own: years } }));
    expect(refused.ok ? "" : JSON.stringify(refused.problem)).toContain("more often than the returns have rows");
  });

  it("holds for any returns: nothing strays below 0 or beyond all, never never trades, and names are read back as the rules", async () => {
    const given = fc.integer({ min: 1, max: 12 }).chain((assets) =>
      fc.record({
        rows: fc.array(
          fc.array(fc.double({ min: -0.4, max: 0.4, noNaN: true }), { minLength: assets, maxLength: assets }),
          {
            minLength: 14,
            maxLength: 40,
          },
        ),
        parts: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: assets, maxLength: assets }),
        policy: fc.constantFrom(
          "",
          "annual and 5/25",
          "5%",
          "quarterly; no sells",
          "drift 2%; cost 0.3%",
          "monthly; min $500",
        ),
      }),
    );
    await fc.assert(
      fc.asyncProperty(given, async ({ rows, parts, policy }) => {
        const whole = parts.reduce((sum, part) => sum + part, 0);
        const targets = parts.map((part) => [part / whole]);
        const picture = await rules(policy, { ...dated(rows), targets });
        const all = [picture.own, picture.never, ...picture.grid.flat()];
        for (const { drift, tradesAYear, statistics } of all) {
          expect(drift).toBeGreaterThanOrEqual(0);
          expect(drift).toBeLessThanOrEqual(1);
          expect(tradesAYear * picture.years).toBeCloseTo(statistics.rebalances, 9);
        }
        expect(picture.never.statistics.rebalances).toBe(0);
        if (parts.length === 1) expect(all.map(({ drift }) => drift)).toEqual(all.map(() => 0));
        const [deepest, flattest] = picture.span.maxDrawdown;
        for (const { statistics } of [picture.own, ...picture.grid.flat()]) {
          expect(statistics.maxDrawdown).toBeGreaterThanOrEqual(deepest);
          expect(statistics.maxDrawdown).toBeLessThanOrEqual(flattest);
        }
        // What the names say is read back as the same rules.
        const read = got(readPolicies(picture.grid.flat().map(({ name }) => [name])));
        for (const [index, { policy: back }] of (read.policies ?? []).entries()) {
          const policyThere = picture.grid.flat()[index]?.policy ?? {};
          for (const setting of ["look", "band", "destination", "cost", "fee"] as const) {
            expect(sameSetting(setting, back, policyThere)).toBe(true);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

async function crash(policy: string, worth: number, given: Partial<EvidenceQuestion> = {}): Promise<CrashPicture> {
  return got(await crashPicture(asked(policy, given), worth));
}

describe("the record of past crashes", () => {
  it("tells the falls that EPISODES does, and what they take of so many dollars", async () => {
    const { found, past, kinds } = await crash("annual and 5%", 48_400);
    if (found.is !== "falls") throw new Error("no falls");
    const answer = await episodes.answer([[0.6], [0.4]], [["annual and 5%"]]);
    if (!answer.ok) throw new Error("no answer");
    expect(found.episodes).toHaveLength(answer.cells.length - 1);
    expect(answer.cells[0]).toHaveLength(kinds.length);
    for (const [index, episode] of found.episodes.entries()) {
      const told = byHeading(answer.cells, index + 1);
      expect(told.get("Fall")).toBe(episode.fall);
      expect(told.get("Months down")).toBe(episode.down);
      expect(told.get("Months back")).toBe(episode.upAgain ?? "");
      expect(told.get("Policy's fall")).toBe(episode.ruleFall);
      expect(episode.lost.rule).toBeCloseTo(-Number(told.get("Policy's fall")) * 48_400, 6);
      expect(episode.lost.never).toBeCloseTo(-Number(told.get("Never's fall")) * 48_400, 6);
    }
    expect(found.deepest.fall).toBe(Math.min(...found.episodes.map(({ fall }) => fall)));
    expect(past.names).toEqual(["Stocks", "Bonds"]);
  });

  it("asks for stocks, bonds and bills in their order, whichever of them the funds stand for", async () => {
    const given = { returns: { builtIn: ["bills", "stocks"] }, targets: [[0.1], [0.9]] } as const;
    const { found } = await crash("annual", 1000, given);
    const answer = await episodes.answer([[0.9], [0], [0.1]], [["annual"]]);
    if (!answer.ok || found.is !== "falls") throw new Error("no answer");
    expect(found.episodes.map(({ fall }) => fall)).toEqual(answer.cells.slice(1).map((row) => row[3]));
  });

  it("says how deep the deepest is where none is deep enough", async () => {
    const calm = own([
      [0.02, 0.01],
      [-0.04, 0.01],
      [0.03, 0.01],
    ]);
    const { found, least } = await crash("annual", 20_000, calm);
    expect(least).toBe(0.1);
    // 60 % of −4 % and 40 % of 1 %.
    expect(found).toMatchObject({ is: "none" });
    if (found.is !== "none") return;
    expect(found.deepest).toBeCloseTo(-0.02, 12);
    expect(found.lost).toBeCloseTo(400, 9);
  });

  it("has no way back for a fall that lasts, and counts rows where these have no dates", async () => {
    const { found } = await crash(
      "annual",
      10_000,
      own(
        [
          [0.1, 0],
          [-0.4, 0],
          [0.05, 0],
        ].map((row) => [...row]),
      ),
    );
    if (found.is !== "falls") throw new Error("no falls");
    const [fall] = found.episodes;
    expect(found.episodes).toHaveLength(1);
    expect(fall).toMatchObject({ from: 1, bottom: 2, back: undefined, upAgain: undefined, down: 1 });
    expect(fall?.lost.rule).toBeCloseTo(2400, 9);
  });

  it("agrees with BACKTEST of the fall's own rows about what never rebalancing lost", async () => {
    const { found } = await crash("annual and 5/25", 10_000);
    if (found.is !== "falls") throw new Error("no falls");
    const cells = await monthCells();
    const rows = cells.slice(1);
    for (const { from, bottom, neverFall } of found.episodes) {
      const slice = [cells[0] ?? [], ...rows.slice(from, bottom)];
      const answer = await backtest.answer(slice, [[0.6], [0.4]], [[""]]);
      if (!answer.ok) throw new Error("no answer");
      const final = answer.cells.find(([label]) => label === "Final value")?.[1];
      expect(Number(final) / 10_000 - 1).toBeCloseTo(neverFall, 10);
    }
  });

  it("refuses what can't be read, in EPISODES' words", async () => {
    const read = await crashPicture(asked("every blue moon"), 1000);
    expect(read.ok).toBe(false);
  });
});
