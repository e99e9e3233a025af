import { sectionLook, small } from "../adviser-parts";
import { bodyLine, headingStyle, titleLook } from "../adviser-table";
import { anyPages, pageFooter, type CellStyle, type Flag, type Sheet } from "../book";
import { cellStyles, flagStyles } from "../cell-styles";
import { dollarPatterns } from "../money-pattern";
import { lineHeight, Page, type Content } from "../page";
import { columnName } from "../place";
import { dayFormat } from "../plan-policy";
import type { CheckGroup } from "./certificate";
import { holds, type Check, type CheckFigure } from "./check";
import type { HouseholdCopyFacts } from "./facts";
import { ALL_CHECKS_ROW, copySheets, FIRST_INPUT, INPUT_COLUMN, inputRow, type Input } from "./places";

const COLUMNS = [
  { heading: "No.", characters: 5 },
  { heading: "What has to hold", characters: 46 },
  { heading: "How it is checked", characters: 58 },
  { heading: "By these cells", characters: 19 },
  { heading: "Held to", characters: 19 },
  { heading: "Holds", characters: 10 },
] as const;
const [NUMBER, RULE, HOW, LEFT, RIGHT, HOLDS] = [0, 1, 2, INPUT_COLUMN, 4, 5] as const;
const LAST = COLUMNS.length - 1;

/** Whether every check holds. */
export function allHold(groups: readonly CheckGroup[]): boolean {
  return groups.every(({ checks }) => checks.every((check) => holds(check, "", "").value));
}

/** Writes the certificate: what it rests on, one cell for all of it, and a row a check. */
export function certificateSheet(facts: HouseholdCopyFacts, groups: readonly CheckGroup[]): Sheet {
  const { title, date, version, plan } = facts;
  const page = new Page(
    copySheets.certificate,
    COLUMNS.map(({ characters }) => characters),
  );
  page.paragraph(0, 0, LAST, "Certificate", { ...titleLook, size: 16 });
  page.paragraph(1, 0, LAST, certifies(facts), small);
  page.raise(2, 6);
  page.spread({ row: 3, column: 0, height: 1, width: LAST + 1 }, { value: "What the checks rest on" }, sectionLook);
  writeInputs(page, facts);

  const first = ALL_CHECKS_ROW + 2;
  const flags: Flag[] = [];
  const checkCells: string[] = [];
  let row = first;
  let number = 0;
  for (const [column, { heading }] of COLUMNS.entries()) {
    const across = column === HOLDS ? "center" : column >= LEFT ? "right" : "left";
    page.put(row, column, { value: heading }, { ...headingStyle, across });
  }
  row += 1;
  for (const { title: section, checks } of groups) {
    page.spread(
      { row, column: 0, height: 1, width: LAST + 1 },
      { value: section },
      { ...cellStyles.label, lines: bodyLine },
    );
    page.raise(row, lineHeight({}) + 6);
    row += 1;
    const from = row;
    for (const check of checks) {
      number += 1;
      writeCheck(page, facts, check, number, row);
      row += 1;
    }
    const letter = columnName(HOLDS);
    checkCells.push(`$${letter}$${from + 1}:$${letter}$${row}`);
    const block = { sheet: copySheets.certificate, row: from, column: HOLDS, height: row - from, width: 1 };
    flags.push(
      { block, formula: `=${letter}${from + 1}`, ...flagStyles.fine },
      { block, formula: `=NOT(${letter}${from + 1})`, ...flagStyles.act },
    );
  }
  const all = { row: ALL_CHECKS_ROW, column: INPUT_COLUMN, height: 1, width: 1 };
  page.spread(
    { row: ALL_CHECKS_ROW, column: 0, height: 1, width: INPUT_COLUMN },
    { value: `All ${number} checks hold` },
    { bold: true, size: 12, lines: bodyLine, down: "middle" },
  );
  page.put(
    ALL_CHECKS_ROW,
    INPUT_COLUMN,
    { value: allHold(groups), formula: `=AND(${checkCells.join(",")})` },
    { bold: true, size: 12, across: "center", lines: bodyLine, down: "middle" },
  );
  page.raise(ALL_CHECKS_ROW, 22);
  const cell = `$${columnName(INPUT_COLUMN)}$${ALL_CHECKS_ROW + 1}`;
  const block = { sheet: copySheets.certificate, ...all };
  flags.push(
    { block, formula: `=${cell}`, ...flagStyles.fine },
    { block, formula: `=NOT(${cell})`, ...flagStyles.act },
  );
  if (plan) {
    row += 1;
    page.paragraph(row, 0, LAST, UNPROVED, small);
    row += 1;
  }
  return {
    name: copySheets.certificate,
    cells: page.cells,
    widths: page.widths.map((characters, column) => ({ column, characters })),
    heights: page.heights,
    merged: page.merged,
    tables: [],
    flags,
    validations: [],
    charts: [],
    pictures: [],
    gridlines: false,
    print: {
      orientation: "landscape",
      areas: [{ sheet: copySheets.certificate, row: 0, column: 0, height: row, width: LAST + 1 }],
      pagesTall: anyPages,
      footer: pageFooter(`${title}, certificate, ${date}. Keel ${version}, not advice.`),
    },
  };
}

