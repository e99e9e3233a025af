/**
 * Counts the work of a search in nodes (partial portfolios made, or words of a table filled), so that a search stops
 * at the same point on every machine. A search that is refused further work has no answer, not a worse one.
 */
export class Work {
  private left: number;

  constructor(
    nodes: number,
    private readonly whole?: Work,
  ) {
    this.left = nodes;
  }

  /** At most so many nodes of these, which are taken from both. */
  upTo(nodes: number): Work {
    return new Work(nodes, this);
  }

  /** Takes so many nodes. False if they go beyond the limit. */
  allows(nodes: number): boolean {
    this.left -= nodes;
    return this.left >= 0 && (this.whole?.allows(nodes) ?? true);
  }
}
