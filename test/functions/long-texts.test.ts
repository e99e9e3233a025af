import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import path from "node:path";
import { callLater, CellError, down } from "./shipped";

const MOST_QUOTED = 60;
const LENGTH = 10_000;

const table = [
  ["Date", "Fund", "Amount", "Value", "Asset class", "Account"],
  ["2026-01-05", "A", 100, 100, "US", "IRA"],
  ["2026-02-05", "B", -50, 300, "US", "IRA"],
];

/** What each argument holds when another one holds the long text. */
const USUAL: Readonly<Record<string, unknown>> = {
  ...{ values: down(100, 300), targets: down(0.5, 0.5), weights: down(1, 3), classes: down("US", "Bonds") },
  ...{ holdings: table, trades: table, log: table, funds: down("A", "B"), barred: null },
  ...{
    shares: down(10, 30),
    prices: down(10, 10),
    policy: down("annual; 5/25"),
    returns: [
      [0.1, 0.2],
      [0, 0.1],
    ],
  },
  ...{
    amount: down(10),
    cash: down(10),
    asOf: down("2026-06-01"),
    age: down(40),
    target: down(0.6),
    cost: down(0.001),
  },
};

const classTargets = [
  ["Class", "Weight", "Deferred"],
  ["US", 0.5, 1],
  ["Bonds", 0.5, 3],
];

/** What single functions take where it differs. */
const OWN: Readonly<Record<string, typeof USUAL>> = {
  EXCHANGES: { trades: down(10, -10) },
  ...Object.fromEntries(["PLAN", "PLANCHECK", "PLANTRADES", "LOCATION"].map((id) => [id, { targets: classTargets }])),
};

const fill = (letters: string): string => letters.repeat(Math.ceil(LENGTH / letters.length)).slice(0, LENGTH);
const TEXTS = [
  fill("q"),
  fill("q "),
  fill("1."),
  fill("жq"),
  fill("😀"),
  `=${fill("q")}`,
  `5% or ${fill("z")}`,
  `#${fill("q")}`,
];

/** Ranges that hold the text: alone, below what is usual, in its place in a table, and as a heading. */
function rangesWith(text: string, usual: unknown): readonly unknown[] {
  const cells = Array.isArray(usual) ? (usual as unknown[][]) : down(1, 2);
  const inPlaceOf = (row: number, column: number): unknown[][] =>
    cells.map((each, at) => each.map((cell, place) => (at === row && place === column ? text : cell)));
  const width = cells[0]?.length ?? 1;
  return [
    down(text),
    [...cells, Array<unknown>(width).fill(text)],
    ...cells.flatMap((_, row) => Array.from({ length: width }, (__, column) => inPlaceOf(row, column))),
    ...cells.slice(0, 1).map(() => [...cells, ...cells.slice(-1)].map((each, row) => [...each, row === 0 ? text : 1])),
  ];
}

/** Every sentence that a call says: its error, errors in its cells, and texts that aren't just the cell again. */
async function said(id: string, given: readonly unknown[]): Promise<readonly string[]> {
  try {
    return (await callLater(id, ...given))
      .flat()
      .flatMap((cell) => (cell instanceof CellError ? [cell.message] : typeof cell === "string" ? [cell] : []));
  } catch (problem) {
    if (problem instanceof CellError) return [problem.message];
    throw problem;
  }
}

const lock = JSON.parse(
  readFileSync(path.resolve(__dirname, "../architecture/functions.lock.json"), "utf8"),
) as Readonly<Record<string, { parameters: readonly string[] }>>;

test.each(Object.entries(lock).filter(([, { parameters }]) => parameters.length > 0))(
  "%s quotes no more than 60 letters of a cell, whichever argument holds it",
  async (id, { parameters }) => {
    const names = parameters.map((parameter) => parameter.split(" ")[0] as string);
    const usual: typeof USUAL = { ...USUAL, ...OWN[id] };
    let quoting = 0;
    for (const [place, name] of names.entries()) {
      for (const text of TEXTS) {
        const ranges = parameters[place]?.includes("scalar") === true ? [text] : rangesWith(text, usual[name]);
        for (const range of ranges) {
          const given = names.map((each, at) => (at === place ? range : (usual[each] ?? null)));
          for (const sentence of await said(id, given)) {
            // A fund's own name in a result is no quotation, nor what is read of one that is longer, with its mark.
            const own = text.trim();
            if ([text, own].includes(sentence) || sentence.replace(/(…|\.\.\.)-?\d+$/, "") === own.slice(0, 500))
              continue;
            const longest = text
              .slice(0, 400)
              .trim()
              .slice(0, MOST_QUOTED + 1);
            if (sentence.includes(text.slice(0, 20).trim())) quoting += 1;
            expect(sentence.includes(longest) ? `${id} ${name}: ${sentence.slice(0, 200)}` : "").toBe("");
            expect(sentence.length).toBeLessThan(1500);
          }
        }
      }
    }
    expect(quoting).toBeGreaterThan(0);
  },
);
