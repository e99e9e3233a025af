import {
  bandwidth as bandwidthOf,
  checkup as checkupOf,
  driftInPoints,
  driftVariance,
  isDue as isDueOf,
  nextLook as nextLookOf,
  succeeded,
  trackingError as trackingErrorOf,
  USUAL_RISK_AVERSION,
} from "../engine";
import {
  checkupRows,
  failed,
  mapColumn,
  numberTerm,
  policyTable,
  readDay,
  readLog,
  readNumberBetween,
  readPolicy,
  readReturns,
  readVolatility,
  shareTerm,
  terms,
  type Argument,
  type Note,
  type Term,
} from "../ranges";
import { readCircumstancesToday } from "./circumstances";
import { formulaFact, lockFacts, operation, rangeFacts, reasonFacts, ROUNDED_ONCE } from "./operation";
import { readUnderPolicy } from "./under-policy";
import { AS_OF, PERIODS_PER_YEAR, POLICY, RETURNS, ROWS, TARGETS, VALUES, VOLATILITY } from "./usual-arguments";

/** POLICY: how a policy was read, a row a setting, and one plain sentence. */
export const policy = operation({
  name: "POLICY",
  family: "policy",
  arguments: [POLICY],
  holds: "plain",
  decide: (text: Argument) => readPolicy(text),
  show: (record) => policyTable(record.policy),
  explain: () => ({}),
});

/** ISDUE: whether the policy says to act. */
export const isDue = operation({
  name: "ISDUE",
  family: "policy",
  arguments: [VALUES, TARGETS, POLICY, AS_OF, VOLATILITY, RETURNS, ROWS],
  holds: "plain",
  decide: (
    values: Argument,
    targets: Argument,
    text: Argument,
    asOf: Argument,
    volatility?: Argument,
    returns?: Argument,
    rows?: Argument,
  ) => {
    const read = readUnderPolicy(values, targets, text, rows);
    if (!read.ok) return read;
    const { allocation, columns, rule } = read.value;
    const now = readCircumstancesToday({ asOf, volatility, returns }, read.value, rule.policy);
    if (!now.ok) return now;
    const { circumstances } = now.value;
    const due = isDueOf(allocation, rule.policy, circumstances);
    if (!due.ok) return due;
    const notes = [...read.value.notes, ...now.value.notes];
    return succeeded({ ...due.value, allocation, columns, policy: rule.policy, today: circumstances.today, notes });
  },
  show: ({ due }) => [[due]],
  explain: (record) => ({
    read: [...rangeFacts(record.columns), { fact: "rule", policy: record.policy }, { fact: "day", day: record.today }],
    steps: reasonFacts(record.reason, record.outOfBand),
    bound: lockFacts(record.allocation),
  }),
});

/** NEXTLOOK: the next day to look. */
export const nextLook = operation({
  name: "NEXTLOOK",
  family: "policy",
  arguments: [POLICY, AS_OF, VOLATILITY],
  holds: "day",
  decide: (text: Argument, asOf: Argument, volatility?: Argument) => {
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
    return succeeded({ day: day.value, policy: rule.value.policy, today: today.value, notes });
  },
  show: ({ day }) => [[day]],
  explain: (record) => ({
    read: [
      { fact: "rule", policy: record.policy },
      { fact: "day", day: record.today },
    ],
    steps: [{ fact: "formula", formula: "next look" }],
  }),
});

/** CHECKUP: due or not and why, what it would cost, and the pitfalls that apply. */
export const checkup = operation({
  name: "CHECKUP",
  family: "policy",
  arguments: [VALUES, TARGETS, POLICY, AS_OF, VOLATILITY, RETURNS, { name: "log", holds: "by heading" }, ROWS],
  holds: "plain",
  decide: (
    values: Argument,
    targets: Argument,
    text: Argument,
    asOf: Argument,
    volatility?: Argument,
    returns?: Argument,
    log?: Argument,
    rows?: Argument,
  ) => {
    const read = readUnderPolicy(values, targets, text, rows);
    if (!read.ok) return read;
    const { allocation, columns, rule } = read.value;
    const now = readCircumstancesToday({ asOf, volatility, returns }, read.value, rule.policy);
    if (!now.ok) return now;
    const rebalances = readLog(log);
    if (!rebalances.ok) return rebalances;
    const { circumstances } = now.value;
    const found = checkupOf(allocation, rule.policy, circumstances, rebalances.value);
    if (!found.ok) return found;
    const notes = [...read.value.notes, ...now.value.notes];
    return succeeded({ found: found.value, columns, policy: rule.policy, today: circumstances.today, notes });
  },
  show: ({ found, notes }) => checkupRows(found, notes),
  explain: (record) => ({
    read: [...rangeFacts(record.columns), { fact: "rule", policy: record.policy }, { fact: "day", day: record.today }],
    steps: [{ fact: "reason", reason: record.found.due.reason }],
  }),
});

