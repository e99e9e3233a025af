import { faultsOf, type Fault } from "./fault";

/** Mistakes in what follows a rule through past or drawn returns, and in what sums a path up. */
const PATHS: readonly Fault[] = [
  ...faultsOf("src/engine/evidence/path.ts", {
    "the last row trades": ["const end = tradesAtEnd ? rows : rows - 1;", "const end = rows;"],
    "a contribution is a return": ["returns[row] = (total - flow) / before - 1;", "returns[row] = total / before - 1;"],
    "money that isn't there is taken out": ["      flow = -total;\n", ""],
    "turnover is of the value before the contribution": [
      "turnover[row] = portfolio.traded / whole;",
      "turnover[row] = portfolio.traded / (whole - contribution);",
    ],
  }),
  ...faultsOf("src/engine/evidence/portfolio.ts", {
    "the placing of a contribution is turnover": [
      "Math.max(0, (moved - Math.abs(contribution)) / 2)",
      "Math.max(0, moved / 2)",
    ],
    "only purchases cost": ["moved += Math.abs(trade);", "moved += Math.max(0, trade);"],
    "a look at which nothing moves is no rebalance": [
      'outcome === "look date" || this.traded > whole * DOUBTFUL',
      "this.traded > whole * DOUBTFUL",
    ],
    "cost comes out of the first row": [
      "values[row] = (values[row] as number) * kept;",
      "values[row] = (values[row] as number) - (row === 0 ? this.cost : 0) * (kept > 0 ? 1 : 0);",
    ],
    "a fee is charged once a day": ["made += 1;", "made = 1;"],
    "costs take more than there is": ["Math.min(whole, this.#rates.rate", "Math.max(0, this.#rates.rate"],
  }),
  ...faultsOf("src/engine/evidence/looks.ts", {
    "looks without dates fall on the row before": ["Math.ceil(rowsToLook(", "Math.floor(rowsToLook("],
    "looks as often as the rows are finer": ["periodsPerYear, 1) < 1;", "periodsPerYear, 1) <= 1;"],
    "months drift from look to look": ["every: every * look, unit }", "every, unit }"],
    "the start is the first row": [
      'nextAfter(first, { every: -Math.round(MONTHS_A_YEAR / periodsPerYear), unit: "months" })',
      "first",
    ],
    "the first row after a look's date is missed": ["if (place < next) continue;", "if (place <= next) continue;"],
    "weeks are of days": ["? DAYS_IN_WEEKS : DAYS_A_YEAR", "? DAYS_A_YEAR : DAYS_A_YEAR"],
  }),
  ...faultsOf("src/engine/evidence/calendar.ts", {
    "the row itself is not in its volatility": [
      "const first = row - ROWS_OF_VOLATILITY + 1;",
      "const first = row - ROWS_OF_VOLATILITY;",
    ],
    "volatility divides by n": ["squares / (ROWS_OF_VOLATILITY - 1)", "squares / ROWS_OF_VOLATILITY"],
    "wild times look as seldom as calm ones": ["? whenVolatile : usual;", "? usual : whenVolatile;"],
  }),
  ...faultsOf("src/engine/evidence/covariance.ts", {
    "a tracking error is predicted a row late": ["if (this.#rows < FIRST_ROW)", "if (this.#rows <= FIRST_ROW)"],
    "the covariance so far divides by n": ["periodsPerYear / (this.#rows - 1)", "periodsPerYear / this.#rows"],
    "a path knows the path before it": [
      "    this.#rows = 0;\n    this.#means.fill(0);\n",
      "    this.#means.fill(0);\n",
    ],
  }),
  ...faultsOf("src/engine/evidence/bands.ts", {
    "drift counts twice": ["return moved / 2;", "return moved;"],
    "a row at its edge is outside": [
      "(reach[row] as number) * total + doubt",
      "(reach[row] as number) * total - doubt",
    ],
  }),
  ...faultsOf("src/engine/evidence/out-of-band.ts", {
    "rows outside on the needed side pay last": ['"outside", "in band", "either"', '"in band", "outside", "either"'],
  }),
  ...faultsOf("src/engine/evidence/placing.ts", {
    "rows without a target are sold last": [
      "if (cash < 0 && untargeted > 0) {",
      "if (cash < 0 && untargeted > money) {",
    ],
    "a contribution sells": ["trades[row] = trade * side > 0 ? trade : 0;", "trades[row] = trade;"],
  }),
  ...faultsOf("src/engine/evidence/trader.ts", {
    "trades below the minimum are dropped from the largest on": [
      "if (smallest < 0 || trade <= size + doubt) {",
      "if (smallest < 0 || trade >= size - doubt) {",
    ],
    "a minimum in percent is of the value before the cash": [
      "this.#least.share * (total + cash)",
      "this.#least.share * total",
    ],
    "under “or” the band waits for the look": ['(!hasCalendar || trigger === "or")', "!hasCalendar"],
  }),
  ...faultsOf("src/engine/evidence/statistics.ts", {
    "losses are averaged over the periods that had one": [
      "Math.sqrt(squares / excess.length)",
      "Math.sqrt(squares / excess.filter((each) => each < 0).length)",
    ],
    "the start is no high": [
      "let deepest = 1;\n  // Money ÷ its highest so far.\n  let level = 1;",
      "let deepest = 1;\n  let level = 0.5;",
    ],
    "a deviation divides by n": ["Math.sqrt(squares / (numbers.length - 1))", "Math.sqrt(squares / numbers.length)"],
    "many periods grow beyond counting": ["product > SMALLEST && product < Infinity", "product >= 0"],
  }),
  ...faultsOf("src/engine/evidence/path-statistics.ts", {
    "average weights count the row on which the money ran out": [
      "const held = ranOut === undefined ? rows : rows - 1;",
      "const held = rows;",
    ],
    "turnover is of all years": ["sumOf(turnover) / (rows / periodsPerYear)", "sumOf(turnover)"],
  }),
  ...faultsOf("src/engine/evidence/whole-years.ts", {
    "part years are years": ["return to - from === Math.round(periodsPerYear);", "return to > from;"],
    "years of weeks must begin on new year's day": ["const DAYS_TO_THE_ENDS = 7;", "const DAYS_TO_THE_ENDS = 1;"],
  }),
  ...faultsOf("src/engine/evidence/along-the-way.ts", {
    "falls along a path are from the start": ["Math.min(1, level)", "level"],
    "a drift on average counts both sides": ["sum += drift / 2;", "sum += drift;"],
  }),
  ...faultsOf("src/engine/evidence/compare.ts", {
    "the grid goes all the way from 20 % relative": [', destination: { kind: "halfway" } },', " },"],
    "the grid costs nothing": ["return [...grid, { ...costs }];", "return [...grid, {}];"],
  }),
];

