/** The kinds of money that the ready-made mixes and the known funds speak of. */
export const assetClasses = ["US stocks", "International stocks", "Bonds", "Cash", "Real estate and other"] as const;
export type AssetClass = (typeof assetClasses)[number];

/** What share of a fund is in each class: fractions that add up to 1; classes that it doesn't hold are left out. */
export type ClassWeights = Readonly<Partial<Record<AssetClass, number>>>;

/**
 * The part of a mix's stocks that is international, where a fund doesn't say: 40 %, as Vanguard has had it in its target
 * date and LifeStrategy funds since 2015 (Vanguard, 26 February 2015), and near to what world markets are worth.
 */
const INTERNATIONAL_OF_STOCKS = 0.4;

/**
 * A mix of so many percent stocks, the rest bonds, with the stocks split as Keel assumes it. Shares have 4 decimals at
 * most, to be read and changed in a table, and add up to 1 all the same.
 */
export function assumedSplit(stocks: number): ClassWeights {
  const all = hundredths(stocks);
  const international = hundredths(stocks * INTERNATIONAL_OF_STOCKS);
  return weightsOf({ "US stocks": all - international, "International stocks": international, Bonds: 100 - all });
}

function hundredths(percent: number): number {
  return Math.round(percent * 100) / 100;
}

/** Weights of percents, classes with none left out. */
export function weightsOf(percents: ClassWeights): ClassWeights {
  const held = assetClasses.flatMap((name) => {
    const percent = percents[name] ?? 0;
    // A hundredth of a percent is the 4th decimal; what is beyond comes from doubles.
    return percent === 0 ? [] : [[name, Number((percent / 100).toFixed(6))] as const];
  });
  return Object.fromEntries(held);
}
