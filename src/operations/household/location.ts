import { succeeded } from "../../engine";
import { locationCells, readPlaces, type Argument, type PlacesRange } from "../../ranges";
import type { Work } from "../later";

/** What LOCATION does. */
export const location: Work<readonly [targets: Argument], PlacesRange> = {
  holds: "plain",
  decide: (targets) => {
    const read = readPlaces(targets);
    return read.ok ? succeeded(read.value) : read;
  },
  show: locationCells,
  explain: ({ rows, headerRows }) => ({ read: [{ fact: "range", argument: "Targets", rows, headerRows }] }),
};
