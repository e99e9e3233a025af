import { small } from "../adviser-parts";
import { bodyLine, headingStyle, sum } from "../adviser-table";
import type { CellStyle } from "../book";
import { cellStyles, tableStyle } from "../cell-styles";
import { dollarPatterns } from "../money-pattern";
import { lineHeight, type Content, type Page } from "../page";
import { exactGain, termOf, toCents } from "./arithmetic";
import type { CopyPlan, CopyTrade, HouseholdCopyFacts } from "./facts";
import { GRID, startsOf, writeGridTable } from "./grid";
import type { ClassPlaces } from "./class-table";
import type { HoldingsPlaces } from "./holdings-sheet";
import { cellsOf } from "./places";

type Key = "action" | "fund" | "amount" | "shares" | "gain" | "term" | "tax" | "gap" | "why";

/** Where the trades stand on the first sheet. */
export interface TradePlaces {
  /** The rows of the headings that name an account: a page may begin at each. */
  readonly groups: readonly number[];
  readonly end: number;
  /** Names all cells of a column, those of the accounts' headings among them; undefined where it isn't shown. */
  readonly range: (key: "tax") => string | undefined;
  /** Adds up the sizes of the amounts under an account's heading, as a formula; undefined where it trades nothing. */
  readonly sizeOf: (account: number) => string | undefined;
}

/** What a trade comes to: the sum of its rows. */
export function amountOf({ holdings }: HouseholdCopyFacts, trade: CopyTrade): number {
  return toCents(sum(trade.holdings.map((index) => holdings[index]?.trade ?? 0)));
}

