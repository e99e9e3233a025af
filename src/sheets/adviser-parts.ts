import { statusWords } from "../ranges";
import type { AdviserFacts, TopFacts } from "./adviser-facts";
import { after, inCents, isBanded, PERCENT, sum, titleLook, type AdviserTable } from "./adviser-table";
import type { CellStyle, Flag, Picture } from "./book";
import { flagStyles, cellStyles, tableStyle } from "./cell-styles";
import { dollarPatterns } from "./money-pattern";
import { lineHeight, type Content, type Page } from "./page";
import { columnName } from "./place";
import { countOutOfBand } from "./status-flags";

/** What a part of the page left behind: the first row below it, and what stands over its cells. */
export interface Part {
  readonly end: number;
  readonly picture?: Picture;
  readonly flags?: readonly Flag[];
}

/** The height of a row beside the chart, in CSS pixels. */
export const ADVISER_ROW = 20;
const ROW_POINTS = 15;

export const small: CellStyle = { size: 10 };
// The picture covers the lower edge of its title's cell, so that has no line.
const chartLook: CellStyle = { bold: true, size: 12, ink: tableStyle.header.fill };
export const sectionLook: CellStyle = {
  ...chartLook,
  lines: { bottom: { ink: tableStyle.line, weight: "thin" } },
};

/** Title, verdict and policy, over all columns. */
export function writeTop(page: Page, facts: TopFacts): Part {
  const last = page.widths.length - 1;
  const { title, owner, sheet, date, version, verdict, policy } = facts;
  const { fill, ink } = verdict.act ? flagStyles.act : flagStyles.fine;
  page.paragraph(0, 0, last, title, titleLook);
  const parts = [owner, `sheet ${sheet}`, date, `Keel ${version}`].filter((part) => part !== "");
  page.paragraph(1, 0, last, parts.join("  ·  "), { ink: "#424242" });
  page.raise(2, 8);
  page.paragraph(3, 0, last, verdict.headline, { bold: true, size: 14, fill, ink, down: "middle" });
  page.raise(3, 24);
  page.paragraph(4, 0, last, verdict.because, { fill, ink });
  page.raise(4, page.heightOf(4, 5) + 4);
  page.raise(5, 8);
  const next = policy.nextLook === undefined ? "" : ` Next look: ${policy.nextLook}.`;
  page.paragraph(6, 0, last, `The owner’s policy: ${policy.sentence}${next}`);
  page.raise(7, 8);
  return { end: 8 };
}

/** The column that the right half begins in. Texts of the left half leave the column before it free. */
export function halfOf(page: Page): number {
  return columnAt(page, 1 / 2);
}

/** The column that so much of the width ends in; not one of the first two. */
function columnAt(page: Page, share: number): number {
  const last = page.widths.length - 1;
  const pixels = page.pixels(0, last) * share;
  let column = 2;
  while (column < last && page.pixels(0, column) <= pixels) column += 1;
  return column;
}

/** The last column of the left half's texts. */
function leftEnd(page: Page): number {
  return halfOf(page) - 2;
}

/** The chart at the left; at the right what an adviser checks first, and the policy's settings. */
export function writeChartAndChecks(page: Page, facts: AdviserFacts, table: AdviserTable, at: number): Part {
  const { chart } = facts;
  const half = halfOf(page);
  const panel = writePanel(page, facts, table, chart ? half : 0, at);
  const rows = chart ? Math.max(1, Math.round(chart.height / ADVISER_ROW)) : 0;
  const end = Math.max(panel.end, chart ? at + 1 + rows : at);
  for (let row = at + 1; row < end; row += 1) page.raise(row, ROW_POINTS);
  if (chart)
    page.spread({ row: at, column: 0, height: 1, width: leftEnd(page) + 1 }, { value: chart.title }, chartLook);
  const block = { sheet: page.sheet, row: at + 1, column: 0, height: rows, width: half };
  return {
    end,
    ...(panel.flags ? { flags: panel.flags } : {}),
    ...(chart ? { picture: { at: block, png: chart.png, words: chart.words } } : {}),
  };
}

