import type { AdviserFacts, AdviserHolding } from "./adviser-facts";
import type { CellStyle, Flag } from "./book";
import { flagStyles, cellStyles, tableStyle } from "./cell-styles";
import { dollarPatterns } from "./money-pattern";
import { lineHeight, type Page } from "./page";
import { percentPattern, signedPercentPattern } from "./percent-pattern";
import { columnName } from "./place";
import { isInBand, isOutOfBand } from "./status-flags";

export const PERCENT = "0.0%";

type Key =
  | "account"
  | "fund"
  | "ticker"
  | "value"
  | "target"
  | "weight"
  | "drift"
  | "lowest"
  | "highest"
  | "status"
  | "trade"
  | "after"
  | "weight after";

/** A column of the table. With `formula` its cells are Excel's own arithmetic, and `value` is what that gives. */
interface Column {
  readonly key: Key;
  readonly heading: string;
  readonly characters: number;
  /** Without one, the column holds texts. */
  readonly format?: string;
  readonly value: (holding: AdviserHolding) => string | number;
  readonly formula?: (row: number) => string;
  /** Whether the row of totals adds it up; `cents`: to whole cents, so that buys and sells that are equal make 0. */
  readonly summed?: true | "cents";
}

/** The table of holdings on its sheet. Rows count from 0. */
export interface AdviserTable {
  readonly columns: readonly Column[];
  readonly header: number;
  readonly first: number;
  readonly total: number;
  /** Names the cells of a column as a formula does: `E8:E13`. */
  readonly cells: (key: Key) => string;
  /** Names the cell of a column in the row of totals: `E$14`. */
  readonly totalCell: (key: Key) => string;
}

/** Lays the table out: which columns these facts have, and where its rows stand. */
export function tableAt(header: number, facts: AdviserFacts): AdviserTable {
  const first = header + 1;
  const total = first + facts.holdings.length;
  const letter = (key: Key): string => columnName(columns.findIndex((column) => column.key === key));
  const totalCell = (key: Key): string => `${letter(key)}$${total + 1}`;
  const columns = columnsFor(facts, letter, totalCell);
  return {
    columns,
    header,
    first,
    total,
    cells: (key) => `${letter(key)}${first + 1}:${letter(key)}${total}`,
    totalCell,
  };
}

/** Whether the policy has a band for each holding; without one, lowest and highest are the target itself. */
export function isBanded({ holdings }: AdviserFacts): boolean {
  return holdings.some(({ lowest, highest }) => highest > lowest);
}

function columnsFor(
  facts: AdviserFacts,
  letter: (key: Key) => string,
  totalCell: (key: Key) => string,
): readonly Column[] {
  const { holdings, money = dollarPatterns } = facts;
  const total = sum(holdings.map(({ value }) => value));
  const totalAfter = sum(holdings.map((holding) => after(holding)));
  const at = (key: Key, row: number): string => `${letter(key)}${row + 1}`;
  const share = { characters: 9, format: percentPattern(holdings.length) };
  const widest = (texts: readonly string[], least: number, most: number): number =>
    Math.min(
      most,
      texts.reduce((longest, text) => Math.max(longest, text.length + 2), least),
    );

  const names: Column[] = [
    {
      key: "fund",
      heading: "Fund",
      characters: widest(
        holdings.map(({ fund }) => fund),
        24,
        42,
      ),
      value: ({ fund }) => fund,
    },
  ];
  if (holdings.some(({ account }) => account !== undefined)) {
    const characters = widest(
      holdings.map(({ account }) => account ?? ""),
      12,
      24,
    );
    names.unshift({ key: "account", heading: "Account", characters, value: ({ account }) => account ?? "" });
  }
  if (holdings.some(({ ticker }) => ticker !== undefined)) {
    names.push({ key: "ticker", heading: "Ticker", characters: 9, value: ({ ticker }) => ticker ?? "" });
  }
  const standing: Column[] = [
    { key: "value", heading: "Value", characters: 15, format: money.either, value: ({ value }) => value, summed: true },
    {
      key: "target",
      heading: "Target",
      ...share,
      format: exactly(holdings.map(({ target }) => target)),
      value: ({ target }) => target,
      summed: true,
    },
    {
      key: "weight",
      heading: "Weight",
      ...share,
      value: ({ value }) => value / total,
      formula: (row) => `=${at("value", row)}/${totalCell("value")}`,
      summed: true,
    },
    {
      key: "drift",
      heading: "Drift",
      ...share,
      format: signedPercentPattern(holdings.length),
      value: ({ value, target }) => value / total - target,
      formula: (row) => `=${at("weight", row)}-${at("target", row)}`,
    },
  ];
  const edges = { ...share, format: exactly(holdings.flatMap(({ lowest, highest }) => [lowest, highest])) };
  const band: Column[] = isBanded(facts)
    ? [
        { key: "lowest", heading: "Lowest", ...edges, value: ({ lowest }) => lowest },
        { key: "highest", heading: "Highest", ...edges, value: ({ highest }) => highest },
      ]
    : [];
  const status: Column = { key: "status", heading: "Status", characters: 10, value: (holding) => holding.status };
  const trades: Column[] = facts.trades
    ? [
        {
          key: "trade",
          heading: "Trade\n+ buy, − sell",
          characters: 15,
          format: money.signed,
          value: ({ trade }) => trade,
          summed: "cents",
        },
        {
          key: "after",
          heading: "Value after",
          characters: 15,
          format: money.either,
          value: after,
          formula: (row) => `=${at("value", row)}+${at("trade", row)}`,
          summed: true,
        },
        {
          key: "weight after",
          heading: "Weight after",
          ...share,
          value: (holding) => (totalAfter === 0 ? 0 : after(holding) / totalAfter),
          formula: (row) => `=IF(${totalCell("after")}=0,0,${at("after", row)}/${totalCell("after")})`,
          summed: true,
        },
      ]
    : [];
  return asWideAs(holdings.length > LONG ? LONG_CHARACTERS : PAPER_CHARACTERS, [
    ...names,
    ...standing,
    ...band,
    status,
    ...trades,
  ]);
}

