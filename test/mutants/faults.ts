import { BRING_IN } from "./bring-in-faults";
import { EVIDENCE } from "./evidence-faults";
import { faultsOf, type Fault } from "./fault";
import { LAW } from "./law-faults";

const UNITS: readonly Fault[] = [
  ...faultsOf("src/engine/units/money.ts", {
    "half a cent is rounded by its binary digits": [
      "return cents(new Decimal(dollars).times(100).round().toNumber());",
      "return cents(nearest);",
    ],
    "shares × price is cut to the cent": [
      "Number(times(remainder, 2) < cent ? quotient : plus(quotient, 1))",
      "Number(quotient)",
    ],
  }),
  ...faultsOf("src/engine/units/exact.ts", {
    "large products are compared in floating point": [
      "return left - right + (productError(a, b, left) - productError(c, d, right));",
      "return left - right;",
    ],
    "a large quotient that comes out even is one too small": [
      "while (remainder >= divisor)",
      "while (remainder > divisor)",
    ],
    "a quotient is rounded to the nearest cent, not down": [
      "const quotient = Math.floor(product / divisor);",
      "const quotient = Math.round(product / divisor);",
    ],
  }),
  ...faultsOf("src/engine/units/whole.ts", {
    "steps that aren't there are counted": [
      "const quotient = Math.floor(dividend / divisor);",
      "const quotient = Math.ceil(dividend / divisor);",
    ],
  }),
  ...faultsOf("src/engine/units/round-to-total.ts", {
    "the missing cent goes to the smallest cut part": [
      "cut.compareCutParts(other, one) || one - other",
      "cut.compareCutParts(one, other) || one - other",
    ],
    "of equal cut parts the later row gets the cent": [
      "cut.compareCutParts(other, one) || one - other",
      "cut.compareCutParts(other, one) || other - one",
    ],
    "money appears": [
      "rounded[row] = cents((rounded[row] as number) + sign * step);",
      "rounded[row] = cents((rounded[row] as number) + 2 * sign * step);",
    ],
    "the missing cent goes to a row that trades the other way": [
      "if (cut.sign(row) === sign) inSign",
      "if (cut.sign(row) !== 0) inSign",
    ],
    "sales are rounded away from 0": ["remainder > 0 ? -floor - 1 : -floor", "-floor"],
    "whole dollars sell more than a row holds": ["    !holdings || (holdings", "    true || (holdings"],
  }),
  ...faultsOf("src/engine/units/day.ts", {
    "a day early before March 1900": ["return days < FIRST_TRUE_SERIAL ? days - 1 : days;", "return days;"],
  }),
];

const TO_TARGET_AND_LEVEL_FILL: readonly Fault[] = [
  ...faultsOf("src/engine/rebalance/level-between.ts", {
    "a row at its high stays at the level": ["atLevel[row] = joins ? 1 : 0;", "atLevel[row] = 1;"],
    "the level stops at the first bound": [
      ", money - bound, part) > 0) break;",
      ", money - bound, part) > -1e300) break;",
    ],
    "a locked row gives a step for rounding": ["value - (lows[row] as number)", "value"],
  }),
  ...faultsOf("src/engine/portfolio/tradable.ts", {
    "a held row is traded": ["only(allocation, (row) => !isHeld(row))", "allocation"],
    "cash goes to rows that may not be bought": ["cash > 0 ? mayBuy : maySell", "maySell"],
  }),
  ...faultsOf("src/engine/rebalance/to-target.ts", {
    "a row without a target is bought": [
      "multiplyDivide(targets.parts[row] as number, after",
      "multiplyDivide((targets.parts[row] as number) || 1, after",
    ],
    "the targets are shares of the total before the cash": [", after, targets.whole)", ", total, targets.whole)"],
  }),
  ...faultsOf("src/engine/rebalance/level-fill.ts", {
    "a withdrawal comes from the emptiest rows": ["reach(allocation, -1, left)", "reach(allocation, 1, left)"],
    "the fullest rows are filled first": [
      "const later = side * productDifference",
      "const later = -side * productDifference",
    ],
    "a row joins at the level that it makes itself": [
      "(money + held, part, value, parts + before) > 0",
      "(money + held + alikeHeld, part, value, parts + before) > 0",
    ],
    "rows that are as full as the one in the middle stay behind": ["money += held + alikeHeld;", "money += held;"],
    "rows without a target are sold last": ["if (amount <= untargeted) return", "if (amount < 0) return"],
    "money without a target is sold beside the whole withdrawal": [
      "const left = untargeted - amount;",
      "const left = 0 - amount;",
    ],
    "sales in proportion are rounded down": ["-sale.quotient - 1", "-sale.quotient"],
  }),
  ...faultsOf("src/engine/rebalance/drift.ts", {
    "total drift counts what is over and what is under": [
      "succeeded(over / (total * whole))",
      "succeeded((2 * over) / (total * whole))",
    ],
    "relative drift is a share of the whole": ["/ (part * total)", "/ (whole * total)"],
  }),
  ...faultsOf("src/engine/rebalance/months-to-band.ts", {
    "rows that fall below their band on the way are not looked at": [
      "if (from < until) stretches.push",
      "if (from > until) stretches.push",
    ],
    "a contribution too few": ["(missing + each - 1n) / each", "missing / each"],
    "a row at the level is not raised with the rows before it": [
      "const rest = whole - lowest * (this.#sums[k] as bigint);",
      "const rest = whole;",
    ],
    "months between two stretches are passed over": ["if (from > month) break;", ""],
    "the drift of rows without a target is left out": [
      "of [...untargeted, ...[...byRatio(allocation)].reverse()]",
      "of [...byRatio(allocation)].reverse()",
    ],
  }),
  ...faultsOf("src/engine/rebalance/cash-needed.ts", {
    "the contribution needed is cut to the cent": ["(after.remainder > 0 ? 1 : 0)", "0"],
    "the buffer is a share of the total before the contribution": [
      ".dividedBy(new Decimal(1).minus(buffer.share))",
      "",
    ],
    "a holding without a target needs no cash": ["if (stray >= 0) return", "if (stray > 1e9) return"],
  }),
];

