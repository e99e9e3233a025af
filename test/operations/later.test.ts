import { expect, test } from "@jest/globals";
import { succeeded } from "../../src/engine";
import { laterOperation, type LaterOperation, type Work } from "../../src/operations/later";
import { failed } from "../../src/ranges";

type Cells = readonly (readonly unknown[])[];

interface Counted {
  readonly count: number;
  readonly notes: [];
}

/** An operation that counts how often its work is loaded and how often it decides: it answers the count of the latter. */
function counting({
  loads = () => true,
  decides = () => "answers",
}: {
  readonly loads?: (count: number) => boolean;
  readonly decides?: (count: number) => "answers" | "fails" | "breaks";
} = {}): { made: LaterOperation<"COUNTING", [Cells], Counted>; counts: { loaded: number; decided: number } } {
  const counts = { loaded: 0, decided: 0 };
  const work: Work<[Cells], Counted> = {
    holds: [["money"]],
    decide: async () => {
      counts.decided += 1;
      const count = counts.decided;
      await Promise.resolve();
      if (decides(count) === "breaks") throw new Error("a fault");
      return decides(count) === "fails" ? failed({ code: "no solver" }) : succeeded({ count, notes: [] });
    },
    show: ({ count }) => [[count]],
    explain: () => ({ rounded: [{ fact: "to the cent" }] }),
  };
  const made = laterOperation<"COUNTING", [Cells], Counted>(
    { name: "COUNTING", family: "household", arguments: [{ name: "holdings", holds: "by heading" }] },
    async () => {
      counts.loaded += 1;
      if (!loads(counts.loaded)) throw new Error("ChunkLoadError");
      return work;
    },
  );
  return { made, counts };
}

test("its work is loaded when it is first asked, and answers as any other does", async () => {
  const { made, counts } = counting();
  expect(counts.loaded).toBe(0);
  const answer = await made.answer([[1]]);
  expect(answer).toMatchObject({ ok: true, cells: [[1]], holds: [["money"]], notes: [] });
  expect(answer.ok && answer.explain()).toEqual({ read: [], steps: [], bound: [], rounded: [{ fact: "to the cent" }] });
});

test("formulas that ask the same at once, and again later, cost one computation", async () => {
  const { made, counts } = counting();
  const both = await Promise.all([made.answer([[1], [2]]), made.answer([[1], [2]])]);
  expect(both[0]).toBe(both[1]);
  expect(await made.answer([[1], [2]])).toBe(both[0]);
  expect(counts).toEqual({ loaded: 1, decided: 1 });
  expect(await made.answer([[3]])).toMatchObject({ cells: [[2]] });
});

test("cells that a caller changes while it waits ask anew", async () => {
  const { made } = counting();
  const cells = [[1]];
  const first = made.answer(cells);
  cells[0] = [2];
  expect(await made.answer(cells)).toMatchObject({ cells: [[2]] });
  expect(await first).toMatchObject({ cells: [[1]] });
});

test("what could not be loaded says so, and is loaded again by the next who asks", async () => {
  const { made, counts } = counting({ loads: (count) => count > 1 });
  expect(await made.answer([[1]])).toEqual({ ok: false, problem: { code: "not loaded" } });
  expect(await made.answer([[1]])).toMatchObject({ ok: true });
  expect(counts.loaded).toBe(2);
});

test("a failure and a fault are not remembered", async () => {
  const { made } = counting({ decides: (count) => (["fails", "breaks"] as const)[count - 1] ?? "answers" });
  expect(await made.answer([[1]])).toMatchObject({ ok: false, problem: { code: "no solver" } });
  await expect(made.answer([[1]])).rejects.toThrow("a fault");
  expect(await made.answer([[1]])).toMatchObject({ cells: [[3]] });
});

test("whoever needs the record is given it, loaded on first use as well", async () => {
  const { made, counts } = counting({ loads: (count) => count > 1 });
  expect(await made.decide([[1]])).toEqual(failed({ code: "not loaded" }));
  expect(await made.decide([[1]])).toEqual(succeeded({ count: 1, notes: [] }));
  expect(counts).toEqual({ loaded: 2, decided: 1 });
});
