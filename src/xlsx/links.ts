import type { Word } from "./formula-words";
import { declaration, escaped } from "./xml";

/** Another workbook that formulas refer to, and what of it. */
interface Link {
  readonly file: string;
  readonly sheets: Set<string>;
  readonly names: Set<string>;
}

/**
 * The other workbooks that formulas refer to, while a workbook is written: a formula in a file says their numbers, and a
 * part for each says where it is. Source: ECMA-376 Part 1, 18.14, external workbook references.
 */
export class Links {
  readonly #links = new Map<string, Link>();

  /**
   * A typed formula's words with numbers in the place of files: `[Old.xlsx]Plan!A1` becomes `'[1]Plan'!A1`, and
   * `'C:\Mine\Old.xlsx'!Rate` becomes `[1]!Rate`. Undefined for a formula that refers to another workbook in a way that
   * no file holds.
   */
  numbered(words: readonly Word[]): Word[] | undefined {
    const result: Word[] = [];
    for (let index = 0; index < words.length; index++) {
      const word = words[index];
      if (!word) break;
      const [next, after] = [words[index + 1], words[index + 2]];
      if (word.kind === "bracket" && words[index - 1]?.kind !== "name" && isLead(next)) {
        const file = word.text.slice(1, -1);
        if (/^\d+$/.test(file)) return undefined;
        if (next?.text === "!") result.push(this.#toName(file, after));
        else if (next && after?.text === "!") {
          result.push(this.#toSheet(file, next.text.replace(/^'(.*)'$/s, "$1").replaceAll("''", "'")));
          index += 1;
        } else return undefined;
      } else if (word.kind === "sheet" && next?.text === "!" && /[[\]\\/]/.test(word.text)) {
        const plain = word.text.slice(1, -1).replaceAll("''", "'");
        const [, folder = "", file = "", sheet = ""] = /^(.*)\[([^[\]]+)\]([^[\]]+)$/s.exec(plain) ?? [];
        if (/^\d+$/.test(file) || (file === "" && /[[\]]/.test(plain))) return undefined;
        result.push(file === "" ? this.#toName(plain, after) : this.#toSheet(folder + file, sheet));
      } else {
        result.push(word);
      }
    }
    return result;
  }

  /** Each workbook's part, and the address that it leads to, in the order of their numbers. */
  get parts(): readonly { readonly part: string; readonly target: string }[] {
    return [...this.#links.values()].map((link) => ({ part: partOf(link), target: targetOf(link.file) }));
  }

  #toSheet(file: string, sheet: string): Word {
    const { number, link } = this.#of(file);
    // Of several sheets in a row, as in Jan:Dec, the file knows the first and the last.
    for (const each of sheet.split(":")) link.sheets.add(each);
    return { kind: "sheet", text: `'[${number}]${sheet.replaceAll("'", "''")}'` };
  }

  #toName(file: string, name: Word | undefined): Word {
    const { number, link } = this.#of(file);
    if (name?.kind === "name") link.names.add(name.text);
    return { kind: "bracket", text: `[${number}]` };
  }

  #of(file: string): { readonly number: number; readonly link: Link } {
    const key = file.toLowerCase();
    const link = this.#links.get(key) ?? { file, sheets: new Set(), names: new Set() };
    this.#links.set(key, link);
    return { number: [...this.#links.keys()].indexOf(key) + 1, link };
  }
}

/** Tells whether a word behind brackets makes them another workbook's name. */
function isLead(word: Word | undefined): boolean {
  return word?.text === "!" || word?.kind === "name" || word?.kind === "sheet";
}

function partOf({ sheets, names }: Link): string {
  const list = (name: string, entries: readonly string[]): string =>
    entries.length > 0 ? `<${name}>${entries.join("")}</${name}>` : "";
  return (
    `${declaration}<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
    `<externalBook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1">` +
    list(
      "sheetNames",
      [...sheets].map((sheet) => `<sheetName val="${escaped(sheet)}"/>`),
    ) +
    list(
      "definedNames",
      [...names].map((name) => `<definedName name="${escaped(name)}"/>`),
    ) +
    `</externalBook></externalLink>`
  );
}

/** A file's address as a relationship has it: `Old%20plan.xlsx` beside this one, `file:///C:\Mine\Old.xlsx` elsewhere. */
function targetOf(file: string): string {
  const address = /^(?:[a-z]:\\|\\\\|\/)/i.test(file) ? `file:///${file.replace(/^\//, "")}` : file;
  return address.replaceAll("%", "%25").replaceAll(" ", "%20");
}