const BANDS: readonly Fault[] = [
  ...faultsOf("src/engine/policy/band.ts", {
    "exactly at the lowest edge counts as out": [
      "compare(value, whole, lowest, total) < 0",
      "compare(value, whole, lowest, total) <= 0",
    ],
    "exactly at the highest edge counts as out": [
      "compare(value, whole, highest, total) > 0",
      "compare(value, whole, highest, total) >= 0",
    ],
    "5/25 takes the larger": ["Decimal.min(band.width.times(whole)", "Decimal.max(band.width.times(whole)"],
    "a relative band is points": ["return band.share.times(target);", "return band.share.times(whole);"],
    "the lowest edge lies below 0": ["Decimal.max(0, target.minus(reach))", "target.minus(reach)"],
    "the highest edge lies above 100%": ["Decimal.min(whole, target.plus(reach))", "target.plus(reach)"],
  }),
  ...faultsOf("src/engine/rebalance/destinations.ts", {
    "halfway lies beyond the edge": [
      "return target.plus(edge).dividedBy(2);",
      "return target.plus(edge.minus(target).times(1.5));",
    ],
    "a move to the edge is rounded outward": [
      ".abs().dividedBy(stepped).ceil();",
      ".abs().dividedBy(stepped).floor();",
    ],
    "to so many points goes beyond the edge": [
      "Decimal.min(destination.from.times(whole), edge.minus(target).abs())",
      "destination.from.times(whole)",
    ],
    "rows that balance the moves go past their target": [
      "const amount = rows === either ? left :",
      "const amount = rows !== undefined ? left :",
    ],
    "rows in band balance the moves before rows outside": ["[outside, inBand, either]", "[inBand, outside, either]"],
  }),
  ...faultsOf("src/engine/rebalance/portfolio-band.ts", {
    "a drift of just the limit counts as out": [
      "numerator.greaterThan(band.limit",
      "numerator.greaterThanOrEqualTo(band.limit",
    ],
    "rows below their target count in total drift": ["total) <= 0) continue;", "total) === 0) continue;"],
    "halfway goes to half of what was measured": [
      "const left = destinationOf(band, destination);",
      'const left = destination.kind === "halfway" ? drift.numerator.dividedBy(drift.denominator).dividedBy(2).toDecimalPlaces(9) : destinationOf(band, destination);',
    ],
    "drift is left a hair above its limit": ["if (!isRoundedUp) return", "if (moved >= 0n) return"],
    "to so many points leaves more drift than the limit": [
      "Decimal.min(destination.from, band.limit)",
      "destination.from",
    ],
  }),
];

