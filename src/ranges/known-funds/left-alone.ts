/** Holdings that no plan should sell or buy because of what they hold. */
export type LeftAlone = "company stock" | "brokerage window" | "annuity";

const LEFT_ALONE: readonly (readonly [why: LeftAlone, name: RegExp])[] = [
  [
    "brokerage window",
    /\bbrokerage ?link\b|\bpcra\b|\bpersonal choice retirement\b|\bself[- ]directed\b|\bsdb[ao]?\b|\bbrokerage (window|option|account|investments?)\b|\btrade ?link\b/,
  ],
  [
    "company stock",
    /\b(company|employer|employee|esop|unitized) (common |preferred )?(stock|shares?)\b|\besop\b|\bstock (purchase|ownership|bonus) plan\b|\b(inc|incorporated|corp|corporation|co|company|plc|ltd)\b\.?,? (common )?(stock|shares|stk)\b|\b(unitized|employer) stock\b|\bown[- ]company\b/,
  ],
  ["annuity", /\bannuit(y|ies)\b|\btiaa traditional\b|\blifetime income (builder|contract)\b/],
];

/** Why a holding of that name, in small letters, is left alone; undefined where it isn't. */
export function leftAlone(name: string): LeftAlone | undefined {
  return LEFT_ALONE.find(([, pattern]) => pattern.test(name))?.[0];
}

/** Money at a guaranteed value: some owners count it as cash, others as bonds. */
const STABLE_VALUE =
  /\bstable (value|income|asset|return)s?\b|\bguaranteed (income|interest|investment|account|fund)s?\b|\bfixed (account|interest)\b|\bcapital preservation\b|\bgics?\b|\bmanaged income (portfolio|port)\b|\bprincipal protection\b/;

/** Whether a name, in small letters, is that of a stable value fund. */
export function isStableValue(name: string): boolean {
  return STABLE_VALUE.test(name);
}
