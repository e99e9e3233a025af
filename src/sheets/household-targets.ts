import type { Step } from "./description";
import { classTargetHeadings } from "./household-places";
import type { ClassColumn, WrittenTargets } from "./household-source";
import type { Block } from "./place";

/** How many columns the table takes: those that are written, or those that are there. */
export function widthOfTargets({ more = [], width = 0 }: Pick<WrittenTargets, "more" | "width">): number {
  return Math.max(classTargetHeadings.length + more.length, width);
}

/**
 * Writes targets by class as a table whose percents the owner may change, with what else is said of each class. Other
 * columns of theirs stay. `block` holds classes and targets with their header row.
 */
export function targetsSteps(targets: WrittenTargets, block: Block, percents: string): readonly Step[] {
  const { table, rows, more = [] } = targets;
  const column = (across: number): Block => ({
    ...block,
    row: block.row + 1,
    column: block.column + across,
    height: block.height - 1,
    width: 1,
  });
  const weights = column(1);
  const beside = more.map((each, at) => ({ ...each, block: column(classTargetHeadings.length + at) }));
  return [
    // Targets are the owner's own figures: 12.25 % must not stand there as 12.3 %.
    { do: "format numbers", block: weights, format: percents.replace("%", "##%") },
    ...beside.flatMap(({ says, block: cells }): readonly Step[] =>
      says === "bands" ? [{ do: "format numbers", block: cells, format: "@" }] : [],
    ),
    {
      do: "write values",
      block: { ...block, width: classTargetHeadings.length + more.length },
      values: [
        [...classTargetHeadings, ...more.map(({ heading }) => heading)],
        ...rows.map(([name, percent], row) => [
          ...[name, Number(`${percent}e-2`)],
          ...more.map(({ cells }) => cells[row] ?? ""),
        ]),
      ],
    },
    { do: "add table", name: table, block: { ...block, width: widthOfTargets(targets) } },
    { do: "style", block: weights, style: "input" },
    {
      do: "validate",
      block: weights,
      allow: { kind: "number", least: 0, most: 1 },
      prompt: {
        title: "Target",
        text: "The share of all your accounts that this class should have. All add up to 100%.",
      },
      refusal: "Type a percent from 0% to 100%, such as 40%.",
    },
    ...beside.flatMap(({ block: cells, ...each }): readonly Step[] => [
      { do: "style", block: cells, style: "input" },
      validation(cells, each),
    ]),
  ];
}

function validation(block: Block, { heading, says }: Omit<ClassColumn, "cells">): Step {
  if (says === "bands") {
    return {
      do: "validate",
      block,
      allow: { kind: "any" },
      prompt: { title: heading, text: "A band of this class’s own: 3%, 20% relative or 5/25. Blank: the rule’s." },
    };
  }
  return {
    do: "validate",
    block,
    allow: { kind: "number", least: -1000, most: 1000 },
    prompt: {
      title: heading,
      text: "How good a place such an account is for this class: the higher, the better. Only differences count.",
    },
    refusal: "Type a number such as 0, 1, 2 or 3.",
  };
}
