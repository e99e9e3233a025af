import { isPricedAtOne } from "../cash-names";
import { isEmpty } from "../cells";
import { nameReader, type Name, type NameReading } from "../names";
import type { CellPlace, Note, Problem } from "../problem";
import type { Frame } from "./body";
import type { HoldingColumn } from "./headings";
import { isNoFigure } from "./labels";

/** The names in a row, and what stands there and is none. */
export interface RowNames {
  readonly ticker: Name | undefined;
  readonly description: Name | undefined;
  readonly assetClass: Name | undefined;
  /** What the fund is known by: its symbol, else its description. */
  readonly fund: Name | undefined;
  readonly problem: Problem | undefined;
  readonly classProblem: Problem | undefined;
  readonly note: Note | undefined;
  readonly isCash: boolean;
}

const BLANK: NameReading = { kind: "blank" };

/**
 * Makes a reader of the names in a row. The symbol names a fund; where it is blank, `--`, `null`, or a number that Excel
 * made of a CUSIP or of a symbol such as MAR1, the description does.
 */
export function rowNameReader(
  { cells, found }: Frame,
  at: (row: number, kind: HoldingColumn) => CellPlace,
): (row: number) => RowNames {
  const read = nameReader();
  const nameAt = (row: number, kind: HoldingColumn): NameReading => {
    const column = found.get(kind);
    const cell = column === undefined ? undefined : cells[row]?.[column];
    return isEmpty(cell) || isNoFigure(cell) ? BLANK : read(cell, at(row, kind));
  };
  return (row) => {
    const ticker = nameAt(row, "ticker");
    const description = nameAt(row, "fund");
    const assetClass = nameAt(row, "asset class");
    const tickerName = ticker.kind === "name" ? ticker.name : undefined;
    const descriptionName = description.kind === "name" ? description.name : undefined;
    const fund = tickerName ?? descriptionName;
    const isNumber = ticker.kind === "problem" && ticker.problem.code === "number for a name";
    let problem: Problem | undefined;
    if (ticker.kind === "problem" && !(isNumber && fund)) ({ problem } = ticker);
    else if (!fund && description.kind === "problem") ({ problem } = description);
    return {
      ticker: tickerName,
      description: descriptionName,
      assetClass: assetClass.kind === "name" ? assetClass.name : undefined,
      fund,
      problem,
      classProblem: assetClass.kind === "problem" ? assetClass.problem : undefined,
      note: isNumber && fund ? { code: "description for symbol", at: at(row, "ticker"), fund: fund.text } : undefined,
      isCash:
        (tickerName !== undefined && isPricedAtOne(tickerName)) ||
        (descriptionName !== undefined && isPricedAtOne(descriptionName)),
    };
  };
}
