/** What the table of past rebalances is called. */
export const logTable = "RebalanceLog";
/** The sheet it stands on unless the owner has moved it. */
export const logSheet = "Rebalance log";

/** What the table of past trades is called. */
export const tradeTable = "TradeLog";
/** The sheet it stands on where there is no room beside the log of rebalances. */
export const tradeSheet = "Trade log";
