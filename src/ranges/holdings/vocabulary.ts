import type { Cells } from "../cells";
import { headingsIn, type Headings, type Vocabulary } from "../table";
import { parseNumber, tidyText } from "../numbers";
import { readAccountType } from "../account-type";
import { know, type HoldingColumn } from "./headings";
import { totalLabel } from "./labels";

/** Whether a table says what its rows are worth: a value, or shares and price. */
export function hasMoney(found: Headings<HoldingColumn>): boolean {
  return found.has("value") || (found.has("shares") && found.has("price"));
}

/** How many of the things a table of holdings is about a row of headings names; holdings before summaries of accounts. */
export function worthOf(found: Headings<HoldingColumn>): number {
  if (isTrades(found)) return 0;
  const named = [
    found.has("fund") || found.has("ticker"),
    hasMoney(found),
    found.has("asset class"),
    found.has("target"),
    found.has("account") || found.has("account number"),
  ].filter(Boolean).length;
  return 1 + 100 * named + (named > 1 && (found.has("fund") || found.has("ticker")) && hasMoney(found) ? 10 : 0);
}

/** A table with the date of a transaction and its type is never one of holdings. */
export function isTrades(found: Headings<HoldingColumn>): boolean {
  const dated = found.has("date") || found.has("trade date");
  return (
    dated && (found.has("action") || (found.has("account type") && found.has("date") && !found.has("asset class")))
  );
}

/** What the reader of holdings knows of headings, for the cells that it looks at. */
export function holdingsVocabulary(cells: Cells): Vocabulary<HoldingColumn> {
  return {
    know,
    worth: (found, row) => (isSum(cells[row] ?? []) ? 0 : worthOf(withTellingColumns(cells, row, found))),
  };
}

/** Whether a row is the sum below a list, `Total | 1000`: its label would name a column of values if it were a heading. */
function isSum(row: readonly unknown[]): boolean {
  const [first] = row.filter((cell) => typeof cell === "string" && cell !== "");
  if (typeof first !== "string" || totalLabel(first, new Set()) !== "only") return false;
  return row.some((cell) => typeof cell === "number" || (typeof cell === "string" && isFigure(cell)));
}

function isFigure(text: string): boolean {
  return /\d/.test(text) && typeof parseNumber(tidyText(text)) === "number";
}

/** How many cells of a column are looked at to tell what it holds. */
const LOOKED_AT = 2000;

/**
 * The columns that a header names, without those whose cells say that they hold something else: a `Type` without types
 * of accounts, and what was paid in during a year for which a beginning balance stands beside it.
 */
export function withTellingColumns(
  cells: Cells,
  header: number,
  found: Headings<HoldingColumn>,
): Headings<HoldingColumn> {
  const telling = new Map(found);
  const type = telling.get("account type");
  if (type !== undefined && know(cells[header]?.[type])?.rank !== 0 && !holdsAccountTypes(cells, header, type)) {
    telling.delete("account type");
  }
  const bought = telling.get("trade date");
  if (bought !== undefined && !isTrades(telling)) {
    telling.delete("trade date");
    if (!telling.has("acquired")) telling.set("acquired", bought);
  }
  if ((cells[header] ?? []).some((cell) => typeof cell === "string" && /\b(begin|open|start)ing\b/i.test(cell))) {
    telling.delete("cash flow");
    telling.delete("withdrawal");
  }
  return telling;
}

function holdsAccountTypes(cells: Cells, header: number, column: number): boolean {
  let types = 0;
  let others = 0;
  const seen = new Set<string>();
  for (const row of cells.slice(header + 1, header + 1 + LOOKED_AT)) {
    const cell = row[column];
    if (typeof cell !== "string" || seen.has(cell) || tidyText(cell) === "") continue;
    seen.add(cell);
    if (readAccountType(cell)) types += 1;
    else others += 1;
  }
  return types > 0 && types >= others;
}

/** Whether a row repeats the headings of a table, cell by cell, blank ones aside. */
export function repeatsHeadings(cells: Cells, header: number, row: number): boolean {
  const headings = cells[header] ?? [];
  let same = 0;
  const own = cells[row] ?? [];
  for (let column = 0; column < own.length; column++) {
    const cell = own[column];
    const heading = headings[column];
    if (typeof cell !== "string" || cell === "" || typeof heading !== "string" || heading === "") {
      if (typeof cell === "number" && cell !== 0) return false;
      continue;
    }
    if (cell !== heading && tidyText(cell).toLowerCase() !== tidyText(heading).toLowerCase()) return false;
    same += 1;
  }
  return same > 1;
}

/** The columns that a row names, if it can be a row of headings: words, and two or more that Keel knows. */
export function otherHeadings(cells: Cells, row: number): Headings<HoldingColumn> | undefined {
  const own = cells[row] ?? [];
  if (own.some((cell) => typeof cell === "number" && cell !== 0)) return undefined;
  const found = headingsIn([own], 0, know);
  return found.size > 1 ? withTellingColumns(cells, row, found) : undefined;
}
