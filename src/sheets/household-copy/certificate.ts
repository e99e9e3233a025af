import { sum } from "../adviser-table";
import type { Check } from "./check";
import { accountSum, after, countedLeft, hasUnlisted, moneyIn } from "./arithmetic";
import { accountAfter, type AccountPlaces } from "./accounts-table";
import { leftFormula, moneyFormula, type ClassPlaces } from "./class-table";
import type { CopyHolding, CopyPlan, HouseholdCopyFacts } from "./facts";
import { lockOf, type HoldingKey, type HoldingsPlaces } from "./holdings-sheet";
import { ruleChecks } from "./rule-checks";
import { taxChecks } from "./tax-checks";
import { amountOf, type TradePlaces } from "./trades-table";

/** Where the cells stand that the checks are about. */
export interface CopyPlaces {
  readonly holdings: HoldingsPlaces;
  readonly accounts: AccountPlaces;
  readonly classes: ClassPlaces;
  /** Absent where the trades are not shown. */
  readonly trades?: TradePlaces;
}

/** Checks under a heading of their own. */
export interface CheckGroup {
  readonly title: string;
  readonly checks: readonly Check[];
}

/** Every check of the copy: how the accounts stand, and with a plan each hard rule that it was made under. */
export function checksOf(facts: HouseholdCopyFacts, places: CopyPlaces): readonly CheckGroup[] {
  const { plan } = facts;
  return [
    { title: "How the accounts stand", checks: standingChecks(facts, places) },
    ...(plan
      ? [
          { title: "Each account keeps its own money", checks: moneyChecks(facts, plan, places) },
          { title: "What may be traded", checks: ruleChecks(facts, plan, places.holdings) },
          { title: "Gains and tax", checks: taxChecks(facts, plan, places.holdings, places.trades) },
          { title: "What the classes come to", checks: afterChecks(facts, plan, places) },
        ]
      : []),
  ].filter(({ checks }) => checks.length > 0);
}

/** A part of a row's parts that is less than this is the dust that computers leave. */
const DUST = 1e-6;
const DUST_TEXT = "0.000001";
/** Keel splits the cents of a mixed fund over its classes. */
const A_CENT = 0.011;

function standingChecks(facts: HouseholdCopyFacts, { holdings, classes }: CopyPlaces): readonly Check[] {
  const { accounts, unlisted } = facts;
  const { range, has } = holdings;
  const keys = [...facts.classes.map((_, place): HoldingKey => `class ${place}`), ...(has("unlisted") ? ["unlisted" as const] : [])]; // prettier-ignore
  const isSplit = (holding: CopyHolding): boolean => {
    const whole = sum(holding.parts) + holding.unlisted;
    return Math.abs(whole - 1) <= DUST;
  };
  const whole = keys.map((key) => range(key)).join("+");
  const isFree = ({ isLeftAlone, value }: CopyHolding): boolean => !isLeftAlone && value !== 0;
  const lockFree = has("lock") ? `,--(${range("lock")}<>"hold")` : "";
  return [
    ...accounts.map(({ name, total }, account): Check => ({
      rule: `${name}: its holdings add up to what was read`,
      how: "The values of its rows, beside the sum that Keel read.",
      kind: "money",
      left: { value: accountSum(facts, account, ({ value }) => value), formula: `SUMIF(${range("account number")},${account + 1},${range("value")})` }, // prettier-ignore
      right: { value: total },
    })),
    {
      rule: "Every fund is counted once",
      how: "Rows whose parts in classes don’t add up to 100%; funds that are left alone may have money in no class.",
      kind: "none",
      left: {
        value: facts.holdings.filter((holding) => isFree(holding) && lockOf(holding) !== "hold" && !isSplit(holding))
          .length,
        formula: `SUMPRODUCT(--(${range("value")}<>0)${lockFree},--(ABS(${whole}-1)>${DUST_TEXT}))`,
      },
    },
    ...facts.classes.map(({ name, before }, place): Check => ({
      rule: `${name}: the money in it now`,
      how: "Value × part in the class, over all rows, beside what Keel worked out.",
      kind: "near",
      slack: A_CENT,
      left: {
        value: moneyIn(facts, place, ({ value }) => value),
        formula: moneyFormula(facts, holdings, place, "value"),
      },
      right: { value: before },
    })),
    ...(has("unlisted")
      ? [
          {
            rule: "In none of the classes now",
            how: "The same for money of no class that is to be invested or sold.",
            kind: "money",
            left: { value: moneyIn(facts, "unlisted", ({ value }) => value), formula: moneyFormula(facts, holdings, "unlisted", "value") }, // prettier-ignore
            right: { value: unlisted },
          } as const,
        ]
      : []),
    {
      rule: "The targets add up to 100%",
      how: "The targets of the classes.",
      kind: "share",
      left: { value: sum(facts.classes.map(({ target }) => target)), formula: `SUM(${classes.range("target")})` },
      right: { value: 1 },
    },
  ];
}

