import { dollars, type FollowedLook } from "../../engine";
import type { ResultCells } from "../results";
import { FOLLOWED_HEADER, NO_LOOKS } from "../wording/lots/followed";

/** Lays looks beside the days on which they were due. */
export function followedCells(found: readonly FollowedLook[]): ResultCells {
  const rows = found.map(({ due, looked, daysLate, traded, verdict }) => [
    due ?? "",
    looked ?? "",
    daysLate ?? "",
    traded === undefined ? "" : dollars(traded),
    verdict,
  ]);
  return [FOLLOWED_HEADER, ...(rows.length > 0 ? rows : [["", "", "", "", NO_LOOKS]])];
}
