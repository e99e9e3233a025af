import { exactly, PERCENT, sum } from "../adviser-table";
import { flagStyles } from "../cell-styles";
import type { Flag } from "../book";
import { dollarPatterns } from "../money-pattern";
import type { Content, Page } from "../page";
import { columnName } from "../place";
import { isInBand, isOutOfBand } from "../status-flags";
import { after, countedLeft, hasUnlisted, isAfterTax, moneyIn, partOf } from "./arithmetic";
import type { CopyHolding, HouseholdCopyFacts } from "./facts";
import { GRID, startsOf, writeGridTable, type GridColumn, type GridTable } from "./grid";
import type { HoldingKey, HoldingsPlaces } from "./holdings-sheet";
import { cellOf, cellsOf } from "./places";

type Key = "name" | "now" | "weight" | "target" | "lowest" | "highest" | "drift" | "status" | "goal" | "after" | "weight after" | "gap"; // prettier-ignore

/** Where the table of classes stands on the first sheet. Rows count from 0. */
export interface ClassPlaces {
  readonly header: number;
  readonly first: number;
  readonly total: number;
  readonly keys: readonly { readonly key: Key; readonly span: number }[];
  /** Names a class's cell from any sheet; `place` after the last class is money in none of them. */
  readonly cell: (key: Key, place: number) => string;
  /** Names the cells of the classes alone. */
  readonly range: (key: Key) => string;
}

/** Whether the policy has a band for each class. */
export function isBandedByClass({ classes }: HouseholdCopyFacts): boolean {
  return classes.some(({ lowest, highest }) => highest > lowest);
}

export function classPlaces(header: number, facts: HouseholdCopyFacts): ClassPlaces {
  const { classes, plan } = facts;
  const first = header + 1;
  const given: { readonly key: Key; readonly span: number }[] = [
    { key: "now", span: 3 },
    { key: "weight", span: 2 },
    { key: "target", span: 2 },
    ...(isBandedByClass(facts) ? ([{ key: "lowest", span: 2 }, { key: "highest", span: 2 }] as const) : []), // prettier-ignore
    { key: "drift", span: 2 },
    ...(classes.some(({ status }) => status !== undefined) ? [{ key: "status", span: 2 } as const] : []),
    ...(plan
      ? ([
          { key: "goal", span: 3 },
          { key: "after", span: 3 },
          { key: "weight after", span: 2 },
          { key: "gap", span: 3 },
        ] as const)
      : []),
  ];
  const keys = [{ key: "name" as const, span: GRID - sum(given.map(({ span }) => span)) }, ...given];
  const starts = startsOf(keys);
  const columnOf = (key: Key): number => starts[keys.findIndex((each) => each.key === key)] as number;
  return {
    header,
    first,
    total: first + classes.length + (hasUnlisted(facts) ? 1 : 0),
    keys,
    cell: (key, place) => cellOf("first", first + place, columnOf(key)),
    range: (key) => cellsOf("first", columnOf(key), first, first + classes.length - 1),
  };
}

/** A formula for the counted money of a class by the rows of the second sheet. */
export function moneyFormula(
  facts: HouseholdCopyFacts,
  { range }: HoldingsPlaces,
  place: number | "unlisted",
  amount: HoldingKey,
  account?: number,
): string {
  const part = range(place === "unlisted" ? "unlisted" : `class ${place}`);
  return `SUMPRODUCT(${[
    ...(account === undefined ? [] : [`--(${range("account number")}=${account + 1})`]),
    range(amount),
    part,
    ...(isAfterTax(facts) ? [range("counts")] : []),
  ].join(",")})`;
}

/** A formula for what is left in cash outside every row, counted: its cells are those of the accounts. */
export function leftFormula({ accounts }: HouseholdCopyFacts, leftCell: (account: number) => string): string {
  return accounts
    .flatMap(({ leftInCash, countsAs }, account) =>
      leftInCash === 0 ? [] : [`+${leftCell(account)}${countsAs === 1 ? "" : `*${countsAs}`}`],
    )
    .join("");
}

