import { expect, test } from "@jest/globals";
import { inSlices } from "../../src/compute";

function* counting(turns: number): Generator<number, string> {
  for (let turn = 1; turn <= turns; turn++) {
    const end = performance.now() + 3;
    while (performance.now() < end);
    yield turn / turns;
  }
  return "done";
}

test("work in slices comes to its end, leaves turns to others, and says how far it is", async () => {
  const told: number[] = [];
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 0);
  expect(await inSlices(counting(20), { isStopped: false }, (done) => told.push(done))).toBe("done");
  clearInterval(timer);
  expect(turns).toBeGreaterThan(0);
  expect(told.length).toBeGreaterThan(2);
  expect([...told].sort((one, other) => one - other)).toEqual(told);
});

test("stopped work comes to nothing", async () => {
  const stop = { isStopped: false };
  const found = inSlices(counting(1000), stop, () => (stop.isStopped = true));
  expect(await found).toBeUndefined();
});
