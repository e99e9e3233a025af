import { expect, test } from "@jest/globals";
import { LaterAnswers } from "../../src/workbench/later-answers";

const later = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

test("answers that come at once are shown by one calculation, and who waits comes back after it", async () => {
  let calculations = 0;
  const answers = new LaterAnswers(async () => {
    await later(20);
    calculations += 1;
  });
  await answers.shown();
  expect(calculations).toBe(0);
  const one = Promise.resolve();
  answers.add(one);
  answers.add(one);
  await answers.shown();
  expect(calculations).toBe(1);
});

test("an answer that a calculation asks for anew is waited for too", async () => {
  let calculations = 0;
  const answers: LaterAnswers = new LaterAnswers(async () => {
    await Promise.resolve();
    calculations += 1;
    if (calculations < 3) answers.add(later(5));
  });
  answers.add(later(5));
  await answers.shown();
  expect(calculations).toBe(3);
});
