/** The most corners that a row has. */
export const MOST_CORNERS = 6;

/**
 * Levels of one row on the lower hull of shortfall over cash used, as columns, from the one that uses least: each uses
 * more and falls shorter, for ever more cash a unit. It is filled anew for every row, because there may be 100,000 of
 * them.
 */
export class Hull {
  size = 0;
  /** The change from the row's base. */
  readonly change = new Float64Array(MOST_CORNERS);
  readonly over = new Float64Array(MOST_CORNERS);
  readonly error = new Float64Array(MOST_CORNERS);

  /** Puts a level in its place: by rising use of cash, of equal ones by rising shortfall. */
  add(change: number, over: number, error: number): void {
    let place = this.size;
    for (; place > 0; place--) {
      const difference = over - (this.over[place - 1] as number) || error - (this.error[place - 1] as number);
      if (difference >= 0) break;
      this.copy(place - 1, place);
    }
    this.change[place] = change;
    this.over[place] = over;
    this.error[place] = error;
    this.size += 1;
  }

  /** Drops what lies above the hull: levels that use more and fall no shorter, or that lie above a line between others. */
  close(): void {
    const { over, error } = this;
    let kept = 0;
    for (let at = 0; at < this.size; at++) {
      if (kept > 0 && (error[at] as number) >= (error[kept - 1] as number)) continue;
      for (let last = kept - 1; last > 0; last--) {
        const gain = (error[last - 1] as number) - (error[last] as number);
        const used = (over[last] as number) - (over[last - 1] as number);
        const more = (over[at] as number) - (over[last - 1] as number);
        if (gain * more > ((error[last - 1] as number) - (error[at] as number)) * used) break;
        kept -= 1;
      }
      this.copy(at, kept);
      kept += 1;
    }
    this.size = kept;
  }

  private copy(from: number, to: number): void {
    this.change[to] = this.change[from] as number;
    this.over[to] = this.over[from] as number;
    this.error[to] = this.error[from] as number;
  }
}
