/** How far a text is read to find where its first sign ends, in UTF-16 units; further where a sign is as long as that. */
const reach = 32;

/** Readers that are mended already. */
const mended = new WeakSet<Intl.Segmenter>();

/**
 * Mends how a browser reads the signs of a text. It reads a text to its end before it tells the first one, and Univer,
 * when it lays a text out, asks for the first sign of what is left at each letter: with the 32,767 letters that a cell may
 * hold that takes a page ten seconds. Here a text is read as far as is asked.
 */
export function mendGraphemes(reader: Intl.Segmenter = Intl.Segmenter.prototype): void {
  if (mended.has(reader)) return;
  mended.add(reader);
  const whole = Reflect.get(reader, "segment");
  reader.segment = function (this: Intl.Segmenter, text) {
    const segmentsOf = (part: string): Intl.Segments => whole.call(this, part);
    if (text.length <= reach || this.resolvedOptions().granularity !== "grapheme") return segmentsOf(text);
    return {
      containing: (at) => segmentsOf(text).containing(at),
      [Symbol.iterator]: () => signsOf(text, segmentsOf) as ReturnType<Intl.Segments[typeof Symbol.iterator]>,
    };
  };
}

/** The signs of a text one after another. Where one begins does not depend on those before it. */
function* signsOf(text: string, segmentsOf: (part: string) => Intl.Segments): Generator<Intl.SegmentData> {
  for (let index = 0, length = 0; index < text.length; index += length) {
    const segment = firstOf(text, index, segmentsOf);
    length = segment.length;
    yield { segment, index, input: text };
  }
}

function firstOf(text: string, from: number, segmentsOf: (part: string) => Intl.Segments): string {
  for (let far = reach; ; far *= 2) {
    const part = text.slice(from, from + far);
    const [first] = segmentsOf(part);
    const { segment = "" } = first ?? {};
    // Whether a sign goes on is told by the one code point that follows it, which must not be cut in two.
    if (segment.length + 2 <= part.length || from + far >= text.length) return segment;
  }
}
