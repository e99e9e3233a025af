import { dollars, type ProjectionYear } from "../../engine";
import type { ResultCells } from "../results";
import { PROJECTION_HEADER, remarkWords } from "../wording/law/projection";

/** Lays a projection out, a row a year. */
export function projectionCells(years: readonly ProjectionYear[]): ResultCells {
  return [
    PROJECTION_HEADER,
    ...years.map(({ year, age, salary, contribution, match, growth, end, remarks }) => [
      year,
      age ?? "",
      ...[salary, contribution, match, growth, end].map(dollars),
      remarks.map(remarkWords).join(" "),
    ]),
  ];
}
