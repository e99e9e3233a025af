import { cents, succeeded } from "../../engine";
import type { Argument } from "../cells";
import { MOST_ROWS, position } from "../column";
import { TABLE_HEADER_ROWS } from "../header";
import { NameList } from "../names";
import { failed, type CellPlace, type LeftOut, type Note, type Problem, type Read } from "../problem";
import { headingsIn, notesOnHeader, placesIn, upright, type Headings, type Upright } from "../table";
import { withoutLongTexts } from "../long-texts";
import { accountsIn, type Accounts } from "./accounts";
import { bodyOf, type Frame } from "./body";
import { readDetails, type AccountRow } from "./details";
import { draftsOf, type Draft } from "./drafts";
import { figureReader } from "./figures";
import { know, type HoldingColumn } from "./headings";
import type { HoldingsOptions, HoldingsTable, Position, HoldingsQuestion } from "./record";
import { sortOut } from "./totals";
import { hasMoney, holdingsVocabulary, isTrades, withTellingColumns } from "./vocabulary";

/** What columns are called in sentences where the table lacks them. */
const CALLED: Readonly<Partial<Record<HoldingColumn, string>>> = { ticker: "Symbol", fund: "Fund", value: "Value" };

/**
 * Reads a range as a table of holdings: its header, found by name, and every row below it as a holding, as cash, as a
 * fund on a menu, or as something that is left out and said. Nothing is guessed: what can't be told is a question. Fails
 * for a range without such a table, of more than 200,000 rows, or of more than $90 trillion.
 */
