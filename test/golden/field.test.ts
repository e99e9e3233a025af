import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "@jest/globals";
import { call, column, failure } from "../functions/shipped";

interface Case {
  readonly id: string;
  /** Where people showed such a table, and what it is. */
  readonly source: string;
  readonly about: string;
  readonly function: string;
  readonly arguments: readonly unknown[];
  readonly column?: readonly unknown[];
  readonly rows?: readonly (readonly unknown[])[];
  readonly error?: { readonly code: string; readonly says: readonly string[] };
}

const cases = JSON.parse(readFileSync(path.join(__dirname, "field.json"), "utf8")) as readonly Case[];

/** Tables as brokers and plans write them and people paste them: the shapes are real, the figures invented. */
describe("tables from the field", () => {
  it.each(cases.map((each) => [each.id, each] as const))("%s", (_, each) => {
    const args = each.arguments as readonly (null | readonly (readonly unknown[])[])[];
    if (each.column) {
      expect(column(each.function, ...args)).toEqual(each.column);
      return;
    }
    if (each.rows) {
      expect(call(each.function, ...args)).toEqual(each.rows);
      return;
    }
    const found = failure(each.function, ...args);
    expect(found.code).toBe(each.error?.code);
    for (const said of each.error?.says ?? []) expect(found.message.toLowerCase()).toContain(said);
  });
});