const POLICY: readonly Fault[] = [
  ...faultsOf("src/engine/rebalance/rebalance.ts", {
    "a band is ignored": ['if (!hasBand) return only("no rule");', 'return only("no rule");'],
    "`no sells` is ignored": ['if (policy.sells === "none") return only("no sells");', ""],
    "`keep` is ignored": ["if (kept === undefined || cash <= 0) return", "if (kept !== null) return"],
    "`keep 1%` is a share of the total before the cash": [
      "amountOf(kept, cents(total + cash))",
      "amountOf(kept, total)",
    ],
    "whole dollars overspend": ["Math.floor((cash - keptBack) / step)", "Math.ceil((cash - keptBack) / step)"],
    "multiples of dollars are whole dollars": [
      "const step = stepOf(policy.tradeUnit)",
      "const step = Math.min(100, stepOf(policy.tradeUnit))",
    ],
    "too little is raised, and nothing is said": ["if (placed !== invested) return", "if (placed > 1e18) return"],
    "`min 1%` is a share of the total before the cash": [
      "leastTrade(cents(given.total + cash), policy.minimumTrade)",
      "leastTrade(given.total, policy.minimumTrade)",
    ],
    "on a look date `or` is `and`": ['if (due && (!hasBand || policy.trigger === "or"))', "if (due && !hasBand)"],
    "between look dates `or` is `and`": ['if (!due && (!hasBand || policy.trigger !== "or"))', "if (!due)"],
    "the band is tested before the cash is placed": ["rowSides(after, band)", "rowSides(allocation, band)"],
  }),
  ...faultsOf("src/engine/rebalance/minimum-trade.ts", {
    "of equal small trades the earlier row is dropped": [" || (trade === size && smallest !== undefined)", ""],
    "a trade of just the minimum is dropped": ["let size: number = least;", "let size: number = least + 1;"],
    "cash vanishes when all trades are too small": ["if (trades.every(", "if (cash === 0 && trades.every("],
    "the last resort sells more than a row holds": [
      "-Math.min(-left, holding - (holding % (allocation.step ?? 1)))",
      "left",
    ],
    "small trades stay": ["if (smallest === undefined) break;", "break;"],
  }),
  ...faultsOf("src/engine/rebalance/all-dropped.ts", {
    "cash worth the minimum is dropped": ["if (cash >= least || ", "if ("],
    "a holding worth the minimum is never sold": [" || !values.every((value) => value < least)", ""],
    "in whole dollars no move buys for more than the cash": ["step === 1 || shortOfTarget === undefined", "true"],
  }),
  ...faultsOf("src/engine/rebalance/level.ts", {
    "a dropped row keeps its money": ["this.money -= this.#account.values[row] as number;", ""],
    "a row that is locked trades both ways": [
      "if (sign * sideOf(this.#account, row) < 0)",
      "if (sign * this.#account.side < 0)",
    ],
    "a holding sells a whole dollar that it hasn't got": ["sign < 0 && value < (size + 1) * step;", "false;"],
  }),
  ...faultsOf("src/engine/rebalance/level-drops.ts", {
    "rows are dropped together that may drop others first": [
      "if (near.length === rows.length) return near;",
      "return near;",
    ],
  }),
  ...faultsOf("src/engine/rebalance/cash-move-drops.ts", {
    "cash that leaves some rows outside their bands is taken to leave all": [
      "if (!toOthers || isBefore(this.#allOutside.key())) {",
      "if (!toOthers || isBefore(this.#noneBeyond.key())) {",
    ],
    "cash is lost from the imbalance": ["outside.place(this.#cash - placed.cash);", "outside.place(this.#cash);"],
  }),
  ...faultsOf("src/engine/rebalance/cash-in-band.ts", {
    "no row in band gets a missing cent": ["(isGivenOne(row, cut) ? 1 : 0)", "0"],
    "of rows cut alike the last that gets a cent goes without": ["row <= last", "row < last"],
    "a row within a cent of its edge is in band": [
      "if (!this.#into.isIn(row, this.#sign * size)) {",
      "if (size < 0) {",
    ],
    "a row within a cent of its edge is never in band": [
      "if (!this.#into.isIn(row, this.#sign * size)) {",
      "if (size >= 0) {",
    ],
    "a cent that takes a row out of its band again is passed over": [
      'if (inBand[row] === 1) return "unclear";',
      "void inBand;",
    ],
    "rows that are given cash are counted when they are gone": [
      "...this.#reachedNext.upTo(at)].filter(isLeft);",
      "...this.#reachedNext.upTo(at)];",
    ],
    "a row that cash brings into its band goes on moving": ["if (this.#inBand[row] === 0) bring(row);", ""],
    "of rows cut alike too many get a cent": ["alike[missing - above - 1]", "alike[missing - above]"],
  }),
  ...faultsOf("src/engine/rebalance/drift-drops.ts", {
    "trades of a share of the way stay in order however they are rounded": [
      "const apart = (2 * rounding + HAIR) / share;",
      "const apart = 0;",
    ],
    "rows are dropped together while others come between": [
      "if (close.length === rows.length) return",
      "if (close.length > 0) return",
    ],
    "of like rows the earlier is dropped": [
      "reduce((later, row) => Math.max(later, row), 0)",
      "reduce((later, row) => Math.min(later, row))",
    ],
  }),
  ...faultsOf("src/engine/rebalance/next-drop.ts", {
    "a cent may bring the first trade past one that was cut less": [
      "trade.size > first.size && compareCuts(trade, first) > 0",
      "trade.size > first.size",
    ],
    "who gets a missing cent makes no difference": [
      '(together || most === trade.size)) return "unclear";',
      "true) continue;",
    ],
  }),
  ...faultsOf("src/engine/rebalance/worth-asking.ts", {
    "bounds that were left open once are asked ever less": ["if (!this.#isOpen) this.#without = 0;", ""],
    "bounds are asked for each drop, whatever they say": ["this.#left = this.#without;", ""],
  }),
  ...faultsOf("src/engine/rebalance/exchange-network.ts", {
    "a way round a bar sells to a barred buyer": [
      "return this.#isOpen(seller, buyer) && this.#allowed(seller, buyer);",
      "return this.#isOpen(seller, buyer);",
    ],
    "a buyer that one search has seen is lost to the next": ["this.#unseen.putBack(buyer);", "void buyer;"],
  }),
  ...faultsOf("src/engine/rebalance/rounded-rows.ts", {
    "of like cut parts the later row gets the dollar": [
      "(compared === 0 && one < other)",
      "(compared === 0 && one > other)",
    ],
    "no row between the thresholds gets a missing step": ["+ (gets ? 1 : 0)", "+ 0"],
    "a trade that is cut to nothing says how small the smallest is": ["if (this.#sizeOf(row) > 0) most =", "most ="],
    "rows that trade the other way get a missing step": [
      "if (signs[row] !== sign || cut === 0) offer",
      "if (cut === 0) offer",
    ],
    "no row is as small as those that were found": ["(found && found.size < this.#small.safe)", "found"],
    "rows that have too few steps to give give them all the same": [
      "if (surely + close < missing) return undefined;",
      "",
    ],
  }),
  ...faultsOf("src/engine/rebalance/small-rows.ts", {
    "a window is never left": ["at >= window.lowest && at <= window.highest && ", ""],
    "a threshold outside the window is taken to lie in it": [" && from >= window.from && to <= window.to", ""],
    "rows near a whole step are settled": ["fewest === steps(most, to + margin) ? fewest : undefined", "fewest"],
    "small trades that are settled are forgotten": [
      "if (size > 0 && size < this.#least) small.push(row);",
      "void small;",
    ],
  }),
  ...faultsOf("src/engine/rebalance/cut-counts.ts", {
    "of rows that were cut alike the later come first": [
      "if (this.#rowAt(middle) < row) low",
      "if (this.#rowAt(middle) > row) low",
    ],
    "a whole trade counts when its row is gone": [
      "if (this.#isWhole[row] === 1) this.#whole -= this.#phases.steps[row] as number;",
      "",
    ],
    "rows that may turn their sign lie in blocks": ["Math.abs(gap) <= part * drift + doubt", "Math.abs(gap) <= doubt"],
    "rows that lie near the cut that is sought were cut more": ["more += to - clear;", "more += to - first;"],
    "of rows that pass a step together one does": ["- turned) * (to - from);", "- turned);"],
  }),
  ...faultsOf("src/engine/rebalance/cut-blocks.ts", {
    "a row that is gone still trades": ["block.steps -= steps[row] as number;", ""],
    "all rows of a block move alike": ["this.#apart * Math.abs(moved) * (1 + 1e-9) + ", ""],
    "of rows that were cut alike the later lies first": ["(more === 0 && one < other)", "(more === 0 && one > other)"],
  }),
  ...faultsOf("src/engine/rebalance/small-trades.ts", {
    "of equal settled trades the earlier comes first": [
      "return more < 0 || (more === 0 && one > other);",
      "return more < 0 || (more === 0 && one < other);",
    ],
  }),
  ...faultsOf("src/engine/rebalance/shrinking-rows.ts", {
    "what is sold is rounded down to the cent": ["+ divisor - 1n) / divisor", ") / divisor"],
    "a row that the level passes stays over it": ["this.#add(this.#order[next] as number, -1);", ""],
    "a row counts as over the level when it is gone": [
      "if (this.#upTo === undefined || place > this.#upTo) this.#add(row, -1);",
      "",
    ],
  }),
  ...faultsOf("src/engine/rebalance/least-trades.ts", {
    "a first fill stays where it was": ["if (this.#fill) away +=", "if (this.#fill) away += 0 *"],
    "what is placed first is no part of a trade": ["if (toFill > 0) gap +=", "if (toFill > 1e18) gap +="],
    "a level's move leaves what a row trades as it was": [
      "return away * (this.#largestPart[node] as number) * (1 + LOST);",
      "return 0 * away;",
    ],
    "the rows of a node are as far from the level as those of its first half": [
      "(this.#least[right] as number) - rightMoved,",
      "Number.POSITIVE_INFINITY,",
    ],
    "rows that the level has not reached never trade": [
      "(this.#nextToTrade[right] as number) - rightMoved,",
      "Number.POSITIVE_INFINITY,",
    ],
    "only the row nearest to the level may have the smallest trade": [
      "size + lost + 2 * this.#step);",
      "size + lost);",
    ],
  }),
  ...faultsOf("src/engine/rebalance/whole-percents.ts", {
    "whole percents leave the band": ["boundsOf(allocation, rule.band);", "any;"],
  }),
  ...faultsOf("src/engine/rebalance/elections.ts", {
    "whole percents add up to 101": [
      "byCutPart.slice(0, steps - sum(counts))",
      "byCutPart.slice(0, steps - sum(counts) + 1)",
    ],
    "of equal cut parts the later row gets the percent": ["|| one - other);", "|| other - one);"],
    "a maximum is ignored": ["Math.floor(bound.most / step)", "Math.floor(100 / step)"],
    "a bound between two steps binds outside": ["Math.ceil(bound.least / step)", "Math.floor(bound.least / step)"],
  }),
];

