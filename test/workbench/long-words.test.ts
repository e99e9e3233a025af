import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { inParts, mendLongWords } from "../../src/workbench/long-words";

test("a text of usual words is laid out at one go", () => {
  for (const text of [
    "",
    "lorem ipsum ".repeat(3_000),
    "\u6f22".repeat(32_767),
    "a-".repeat(16_000),
    "x".repeat(300),
  ]) {
    expect(inParts(text)).toEqual([text]);
  }
});

test("a word of tens of thousands of letters is laid out in parts of 300", () => {
  const parts = inParts(`short ${"x".repeat(32_767)} short`);
  expect(parts.map(({ length }) => length)).toEqual([306, ...Array<number>(108).fill(300), 67 + 6]);
});

test("the parts are the text, none of their words is longer than 300 letters and a sign, and no sign is cut", () => {
  const signs = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom("x", "é", "👍🏽", "👨‍👩‍👧‍👦", "🇩🇪", "a\u0334\u0321", "नि") },
    { weight: 1, arbitrary: fc.constantFrom(" ", "\r\n", "漢", "-") },
  );
  const count = (text: string): number =>
    [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)].length;
  fc.assert(
    fc.property(fc.array(signs, { minLength: 300, maxLength: 2_000 }), (all) => {
      const text = all.join("");
      const parts = inParts(text);
      expect(parts.join("")).toBe(text);
      expect(parts.reduce((sum, part) => sum + count(part), 0)).toBe(count(text));
      for (const part of parts) {
        for (const each of part.split(/[\s漢-]/)) expect(each.length).toBeLessThanOrEqual(300 + 11);
      }
    }),
    { numRuns: 100 },
  );
});

interface Paragraph {
  readonly content: string;
  readonly startIndex: number;
  readonly endIndex: number;
  readonly blocks: readonly number[];
}

class Model {
  constructor(readonly section: { children: readonly Paragraph[] }) {}

  getChildren(): readonly object[] {
    return [this.section];
  }

  getParagraph(index: number): object | undefined {
    return index === 499 ? { startIndex: 499, paragraphStyle: { horizontalAlign: 3 } } : undefined;
  }
}

/** What Univer lays out: a section of paragraphs, each of which becomes one line here. */
class Texts {
  dirty = true;
  readonly lines: { paragraphIndex: number; paragraphStart: boolean; readonly properties: unknown }[] = [];
  readonly section: { children: readonly Paragraph[] };
  readonly model: Model;

  constructor(children: readonly Paragraph[]) {
    this.section = { children };
    this.model = new Model(this.section);
  }

  calculate(): void {
    for (const { endIndex } of this.section.children) {
      this.lines.push({
        paragraphIndex: endIndex,
        paragraphStart: true,
        properties: this.model.getParagraph(endIndex),
      });
    }
  }

  getViewModel(): Model {
    return this.model;
  }

  getSkeletonData(): object {
    return { pages: [{ sections: [{ columns: [{ lines: this.lines }] }] }] };
  }
}

test("each part is laid out as the paragraph that it is of, and afterwards there is one paragraph again", () => {
  mendLongWords(Texts as never);
  const whole = { content: `${"x".repeat(498)}\r\n`, startIndex: 0, endIndex: 499, blocks: [7, 420] };
  const next = { content: "more\r\n", startIndex: 500, endIndex: 505, blocks: [] };
  const texts = new Texts([whole, next]);
  texts.calculate();
  expect(texts.lines).toEqual([
    {
      paragraphIndex: 499,
      paragraphStart: true,
      properties: { startIndex: 299, paragraphStyle: { horizontalAlign: 3 } },
    },
    {
      paragraphIndex: 499,
      paragraphStart: false,
      properties: { startIndex: 499, paragraphStyle: { horizontalAlign: 3 } },
    },
    { paragraphIndex: 505, paragraphStart: true, properties: undefined },
  ]);
  expect(texts.section.children).toEqual([whole, next]);
  expect(texts.model.getParagraph(299)).toBeUndefined();
});

test("what is laid out already is left alone", () => {
  const texts = new Texts([{ content: "x".repeat(500), startIndex: 0, endIndex: 499, blocks: [] }]);
  texts.dirty = false;
  texts.calculate();
  expect(texts.lines).toEqual([]);
});