function moneyChecks(
  facts: HouseholdCopyFacts,
  plan: CopyPlan,
  { holdings: { range }, accounts: cells, trades }: CopyPlaces,
): readonly Check[] {
  const { accounts, holdings } = facts;
  const hasLeft = accounts.some(({ leftInCash }) => leftInCash !== 0);
  const sumIf = (account: number, key: HoldingKey): string =>
    `SUMIF(${range("account number")},${account + 1},${range(key)})`;
  return [
    ...accounts.map(({ name, cashFlow, leftInCash }, account): Check => ({
      rule: `${name}: what is in it after = before + its cash flow`,
      how:
        leftInCash === 0
          ? "The rows after the trades, beside the rows now and the cash flow: no money moves between accounts."
          : "The rows after the trades and what is left in cash, beside the rows now and the cash flow.",
      kind: "money",
      left: { value: accountAfter(facts, account), formula: `${sumIf(account, "after")}${leftInCash === 0 ? "" : `+${cells.cell("left", account)}`}` }, // prettier-ignore
      right: { value: accountSum(facts, account, ({ value }) => value) + cashFlow, formula: `${sumIf(account, "value")}+${cells.cell("flow", account)}` }, // prettier-ignore
    })),
    {
      rule: "All trades add up to the cash flows",
      how: hasLeft
        ? "All trades, beside all cash flows less what is left in cash."
        : "All trades, beside all cash flows.",
      kind: "money",
      left: { value: sum(holdings.map(({ trade }) => trade)), formula: `SUM(${range("trade")})` },
      right: {
        value: sum(accounts.map(({ cashFlow, leftInCash }) => cashFlow - leftInCash)),
        formula: `SUM(${cells.range("flow")})${hasLeft ? `-SUM(${cells.range("left")})` : ""}`,
      },
    },
    // A fund without a row in an account can't be bought there.
    ...accounts.map(({ name }, account): Check => {
      const own = plan.trades.filter((trade) => trade.account === account);
      const formula = trades?.sizeOf(account);
      return {
        rule: `${name}: it trades the funds that it offers, each on the first sheet`,
        how: "The size of the trades under its name on the first sheet, beside that of its rows of Holdings, which are all that it offers.",
        kind: "money",
        left: { value: sum(own.map((trade) => Math.abs(amountOf(facts, trade)))), ...(formula && { formula }) },
        right: {
          value: sum(holdings.map((each) => (each.account === account ? Math.abs(each.trade) : 0))),
          formula: `SUMPRODUCT(--(${range("account number")}=${account + 1}),ABS(${range("trade")}))`,
        },
      };
    }),
  ];
}

function afterChecks(
  facts: HouseholdCopyFacts,
  plan: CopyPlan,
  { holdings, accounts, classes }: CopyPlaces,
): readonly Check[] {
  const left = leftFormula(facts, (account) => accounts.cell("left", account));
  const hasRows = facts.holdings.some(({ unlisted }) => unlisted !== 0);
  const off = facts.classes.map((_, place) => moneyIn(facts, place, after) - (plan.goals[place] ?? 0));
  return [
    ...facts.classes.map(({ name }, place): Check => ({
      rule: `${name}: the money in it after the trades`,
      how: "(Value + trade) × part in the class, over all rows, beside what Keel worked out.",
      kind: "money",
      left: { value: moneyIn(facts, place, after), formula: moneyFormula(facts, holdings, place, "after") },
      right: { value: plan.after[place] ?? 0 },
    })),
    ...(hasUnlisted(facts)
      ? [
          {
            rule: "In none of the classes after the trades",
            how: "The same for money of no class, with what is left in cash.",
            kind: "money",
            left: {
              value: moneyIn(facts, "unlisted", after) + countedLeft(facts),
              formula: `${hasRows ? moneyFormula(facts, holdings, "unlisted", "after") : "0"}${left}`,
            },
            right: { value: plan.unlistedAfter },
          } as const,
        ]
      : []),
    {
      rule: "How far the classes are from what is wanted",
      how: "The sum of the gaps without their signs, beside the least that Keel found within these rules.",
      kind: "money",
      left: {
        value: sum(off.map((gap) => Math.abs(gap))),
        formula: `SUMPRODUCT(ABS(${classes.range("after")}-${classes.range("goal")}))`,
      },
      right: { value: sum(plan.after.map((amount, place) => Math.abs(amount - (plan.goals[place] ?? 0)))) },
    },
  ];
}
