import type { ResultCells } from "../results";
import { LOCATION_HEADER, OWN_POINTS } from "../wording/household";
import type { PlacesRange } from "./targets";

/** Lays out how good a place each class has in each kind of account, and what its name was read as. */
export function locationCells({ places }: PlacesRange): ResultCells {
  return [
    LOCATION_HEADER,
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