/** Writes the trades of one account after the other, with what they add up to, or that there are none. */
export function writeTrades(
  page: Page,
  facts: HouseholdCopyFacts,
  plan: CopyPlan,
  { cell, has }: HoldingsPlaces,
  at: number,
): TradePlaces {
  const { accounts, holdings, money = dollarPatterns } = facts;
  if (plan.trades.length === 0) {
    page.paragraph(at, 0, GRID - 1, plan.noTrades, { bold: true });
    return { groups: [], end: at + 1, range: () => undefined, sizeOf: () => undefined };
  }
  const isTaxed = plan.trades.some(({ tax }) => tax !== undefined);
  const hasShares = plan.trades.some(({ shares }) => shares !== undefined);
  const given: { readonly key: Key; readonly heading: string; readonly span: number }[] = [
    { key: "amount", heading: "Amount\n+ buy, − sell", span: 3 },
    ...(hasShares ? [{ key: "shares" as const, heading: "Shares", span: 2 }] : []),
    ...(isTaxed
      ? ([
          { key: "gain", heading: "Gain", span: 3 },
          { key: "term", heading: "Term", span: 2 },
          { key: "tax", heading: "Tax", span: 2 },
        ] as const)
      : []),
  ];
  const room = GRID - 4 - sum(given.map(({ span }) => span));
  const fund = Math.ceil(room / 2);
  const columns = [
    { key: "action" as const, heading: "Trade", span: 3 },
    { key: "fund" as const, heading: "Fund", span: fund },
    ...given,
    // Texts stand clear of the figures before them.
    { key: "gap" as const, heading: "", span: 1 },
    { key: "why" as const, heading: "Why", span: room - fund },
  ];
  const starts = startsOf(columns);
  const columnOf = (key: Key): number => starts[columns.findIndex((column) => column.key === key)] as number;
  const acrossIn = (key: Key): "left" | "center" | "right" =>
    key === "term" ? "center" : ["amount", "shares", "gain", "tax"].includes(key) ? "right" : "left";
  const put = (row: number, place: number, content: Content, style: CellStyle): void => {
    const { span, key } = columns[place] as (typeof columns)[number];
    const start = starts[place] as number;
    const look: CellStyle = { wrap: true, down: "middle", across: acrossIn(key), ...style };
    page.spread({ row, column: start, height: 1, width: span }, content, look);
    if (typeof content.value !== "string") return;
    page.raise(row, page.linesIn(content.value, start, start + span - 1, look) * lineHeight(look) + 2);
  };
  for (const [place, { heading }] of columns.entries())
    put(at, place, { value: heading }, { ...headingStyle, size: 10 });
  const joined = (key: "trade" | "gain", { holdings: own }: CopyTrade): string =>
    `=${own.map((index) => cell(key, index)).join("+")}`;
  const contentOf = (key: Key, trade: CopyTrade): Content => {
    const [first = 0] = trade.holdings;
    const holding = holdings[first];
    const taxed = trade.tax !== undefined && holding !== undefined;
    switch (key) {
      case "action":
        return { value: trade.action };
      case "fund":
        return { value: trade.fund };
      case "amount":
        return { value: amountOf(facts, trade), formula: joined("trade", trade), format: money.signed };
      case "shares":
        return trade.shares === undefined
          ? { value: "" }
          : { value: trade.shares, format: "+#,##0.0###;-#,##0.0###;0" };
      case "gain":
        return taxed && has("gain")
          ? { value: toCents(exactGain(facts, holding)), formula: joined("gain", trade), format: money.signed }
          : { value: "" };
      case "term":
        return taxed && has("term")
          ? { value: termOf(facts, holding), formula: `=${cell("term", first)}` }
          : { value: "" };
      case "tax":
        return trade.tax === undefined ? { value: "" } : { value: trade.tax, format: money.either };
      case "gap":
        return { value: "" };
      case "why":
        return { value: trade.why };
    }
  };
  let row = at + 1;
  const groups: number[] = [];
  const sizes = new Map<number, string>();
  const amount = columnOf("amount");
  for (const [index, { name, kind }] of accounts.entries()) {
    const own = plan.trades.filter(({ account }) => account === index);
    if (own.length === 0) continue;
    groups.push(row);
    const cells = cellsOf("first", amount, row + 1, row + own.length);
    sizes.set(index, `SUMPRODUCT(ABS(${cells}))`);
    const look = { ...small, bold: true, fill: tableStyle.tint, lines: bodyLine, down: "middle" } as const;
    page.spread({ row, column: 0, height: 1, width: amount }, { value: `${name}: ${kind}` }, look);
    page.spread(
      { row, column: amount, height: 1, width: 3 },
      {
        value: toCents(sum(own.map((trade) => amountOf(facts, trade)))),
        formula: `=ROUND(SUM(${local(cells)}),2)`,
        format: money.signed,
      },
      { ...look, across: "right" },
    );
    page.put(row, amount + 3, { value: "" }, look);
    const rest = { row, column: amount + 4, height: 1, width: GRID - amount - 4 };
    page.spread(rest, { value: "is what they add up to" }, { ...look, bold: false, ink: "#616161" });
    row += 1;
    for (const trade of own) {
      for (const [place, { key }] of columns.entries()) {
        put(row, place, contentOf(key, trade), {
          ...small,
          lines: bodyLine,
          ...(key === "amount" && cellStyles.label),
        });
      }
      row += 1;
    }
  }
  return {
    groups,
    end: row,
    range: (key) => (isTaxed ? cellsOf("first", columnOf(key), at + 1, row - 1) : undefined),
    sizeOf: (account) => sizes.get(account),
  };
}

function local(cells: string): string {
  return (cells.split("!")[1] ?? "").replaceAll("$", "");
}

/** Writes which classes stay off what the policy wants, and what keeps them. */
export function writeOffGoal(
  page: Page,
  facts: HouseholdCopyFacts,
  plan: CopyPlan,
  places: ClassPlaces,
  at: number,
): number {
  const { classes, money = dollarPatterns } = facts;
  return writeGridTable(
    page,
    at,
    0,
    [
      { heading: "Class", span: 6, content: ({ classIndex }) => ({ value: classes[classIndex]?.name ?? "" }) },
      { heading: "It stays", span: 3, content: ({ side }) => ({ value: side }) },
      {
        heading: "By",
        span: 4,
        bold: true,
        content: ({ classIndex }) => ({
          value: Math.abs(toCents((plan.after[classIndex] ?? 0) - (plan.goals[classIndex] ?? 0))),
          formula: `=ABS(${local(places.cell("gap", classIndex))})`,
          format: money.either,
        }),
      },
      { heading: "", span: 1, content: () => ({ value: "" }) },
      { heading: "What keeps it there", span: GRID - 14, content: ({ why }) => ({ value: why }) },
    ],
    plan.offGoal,
  ).end;
}
