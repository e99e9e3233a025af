import { strFromU8, unzipSync } from "fflate";
import { UnreadableWorkbook } from "./errors";
import { childrenOf, parse, type Element } from "./xml";

/** The parts of a workbook file, by path without a leading slash. */
export interface Parts {
  readonly paths: readonly string[];
  /** A part as text; undefined if the file has none of that path. Capitals don't count, as in Excel. */
  text(path: string): string | undefined;
  /** A small part as a tree. */
  tree(path: string): Element | undefined;
  /** What a part refers to, by relationship id. The file itself has the path "". */
  relationships(path: string): ReadonlyMap<string, Relationship>;
}

export interface Relationship {
  /** The last word of its type: `worksheet`, `table`, `styles`. */
  readonly type: string;
  /** The path of the part it leads to, or an address outside the file. */
  readonly target: string;
  readonly outside: boolean;
}

/** More than Excel's own limits allow in practice; a file that claims more is refused instead of filling the memory. */
const mostBytes = 700_000_000;

/** Opens a workbook file. Throws `UnreadableWorkbook` for anything that is not one, with a sentence that says what it is. */
export function openParts(bytes: Uint8Array): Parts {
  const found = new Map<string, { readonly path: string; readonly bytes: Uint8Array }>();
  for (const [path, content] of Object.entries(unzipped(bytes))) {
    const clean = path.replaceAll("\\", "/").replace(/^\/+/, "");
    found.set(clean.toLowerCase(), { path: clean, bytes: content });
  }
  const paths = [...found.values()].map((part) => part.path);
  const text = (path: string): string | undefined => {
    const part = found.get(path.toLowerCase());
    return part && textOf(part.bytes);
  };
  const tree = (path: string): Element | undefined => {
    const content = text(path);
    return content === undefined ? undefined : parse(content);
  };
  refuseOthers(paths, text);
  return {
    paths,
    text,
    tree,
    relationships: (path) => relationshipsOf(path, tree),
  };
}

function relationshipsOf(path: string, tree: Parts["tree"]): ReadonlyMap<string, Relationship> {
  const slash = path.lastIndexOf("/") + 1;
  const folder = path.slice(0, slash);
  const list = tree(`${folder}_rels/${path.slice(slash)}.rels`);
  return new Map(
    childrenOf(list, "Relationship").map(({ attributes: { Id = "", Type = "", Target = "", TargetMode } }) => {
      const outside = TargetMode === "External";
      return [
        Id,
        { type: Type.slice(Type.lastIndexOf("/") + 1), target: outside ? Target : resolved(folder, Target), outside },
      ];
    }),
  );
}

/** Follows a relative address inside the file: `../tables/table1.xml` from `xl/worksheets/`. */
function resolved(folder: string, target: string): string {
  const steps = target.startsWith("/") ? [] : folder.split("/").filter(Boolean);
  for (const step of target.split("/").filter(Boolean)) {
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  }
  return steps.join("/");
}

function unzipped(bytes: Uint8Array): Record<string, Uint8Array> {
  const start = strFromU8(bytes.subarray(0, 8), true);
  if (bytes.length === 0) throw new UnreadableWorkbook("This file is empty.");
  if (start.startsWith("\xD0\xCF\x11\xE0")) throw new UnreadableWorkbook(oldOrLocked(bytes));
  if (!start.startsWith("PK")) throw new UnreadableWorkbook(notAZip(bytes));
  const size = { claimed: 0 };
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        size.claimed += originalSize;
        return size.claimed <= mostBytes && !name.endsWith("/") && wanted(name);
      },
    });
    if (size.claimed <= mostBytes) return parts;
  } catch {
    throw new UnreadableWorkbook(
      "This file is damaged or was not copied completely. Open it in Excel and save it again, or download it once more.",
    );
  }
  throw new UnreadableWorkbook(
    "This workbook is too large to open here: it unpacks to more than 700 megabytes. In Excel, save the sheets that you need as a workbook of their own, and open that.",
  );
}

/** Pictures and embedded files are only noticed by name: their bytes aren't needed. */
function wanted(name: string): boolean {
  return /\.(xml|rels|vml)$/i.test(name) || !/(?:^|\/)(media|embeddings)\//i.test(name);
}

function oldOrLocked(bytes: Uint8Array): string {
  // The directory of such a file has its entries' names in UTF-16: a locked workbook is an entry called EncryptedPackage.
  const locked = strFromU8(bytes.subarray(0, 4_000_000), true).includes(Array.from("EncryptedPackage").join("\0"));
  return locked
    ? "This workbook is locked with a password. Open it in Excel, take the password off (File, Info, Protect Workbook), and save it again."
    : "This workbook is in the old .xls form. Open it in Excel and save it as an Excel workbook (.xlsx).";
}

function notAZip(bytes: Uint8Array): string {
  // Text has no control characters but tabs and line ends.
  const text = bytes.subarray(0, 2000).every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13);
  return text
    ? "This is a text file, such as .csv, and not an Excel workbook. Open it in Excel and save it as an Excel workbook (.xlsx)."
    : "This is not an Excel workbook. Choose a file that ends in .xlsx.";
}

function refuseOthers(paths: readonly string[], text: (path: string) => string | undefined): void {
  const has = (path: string): boolean => paths.some((each) => each.toLowerCase() === path);
  // What a part is, its content type says, wherever it lies. Where types are missing, the usual folder is enough.
  const types = text("[Content_Types].xml") ?? "";
  const isWorkbook = /ContentType\s*=\s*["'][^"']*(?:spreadsheetml|ms-excel)[^"']*\.main\+xml/i.test(types);
  if (isWorkbook || (types !== "" && paths.some((path) => /^xl\/.*\.xml$/i.test(path)))) return;
  const kind = text("mimetype");
  if (kind?.includes("opendocument")) {
    throw new UnreadableWorkbook(
      "This is an OpenDocument file. Open it in the program that made it and save it as an Excel workbook (.xlsx).",
    );
  }
  if (has("xl/workbook.bin")) {
    throw new UnreadableWorkbook(
      "This is a binary workbook (.xlsb). Open it in Excel and save it as an Excel workbook (.xlsx).",
    );
  }
  throw new UnreadableWorkbook("This is not an Excel workbook. Choose a file that ends in .xlsx.");
}

function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  // Parts may be in UTF-16, though no program of note writes them so.
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    const codes: string[] = [];
    const low = first === 0xff ? 0 : 1;
    for (let at = 2; at + 1 < bytes.length; at += 2) {
      codes.push(String.fromCharCode((bytes[at + low] ?? 0) | ((bytes[at + 1 - low] ?? 0) << 8)));
    }
    return codes.join("");
  }
  return strFromU8(bytes);
}
