import { labelledInPlan, labelOf, parseDay, usualLabels, type SettingLabel } from "../ranges";
import type { Step, Validation, Value } from "./description";
import { typedCall } from "./keel-spelling";
import type { Block } from "./place";

/** One row of the Policy table: a label that Keel's functions read, and what the owner decided. */
export type PolicyRow = readonly [label: SettingLabel, value: string];

/** What stands above the labels and above the values of a Policy table: a table headed so is one. */
export const policyHeadings = ["Setting", "Value"] as const;

/** The settings that every plan shows. */
export const settingLabels: readonly SettingLabel[] = usualLabels();

/** The labels of a Policy table with these settings: those that every plan shows, and the others that are given. */
export function labelsFor(settings: readonly PolicyRow[]): readonly SettingLabel[] {
  return [...settingLabels, ...settings.map(([label]) => label).filter((label) => !settingLabels.includes(label))];
}

/** How a plan shows a day: the year first, so that nobody takes a month for a day. */
export const dayFormat = "yyyy-mm-dd";

/** Where the value of one setting stands in a Policy table: when the owner last looked. */
export function lastLookIn({ sheet, row, column }: Block): Block {
  return {
    sheet,
    row: row + 1 + settingLabels.indexOf(labelOf("lastLook")),
    column: column + 1,
    height: 1,
    width: 1,
  };
}

/**
 * Writes the rule as a Policy table in its block, header row included. What may stand in a cell is said while it is
 * selected and, with `hints`, also to its right.
 */
export function policySteps(
  table: string,
  block: Block,
  settings: readonly PolicyRow[],
  hints: boolean,
): readonly Step[] {
  const valueOf = new Map(settings);
  const labelled = labelsFor(settings);
  const at = (down: number, across: number, height = 1): Block => ({
    sheet: block.sheet,
    row: block.row + down,
    column: block.column + across,
    height,
    width: 1,
  });
  const values = at(1, 1, labelled.length);
  const beside = at(1, 2, labelled.length);
  return [
    // Text before it is filled: Excel would take 5/25 for the 25th of May. A day is to be one, however it is typed.
    { do: "format numbers", block: values, format: "@" },
    { do: "format numbers", block: lastLookIn(block), format: dayFormat },
    {
      do: "write values",
      block,
      values: [policyHeadings, ...labelled.map((label) => [label, cellOf(label, valueOf.get(label) ?? "")])],
    },
    { do: "add table", name: table, block },
    { do: "style", block: { ...block, height: 1 }, style: "heading" },
    { do: "style", block: values, style: "input" },
    ...(hints
      ? ([
          { do: "write values", block: beside, values: labelled.map((label) => [hintFor(label).text]) },
          { do: "style", block: beside, style: "note" },
        ] as const)
      : []),
    ...labelled.map((label, index): Step => ({
      do: "validate",
      block: at(1 + index, 1),
      allow: hintFor(label).allow,
      prompt: { title: label, text: hintFor(label).text },
    })),
  ];
}

/** The formula that says a Policy table in one sentence. */
export function policyInWords(namespace: string, table: string): string {
  const whole = typedCall(namespace, "POLICY", table);
  return `INDEX(${whole},ROWS(${whole}),2)`;
}

/** The formula of the next look under a Policy table. A rule without a calendar may be looked at any day; on a style date, and from then on, that is today. */
export function nextLookIn(namespace: string, table: string): string {
  const next = typedCall(namespace, "NEXTLOOK", table, "TODAY()");
  return `IFNA(IF(${next}>TODAY(),${next},"Today"),"Any day")`;
}

/** What a setting's cell holds: a day as Excel's own, so that one typed later in the owner's way is one too. */
function cellOf(label: SettingLabel, value: string): Value {
  return labelledInPlan(label).isDay === true ? (parseDay(value) ?? value) : value;
}

/** What stands beside a setting's cell, and what may be typed into it. */
function hintFor(label: SettingLabel): { readonly text: string; readonly allow: Validation["allow"] } {
  const { help, offers } = labelledInPlan(label);
  return { text: help, allow: offers ? { kind: "list", ...offers } : { kind: "any" } };
}
