import { UnreadableWorkbook } from "./errors";

/** An element with its attributes, its children in order, and the text directly inside it. Prefixes are left off. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

/** What `walk` tells while it goes through a document. Names come without their prefix. */
export interface Listener {
  /** `raw` are the attributes as they stand; `attribute` and `attributes` read them. */
  open(name: string, raw: string): void;
  text(text: string): void;
  close(name: string): void;
}

const damaged = "A part of this workbook is damaged, so it can’t be opened. Open it in Excel and save it again.";
const tag =
  /<(?:(\/?)([^\s<>/="'!?]+)((?:\s+[^\s<>/=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|!--[\s\S]*?-->|!\[CDATA\[([\s\S]*?)\]\]>|\?[\s\S]*?\?>)/y;
const references = /&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi;
const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * Goes through a document from start to end, without building a tree: a sheet may have a million elements.
 * Document types are refused, since a workbook has none and an entity could grow without end.
 */
export function walk(xml: string, listener: Listener): void {
  const open: string[] = [];
  let at = xml.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < xml.length) {
    const next = xml.indexOf("<", at);
    const end = next < 0 ? xml.length : next;
    if (end > at && open.length > 0) listener.text(decoded(xml.slice(at, end)));
    if (next < 0) break;
    tag.lastIndex = next;
    const match = tag.exec(xml);
    if (!match) throw new UnreadableWorkbook(damaged);
    at = tag.lastIndex;
    const [, slash, full, raw = "", empty, characters] = match;
    if (characters !== undefined) listener.text(characters);
    if (full === undefined) continue;
    const name = full.slice(full.indexOf(":") + 1);
    if (slash) {
      if (open.pop() !== full) throw new UnreadableWorkbook(damaged);
      listener.close(name);
    } else {
      listener.open(name, raw);
      if (empty) listener.close(name);
      else open.push(full);
    }
  }
  if (open.length > 0) throw new UnreadableWorkbook(damaged);
}

/** Reads a whole small document into a tree. */
export function parse(xml: string): Element {
  interface Growing extends Element {
    readonly children: Growing[];
    text: string;
  }
  const root: Growing = { name: "", attributes: {}, children: [], text: "" };
  const path = [root];
  walk(xml, {
    open(name, raw) {
      const element: Growing = { name, attributes: attributes(raw), children: [], text: "" };
      path.at(-1)?.children.push(element);
      path.push(element);
    },
    text(text) {
      const element = path.at(-1);
      if (element) element.text += text;
    },
    close() {
      path.pop();
    },
  });
  const [first] = root.children;
  if (!first) throw new UnreadableWorkbook(damaged);
  return first;
}

/** All attributes of a tag by name, without prefixes except those of relationships: `r:id` stays `r:id`. */
export function attributes(raw: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, full = "", double, single] of raw.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (full === "xmlns" || full.startsWith("xmlns:")) continue;
    const colon = full.indexOf(":");
    // Strict files may call the relationships' prefix something else, but the attribute is always `id` or `embed`.
    const name = /:(id|embed|link)$/.test(full) ? `r${full.slice(colon)}` : full.slice(colon + 1);
    found[name] = decoded(double ?? single ?? "");
  }
  return found;
}

/** The first descendant of that name, in document order; undefined without one. */
export function find(element: Element | undefined, name: string): Element | undefined {
  for (const child of element?.children ?? []) {
    const found = child.name === name ? child : find(child, name);
    if (found) return found;
  }
  return undefined;
}

/** All children of that name. */
export function childrenOf(element: Element | undefined, name: string): readonly Element[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** Reads an attribute that is `1` or `true` when it holds. */
export function holds(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

/** Writes text so that it can stand in an element or between double quotes. Line breaks are kept in both places. */
export function escaped(text: string): string {
  return text.replace(/[&<>"\n\r\t]/g, (sign) => escapes[sign] ?? sign);
}

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\r": "&#13;",
  "\t": "&#9;",
};

function decoded(text: string): string {
  if (!text.includes("&")) return text.includes("\r") ? text.replaceAll(/\r\n?/g, "\n") : text;
  return text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(references, (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
}

/** What every part begins with. */
export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
