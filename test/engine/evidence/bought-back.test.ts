import { expect, it } from "@jest/globals";
import { boughtBack } from "../../../src/engine/evidence/bought-back";

it("counts purchases up to so many days after a sale, the last of them too", () => {
  // Sold on day 100, bought on days 130 and 131.
  const path = { trades: Float64Array.of(-50, 20, 20), values: Float64Array.of(1000, 1000, 1000) };
  const on = (...days: number[]) => ({
    columns: [new Float64Array(3)],
    periodsPerYear: 12,
    dates: { kind: "days" as const, days },
  });
  expect(boughtBack(path, on(100, 130, 131), 30)).toBe(1);
  expect(boughtBack(path, on(100, 130, 131), 31)).toBe(2);
  expect(boughtBack(path, on(100, 131, 132), 30)).toBe(0);
});
