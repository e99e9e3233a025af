/**
 * Counts the work of a search in nodes (partial portfolios made, or words of a table filled), so that a search stops
 * at the same point on every machine. A search that is refused further work has no answer, not a worse one.
 */
export class Work {
  private left: number;

  constructor(nodes: number) {
    this.left = nodes;
  }

  /** Takes so many nodes. False if they go beyond the limit. */
  allows(nodes: number): boolean {
    this.left -= nodes;
    return this.left >= 0;
  }
}