/** A list of more holdings than this has its rows close together, and is printed smaller. */
const LONG = 24;
/** The width of the paper at full size, in characters: ten inches of 96 pixels, seven a character. */
const PAPER_CHARACTERS = 136;
/** The same upright for a long list: seven and a half inches at about 61 %, the smallest that is easily read. */
const LONG_CHARACTERS = 168;
/** Around a column's characters, in characters. */
const COLUMN_EDGE = 5 / 7;

/** Gives the names of funds what a narrow table leaves of the page. */
function asWideAs(paper: number, columns: readonly Column[]): readonly Column[] {
  const used = sum(columns.map(({ characters }) => characters + COLUMN_EDGE));
  const free = Math.max(0, Math.floor(paper - used));
  return columns.map((column) =>
    column.key === "fund" ? { ...column, characters: column.characters + free } : column,
  );
}

export const headingStyle: CellStyle = {
  bold: true,
  ink: tableStyle.header.ink,
  fill: tableStyle.header.fill,
  wrap: true,
  down: "middle",
};
export const bodyLine = { bottom: { ink: "#C9D6D9", weight: "thin" } } as const;
export const totalLines = { top: { ink: tableStyle.line, weight: "medium" } } as const;

/** Writes the table: headings, a row a holding, totals. */
export function writeTable(page: Page, { columns, header, first, total }: AdviserTable, facts: AdviserFacts): void {
  columns.forEach(({ key, heading, format }, column) => {
    page.put(header, column, { value: heading }, { ...headingStyle, across: acrossIn(key, format) });
  });
  page.raise(header, 2 * lineHeight({}) + 3);

  const air = facts.holdings.length > LONG ? 0.5 : 3;
  facts.holdings.forEach((holding, index) => {
    const row = first + index;
    columns.forEach(({ key, format, value, formula }, column) => {
      const style: CellStyle = {
        down: "middle",
        lines: bodyLine,
        across: acrossIn(key, format),
        ...(format === undefined ? { wrap: true } : {}),
      };
      const content = value(holding);
      page.put(
        row,
        column,
        { value: content, ...(formula ? { formula: formula(row) } : {}), ...(format ? { format } : {}) },
        key === "drift" || key === "trade" ? { ...style, bold: true } : style,
      );
      if (typeof content === "string") page.raise(row, page.linesIn(content, column, column) * lineHeight({}) + air);
    });
  });

  columns.forEach(({ format, summed, value }, column) => {
    const style: CellStyle = { bold: true, fill: tableStyle.tint, lines: totalLines, down: "middle" };
    const letter = columnName(column);
    const range = `SUM(${letter}${first + 1}:${letter}${total})`;
    const added = sum(facts.holdings.map((holding) => Number(value(holding))));
    const content =
      summed === "cents"
        ? { value: inCents(added), formula: `=ROUND(${range},2)` }
        : { value: added, formula: `=${range}` };
    page.put(
      total,
      column,
      summed ? { ...content, ...(format ? { format } : {}) } : { value: column === 0 ? "Total" : "" },
      style,
    );
  });
  page.raise(total, lineHeight({}) + 4);
}

/** Figures stand at the right; statuses in the middle, clear of the figures before them. */
function acrossIn(key: Key, format: string | undefined): "left" | "center" | "right" {
  return format !== undefined ? "right" : key === "status" ? "center" : "left";
}

/** Marks statuses: the word says it, the colour shows it. */
export function statusFlags({ columns, first, total }: AdviserTable, sheet: string): readonly Flag[] {
  const column = columns.findIndex(({ key }) => key === "status");
  const block = { sheet, row: first, column, height: total - first, width: 1 };
  const cell = `$${columnName(column)}${first + 1}`;
  return [
    { block, formula: `=${isOutOfBand(cell)}`, ...flagStyles.act },
    { block, formula: `=${isInBand(cell)}`, ...flagStyles.fine },
  ];
}

export function after({ value, trade }: AdviserHolding): number {
  return value + trade;
}

/** Adds numbers up from the first to the last, as Excel does. */
export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Rounds dollars to whole cents, without a −0. */
export function inCents(dollars: number): number {
  return Math.round(dollars * 100) / 100 + 0;
}

/** Weights such as 3.75% show both decimals, and those of thousands of holdings as many as tell them apart; others one. */
/** As many rows as `percentPattern` gives two decimals. */
const HUNDREDTHS = 1000;
export function exactly(weights: readonly number[]): string {
  if (weights.every((weight) => Math.abs(weight * 1000 - Math.round(weight * 1000)) < 1e-6)) return PERCENT;
  return percentPattern(Math.max(weights.length, HUNDREDTHS));
}

export const titleLook: CellStyle = { ...cellStyles.title, size: 18, ink: tableStyle.header.fill };
