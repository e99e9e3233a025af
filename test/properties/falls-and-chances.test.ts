import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { callLater, down, failureLater, type Cell } from "../functions/shipped";
import { one } from "../functions/evidence-asking";
import { naiveChance } from "../oracle/draws";
import { naiveFalls } from "../oracle/falls";
import "./seed";

// EPISODES and LOOKCHANCE against loops that share nothing with theirs, on months that fall often and deep.

const serial = (year: number, month: number, day: number): number =>
  Math.round((Date.UTC(year, month, day) - Date.UTC(1899, 11, 30)) / 86_400_000);

const drawn = fc.integer({ min: 1, max: 4 }).chain((assets) =>
  fc.record({
    returns: fc.array(
      fc.array(
        fc.integer({ min: -150, max: 155 }).map((thousandths) => thousandths / 1000),
        { minLength: assets, maxLength: assets },
      ),
      { minLength: 12, maxLength: 150 },
    ),
    parts: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: assets, maxLength: assets }),
    values: fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: assets, maxLength: assets }),
    year: fc.integer({ min: 1930, max: 2010 }),
    month: fc.integer({ min: 0, max: 11 }),
  }),
);
type Drawn = typeof drawn extends fc.Arbitrary<infer Given> ? Given : never;

/** The last days of months: of the one before the first row, then of each row. */
function monthEnds({ returns, year, month }: Drawn): number[] {
  return Array.from({ length: returns.length + 1 }, (_, row) => serial(year, month + row, 0));
}

const dated = (given: Drawn): number[][] =>
  given.returns.map((row, index) => [monthEnds(given)[index + 1] as number, ...row]);

function targetsOf({ parts }: Drawn): number[] {
  const all = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / all);
}

const bands = fc.constantFrom<readonly [text: string, reach: (target: number) => number] | undefined>(
  undefined,
  ["2%", () => 0.02],
  ["5%", () => 0.05],
  ["10% relative", (target) => 0.1 * target],
  ["5/25", (target) => Math.min(0.05, 0.25 * target)],
);
const calendars = fc.constantFrom<readonly [text: string, months: number] | undefined>(
  undefined,
  ["monthly", 1],
  ["quarterly", 3],
  ["every 5 months", 5],
  ["annual", 12],
);

describe("the falls of a mix", () => {
  it("are those that a slow loop finds, and the rule does in them what it does there", () =>
    fc.assert(
      fc.asyncProperty(drawn, bands, calendars, async (given, band, calendar) => {
        fc.pre(band !== undefined || calendar !== undefined);
        const targets = targetsOf(given);
        const wanted = naiveFalls(
          given.returns,
          targets,
          {
            ...(calendar && { everyRows: calendar[1] }),
            ...(band && { reach: targets.map(band[1]) }),
          },
          { atLeast: 0.1, most: 5 },
        );
        const text = [calendar?.[0], band?.[0]].filter((part) => part !== undefined).join(" and ");
        const asked = [down(...targets), one(text), dated(given)];
        if (wanted.length === 0) {
          expect((await failureLater("EPISODES", ...asked)).message).toMatch(/never fell by 10%/);
          return;
        }
        const found = (await callLater("EPISODES", ...asked)).slice(1);
        const days = monthEnds(given);
        const when = (row: number | undefined): Cell =>
          row === undefined ? "" : row === 0 ? "Start" : (days[row] as number);
        expect(found.map((row) => row.slice(0, 3))).toEqual(
          wanted.map(({ from, bottom, back }) => [when(from), when(bottom), when(back)]),
        );
        for (const [at, { from, bottom, back, fall, bought, ruleFall, neverFall }] of wanted.entries()) {
          const row = found[at] as Cell[];
          expect(row.slice(4, 6)).toEqual([bottom - from, back === undefined ? "" : back - bottom]);
          for (const [column, figure] of [
            [3, fall],
            [6, bought],
            [7, ruleFall],
            [8, neverFall],
          ] as const) {
            expect(Math.abs(Number(row[column]) - figure)).toBeLessThan(1e-9);
          }
        }
      }),
      { numRuns: 200 },
    ));
});

describe("the chance of being outside at the next look", () => {
  it("is what a slow loop counts on the same draws", () =>
    fc.assert(
      fc.asyncProperty(
        drawn,
        bands,
        calendars,
        fc.record({
          asOf: fc.integer({ min: serial(2015, 0, 1), max: serial(2030, 0, 1) }),
          paths: fc.integer({ min: 1, max: 200 }),
          seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        }),
        async (given, band, calendar, { asOf, paths, seed }) => {
          fc.pre(band !== undefined);
          const targets = targetsOf(given);
          const day = new Date(Date.UTC(1899, 11, 30) + asOf * 86_400_000);
          const due = (months: number): number => {
            const [year, month] = [day.getUTCFullYear(), day.getUTCMonth() + months];
            return Math.min(serial(year, month, day.getUTCDate()), serial(year, month + 1, 0));
          };
          const rows = calendar ? Math.max(1, Math.round(((due(calendar[1]) - asOf) * 12) / 365.25)) : 12;
          const wanted = naiveChance({ ...given, targets }, targets.map(band[1]), {
            rows,
            paths,
            seed,
            atAny: calendar === undefined,
          });
          const text = [calendar?.[0], band[0]].filter((part) => part !== undefined).join(" and ");
          const found = await callLater(
            ...(["LOOKCHANCE", down(...given.values), down(...targets), one(text), dated(given)] as const),
            ...[one(asOf), one(paths), one(seed)],
          );
          expect(found).toEqual([[wanted]]);
        },
      ),
      { numRuns: 100 },
    ));
});
