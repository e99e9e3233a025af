import type { Destination, Reason, Usd } from "../../../engine";
import type { Explanation, Fact } from "../../../ranges";

/** How a rebalancing came about, gathered from its explanation. Rows count from 0 among the list's rows of funds. */
export interface RebalanceSummary {
  readonly reason: Reason;
  /** Where funds outside the band go. */
  readonly destination: Destination;
  readonly outOfBand: ReadonlySet<number>;
  /** Left alone because their trade would be below the minimum. */
  readonly dropped: readonly number[];
  readonly lastResort: boolean;
  /** In whole cents; + to invest, − to take out. */
  readonly cash: number;
  /** Cents that the policy's buffer does not invest. */
  readonly keptBack: number;
  readonly wholePercents: boolean;
  readonly wholeDollars: boolean;
}

/** Gathers what an answer of REBALANCE says about how it came about. */
export function rebalanceSummary({ read, steps, bound, rounded }: Explanation): RebalanceSummary {
  const facts = [...read, ...steps, ...bound, ...rounded];
  const one = <Name extends Fact["fact"]>(name: Name): Extract<Fact, { fact: Name }> | undefined =>
    facts.find((fact): fact is Extract<Fact, { fact: Name }> => fact.fact === name);
  const cents = (amount: Usd | undefined): number => amount ?? 0;
  const reason = one("reason")?.reason ?? "only cash";
  return {
    reason,
    destination: one("went to")?.destination ?? { kind: "target" },
    outOfBand: new Set(one("out of band")?.rows),
    dropped: one("below the minimum")?.rows ?? [],
    lastResort: one("last resort") !== undefined,
    cash: cents(one("cash")?.cash),
    keptBack: cents(one("kept back")?.amount),
    // Only once the policy acts are balances made whole percents.
    wholePercents: one("to whole percents") !== undefined && acts(reason),
    wholeDollars: one("to whole dollars") !== undefined,
  };
}

/** Whether more is traded than the cash. */
export function acts(reason: Reason): boolean {
  return reason === "no rule" || reason === "look date" || reason === "out of band";
}
