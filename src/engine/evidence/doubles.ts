/**
 * How near two amounts are the same, as a part of the total: far above the few units in the last place of a double that
 * a path gathers, far below a cent of any portfolio. What lies nearer than this to an edge is in, and a smaller trade is
 * none.
 */
export const DOUBTFUL = 1e-12;