/** Figures and checks, then settings; every row as high as the next, so that the picture beside them keeps its shape. */
function writePanel(page: Page, facts: AdviserFacts, table: AdviserTable, from: number, at: number): Part {
  const last = page.widths.length - 1;
  // Figures take the last columns, as many as "the smaller of 5 points" fills a line of.
  const figure = last - 1;
  const flags: Flag[] = [];
  let row = at;
  const title = (text: string): void => {
    page.spread({ row, column: from, height: 1, width: last - from + 1 }, { value: text }, sectionLook);
    row += 1;
  };
  const line = { bottom: { ink: "#E0E0E0", weight: "thin" } } as const;

  title("Figures and checks");
  const first = row;
  const nameOf = (index: number): string => `${columnName(figure)}${first + index + 1}`;
  for (const { label, content, check } of figuresOf(facts, table, nameOf)) {
    page.spread({ row, column: from, height: 1, width: figure - from }, { value: label }, { ...small, lines: line });
    const cell = { row, column: figure, height: 1, width: last - figure + 1 };
    page.spread(cell, content, { ...small, bold: true, across: "right", lines: line });
    if (check === true) {
      const name = `$${columnName(figure)}$${row + 1}`;
      const block = { sheet: page.sheet, ...cell };
      flags.push({ block, formula: `=${name}="OK"`, ...flagStyles.fine });
      flags.push({ block, formula: `=${name}<>"OK"`, ...flagStyles.act });
    }
    row += 1;
  }

  const { settings } = facts.policy;
  if (settings.length > 0) {
    row += 1;
    title("The policy, setting by setting");
    const value = valueColumn(page, from);
    for (const { setting, value: words } of settings) {
      const lines = page.linesIn(words, value, last, small);
      const style: CellStyle = { ...small, lines: line, wrap: true, down: "middle" };
      page.spread({ row, column: from, height: lines, width: value - from }, { value: setting }, style);
      page.spread({ row, column: value, height: lines, width: last - value + 1 }, { value: words }, style);
      row += lines;
    }
  }
  return { end: row, flags };
}

/** Settings' names take about a third of the panel, their values the rest. */
function valueColumn(page: Page, from: number): number {
  const last = page.widths.length - 1;
  const names = Math.max(120, page.pixels(from, last) * 0.28);
  let column = from + 1;
  while (column < last && page.pixels(from, column - 1) < names) column += 1;
  return column;
}

interface Figure {
  readonly label: string;
  readonly content: Content;
  /** Whether it says OK or Check. */
  readonly check?: boolean;
}

/** Weights are fractions that a computer can't hold exactly: they agree within a ten-thousandth of a percent. */
const NEARLY = 0.000001;
/** The same, as people read it in a formula. */
const NEARLY_TEXT = "0.000001";

/** What an adviser checks first. `cell` names the cell that the figure of that number, from 0, will stand in. */
function figuresOf(
  facts: AdviserFacts,
  { cells, totalCell }: AdviserTable,
  cell: (index: number) => string,
): readonly Figure[] {
  const { holdings, trades } = facts;
  const total = sum(holdings.map(({ value }) => value));
  const totalAfter = sum(holdings.map(after));
  const weightsAfter = holdings.map((holding) => (totalAfter === 0 ? 0 : after(holding) / totalAfter));
  const banded = isBanded(facts);
  const where = banded ? "outside the band" : "off target";
  const targets = sum(holdings.map(({ target }) => target));

  const figures: Figure[] = [
    {
      label: "Total drift now",
      content: {
        value: sum(holdings.map(({ value, target }) => Math.abs(value / total - target))) / 2,
        formula: `=SUMPRODUCT(ABS(${cells("drift")}))/2`,
        format: PERCENT,
      },
    },
    {
      label: `Holdings ${where} now`,
      content: {
        value: holdings.filter(({ status }) => status !== statusWords.inBand).length,
        formula: `=${countOutOfBand(cells("status"))}`,
        format: "0",
      },
    },
  ];
  if (trades) {
    figures.push({
      label: "Total drift after the trades",
      content: {
        value: sum(holdings.map(({ target }, index) => Math.abs((weightsAfter[index] ?? 0) - target))) / 2,
        formula: `=SUMPRODUCT(ABS(${cells("weight after")}-${cells("target")}))/2`,
        format: PERCENT,
      },
    });
  }
  if (trades && banded) {
    const out = holdings.filter(({ lowest, highest }, index) => {
      const weight = weightsAfter[index] ?? 0;
      return weight < lowest - NEARLY || weight > highest + NEARLY;
    });
    const [weights, lowest, highest] = [cells("weight after"), cells("lowest"), cells("highest")];
    figures.push({
      label: `Holdings ${where} after the trades`,
      content: {
        value: out.length,
        formula: `=SUMPRODUCT((${weights}<${lowest}-${NEARLY_TEXT})+(${weights}>${highest}+${NEARLY_TEXT}))`,
        format: "0",
      },
    });
  }
  figures.push({
    label: "Targets add up to 100%",
    content: {
      value: Math.abs(targets - 1) < NEARLY ? "OK" : "Check",
      formula: `=IF(ABS(${totalCell("target")}-1)<${NEARLY_TEXT},"OK","Check")`,
    },
    check: true,
  });
  return trades ? [...figures, ...cashFigures(facts, trades.cash, totalCell("trade"), cell(figures.length))] : figures;
}

