import {
  decimalOf,
  dollars,
  taxRates,
  type HouseholdPlan,
  type HouseholdTrade,
  type OffGoal,
  type Policy,
  type Position,
  type Usd,
} from "../../engine";
import type { Fact } from "../explanation";
import { moneyTerm, numberTerm, shareTerm, terms, type Term } from "../worked";
import type { FormulaName } from "../wording/formulas";
import type { HouseholdRange } from "./read";

/** What a cell of a plan's results is about: the facts of its row are told beside those of the plan. */
export type PlanSubject =
  | { readonly is: "trade"; readonly trade: HouseholdTrade }
  | { readonly is: "class"; readonly classIndex: number }
  | { readonly is: "tax" };

/** The steps that led to one row, with its own figures. */
export function rowFacts(
  range: HouseholdRange,
  plan: HouseholdPlan,
  policy: Policy,
  subject: PlanSubject,
): { readonly steps: readonly Fact[]; readonly bound: readonly Fact[] } {
  if (subject.is === "tax") return { steps: taxOfPlan(plan, policy), bound: [] };
  const own = subject.is === "class" ? [subject.classIndex] : classesOf(range, subject.trade);
  return {
    steps: [
      ...own.map((index) => classGap(range, plan, index)),
      ...(subject.is === "trade" ? tradeSteps(range, plan, policy, subject.trade) : []),
    ],
    bound: plan.offGoal
      .filter(({ classIndex }) => own.includes(classIndex))
      .map((off) => offGoalFact(range, off, policy)),
  };
}

/** The classes that a trade's fund holds, in the household's order. */
function classesOf({ household: { classes, positions } }: HouseholdRange, { position }: HouseholdTrade): number[] {
  const { parts } = (positions[position] as Position).fundClasses;
  return classes.flatMap((name, index) => (parts.has(name) ? [index] : []));
}

function classGap({ household }: HouseholdRange, { classes }: HouseholdPlan, index: number): Fact {
  const { before, goal, after } = classes[index] as HouseholdPlan["classes"][number];
  return { fact: "class gap", name: household.classes[index] ?? "", before, goal, after };
}

export function offGoalFact(
  { household }: HouseholdRange,
  { classIndex, gap, because }: OffGoal,
  policy: Policy,
): Fact {
  return { fact: "off goal", name: household.classes[classIndex] ?? "", gap, because, policy };
}

function tradeSteps(
  { household, accountNames }: HouseholdRange,
  { trades }: HouseholdPlan,
  policy: Policy,
  trade: HouseholdTrade,
): readonly Fact[] {
  const { account, price, lots } = household.positions[trade.position] as Position;
  const own = trades.filter(({ position }) => household.positions[position]?.account === account);
  const sumOf = (sign: 1 | -1): Usd =>
    own.reduce((sum, { amount }) => (amount * sign > 0 ? sum + Math.abs(amount) : sum), 0) as Usd;
  const money = {
    fact: "account money",
    account: accountNames[account] ?? "",
    sold: sumOf(-1),
    bought: sumOf(1),
    cashFlow: household.accounts[account]?.cashFlow ?? (0 as Usd),
  } as const;
  const { row, amount, shares, gain, isLongTerm } = trade;
  const sold = moneyTerm(Math.abs(amount) as Usd);
  const lot = lots.find((each) => each.row === row);
  const rates = taxRates(policy);
  const rate = rates && (isLongTerm === true ? rates.long : rates.short);
  const worked = (formula: FormulaName, term: Term, number: number, kind: "money" | "plain"): Fact => ({
    fact: "formula",
    formula,
    worked: [{ row, term, gives: { kind, number } }],
  });
  return [
    money,
    ...(shares && price
      ? [
          worked(
            "shares of a trade",
            terms("÷", moneyTerm(amount), numberTerm(decimalOf(price))),
            decimalOf(shares).toNumber(),
            "plain",
          ),
        ]
      : []),
    ...(isLongTerm !== undefined && lot
      ? [
          worked(
            "gain of a sale",
            lot.basis === undefined
              ? sold
              : terms("−", sold, terms("÷", terms("×", moneyTerm(lot.basis), sold), moneyTerm(lot.value))),
            dollars(gain),
            "money",
          ),
        ]
      : []),
    ...(isLongTerm !== undefined && rate && gain !== 0
      ? [worked("tax of a sale", terms("×", shareTerm(rate), moneyTerm(gain)), dollars(trade.tax), "money")]
      : []),
  ];
}

function taxOfPlan({ gain, tax }: HouseholdPlan, policy: Policy): readonly Fact[] {
  const rates = taxRates(policy);
  if (!rates) return [];
  const taxed = (rate: Parameters<typeof shareTerm>[0], net: Usd): Term =>
    terms("×", shareTerm(rate), moneyTerm(Math.max(0, net) as Usd));
  const term = terms("+", taxed(rates.short, gain.short), taxed(rates.long, gain.long));
  return [
    { fact: "formula", formula: "tax of a plan", worked: [{ term, gives: { kind: "money", number: dollars(tax) } }] },
  ];
}
