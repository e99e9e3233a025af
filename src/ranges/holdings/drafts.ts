import { LARGEST_TOTAL, succeeded } from "../../engine";
import { isEmpty } from "../cells";
import { nameReader, type Name, type readName } from "../names";
import { failed, type CellPlace, type LeftOut, type Note, type Read } from "../problem";
import type { OtherColumn } from "../table";
import type { Accounts } from "./accounts";
import { hasFigure, type Block, type Body, type Frame } from "./body";
import { rowValueReader, type FigureReader } from "./figures";
import type { HoldingColumn } from "./headings";
import { isLoan, isNoFigure, totalLabel } from "./labels";
import type { HoldingsOptions, HoldingsQuestion } from "./record";
import { rowNameReader, type RowNames } from "./row-names";
import type { Candidate } from "./totals";

/** A row as read, before it is known whether it is a holding. */
export interface Draft extends Candidate {
  readonly names: RowNames;
  readonly shares: number | undefined;
  readonly price: number | undefined;
  /** Whether a text says that a figure is missing, and the row is worth nothing by what it has. */
  readonly isMissing: boolean;
}

/** The rows of a table with a name or a figure, and what came up while they were read. */
export interface Drafts {
  readonly drafts: readonly Draft[];
  readonly notes: readonly Note[];
  readonly leftOut: readonly LeftOut[];
  readonly questions: readonly HoldingsQuestion[];
}

/** What rows are read with. */
export interface RowReaders {
  readonly argument: string;
  readonly accounts: Accounts;
  readonly read: FigureReader;
  readonly at: (row: number, kind: HoldingColumn) => CellPlace;
  readonly others: readonly OtherColumn[];
}

/** Reads the rows of a table: names, account, what they are worth. Fails where that is more than $90 trillion. */
export function draftsOf(
  frame: Frame,
  body: Body,
  { argument, accounts, read, at, others }: RowReaders,
  options: HoldingsOptions,
): Read<Drafts> {
  const notes: Note[] = [];
  const leftOut: LeftOut[] = [];
  const questions: HoldingsQuestion[] = [];
  const drafts: Draft[] = [];
  const namesIn = rowNameReader(frame, at);
  const valueOf = rowValueReader(argument, read, at, notes);
  const leftmost = others.find(({ column }) => column === 0);
  const readLabel = nameReader();
  const classColumns = options.isClass ? others.filter(({ heading }) => options.isClass?.(heading) === true) : [];

  const isLabelled = (label: string): boolean => totalLabel(label, accounts.words) !== undefined;
  const isOther = (name: Name | undefined): boolean => name !== undefined && !isLabelled(name.text);

  let moved = 0;
  for (const [index, row] of body.rows.entries()) {
    const block = body.blocks[index] as Block;
    if (options.leftOut?.has(row) === true) {
      leftOut.push({ code: "row left out as asked", at: frame.at(row) });
      continue;
    }
    const names = namesIn(row);
    if (row <= frame.header + MOST_UNIT_ROWS && moved === 0 && !names.fund && isUnitsRow(frame, row)) {
      notes.push({ code: "header rows skipped", argument, rows: row + 1 });
      continue;
    }
    const account = accounts.of(row, block);
    const labels = labelsOf(names, leftmost, row, readLabel);
    const accountLabels = accounts.labels(row);
    const fund = names.fund?.text ?? "";
    const figures = valueOf({
      row,
      fund,
      account,
      names,
      isCash: names.isCash,
      mayBeNegative: names.isCash || isLoan(fund),
    });
    if (!figures.ok) {
      const { problem } = figures;
      if (problem.code === "too much money") return figures;
      // Shares of different funds may have been added up, but aren't money.
      const isTotal = problem.code === "price missing" && [...labels, ...accountLabels].some(isLabelled);
      if (isTotal) leftOut.push({ code: "total row skipped", at: frame.at(row) });
      else questions.push({ about: "money", problem });
      continue;
    }
    const { value, shares, price, isMissing } = figures.value;
    moved += Math.abs(value);
    if (moved > LARGEST_TOTAL) return failed({ code: "too much money", argument });
    drafts.push({
      row,
      block,
      account,
      value,
      fund,
      labels,
      accountLabels,
      names,
      isCash: names.isCash,
      hasShares: shares !== undefined,
      hasPrice: price !== undefined && shares !== undefined && filled(frame, row, "price"),
      // A symbol such as SUM says no total if a fund's name stands beside it.
      hasName:
        isOther(names.ticker) ||
        isOther(names.assetClass) ||
        (names.ticker !== undefined && isOther(names.description)),
      hasMix: classColumns.length > 0 && classColumns.some(({ cell }) => !isEmpty(cell(row)) && !isNoFigure(cell(row))),
      shares,
      price,
      isMissing,
    });
  }
  return succeeded({ drafts, notes, leftOut, questions });
}

/** Units stand right below the headings. */
const MOST_UNIT_ROWS = 5;

const FIGURES: readonly HoldingColumn[] = ["value", "shares", "price"];

/** Whether a row holds words where figures belong, and no figure: what columns are counted in, say. */
function isUnitsRow(frame: Frame, row: number): boolean {
  if (hasFigure(frame, row)) return false;
  return FIGURES.some((kind) => {
    const column = frame.found.get(kind);
    const cell = column === undefined ? undefined : frame.cells[row]?.[column];
    return typeof cell === "string" && cell !== "" && !cell.startsWith("#") && !isNoFigure(cell);
  });
}

function filled({ cells, found }: Frame, row: number, kind: HoldingColumn): boolean {
  const column = found.get(kind);
  const cell = column === undefined ? undefined : cells[row]?.[column];
  return !isEmpty(cell) && !isNoFigure(cell);
}

function labelsOf(
  { ticker, description, assetClass }: RowNames,
  leftmost: OtherColumn | undefined,
  row: number,
  read: typeof readName,
): readonly string[] {
  const cell = leftmost?.cell(row);
  const first = leftmost && typeof cell === "string" && !isNoFigure(cell) ? read(cell, leftmost.at(row)) : undefined;
  return textsOf(first?.kind === "name" ? first.name : undefined, ticker, description, assetClass);
}

const NO_TEXTS: readonly string[] = [];

/** The texts of those names that there are. An array that grows by a text at a time takes three times the room, in each of many rows. */
function textsOf(...names: readonly (Name | undefined)[]): readonly string[] {
  const there = names.filter((name) => name !== undefined);
  const [first, second] = there;
  if (first === undefined) return NO_TEXTS;
  if (second === undefined) return [first.text];
  return there.length === 2 ? [first.text, second.text] : there.map(({ text }) => text);
}
