import type { FollowedLook, LookVerdict } from "../../../engine";
import { count, dollars } from "../../components/figures";
import { dayInWords } from "../../standing/day";

/** How faithfully a rule was followed: `You looked on time 3 of 4 times.` */
export function followedHeadline(looks: readonly FollowedLook[]): string {
  const settled = looks.filter(({ verdict }) => verdict !== "not due" && verdict !== "due");
  const onTime = settled.filter(({ verdict }) => verdict === "on time").length;
  if (settled.length === 0) return "No look was due since the first one in your log.";
  if (settled.length === 1)
    return onTime === 1 ? "You looked on time when it was due." : "The one look that was due wasn’t made on time.";
  if (onTime === settled.length) return `You looked on time each of ${settled.length} times.`;
  return `You looked on time ${onTime} of ${settled.length} times.`;
}

/** What else is worth saying, a sentence each: what was late, missed, due, and traded in between. */
export function followedRemarks(looks: readonly FollowedLook[]): readonly string[] {
  const many = (verdict: LookVerdict): number => looks.filter((look) => look.verdict === verdict).length;
  const [missed, extra] = [many("missed"), many("not due")];
  return [
    ...(missed > 0
      ? [
          `${count(missed, "look")} missed. A look without trades counts once your log has a row for it: Set my last look writes one.`,
        ]
      : []),
    ...(extra > 0 ? [`${count(extra, "time")} you traded although no look was due: your rule says to wait.`] : []),
  ];
}

/** A look, for a list: what it was, and what stands beside it. */
export function lookLine({ due, looked, daysLate, traded, verdict }: FollowedLook): {
  readonly what: string;
  readonly verdict: string;
} {
  const day = due ?? looked;
  const when = day === undefined ? "" : dayInWords(day);
  switch (verdict) {
    case "on time":
      return { what: `Due ${when}`, verdict: daysLate ? `On time, ${count(daysLate, "day")} after` : "On time" };
    case "late":
      return {
        what: `Due ${when}`,
        verdict: `${looked === undefined ? "Open, " : ""}${count(daysLate ?? 0, "day")} late`,
      };
    case "missed":
      return { what: `Due ${when}`, verdict: "Missed" };
    case "due":
      return { what: `Due ${when}`, verdict: "Due now" };
    case "not due":
      return { what: `Traded ${when}, ${dollars((traded ?? 0) / 100)}`, verdict: "Not due" };
  }
}

export const FOLLOWED_RULE =
  "A look is due an interval after the one before; it is on time up to 15 days around that, or half the interval if that is less.";
