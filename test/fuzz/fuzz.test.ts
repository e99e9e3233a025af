import { describe, expect, it, test } from "@jest/globals";
import * as fc from "fast-check";
import { FUNCTIONS, callsOf } from "./calls";
import { hunt } from "./hunt";
import { LAWS, broken, shipped, type Ask, type Outcome } from "./laws";
import { read, written } from "./line";
import { huntByLength } from "./long-texts";

/** Calls of each function, and of those with long texts. `npm run fuzz` draws as many as one has minutes for. */
const RUNS = 60;
const LONG_RUNS = 3;
const SEED = 20_261_129;

const ask = shipped();

describe("random calls of the shipped functions", () => {
  it.each(FUNCTIONS)("%s keeps every law", async (name) => {
    const found = await hunt(name, SEED, RUNS, ask);
    expect(found && { broken: found.broken, replay: written(found.call) }).toBeUndefined();
  });

  it.each(FUNCTIONS)("%s answers to long texts as soon as to short ones", async (name) => {
    const found = await huntByLength(name, SEED, LONG_RUNS, ask);
    expect(found && { broken: found.broken, replay: written(found.call) }).toBeUndefined();
  });

  it("shows every law answers as well as errors", async () => {
    const calls = fc.sample(callsOf("REBALANCE"), { seed: SEED, numRuns: 200 });
    const outcomes = await Promise.all(calls.map(async (call) => (await ask(call)).kind));
    expect(outcomes.filter((kind) => kind === "cells").length).toBeGreaterThan(40);
    expect(outcomes.filter((kind) => kind === "error").length).toBeGreaterThan(20);
  });
});

describe("a broken function", () => {
  const cells = (...rows: readonly unknown[][]): Outcome => ({ kind: "cells", cells: rows });
  const says = (code: string, message: string): Outcome => ({ kind: "error", code, message });
  const heights = (call: Parameters<Ask>[0]): unknown[][] => (call.arguments[0] ?? [[0]]).map(() => [1]);
  let asked = 0;
  const faults: readonly (readonly [law: string, ask: Ask])[] = [
    ["an error is #VALUE! or #N/A, with a sentence", () => says("#REF!", "Values is missing.")],
    ["an error is #VALUE! or #N/A, with a sentence", () => says("#N/A", "")],
    ["an error is #VALUE! or #N/A, with a sentence", () => says("#N/A", "Values: [object Object] is not a number.")],
    ["an error is #VALUE! or #N/A, with a sentence", (call) => says("#N/A", `${JSON.stringify(call).repeat(200)}.`)],
    ["an answer is a rectangle of finite numbers, texts, truths and errors", () => cells([NaN])],
    ["an answer is a rectangle of finite numbers, texts, truths and errors", () => cells([-0])],
    ["an answer is a rectangle of finite numbers, texts, truths and errors", () => cells([null])],
    ["an answer is a rectangle of finite numbers, texts, truths and errors", () => cells([1, 2], [3])],
    ["an answer is a rectangle of finite numbers, texts, truths and errors", () => cells()],
    ["a row function's answer is as high as its columns", (call) => cells(...heights(call), [1])],
    [
      "the cells that were read are left alone",
      (call) => {
        (call.arguments[0]?.[0] as unknown[])[0] = 5;
        return cells(...heights(call));
      },
    ],
    ["the same question has the same answer", (call) => cells(...heights(call).map(() => [(asked += 1)]))],
    [
      "a blank is a blank, as 0, as nothing and as empty text",
      (call) => cells(...heights(call).map((_, row) => [call.arguments[0]?.[row]?.[0] === "" ? 1 : 2])),
    ],
    [
      "an error is Excel's own",
      () => {
        throw new RangeError("Division by zero");
      },
    ],
  ];

  it.each(faults)("is found by the law: %s", async (law, ask) => {
    const found = await hunt("WEIGHTS", SEED, 400, ask);
    expect(found?.broken.startsWith(law)).toBe(true);
  });

  it("has a test for each law", () => {
    const tried = new Set(faults.map(([law]) => law));
    expect(LAWS.filter(({ name }) => !tried.has(name))).toEqual([]);
  });

  it.each<[string, Ask]>([
    [
      "long texts take no second",
      (call) => {
        const long = call.arguments.flat(2).filter((cell) => typeof cell === "string" && cell.length > 1_000).length;
        for (const end = process.cpuUsage().user + long * 1_500_000; process.cpuUsage().user < end;);
        return cells([1]);
      },
    ],
    ["an error is #VALUE! or #N/A, with a sentence", () => says("#N/A", "Nothing")],
    ["an answer is a rectangle of finite numbers, texts, truths and errors", () => cells([NaN])],
    [
      "an error is Excel's own",
      () => {
        throw new RangeError("Invalid string length");
      },
    ],
  ])("that is given long texts is found by the law: %s", async (law, asked) => {
    const found = await huntByLength("POLICY", SEED, 1, asked);
    expect(found?.broken.startsWith(law)).toBe(true);
  });

  it("is shown by the smallest call that breaks it", async () => {
    const found = await hunt("DRIFT", SEED, 400, (call) => {
      const thousands = call.arguments[0]?.some(([cell]) => typeof cell === "number" && cell >= 1_000);
      return thousands ? cells([NaN]) : cells(...heights(call));
    });
    expect(found?.call.arguments[0]).toEqual([[1_000]]);
    expect(found && (await broken(found.call, ask))).toBeUndefined();
  });
});

test("a finding is replayed from its line", () => {
  const everything = fc.constantFrom(...FUNCTIONS).chain(callsOf);
  fc.assert(
    fc.property(everything, (call) => {
      const line = written(call);
      expect(line).not.toContain("\n");
      expect(read(line)).toEqual(call);
    }),
    { numRuns: 300 },
  );
});
