import { expect, it } from "@jest/globals";
import { layOutWithin } from "../../../src/taskpane/charts/fewer-bars";

const count = 3_000;

/** Numbers that count how often one of them is read. */
function counted(values: readonly number[], reads: { times: number }): readonly number[] {
  return new Proxy(values, {
    get: (target, key) => {
      if (typeof key === "string" && /^\d+$/.test(key)) reads.times += 1;
      return Reflect.get(target, key) as unknown;
    },
  });
}

it("of thousands of categories those are kept that say most, and each is weighed once", () => {
  const values = Array.from({ length: count }, (_, index) => ((index * 7_919) % count) / count);
  const reads = { times: 0 };
  const data = {
    title: "Weights",
    categories: values.map((_, index) => `Fund ${index}`),
    series: [{ name: "Weight", values: counted(values, reads) }],
    format: String,
  };
  const layout = layOutWithin(data, { width: 400, fontSize: 12, limit: 300 });
  const kept = layout.names.map(({ full }) => full);
  expect(kept.length).toBeGreaterThan(3);
  const largest = values
    .map((value, index) => ({ value, name: `Fund ${index}` }))
    .sort((one, other) => other.value - one.value)
    .slice(0, kept.length);
  expect(new Set(kept)).toEqual(new Set(largest.map(({ name }) => name)));
  expect(reads.times).toBeLessThan(2 * count);
});
