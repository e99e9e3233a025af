import { expect, test } from "@jest/globals";
import { leastWidth, mendLongWords } from "../../src/workbench/long-words";

test("a text of usual words is laid out as wide as its box", () => {
  expect(leastWidth("")).toBe(0);
  expect(leastWidth("lorem ipsum ".repeat(3_000))).toBe(0);
  expect(leastWidth("\u6f22".repeat(32_767))).toBe(0);
  expect(leastWidth("a-".repeat(16_000))).toBe(0);
});

test("a word of tens of thousands of letters is laid out on some hundred lines, whatever its size", () => {
  for (const size of [8, 11, 40]) {
    for (const letters of [301, 1_000, 32_767]) {
      const width = leastWidth(`short ${"x".repeat(letters)} short`, size);
      const perLine = Math.floor(width / (size * (4 / 3) * 0.6) + 1e-9);
      expect(letters / perLine).toBeLessThanOrEqual(300);
      expect(letters / (perLine - 1)).toBeGreaterThan(300);
    }
  }
});

test("while it is laid out the page is that wide, and then as it was", () => {
  interface Snapshot {
    readonly documentStyle: { readonly pageSize: { readonly width: number; readonly height: number } };
    readonly body: { readonly dataStream: string };
  }
  const laidOut: number[] = [];
  class Texts {
    constructor(readonly snapshot: Snapshot) {}
    calculate(): void {
      laidOut.push(this.snapshot.documentStyle.pageSize.width);
    }
    getViewModel(): object {
      return { getDataModel: () => ({ getSnapshot: () => this.snapshot }) };
    }
  }
  mendLongWords(Texts as never);
  const snapshot = (letters: number, width: number): Snapshot => ({
    documentStyle: { pageSize: { width, height: Infinity } },
    body: { dataStream: `${"x".repeat(letters)}\r\n` },
  });
  const narrow = snapshot(32_767, 20);
  for (const each of [narrow, snapshot(32_767, 5_000), snapshot(200, 20), snapshot(32_767, Infinity)])
    new Texts(each).calculate();
  expect(laidOut).toEqual([leastWidth("x".repeat(32_767)), 5_000, 20, Infinity]);
  expect(narrow).toEqual(snapshot(32_767, 20));
});
