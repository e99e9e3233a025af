import { assetClasses, type AssetClass } from "./asset-classes";
import { FUNDS } from "./ticker-table";

/** A fund that the table knows. */
export interface KnownTicker {
  readonly class: AssetClass;
  readonly name: string;
}

/** The lines of a table of text: what stands before the colon, in words, and what stands after it. */
export function linesOf(table: string): readonly (readonly [heads: readonly string[], rest: string])[] {
  return table
    .trim()
    .split("\n")
    .map((line) => {
      const [heads = "", ...rest] = line.trim().split(": ");
      return [heads.split(" "), rest.join(": ")] as const;
    });
}

const known = new Map<string, KnownTicker>();

/** What the table knows of a ticker in capitals. */
export function fundOfTicker(ticker: string): KnownTicker | undefined {
  if (known.size === 0) {
    for (const assetClass of assetClasses) {
      for (const [tickers, name] of linesOf(FUNDS[assetClass])) {
        for (const one of tickers) known.set(one, { class: assetClass, name });
      }
    }
  }
  return known.get(ticker);
}

/** All lines of the table, for whoever checks it: a ticker a line. */
export function everyTicker(): readonly (readonly [ticker: string, fund: KnownTicker])[] {
  return assetClasses.flatMap((assetClass) =>
    linesOf(FUNDS[assetClass]).flatMap(([tickers, name]) =>
      tickers.map((ticker) => [ticker, { class: assetClass, name }] as const),
    ),
  );
}
