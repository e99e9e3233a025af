import { laterOperation } from "./later";
import type { OperationArgument } from "./operation";
import type * as Work from "./retirement/index";

const work = (): Promise<typeof Work> => import(/* webpackChunkName: "retirement" */ "./retirement/index");

const plain = (name: string): OperationArgument => ({ name, holds: "plain" });
const AMOUNT: OperationArgument = { name: "amount", holds: "money" };
const BALANCE: OperationArgument = { name: "balance", holds: "money" };
const SALARY: OperationArgument = { name: "salary", holds: "money" };
const INCOME: OperationArgument = { name: "income", holds: "money" };
const RATE: OperationArgument = { name: "rate", holds: "percent" };
const AGE = plain("age");
const FILING = plain("filing");
const YEAR = plain("year");
const SEPARATION_AGE = plain("separationAge");

/** TAX: a year's federal income tax. */
export const tax = laterOperation(
  {
    name: "TAX",
    family: "retirement",
    arguments: [INCOME, FILING, YEAR, { name: "gains", holds: "money" }, AGE, plain("spouseAge")],
  },
  async () => (await work()).tax,
);

/** LIMIT: what may be paid in, or counts, in a year. */
export const limit = laterOperation(
  { name: "LIMIT", family: "retirement", arguments: [YEAR, AGE, plain("kind")] },
  async () => (await work()).limit,
);

/** EMPLOYERMATCH: what an employer adds in a year. */
export const employerMatch = laterOperation(
  { name: "EMPLOYERMATCH", family: "retirement", arguments: [SALARY, RATE, plain("formula"), YEAR] },
  async () => (await work()).employerMatch,
);

/** PROJECT: a plan's account year by year. */
export const project = laterOperation(
  {
    name: "PROJECT",
    family: "retirement",
    arguments: [
      ...([BALANCE, SALARY, RATE, plain("match"), plain("years")] as const),
      ...([{ name: "growth", holds: "percent" }, YEAR, { name: "raise", holds: "percent" }, AGE] as const),
    ],
  },
  async () => (await work()).project,
);

/** EARLYWITHDRAWAL: what taking money out of a retirement account costs. */
export const earlyWithdrawal = laterOperation(
  {
    name: "EARLYWITHDRAWAL",
    family: "retirement",
    arguments: [
      ...([AMOUNT, AGE, INCOME, FILING, YEAR, plain("exception"), plain("accountType"), SEPARATION_AGE] as const),
      { name: "basis", holds: "money" },
    ],
  },
  async () => (await work()).earlyWithdrawal,
);

/** ROTHCONVERSION: what converting pre-tax money to Roth costs. */
export const rothConversion = laterOperation(
  { name: "ROTHCONVERSION", family: "retirement", arguments: [AMOUNT, INCOME, FILING, YEAR, AGE] },
  async () => (await work()).rothConversion,
);

/** RMD: what must be taken out in a year. */
export const rmd = laterOperation(
  { name: "RMD", family: "retirement", arguments: [BALANCE, AGE, plain("birthYear")] },
  async () => (await work()).rmd,
);

/** JOBCHANGE: what can become of a plan's account at a change of job. */
export const jobChange = laterOperation(
  { name: "JOBCHANGE", family: "retirement", arguments: [BALANCE, AGE, SEPARATION_AGE, INCOME, FILING, YEAR] },
  async () => (await work()).jobChange,
);

/** LAW: every figure of the law in use. */
export const law = laterOperation(
  { name: "LAW", family: "retirement", arguments: [YEAR] },
  async () => (await work()).law,
);
