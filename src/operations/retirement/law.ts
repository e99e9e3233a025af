import { LAW_BY_YEAR, lawLines, succeeded, type LawLine } from "../../engine";
import { lawCells, readOptionalLawYear, type Argument } from "../../ranges";
import type { Work } from "../later";
import type { CellKind, Decided } from "../operation";

export interface DecidedLaw extends Decided {
  readonly lines: readonly LawLine[];
}

/** The lines whose value is a share, and those whose value is dollars; others count years or days. */
const PERCENTS = /^(investment tax|penalty|penalty of a SIMPLE|withheld of .*|senior deduction rate)$/;
const COUNTS = /^(penalty age|wash days|rmd start|lifetime years)$/;

function kindOf({ figure }: LawLine): CellKind {
  return PERCENTS.test(figure) ? "percent" : COUNTS.test(figure) ? "plain" : "money";
}

/** What LAW does. */
export const law: Work<readonly [year?: Argument], DecidedLaw> = {
  holds: ({ lines }) => [["plain"], ...lines.map((line): readonly CellKind[] => ["plain", kindOf(line), "plain"])],
  decide: (year) => {
    const read = readOptionalLawYear(year);
    if (!read.ok) return read;
    return succeeded({ lines: lawLines(read.value ? [read.value] : LAW_BY_YEAR), notes: [] });
  },
  show: ({ lines }) => lawCells(lines),
  explain: () => ({}),
};
