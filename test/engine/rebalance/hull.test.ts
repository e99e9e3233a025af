import { describe, expect, it } from "@jest/globals";
import { Hull, MOST_CORNERS } from "../../../src/engine/rebalance/shares/hull";
import { drawing } from "./shares-cases";

type Point = readonly [over: number, error: number];

function hullOf(points: readonly Point[]): readonly Point[] {
  const hull = new Hull();
  for (const [change, [over, error]] of points.entries()) hull.add(change, over, error);
  hull.close();
  const kept = Array.from({ length: hull.size }, (_, at): Point => [hull.over[at] as number, hull.error[at] as number]);
  for (const [at, point] of kept.entries()) expect(points[hull.change[at] as number]).toEqual(point);
  return kept;
}

/**
 * By definition: a level is on the hull if none that uses as much or less falls as short or less, and no two others, one
 * that uses less and one that uses more, have it on the line between them or above.
 */
function byDefinition(points: readonly Point[]): readonly Point[] {
  const distinct = points.filter((one, at) => points.findIndex(([x, y]) => x === one[0] && y === one[1]) === at);
  const best = distinct.filter(([x, y]) => !distinct.some(([u, v]) => (u < x && v <= y) || (u === x && v < y)));
  const isAbove = ([x, y]: Point): boolean =>
    best.some(([u, v]) => best.some(([w, z]) => u < x && x < w && (y - v) * (w - u) >= (z - v) * (x - u)));
  return best.filter((point) => !isAbove(point)).sort(([one], [other]) => one - other);
}

describe("Hull", () => {
  it("drops what uses more and falls no shorter", () => {
    const point: readonly Point[] = [
      [0, 5],
      [2, 5],
      [1, 3],
      [4, 3],
    ];
    expect(hullOf(point)).toEqual([
      [0, 5],
      [1, 3],
    ]);
  });

  it("is the lower hull of its levels, in whatever order they come", () => {
    const draw = drawing(11);
    for (let run = 0; run < 2000; run++) {
      const size = 1 + Math.floor(draw() * MOST_CORNERS);
      const points = Array.from({ length: size }, (): Point => [Math.floor(draw() * 7), Math.floor(draw() * 7)]);
      expect(hullOf(points)).toEqual(byDefinition(points));
    }
  });
});