const CALENDAR: readonly Fault[] = [
  ...faultsOf("src/engine/policy/schedule.ts", {
    "a look is due a day late": ["today >= schedule.due", "today > schedule.due"],
    "the volatile look is ignored": [
      "const cadence = volatile ? volatileLook.cadence : look;",
      "const cadence = look;",
    ],
    "volatility of just the level counts as above": ["volatility?.greaterThan(", "volatility?.greaterThanOrEqualTo("],
    "without a last look none is due": ["schedule.due === undefined || ", "schedule.due !== undefined && "],
  }),
  ...faultsOf("src/engine/policy/cadence.ts", {
    "29 February has no anniversary": ["candidate >= 28", "candidate >= 29"],
    "days are counted off by one": ["Math.min(last + every, LAST_DAY)", "Math.min(last + every + 1, LAST_DAY)"],
    "the year turns a month early": ["(month - 1) + every", "month + every"],
  }),
  ...faultsOf("src/engine/rebalance/due.ts", {
    "a look that is overdue lies in the past": [
      "Math.max(today, schedule.value.due ?? today)",
      "schedule.value.due ?? today",
    ],
    "on a look date nothing is due": ['due: reason === "look date" || ', "due: "],
  }),
  ...faultsOf("src/engine/rebalance/checkup.ts", {
    "small trades are found by their sign": [
      "Math.abs(trades[row] as number) < allocation.total * SMALL_TRADE_SHARE",
      "(trades[row] as number) < allocation.total * SMALL_TRADE_SHARE",
    ],
  }),
];

