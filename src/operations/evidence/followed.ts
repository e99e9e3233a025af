import { fallsAlong, type Path, type PathStatistics } from "../../engine";

/** A rule followed through past returns. */
export interface FollowedRule {
  readonly path: Path;
  readonly statistics: PathStatistics;
  /** How far each period lies below the highest point so far, −1 to 0. */
  readonly falls: Float64Array;
}

/** Puts together what is told of a path. */
export function followed(path: Path, statistics: PathStatistics): FollowedRule {
  return { path, statistics, falls: fallsAlong(path.returns) };
}
