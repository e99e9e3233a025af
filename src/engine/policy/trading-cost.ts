import { Decimal } from "../decimal";
import { NO_MONEY } from "../units/money";
import type { Policy } from "./policy";

/** The settings of a policy that say what trading costs; what was not given costs nothing. */
export type TradingCost = Pick<Policy, "cost" | "fee">;

/**
 * Returns what trades cost: rate × traded + fee × made, in cents, not rounded. `traded` is bought plus sold, in cents
 * (not below 0), `made` how many rows trade. Checkup, plan and trades in shares say it, the backtest charges it.
 */
export function costOfTrades({ cost, fee }: TradingCost, traded: Decimal | number, made: number): Decimal {
  return new Decimal(traded).times(cost ?? 0).plus(new Decimal(fee ?? NO_MONEY).times(made));
}

/** The same two figures as doubles, for paths: the rate a dollar traded, and the dollars a row that trades. */
export interface CostRates {
  readonly rate: number;
  readonly fee: number;
}

export function costRatesOf({ cost, fee }: TradingCost): CostRates {
  return { rate: cost?.toNumber() ?? 0, fee: (fee ?? 0) / 100 };
}
