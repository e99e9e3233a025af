/** How figures are worked out, a sentence each. */
const FORMULAS = {
  weight: "Weight = value ÷ total.",
  "drift in points": "Drift = weight − target.",
  "relative drift": "Drift = weight ÷ target − 1.",
  "drift in money": "Drift = value − target × total.",
  "total drift": "Total drift = half the sum of the absolute drifts.",
  "band edges": "Lowest and highest = target ± band, within 0% and 100%.",
  "in band": "In band: lowest ≤ weight ≤ highest, compared exactly, the edge being in.",
  "look-through": "A fund's value goes to its asset class; a mixed fund's is split by its class columns.",
  "trade to weight": "Trade = weight to go to × total after trading − value.",
  "trade to level":
    "Trade = level × target − value; the level is what the rows that share this side of the trades hold afterwards ÷ their targets.",
  trade: "Trade = value wanted − value.",
  "weight after": "Weight after trading = (value + trade) ÷ total after trading.",
  "shares wanted": "Shares = money to trade ÷ price, as near as all rows together allow.",
  "paid in": "Paid in = contributions × amount.",
  "cash needed": "The fullest row sets the total at which it is right: value ÷ target, less today's total.",
  "months to band":
    "Each contribution raises the rows that are emptiest for their targets, prices unmoved; a fuller row comes in as the total grows. The first month in which no row is outside is the answer.",
  "household plan":
    "Of all trades that the rules allow, those that bring the classes nearest to their goals; of these the least tax, then the evenest, the least money traded, the least gain, the better places, the lower expenses, the earlier rows.",
  "gain of a sale": "Gain = money sold − cost × money sold ÷ value of the lot; a lot without a known cost is all gain.",
  "tax of a sale": "Tax = rate × gain; a loss counts as far as gains of its kind in this plan use it.",
  "tax of a plan": "Tax = rate × net gain, of short-term and long-term gains apart; a net loss is not taxed.",
  "shares of a trade": "Shares = amount ÷ price, cut toward 0 to four decimals.",
  "location points":
    "Points are conventions (Bogleheads wiki, White Coat Investor, Oblivious Investor), or your table’s own. A higher number is a better place, and only differences count.",
  elections: "Percent = weight ÷ sum of weights, within the plan's minimum and maximum.",
  "whole steps": "Cut to whole steps; the missing steps go to the largest cut parts, ties by row order.",
  path: "Each row: value × (1 + return), then the contribution is placed, then the rule is tested and trades at that row's close; never after the last row. The start, at the targets, counts as the last rebalance.",
  "path figures":
    "Return of a row = (value after cost − contribution) ÷ value the row before − 1; the other figures are of these. Turnover = half the sum of trades ÷ value, a year.",
  simulation:
    "Whole rows of the returns are drawn independently, with replacement: what one month does to the next is lost. The rule and never rebalancing go through the same draws.",
  episodes:
    "The deepest falls of the mix held at its targets, from peak to bottom, at least 10%. Both rules are bought at their targets at the peak and measured at the bottom.",
  "look chance":
    "Chance = paths outside the band at the next look ÷ all paths, whole rows drawn independently from the returns.",
  "next look": "A look is due from the last look plus the interval on.",
  bandwidth: "Half-width = (3 ÷ (2 × risk aversion) × target² × (1 − target)² × cost) to the power of one third.",
  "Sharpe ratio":
    "Sharpe ratio = mean ÷ standard deviation (n − 1) of the returns above the rate without risk, × √periods a year.",
  "Sortino ratio":
    "Sortino ratio = mean of the returns above the rate without risk ÷ √(Σ min(0, each)² ÷ n), × √periods a year.",
  volatility: "Volatility = standard deviation (n − 1) of the returns × √periods a year.",
  growth: "CAGR = (product of 1 + return)^(periods a year ÷ periods) − 1.",
  drawdown: "Drawdown = money ÷ its highest so far − 1, the start included; the deepest is the answer.",
  "risk share": "Share = w × (Σw) ÷ w′Σw: w the weights, Σ the sample covariance (n − 1) of the returns.",
  frontier:
    "Each row has the least variance for its return, at equal steps of return from the least variance of all to the best return: w′Σw, Σ the sample covariance (n − 1) × periods a year, with 1e−10 of the mean variance added to each variance.",
  portfolio:
    "Of all weights within Min and Max, the best for the goal, proved to be: means and sample covariance (n − 1) of the returns × periods a year, with 1e−10 of the mean variance added to each variance.",
  "target volatility":
    "Weight = target × min(volatility wanted ÷ that of the risky targets, 1 ÷ their sum); the rest is cash, which counts as riskless.",
  trend:
    "A fund whose last price is above the mean of its last prices keeps its target; the targets of the others go to cash.",
  tilt: "Shift = largest shift × view × strength − λ, within the largest shift and not below −target; one λ for all rows makes the shifts add up to 0.",
  "federal tax":
    "Tax = Σ rate × what lies in each bracket: income after the standard deduction, then long-term gains on top of it, and 3.8% of net investment income above its threshold. No other income, deduction, credit, alternative minimum tax, Medicare surcharge or state tax is counted.",
  "required distribution": "Distribution = balance of last 31 December ÷ years of the Uniform Lifetime Table.",
  "employer match": "Match = Σ tier's rate × the part of your rate inside the tier × pay.",
  limit: "Limit = the year's figure, with the catch-up of the age at the year's end where the kind says so.",
  "projected year": "End = balance × (1 + growth) + (contribution + match) × (1 + growth ÷ 2).",
  "early withdrawal":
    "In hand = amount − federal tax − penalty, settled on the return; what the account pays out is the amount less what it withholds.",
  conversion: "Tax = the tax on income and conversion together, less the tax on the income alone.",
  harvest:
    "Loss = cost basis − shares × price; tax saved = loss × the rate of its kind. A purchase of the same security within 30 days before or after, in any account, disallows the loss (IRC 1091).",
  "wash sale":
    "Disallowed = loss × shares replaced ÷ shares sold, purchase by purchase in their order; a replacement in a taxable account takes it into its basis (Reg. 1.1091-1), one in an IRA loses it (Rev. Rul. 2008-5).",
  "sell order":
    "Of all ways to raise the amount the one with the least tax: each kind of gains by itself, not below 0; then the least net gain.",
  "looks followed":
    "A look is due an interval after the one that answered the last due date, or after that date if it was missed. It is on time up to 15 days, or half the interval, before and after.",
  "safe dates": "Each day follows from a trade and a rule; rules of your plan may differ from Fidelity's.",
  "tracking error": "√(d′Σd × periods a year): d the drifts, Σ the sample covariance of the returns.",
} as const;

/** A formula that Keel can say. */
export type FormulaName = keyof typeof FORMULAS;

export function formulaSentence(name: FormulaName): string {
  return FORMULAS[name];
}
