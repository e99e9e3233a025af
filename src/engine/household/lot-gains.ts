import { Decimal } from "../decimal";
import { dayOf, serialOf } from "../units/day";
import type { Lot } from "./household";

/** What of a dollar sold is gain: all of it where the basis isn't known. */
export function gainShare({ value, basis }: Pick<Lot, "value" | "basis">): Decimal {
  return new Decimal(value).minus(basis ?? 0).dividedBy(value);
}

/** Whether a sale today would be of a lot held for more than a year. Without a day, and without a day of purchase, it is. */
export function isLongTerm({ acquired }: Pick<Lot, "acquired">, today: number | undefined): boolean {
  if (acquired === undefined || today === undefined) return true;
  const { year, month, day } = dayOf(acquired);
  const anniversary = serialOf({ year: year + 1, month, day }) ?? serialOf({ year: year + 1, month, day: day - 1 });
  return anniversary === undefined || Math.floor(today) > anniversary;
}
