import type { Description, Step, Style } from "./description";
import type { Block } from "./place";
import { pageFooter, type PrintSetUp } from "./book";
import { planPlaces } from "./plan-places";
import { planSheet, type PlanChoices } from "./plan-sheet";
import { sample, sampleSheet, sampleSource } from "./sample";

/** What the starter workbook's plan is written with: a rule without a calendar, so that its figures are true on any day. */
export function starterChoices(namespace: string): PlanChoices {
  return {
    sheet: "Keel plan",
    policyTable: "Policy",
    settings: [
      ["Band", "5/25"],
      ["Destination", "to target"],
      ["Sells", "allowed"],
    ],
    cash: 0,
    names: "all",
    namespace,
    listName: `Holdings on sheet ${sampleSheet}`,
  };
}

const welcomeSheet = "Start here";

const welcome: readonly (readonly [text: string, style?: Style])[] = [
  ["Keel starter workbook", "title"],
  ["A 401(k) with six funds, made up, and a plan that follows it. Put your own figures in their place."],
  [""],
  ["What to do", "label"],
  [`1. On the sheet ${sampleSheet}, type your own funds, their values and your targets over the sample’s.`],
  ["2. Look at the sheet Keel plan: how far each fund has drifted, whether to act today, and what to trade."],
  [
    "3. Cells with blue letters are yours to change: the cash to invest and your rule, each with a hint when you select it.",
  ],
  [
    "4. Choose Keel on the Home ribbon for the pane: it explains, hands you the trades, and makes a copy for an adviser.",
  ],
  [""],
  ["If cells show #NAME?", "label"],
  ["Keel is not loaded in this Excel. Open Keel from the Home ribbon; the cells then fill by themselves."],
  ["If they don’t, open Repair in the pane, under More."],
  [""],
  ["Keel is not advice. Nothing leaves this workbook.", "note"],
];

/** How the starter workbook's sheets are printed: each on one page. */
export function starterPrint(namespace: string): ReadonlyMap<string, PrintSetUp> {
  const { sheet } = starterChoices(namespace);
  const { all } = planPlaces(sheet, sampleSource.values.height);
  const footer = pageFooter("Keel starter workbook. Not advice.");
  const page = (area: Block, orientation: PrintSetUp["orientation"]): readonly [string, PrintSetUp] => [
    area.sheet,
    { areas: [area], orientation, pagesTall: 1, footer },
  ];
  const { list } = sampleSource;
  return new Map([
    page({ sheet: welcomeSheet, row: 0, column: 0, height: welcome.length, width: 1 }, "portrait"),
    page({ ...list, row: 0, height: list.row + list.height }, "portrait"),
    page(all, "landscape"),
  ]);
}

/** The starter workbook: what to do, the sample 401(k), and the plan that the wizard would write over it. */
export function starter(namespace: string): Description {
  const line = (row: number): Block => ({ sheet: welcomeSheet, row, column: 0, height: 1, width: 1 });
  const words = { ...line(0), height: welcome.length };
  return {
    title: "Keel starter workbook",
    steps: [
      { do: "add sheet", name: welcomeSheet },
      { do: "write values", block: words, values: welcome.map(([text]) => [text]) },
      ...welcome.flatMap(([, style], row): Step[] => (style ? [{ do: "style", block: line(row), style }] : [])),
      { do: "set width", block: line(0), characters: 110 },
      ...sample.steps,
      ...planSheet(sampleSource, starterChoices(namespace)).steps,
      { do: "select", block: line(0) },
    ],
  };
}
