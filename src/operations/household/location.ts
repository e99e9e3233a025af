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
  explain: ({ rows, headerRows, places }, at) => {
    // Below the headings each class has its row.
    const place = at && places[at.row - 1];
    return {
      read: [{ fact: "range", argument: "Targets", rows, headerRows }],
      steps: [
        { fact: "formula", formula: "location points" },
        ...(place
          ? [{ fact: "class place", name: place.class, readAs: place.readAs, points: place.points } as const]
          : []),
      ],
    };
  },
};
