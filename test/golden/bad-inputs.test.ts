import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "@jest/globals";
import { operationByName, type OperationName } from "../../src/operations";
import { noteSentence, type Argument } from "../../src/ranges";
import { call, callLater, down, failure, failureLater, type Cell } from "../functions/shipped";

/** An input that spreadsheet users really give, and what Keel says to it. */
interface BadInput {
  /** Its number in the list of 44 that the contract names. */
  readonly id: number;
  readonly input: string;
  readonly function: OperationName;
  readonly arguments: readonly Shorthand[];
  readonly verdict: "OK" | "NOTE" | "STOP";
  /** OK and NOTE: the whole answer. */
  readonly answer?: Shorthand;
  /** NOTE: what Keel says about the input, in order. */
  readonly notes?: readonly string[];
  /** STOP: the error in the cell, and the sentence beside it. */
  readonly error?: string;
  readonly sentence?: string;
}

/** Cells in short: a list is a column (of rows, where its entries are lists), a single value is one cell, null is left out. */
type Shorthand =
  | readonly unknown[]
  | number
  | string
  | null
  | { readonly row: readonly unknown[] }
  | { readonly rows: readonly (readonly unknown[])[] }
  | { readonly column: readonly unknown[]; readonly height: number }
  | { readonly all: number; readonly height: number };

function cellsOf(short: Shorthand): Argument {
  if (short === null) return null;
  if (typeof short !== "object") return [[short]];
  if ("row" in short) return [short.row.map(cellOf)];
  if ("rows" in short) return short.rows;
  if ("all" in short) return Array.from({ length: short.height }, () => [short.all]);
  if ("column" in short) return Array.from({ length: short.height }, (_, row) => [cellOf(short.column[row] ?? null)]);
  return short.every((row) => Array.isArray(row)) ? (short as readonly unknown[][]) : down(...short.map(cellOf));
}

/** JSON has no NaN: `{"number": "NaN"}` stands for it. */
function cellOf(cell: unknown): unknown {
  return typeof cell === "object" && cell !== null && "number" in cell ? Number(cell.number) : cell;
}

const { cases } = JSON.parse(readFileSync(path.join(__dirname, "bad-inputs.json"), "utf8")) as {
  cases: readonly BadInput[];
};

/** Numbers agree to six decimals: the cases are about what is accepted, not about the last bits. */
function same(one: unknown, other: unknown): boolean {
  return typeof one === "number" && typeof other === "number" ? Math.abs(one - other) < 1e-6 : one === other;
}

/** The rows of an answer that are not as expected; a hundred thousand rows are compared as fast as they are computed. */
function differences(answer: readonly (readonly Cell[])[], expected: Argument): readonly unknown[] {
  const rows = expected ?? [];
  if (answer.length !== rows.length) return [`${answer.length} rows`];
  return answer.flatMap((row, index) => {
    const wanted = rows[index] ?? [];
    return row.length === wanted.length && row.every((cell, column) => same(cell, wanted[column]))
      ? []
      : [{ row: index + 1, answer: row, expected: wanted }];
  });
}

describe("bad inputs", () => {
  it.each(cases.map((each) => [each.id, each.input, each.function, each] as const))(
    "%i: %s (%s)",
    async (_, __, functionName, each) => {
      const given = each.arguments.map(cellsOf);
      if (each.verdict === "STOP") {
        const { code, message } = await failureLater(functionName, ...given);
        expect({ code, message }).toEqual({ code: each.error, message: each.sentence });
        return;
      }
      expect(differences(await callLater(functionName, ...given), cellsOf(each.answer ?? null))).toEqual([]);

      // What is worth saying shows in the pane and in CHECKUP, not in the function's cells.
      const answer = await operationByName(functionName)?.answer(...given);
      expect(answer?.ok && answer.notes.map((note) => noteSentence(note))).toEqual(each.notes ?? []);
    },
  );

  it("never remembers that a price was still loading", () => {
    const loading = [[600], ["#BUSY!"]];
    expect(failure("WEIGHTS", loading).code).toBe("#N/A");
    loading[1] = [400];
    expect(call("WEIGHTS", loading)).toEqual([[0.6], [0.4]]);
  });
});
