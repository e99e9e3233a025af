import * as fc from "fast-check";
import type { OperationName } from "../../src/operations";
import { callsOf, type FuzzArgument, type FuzzCall } from "./calls";
import { answersOrSays, cellsExcelTakes, type Ask, type Outcome } from "./laws";

/** As many letters as a cell holds in Excel. */
const LONGEST = 32_767;

/** A long text, as what it is made of: `again` as often as fits between `before` and `after`. */
export interface LongText {
  readonly before: string;
  readonly again: string;
  readonly after: string;
  /** Whether each row's text ends in its own number, so that no two are alike but for their end. */
  readonly numbered: boolean;
}

/** A call with a long text in its cells, as data: written out it would be as long as its texts. */
export interface LongCall {
  readonly call: FuzzCall;
  /** Which argument, and which column of it; both count on from the first again. */
  readonly argument: number;
  readonly column: number;
  /** How many rows hold it: the last, or a thousand, which all arguments of that height are then brought to. */
  readonly rows: number;
  readonly text: LongText;
}

/** What reading may stumble over: digits, marks, spaces, words that Keel knows, letters with other forms, halves of pairs. */
const AGAIN: readonly string[] = [
  ...["x", "a ", "Fund ", "TOTAL ", "VTI", "Target 2045 ", "\n", " ", "\t", "\u00A0", "\u200B", "0", "9", "1e", "1e1"],
  ...[",", "1,", ",000", ".", "1.", "'", "1 ", "(", ")", "()", "[", "-", "- ", "−", "—", " – ", "$", "$1", "USD", "%"],
  ...[
    "1%",
    "5/25;",
    "; ",
    ";",
    "and ",
    "or ",
    "annual;",
    "min $1;",
    "to ",
    "3% relative;",
    "every ",
    "last ",
    "/",
    "1/",
  ],
  ...[
    "2025-01-01",
    "100% of 3%, ",
    "50% up to 5%, ",
    "max ",
    "of ",
    "up to ",
    "#",
    "# ",
    "#N/A",
    "=",
    '"',
    "“",
    "&",
    ":",
  ],
  ...["+", "*", "?", "_", "kr ", "Fr.", "as of ", "'s ", "s", "ss", "İ", "ß", "ﬃ", "é", "e\u0301", "\u0301", "１", "٣"],
  ...["𝟙", "💰", "А", "Α", "\uD83D", "\uDE00", "ﷺ", "한", "が"],
];
const AROUND: readonly string[] = [
  ...["", "", "", "x", "1", "$", "(", ")", "%", "-", " ", "Total", "annual", "Fund", "#", "1e5", "2025-", ";"],
];

const again = fc.constantFrom(...AGAIN);

const longText: fc.Arbitrary<LongText> = fc.record({
  before: fc.constantFrom(...AROUND),
  again: fc.oneof(
    { weight: 4, arbitrary: again },
    { weight: 1, arbitrary: fc.tuple(again, again).map((two) => two.join("")) },
  ),
  after: fc.constantFrom(...AROUND),
  numbered: fc.boolean(),
});

/** Calls of one function with a long text in one cell or in a thousand. */
function longCallsOf(name: OperationName): fc.Arbitrary<LongCall> {
  return fc.record({
    call: callsOf(name),
    argument: fc.nat({ max: 9 }),
    column: fc.nat({ max: 9 }),
    rows: fc.constantFrom(1, 1_000),
    text: longText,
  });
}

/** The call with the texts in its cells, or with short ones of the same kind. */
export function spread({ call, argument, column, rows, text }: LongCall, letters = LONGEST): FuzzCall {
  const given = call.arguments;
  if (given.length === 0) return call;
  const at = argument % given.length;
  const height = given[at]?.length ?? 1;
  const grown = given.map((cells) => (rows > 1 && cells?.length === height ? longer(cells, rows) : cells));
  const cells = grown[at] ?? [[""]];
  const place = column % Math.max(1, cells[0]?.length ?? 1);
  const first = Math.max(0, cells.length - rows);
  const inPlace = (row: FuzzRow, index: number): FuzzRow =>
    index < first ? row : row.map((cell, own) => (own === place ? textIn(text, index, letters) : cell));
  return { ...call, arguments: grown.map((other, index) => (index === at ? cells.map(inPlace) : other)) };
}

type FuzzRow = NonNullable<FuzzArgument>[number];

function textIn({ before, again: part, after, numbered }: LongText, row: number, letters: number): string {
  const end = after + (numbered ? String(row) : "");
  const room = letters - before.length - end.length;
  const text = before + part.repeat(Math.ceil(room / part.length)).slice(0, room) + end;
  // In one piece, as cells come: a text that is still in pieces is put together by whoever reads it first.
  return Buffer.from(text, "utf16le").toString("utf16le");
}

/** The rows again and again below one another, the first once if it is a heading. */
function longer(cells: NonNullable<FuzzArgument>, rows: number): NonNullable<FuzzArgument> {
  const [first, ...rest] = cells;
  const heads = rest.length > 0 && (first ?? []).every((cell) => typeof cell === "string" && cell !== "");
  const body = heads ? rest : cells;
  const more = Array.from({ length: rows }, (_, row) => body[row % body.length] ?? []);
  return heads && first ? [first, ...more] : more;
}

/** How much longer a call may take for long texts, in milliseconds of computing. */
const MOST_LONGER = 1_000;
const SHORT = 30;

/** How a call with long texts breaks what holds for it, as one line; nothing if it doesn't. */
export async function brokenByLength(long: LongCall, ask: Ask): Promise<string | undefined> {
  const call = spread(long);
  try {
    const { outcome, took } = await timed(call, ask);
    for (const law of [answersOrSays, cellsExcelTakes]) {
      const found = await law.check(call, outcome, ask);
      if (found !== undefined) return `${law.name}: ${found}`;
    }
    if (took <= MOST_LONGER) return undefined;
    const short = await timed(spread(long, SHORT), ask);
    return took - short.took > MOST_LONGER
      ? `long texts take no second: ${took.toFixed(0)} ms, and short ones ${short.took.toFixed(0)} ms`
      : undefined;
  } catch (problem) {
    return `an error is Excel's own: threw ${String(problem).slice(0, 200)}`;
  }
}

/** What came of a call, and how long it was computed: other programs on the machine make no difference. */
async function timed(call: FuzzCall, ask: Ask): Promise<{ readonly outcome: Outcome; readonly took: number }> {
  const start = process.cpuUsage();
  const outcome = await ask(call);
  return { outcome, took: process.cpuUsage(start).user / 1_000 };
}

/** Asks a function `runs` times with long texts drawn from `seed`: the first finding, shrunk; nothing if all holds. */
export async function huntByLength(
  name: OperationName,
  seed: number,
  runs: number,
  ask: Ask,
): Promise<{ readonly call: LongCall; readonly broken: string } | undefined> {
  // An answer is remembered, so that the same call is quick the second time.
  const said = new Map<LongCall, string>();
  const result = await fc.check(
    fc.asyncProperty(longCallsOf(name), async (call) => {
      const broken = await brokenByLength(call, ask);
      if (broken !== undefined) said.set(call, broken);
      return broken === undefined;
    }),
    { seed, numRuns: runs, endOnFailure: false },
  );
  const call = result.counterexample?.[0];
  return call && { call, broken: said.get(call) ?? "" };
}
