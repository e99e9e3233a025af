import { afterPiece } from "./formula-pieces";

// All that is known here of how a call of Keel is spelled, in a cell and in a file, stands in this file.

/** What a build of Keel calls itself before its functions' names: KEEL, KEELDEV. */
const namespace = "KEEL[A-Z]*";

/** What Excel writes before the names of all add-ins' custom functions when it keeps them in a file. */
const inFile = "_xldudf_";

/** How a formula may say that a function belongs to another workbook: `[1]!`, `'Other.xlsx'!`, `Other.xlsx!`. */
const elsewhere = String.raw`(?:(?:\[\d+\]|'(?:[^']|'')+'|[\w.]+)!)`;

/** Where a formula calls a function of Keel's: how it is spelled there, from its first letter up to its parenthesis. */
export interface Spelling {
  readonly from: number;
  readonly to: number;
  /** Without its namespace, in capitals: `DRIFT`. */
  readonly name: string;
  /** Whether it is spelled as cells take it, `KEEL.DRIFT`, and not as a file keeps it or as if it were another workbook's. */
  readonly asTyped: boolean;
}

/**
 * How Keel's functions may be spelled: `KEEL.DRIFT(`; `_xldudf_KEEL_DRIFT(`, as a file keeps it; `[1]!KEEL.DRIFT(` or
 * `'Other.xlsx'!KEEL.DRIFT(` after a workbook came from elsewhere; each with another build's name, such as KEELDEV.
 */
const spelledCall = new RegExp(
  String.raw`${elsewhere}?(?:_xlfn\.)?(?:_xludf\.)?(?:${inFile})?${namespace}[._]([A-Z]+)\(`,
  "giy",
);

const spelledAsTyped = new RegExp(String.raw`^${namespace}\.`, "i");

/** Finds every place where a formula calls Keel; not those inside its texts. */
export function spellings(formula: string): readonly Spelling[] {
  const found: Spelling[] = [];
  let at = 0;
  while (at < formula.length) {
    // A name goes on to the left: MYKEEL.DRIFT is not Keel's.
    if (!/[\w.\]]/.test(formula[at - 1] ?? "")) {
      spelledCall.lastIndex = at;
      const match = spelledCall.exec(formula);
      if (match) {
        found.push({
          from: at,
          to: spelledCall.lastIndex - 1,
          name: (match[1] ?? "").toUpperCase(),
          asTyped: spelledAsTyped.test(match[0]),
        });
        at = spelledCall.lastIndex;
        continue;
      }
    }
    at = afterPiece(formula, at);
  }
  return found;
}

/** Whether a formula calls Keel anywhere. */
export function isKeelFormula(formula: string): boolean {
  return spellings(formula).length > 0;
}

/** Whether a formula calls one of Keel's functions anywhere, be it inside another call. */
export function callsFunction(formula: string, name: string): boolean {
  return spellings(formula).some((spelling) => spelling.name === name);
}

/** A function's name as it is typed into a cell: `KEEL.DRIFT`. */
export function typedName(build: string, name: string): string {
  return `${build}.${name}`;
}

/** A call as it is typed into a cell, without `=`: `KEEL.DRIFT(B2:B7,C2:C7)`. */
export function typedCall(build: string, name: string, ...given: readonly string[]): string {
  return `${typedName(build, name)}(${given.join(",")})`;
}

const typedWhole = new RegExp(String.raw`^(${namespace})\.([A-Z][A-Z0-9.]*)$`, "i");
const storedWhole = new RegExp(`^${inFile}(${namespace})_([A-Z][A-Z0-9_]*)$`, "i");

/** What a file calls a function that is typed so: `KEEL.DRIFT` is `_xldudf_KEEL_DRIFT`. Undefined for what isn't Keel's. */
export function storedId(typed: string): string | undefined {
  const [, build, name] = typedWhole.exec(typed) ?? [];
  return build === undefined || name === undefined
    ? undefined
    : inFile + `${build}_${name}`.replaceAll(".", "_").toUpperCase();
}

/** The function that a file calls so, as it is typed: `_xldudf_KEEL_DRIFT` is `KEEL.DRIFT`. Undefined for what isn't Keel's. */
export function typedFromStored(id: string): string | undefined {
  const [, build, name] = storedWhole.exec(id) ?? [];
  return build === undefined || name === undefined ? undefined : typedName(build, name).toUpperCase();
}

/** Whether a name in a file is that of a custom function, Keel's or another add-in's. */
export function isStoredCustomFunction(name: string): boolean {
  return name.startsWith(inFile);
}

/**
 * What somebody who types a function's name has got to, in capitals: `=KEEL.dr` is `DR`, `KEEL.` is "". Undefined for
 * other words.
 */
export function nameBegun(text: string): string | undefined {
  return begun.exec(text.trim())?.[1]?.toUpperCase();
}

const begun = new RegExp(String.raw`^=?\s*${namespace}\.(\w*)`, "i");