/** The cash, in `cashCell`, and that the trades add up to it, or what of it is kept back. */
function cashFigures(
  { holdings, money = dollarPatterns }: AdviserFacts,
  cash: number,
  tradesCell: string,
  cashCell: string,
): readonly Figure[] {
  const left = inCents(cash - sum(holdings.map(({ trade }) => trade)));
  const signed = cash < 0 ? `-${cashCell}` : cashCell;
  return [
    {
      label: cash < 0 ? "Cash to take out" : "Cash to invest",
      content: { value: Math.abs(cash), format: money.either },
    },
    left === 0
      ? {
          label: "Trades add up to the cash",
          content: { value: "OK", formula: `=IF(ROUND(${signed}-${tradesCell},2)=0,"OK","Check")` },
          check: true,
        }
      : {
          label: "Cash left after the trades",
          content: { value: left, formula: `=ROUND(${signed}-${tradesCell},2)`, format: money.either },
        },
  ];
}

/** How much of the width exchanges take beside elections: two names of funds stand in one line then. */
const EXCHANGES = 0.62;
/** The pixels that an amount of dollars needs. */
const AMOUNT = 100;

/** What to type into the plan's web page: exchanges at the left, elections at the right. */
export function writeWebPage(page: Page, facts: AdviserFacts, at: number): Part {
  const exchanges = facts.trades?.exchanges ?? [];
  const { elections, money = dollarPatterns } = facts;
  if (exchanges.length === 0 && elections.length === 0) return { end: at };
  const last = page.widths.length - 1;
  const split = columnAt(page, EXCHANGES);
  let end = at;
  if (exchanges.length > 0) {
    const right = split - 2;
    let amount = right;
    while (amount > 1 && page.pixels(amount, right) < AMOUNT) amount -= 1;
    end = writeLines(page, at, "Exchanges that carry the trades out", [
      {
        from: 0,
        to: amount - 1,
        heading: "From → to",
        values: exchanges.map(({ from, to }) => ({ value: `${from} → ${to}` })),
      },
      {
        from: amount,
        to: right,
        heading: "Amount",
        values: exchanges.map((one) => ({ value: one.amount, format: money.either })),
      },
    ]);
  }
  if (elections.length > 0) {
    const from = exchanges.length > 0 ? split : 0;
    end = Math.max(
      end,
      writeLines(page, at, "New contributions, in whole percents", [
        { from, to: last - 1, heading: "Fund", values: elections.map(({ fund }) => ({ value: fund })) },
        {
          from: last,
          to: last,
          heading: "Percent",
          values: elections.map(({ percent }) => ({ value: percent, format: "0" })),
        },
      ]),
    );
  }
  return { end };
}

interface Lines {
  readonly from: number;
  readonly to: number;
  readonly heading: string;
  readonly values: readonly Content[];
}