const MODELS: readonly Fault[] = [
  ...faultsOf("src/engine/policy/trading-cost.ts", {
    "the fee of each trade is left out of the cost": [".plus(new Decimal(fee ?? NO_MONEY).times(made))", ""],
  }),
  ...faultsOf("src/ranges/holdings/total-scope.ts", {
    "what comes nearest to a wrong total is what is furthest from it": [
      "Math.abs(one - value) - Math.abs(other - value)",
      "Math.abs(other - value) - Math.abs(one - value)",
    ],
  }),
  ...faultsOf("src/engine/policy/tracking-error.ts", {
    "the covariance divides by n": ["squares / (periods - 1)", "squares / periods"],
    "a month is taken for a year": [" * history.periodsPerYear", ""],
  }),
  ...faultsOf("src/engine/policy/bandwidth.ts", {
    "the band is twice too sure of itself": ["3 / (2 * riskAversion)", "3 / riskAversion"],
  }),
  ...faultsOf("src/engine/policy/glide-path.ts", {
    "the target date path ends at retirement": [
      "yearsBefore <= late.yearsBefore",
      "yearsBefore <= retirement.yearsBefore",
    ],
  }),
];

const EXCHANGES: readonly Fault[] = [
  ...faultsOf("src/engine/rebalance/exchanges.ts", {
    "barred exchanges are made": ["bars.get(from.fund)?.has(to.fund) !== true", "bars.get(from.fund) !== null"],
    "a fund sells a cent more than it holds": [
      "negated(trade) > Math.max(0, value)",
      "negated(trade) > Math.max(0, value) + 1",
    ],
    "cash's own trade is forgotten": ["cents(cash.trade - net)", "cents(0 - net)"],
  }),
  ...faultsOf("src/engine/rebalance/exchange-groups.ts", {
    "the first split found is taken for the best": [
      "if (restCount >= 0 && 1 + restCount > count)",
      "if (restCount >= 0 && count < 0)",
    ],
    "bars are forgotten where trades are grouped": ["> count && feasible(group)", "> count"],
  }),
  ...faultsOf("src/engine/rebalance/exchange-pairs.ts", {
    "later pairs don't give way to earlier ones": ["if (path === undefined) break;", "break;"],
  }),
];

const ROUNDTRIPS: readonly Fault[] = faultsOf("src/engine/rebalance/roundtrips.ts", {
  "a sale on the thirtieth day is a roundtrip": [
    "sale < (bought[purchases - 1] as number) + ROUNDTRIP_DAYS",
    "sale <= (bought[purchases - 1] as number) + ROUNDTRIP_DAYS",
  ],
  "a second roundtrip on the ninetieth day blocks": [
    "sale < (roundtrips[index - 1] as number) + SECOND_ROUNDTRIP_DAYS",
    "sale <= (roundtrips[index - 1] as number) + SECOND_ROUNDTRIP_DAYS",
  ],
  "automatic trades count": ["if (automatic || Math.sign", "if (Math.sign"],
  "$1,000 counts": ["amount > least", "amount >= least"],
  "a block holds in one account only": [
    "latest.set(block.fund, block)",
    "latest.set(`${block.fund}${block.account}`, block)",
  ],
  "a limit lasts a day too long": ["asOf < before)", "asOf <= before)"],
});

const LOOK_THROUGH: readonly Fault[] = faultsOf("src/engine/portfolio/look-through.ts", {
  "lots of a mixed fund are rounded one by one": ["of inOnePiece(holdings))", "of holdings)"],
  "what a fund has in no class goes to its classes": ["shares.reduce((left, share) => left - share, whole)", "0"],
  "money in no class disappears": ["else if (amount > 0) leftOut.push", "else if (amount < 0) leftOut.push"],
  "owed cash is forgotten where its class is empty": ["if (sum < 0) owed -= sum;", ""],
  "funds that are mixed alike are taken for one": ["const first = named.get(fund);", "const [first] = named.values();"],
  "rows of one name that are made of different things are taken for one": [
    "if (fundClasses === ofFirst) return first;",
    "return first;",
  ],
});

const FUND_CLASSES: readonly Fault[] = faultsOf("src/ranges/holdings/fund-classes.ts", {
  "that a mix was scaled is said of one row": ["else known.remember(", "known.remember("],
  "a fund that must be whole may lack a class as one before it may": [
    'let at: Branch | undefined = this.mixed[mayLackClass ? "mayLackClass" : "inClasses"];',
    "let at: Branch | undefined = this.mixed.mayLackClass;",
  ],
});

