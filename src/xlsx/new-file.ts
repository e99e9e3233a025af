import { strToU8, Zip, ZipDeflate } from "fflate";
import { declaration, escaped } from "./xml";

/** A workbook file while it is put together: its parts, what type each is, and what refers to what. */
export class NewFile {
  readonly #parts: Packed[] = [];
  readonly #types: string[] = [
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    '<Default Extension="png" ContentType="image/png"/>',
  ];
  readonly #relationships = new Map<string, string[]>();

  /**
   * Puts a part into the file, in pieces if it is large: each is packed before the next one is made. `type` is its
   * content type; pictures have theirs by `.png`.
   */
  put(path: string, content: string | Uint8Array | Iterable<string>, type?: string): void {
    this.#parts.push(packed(path, typeof content === "string" ? [content] : content));
    if (type !== undefined) this.#types.push(`<Override PartName="/${path}" ContentType="${type}"/>`);
  }

  /**
   * Lets a part refer to another, `target` being relative to it, or to an address outside the file. Returns the
   * relationship's id. The file itself is "".
   */
  relate(path: string, type: string, target: string, outside = false): string {
    const entries = this.#relationships.get(path) ?? [];
    this.#relationships.set(path, entries);
    const id = `rId${entries.length + 1}`;
    const mode = outside ? ' TargetMode="External"' : "";
    entries.push(`<Relationship Id="${id}" Type="${type}" Target="${escaped(target)}"${mode}/>`);
    return id;
  }

  /** The file as it is now. The same parts give the same bytes, whenever they are asked for. */
  bytes(): Uint8Array {
    const packages = "http://schemas.openxmlformats.org/package/2006";
    const types = `${declaration}<Types xmlns="${packages}/content-types">${this.#types.join("")}</Types>`;
    const lists = [...this.#relationships].map(([path, entries]) => {
      const slash = path.lastIndexOf("/") + 1;
      const list = `${declaration}<Relationships xmlns="${packages}/relationships">${entries.join("")}</Relationships>`;
      return packed(`${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`, [list]);
    });
    return zipOf([packed("[Content_Types].xml", [types]), ...lists, ...this.#parts]);
  }
}

/** A part that is compressed already. */
interface Packed {
  readonly file: ZipDeflate;
  readonly pieces: readonly Uint8Array<ArrayBuffer>[];
}

/** How hard parts are packed: one more takes twice the time for half a percent less. */
const level = 5;
/** How many letters are packed at a time. */
const atATime = 65_536;

function packed(path: string, content: Uint8Array | Iterable<string>): Packed {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const file = new ZipDeflate(path, { level });
  // A zip names the day of each part: with the day of today the same book would give other bytes tomorrow. This is the
  // first day that a zip can name.
  file.mtime = new Date(1980, 0, 1);
  file.ondata = (_, piece) => void pieces.push(piece);
  if (content instanceof Uint8Array) {
    file.push(content, true);
    return { file, pieces };
  }
  let text = "";
  for (const piece of content) {
    text += piece;
    if (text.length < atATime) continue;
    file.push(strToU8(text));
    text = "";
  }
  file.push(strToU8(text), true);
  return { file, pieces };
}

function zipOf(parts: readonly Packed[]): Uint8Array {
  const found: Uint8Array[] = [];
  const zip = new Zip((_, piece) => void found.push(piece));
  for (const { file, pieces } of parts) {
    zip.add(file);
    pieces.forEach((piece, index) => {
      file.ondata(null, piece, index === pieces.length - 1);
    });
  }
  zip.end();
  const bytes = new Uint8Array(found.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of found) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
