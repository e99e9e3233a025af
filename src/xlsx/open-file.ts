import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { declaration } from "./xml";

/** A workbook file while it is changed: its parts, what type each is, and what refers to what. */
export class OpenFile {
  readonly #parts: Map<string, string | Uint8Array>;
  readonly #types: string[] = [];

  /** Opens a file whose parts are all XML. */
  constructor(bytes: Uint8Array) {
    const parts = unzipSync(bytes, { filter: ({ name }) => !name.endsWith("/") });
    this.#parts = new Map(Object.entries(parts).map(([path, content]) => [path, strFromU8(content)]));
  }

  /** Puts a part where there was none or another. `type` is the content type of a new one; pictures have theirs by `.png`. */
  put(path: string, content: string | Uint8Array, type?: string): void {
    this.#parts.set(path, content);
    if (type !== undefined) this.#types.push(`<Override PartName="/${path}" ContentType="${type}"/>`);
    else if (path.endsWith(".png") && !this.#types.includes(png)) this.#types.push(png);
  }

  /** Changes a part of text; nothing happens if the file has none of that path. */
  change(path: string, how: (xml: string) => string): void {
    const xml = this.#parts.get(path);
    if (typeof xml === "string") this.#parts.set(path, how(xml));
  }

  /** Lets a part refer to another, `target` being relative to it, and returns the relationship's id. The file itself is "". */
  relate(path: string, type: string, target: string): string {
    const slash = path.lastIndexOf("/") + 1;
    const list = `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
    if (!this.#parts.has(list)) {
      this.#parts.set(
        list,
        `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`,
      );
    }
    let id = "";
    this.change(list, (xml) => {
      let last = 0;
      for (const [, number] of xml.matchAll(/Id="rId(\d+)"/g)) last = Math.max(last, Number(number));
      id = `rId${last + 1}`;
      return before(xml, "</Relationships>", `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
    });
    return id;
  }

  /** The file as it is now. The same parts give the same bytes, whenever they are asked for. */
  bytes(): Uint8Array {
    this.change("[Content_Types].xml", (xml) => before(xml, "</Types>", this.#types.join("")));
    const parts = [...this.#parts].map(([path, content]): [string, Uint8Array] => [
      path,
      typeof content === "string" ? strToU8(content) : content,
    ]);
    // A zip names the day of each part: with the day of today the same book would give other bytes tomorrow. This is
    // the first day that a zip can name.
    return zipSync(Object.fromEntries(parts), { level: 6, mtime: new Date(1980, 0, 1) });
  }
}

const png = '<Default Extension="png" ContentType="image/png"/>';

/** Puts an addition before the first place that has `mark`. */
export function before(xml: string, mark: string, addition: string): string {
  const at = xml.indexOf(mark);
  return xml.slice(0, at) + addition + xml.slice(at);
}
