import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { mendGraphemes } from "../../src/workbench/graphemes";

const grapheme = (): Intl.Segmenter => new Intl.Segmenter("en-US", { granularity: "grapheme" });
const signs = fc.oneof(
  fc.constantFrom("x", " ", "é", "é", "漢", "\r\n", "‍", "️", "🇩🇪", "🇩", "👍🏽", "👨‍👩‍👧‍👦", "a̴̡̢̧", "नमस्ते", "각", "\ud83d", "1️⃣"),
  fc.string({ unit: "binary", maxLength: 3 }),
);
const texts = fc.array(signs, { maxLength: 80 }).map((all) => all.join(""));

describe("the signs of a text, read as far as is asked", () => {
  it("are those that the browser tells", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const ours = grapheme();
        mendGraphemes(ours);
        expect([...ours.segment(text)]).toEqual([...grapheme().segment(text)].map((each) => ({ ...each })));
        expect(ours.segment(text).containing(3)).toEqual(grapheme().segment(text).containing(3));
      }),
      { numRuns: 1_000 },
    );
  });

  it("are those that the browser tells where one sign is longer than a text is read at first", () => {
    const long = `x${"a" + "̴".repeat(1_000)}${"👨‍".repeat(300)}👦${"🇩🇪".repeat(100)}`;
    const ours = grapheme();
    mendGraphemes(ours);
    expect([...ours.segment(long)].map(({ segment }) => segment)).toEqual(
      [...grapheme().segment(long)].map(({ segment }) => segment),
    );
  });

  it("are words where words are asked for", () => {
    const words = new Intl.Segmenter("en-US", { granularity: "word" });
    const text = "A sentence with quite a few more words than are read at first.";
    const expected = [...words.segment(text)].map(({ segment }) => segment);
    mendGraphemes(words);
    expect([...words.segment(text)].map(({ segment }) => segment)).toEqual(expected);
  });

  it("are found in a text that is asked for its first sign at each letter without reading it to its end each time", () => {
    const ours = grapheme();
    let read = 0;
    const own = ours.segment.bind(ours);
    ours.segment = (part) => {
      read += part.length;
      return own(part);
    };
    mendGraphemes(ours);
    const text = "x".repeat(32_767);
    let letters = 0;
    for (let left = text; left.length > 0; left = left.substring(1)) {
      const [first] = ours.segment(left);
      letters += first?.segment.length ?? 0;
    }
    expect(letters).toBe(text.length);
    expect(read).toBeLessThanOrEqual(40 * text.length);
  });
});
