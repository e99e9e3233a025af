import type { FilingStatus } from "../../../engine";
import { sentence, type Problem } from "../../../ranges";
import type { TaxQuestion } from "./typed-taxes";

export const QUESTION_WORDS: Readonly<Record<TaxQuestion, { readonly question: string; readonly about: string }>> = {
  convert: {
    question: "Should I convert some to Roth?",
    about: "What a conversion adds to this year’s tax, bracket by bracket.",
  },
  withdraw: { question: "I need money now", about: "What is left of an early withdrawal after tax and penalty." },
  leave: { question: "I’m leaving my job", about: "The four things you can do with your plan, side by side." },
  match: { question: "Am I getting the whole match?", about: "What your employer adds, and what you leave behind." },
  losses: { question: "What losses can I take?", about: "Lots of taxable accounts that are below what you paid." },
  calendar: {
    question: "What may I do when?",
    about: "Your next look, and from when you may buy or sell again. As a calendar file, too.",
  },
};

export const FILING_WORDS: Readonly<Record<FilingStatus, string>> = {
  single: "Single",
  joint: "Married, filing jointly",
  separate: "Married, filing separately",
  "head of household": "Head of household",
};

export const NOT_ADVICE = "An estimate, not advice.";

/** What an answer in the workbook follows. */
export const FOLLOWS_CELLS = "Change the yellow cells, and the answer follows.";
export const FOLLOWS_LISTS = "The answer follows your lists.";

/** What the law that a question is answered by leaves out. */
export function leavesOut(question: TaxQuestion): string {
  if (question === "calendar") return "Rules and dates, no advice.";
  return `${NOT_ADVICE} Federal tax only, by the standard deduction; no credits, no state tax.`;
}

/** Says what is wrong, for whom nobody has typed a function. */
export function taxTrouble(problem: Problem): string {
  if (problem.code === "columns missing") {
    return `Your list has no column called ${problem.names.join(" or ")}. For this it needs a row for each lot, with its fund, shares and price, and what was paid for it (Cost basis). Add the column, or bring in your broker’s file of lots.`;
  }
  return sentence(problem);
}

/** A rate with as many decimals as it has, two at most. */
export function rateWords(rate: number): string {
  return `${Number((rate * 100).toFixed(2))}%`;
}

/** What is asked of a function in a cell: its label, and what Excel says beside it. */
export const INPUT_WORDS = {
  conversion: { label: "Amount to convert", prompt: "Dollars that move from pre-tax money to Roth." },
  withdrawal: { label: "Amount to take out", prompt: "Dollars before tax, as they leave the account." },
  balance: { label: "Balance of the plan", prompt: "Dollars in the plan of the job you leave." },
  income: { label: "Other income that year", prompt: "Dollars before any deduction, both spouses’ on a joint return." },
  filing: { label: "Filing", prompt: "single, joint, separate or head of household." },
  year: { label: "Tax year", prompt: "A year whose law Keel knows; KEEL.LAW lists them." },
  age: { label: "Age", prompt: "In years, at the end of the tax year; 59.5 for 59½." },
  separationAge: {
    label: "Age in the year of leaving",
    prompt: "The age reached in the calendar year of leaving the job.",
  },
  reason: {
    label: "Exception",
    prompt: "The exception from the penalty, as KEEL.EARLYWITHDRAWAL takes it; blank for none.",
  },
  account: { label: "Account type", prompt: "Such as 401(k), Traditional IRA, Roth IRA." },
  basis: { label: "Taxed before", prompt: "Dollars of the amount that were taxed before, such as Roth contributions." },
  salary: { label: "Yearly pay", prompt: "Dollars a year, before any deduction." },
  rate: { label: "You pay in", prompt: "The share of pay that you pay in, such as 6%." },
  match: { label: "Match formula", prompt: "As the plan says it: 100% of 3%, 50% of 2%." },
  growth: { label: "Growth a year", prompt: "Your own guess, such as 5%; nobody knows it." },
  years: { label: "Years", prompt: "How many years are projected, 1 to 100." },
  raise: { label: "Raise a year", prompt: "By how much your pay grows each year, from the second year on." },
  yearEnd: { label: "Balance last December 31", prompt: "Dollars in the account at the end of the year before." },
  yearEndAge: { label: "Age at the end of the year", prompt: "The tax year less the year of birth." },
  birthYear: { label: "Year of birth", prompt: "It decides the age from which money must be taken out." },
  price: { label: "Price a share", prompt: "Dollars a share of the fund that is sold." },
  sale: { label: "Amount to raise", prompt: "Dollars before tax, as the sale brings them." },
  method: { label: "Which lots first", prompt: "min tax, fifo or highest cost." },
} as const;

export type InputName = keyof typeof INPUT_WORDS;