export function readHoldingsTable(
  argument: string,
  given: Argument,
  options: HoldingsOptions = {},
): Read<HoldingsTable> {
  const cells = withoutLongTexts(given);
  if (cells === null || cells === undefined) return failed({ code: "missing argument", argument, wanted: "table" });
  const range = tableIn(cells, options);
  const { row: header, found } = range.header;
  if (!hasMoney(found)) return failed(noMoney(argument, cells));

  const places = placesIn(argument, range, range.header);
  const names = new Map<HoldingColumn, string>();
  const nameOfColumn = (kind: HoldingColumn): string => {
    let name = names.get(kind);
    if (name === undefined) {
      name = places.headingOf(found.get(kind)) ?? CALLED[kind] ?? `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
      names.set(kind, name);
    }
    return name;
  };
  const at = (row: number, kind: HoldingColumn): CellPlace => places.at(row, nameOfColumn(kind));
  const frame: Frame = { cells: range.cells, header, found, at: (row) => position(argument, row, range.isTurned) };
  const body = bodyOf(frame);
  if (body.rows.length > MOST_ROWS) {
    return failed({ code: "too many rows", argument, rows: body.rows.length, most: MOST_ROWS });
  }
  const accounts = accountsIn(frame);
  const column = (kind: HoldingColumn): number | undefined => found.get(kind);
  const read = figureReader({ cells: range.cells, header, column, at, mark: options.mark });
  const drafts = draftsOf(frame, body, { argument, accounts, read, at, others: places.others }, options);
  if (!drafts.ok) return drafts;

  const notes = [...notesOnHeader(argument, range, range.header), ...drafts.value.notes];
  const leftOut = [...body.leftOut, ...drafts.value.leftOut];
  const questions = [...drafts.value.questions];
  const { positions, accountRows, total } = positionsOf(drafts.value.drafts, frame, accounts, options, {
    notes,
    leftOut,
    questions,
  });
  const table: HoldingsTable = {
    argument,
    rows: range.cells.length,
    headerRows: header + 1,
    across: range.isTurned,
    columns: new Map([...found].map(([kind, each]) => [kind, { column: each, heading: places.headingOf(each) ?? "" }])),
    others: places.others,
    at,
    accounts: accounts.list,
    positions,
    total: cents(total),
    leftOut,
    notes,
    questions,
    otherTables: body.otherTables,
    sources: [],
  };
  const whole = readDetails(table, frame, read, accountRows, options.details === true);
  return succeeded({
    ...whole,
    leftOut: [...whole.leftOut].sort((one, other) => rowIn(one) - rowIn(other)),
    questions: [...whole.questions].sort((one, other) => rowIn(one.problem) - rowIn(other.problem)),
  });
}

function rowIn(problem: Problem | LeftOut): number {
  return "at" in problem && problem.at.row !== undefined ? problem.at.row : -1;
}

function tableIn(cells: NonNullable<Argument>, { headerRow, columns }: HoldingsOptions): Upright<HoldingColumn> {
  const range =
    headerRow === undefined
      ? upright(cells, holdingsVocabulary(cells))
      : {
          cells,
          width: cells[0]?.length ?? 0,
          header: { row: headerRow, found: headingsIn(cells, headerRow, know) },
          isTurned: false,
        };
  const { row, found } = range.header;
  const chosen = new Map(withTellingColumns(range.cells, row, found));
  for (const [kind, column] of columns ?? []) {
    for (const [each, other] of chosen) if (other === column) chosen.delete(each);
    if (column === undefined) chosen.delete(kind);
    else chosen.set(kind, column);
  }
  return { ...range, header: { row, found: chosen } };
}

const REQUIRED = ["Value (or Shares and Price)", "Asset class (or one column a class)"] as const;

/** Why a range has no money: it lacks the column, or is a list of trades. */
function noMoney(argument: string, cells: NonNullable<Argument>): Problem {
  const missing: Problem = { code: "columns missing", argument, names: ["Value"], required: REQUIRED };
  for (let row = 0; row < Math.min(cells.length, TABLE_HEADER_ROWS + 1); row++) {
    const found = headingsIn(cells, row, know);
    if (isTrades(found))
      return { code: "trades for holdings", at: { argument, row }, headings: headingsOfTrades(cells[row], found) };
  }
  return missing;
}

function headingsOfTrades(row: readonly unknown[] = [], found: Headings<HoldingColumn>): string[] {
  return (["date", "trade date", "action", "account type"] as const).flatMap((kind) => {
    const column = found.get(kind);
    return column === undefined ? [] : [String(row[column])];
  });
}

/** Where what comes up is gathered. */
interface Gathered {
  readonly notes: Note[];
  readonly leftOut: LeftOut[];
  readonly questions: HoldingsQuestion[];
}

/** Sorts totals, loans and windows out, and makes positions of the other rows. */
function positionsOf(
  drafts: readonly Draft[],
  { found, at: placeOf }: Frame,
  accounts: Accounts,
  { counted, isClass }: HoldingsOptions,
  { notes, leftOut, questions }: Gathered,
): { positions: readonly Position[]; accountRows: readonly AccountRow[]; total: number } {
  const hasDetails = (["shares", "price", "ticker", "asset class"] as const).some((kind) => found.has(kind));
  const sorted = sortOut(
    counted ? drafts.filter(({ row }) => !counted.has(row)) : drafts,
    accounts,
    hasDetails || isClass !== undefined,
    placeOf,
  );
  leftOut.push(...sorted.leftOut.values());
  for (const { problem } of sorted.wrong) questions.push({ about: "money", problem });

  const funds = new NameList();
  const inAccount = new Map<number | undefined, Map<string, "once" | "said">>();
  const positions: Position[] = [];
  const accountRows: AccountRow[] = [];
  let total = 0;
  for (const draft of drafts) {
    const { row, block, account, value, names, fund: text } = draft;
    if (sorted.leftOut.has(row) || sorted.refused.has(row)) continue;
    if (block.end !== undefined && counted?.has(row) !== true) {
      // Whatever has a symbol, a class or shares is a holding that would be lost.
      const isHolding = draft.hasName || draft.hasMix || draft.hasShares;
      const at = placeOf(row);
      if (value !== 0 && isHolding) {
        questions.push({ about: "money", problem: { code: "money below the end", at, fund: text, end: block.end } });
      } else if (value !== 0) leftOut.push({ code: "row below left out", at });
      continue;
    }
    if (draft.isMissing && names.fund) notes.push({ code: "no figure", at: placeOf(row), fund: text });
    if (value === 0 && !names.fund) {
      // It may say what goes into its account.
      if (account !== undefined) accountRows.push({ row, account });
      continue;
    }
    if (value !== 0) {
      if (names.problem) {
        questions.push({ about: "money", problem: names.problem });
        continue;
      }
      if (names.classProblem) questions.push({ about: "class", problem: names.classProblem });
      if (names.note) notes.push(names.note);
    }
    const fund = names.fund && funds.enter(names.fund, placeOf(row));
    if (fund?.ok === false) {
      questions.push({ about: "money", problem: fund.problem });
      continue;
    }
    total += value;
    if (fund && value !== 0) {
      const { key, text: name } = fund.value;
      const seen = inAccount.get(account) ?? new Map<string, "once" | "said">();
      inAccount.set(account, seen);
      const before = seen.get(key);
      if (before === "once") notes.push({ code: "rows of one fund added", at: placeOf(row), fund: name });
      if (before !== "said") seen.set(key, before === undefined ? "once" : "said");
    }
    const own = account ?? accounts.unnamed();
    accountRows.push({ row, account: own });
    positions.push({
      row,
      account: own,
      fund: fund?.value,
      ticker: names.ticker?.text,
      description: names.description?.text,
      assetClass: names.assetClass,
      value: cents(value),
      isCash: names.isCash,
      shares: draft.shares,
      price: draft.price,
    });
  }
  return { positions, accountRows, total };
}
