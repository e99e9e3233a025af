import { CostedRow } from "./costed-row";
import { favourEarlierRows } from "./earlier-rows";
import { everyLevel } from "./every-level";
import { FewWays } from "./few-ways";
import { greedy } from "./greedy";
import type { SharesFound } from "./outcome";
import type { SharePositions } from "./positions";
import { Work } from "./work";

/** Nodes of the last search, in which ties are settled. */
const NODES_OF_LAST = 100_000;
/** Nodes in which what is given up is moved to later rows where that search is too large. */
const NODES_OF_MOVES = 1_000_000;

/** With more rows than these, the first answer stands: it is then within about a dearest step of the best. */
const MOST_SEARCHED = 300;

/** Finds the best trades where trading costs something, or good ones and how far from the best they can be. */
export function withCosts(positions: SharePositions, nodes: number): SharesFound {
  const rows = positions.rows.map((position) => new CostedRow(position, positions.fee));
  const first = greedy(rows, positions);
  if (first === undefined) return "cash not raised";
  if (rows.length > MOST_SEARCHED) return { changes: first.changes, gap: first.error - first.bound };

  const known = new FewWays(positions, rows, first, new Work(nodes)).search();
  const settled =
    positions.countable && everyLevel(positions, rows, first.lambda, known, new Work(Math.min(nodes, NODES_OF_LAST)));
  if (settled) return { changes: settled, gap: 0 };
  const changes = favourEarlierRows(positions, known.changes, new Work(Math.min(nodes, NODES_OF_MOVES)));
  return { changes, gap: known.error - known.bound };
}
