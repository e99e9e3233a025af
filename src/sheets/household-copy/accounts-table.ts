import { sum } from "../adviser-table";
import type { Flag } from "../book";
import { dollarPatterns } from "../money-pattern";
import type { Content, Page } from "../page";
import { columnName } from "../place";
import { accountSum, after, isAfterTax, moneyIn } from "./arithmetic";
import { moneyFormula } from "./class-table";
import type { CopyAccount, HouseholdCopyFacts } from "./facts";
import { GRID, startsOf, writeGridTable, type GridColumn, type GridTable } from "./grid";
import type { HoldingsPlaces } from "./holdings-sheet";
import { cellOf, cellsOf } from "./places";

type Key = "account" | "type" | "before" | "flow" | "left" | "after";

/** The grid's columns that the accounts take; the figures of the plan stand at their right. */
export const ACCOUNTS_SPAN = 18;

/** Where the table of accounts stands on the first sheet. Rows count from 0. */
export interface AccountPlaces {
  readonly header: number;
  readonly first: number;
  readonly keys: readonly { readonly key: Key; readonly span: number }[];
  /** Names an account's cell from any sheet. */
  readonly cell: (key: Key, account: number) => string;
  readonly range: (key: Key) => string;
}

export function accountPlaces(header: number, { accounts, plan }: HouseholdCopyFacts): AccountPlaces {
  const hasLeft = accounts.some(({ leftInCash }) => leftInCash !== 0);
  const keys: AccountPlaces["keys"] = plan
    ? [
        { key: "account", span: hasLeft ? 4 : 5 },
        { key: "type", span: hasLeft ? 3 : 4 },
        { key: "before", span: 3 },
        { key: "flow", span: 3 },
        ...(hasLeft ? [{ key: "left" as const, span: 2 }] : []),
        { key: "after", span: 3 },
      ]
    : [
        { key: "account", span: 7 },
        { key: "type", span: 5 },
        { key: "before", span: 3 },
        { key: "flow", span: 3 },
      ];
  const starts = startsOf(keys);
  const columnOf = (key: Key): number => starts[keys.findIndex((each) => each.key === key)] as number;
  return {
    header,
    first: header + 1,
    keys,
    cell: (key, account) => cellOf("first", header + 1 + account, columnOf(key)),
    range: (key) => cellsOf("first", columnOf(key), header + 1, header + accounts.length),
  };
}