/** BANDWIDTH: the half-width of the no-trade band for one risky asset. */
export const bandwidth = operation({
  name: "BANDWIDTH",
  family: "policy",
  arguments: [
    { name: "target", holds: "percent" },
    { name: "cost", holds: "percent" },
    { name: "riskAversion", holds: "plain" },
  ],
  holds: "percent",
  decide: (target: Argument, cost: Argument, riskAversion?: Argument) => {
    const each = readNumberBetween("Cost", cost, "percentage", 0, 1);
    if (!each.ok) return each;
    // A blank cell may arrive as 0, and trading may cost nothing.
    if (!cost) return failed({ code: "missing argument", argument: "Cost", wanted: "percentage" });
    const aversion = readNumberBetween("Risk aversion", riskAversion, "number", 0.01, 1000);
    if (!aversion.ok) return aversion;
    const oneWay = each.value ?? 0;
    const gamma = aversion.value ?? USUAL_RISK_AVERSION;
    const widths = mapColumn("Target", target, "percentage", 0, 1, (weight) => bandwidthOf(weight, oneWay, gamma));
    if (!widths.ok) return widths;
    const weights = mapColumn("Target", target, "percentage", 0, 1, (weight) => weight);
    return weights.ok ? succeeded({ widths: widths.value, weights: weights.value, oneWay, gamma, notes: [] }) : weights;
  },
  show: ({ widths }) => widths,
  explain: ({ widths, weights, oneWay, gamma }, at = { row: 0, column: 0 }) => {
    const [weight, number] = [weights, widths].map((cells) => cells[at.row]?.[at.column]);
    const worked =
      typeof weight === "number" && typeof number === "number"
        ? [{ term: bandwidthTerm(shareTerm(weight), oneWay, gamma), gives: { kind: "percent", number } as const }]
        : [];
    return { steps: [formulaFact("bandwidth", worked)], rounded: ROUNDED_ONCE };
  },
});

function bandwidthTerm(target: Term, oneWay: number, gamma: number): Term {
  const aversion = terms("÷", numberTerm(3), terms("×", numberTerm(2), numberTerm(gamma)));
  const rest = terms("−", numberTerm(1), target);
  return terms("∛", terms("×", aversion, target, target, rest, rest, shareTerm(oneWay)));
}

/** TRACKINGERROR: the tracking error a year that the drifts predict. */
export const trackingError = operation({
  name: "TRACKINGERROR",
  family: "policy",
  arguments: [VALUES, TARGETS, RETURNS, PERIODS_PER_YEAR, POLICY],
  holds: "percent",
  decide: (values: Argument, targets: Argument, returns: Argument, periodsPerYear?: Argument, text?: Argument) => {
    const read = readUnderPolicy(values, targets, text);
    if (!read.ok) return read;
    const { allocation, columns } = read.value;
    const periods = readNumberBetween("Periods per year", periodsPerYear, "number", 0.01, 366);
    if (!periods.ok) return periods;
    const history = readReturns(returns, read.value, { periodsPerYear: periods.value, areNeeded: true });
    if (!history.ok) return history;
    if (history.value === undefined) {
      return failed({ code: "missing argument", argument: "Returns", wanted: "returns" });
    }
    const drifts = driftInPoints(allocation);
    if (!drifts.ok) return drifts;
    const past = history.value.history;
    const error = trackingErrorOf(drifts.value, past);
    const variance = driftVariance(drifts.value, past);
    const { periodsPerYear: each } = past;
    return succeeded({ error, variance, each, columns, notes: [...read.value.notes, ...history.value.notes] });
  },
  show: ({ error }) => [[error]],
  explain: ({ columns, error, variance, each }) => ({
    read: rangeFacts(columns),
    steps: [
      formulaFact("tracking error", [
        {
          term: terms("√", terms("×", numberTerm(variance), numberTerm(each))),
          gives: { kind: "percent", number: error },
        },
      ]),
    ],
    rounded: ROUNDED_ONCE,
  }),
});
