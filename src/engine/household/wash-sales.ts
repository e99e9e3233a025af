import type { Household, Position } from "./household";

/** A loss is washed by a purchase so many days before the sale, or after it. */
const WASH_DAYS = 30;

/**
 * Whether selling a lot at a loss would be a wash sale by what was bought before: another lot of the same security,
 * in whichever account, acquired on the day or in the 30 days before it. Without a day nobody knows.
 */
export function isWashedBefore(
  { positions }: Household,
  position: number,
  place: number,
  today: number | undefined,
): boolean {
  if (today === undefined) return false;
  const { security } = positions[position] as Position;
  return positions.some(
    (other, index) =>
      other.security === security &&
      !other.isCash &&
      other.lots.some(
        ({ acquired }, each) =>
          acquired !== undefined &&
          !(index === position && each === place) &&
          acquired <= today &&
          today - acquired <= WASH_DAYS,
      ),
  );
}