/** An account's type and how it is taxed, and what of its money counts where that isn't all. */
function typeOf({ kind, type, countsAs }: CopyAccount): string {
  const isSaid = type?.toLowerCase().includes(kind.toLowerCase()) === true;
  const both = type === undefined ? capital(kind) : isSaid ? type : `${type}, ${kind}`;
  return countsAs === 1 ? both : `${both}; ${Math.round(countsAs * 1000) / 10}% of it counts`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The sum of an account after the plan: what its rows hold, and what is left outside them. */
export function accountAfter(facts: HouseholdCopyFacts, account: number): number {
  return accountSum(facts, account, after) + (facts.accounts[account]?.leftInCash ?? 0);
}

/** Writes the accounts with what goes in or out, and subtotals of each type where there are several. */
export function writeAccounts(
  page: Page,
  facts: HouseholdCopyFacts,
  places: AccountPlaces,
  { range }: HoldingsPlaces,
): GridTable {
  const { accounts, money = dollarPatterns } = facts;
  const kinds = [...new Set(accounts.map(({ kind }) => kind))];
  const subtotals = kinds.length > 1 && kinds.length < accounts.length ? kinds : [];
  const rows: readonly { readonly accounts: readonly number[]; readonly kind?: string }[] = [
    ...accounts.map((_, account) => ({ accounts: [account] })),
    ...subtotals.map((kind) => ({
      kind,
      accounts: accounts.flatMap((account, index) => (account.kind === kind ? [index] : [])),
    })),
  ];
  const local = (key: Key, account: number): string =>
    (places.cell(key, account).split("!")[1] ?? "").replaceAll("$", "");
  const hasLeft = places.keys.some(({ key }) => key === "left");
  const amountOf: Readonly<Record<Exclude<Key, "account" | "type">, (account: number) => number>> = {
    before: (account) => accountSum(facts, account, ({ value }) => value),
    flow: (account) => accounts[account]?.cashFlow ?? 0,
    left: (account) => accounts[account]?.leftInCash ?? 0,
    after: (account) => accountAfter(facts, account),
  };
  const formulaOf = (key: Key, account: number): string | undefined => {
    const by = `SUMIF(${range("account number")},${account + 1},`;
    if (key === "before") return `=${by}${range("value")})`;
    if (key === "after") return `=${by}${range("after")})${hasLeft ? `+${local("left", account)}` : ""}`;
    return undefined;
  };
  const figure = (
    key: Exclude<Key, "account" | "type">,
    heading: string,
  ): Omit<GridColumn<(typeof rows)[number]>, "span"> => {
    const format = key === "flow" ? money.signed : money.either;
    const of = amountOf[key];
    return {
      heading,
      content: ({ accounts: own, kind }): Content => {
        const formula =
          kind === undefined
            ? formulaOf(key, own[0] as number)
            : `=${own.map((account) => local(key, account)).join("+")}`;
        return { value: sum(own.map(of)), format, ...(formula && { formula }) };
      },
      total: {
        value: sum([...accounts.keys()].map(of)),
        formula: `=SUM(${local(key, 0)}:${local(key, accounts.length - 1)})`,
        format,
      },
    };
  };
  const columns: Readonly<Record<Key, Omit<GridColumn<(typeof rows)[number]>, "span">>> = {
    account: {
      heading: "Account",
      content: ({ accounts: own, kind }) => ({
        value: kind === undefined ? (accounts[own[0] as number]?.name ?? "") : `All ${kind}`,
      }),
      total: { value: "Total" },
    },
    type: {
      heading: "Type",
      content: ({ accounts: own, kind }) => ({ value: kind === undefined ? typeOf(accounts[own[0] as number] as CopyAccount) : "" }), // prettier-ignore
    },
    before: figure("before", "Now"),
    flow: figure("flow", "Cash flow\n+ in, − out"),
    left: figure("left", "Of it left in cash"),
    after: figure("after", "After"),
  };
  return writeGridTable(
    page,
    places.header,
    0,
    places.keys.map(({ key, span }) => ({ ...columns[key], span })),
    rows,
  );
}

/** More classes than this stand in a table of their own. */
const MOST_ACROSS = 10;
const NAME = 5;
const WHEN = 2;
const TOTAL = 3;
/** Whole units: the cents stand in the tables of classes and accounts. */
const ROUNDED = '#,##0;-#,##0;"–"';

/** Draws what each account holds of each class, now and after the trades: the more of its money, the darker. */
export function writePicture(
  page: Page,
  facts: HouseholdCopyFacts,
  holdings: HoldingsPlaces,
  at: number,
): { readonly end: number; readonly flags: readonly Flag[] } {
  const { accounts, classes, plan } = facts;
  const flags: Flag[] = [];
  let row = at;
  for (let from = 0; from < classes.length; from += MOST_ACROSS) {
    const shown = classes.slice(from, from + MOST_ACROSS);
    const room = GRID - NAME - (plan ? WHEN : 0) - TOTAL;
    const span = Math.floor(room / shown.length);
    const rows = accounts.flatMap((account, index) => [
      { account, index, isAfter: false },
      ...(plan ? [{ account, index, isAfter: true }] : []),
    ]);
    type Row = (typeof rows)[number];
    const amountOf = ({ index, isAfter }: Row, place: number): number =>
      moneyIn(facts, place, isAfter ? after : ({ value }) => value, index);
    const columns: GridColumn<Row>[] = [
      {
        heading: isAfterTax(facts) ? "Account (counted after tax)" : "Account",
        span: NAME + room - span * shown.length,
        content: ({ account, isAfter }) => ({ value: isAfter ? "" : account.name }),
      },
      ...(plan
        ? [{ heading: "", span: WHEN, content: ({ isAfter }: Row) => ({ value: isAfter ? "After" : "Now" }) }]
        : []),
      ...shown.map(({ name }, index): GridColumn<Row> => ({
        heading: name,
        span,
        content: (each) => ({
          value: amountOf(each, from + index),
          formula: `=${moneyFormula(facts, holdings, from + index, each.isAfter ? "after" : "value", each.index)}`,
          format: ROUNDED,
        }),
      })),
    ];
    const starts = startsOf(columns);
    const left = starts[plan ? 2 : 1] as number;
    const letters = { first: columnName(left), last: columnName(GRID - TOTAL - 1), total: columnName(GRID - TOTAL) };
    columns.push({
      heading: shown.length < classes.length ? "In these" : "In classes",
      span: TOTAL,
      bold: true,
      content: (each, index) => ({
        value: sum(shown.map((_, place) => amountOf(each, from + place))),
        formula: `=SUM(${letters.first}${row + index + 2}:${letters.last}${row + index + 2})`,
        format: ROUNDED,
      }),
    });
    const table = writeGridTable(page, row, 0, columns, rows);
    const block = {
      sheet: page.sheet,
      row: table.first,
      column: left,
      height: rows.length,
      width: span * shown.length,
    };
    for (const [share, fill, ink] of SHADES) {
      // The merged cells of a figure are painted by its first.
      const cell = `${letters.first}${table.first + 1}`;
      flags.push({ block, formula: `=AND(${cell}<>"",${cell}>=${share}*$${letters.total}${table.first + 1},${cell}>0)`, fill, ...(ink && { ink }) }); // prettier-ignore
    }
    row = table.end + 1;
  }
  return { end: row - 1, flags };
}

/** From how much of an account's money on a class is so dark: the first that fits. */
const SHADES: readonly (readonly [share: number, fill: string, ink?: string])[] = [
  [0.5, "#0B6E85", "#FFFFFF"],
  [0.25, "#7DB7C4"],
  [0.1, "#BFDDE4"],
  [0, "#E6F3F6"],
];
