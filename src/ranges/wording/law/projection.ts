import type { ProjectionRemark } from "../../../engine";
import { money } from "../figures";

export const PROJECTION_HEADER: readonly string[] = [
  ...["Year", "Age", "Salary", "Contribution", "Match", "Growth", "End balance", "Note"],
];

export function remarkWords(remark: ProjectionRemark): string {
  switch (remark.remark) {
    case "limits of":
      return `By the limits of ${remark.year}, the last known.`;
    case "deferral limit":
      return `Contribution at its limit, ${money(remark.limit)}.`;
    case "higher catch-up":
      return "With the higher catch-up from 60 to 63, if the plan offers it.";
    case "roth catch-up":
      return `The catch-up is Roth if last year's wages were above ${money(remark.above)}.`;
    case "pay limit":
      return `The match counts ${money(remark.limit)} of pay.`;
    case "additions limit":
      return `Match cut: both together are at their limit, ${money(remark.limit)}.`;
  }
}