const SHARES: readonly Fault[] = [
  ...faultsOf("src/engine/rebalance/shares/positions.ts", {
    "fees are not reserved": ["trade === 0 ? 0 : feeInUnits", "0"],
    "a fund whose target is 0 is bought": ["const mayBuy = buys[row] as boolean;", "const mayBuy = true;"],
    "the fraction of a position is sold": ["const kept = times(times(price, fraction), toValue);", "const kept = 0;"],
  }),
  ...faultsOf("src/engine/rebalance/shares/trail.ts", {
    "of equal plans the later row holds more": ["return difference > 0;", "return difference < 0;"],
  }),
  ...faultsOf("src/engine/rebalance/shares/search.ts", {
    "the bound cuts off the best plan": ["> this.least + this.margin", "> this.least - this.margin"],
    "rows that may be better another way are left as they are": ["if (!ends((frontier", "if (ends((frontier"],
    "choices that may become the best are dropped": ["keep((index) => !ends(", "keep((index) => ends("],
  }),
  ...faultsOf("src/engine/rebalance/shares/earlier-rows.ts", {
    "of equal plans with costs the later rows hold more": [
      "if (comesFirst(moved, best)) best = moved;",
      "if (comesFirst(best, moved)) best = moved;",
    ],
    "a purchase is given up although its fee is due": [
      "const bottom = side > 0 ? still + least :",
      "const bottom = side > 0 ? still :",
    ],
  }),
  ...faultsOf("src/engine/rebalance/shares/frontier.ts", {
    "a choice is told by the steps of another": [
      "[this.over, this.error, this.cost, this.traded, this.entry]",
      "[this.over, this.error, this.cost, this.traded]",
    ],
  }),
  ...faultsOf("src/engine/rebalance/shares/spend-leftover.ts", {
    "what a choice changes is not traded": ["of each.choice.changes)", "of each.choice.changes.slice(1))"],
    "cash that could be spent is left": ["beyond.either.largestUpTo(Math.floor(each.left / positions.tick))", "0"],
    "more is given up than must be paid for": [
      "spare.smallestFrom(missing[index] as number)",
      "spare.smallestFrom((missing[index] as number) + 1)",
    ],
    "of equal plans the one that trades more is taken": [
      "leastOf(weighed, ({ traded }) => traded)",
      "leastOf(weighed, ({ traded }) => -traded)",
    ],
  }),
  ...faultsOf("src/engine/rebalance/shares/sums.ts", {
    "the lighter kind of steps makes up less than it can": [
      "part = lighter.sums.largestUpTo(sum - rest);",
      "part = lighter.sums.largestUpTo(sum - rest - 1);",
    ],
  }),
  ...faultsOf("src/engine/rebalance/shares/listed-sums.ts", {
    "of earlier rows as many steps are taken as can be, where few are wanted": [
      "few ? this.sums.length - 1 - turn : turn",
      "few ? turn : this.sums.length - 1 - turn",
    ],
  }),
  ...faultsOf("src/engine/rebalance/shares/residue-sums.ts", {
    "amounts between two sums are taken for sums": [
      "if (low > (last[to] as number) + modulus || (first[to] as number) > high + modulus) return false;",
      "",
    ],
    "steps without limit go round their residues half way": [
      "this.goRound(start, (2 * modulus) / cycles, price)",
      "this.goRound(start, modulus / cycles / 2, price)",
    ],
    "of two kinds of steps the last way to a sum is taken for the lightest": [
      "if (isSum && part > largest) largest = part;",
      "if (isSum) largest = part;",
    ],
  }),
  ...faultsOf("src/engine/rebalance/shares/few-ways.ts", {
    "a proof is claimed a unit too early": ["error - bound < this.grain ||", "error - bound < 2 * this.grain ||"],
    "ways that may be better are left out": ["if (least > this.below) break;", "if (least > this.below - 1e6) break;"],
  }),
  ...faultsOf("src/engine/rebalance/shares/greedy.ts", {
    "the bound lies above the best": [
      "const bound = error - lambda * Math.max(0, left) - reserve;",
      "const bound = error;",
    ],
    "the price of cash is that of the increments after the break": [
      "if (used <= cash) high = middle;",
      "if (used > cash) high = middle;",
    ],
    "what the break leaves is not spent": ["if (isAfter &&", "if (!isAfter &&"],
  }),
  ...faultsOf("src/engine/rebalance/shares/hull.ts", {
    "a level that uses more and falls no shorter stays": [
      "if (kept > 0 && (error[at] as number) >= (error[kept - 1] as number)) continue;",
      "if (kept > 0 && (error[at] as number) > (error[kept - 1] as number)) continue;",
    ],
    "levels above the hull count": ["if (gain * more >", "if (gain * more >= 0 *"],
    "levels stand in the wrong order": ["if (difference >= 0) break;", "if (difference <= 0) break;"],
  }),
  ...faultsOf("src/engine/rebalance/shares/least-sum.ts", {
    "a sum is taken for the least that isn't": ["return one.whole && other.whole;", "return true;"],
    "one row alone can't go beyond the amount": ["return alone <= this.first.count &&", "return alone < 0 &&"],
  }),
  ...faultsOf("src/engine/rebalance/shares/least-given-up.ts", {
    "larger sales never fill what purchases given up don't meet": [
      "if (amount + found.sum >= this.below) return;",
      "if (this.found !== undefined || amount + found.sum >= this.below) return;",
    ],
    "amounts that may be completed better are passed over": [
      "const mostWorse = Math.floor((better.raised * last",
      "const mostWorse = Math.floor((worse.raised * last",
    ],
  }),
  ...faultsOf("src/engine/rebalance/shares/every-level.ts", {
    "the best plan with costs leaves more cash than it must": [
      "over <= 0 && error === least).pop()",
      "over <= 0 && error === least).shift()",
    ],
  }),
  ...faultsOf("src/engine/rebalance/shares/costed-row.ts", {
    "money burnt counts as a gain": [
      "return Math.max(0, short - price * change) - short;",
      "return Math.max(0, short - price * change) - short - this.costsAt(change);",
    ],
    "the fee is due in rows that don't trade": ["Number(change !== this.still)", "1"],
    "the fee of a trade that begins is forgotten": [
      "from.change === this.still ? this.fee : 0",
      "from.change === this.still ? 0 : 0",
    ],
  }),
];

