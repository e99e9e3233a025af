import * as fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** One thing that went wrong with a file: where is a share of the way through, so that it fits any file. */
export interface Damage {
  readonly kind: Kind;
  /** Which part, and how far into it: 0 is the first, just under 1 the last. */
  readonly part: number;
  readonly at: number;
  readonly value: string;
}

const KINDS = [
  "an attribute has another value",
  "an attribute is gone",
  "a text is another",
  "a tag is gone",
  "an element comes twice",
  "an element comes thousands of times",
  "a part ends early",
  "a part is gone",
  "a part is another",
  "a letter is another",
] as const;
type Kind = (typeof KINDS)[number];

/** Values that a program might have written, and none expects. */
const VALUES = [
  "",
  "0",
  "-1",
  "1",
  "7",
  "999",
  "65536",
  "1048577",
  "4294967295",
  "1e308",
  "NaN",
  "0.1.2",
  "true",
  "x",
  "A1",
  "XFD1048576",
  "A1:XFD1048576",
  "B2:A1",
  "A:A",
  "1:1",
  "A0",
  "$A$1",
  "Data!A1:B2",
  "'",
  "=A1",
  "#REF!",
  "SUM(",
  "rId99",
  "../../../x",
  "xl/worksheets/sheet1.xml",
  "_x0000_",
  "&#0;",
  "&amp;amp;",
  "e\u0301\ud83d\ude00",
] as const;

/** One to three damages. */
export const damages: fc.Arbitrary<readonly Damage[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...KINDS),
    part: fc.integer({ min: 0, max: 9_999 }).map((share) => share / 10_000),
    at: fc.integer({ min: 0, max: 999_999 }).map((share) => share / 1_000_000),
    value: fc.oneof(
      fc.constantFrom(...VALUES),
      fc.integer({ min: 256, max: 40_000 }).map((length) => "9".repeat(length)),
    ),
  }),
  { minLength: 1, maxLength: 3 },
);

/** The file after the damages, in their order. Where a part has nothing of the kind, it stays as it is. */
export function damaged(bytes: Uint8Array, happened: readonly Damage[]): Uint8Array {
  const parts = new Map(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]));
  for (const damage of happened) {
    const paths = [...parts.keys()].filter((path) => /\.(xml|rels|vml)$/.test(path)).sort();
    const path = among(paths, damage.part);
    if (path === undefined) continue;
    if (damage.kind === "a part is gone") parts.delete(path);
    else if (damage.kind === "a part is another") parts.set(path, parts.get(among(paths, damage.at) ?? path) ?? "");
    else parts.set(path, changed(parts.get(path) ?? "", damage));
  }
  return zipSync(Object.fromEntries([...parts].map(([path, text]) => [path, strToU8(text)])), { level: 1 });
}

/** How often an element comes that comes thousands of times. */
const THOUSANDS = 3_000;

function changed(xml: string, { kind, at, value }: Damage): string {
  switch (kind) {
    case "an attribute has another value":
      return replaced(xml, /="[^"]*"/g, at, () => `="${value.replaceAll(/[<"]/g, "")}"`);
    case "an attribute is gone":
      return replaced(xml, / [\w:]+="[^"]*"/g, at, () => "");
    case "a text is another":
      return replaced(xml, />[^<]+</g, at, () => `>${value.replaceAll("<", "")}<`);
    case "a tag is gone":
      return replaced(xml, /<[^>]*>/g, at, () => "");
    case "an element comes twice":
      return replaced(xml, /<([\w:]+)(?:[^>]*\/>|[^<]*<\/\1>)/g, at, (element) => element + element);
    case "an element comes thousands of times":
      return replaced(xml, /<([\w:]+)(?:[^>]*\/>|[^<]*<\/\1>)/g, at, (element) => element.repeat(THOUSANDS));
    case "a part ends early":
      return xml.slice(0, Math.floor(xml.length * at));
    default: {
      const place = Math.floor(xml.length * at);
      return xml.slice(0, place) + (value[0] ?? "") + xml.slice(place + 1);
    }
  }
}

/** The text with one of the matches replaced, the one at this share of them. */
function replaced(xml: string, pattern: RegExp, at: number, by: (match: string) => string): string {
  const match = among([...xml.matchAll(pattern)], at);
  if (match === undefined) return xml;
  return xml.slice(0, match.index) + by(match[0]) + xml.slice(match.index + match[0].length);
}

function among<Item>(items: readonly Item[], share: number): Item | undefined {
  return items[Math.floor(items.length * share)];
}
