import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import * as fc from "fast-check";
import { writeBook } from "../../src/xlsx";
import { plan } from "../xlsx/sample-book";
import { damaged, damages, type Damage } from "./damage";

const fixtures = path.join(__dirname, "../xlsx/fixtures");

/** A workbook and what happened to it: what a finding is reported and replayed as. */
export interface DamagedFile {
  readonly file: string;
  readonly damages: readonly Damage[];
}

const ours = "a plan of Keel's";

/** The workbooks that are damaged: one of Keel's own, and those that other programs have written. */
const files: readonly string[] = [ours, ...readdirSync(fixtures).filter((name) => name.endsWith(".xlsx"))];

export const damagedFiles: fc.Arbitrary<DamagedFile> = fc.record({
  file: fc.constantFrom(...files),
  damages,
});

const sound = new Map<string, Promise<Uint8Array>>();

/** The bytes of a damaged file. */
export async function bytesOf({ file, damages: happened }: DamagedFile): Promise<Uint8Array> {
  const before = sound.get(file) ?? bytesBefore(file);
  sound.set(file, before);
  return damaged(await before, happened);
}

async function bytesBefore(file: string): Promise<Uint8Array> {
  return file === ours ? writeBook(plan) : new Uint8Array(readFileSync(path.join(fixtures, file)));
}
