import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { labelWidth, linesOf, textWidth } from "../../src/sheets";

describe("labelWidth", () => {
  // Advance widths of DejaVu Sans, which has Verdana's: the widest of the fonts that a page falls back on. In 1/2048 em.
  const dejaVu: Readonly<Record<string, number>> = {
    ...Object.fromEntries(Array.from("0123456789$").map((sign) => [sign, 1303])),
    ...{ ",": 651, ".": 651, "%": 1946, "-": 739, "−": 1716, "+": 1716, " ": 651, "/": 690, "(": 799, ")": 799 },
    ...{ K: 1343, M: 1767, B: 1405, m: 1995, W: 2025 },
  };

  it.each(["$1,000,000,000", "−72.8%", "(1,234.50)", "$165M", "$10K", "$2.5B", "5/25", "1,199"])(
    "leaves room for the figures of an axis in the widest fonts: %s",
    (text) => {
      const wide = Array.from(text).reduce((sum, sign) => sum + (dejaVu[sign] ?? NaN), 0) / 2048;
      expect(labelWidth(text)).toBeGreaterThanOrEqual(wide);
      expect(labelWidth(text)).toBeLessThan(wide * 1.15);
    },
  );
});

describe("linesOf", () => {
  it("breaks between words, and ends with an ellipsis where the rest has no line", () => {
    expect(linesOf("Vanguard Total International Stock Index", 12, 3)).toEqual([
      "Vanguard Total",
      "International Stock",
      "Index",
    ]);
    expect(linesOf("Vanguard Total International Stock Index", 12, 2)).toEqual([
      "Vanguard Total",
      "International Stock In…",
    ]);
    expect(linesOf("Bonds", 12, 2)).toEqual(["Bonds"]);
    expect(linesOf("  ", 12, 2)).toEqual([]);
  });

  it("breaks a word that is longer than a line", () => {
    expect(linesOf("Donaudampfschifffahrtsgesellschaft", 10, 9).join("")).toBe("Donaudampfschifffahrtsgesellschaft");
  });

  it("keeps every line within its width and never loses a letter without an ellipsis", () => {
    const width = fc.double({ min: 2, max: 60, noNaN: true });
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 120 }),
        width,
        fc.integer({ min: 1, max: 5 }),
        (text, room, most) => {
          const lines = linesOf(text, room, most);
          expect(lines.length).toBeLessThanOrEqual(most);
          for (const line of lines) {
            // One letter stays, however narrow the line is.
            if (Array.from(line.replace("…", "")).length > 1) expect(textWidth(line)).toBeLessThanOrEqual(room + 1);
          }
          const bare = (each: string): string => each.replace(/\s/g, "");
          const said = bare(lines.join(""));
          if (said === bare(text)) return;
          expect(said.endsWith("…")).toBe(true);
          expect(bare(text).startsWith(said.slice(0, -1))).toBe(true);
        },
      ),
    );
  });
});
