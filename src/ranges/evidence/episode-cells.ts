import type { Episode, ReturnSeries } from "../../engine";
import type { ResultCell } from "../cells";
import type { ResultCells } from "../results";
import { episodeHeadings } from "../wording/evidence";
import { periodKind, periodLabel } from "./mix-returns";

const MONTHS_A_YEAR = 12;

/** Lays falls out, the oldest first: when and how deep, how long down and back in months, and what the rule did meanwhile. */
export function episodeCells(episodes: readonly Episode[], series: ReturnSeries): ResultCells {
  const { dates } = series;
  const rows = episodes.map(({ from, bottom, back, fall, bought, ruleFall, neverFall }): readonly ResultCell[] => [
    periodLabel(dates, from - 1),
    periodLabel(dates, bottom - 1),
    back === undefined ? "" : periodLabel(dates, back - 1),
    fall,
    monthsOrRows(bottom - from, series),
    back === undefined ? "" : monthsOrRows(back - bottom, series),
    ...[bought, ruleFall, neverFall].map((figure) => (figure === 0 ? 0 : figure)),
  ]);
  return [episodeHeadings(dates !== undefined), ...rows];
}

/** How long so many rows are, in whole months; rows without dates stand for nobody knows how many, and stay what they are. */
export function monthsOrRows(rows: number, { dates, periodsPerYear }: ReturnSeries): number {
  return dates === undefined ? rows : Math.round((rows * MONTHS_A_YEAR) / periodsPerYear);
}

/** What the numbers of these cells stand for, column by column below the headings. */
export function episodeKinds({ dates }: ReturnSeries): readonly (readonly ("plain" | "percent" | "day")[])[] {
  const when = periodKind(dates);
  const columns = [when, when, when, "percent", "plain", "plain", "percent", "percent", "percent"] as const;
  return [columns.map(() => "plain"), columns];
}
