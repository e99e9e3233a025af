import type { DocumentSkeleton } from "@univerjs/engine-render";

/** As many letters of one word are laid out at a time. */
const mostLetters = 300;

/** What a line doesn't break in. Between the signs of some scripts it may break anywhere. */
const word =
  /[^\s\p{Cc}\p{Ideographic}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}-]+/gu;

const signs = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** A text cut where a word has become too long to be laid out at one go; the parts together are the text. */
export function inParts(text: string): readonly string[] {
  if (text.length <= mostLetters) return [text];
  const cuts: number[] = [];
  for (const { 0: long, index } of text.matchAll(word)) {
    for (let from = 0; long.length - from > mostLetters;) {
      // A sign of several units stays whole.
      const rest = long.slice(from, from + 2 * mostLetters);
      const sign = signs.segment(rest).containing(mostLetters);
      const length = sign && sign.index > 0 ? sign.index : mostLetters;
      from += length;
      cuts.push(index + from);
    }
  }
  return [0, ...cuts].map((from, at) => text.slice(from, cuts[at]));
}

type ViewModel = ReturnType<DocumentSkeleton["getViewModel"]>;
type Section = ReturnType<ViewModel["getChildren"]>[number];
type Paragraph = Section["children"][number];
type Properties = ReturnType<ViewModel["getParagraph"]>;

/**
 * Mends how Univer lays out a word that is longer than its line. Each line calls the next one, and takes its letters one by
 * one off the word: a word of tens of thousands of letters keeps the page busy for a second at each click on its cell, and in
 * a narrow column it ends the script. Here such a word is laid out part by part, each of which begins a line, as if it were
 * some paragraphs; afterwards they are one again.
 */
export function mendLongWords({ prototype }: Pick<typeof DocumentSkeleton, "prototype">): void {
  const layOut: unknown = Reflect.get(prototype, "calculate");
  if (typeof layOut !== "function") throw new Error("How Univer lays out texts has changed: see long-words.ts.");
  prototype.calculate = function (this: DocumentSkeleton, bounds) {
    if (!this.dirty) return;
    const model = this.getViewModel();
    /** The last place of each part of a paragraph but its last part, and the last place of that paragraph. */
    const ends = new Map<number, number>();
    const whole: (readonly [Section, Paragraph[]])[] = [];
    for (const section of model.getChildren()) {
      const parts = section.children.flatMap((paragraph) => partsOf(paragraph, ends));
      if (parts.length === section.children.length) continue;
      whole.push([section, section.children]);
      section.children = parts;
    }
    if (whole.length === 0) {
      layOut.call(this, bounds);
      return;
    }
    const propertiesAt = model.getParagraph.bind(model);
    model.getParagraph = (index): Properties => {
      const end = ends.get(index);
      const properties = propertiesAt(end ?? index);
      return end === undefined || !properties ? properties : { ...properties, startIndex: index };
    };
    try {
      layOut.call(this, bounds);
      makeOne(this, ends);
    } finally {
      Reflect.deleteProperty(model, "getParagraph");
      for (const [section, paragraphs] of whole) section.children = paragraphs;
    }
  };
}

function partsOf(paragraph: Paragraph, ends: Map<number, number>): readonly Paragraph[] {
  const { content = "", startIndex, endIndex, blocks } = paragraph;
  const parts = inParts(content);
  if (parts.length === 1) return [paragraph];
  let from = startIndex;
  return parts.map((part): Paragraph => {
    const at = { content: part, startIndex: from, endIndex: from + part.length - 1 };
    from += part.length;
    if (at.endIndex < endIndex) ends.set(at.endIndex, endIndex);
    const own = blocks.filter((block) => block >= at.startIndex && block <= at.endIndex);
    return Object.assign(Object.create(paragraph) as Paragraph, at, { blocks: own });
  });
}

/** Tells the lines of each part which paragraph they are of. */
function makeOne(skeleton: DocumentSkeleton, ends: ReadonlyMap<number, number>): void {
  const pages = skeleton.getSkeletonData()?.pages ?? [];
  const lines = pages.flatMap((page) =>
    page.sections.flatMap(({ columns }) => columns.flatMap((column) => column.lines)),
  );
  let before: number | undefined;
  for (const line of lines) {
    line.paragraphIndex = ends.get(line.paragraphIndex) ?? line.paragraphIndex;
    if (line.paragraphIndex === before) line.paragraphStart = false;
    before = line.paragraphIndex;
  }
}
