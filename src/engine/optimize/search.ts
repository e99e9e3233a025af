import type { Frontier, FrontierPoint } from "./frontier";

/** Returns nearer to each other than this, of the span that is searched, are one. */
const NEAREST = 2 ** -50;

/** A figure smaller than this, of what it was at the ends, is 0. */
const NOTHING = 2 ** -52;

/**
 * Returns the point of the frontier between two where a figure changes its sign from below 0 to above. It is `from` where
 * the figure is not below 0 even there, and `to` where it is below 0 all the way. The figure may jump, as prices do where
 * an asset comes in: so the span is halved where straight lines (the method of Illinois) don't halve it. Undefined where a
 * portfolio could not be proved.
 */
export function signChange(
  figure: (point: FrontierPoint) => number,
  all: Frontier,
  from: FrontierPoint,
  to: FrontierPoint,
): FrontierPoint | undefined {
  let [below, above] = [from, to];
  let [low, high] = [figure(from), figure(to)];
  if (low >= 0) return from;
  const span = to.returns - from.returns;
  const nothing = NOTHING * Math.max(-low, Math.abs(high));
  let moved: "below" | "above" | undefined;
  let halve = !(high > 0);
  for (let width = span; width > NEAREST * span;) {
    const returns = below.returns + (halve ? 0.5 : low / (low - high)) * width;
    if (returns <= below.returns) return below;
    if (returns >= above.returns) return above;
    const point = all.withReturn(returns, below, to);
    if (!point) return undefined;
    // An end stands for all portfolios whose returns are the same but for rounding.
    if (point === below || point === to) return point;
    const value = figure(point);
    if (Math.abs(value) <= nothing) return point;
    const side = value < 0 ? "below" : "above";
    if (value < 0) [below, low] = [point, value];
    else [above, high] = [point, value];
    // The end that stays a second time counts half, so that it comes nearer too.
    if (side === moved && value < 0) high /= 2;
    if (side === moved && value > 0) low /= 2;
    moved = side;
    const left = above.returns - below.returns;
    halve = left > width / 2 || !(high > 0);
    width = left;
  }
  return high > 0 ? below : to;
}
