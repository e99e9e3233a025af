import type { Step } from "./description";
import { typedCall } from "./keel-spelling";
import { address, localAddress, type Block } from "./place";
import { percentPattern } from "./percent-pattern";

/** What formulas of evidence are about: the owner's targets and rule, and the past that they are followed through. */
export interface EvidenceSource {
  /** What the owner calls the list. */
  readonly listName: string;
  /** The built-in months that stand for the owner's funds or classes, and the targets that each adds up, none for 0; or own returns. */
  readonly past:
    | { readonly builtIn: readonly { readonly series: string; readonly targets: readonly Block[] }[] }
    | { readonly table: string; readonly targets: Block };
  /** The rule as a formula refers to it. */
  readonly policy: string;
}

export interface EvidenceChoices {
  readonly sheet: string;
  readonly namespace: string;
}

/** Rows of an evidence sheet that all of them have, counted from 0. */
export const evidenceRow = { title: 0, from: 1, caveat: 2, first: 4 } as const;

/** The top of a sheet of evidence: what it is, of what, and what is the owner's to change. */
export interface EvidenceTop {
  readonly steps: readonly Step[];
  /** As formulas refer to them. */
  readonly returns: string;
  readonly targets: string;
  /** The first row below it. */
  readonly next: number;
}

/**
 * Describes the top of a sheet of evidence, with the targets that the built-in months stand for where they do. `followed` is
 * what of the list the sheet's formulas take.
 */
export function evidenceTop(
  { listName, past }: EvidenceSource,
  { sheet, namespace }: EvidenceChoices,
  title: string,
  followed: "the targets and the rule" | "the targets" = "the targets and the rule",
): EvidenceTop {
  const at = (row: number, column: number, height = 1, width = 1): Block => ({ sheet, row, column, height, width });
  const head: readonly Step[] = [
    { do: "add sheet", name: sheet },
    { do: "write values", block: at(evidenceRow.title, 0), values: [[title]] },
    { do: "style", block: at(evidenceRow.title, 0), style: "title" },
    {
      do: "write values",
      block: at(evidenceRow.from, 0, 2),
      values: [
        [`Live formulas over ${followed} of ${listName}: they follow them as they change.`],
        [
          "builtIn" in past
            ? "US monthly returns, 1926 to 2025, of monthly averages: volatility shows about a fifth too low. No taxes, no fund costs. The past promises nothing."
            : `Returns from table ${past.table}. No taxes. The past promises nothing.`,
        ],
      ],
    },
    { do: "style", block: at(evidenceRow.from, 0, 2), style: "note" },
  ];
  if (!("builtIn" in past)) {
    return {
      steps: head,
      returns: `${past.table}[#All]`,
      targets: address(past.targets, true),
      next: evidenceRow.first,
    };
  }
  const first = evidenceRow.first;
  const targets = at(first + 1, 1, past.builtIn.length);
  // Targets may be typed as percents, as fractions or in hundreds.
  const all = past.builtIn.flatMap((each) => each.targets);
  return {
    steps: [
      ...head,
      { do: "write values", block: at(first, 0, 1, 2), values: [["Stands for your funds", "Target"]] },
      { do: "style", block: at(first, 0), style: "heading" },
      { do: "style", block: at(first, 1), style: "figure heading" },
      {
        do: "write values",
        block: at(first + 1, 0, past.builtIn.length),
        values: past.builtIn.map(({ series }) => [`US ${series}`]),
      },
      { do: "format numbers", block: targets, format: percentPattern(past.builtIn.length) },
      ...past.builtIn.map(({ targets: cells }, row): Step => {
        const block = { ...targets, row: targets.row + row, height: 1 };
        return cells.length === 0
          ? { do: "write values", block, values: [[0]] }
          : { do: "write formula", block, formula: `=SUM(${listed(cells)})/SUM(${listed(all)})` };
      }),
    ],
    returns: typedCall(namespace, "HISTORY", `"monthly ${past.builtIn.map(({ series }) => series).join(", ")}"`),
    targets: localAddress(targets, true),
    next: first + past.builtIn.length + 2,
  };
}

/** Cells as a formula lists them, those one below the other as one range. */
function listed(cells: readonly Block[]): string {
  const runs: Block[] = [];
  for (const cell of [...cells].sort((one, other) => one.column - other.column || one.row - other.row)) {
    const last = runs.at(-1);
    const follows =
      last && last.sheet === cell.sheet && last.column === cell.column && last.row + last.height === cell.row;
    if (follows) runs[runs.length - 1] = { ...last, height: last.height + cell.height };
    else runs.push(cell);
  }
  return runs.map((run) => address(run, true)).join(",");
}
