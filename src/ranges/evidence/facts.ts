import { periodsOf, type Policy, type ReturnSeries } from "../../engine";
import type { Fact } from "../explanation";
import type { MixReturns } from "./mix-returns";

/** What a rule was followed through. */
export function evidenceFacts(mix: MixReturns, policy: Policy): readonly Fact[] {
  const { rows, headerRows } = mix.targetColumns;
  return [
    returnsFact(mix.series, mix.names, mix.source),
    { fact: "range", argument: "Targets", rows, headerRows: headerRows.size },
    { fact: "rule", policy },
  ];
}

/** What past returns were read. */
export function returnsFact(series: ReturnSeries, names: readonly string[], source?: string): Fact {
  const { periodsPerYear } = series;
  const about = { names, periods: periodsOf(series), periodsPerYear };
  return { fact: "past returns", ...about, ...(source !== undefined && { source }) };
}
