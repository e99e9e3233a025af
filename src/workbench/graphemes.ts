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
  const whole: Reading = Reflect.get(reader, "segment");
  // What a reader reads never changes, and to ask it takes longer than to read a sign.
  const ofSigns = new WeakMap<Intl.Segmenter, boolean>();
  const readsSigns = (one: Intl.Segmenter): boolean => {
    const known = ofSigns.get(one) ?? one.resolvedOptions().granularity === "grapheme";
    ofSigns.set(one, known);
    return known;
  };
  reader.segment = function (this: Intl.Segmenter, text) {
    if (text.length <= reach || !readsSigns(this)) return whole.call(this, text);
    return new Signs(text, this, whole);
  };
}

type Reading = Intl.Segmenter["segment"];

/** The signs of a text one after another. Where one begins does not depend on those before it. */
class Signs implements Intl.Segments {
  constructor(
    private readonly text: string,
    private readonly reader: Intl.Segmenter,
    private readonly whole: Reading,
  ) {}

  containing(at?: number): Intl.SegmentData | undefined {
    return this.whole.call(this.reader, this.text).containing(at);
  }

  // Univer asks each letter of a text for no more than its first sign: a generator would take longer than all else.
  [Symbol.iterator](): ReturnType<Intl.Segments[typeof Symbol.iterator]> {
    const { text, reader, whole } = this;
    let index = 0;
    const signs = {
      next: (): IteratorResult<Intl.SegmentData, undefined> => {
        if (index >= text.length) return { done: true, value: undefined };
        const segment = standsAlone(text, index)
          ? text.charAt(index)
          : firstOf(text, index, (part) => whole.call(reader, part));
        const value = { segment, index, input: text };
        index += segment.length;
        return { done: false, value };
      },
      [Symbol.iterator]: () => signs,
    };
    return signs;
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

/** The first sign that can be part of the one before it: the combining marks begin here. */
const marks = 0x300;
const carriageReturn = 0x0d;

/** Whether a sign is one unit for sure: it and the next one are of those that go together with none but \r with \n. */
function standsAlone(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < marks && code !== carriageReturn && text.charCodeAt(at + 1) < marks;
}