/** Writes the classes: now, target, band, drift and status; with a plan also what the policy wants, and after it. */
export function writeClasses(
  page: Page,
  facts: HouseholdCopyFacts,
  places: ClassPlaces,
  holdings: HoldingsPlaces,
  leftCell: (account: number) => string,
): { readonly table: GridTable; readonly flags: readonly Flag[] } {
  const { classes, plan, money = dollarPatterns } = facts;
  const rows = [...classes.keys(), ...(hasUnlisted(facts) ? [classes.length] : [])];
  const placeOf = (row: number): number | "unlisted" => (row < classes.length ? row : "unlisted");
  const isListed = (row: number): boolean => row < classes.length;
  const nowOf = (row: number): number => moneyIn(facts, placeOf(row), ({ value }) => value);
  const afterOf = (row: number): number =>
    moneyIn(facts, placeOf(row), after) + (isListed(row) ? 0 : countedLeft(facts));
  const goalOf = (row: number): number => plan?.goals[row] ?? 0;
  const [total, totalAfter] = [sum(rows.map(nowOf)), sum(rows.map(afterOf))];
  const share = (amount: number, all: number): number => (all === 0 ? 0 : amount / all);
  const local = (key: Key, row: number): string => (places.cell(key, row).split("!")[1] ?? "").replaceAll("$", "");
  const summed = (key: Key): string => `SUM(${local(key, 0)}:${local(key, rows.length - 1)})`;
  const totalCell = (key: Key): string => `${local(key, 0).replace(/\d+/, "")}$${places.total + 1}`;
  const hasRows = (of: (holding: CopyHolding) => number): boolean => facts.holdings.some((one) => of(one) !== 0);
  const formula = (row: number, amount: "value" | "after"): string => {
    const place = placeOf(row);
    const held =
      place !== "unlisted" || hasRows((one) => partOf(one, place)) ? moneyFormula(facts, holdings, place, amount) : "0";
    return `=${held}${place === "unlisted" && amount === "after" ? leftFormula(facts, leftCell) : ""}`;
  };
  const edges = exactly(classes.flatMap(({ target, lowest, highest }) => [target, lowest, highest]));
  const signed = "+0.0%;-0.0%;0.0%";
  const only = (row: number, content: () => Content): Content => (isListed(row) ? content() : { value: "" });
  const counted = isAfterTax(facts) ? ", after tax" : "";

  const columns: Readonly<Record<Key, Omit<GridColumn<number>, "span">>> = {
    name: {
      heading: "Class",
      content: (row) => ({ value: classes[row]?.name ?? "In none of the classes" }),
      total: { value: "Total" },
    },
    now: {
      heading: `Now${counted}`,
      content: (row) => ({ value: nowOf(row), formula: formula(row, "value"), format: money.either }),
      total: { value: total, formula: `=${summed("now")}`, format: money.either },
    },
    weight: {
      heading: "Share now",
      content: (row) => ({
        value: share(nowOf(row), total),
        formula: `=IF(${totalCell("now")}=0,0,${local("now", row)}/${totalCell("now")})`,
        format: PERCENT,
      }),
      total: { value: share(total, total), formula: `=${summed("weight")}`, format: PERCENT },
    },
    target: {
      heading: "Target",
      content: (row) => only(row, () => ({ value: classes[row]?.target ?? 0, format: edges })),
      total: { value: sum(classes.map(({ target }) => target)), formula: `=${summed("target")}`, format: PERCENT },
    },
    lowest: {
      heading: "Band from",
      content: (row) => only(row, () => ({ value: classes[row]?.lowest ?? 0, format: edges })),
    },
    highest: {
      heading: "to",
      content: (row) => only(row, () => ({ value: classes[row]?.highest ?? 0, format: edges })),
    },
    drift: {
      heading: "Drift",
      bold: true,
      content: (row) =>
        only(row, () => ({
          value: share(nowOf(row), total) - (classes[row]?.target ?? 0),
          formula: `=${local("weight", row)}-${local("target", row)}`,
          format: signed,
        })),
    },
    status: { heading: "Status", across: "center", content: (row) => ({ value: classes[row]?.status ?? "" }) },
    goal: {
      heading: "Wanted",
      content: (row) => ({ value: goalOf(row), format: money.either }),
      total: { value: sum(rows.map(goalOf)), formula: `=${summed("goal")}`, format: money.either },
    },
    after: {
      heading: "After",
      bold: true,
      content: (row) => ({ value: afterOf(row), formula: formula(row, "after"), format: money.either }),
      total: { value: totalAfter, formula: `=${summed("after")}`, format: money.either },
    },
    "weight after": {
      heading: "Share after",
      content: (row) => ({
        value: share(afterOf(row), totalAfter),
        formula: `=IF(${totalCell("after")}=0,0,${local("after", row)}/${totalCell("after")})`,
        format: PERCENT,
      }),
      total: { value: share(totalAfter, totalAfter), formula: `=${summed("weight after")}`, format: PERCENT },
    },
    gap: {
      heading: "After less wanted",
      content: (row) => ({
        value: Math.round((afterOf(row) - goalOf(row)) * 100) / 100 + 0,
        formula: `=ROUND(${local("after", row)}-${local("goal", row)},2)`,
        format: money.signed,
      }),
    },
  };
  const table = writeGridTable(
    page,
    places.header,
    0,
    places.keys.map(({ key, span }) => ({ ...columns[key], span })),
    rows,
  );
  const status = places.keys.findIndex(({ key }) => key === "status");
  const column = startsOf(places.keys)[status];
  if (column === undefined) return { table, flags: [] };
  const block = { sheet: page.sheet, row: places.first, column, height: classes.length, width: 2 };
  const cell = `$${columnName(column)}${places.first + 1}`;
  return {
    table,
    flags: [
      { block, formula: `=${isOutOfBand(cell)}`, ...flagStyles.act },
      { block, formula: `=${isInBand(cell)}`, ...flagStyles.fine },
    ],
  };
}
