import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "@jest/globals";
import { call, column, failure } from "../functions/shipped";

/** A range, an argument left out, or the answer of another function. */
type Asked = null | readonly (readonly unknown[])[] | Pick<Question, "function" | "arguments">;

interface Question {
  readonly function: string;
  readonly arguments: readonly Asked[];
  readonly column?: readonly unknown[];
  readonly rows?: readonly (readonly unknown[])[];
  /** A column of shares, the nearest doubles or nearly. */
  readonly close?: readonly number[];
  readonly error?: { readonly code: string; readonly says: readonly string[] };
}

interface About {
  readonly id: string;
  /** Where people showed such a table, and what it is. */
  readonly source: string;
  readonly about: string;
  /** Why Keel's answer differs from the source's on purpose. */
  readonly why?: string;
}

/** One question, or several about the same table. */
type Case = About & (Question | { readonly calls: readonly Question[] });

const cases = JSON.parse(readFileSync(path.join(__dirname, "field.json"), "utf8")) as readonly Case[];

function cellsOf(asked: Asked): unknown {
  return asked === null || !("function" in asked) ? asked : call(asked.function, ...asked.arguments.map(cellsOf));
}

function answerAsExpected(question: Question): void {
  const { function: id, column: cells, rows, close, error } = question;
  const args = question.arguments.map(cellsOf);
  if (cells) expect(column(id, ...args)).toEqual(cells);
  else if (rows) expect(call(id, ...args)).toEqual(rows);
  else if (close) {
    const answered = column(id, ...args);
    expect(answered).toHaveLength(close.length);
    close.forEach((share, row) => expect(answered[row]).toBeCloseTo(share, 14));
  } else {
    const found = failure(id, ...args);
    expect(found.code).toBe(error?.code);
    for (const said of error?.says ?? []) expect(found.message.toLowerCase()).toContain(said);
  }
}

/** Tables as brokers and plans write them and people paste them: the shapes are real, the figures invented. */
describe("tables from the field", () => {
  it.each(cases.map((each) => [each.id, each] as const))("%s", (_, each) => {
    for (const question of "calls" in each ? each.calls : [each]) answerAsExpected(question);
  });
});
