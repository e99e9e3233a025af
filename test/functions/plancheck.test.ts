import { expect, it } from "@jest/globals";
import { fourteen, FOURTEEN_TARGETS } from "./household-tables";
import { callLater } from "./shipped";

it("says what the plan comes to: classes in fractions, then its figures", async () => {
  const [header, us, ...rest] = await callLater("PLANCHECK", fourteen(), FOURTEEN_TARGETS, [
    ["income 22%; gains rate 15%"],
  ]);
  expect(header).toEqual(["Class", "Before", "After", "Target", "Gap"]);
  const [name, before, after, target, gap] = us as [string, number, number, number, number];
  expect([name, target]).toEqual(["US", 0.5]);
  expect([before, after]).toEqual([expect.closeTo(93_200 / 150_000, 12), expect.closeTo(0.5, 7)]);
  expect(gap).toBeCloseTo(after - target, 12);
  const figures = new Map(rest.map(([label, ...values]) => [label, values]));
  expect(figures.get("Money traded")?.[0]).toBe(2 * 18_888.89 + 2 * 8000);
  expect(figures.get("Trades")?.[0]).toBe(4);
  expect(figures.get("Gain")?.slice(0, 2)).toEqual([0, 0]);
  expect(figures.get("Tax")?.[0]).toBe(0);
  expect(figures.get("Status")?.[0]).toBe("optimal");
});
