import {
  bandwidth as bandwidthOf,
  checkup as checkupOf,
  driftInPoints,
  failed,
  isDue as isDueOf,
  nextLook as nextLookOf,
  trackingError as trackingErrorOf,
  USUAL_RISK_AVERSION,
  type Note,
} from "../engine";
import {
  checkupRows,
  mapColumn,
  policySentence,
  readAllocation,
  readDay,
  readLog,
  readNumberBetween,
  readPolicy,
  readReturns,
  readVolatility,
  settingRows,
  type Argument,
} from "../ranges";
import { readCircumstancesToday } from "./circumstances";
import { answered, operation, rangeFact, reasonFacts, ROUNDED_ONCE, type Answer, type HelpExamples } from "./operation";

const FUNDS_EXAMPLE = { "B2:B4": [[6500], [2300], [1200]], "C2:C4": [[0.6], [0.3], [0.1]] } as const;

/** POLICY: how a policy was read, a row a setting, and one plain sentence. */
export const policy = operation((text: Argument): Answer => {
  const read = readPolicy(text);
  if (!read.ok) return read;
  const rows = settingRows(read.value.policy).map((row) => [row.setting, row.value, row.given ? "yours" : "default"]);
  const summary = ["In words", policySentence(read.value.policy), ""];
  return answered([["Setting", "Value", "From"], ...rows, summary], { notes: read.value.notes });
});

/** ISDUE: whether the policy says to act. */
export const isDue = operation(
  (
    values: Argument,
    targets: Argument,
    text: Argument,
    asOf: Argument,
    volatility?: Argument,
    returns?: Argument,
  ): Answer => {
    const rule = readPolicy(text);
    if (!rule.ok) return rule;
    const read = readAllocation(values, targets, rule.value.policy.unassigned);
    if (!read.ok) return read;
    const now = readCircumstancesToday({ asOf, volatility, returns }, read.value);
    if (!now.ok) return now;
    const due = isDueOf(read.value.allocation, rule.value.policy, now.value.circumstances);
    if (!due.ok) return due;
    const { columns, notes } = read.value;
    const { reason, outOfBand } = due.value;
    return answered([[due.value.due]], {
      notes: [...rule.value.notes, ...notes, ...now.value.notes],
      read: [
        ...rangeFact(columns),
        { fact: "rule", words: policySentence(rule.value.policy) },
        { fact: "day", day: now.value.circumstances.today },
      ],
      steps: reasonFacts(reason, outOfBand),
    });
  },
);

/** NEXTLOOK: the next day to look. */
export const nextLook = operation((text: Argument, asOf: Argument, volatility?: Argument): Answer => {
  const rule = readPolicy(text);
  if (!rule.ok) return rule;
  const notes: Note[] = [...rule.value.notes];
  const today = readDay("As of", asOf, notes);
  if (!today.ok) return today;
  if (today.value === undefined) return failed({ code: "missing argument", argument: "As of", wanted: "date" });
  const volatile = readVolatility(volatility);
  if (!volatile.ok) return volatile;
  const day = nextLookOf(rule.value.policy, today.value, volatile.value);
  if (!day.ok) return day;
  return answered([[day.value]], {
    notes,
    read: [
      { fact: "rule", words: policySentence(rule.value.policy) },
      { fact: "day", day: today.value },
    ],
    steps: [{ fact: "formula", words: "A look is due from the last look plus the interval on." }],
  });
});

/** CHECKUP: due or not and why, what it would cost, and the pitfalls that apply. */
export const checkup = operation(
  (
    values: Argument,
    targets: Argument,
    text: Argument,
    asOf: Argument,
    volatility?: Argument,
    returns?: Argument,
    log?: Argument,
  ): Answer => {
    const rule = readPolicy(text);
    if (!rule.ok) return rule;
    const read = readAllocation(values, targets, rule.value.policy.unassigned);
    if (!read.ok) return read;
    const now = readCircumstancesToday({ asOf, volatility, returns }, read.value);
    if (!now.ok) return now;
    const rebalances = readLog(log);
    if (!rebalances.ok) return rebalances;
    const found = checkupOf(read.value.allocation, rule.value.policy, now.value.circumstances, rebalances.value);
    if (!found.ok) return found;
    const { columns, notes } = read.value;
    const all = [...rule.value.notes, ...notes, ...now.value.notes];
    return answered(checkupRows(found.value, all), {
      notes: all,
      read: [
        ...rangeFact(columns),
        { fact: "rule", words: policySentence(rule.value.policy) },
        { fact: "day", day: now.value.circumstances.today },
      ],
      steps: [{ fact: "reason", reason: found.value.due.reason }],
    });
  },
);

/** BANDWIDTH: the half-width of the no-trade band for one risky asset. */
export const bandwidth = operation((target: Argument, cost: Argument, riskAversion?: Argument): Answer => {
  const each = readNumberBetween("Cost", cost, "percentage", 0, 1);
  if (!each.ok) return each;
  if (each.value === undefined) return failed({ code: "missing argument", argument: "Cost", wanted: "percentage" });
  const aversion = readNumberBetween("Risk aversion", riskAversion, "number", 0.01, 1000);
  if (!aversion.ok) return aversion;
  const oneWay = each.value;
  const gamma = aversion.value ?? USUAL_RISK_AVERSION;
  const widths = mapColumn("Target", target, "percentage", 0, 1, (weight) => bandwidthOf(weight, oneWay, gamma));
  if (!widths.ok) return widths;
  return answered(widths.value, {
    steps: [
      {
        fact: "formula",
        words: "Half-width = (3 ÷ (2 × risk aversion) × target² × (1 − target)² × cost) to the power of one third.",
      },
    ],
    rounded: ROUNDED_ONCE,
  });
});