/** Mistakes in what is drawn, and in falls that are found. */
const DRAWS_AND_FALLS: readonly Fault[] = [
  ...faultsOf("src/engine/evidence/generator.ts", {
    "small rows are likelier": ["Math.floor(TWO_TO_THE_32 / below) * below", "TWO_TO_THE_32"],
    "a seed is cut to 31 bits": ["let counter = seed >>> 0;", "let counter = seed & 0x7fffffff;"],
  }),
  ...faultsOf("src/engine/evidence/simulation.ts", {
    "never rebalancing costs nothing": ["    ...(cost && { cost }),\n", ""],
    "a path ends below what was paid in if it ends at it": ["(end) => end < paidIn", "(end) => end <= paidIn"],
    "drawn paths trade on their last row": ["const mayTrade = row < this.#last;", "const mayTrade = true;"],
    "drawdowns of drawn paths are of the money": [
      "this.index *= (after - flow) / this.before;",
      "this.index *= after / this.before;",
    ],
  }),
  ...faultsOf("src/engine/evidence/calm-paths.ts", {
    "a trade goes on with the money before its cost": ["totals[row] = after;", ""],
    "what was lost altogether is bought and held in thin air": ["if (now > MOST_TIMES) return false;", ""],
    "a path begins with what the one before traded": [
      "const times = this.#times.fill(1);",
      "const times = this.#times;",
    ],
    "never rebalancing is told the rule's deepest fall": [
      "[rule.deepest, never.deepest] = leftAtDeepest(",
      "[rule.deepest, rule.deepest] = leftAtDeepest(",
    ],
    "the sixth asset is passed over": ["if (asset < assets) growOne", "if (asset + 1 < assets) growOne"],
  }),
  ...faultsOf("src/engine/evidence/paid-rows.ts", {
    "the fullest takes the cash": ["const side = this.#cash > 0 ? 1 : -1;", "const side = 1;"],
    "all cash goes to the emptiest": ["if (below > 1 || cash <= doubt) {", "if (cash <= doubt) {"],
    "what stands above the level gives": ["if ((levels[asset] as number) >= level) continue;", ""],
    "a fee is charged once a row": ["          made = 0;\n", "          made = -assets;\n"],
    "what is paid in is a return": ["index *= (total - cost) / before;", "index *= (whole - cost) / before;"],
    "cost isn't a loss": ["index *= (total - cost) / before;", "index *= total / before;"],
    "cost comes out of nothing": ["const left = 1 - cost / whole;", "const left = 1;"],
    "more is taken out than there is": ["before = whole > 0 ? whole - cost : 0;", "before = whole - cost;"],
    "rows after the last of the money keep what stood there": ["        totals[row] = 0;\n", ""],
  }),
  ...faultsOf("src/engine/evidence/deepest-fall.ts", {
    "a high in the second row of a pair is missed": [
      "onePeak = higher(higher(oneFirst, oneNext), onePeak);",
      "onePeak = higher(oneFirst, onePeak);",
    ],
    "the first row of a pair falls from no peak": [
      "if (otherFirst < otherPeak * other) other = otherFirst / otherPeak;",
      "",
    ],
    "the last of an odd number of rows is missed": ["row < rows; row += 2", "row + 1 < rows; row += 2"],
    "the higher is the lower": ["other + 0.5 * (above + Math.abs(above))", "other + 0.5 * (above - Math.abs(above))"],
  }),
  ...faultsOf("src/engine/evidence/percentile.ts", {
    "percentiles leave the ends out": ["share * (sorted.length - 1)", "Math.max(0, share * (sorted.length + 1) - 1)"],
  }),
  ...faultsOf("src/engine/evidence/look-chance.ts", {
    "the next look is not before a row is over": [
      "  const rows = Math.max(\n    1,",
      "  const rows = Math.max(\n    2,",
    ],
    "a look that is overdue is due from the last one": [
      "return due > today ? due : nextAfter(today, cadence);",
      "return Math.max(due, today + 1);",
    ],
    "without a calendar only the last row counts": ["(look === undefined || row === rows - 1)", "row === rows - 1"],
  }),
  ...faultsOf("src/engine/evidence/episodes.ts", {
    "the last fall must have recovered": [
      "if (bottom > from) falls.push({ from, bottom, back: undefined, fall: low / peak - 1 });",
      "",
    ],
    "the rule may not trade at the bottom": ["policy, tradesAtEnd: true }", "policy }"],
    "an asset without a target fell most": ["    if (targets[asset] === 0) continue;\n", ""],
    "sales are taken off what was bought": [
      "Math.max(0, trades[row * assets + fellMost] as number) / day",
      "(trades[row * assets + fellMost] as number) / day",
    ],
    "the deepest falls come first": [
      "deep.slice(0, most).sort((one, other) => one.from - other.from);",
      "deep.slice(0, most);",
    ],
  }),
  ...faultsOf("src/engine/evidence/stretches.ts", {
    "a decade begins in its second year": [
      "Math.floor(year / YEARS_A_DECADE)",
      "Math.floor((year - 1) / YEARS_A_DECADE)",
    ],
  }),
  ...faultsOf("src/engine/evidence/fan.ts", {
    "what is paid in until a mark is a period short": [
      "start + contribution * row)",
      "start + contribution * (row - 1))",
    ],
  }),
  ...faultsOf("src/engine/evidence/bought-back.ts", {
    "a purchase on the last day of the window is free": ["day - sold <= days", "day - sold < days"],
  }),
  ...faultsOf("src/engine/evidence/moving-targets.ts", {
    "moving targets know their own row": [
      "sliceOf(series, row - rule.lookback, row)",
      "sliceOf(series, row - rule.lookback + 1, row + 1)",
    ],
    "who looks back was older then": ["ageAtEnd - Math.floor(", "ageAtEnd + Math.floor("],
  }),
];

