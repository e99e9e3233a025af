import type { Usd } from "../units/money";
import { nextAfter, type Cadence } from "./cadence";

/** A look at the portfolio that was logged. */
export interface LoggedLook {
  readonly day: number;
  /** 0 where nothing was traded. */
  readonly traded: Usd;
}

/** `due`: its days of grace aren't over. `not due`: money was traded although no look was due. */
export type LookVerdict = "on time" | "late" | "missed" | "due" | "not due";

/** A look that the rule asked for, or a trade that it didn't. */
export interface FollowedLook {
  /** Undefined for what wasn't due. */
  readonly due: number | undefined;
  readonly looked: number | undefined;
  /** Days after the due date, not below 0; undefined for a look that is missed, and for what wasn't due. */
  readonly daysLate: number | undefined;
  readonly traded: Usd | undefined;
  readonly verdict: LookVerdict;
}

/** Days before and after a due date in which a look is on time; half the interval where that is less. */
const MOST_GRACE = 15;

/**
 * Compares looks with a calendar, from the first one on up to a day. A look is due an interval after the one that
 * answered the date before, or after that date if it was missed. A look answers a due date from the days of grace before
 * it on; it is late after those behind it, and missed from the next due date on. `mayTradeBetween`: whether trades that no look
 * asks for are within the rule.
 */
export function followed(
  looks: readonly LoggedLook[],
  cadence: Cadence,
  asOf: number,
  mayTradeBetween: boolean,
): readonly FollowedLook[] {
  const past = [...looks].sort((one, other) => one.day - other.day).filter(({ day }) => day <= asOf);
  const [first, ...rest] = past;
  if (first === undefined) return [];
  const found: FollowedLook[] = [];
  const between = ({ day, traded }: LoggedLook): void => {
    if (traded === 0 || mayTradeBetween) return;
    found.push({ due: undefined, looked: day, daysLate: undefined, traded, verdict: "not due" });
  };
  let next = 0;
  for (let last = first.day; ;) {
    const due = nextAfter(last, cadence);
    if (due > asOf && !answersEarly(rest.slice(next), due, last)) break;
    if (due === last) break;
    const grace = Math.min(MOST_GRACE, (due - last) / 2);
    const nextDue = nextAfter(due, cadence);
    while (next < rest.length && (rest[next] as LoggedLook).day < due - grace) between(rest[next++] as LoggedLook);
    const look = rest[next];
    if (look !== undefined && look.day < nextDue) {
      next += 1;
      const daysLate = Math.max(0, look.day - due);
      found.push({
        ...{ due, looked: look.day, daysLate, traded: look.traded },
        verdict: daysLate > grace ? "late" : "on time",
      });
      last = look.day;
      continue;
    }
    const isMissed = asOf >= nextDue;
    const daysLate = asOf - due;
    const verdict = isMissed ? "missed" : daysLate > grace ? "late" : "due";
    found.push({
      ...{ due, looked: undefined, daysLate: isMissed ? undefined : daysLate, traded: undefined, verdict },
    });
    last = due;
    if (!isMissed) break;
  }
  for (const look of rest.slice(next)) between(look);
  return found;
}

/** Whether a look has answered a date that lies ahead. */
function answersEarly(looks: readonly LoggedLook[], due: number, last: number): boolean {
  const grace = Math.min(MOST_GRACE, (due - last) / 2);
  return looks.some(({ day }) => day >= due - grace);
}
