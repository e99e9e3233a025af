import { elections, glidePath, type Answer } from "../operations";
import { assetClasses, type AssetClass } from "../ranges";

/** A ready-made mix of classes that targets can be worked out from. */
export type MixName = "three-fund" | "60/40" | "110 minus age" | "120 minus age" | "target date";

/** Whole percents by class, 100 together. */
export type PresetMix = Readonly<Record<AssetClass, number>>;

/**
 * The part of stocks that is international, in percent. Source: T. Larimore, "The Bogleheads' Guide to the Three-Fund
 * Portfolio", which suggests 20 % of the stocks.
 */
const INTERNATIONAL_OF_STOCKS = 20;

/**
 * Stocks in percent of two mixes; bonds are the rest. Three-fund: 80, which Larimore named as a reasonable start for
 * study (portfoliocharts.com, "Three-Fund Portfolio": 64 US, 16 international, 20 bonds). 60/40 says it in its name.
 */
const STOCKS = { "three-fund": 80, "60/40": 60 } as const;

/** An age in years, and for the target-date mix the age of retirement. */
export interface Ages {
  readonly age: number;
  readonly retireAge: number;
}

/** What a mix holds of each class, in whole percents; undefined for ages that no mix is known for. */
export function mixOf(name: MixName, { age, retireAge }: Ages): PresetMix | undefined {
  if (name === "three-fund" || name === "60/40") return mixWith(STOCKS[name]);
  const path = glidePath.answer([[age]], name === "target date" ? [[retireAge]] : null, name);
  if (!path.ok) return undefined;
  const [stocks] = columnIn(elections.answer((path.cells[0] ?? []).map((share) => [share])));
  return stocks === undefined ? undefined : mixWith(stocks);
}

function mixWith(stocks: number): PresetMix {
  const [us = 0, international = 0] = spread(stocks, [100 - INTERNATIONAL_OF_STOCKS, INTERNATIONAL_OF_STOCKS]);
  return {
    "US stocks": us,
    "International stocks": international,
    Bonds: 100 - stocks,
    Cash: 0,
    "Real estate and other": 0,
  };
}

/** A fund that gets a part of a mix: its class, if it has one, and its value in dollars. */
export interface MixFund {
  readonly assetClass: AssetClass | undefined;
  readonly value: number;
}

/** A mix laid over funds: whole percents a fund, and the classes that no fund takes up. */
export interface Spread {
  readonly percents: readonly number[];
  readonly left: readonly { readonly assetClass: AssetClass; readonly percent: number }[];
}

/**
 * Spreads each class's percents over its funds in proportion to their values, equally if all are 0, in whole percents.
 * What a class without a fund should hold is left over. The percents of a class are whole, from 0 to 100.
 */
export function spreadOver(funds: readonly MixFund[], mix: PresetMix): Spread {
  const percents = funds.map(() => 0);
  const left: { assetClass: AssetClass; percent: number }[] = [];
  for (const assetClass of assetClasses) {
    const percent = mix[assetClass];
    const members = funds.flatMap((fund, row) => (fund.assetClass === assetClass ? [row] : []));
    if (percent === 0) continue;
    if (members.length === 0) {
      left.push({ assetClass, percent });
      continue;
    }
    const parts = spread(
      percent,
      members.map((row) => funds[row]?.value ?? 0),
    );
    members.forEach((row, member) => (percents[row] = parts[member] ?? 0));
  }
  return { percents, left };
}

/** Splits whole percents in proportion to weights into whole percents that add up to them; equally if all weights are 0. */
function spread(percent: number, weights: readonly number[]): readonly number[] {
  if (percent === 0) return weights.map(() => 0);
  const all = weights.some((weight) => weight > 0) ? weights : weights.map(() => 1);
  // ELECTIONS always gives 100 percent in all. What the other classes hold is a row of its own, its least and its most
  // both set to that, so that these rows get exactly `percent` together.
  const rest = 100 - percent;
  const held = [...all.map(() => [0]), ...(rest > 0 ? [[rest]] : [])];
  const given = columnIn(
    elections.answer([...all.map((weight) => [weight]), ...(rest > 0 ? [[1]] : [])], null, held, held),
  );
  return all.map((_, row) => given[row] ?? 0);
}

function columnIn(answer: Answer): readonly number[] {
  return answer.ok ? answer.cells.map(([cell]) => (typeof cell === "number" ? cell : 0)) : [];
}