/** Mistakes in portfolios that past returns would make best, and in targets that move. */
const PORTFOLIOS: readonly Fault[] = [
  ...faultsOf("src/engine/optimize/moments.ts", {
    "as many periods as funds are enough": ["const needed = columns.length + 1;", "const needed = columns.length;"],
    "the covariance of a portfolio divides by n": [
      "(sum / (periods - 1)) * periodsPerYear",
      "(sum / periods) * periodsPerYear",
    ],
    "the error of a mean is a period's": [" * periodsPerYear) / periods)", ") / periods)"],
  }),
  ...faultsOf("src/engine/optimize/market.ts", {
    "equal columns don't share": ["if (same) same.push(asset);", "if (same && asset < 0) same.push(asset);"],
    "bounds that don't reach 100 % are taken": ["total(most) < 1 - ROUNDING", "total(most) < 0"],
    "members of equal columns stand above their bounds": [
      "if (assets.every((asset) => (least[asset] as number) <= equal && (most[asset] as number) >= equal)) return equal;",
      "if (assets.length > 0) return equal;",
    ],
  }),
  ...faultsOf("src/engine/optimize/frontier.ts", {
    "of equal best returns the first is taken": [
      "Math.abs(sign * (means[asset] as number) - last) <= this.#tolerance",
      "asset === taken[0] && last !== Infinity",
    ],
    "aversion counts half": ["mean / (aversion * unit)", "(2 * mean) / (aversion * unit)"],
  }),
  ...faultsOf("src/engine/optimize/optimize.ts", {
    "a return below that of the least variance can't be had": [
      "if (asked < worst.returns - ROUNDING",
      "if (asked < least.returns - ROUNDING",
    ],
    "the best Sharpe ratio knows no riskless rate": [
      "(point.returns - riskFree) * point.price - point.ridged",
      "point.returns * point.price - point.ridged",
    ],
    "risk parity passes bounds over": ["if (bounds) return failed", "if (bounds && !moments) return failed"],
  }),
  ...faultsOf("src/engine/optimize/search.ts", {
    "the search stops early": ["const NEAREST = 2 ** -50;", "const NEAREST = 2 ** -8;"],
  }),
  ...faultsOf("src/engine/optimize/program.ts", {
    "an asset at its upper bound never leaves it": [
      "weights[asset] === least[asset] ? -excess : excess;",
      "weights[asset] === least[asset] ? -excess : 0;",
    ],
    "a step goes through the bounds": ["if (ratio < length) [length, blocked] = [ratio, asset];", ""],
  }),
  ...faultsOf("src/engine/optimize/certificate.ts", {
    "everything is proved": [
      "return dot(tilted, weights) - dot(tilted, cheapest(tilted, least, most)) <= ROUNDING * scale;",
      "return scale > 0;",
    ],
  }),
  ...faultsOf("src/engine/optimize/mix-point.ts", {
    "a mix lies above the line": ["found.value.returns - mix.returns", "mix.returns - found.value.returns"],
  }),
  ...faultsOf("src/engine/policy/tilt.ts", {
    "a fund without a target moves with the rest": [" || (views[row] as number) > 0);", " || views.length > 0);"],
    "shifts go below nothing": ["down: -Math.min(largest, targets[row] as number)", "down: -largest"],
  }),
  ...faultsOf("src/engine/policy/trend.ts", {
    "a price at its mean is above it": ["> AT_THE_MEAN ? row : cashRow", ">= -AT_THE_MEAN ? row : cashRow"],
    "the last price is not in its mean": ["column.slice(-lookback)", "column.slice(-lookback - 1, -1)"],
  }),
  ...faultsOf("src/engine/policy/target-volatility.ts", {
    "calm times borrow": ["Math.min(wanted / volatility, most)", "wanted / volatility"],
    "cash is risky": ["row === cashRow ? 0 : target", "row < 0 ? 0 : target"],
  }),
];

/** Mistakes in evidence, in portfolios from past returns, and in targets that move. */
export const EVIDENCE: readonly Fault[] = [...PATHS, ...DRAWS_AND_FALLS, ...PORTFOLIOS];
