/** The goals of a portfolio, as they are typed. */
export const GOALS =
  "Type min variance, max sharpe, risk parity, or return 7%, volatility 10% or utility 4 with your own number.";
