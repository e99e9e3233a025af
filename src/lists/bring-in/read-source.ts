import { readHoldingsTable, type HoldingsTable, type Problem } from "../../ranges";
import { fundKey, isPending, namesOf } from "./funds";
import { dayOfSource, houseOf } from "./house";
import type { Source, SourceChoices } from "./source";

/** A source as it was read: a table of holdings, or why there is none in it. */
export type ReadSource = { readonly source: Source; readonly house: string | undefined } & (
  { readonly table: HoldingsTable; readonly asOf: number | undefined } | { readonly problem: Problem }
);

const noChoice: SourceChoices = {};

/** What was read of a source last. Choices about one don't make Keel read the others again. */
const last = new WeakMap<
  Source,
  { readonly choices: SourceChoices; readonly today: number; readonly read: ReadSource }
>();

/** Reads a source as the owner wants it read. Days later than `today` aren't taken for the day of its figures. */
export function readSource(source: Source, choices: SourceChoices | undefined, today: number): ReadSource {
  const wanted = choices ?? noChoice;
  const before = last.get(source);
  if (before?.choices === wanted && before.today === today) return before.read;
  const read = freshly(source, wanted, today);
  last.set(source, { choices: wanted, today, read });
  return read;
}

function freshly(source: Source, choices: SourceChoices, today: number): ReadSource {
  const { cells, name, mark } = source;
  const table = readHoldingsTable(name, cells, { ...choices, details: true, ...(mark && { mark }) });
  if (!table.ok) return { source, house: houseOf(source, 0), problem: table.problem };
  return {
    source,
    house: houseOf(source, Math.max(0, table.value.headerRows - 1)),
    table: table.value,
    asOf: dayOfSource(source, today),
  };
}

/** Those of several sources that hold holdings: a workbook has other sheets too. */
export function withHoldings(sources: readonly Source[], today: number): readonly Source[] {
  return sources.filter((source) => "table" in readSource(source, undefined, today));
}

/** How many holdings a table has: rows of a fund in an account count once, and money on its way is part of the cash. */
export function holdingsIn({ positions }: HoldingsTable): number {
  const held = positions.flatMap((position) => {
    const names = namesOf(position);
    return position.value === 0 || (position.isCash && isPending(names))
      ? []
      : [`${position.account} ${fundKey(names)}`];
  });
  return new Set(held).size;
}