const READER: readonly Fault[] = [
  ...faultsOf("src/ranges/holdings/totals.ts", {
    "a total that is a cent off is refused": [
      "const near = (sum: number): boolean => Math.abs(sum - value) <= 1;",
      "const near = (sum: number): boolean => sum === value;",
    ],
    "a total that is two cents off is taken for one": [
      "const near = (sum: number): boolean => Math.abs(sum - value) <= 1;",
      "const near = (sum: number): boolean => Math.abs(sum - value) <= 2;",
    ],
    "a window whose account is a cent off counts twice": [
      "sum !== 0 && Math.abs(sum - value) <= 1",
      "sum !== 0 && sum === value",
    ],
    "a window is left out for an account that is two cents off": [
      "sum !== 0 && Math.abs(sum - value) <= 1",
      "sum !== 0 && Math.abs(sum - value) <= 2",
    ],
    "no total may have a loan and a window in it": ["[0, loans, windows, loans + windows]", "[0, loans, windows]"],
  }),
  ...faultsOf("src/ranges/numbers.ts", {
    "12.345 is read at a glance whatever the decimal mark": ['&& settled(mark) === "."', "&& true"],
    "0,123 is read at a glance as 123": ["[1-9]\\d{0,2},\\d{3})%", "\\d{1,3},\\d{3})%"],
    "a percentage is read at a glance as a number": ["isPercent ? shiftTwoPlaces(digits) : digits", "digits"],
  }),
  ...faultsOf("src/ranges/column.ts", {
    "a header is answered like a fund": ["headerRows.add(row);", ""],
    "a text among the numbers is passed over": ["if (row >= firstNumber || ", "if ("],
    "what the longer column has more is cut off": [
      "surplus.some((number) => number !== 0)",
      "surplus.some(() => false)",
    ],
  }),
  ...faultsOf("src/ranges/cells.ts", {
    "a blank cell that arrives as 0 is not blank": [" || cell === 0 ||", " ||"],
  }),
  ...faultsOf("src/ranges/allocation.ts", {
    "money held without a target counts in the total": ["keptTotal -= value;", ""],
    "a negative value is read as money": ["if (number < 0) {", "if (number < -1e18) {"],
    "a total row counts as a fund": ["value * 2 === total ? row", "value * 3 === total ? row"],
  }),
  ...faultsOf("src/ranges/sum-rule.ts", {
    "half a point may be missing however few the rows": ["Math.min(LARGEST_GAP, GAP_A_ROW * rows)", "LARGEST_GAP"],
    "more than half a point may be missing where rows are many": [
      "Math.min(LARGEST_GAP, GAP_A_ROW * rows)",
      "GAP_A_ROW * rows",
    ],
    "empty rows widen what may be missing": ["if (number === 0) continue;", "if (number === 0) rows += 1;"],
  }),
  ...faultsOf("src/ranges/numbers.ts", {
    "60% is read as 60": ["percent ? shiftTwoPlaces(digits) : digits", "digits"],
    "(100) is read as 100": ["const negative = inParentheses !== null || ", "const negative = "],
  }),
  ...faultsOf("src/ranges/dates.ts", {
    "a date that can be two days is read day first": [
      'if (dayFirst !== undefined && monthFirst !== undefined && dayFirst !== monthFirst) return "ambiguous";',
      "",
    ],
  }),
  ...faultsOf("src/ranges/policy/clauses.ts", {
    "of duplicates the last wins": ["if (before !== undefined) return", 'if (before === "") return'],
  }),
  ...faultsOf("src/ranges/policy/settings/trigger.ts", {
    "`or` is read as `and`": ['trigger: word === "or" ? "or" : "and"', 'trigger: "and"'],
    "`or` is written as `and`": [
      "${sayCadence(look)} ${word} ${sayBand(band)}",
      "${sayCadence(look)} and ${sayBand(band)}",
    ],
  }),
  ...faultsOf("src/ranges/policy/amounts.ts", {
    "5% is read as 5": ["fractionWithin(number.dividedBy(100), clause, most)", "fractionWithin(number, clause, most)"],
    "a percent is written to two decimals": ["times(100).toFixed()", "times(100).toFixed(2)"],
  }),
  ...faultsOf("src/ranges/policy/settings/band.ts", {
    "5/25 that Excel made a date is points": ["if (month === 5 && day === 25)", "if (month === 25)"],
  }),
  ...faultsOf("src/ranges/policy/settings/look.ts", {
    "very many months are written in months": ["if (every <= MOST_PERIODS) return", "if (every > 0) return"],
  }),
];

