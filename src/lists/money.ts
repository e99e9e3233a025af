import { dollarPatterns, moneyPatterns, type Block, type MoneyPatterns } from "../sheets";
import type { Workbook } from "../workbook";
import { formatsOf } from "./unformatted";

/** So many rows tell how a column shows money; a list can have thousands. */
const ROWS_ASKED = 200;

/**
 * How the owner shows money in a column of values: by the number format that most of its cells have, of those that are one
 * for money. Dollars and cents where none has, or the cells are gone.
 */
export async function moneyLike(workbook: Workbook, values: Block): Promise<MoneyPatterns> {
  const formats = await formatsOf(workbook, { ...values, height: Math.min(values.height, ROWS_ASKED) });
  const counts = new Map<string, number>();
  for (const format of formats) counts.set(format, (counts.get(format) ?? 0) + 1);
  const [first] = [...counts]
    .sort(([, one], [, other]) => other - one)
    .flatMap(([format]) => {
      const patterns = moneyPatterns(format);
      return patterns ? [patterns] : [];
    });
  return first ?? dollarPatterns;
}