const UNPROVED =
  "Formulas can’t show that no other plan comes nearer: Keel proves that by the dual bound of the linear program, in exact decimals, before it shows a plan. What is wanted in each class follows from the policy and is taken from Keel.";

function certifies({ plan }: HouseholdCopyFacts): string {
  return plan
    ? "Each check is an Excel formula over the cells of this workbook, and reads TRUE without Keel. Change a figure on the sheet Holdings, and you see which rule it breaks."
    : "Each check is an Excel formula over the cells of this workbook, and reads TRUE without Keel. This copy shows no trades, so it proves only how the accounts stand.";
}

function writeInputs(page: Page, facts: HouseholdCopyFacts): void {
  const { day, plan, money = dollarPatterns } = facts;
  const percent = "0.0##%";
  const bound = plan?.mayTrade.gainsBound;
  const inputs: readonly (readonly [input: Input, label: string, content: Content])[] = [
    ["day", "The day of this copy", { value: day, format: dayFormat }],
    ["short rate", "Tax rate on short-term gains", plan?.rates ? { value: plan.rates.short, format: percent } : { value: "none given" }], // prettier-ignore
    ["long rate", "Tax rate on long-term gains", plan?.rates ? { value: plan.rates.long, format: percent } : { value: "none given" }], // prettier-ignore
    ["gains bound", "The most net gain in taxable accounts", bound === undefined ? { value: plan ? "no bound" : "not needed" } : { value: bound, format: money.either }], // prettier-ignore
  ];
  for (const [input, label, content] of inputs) {
    const row = inputRow(input);
    const needed = plan !== undefined || input === "day";
    page.spread({ row, column: 0, height: 1, width: INPUT_COLUMN }, { value: label }, { ...small, lines: bodyLine });
    page.put(row, INPUT_COLUMN, needed ? content : { value: "not needed" }, {
      ...small,
      across: "right",
      lines: bodyLine,
    });
    page.raise(row, lineHeight(small) + 2);
  }
  page.raise(FIRST_INPUT - 1, lineHeight(sectionLook) + 2);
}

function writeCheck(page: Page, facts: HouseholdCopyFacts, check: Check, number: number, row: number): void {
  const { money = dollarPatterns } = facts;
  const format = check.kind === "none" ? "0" : check.kind === "share" ? "0.0%" : money.either;
  const figure = ({ value, formula }: CheckFigure): Content => ({ value, format, ...(formula && { formula: `=${formula}` }) }); // prettier-ignore
  const look: CellStyle = { ...small, wrap: true, down: "middle", lines: bodyLine };
  const [left, right] = [`${columnName(LEFT)}${row + 1}`, `${columnName(RIGHT)}${row + 1}`];
  page.put(row, NUMBER, { value: number, format: "0" }, { ...look, across: "left" });
  page.put(row, RULE, { value: check.rule }, look);
  page.put(row, HOW, { value: check.how }, look);
  page.put(row, LEFT, figure(check.left), { ...look, across: "right" });
  page.put(row, RIGHT, "right" in check ? figure(check.right) : { value: 0, format }, { ...look, across: "right" });
  page.put(row, HOLDS, holds(check, left, right), { ...look, bold: true, across: "center" });
  const lines = Math.max(page.linesIn(check.rule, RULE, RULE, small), page.linesIn(check.how, HOW, HOW, small));
  page.raise(row, lines * lineHeight(small) + 3);
}
