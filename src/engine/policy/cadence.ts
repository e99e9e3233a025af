/**
 * A calendar rule: how often to look. Whole months keep the day of the month (a month's end stays a month's end);
 * days are counted as they are.
 */
export interface Cadence {
  readonly every: number;
  readonly unit: "months" | "days";
}
