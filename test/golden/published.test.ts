import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "@jest/globals";
import { call, down, failure, type Cell } from "../functions/shipped";

/** A worked example that somebody else published, as facts: what goes in, and what they say comes out. */
interface PublishedCase {
  readonly name: string;
  readonly call: string;
  /** Lists are columns, lists of lists tables; a number or text is one cell; null was left out. */
  readonly arguments: readonly (
    readonly (number | string)[] | readonly (readonly (number | string)[])[] | number | string | null
  )[];
  /** One entry a row, or a list where the answer is wider; null where the source prints no figures. */
  readonly published: readonly (Figure | readonly Figure[])[] | null;
  /** How far the source's rounding may lie from Keel's answer, where it is more than a cent or the last bits. */
  readonly tolerance?: number;
  /** Keel's exact answer, where it says more than the source's or differs from it. */
  readonly keel?: readonly Figure[];
  /** Keel answers with this error. */
  readonly error?: string;
  /** Why Keel's answer differs on purpose. */
  readonly why?: string;
}

type Figure = number | string;

interface PublishedCases {
  readonly source: Readonly<Record<string, string>>;
  readonly cases: readonly PublishedCase[];
}

const FOLDER = path.join(__dirname, "published");

/** Money is cut to cents; fractions are the nearest double or nearly. */
const ROUNDING: Readonly<Record<string, number>> = { WEIGHTS: 1e-12, BANDS: 1e-12, DRIFTTOTAL: 1e-12 };
const A_CENT = 0.01;

function cellsOf(argument: PublishedCase["arguments"][number]): unknown {
  if (argument === null) return null;
  if (typeof argument !== "object") return [[argument]];
  return argument.every((row) => typeof row === "object") ? argument : down(...argument);
}

/** Whether an answer is what the source printed, within its rounding. */
function agrees({ call: id, published, tolerance }: PublishedCase, answer: readonly (readonly Cell[])[]): boolean {
  const rows = (published ?? []).map((row) => (typeof row === "object" ? row : [row]));
  const room = tolerance ?? ROUNDING[id] ?? A_CENT;
  const same = (figure: Figure, cell: Cell | undefined): boolean =>
    typeof figure === "string" ? cell === figure : typeof cell === "number" && Math.abs(cell - figure) < room;
  return (
    rows.length === answer.length &&
    rows.every((row, index) => {
      const cells = answer[index] ?? [];
      return row.length === cells.length && row.every((figure, column) => same(figure, cells[column]));
    })
  );
}

describe.each(readdirSync(FOLDER))("published examples: %s", (file) => {
  const { cases } = JSON.parse(readFileSync(path.join(FOLDER, file), "utf8")) as PublishedCases;

  it.each(cases.map((each) => [each.name, each] as const))("%s", (_, each) => {
    const given = each.arguments.map(cellsOf);
    if (each.error !== undefined) {
      expect(failure(each.call, ...given).code).toBe(each.error);
      // Where the source gives figures, there must be a reason for not giving any.
      expect(each.published === null || each.why !== undefined).toBe(true);
      return;
    }
    const answer = call(each.call, ...given);
    if (each.keel) expect(answer).toEqual(down(...each.keel));
    else expect(each.why).toBeUndefined();
    expect({ answer, agrees: agrees(each, answer) }).toEqual({ answer, agrees: each.why === undefined });
  });
});
