import type { ResultCells } from "../results";
import { OWN_POINTS } from "../wording/household";
import type { PlacesRange } from "./targets";

/** Its last four are what a table of targets may call its own columns of points. */
const HEADER = ["Class", "Read as", "Deferred", "Roth", "HSA", "Taxable"];

/** Lays out how good a place each class has in each kind of account, and what its name was read as. */
export function locationCells({ places }: PlacesRange): ResultCells {
  return [
    HEADER,
    ...places.map(({ class: name, readAs, points: { deferred, Roth, HSA, taxable } }) => [
      name,
      readAs ?? OWN_POINTS,
      deferred,
      Roth,
      HSA,
      taxable,
    ]),
  ];
}
