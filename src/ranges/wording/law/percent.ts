import { Decimal } from "../../../engine";

/** A fraction as a percent: 0.038 is `3.8%`. */
export function percentOf(fraction: number | Decimal): string {
  return `${new Decimal(fraction).times(100).toString()}%`;
}
