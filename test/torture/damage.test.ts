import { describe, expect, it, test } from "@jest/globals";
import * as fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { writeBook } from "../../src/xlsx";
import { plan } from "../xlsx/sample-book";
import { damaged, damages } from "./damage";
import { wrongWith } from "./outcome";
import { bytesOf, damagedFiles } from "./sound-files";

// `npm run torture` reads damaged files for as many minutes as one has, and opens hostile ones in a browser.

test("a damaged workbook opens and comes back equal from being saved, or is refused in words", async () => {
  await fc.assert(
    fc.asyncProperty(damagedFiles, async (file) => {
      expect(await wrongWith(await bytesOf(file))).toBeUndefined();
    }),
    { seed: 20_261_129, numRuns: 150 },
  );
}, 120_000);

test("every file is sound before it is damaged", async () => {
  const seen = new Set<string>();
  for (const { file } of fc.sample(damagedFiles, { seed: 1, numRuns: 200 })) seen.add(file);
  for (const file of seen)
    expect([file, await wrongWith(await bytesOf({ file, damages: [] }))]).toEqual([file, undefined]);
  expect(seen.size).toBeGreaterThan(10);
}, 60_000);

describe("what is wrong with a file", () => {
  it("is no refusal of what is no workbook, but a fault behind its words", async () => {
    expect(await wrongWith(new Uint8Array([1, 2, 3]))).toBeUndefined();
    expect(await wrongWith(await writeBook(plan))).toBeUndefined();
    expect(await wrongWith(null as unknown as Uint8Array)).toMatch(/^its words hide TypeError/);
  });

  it("differs from seed to seed, and is the same for one seed", async () => {
    const sound = await writeBook(plan);
    const [one, other] = fc.sample(damages, { seed: 5, numRuns: 2 }) as [never, never];
    const text = (happened: never): string =>
      Object.entries(unzipSync(damaged(sound, happened)))
        .map(([path, content]) => path + strFromU8(content))
        .join("");
    expect(text(one)).toBe(text(one));
    expect(text(one)).not.toBe(text(other));
  });
});
