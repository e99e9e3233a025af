import type { Decimal } from "../decimal";
import { failed, succeeded, type Result } from "../errors";
import { nextAfter, type Cadence } from "./cadence";
import type { Policy } from "./policy";

/** What the calendar of a policy says: which cadence holds now, and from which day a look is due. */
export interface Schedule {
  readonly cadence: Cadence;
  /** The serial of the first day on which a look is due; undefined where the owner never looked: due now. */
  readonly due: number | undefined;
}

/**
 * Returns the schedule of a policy, or undefined where it has no calendar (or, with a volatile look alone, none in calm
 * times). `volatility` is a fraction a year; a policy that looks at it fails without it.
 */
export function scheduleOf(policy: Policy, volatility: Decimal | undefined): Result<Schedule | undefined> {
  const { look, volatileLook, lastLook } = policy;
  if (volatileLook && volatility === undefined) {
    return failed({ code: "volatility needed" });
  }
  const volatile = volatileLook && volatility?.greaterThan(volatileLook.above) === true;
  const cadence = volatile ? volatileLook.cadence : look;
  if (!cadence) return succeeded(undefined);
  return succeeded({ cadence, due: lastLook === undefined ? undefined : nextAfter(lastLook, cadence) });
}

/** Whether a policy goes by the calendar at all. */
export function hasCalendar(policy: Policy): boolean {
  return policy.look !== undefined || policy.volatileLook !== undefined;
}

/** Whether a look is due on a day (a serial). Without a schedule none is. */
export function isLookDue(schedule: Schedule | undefined, today: number): boolean {
  return schedule !== undefined && (schedule.due === undefined || today >= schedule.due);
}
