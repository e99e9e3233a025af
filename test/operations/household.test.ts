import { beforeEach, expect, jest, test } from "@jest/globals";
import type * as Compute from "../../src/compute";
import { plan, planCheck, planTrades } from "../../src/operations";
import { fourteen, FOURTEEN_TARGETS } from "../functions/household-tables";

/** How many programs the solver was given. */
let programs = 0;

jest.mock("../../src/compute", () => {
  const compute = jest.requireActual<typeof Compute>("../../src/compute");
  return {
    ...compute,
    loadSolver: async () => {
      const solver = await compute.loadSolver();
      return {
        create: (...given: Parameters<typeof solver.create>) => {
          programs += 1;
          return solver.create(...given);
        },
      };
    },
  };
});

beforeEach(() => {
  programs = 0;
});

test("PLAN, PLANCHECK and PLANTRADES of the same cells are worked out once, asked at once or later", async () => {
  const policy = [["5/25"]];
  const asked = [plan, planCheck].map(async (each) => each.answer(fourteen(), FOURTEEN_TARGETS, policy));
  expect((await Promise.all(asked)).map(({ ok }) => ok)).toEqual([true, true]);
  const once = programs;
  expect(once).toBeGreaterThan(0);
  expect((await planTrades.answer(fourteen(), FOURTEEN_TARGETS, policy)).ok).toBe(true);
  expect(programs).toBe(once);
  await plan.answer(fourteen(12_000), FOURTEEN_TARGETS, policy);
  expect(programs).toBeGreaterThan(once);
});

test("says what its numbers stand for, and how it came about", async () => {
  const answers = await Promise.all(
    [plan, planCheck, planTrades].map(async (each) => each.answer(fourteen(), FOURTEEN_TARGETS)),
  );
  const holds = answers.map((answer) => answer.ok && answer.holds);
  expect(holds[0]).toEqual([
    ["plain", "plain", "plain", "money", "plain", "percent", "percent", "money", "money", "plain"],
  ]);
  expect((holds[1] as string[][])[1]?.[1]).toBe("percent");
  expect(holds[2]).toBe("money");
  for (const answer of answers) {
    const facts = answer.ok ? Object.values(answer.explain()).flat() : [];
    expect(facts).toContainEqual(expect.objectContaining({ fact: "range", argument: "Holdings" }));
    expect(facts.filter(({ fact }) => fact === "note").length).toBe(answer.ok ? answer.notes.length : -1);
  }
});