const MEMORY: readonly Fault[] = [
  ...faultsOf("src/ranges/returns/weight-bounds.ts", {
    "a largest weight that is blank bars the fund": ["bound || 1", "bound"],
    "percents of a bound are fractions": ["Math.abs(found) > 1 ? found / 100 : found", "found"],
  }),
  ...faultsOf("src/ranges/returns/cash-row.ts", {
    "the header counts as a row of cash": ["const row = places[read.value - 1];", "const row = read.value - 1;"],
    "a last row that may be blank is taken for cash": ["funds.at(-1) === last ?", "last >= 0 ?"],
  }),
  ...faultsOf("src/engine/optimize/risk-shares.ts", {
    "a share is of the fund's own variance": [
      "dot(deviations[asset] as Float64Array, portfolio)",
      "dot(deviations[asset] as Float64Array, deviations[asset] as Float64Array)",
    ],
  }),
  ...faultsOf("src/operations/portfolios/tilt.ts", {
    "points of a largest shift are fractions": ["found > 1 ? found / 100 : found", "found"],
  }),
  ...faultsOf("src/operations/memo.ts", {
    "the beginning of a longer range answers for a shorter one": [
      " || kept.cells.length !== arg.length * kept.width",
      "",
    ],
    "a row of cells answers for a column": [
      "kept.cells.length !== arg.length * kept.width) return false;\n  let index = 0;\n  for (const row of arg) {\n    if (row.length !== kept.width) return false;",
      "kept.cells.length !== arg.flat().length) return false;\n  let index = 0;\n  for (const row of arg) {",
    ],
    "an argument left out is what it was last time": [
      "return kept.length === args.length && kept.every(",
      "return kept.every(",
    ],
  }),
  ...faultsOf("src/engine/rebalance/effect.ts", {
    "a sale counts as bought": ["bought += Math.max(0, trade);", "bought += Math.abs(trade);"],
    "cash that is placed counts as left": ["left: cents(cash - bought + sold),", "left: cents(cash),"],
  }),
  ...faultsOf("src/operations/operation.ts", {
    "failures are remembered": ["(answer) => answer.ok,", "() => true,"],
  }),
];

const HOUSEHOLD_TABLES: readonly Fault[] = [
  ...faultsOf("src/ranges/household/lot-rows.ts", {
    "a lock on sales binds purchases": [
      'lock.value !== "hold" && lock.value !== "no buy",',
      'lock.value !== "hold" && lock.value !== "no sell",',
    ],
    "hold doesn't bind sales": ['lock.value !== "hold" && lock.value !== "no sell")', 'lock.value !== "no sell")'],
    "cash of another class stays out of Cash": [
      "fundClasses.parts.size === 0 ? cashClasses : fundClasses",
      "fundClasses",
    ],
    "a purchase on the day itself is too late": ["holding.acquired > today", "holding.acquired >= today"],
  }),
  ...faultsOf("src/ranges/household/read.ts", {
    "a lock on purchases binds its row only": [
      "mayBuy: !group.some((each) => unbought.has(inAccount(each))),",
      "mayBuy: group.every((each) => each.mayBuy || each !== group[0]),",
    ],
    "lots of a fund in other accounts are its own": ["return `${account} ${key}`;", "return account < 0 ? key : key;"],
    "what was paid matters everywhere": [
      'if (about !== "basis") return about !== "class";',
      'return about !== "class";',
    ],
  }),
  ...faultsOf("src/ranges/household/securities.ts", {
    "a fund that is named as the same isn't": ["rootOf(sameAs.key)]", "rootOf(`same as ${sameAs.key}`)]"],
  }),
  ...faultsOf("src/ranges/household/targets.ts", {
    "points of a blank row are 0": ["Object.values(typed).some((number) => number !== 0)", "found.length > 0"],
    "a class's band is the one above": ["if (band) own.set(index, band);", "if (band) own.set(index - 1, band);"],
  }),
  ...faultsOf("src/engine/household/trade-shares.ts", {
    "the share afterwards leaves the cash flow out": ["total + (accounts[account]?.cashFlow ?? 0)", "total"],
    "a lot's share is its fund's": ["isLongTerm === undefined ? lots : ", "isLongTerm !== null ? lots : "],
  }),
  ...faultsOf("src/ranges/household/plan-cells.ts", {
    "sales of merged rows stand in the first": [
      "for (const { row, amount } of rows) amounts.set(row, (amounts.get(row) ?? 0) + amount);",
      "for (const { amount } of rows) amounts.set(rows[0]?.row ?? 0, (amounts.get(rows[0]?.row ?? 0) ?? 0) + amount);",
    ],
  }),
  ...faultsOf("src/ranges/household/check-cells.ts", {
    "shares of classes leave out money in none": [
      "plan.classes.reduce((all, each) => all.plus(each[of]), plan.unlisted[of])",
      "plan.classes.reduce((all, each) => all.plus(each[of]), new Decimal(0))",
    ],
  }),
  ...faultsOf("src/ranges/holdings/with-classes.ts", {
    "money after tax is what is lost": ["new Decimal(1).minus(incomeRate)", "new Decimal(incomeRate)"],
  }),
  ...faultsOf("src/ranges/holdings/details.ts", {
    "a cash flow in a row without a fund is lost": ["of has ? rows : []", "of has ? rows.slice(0, 1) : []"],
  }),
];

/** One mistake each, over all kernels that answer with money, dates or shares, and the readers before them. */
export const FAULTS: readonly Fault[] = [
  ...UNITS,
  ...TO_TARGET_AND_LEVEL_FILL,
  ...BANDS,
  ...POLICY,
  ...CALENDAR,
  ...MODELS,
  ...EXCHANGES,
  ...ROUNDTRIPS,
  ...LOOK_THROUGH,
  ...FUND_CLASSES,
  ...SHARES,
  ...READER,
  ...BRING_IN,
  ...HOUSEHOLD_TABLES,
  ...MEMORY,
  ...LAW,
  ...EVIDENCE,
];
