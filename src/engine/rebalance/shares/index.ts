/**
 * Whole shares: the trades in shares that come nearest to dollars wanted, proved.
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
 * **Whole numbers.** `positionsOf` brings prices of steps, cash and costs to one unit of money in which all are whole
 * and below 2^49, so that sums are exact. Each row is told by its base: the largest holding that is worth no more than
 * wanted. A step given up below the base makes the row fall short by its price; the step that crosses the wanted value
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
 * For 2 and 3 only sums of prices matter, and which amounts are sums of steps is tabulated, one bit an amount (`Sums`),
 * so the question whether cash can be used to the last cent has an exact answer. Among equal ones, steps that make a
 * purchase or a sale smaller come before others, as they trade less; within each kind the earlier rows keep more.
 *
 * **With costs** (`withCosts`) a fee is due where a row trades at all, so steps are not independent: each row picks one
 * level out of its possible holdings. The bound is Lagrange's. Let a dollar of cash be priced at λ. Then a level's
 * shortfall + λ × the cash it uses exceeds the least of its row by a reduced shortfall ≥ 0, and the shortfall of an
 * affordable answer is a constant, plus its reduced shortfalls, plus λ × the cash left. An answer in hand lies some gap
 * above the constant; only levels whose reduced shortfall is within that gap can be part of a better one. λ is the least
 * price at which the rows' own least levels are affordable together. Rows with the nearest second level are decided
 * first; all of them twice: for the least shortfall alone, then with the gap as small as it gets for the ties.
 *
 * **Why the proof holds.** Either way rows are decided one after another, for all choices so far at once (`Search`).
 * A choice ends for one of three reasons only:
 *
 * - Bound: even at the best rate at which the undecided rows can turn its cash into less shortfall, or raise the cash it
 *   lacks, it would fall short by more than an answer in hand.
 * - Dominance: another choice uses no more cash and falls short by less, or by as much at less cost. Whatever completes
 *   the one completes the other, and adds the same to both.
 * - Ties: another uses the same cash at the same shortfall and cost, and trades less money or holds more of the earlier
 *   row; again the same completions add the same to both.
 *
 * Bounds are computed in doubles and given a margin for their rounding, which can only let a choice live. So if all rows
 * get decided, what is left is the best. Work is counted (`Work`), never timed; if it runs out there is no answer. At the
 * end `shares` works everything out again from the figures as they were given.
 */
export { type ShareProblem } from "./positions";
export { shares, type SharePlan } from "./shares";
export { tradeInShares, type ShareAllocation, type ShareTrades } from "./trade-in-shares";