/** TRACKINGERROR: the tracking error a year that the drifts predict. */
export const trackingError = operation(
  (values: Argument, targets: Argument, returns: Argument, periodsPerYear?: Argument): Answer => {
    const read = readAllocation(values, targets);
    if (!read.ok) return read;
    const periods = readNumberBetween("Periods per year", periodsPerYear, "number", 0.01, 366);
    if (!periods.ok) return periods;
    const history = readReturns(returns, read.value, periods.value);
    if (!history.ok) return history;
    if (history.value === undefined)
      return failed({ code: "missing argument", argument: "Returns", wanted: "returns" });
    const drifts = driftInPoints(read.value.allocation);
    if (!drifts.ok) return drifts;
    return answered([[trackingErrorOf(drifts.value, history.value.history)]], {
      notes: [...read.value.notes, ...history.value.notes],
      read: rangeFact(read.value.columns),
      steps: [
        { fact: "formula", words: "√(d′Σd × periods a year): d the drifts, Σ the sample covariance of the returns." },
      ],
      rounded: ROUNDED_ONCE,
    });
  },
);

/** The worked examples of this family's help pages. */
export const policyExamples: HelpExamples = {
  POLICY: {
    cells: {},
    formula: '=INDEX(KEEL.POLICY("annual and 5/25"), 19, 2)',
    result: [
      [
        "Look once a year and rebalance only if a fund is further from its target than 5 points or 25% of the target, whichever is smaller, and trade back to the target.",
      ],
    ],
    remarks: [
      "Without INDEX the whole table spills: one row a setting with its value, and whether you gave it or it is the default.",
      "A policy is clauses with semicolons between them, or a range of two columns: setting and value. What you can say:",
      "Look: annual, semiannual, quarterly, monthly, weekly, daily, every 18 months, every 10 days. Last look: last 2026-01-05.",
      "Band: 5% or 5pp (points), 20% relative (of the target), 5/25 (the smaller of 5 points and 25% of the target), drift 3% (half the sum of absolute drifts), tracking error 1% (needs past returns).",
      "Both: annual and 5/25 (look on the dates, trade only outside the band), annual or 5% (trade on the dates, and whenever outside). Volatile look: monthly when volatility > 20%.",
      "Destination: to target, to halfway (between target and band edge), to edge, to 1.75pp.",
      "Trades: no sells, min $100, min 0.5%, whole shares, fractional, whole percent, whole dollars, keep $500, keep 1%.",
      "Cost: cost 0.1%, fee $4.95. Money without a target: unassigned sell, unassigned hold, unassigned stop.",
      "Taxes, for later plans over taxable accounts: gains none, gains up to $2,000, gains allowed, income 22%, gains rate 15%, relocate.",
    ],
  },
  ISDUE: {
    cells: FUNDS_EXAMPLE,
    formula: '=KEEL.ISDUE(B2:B4, C2:C4, "annual and 5%; last 2026-01-05", "2027-01-05")',
    result: [[true]],
    remarks: [
      "With a calendar and a band joined by “and” it is time only on a look date and outside the band; with “or” either is enough.",
      "Put the date of your last look into the policy, traded or not. Without it a look is due now.",
    ],
  },
  NEXTLOOK: {
    cells: {},
    formula: '=KEEL.NEXTLOOK("annual; last 2026-01-05", "2026-06-01")',
    result: [[46392]],
    remarks: [
      "The result is a date: format the cell as one. 46392 is 5 January 2027.",
      "It is never before the date you give: a look that is overdue is due now.",
    ],
  },
  CHECKUP: {
    cells: FUNDS_EXAMPLE,
    formula: '=INDEX(KEEL.CHECKUP(B2:B4, C2:C4, "annual and 5%; last 2026-01-05", "2026-06-01"), 2, 2)',
    result: [["No. The next look is due on 2027-01-05."]],
    remarks: ["Without INDEX the whole table spills: a row a finding, and a row for every pitfall that applies."],
  },
  BANDWIDTH: {
    cells: {},
    formula: "=ROUND(KEEL.BANDWIDTH(60%, 0.1%, 5), 6)",
    result: [[0.025853]],
    remarks: [
      "0.0259 is 2.6 points either side of the target.",
      "Source: Gerhold, Guasoni, Muhle-Karbe and Schachermayer, “Transaction costs, trading volume, and the liquidity premium”, arXiv 1108.1167. It is a model for one risky asset against a safe one, not advice.",
    ],
  },
  TRACKINGERROR: {
    cells: {
      "B2:B3": [[65], [35]],
      "C2:C3": [[0.6], [0.4]],
      "E2:F5": [
        [0.1, 0.02],
        [-0.05, 0.04],
        [0.2, -0.01],
        [0.03, 0.03],
      ],
    },
    formula: "=ROUND(KEEL.TRACKINGERROR(B2:B3, C2:C3, E2:F5), 8)",
    result: [[0.00636396]],
    remarks: ["Past returns are one column a fund, in the order of the rows, one row a period."],
  },
};
