/**
 * Whole shares: the trades in shares that come nearest to dollars wanted, proved, or with what they may be off by.
 *
 * **What is asked.** Each row has a holding, a price and the dollars that the policy wants in it. Shares are traded in
 * steps, a whole share or a ten thousandth of one. Of all trades that the cash pays for, the answer has the least
 * Σ|wanted − final value| + cash left over + costs; of equal ones the least costs, then the least cash left, then the
 * least money traded, then the larger holding in the earlier row. A row whose target is 0 is never bought.
 *
 * **It is all shortfall.** Final values, cash left and costs add up to what there was before. So the sum above is twice
 * the shortfall, Σ max(0, wanted − final value), plus an amount that no trade can change. Money in a row beyond what is
 * wanted, in cash or in costs is money short elsewhere, and counts as that once. To be least is therefore the shortfall
 * alone, and all else decides between equals.
 *
 * **Whole numbers.** `positionsOf` brings prices of steps, cash and costs to one unit of money in which all are whole. Each
 * row is told by its base: the largest holding that is worth no more than wanted. A step given up below the base makes the row fall short by its price; the step that crosses the wanted value
 * makes it fall short by less than its price less; steps beyond it change the shortfall by nothing.
 *
 * **Without costs** (`withoutCosts`) these steps are independent of each other, so an answer has three parts:
 *
 * 1. Rows raised one step above their base (`leastShort`): a knapsack. The rows are put in the order of their gain in
 *    shortfall a dollar. The first choice raises them in that order until one doesn't fit, the break; the best choice
 *    differs from it almost only in rows about as good as the break (D. Pisinger, "A minimal algorithm for the 0-1
 *    knapsack problem", Operations Research 45, 1997). So rows are decided from the break outwards.
 * 2. Steps given up below the base to pay what a choice costs too much: a dollar of shortfall a dollar.
 * 3. Steps beyond the wanted value for cash that can do no better.
 *
 * For 2 and 3 only sums of prices matter, and which amounts are sums of steps is tabulated (`Sums`): one bit an amount, or,
 * where prices are far apart, the first and last sum of each residue modulo a low price. So the question whether cash can be used to the last cent has an exact answer. Among equal ones, steps that make a
 * purchase or a sale smaller come before others, as they trade less; within each kind the earlier rows keep more.
 *
 * **With costs** (`withCosts`) a fee is due where a row trades at all, so steps are not independent. Four parts, each of
 * which hands the next a better answer and a tighter bound:
 *
 * 1. A first answer (`greedy`): from the least cash that every row can use, the cash is spent where it lowers the
 *    shortfall most a dollar, as if rows could trade any part of a step and of a fee. Where that stops is the price of
 *    cash λ, and what it would reach is a first bound (the linear relaxation of a multiple-choice knapsack).
 * 2. The few ways that a row may go (`CostedRow.ways`): not trading, as far as the base, one step above it, the smallest
 *    sale. All other holdings are one of these from which steps are given up: of a purchase, or by a larger sale. With a
 *    proportional cost c each dollar raised by giving up purchases costs 1 ÷ (1 + c) of shortfall, and by larger sales
 *    1 ÷ (1 − c), whichever row it comes from. So if any amount could be given up to the unit, an answer would be a way for
 *    each row, and what is missing at the better rate. (Where the price of cash is above that, nearly nothing is bought:
 *    then the other rate counts, and a purchase as what it comes to if it is given up but for one step.) `Completions`
 *    has the best of these for the last row, the last two, … all: a short list, as of two that cost as much the one that
 *    can give up more is always as good. The list of all rows has the bound.
 * 3. Ways are then chosen row by row, the likeliest first, and left as soon as the completions can't come below the
 *    answer in hand. For a full choice `LeastGivenUp` gives up the least amount that real steps make up, a
 *    subset-sum (`leastSum`) of purchases, of sales, or of both, where what the one kind can't meet is filled by the other.
 *    There are mostly so many steps that the missing amount is met to the unit. Then shortfall and bound are equal,
 *    and the proof is done; else the search goes on through all ways whose bound is below.
 * 4. Ties (`everyLevel`): every level of every row whose reduced shortfall is within what the answer is above the bound,
 *    decided for all choices at once (see below). Where that takes too much work, the rows that trade stay as they are, and
 *    what is given up of purchases and by sales is moved to the later rows (`favourEarlierRows`): the answer is proved to be
 *    the nearest, and the first of those in which the same rows trade the same dollars, but other rows might do as well.
 *
 * With more than some hundred rows the first answer stands: it is off by about the dearest step. Without costs nearly all
 * of many rows are left as they are after one look at their bound (`Search.leave`), so that 100,000 are mostly proved.
 *
 * **Why the proof holds.** In `leastShort` and `everyLevel` rows are decided one after another, for all choices so far
 * at once (`Search`). A choice ends for one of three reasons only:
 *
 * - Bound: even at the best rate at which the undecided rows can turn its cash into less shortfall, or raise the cash it
 *   lacks, it would fall short by more than an answer in hand.
 * - Dominance: another choice uses no more cash and falls short by less, or by as much at less cost. Whatever completes
 *   the one completes the other, and adds the same to both.
 * - Ties: another uses the same cash at the same shortfall and cost, and trades less money or holds more of the earlier
 *   row; again the same completions add the same to both.
 *
 * In `FewWays` a choice ends for its bound alone, and the bound is that of a problem with more freedom: cash given up to
 * the unit, and any amount of it. Bounds are computed in doubles and given a margin for their rounding, which can only
 * let a choice live. Shortfalls are whole units, so a bound less than one unit below the answer is a proof. Amounts
 * too large to be counted exactly (thousandths of shares at costs of thousandths of percents) are proved to less than a
 * millionth of a dollar.
 *
 * **If the work runs out.** Work is counted (`Work`), never timed, so every machine gives the same answer: the best found,
 * with `gap`, what other trades can be nearer by at most. There is no answer only if no trades raise the cash. At the end
 * `shares` works everything out again from the figures as they were given.
 */
export { type ShareProblem } from "./positions";
export { shares, type SharePlan } from "./shares";
export { tradeInShares, type ShareAllocation, type ShareTrades } from "./trade-in-shares";
