import type { Destination, PortfolioBandStanding, Reason, TradeUnit } from "../../../engine";
import type { Acting } from "../../../operations";
import type { ListStanding } from "../../standing/list-standing";

/** How a rebalancing came about, as the plan's sentences need it. Rows count from 0 among the list's rows of funds. */
export interface RebalanceSummary {
  readonly reason: Reason;
  /** Where funds outside the band go. */
  readonly destination: Destination;
  readonly outOfBand: ReadonlySet<number>;
  /** Under a rule that looks at all funds together, how they stand before trading. */
  readonly portfolioBand: PortfolioBandStanding | undefined;
  /** Left alone because their trade would be below the minimum. */
  readonly dropped: readonly number[];
  readonly lastResort: boolean;
  /** In whole cents; + to invest, − to take out. */
  readonly cash: number;
  /** Cents that the policy's buffer does not invest. */
  readonly keptBack: number;
  readonly wholePercents: boolean;
  /** Whether some funds are locked, so that others can't all reach their targets. */
  readonly locked: boolean;
  /** What trades are rounded to, where that is dollars. */
  readonly unit: TradeUnit | undefined;
}

/** Sums up what was decided. */
export function rebalanceSummary(
  { cash, rebalancing }: Acting,
  { rule: { policy }, portfolioBand, funds }: Pick<ListStanding, "rule" | "portfolioBand" | "funds">,
): RebalanceSummary {
  const { reason, keptBack, outOfBand, dropped, lastResort } = rebalancing;
  return {
    reason,
    destination: policy.destination ?? { kind: "target" },
    outOfBand: new Set(outOfBand),
    portfolioBand,
    dropped,
    lastResort,
    cash,
    keptBack,
    // Only once the policy acts are balances made whole percents.
    wholePercents: policy.tradeUnit === "whole percent" && acts(reason),
    locked: funds.some(({ lock }) => lock !== undefined),
    unit: dollarsTraded(policy.tradeUnit),
  };
}

/** A trade unit of dollars: the others have no say in how money is rounded, or another sentence. */
function dollarsTraded(unit: TradeUnit | undefined): TradeUnit | undefined {
  return unit === "whole dollars" || typeof unit === "object" ? unit : undefined;
}

/** Whether more is traded than the cash. */
export function acts(reason: Reason): boolean {
  return reason === "no rule" || reason === "look date" || reason === "out of band";
}
