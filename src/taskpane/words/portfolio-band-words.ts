import type { PortfolioBandStanding } from "../../engine";
import { percent, percentInColumn } from "../components/figures";

/** Says how all funds together stand against a rule that limits their total drift or their tracking error. */
export function portfolioBandSentence(standing: PortfolioBandStanding): string {
  return `${portfolioBandClause(standing)}.`;
}

/** The same without its full stop, where more follows in one sentence. */
export function portfolioBandClause({ band, measured, outside }: PortfolioBandStanding): string {
  const limit = percent(band.limit.toNumber());
  const against = outside ? `above the ${limit} at which your rule acts` : `within the ${limit} that your rule allows`;
  return band.kind === "drift"
    ? `Total drift is ${percentInColumn(measured)}, ${against}`
    : `The predicted tracking error is ${percentInColumn(measured)} a year, ${against}`;
}