/** Writes a small table of merged columns under a title; gives the first row below it. */
function writeLines(page: Page, at: number, title: string, columns: readonly Lines[]): number {
  const from = columns[0]?.from ?? 0;
  const to = columns.at(-1)?.to ?? from;
  const line = { bottom: { ink: "#E0E0E0", weight: "thin" } } as const;
  page.spread({ row: at, column: from, height: 1, width: to - from + 1 }, { value: title }, sectionLook);
  const height = columns[0]?.values.length ?? 0;
  for (const column of columns) {
    const block = (row: number): { row: number; column: number; height: number; width: number } => ({
      row,
      column: column.from,
      height: 1,
      width: column.to - column.from + 1,
    });
    const across = typeof column.values[0]?.value === "number" ? "right" : "left";
    page.spread(block(at + 1), { value: column.heading }, { ...small, ...cellStyles.label, across });
    column.values.forEach((content, index) => {
      const row = at + 2 + index;
      page.spread(block(row), content, { ...small, lines: line, wrap: true, down: "top", across });
      const lines = typeof content.value === "string" ? page.linesIn(content.value, column.from, column.to, small) : 1;
      page.raise(row, lines * lineHeight(small) + 2);
    });
  }
  return at + 2 + height;
}

/** How to read the copy, beside what it rests on; below, what is worth knowing. */
export function writeNotes(page: Page, facts: AdviserFacts, at: number): Part {
  const half = halfOf(page);
  const left = leftEnd(page);
  const last = page.widths.length - 1;
  const title = (row: number, from: number, to: number, text: string): void =>
    page.spread({ row, column: from, height: 1, width: to - from + 1 }, { value: text }, sectionLook);
  title(at, 0, left, "How to read this");
  title(at, half, last, "What it rests on");
  const reading = readingOf(facts);
  const resting = restingOf(facts);
  let row = at + 1;
  for (let index = 0; index < Math.max(reading.length, resting.length); index += 1) {
    // The cells of one row are as high as the higher of the two texts.
    page.paragraph(row, 0, left, reading[index] ?? "", small);
    page.paragraph(row, half, last, resting[index] ?? "", small);
    page.raise(row, page.heightOf(row, row + 1) + 2);
    row += 1;
  }
  if (facts.notes.length > 0) {
    row += 1;
    title(row, 0, last, "Worth knowing");
    row += 1;
    for (const note of facts.notes) {
      page.paragraph(row, 0, last, note, small);
      row += 1;
    }
  }
  return { end: row };
}

function readingOf(facts: AdviserFacts): readonly string[] {
  const banded = isBanded(facts);
  return [
    "Weight is a holding’s share of the total. Drift is its weight less its target, in points of the total.",
    banded
      ? "Lowest and highest are the weights that the policy allows. Over and Under are outside them; exactly at the edge is in band."
      : "The policy has no band: Over and Under say on which side of its target a holding is.",
    "Total drift is half the sum of all drifts without their signs: the share of the money that has to move to be on target.",
    ...(facts.trades
      ? ["Trades: + buys, − sells. Value after and weight after are what is there once they are done."]
      : []),
    "Weights, drift, totals and checks are Excel formulas: select a cell to see how it is worked out. All other figures are values.",
  ];
}

function restingOf(facts: AdviserFacts): readonly string[] {
  const { list, sheet, date, version, policy, trades } = facts;
  const accounts = new Set(facts.holdings.map(({ account }) => account)).size;
  return [
    `Values and targets were read from ${list} on sheet ${sheet} on ${date}, as the owner typed them.`,
    ...(trades
      ? [
          trades.cash === 0
            ? "No cash comes in or goes out. Trades are rounded to the cent, unless the policy says otherwise."
            : "The cash is placed first. Trades are rounded to the cent, unless the policy says otherwise.",
          policy.costs
            ? "Taxes are not counted. The cost of trading that the policy names is not taken off."
            : "Taxes, fees and costs of trading are not counted.",
          ...(accounts > 1
            ? [
                "All accounts are counted as one. Moving money from one account to another may not be possible, or may be taxed.",
              ]
            : []),
        ]
      : []),
    "Account numbers are masked: at most their last four digits are shown.",
    `Worked out by Keel ${version} by the owner’s own policy. It says what that policy asks for; it is not advice and promises no return.`,
  ];
}
